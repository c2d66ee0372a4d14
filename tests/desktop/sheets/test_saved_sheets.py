"""Saved sheets are renamed, doubled and forgotten, and say what the corpus no longer has."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.sheets.requests import SheetRequest
from db.sheets.saved import layout_of
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sheets.combos import choose
from desktop.sheets.export_dialog import ExportDialog
from desktop.sheets.rename_dialog import RenameDialog
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import Window, event_named, make_desk, source_named

Open = Callable[[], ExportDialog]
LIMIT = 1_324_000_000


@pytest.fixture
def open_dialog(desk: Any, window: Window, jobs: Jobs, show: Show) -> Open:
    def opening() -> ExportDialog:
        dialog = ExportDialog(desk, window, jobs=jobs)  # type: ignore[arg-type]
        show(dialog)
        return dialog

    return opening


def save(session: Session, title: str, **asked: Any) -> int:
    layout = layout_of(session.corpus, SheetRequest(title=title, **asked), "pdf")
    made = session.perform(lambda corpus: corpus.sheets.add(title, layout))
    assert made is not None
    return made


def take(dialog: ExportDialog, sheet_id: int) -> None:
    choose(dialog.saved.combo, sheet_id)
    dialog.saved.combo.activated.emit(dialog.saved.combo.currentIndex())


def titles(dialog: ExportDialog) -> list[str]:
    combo = dialog.saved.combo
    return [combo.itemText(at) for at in range(1, combo.count())]


def test_they_are_listed_as_a_reader_counts(session: Session, open_dialog: Open) -> None:
    for title in ("Lesson 10", "Lesson 9", "annex"):
        save(session, title)
    assert titles(open_dialog()) == ["annex", "Lesson 9", "Lesson 10"]


def test_a_title_is_changed_with_the_sheet_it_is_on(session: Session, open_dialog: Open) -> None:
    kept = save(session, "Monday")
    dialog = open_dialog()
    take(dialog, kept)
    dialog.saved.rename_to("Tuesday")
    assert titles(dialog) == ["Tuesday"]
    assert dialog.request().title == "Tuesday"
    dialog.saved.save.click()
    assert titles(dialog) == ["Tuesday"]
    dialog.saved.undo.trigger()
    dialog.saved.undo.trigger()
    assert titles(dialog) == ["Monday"]
    assert not dialog.saved.undo.isEnabled()


def test_two_saved_sheets_never_have_one_title(
    session: Session, open_dialog: Open, show: Show
) -> None:
    save(session, "Monday")
    second = save(session, "Tuesday")
    dialog = open_dialog()
    dialog.options.title.setText("monday ")
    dialog.saved.save.click()
    assert "“Monday” already" in dialog.error.text()
    assert titles(dialog) == ["Monday", "Tuesday"]
    take(dialog, second)
    asked = RenameDialog("Tuesday", dialog.saved._complaint_but_chosen, dialog)
    show(asked)
    asked.title.setText("Monday")
    asked.ok.click()
    assert asked.isVisible()
    assert "already" in asked.error.text()
    asked.title.setText("Tuesday")
    asked.ok.click()
    assert not asked.isVisible()


def test_a_double_is_another_sheet_of_the_same_choices(session: Session, open_dialog: Open) -> None:
    kept = save(session, "Monday", blind=True)
    dialog = open_dialog()
    take(dialog, kept)
    dialog.saved.double.trigger()
    assert titles(dialog) == ["Monday", "Monday (2)"]
    assert dialog.request().title == "Monday (2)"
    assert dialog.request().blind
    dialog.saved.forget.trigger()
    assert titles(dialog) == ["Monday"]


def test_a_sheet_whose_only_event_is_gone_does_not_show_all_of_them(
    session: Session, open_dialog: Open
) -> None:
    rope = event_named(session, "A rope breaks")
    kept = save(session, "Rope", events=(rope.id,))
    session.perform(lambda corpus: (0, corpus.events.delete(rope.id)))
    dialog = open_dialog()
    take(dialog, kept)
    assert rope.key in dialog.error.text()
    assert dialog.scope.events() == ()
    assert not dialog.ok.isEnabled()
    assert dialog.preview.words.text() == "Tick an event."


def test_what_is_left_of_a_saved_sheet_is_kept(session: Session, open_dialog: Open) -> None:
    rope, crane = event_named(session, "A rope breaks"), event_named(session, "The crane falls")
    tower, herald = source_named(session, "tower"), source_named(session, "herald")
    kept = save(session, "Both", events=(rope.id, crane.id), sources=(tower.id, herald.id))
    session.perform(lambda corpus: (0, corpus.sources.delete(tower.id)))
    session.perform(lambda corpus: (0, corpus.events.delete(rope.id)))
    dialog = open_dialog()
    take(dialog, kept)
    assert rope.key in dialog.error.text()
    assert "tower" in dialog.error.text()
    assert dialog.request().events == (crane.id,)
    assert dialog.request().sources == (herald.id,)
    assert dialog.ok.isEnabled()


def test_a_limit_of_time_is_kept_though_the_timeline_has_none_now(
    session: Session, open_dialog: Open
) -> None:
    kept = save(session, "Then", known_by=LIMIT)
    dialog = open_dialog()
    take(dialog, kept)
    assert dialog.request().known_by == LIMIT


def test_no_aspect_ticked_is_not_all_of_them(session: Session, open_dialog: Open) -> None:
    fields = AspectFields(title="Injured", type="number", unit="people")
    session.perform(lambda corpus: corpus.aspects.add(fields))
    dialog = open_dialog()
    dialog.content.aspects.tick(())
    dialog.content.aspects.ticked_changed.emit()
    QApplication.processEvents()
    assert "Tick an aspect" in dialog.preview.words.text()
    for part in ("figures", "relations", "ladder"):
        next(box for p, box in dialog.content.parts.items() if p.value == part).setChecked(False)
    assert dialog.ok.isEnabled()


def test_a_corpus_open_for_reading_only_keeps_no_sheet_and_still_gives_one(
    session: Session, window: Window, jobs: Jobs, show: Show
) -> None:
    save(session, "Monday")
    with Corpus.open(session.corpus.path, read_only=True) as corpus:
        reading = Session(corpus)
        dialog = ExportDialog(make_desk(reading), window, jobs=jobs)  # type: ignore[arg-type]
        show(dialog)
        assert titles(dialog) == ["Monday"]
        assert not dialog.saved.save.isEnabled()
        assert not dialog.saved.more.isEnabled()
        assert dialog.saved.save.toolTip() == "Only open for reading"
        assert dialog.ok.isEnabled()
        dialog.reject()
