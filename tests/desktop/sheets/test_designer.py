"""A design is seen on its pages, saved in the corpus, opened again, and undone like any edit."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from db.sheets.choices import Blank, Order, Part, SheetKind
from db.sheets.requests import SheetRequest
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sheets.combos import choose
from desktop.sheets.export_dialog import ExportDialog
from desktop.sheets.preview import draw_pages
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
    dialog.saved.forget.click()
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
    qtbot.waitUntil(
        lambda: dialog.preview.paper.pages[0].width() < dialog.preview.paper.pages[0].height(),
        timeout=60_000,
    )


def test_a_stopped_preview_makes_no_pages(session: Session) -> None:
    assert draw_pages(session.corpus.path, SheetRequest(), lambda: True) is None
