"""The mentions of a passage: every change at once, every change undone."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from db.errors import WriteError
from db.records import Relation
from desktop.dialogs.mentions_dialog import MentionsDialog
from desktop.reading.source_text import EditionTexts
from desktop.session import Session
from tests.builders import held
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import (
    ALT,
    CONTROL,
    KEY,
    Window,
    event_named,
    press,
    source_named,
    typed,
    words_of,
)

Open = Callable[..., MentionsDialog]


@pytest.fixture
def open_at(session: Session, window: Window, show: Show) -> Open:
    def opening(passage: int = 0, key: str = "herald/original") -> MentionsDialog:
        edition = next(e for e in session.editions if e.id == held(session.corpus, key))
        dialog = MentionsDialog(session, EditionTexts(session).get(edition), passage, window)
        show(dialog)
        return dialog

    return opening


def rows(dialog: MentionsDialog) -> list[tuple[str, ...]]:
    table = dialog.table
    return [
        tuple(table.item(row, column).text() for column in range(3))
        for row in range(table.rowCount())
    ]


CRANE = ("The crane falls", "reports it", "A crane fell at noon")
HURT = ("The inquiry", "gives background", "three were hurt")


def test_the_passages_mentions_are_shown_with_their_words(open_at: Open) -> None:
    dialog = open_at()
    assert dialog.windowTitle() == "Mentions in B.1"
    assert rows(dialog) == [CRANE, HURT]
    assert dialog.event_choice.currentText() == "The crane falls"
    assert dialog.relation_choice.relation() is Relation.REPORTS


def test_a_relation_is_changed_by_its_key_and_undone(open_at: Open, qtbot: QtBot) -> None:
    dialog = open_at()
    press(KEY.Key_D, ALT)
    qtbot.waitUntil(lambda: rows(dialog)[0] == ("The crane falls", "denies it", CRANE[2]))
    press(KEY.Key_Z, CONTROL)
    assert rows(dialog) == [CRANE, HURT]
    assert not dialog.undo.isEnabled()


def test_another_event_is_given_by_typing(open_at: Open, session: Session) -> None:
    dialog = open_at()
    dialog.table.selectRow(1)
    dialog.event_choice.setFocus()
    line = dialog.event_choice.lineEdit()
    assert line is not None
    line.selectAll()
    typed("ships")
    press(KEY.Key_Tab)
    assert rows(dialog) == [CRANE, ("Ships wait", "gives background", "three were hurt")]
    assert session.spoken[event_named(session, "Ships wait").id] == {
        source_named(session, "herald").id
    }
    session.undo_stack.undo()
    assert rows(dialog) == [CRANE, HURT]


def test_a_mention_is_deleted_and_brought_back(open_at: Open, session: Session) -> None:
    dialog = open_at()
    before = session.corpus.mentions.all()
    dialog.table.setFocus()
    press(KEY.Key_Delete)
    assert rows(dialog) == [HURT]
    press(KEY.Key_Z, CONTROL)
    assert rows(dialog) == [CRANE, HURT]
    assert session.corpus.mentions.all() == before


def test_delete_in_a_field_deletes_no_mention(open_at: Open) -> None:
    dialog = open_at()
    dialog.event_choice.setFocus()
    press(KEY.Key_Delete)
    assert rows(dialog) == [CRANE, HURT]


def test_undo_goes_no_further_than_this_dialog(open_at: Open, session: Session) -> None:
    event = event_named(session, "Ships wait").id
    session.perform(lambda corpus: (event, corpus.events.delete(event)))
    dialog = open_at()
    assert not dialog.undo.isEnabled()
    press(KEY.Key_Z, CONTROL)
    assert event not in session.events_by_id


def test_what_changes_elsewhere_is_shown(open_at: Open, session: Session) -> None:
    dialog = open_at()
    dialog.table.selectRow(1)
    event = event_named(session, "The crane falls").id
    session.perform(lambda corpus: (event, corpus.events.delete(event)))
    assert rows(dialog) == [HURT]
    assert dialog.event_choice.currentText() == "The inquiry"


def test_a_mention_of_a_whole_passage_says_so(open_at: Open) -> None:
    assert rows(open_at(1, "tower/digest")) == [
        ("The crane falls", "reports it", "the whole passage")
    ]


def test_a_passage_without_mentions_says_what_to_do(open_at: Open) -> None:
    dialog = open_at(1)
    assert "No event is marked in this passage. E marks one." in words_of(dialog)
    assert dialog.table.isHidden()
    assert dialog.editor.isHidden()


def test_a_change_the_file_did_not_take_is_said_and_not_shown(
    open_at: Open, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_at()

    def fail(*given: object, **named: object) -> None:
        raise WriteError(file="harbour.triptych", reason="the disk is full")

    monkeypatch.setattr(session.corpus.mentions, "delete", fail)
    dialog.delete.click()
    assert rows(dialog) == [CRANE, HURT]
    assert "the disk is full" in dialog.error.text()
    assert dialog.error.isVisible()


def test_a_corpus_for_reading_only_is_not_edited(
    open_at: Open, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(session.corpus), "read_only", True, raising=False)
    monkeypatch.setattr(session.corpus, "read_only", True, raising=False)
    dialog = open_at()
    assert rows(dialog) == [CRANE, HURT]
    assert not dialog.editor.isEnabled()
    dialog.table.setFocus()
    press(KEY.Key_Delete)
    assert rows(dialog) == [CRANE, HURT]


def test_escape_closes(open_at: Open) -> None:
    dialog = open_at()
    press(KEY.Key_Escape)
    assert not dialog.isVisible()
