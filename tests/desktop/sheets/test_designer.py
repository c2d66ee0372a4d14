"""A design is seen on its pages, saved in the corpus, opened again, and undone like any edit."""

import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from db.sheets import typesetting
from db.sheets.choices import Blank, Order, Part, SheetKind
from db.sheets.requests import SheetRequest
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sheets.combos import choose
from desktop.sheets.event_scope import Scope
from desktop.sheets.export_dialog import ExportDialog
from desktop.sheets.page_making import PreviewStoppedError, make_pages
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import Window

Open = Callable[[], ExportDialog]


@pytest.fixture
def open_dialog(desk: Any, window: Window, jobs: Jobs, show: Show) -> Open:
    def opening() -> ExportDialog:
        dialog = ExportDialog(desk, window, jobs=jobs)
        show(dialog)
        return dialog

    return opening


def design(dialog: ExportDialog) -> None:
    dialog.options.title.setText("For Monday")
    choose(dialog.content.kind, str(SheetKind.WORKSHEET))
    choose(dialog.content.order, str(Order.TIME))
    dialog.content.blanks[Blank.FIGURES].setChecked(True)
    dialog.content.parts[Part.NOTES].setChecked(True)
    dialog.content.parts[Part.LADDER].setChecked(False)
    choose(dialog.content.language, "ru")


def test_a_saved_design_opens_as_it_was(open_dialog: Open, session: Session) -> None:
    dialog = open_dialog()
    design(dialog)
    asked = dialog.request()
    dialog.saved.save.click()
    dialog.reject()
    again = open_dialog()
    saved = session.corpus.sheets.all()
    assert [sheet.title for sheet in saved] == ["For Monday"]
    choose(again.saved.combo, saved[0].id)
    again.saved.combo.activated.emit(again.saved.combo.currentIndex())
    assert again.request() == asked
    assert asked.kind is SheetKind.WORKSHEET
    assert asked.blank == {Blank.FIGURES}


def test_saving_under_the_same_title_changes_it_and_another_title_adds_one(
    open_dialog: Open, session: Session
) -> None:
    dialog = open_dialog()
    dialog.options.title.setText("One")
    dialog.saved.save.click()
    dialog.content.blind.setChecked(True)
    dialog.saved.save.click()
    assert len(session.corpus.sheets.all()) == 1
    assert '"blind": true' in session.corpus.sheets.all()[0].layout
    dialog.options.title.setText("Two")
    dialog.saved.save.click()
    assert [s.title for s in session.corpus.sheets.all()] == ["One", "Two"]
    dialog.saved.forget.trigger()
    assert [s.title for s in session.corpus.sheets.all()] == ["One"]
    session.undo_stack.undo()
    assert [s.title for s in session.corpus.sheets.all()] == ["One", "Two"]


def test_sources_are_put_in_another_order_by_key_and_button(open_dialog: Open) -> None:
    dialog = open_dialog()
    first, second, *_ = dialog.request().sources
    dialog.options.source_list.setCurrentIndex(dialog.options.sources.index(0))
    dialog.options.source_list.move_current(1)
    assert dialog.request().sources[:2] == (second, first)
    assert dialog.options.source_list.currentIndex().row() == 1


def test_the_pages_are_shown_while_choosing(open_dialog: Open, qtbot: QtBot) -> None:
    dialog = open_dialog()
    qtbot.waitUntil(lambda: bool(dialog.preview.paper.pages), timeout=60_000)
    page = dialog.preview.paper.pages[0]
    assert page.width() > page.height()
    dialog.options.paper.setCurrentIndex(1)

    def is_upright() -> bool:
        return any(page.width() < page.height() for page in dialog.preview.paper.pages)

    qtbot.waitUntil(is_upright, timeout=60_000)


def test_a_stopped_preview_makes_no_pages(session: Session) -> None:
    with pytest.raises(PreviewStoppedError):
        make_pages(session.corpus.path, SheetRequest(), lambda: True)


def _mnemonics(dialog: ExportDialog) -> list[str]:
    shown = [w for w in dialog.findChildren(QWidget) if w.isVisible()]
    words = [w.text() for w in shown if isinstance(w, QAbstractButton)]
    words += [w.text() for w in shown if isinstance(w, QLabel) and w.buddy()]
    words += [dialog.tabs.tabText(at) for at in range(dialog.tabs.count())]
    return [m[1].lower() for w in words if (m := re.search("&([^&])", w.replace("&&", "")))]


def test_no_two_mnemonics_of_a_page_are_the_same(open_dialog: Open) -> None:
    dialog = open_dialog()
    for page in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(page)
        found = _mnemonics(dialog)
        assert len(found) > 5
        assert sorted(found) == sorted(set(found))


def test_tab_goes_as_the_eye_does(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.tabs.setCurrentIndex(1)
    options = dialog.options
    wanted: list[QWidget] = [
        dialog.saved.save, dialog.tabs.tabBar(), options.title, options.source_list,
        options.known_by, options.context, options.format, options.paper, dialog.ok,
    ]  # fmt: skip
    order: list[QWidget] = [dialog.saved.combo]
    while (following := order[-1].nextInFocusChain()) is not order[0]:
        order.append(following)
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_tab_passes_the_contents_from_top_to_bottom(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.tabs.setCurrentIndex(2)
    choose(dialog.content.kind, str(SheetKind.WORKSHEET))
    content, preview = dialog.content, dialog.preview
    zooms = preview.findChildren(QToolButton)
    wanted: list[QWidget] = [
        content.kind, *content.blanks.values(), content.blind, content.order, content.citations,
        content.language, *zooms, preview.room, dialog.ok,
    ]  # fmt: skip
    order: list[QWidget] = [dialog.saved.combo]
    while (following := order[-1].nextInFocusChain()) not in (order[0], None):
        order.append(following)
    places = [order.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_what_the_filter_shows_is_ticked_and_unticked_at_once(open_dialog: Open) -> None:
    dialog = open_dialog()
    scope = dialog.scope
    scope.choose(Scope.ALL)
    every = len(scope.events())
    scope.filter.setText("crane")
    shown = scope.model.rowCount()
    assert 0 < shown < every
    button = next(b for b in scope.findChildren(QAbstractButton) if b.text() == "&Untick all shown")
    button.click()
    assert len(dialog.request().events) == every - shown
    assert scope.scope() is Scope.TICKED
    ticked = next(b for b in scope.findChildren(QAbstractButton) if "ked here" in b.text())
    assert f"({every - shown})" in ticked.text()
    scope.filter.setText("")
    button.click()
    assert not dialog.ok.isEnabled()


def test_a_preview_that_cannot_be_says_why(
    open_dialog: Open, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()
    qtbot.waitUntil(lambda: not dialog.preview.is_busy, timeout=60_000)
    gone = session.corpus.path.with_name("gone.triptych")
    monkeypatch.setattr(dialog.preview, "_corpus", gone)
    dialog.content.blind.setChecked(True)
    qtbot.waitUntil(lambda: "gone.triptych" in dialog.preview.words.text(), timeout=60_000)
    assert "cannot be shown" in dialog.preview.words.text()
    assert not dialog.preview.paper.pages


def test_closing_ends_the_process_that_sets_the_pages(
    open_dialog: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []
    start = typesetting._started

    def starting() -> subprocess.Popen[bytes]:
        started.append(start())
        return started[-1]

    monkeypatch.setattr(typesetting, "_started", starting)
    dialog = open_dialog()
    qtbot.waitUntil(lambda: bool(started), timeout=60_000)
    dialog.reject()
    assert not dialog.isVisible()
    assert all(child.poll() is not None for child in started)
