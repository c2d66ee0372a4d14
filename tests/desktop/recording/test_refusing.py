"""What cannot be kept is refused before anything is typed, and what was typed stays."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from db.corpus import Corpus
from desktop.application import Application
from desktop.commands.handlers import WRITING
from desktop.dialogs.event_dialog import EventDialog
from desktop.dialogs.mention_dialog import MentionDialog
from desktop.dialogs.silence_dialog import SilenceDialog
from tests import builders
from tests.desktop.recording.conftest import Answer
from tests.stories.reader import Reader


def gone(reader: Reader) -> None:
    reader.desk.session.corpus.path.unlink()


@pytest.mark.parametrize("action", ["new_event", "mention", "claim", "link", "note", "name"])
def test_a_corpus_held_elsewhere_asks_for_no_words(
    application: Application, tmp_path: Path, answers: list[Answer], action: str
) -> None:
    path = tmp_path / "held.triptych"
    builders.harbour(path).close()
    with Corpus.open(path, hold=True):
        reader = Reader(application, path)
        reader.does(action)
        assert "held.triptych is open in another Triptych" in reader.said()
        # A dialog would have had no answer waiting for it.
        assert not answers


def test_every_action_that_writes_is_guarded_and_declared(reader: Reader) -> None:
    assert set(reader.window.actions_.ids()) >= WRITING


def test_an_event_that_could_not_be_written_is_still_in_its_form(
    reader: Reader, answers: list[Answer]
) -> None:
    def fill(dialog: EventDialog) -> None:
        dialog.title.setText("The gate is shut")
        dialog.summary.setPlainText("Nobody says who shut it.")
        gone(reader)
        dialog.ok.click()
        assert dialog.isVisible()
        assert "is not there any more" in dialog.error.text()
        assert dialog.fields().summary == "Nobody says who shut it."

    answers.append(fill)
    reader.does("new_event")
    assert not answers


def test_an_edited_event_that_could_not_be_written_is_still_in_its_form(
    reader: Reader, answers: list[Answer]
) -> None:
    def fill(dialog: EventDialog) -> None:
        dialog.title.setText("Another title")
        gone(reader)
        dialog.ok.click()
        assert dialog.isVisible()
        assert "is not there any more" in dialog.error.text()

    answers.append(fill)
    reader.does("edit_event")
    assert not answers


def test_a_mention_and_a_silence_that_could_not_be_written_stay_open(
    reader: Reader, answers: list[Answer]
) -> None:
    def mark(dialog: MentionDialog) -> None:
        gone(reader)
        dialog.ok.click()
        assert dialog.isVisible()
        assert "is not there any more" in dialog.error.text()

    answers.append(mark)
    reader.does("mention")

    def settle(dialog: SilenceDialog) -> None:
        dialog.reason_line.setText("It went to press before")
        accepted = [b for b in dialog.buttons.findChildren(QPushButton) if b.isDefault()]
        accepted[0].click()
        assert dialog.isVisible()
        assert dialog.reason() == "It went to press before"
        assert "is not there any more" in dialog.error.text()

    session = reader.desk.session
    spoken = session.spoken
    event, source = next(
        (e.id, s.id) for e in session.events for s in session.sources
        if s.id not in spoken.get(e.id, ())
    )  # fmt: skip
    session.selection.set_event(event)
    answers.append(settle)
    reader.window.commands.editing.review_source(source)
    assert not answers
