"""What holds for every dialog: reachable, named, plain, and whole at twice the text size."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

import desktop.dialogs.base
import desktop.theme
from desktop.citing.export_dialog import ExportReferencesDialog
from desktop.citing.import_dialog import ImportDialog
from desktop.dialogs.about_dialog import AboutDialog
from desktop.dialogs.base import Dialog
from desktop.dialogs.event_dialog import EventDialog
from desktop.dialogs.mention_dialog import MentionDialog
from desktop.dialogs.mentions_dialog import MentionsDialog
from desktop.dialogs.silence_dialog import SilenceDialog
from desktop.dialogs.source_dialog import SourceDialog
from desktop.help.topics import Topics
from desktop.jobs import Jobs
from desktop.reading.source_text import EditionTexts
from desktop.session import Session
from desktop.sharing.share_dialog import ShareDialog
from desktop.sheets.export_dialog import ExportDialog
from desktop.sheets.printing import PrintDialog
from desktop.style import style_sheet
from desktop.theme import theme
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import KEY, Window, event_named, make_desk, press, source_named

Make = Callable[[], Dialog]
NAMES = (
    "new event", "event", "mention", "mentions", "silence", "source", "about", "export", "print",
    "references in", "references out", "share",
)  # fmt: skip
TOPICS = {
    "new event": "editing", "event": "editing", "mention": "editing", "mentions": "editing",
    "silence": "silences", "source": "sources", "about": "index", "export": "sheets",
    "print": "sheets", "references in": "citations", "references out": "citations",
    "share": "sharing",
}  # fmt: skip
# The smallest screen the program is made for, less the frame of a window.
WIDEST, HIGHEST = 1240, 760


@pytest.fixture(params=NAMES)
def make(request: pytest.FixtureRequest, session: Session, window: Window) -> Make:
    event = event_named(session, "The crane falls")
    source = source_named(session, "herald")
    edition = session.editions_of(source.id)[0]
    return {
        "new event": lambda: EventDialog(session, window, title="three were hurt"),
        "event": lambda: EventDialog(session, window, event=event),
        "mention": lambda: MentionDialog(session, window, words="three were hurt"),
        "mentions": lambda: MentionsDialog(session, EditionTexts(session).get(edition), 0, window),
        "silence": lambda: SilenceDialog(
            session, event_named(session, "Ships wait").id, source.id, window
        ),
        "source": lambda: SourceDialog(session, source, window),
        "about": lambda: AboutDialog(window),
        "export": lambda: ExportDialog(make_desk(session), window, jobs=Jobs(window, inline=True)),
        "references in": lambda: ImportDialog(
            session, references(session), window, jobs=Jobs(window, inline=True)
        ),
        "references out": lambda: ExportReferencesDialog(session, window),
        "share": lambda: ShareDialog(session, window, jobs=Jobs(window, inline=True)),
        "print": lambda: PrintDialog(make_desk(session), window, jobs=Jobs(window, inline=True)),
    }[request.param]


def references(session: Session) -> Path:
    """A file that says something about a source of the corpus."""
    file = session.corpus.path.with_suffix(".bib")
    file.write_text("@misc{herald, title={A crane falls}, publisher={Quay}}", encoding="utf-8")
    return file


@pytest.fixture
def large(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Twice the text size in the program's own style."""
    colours = theme("light")
    before, style = qapp.font(), qapp.style().objectName()
    for module in (desktop.theme, desktop.dialogs.base):
        monkeypatch.setattr(module, "text_scale", lambda: 2.0)
    qapp.setStyle("Fusion")
    qapp.setFont(desktop.theme.interface_font(colours))
    qapp.setStyleSheet(style_sheet(colours, 2.0))
    yield
    qapp.setStyleSheet("")
    qapp.setFont(before)
    qapp.setStyle(style)


def shown(dialog: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [w for w in dialog.findChildren(kind) if w.isVisible()]


def test_there_is_one_button_that_return_presses(make: Make, show: Show) -> None:
    dialog = show(make())
    buttons = [b for b in shown(dialog, QPushButton) if b.isDefault()]
    assert len(buttons) == 1
    assert buttons[0].text()


def test_escape_leaves(make: Make, show: Show) -> None:
    dialog = show(make())
    press(KEY.Key_Escape)
    assert not dialog.isVisible()


def test_f1_opens_the_help_beside_the_dialog(
    request: pytest.FixtureRequest, make: Make, show: Show, window: Window
) -> None:
    dialog = show(make())
    press(KEY.Key_F1)
    topic = TOPICS[request.node.callspec.params["make"]]
    assert window.helped == [(topic, dialog)]
    assert topic in Topics()


def test_everything_that_takes_the_keyboard_has_a_name(make: Make, show: Show) -> None:
    dialog = show(make())
    nameless = [
        w
        for w in shown(dialog, QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not w.accessibleName()
        and not (isinstance(w, (QAbstractButton, QLabel)) and w.text())
    ]
    assert not nameless


def test_tab_reaches_every_field(make: Make, show: Show) -> None:
    dialog = show(make())
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, QPushButton)
    wanted = {
        w
        for kind in kinds
        for w in shown(dialog, kind)
        if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.focusProxy()
    }
    reached = set()
    for _ in range(80):
        current = QApplication.focusWidget()
        assert current is not None
        reached.add(current)
        press(KEY.Key_Tab)
    assert not wanted - reached


def test_no_two_things_share_a_key(make: Make, show: Show) -> None:
    dialog = show(make())
    keys = [
        each.text().replace("&&", "").partition("&")[2][:1].casefold()
        for each in [*shown(dialog, QAbstractButton), *shown(dialog, QLabel)]
        if isinstance(each, QAbstractButton) or each.buddy()
    ]
    used = [key for key in keys if key]
    assert sorted(used) == sorted(set(used))


def test_no_label_reads_markup(make: Make, show: Show) -> None:
    labels = shown(show(make()), QLabel)
    plain = Qt.TextFormat.PlainText
    assert not [w.text() for w in labels if w.textFormat() is not plain and w.text()]


def test_nothing_is_cut_at_twice_the_text_size(make: Make, large: None, show: Show) -> None:
    dialog = show(make())
    least = dialog.minimumSizeHint()
    assert least.width() <= WIDEST
    assert least.height() <= HIGHEST
    cut = [
        w.text()
        for w in shown(dialog, QAbstractButton)
        if isinstance(w, (QPushButton, QRadioButton)) and w.width() < w.minimumSizeHint().width()
    ]
    for each in shown(dialog, QLabel):
        room = each.heightForWidth(each.width()) if each.wordWrap() else each.sizeHint().height()
        if each.text() and each.height() < room:
            cut.append(each.text())
    assert not cut


def test_a_dialog_is_gone_once_it_is_closed(make: Make) -> None:
    dialog = make()
    dialog.open()
    dialog.reject()
    QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
    assert not isValid(dialog)
