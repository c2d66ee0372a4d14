"""A reader whose language has been translated sees no English but what the corpus says itself."""

import platform
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QTabBar,
    QWidget,
)

from db.corpus import Corpus
from db.text.word_lists import time_words
from desktop.application import Application
from desktop.settings import REPORT
from resources import path
from tests.builders import contents, harbour
from tests.marking import narrow_words, wide_letters
from tests.project import ROOT

# Qt has the names of keys from translations of its own.
KEYS = re.compile(r"\b(Ctrl|Alt|Shift|Meta)\+\S*|\b(Del|Esc|Space|Home|Return|Left|Right)\b")
REMARK = re.compile(r"^#.*|^\w+(?= =)", re.MULTILINE)
SHOWN = (
    "text", "title", "toolTip", "accessibleName", "accessibleDescription", "placeholderText",
    "windowTitle",
)  # fmt: skip
ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
)  # fmt: skip
OPENED = (
    "palette", "new_event", "edit_event", "edit_mentions", "silent", "about_source", "cite_export",
    "all_claims", "voices", "aspects", "links", "notes", "names", "word_lists", "export", "share",
    "check_sheet", "about", "find", "find_here", "view_matrix", "view_figures", "view_names",
)  # fmt: skip
FILE = "ж.triptych"


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """What a translator is given."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import sentences

    return {(s.context, s.text) for s in sentences.sentences(ROOT)}


def test_everything_is_in_the_readers_language(
    application: Application, known: set[tuple[str, str]], tmp_path: Path
) -> None:
    harbour(tmp_path / FILE).close()
    own = english_of_others(tmp_path)
    found: dict[str, str] = {}
    with wide_letters(known):
        window = application.start(tmp_path / FILE)
        window.later.finish()
        QApplication.processEvents()
        note_english(found, own)
        for action in OPENED:
            QTimer.singleShot(0, partial(leave_dialogs, found, own))
            window.actions_[action].trigger()
            QApplication.processEvents()
            note_english(found, own)
            leave_dialogs(found, own)
    assert not found


def english_of_others(folder: Path) -> set[str]:
    """What no translator is given: the corpus's words, names, word lists, places in the system."""
    with Corpus.open(folder / FILE, read_only=True) as corpus:
        cells = [cell for rows in contents(corpus).values() for row in rows for cell in row]
    lists = [file.read_text(encoding="utf-8") for file in path("word_lists", "en").glob("*.toml")]
    lists.append(str(time_words("en")))
    system = (
        folder / FILE,
        REPORT,
        "settings",
        "data",
        platform.platform(),
        *available_timezones(),
    )
    words = narrow_words(" ".join(map(str, (*cells, *lists, *system))))
    # Some parts of the lists of voices have no other name than that in the file.
    return {*words, "Triptych", "SHA", "SQLite", "PySide", "Python", "Qt", "English"}


def leave_dialogs(found: dict[str, str], own: set[str]) -> None:
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            note_english(found, own)
            dialog.reject()


def note_english(found: dict[str, str], own: set[str]) -> None:
    for where, text in shown():
        words = narrow_words(KEYS.sub("", re.sub(r"<[^>]*>|&\w+;", "", text)))
        if set(words) - own:
            found.setdefault(text, where)


def shown() -> Iterator[tuple[str, str]]:
    """Every text that a reader sees or hears now, and where it is."""
    for widget in QApplication.allWidgets():
        name = type(widget).__name__
        # Its buttons that scroll are Qt's.
        if isinstance(widget.parent(), QTabBar) or not is_of_shown(widget):
            continue
        for text in texts(widget):
            yield name, text
        for action in widget.actions():
            yield name, action.text()
            yield name, action.toolTip()


def is_of_shown(widget: QWidget) -> bool:
    """Menus and such belong to what opens them; what another test has closed is not read."""
    while (above := widget.parentWidget()) is not None:
        widget = above
    return widget.isVisible()


def texts(widget: QWidget) -> Iterator[str]:
    for name in SHOWN:
        is_typed = name == "text" and isinstance(widget, QLineEdit)
        if callable(asked := getattr(widget, name, None)) and not is_typed:
            yield str(asked())
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(i) for i in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from cells(widget.model())


def cells(model: QAbstractItemModel) -> Iterator[str]:
    root = QModelIndex()
    for row in range(min(model.rowCount(root), 30)):
        index = model.index(row, 0, root)
        yield from (str(text) for role in ROLES if (text := index.data(role)))
