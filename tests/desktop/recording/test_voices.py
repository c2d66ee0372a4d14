"""Voices: who they are, where they are quoted, and one made of two."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.corpus.claim_fields import ClaimFields
from db.corpus.voices import VoiceFields
from db.records import Voice
from desktop.recording.claim_dialog import ClaimDialog
from desktop.recording.claims_dialog import ClaimsDialog
from desktop.recording.merge_dialog import MergeDialog
from desktop.recording.voice_form import VoiceForm
from desktop.recording.voices_dialog import VoicesDialog
from tests.builders import contents, held, span
from tests.desktop.recording.conftest import Answer
from tests.desktop.recording.test_claims import aspect_named, newest
from tests.stories.reader import Reader

WORDS = "more than 70 people were killed"


def voice(reader: Reader, name: str) -> Voice:
    return next(v for v in reader.desk.session.corpus.voices.all() if v.name == name)


def claim_by(reader: Reader, *names: str) -> None:
    session = reader.desk.session
    event = session.selection.event_id
    assert event is not None
    edition = held(session.corpus, "tower/original")
    voices = tuple(voice(reader, name).id for name in names)
    fields = ClaimFields(event, aspect_named(reader, "Deaths"), min=71, voices=voices)
    place = (edition, *span(session.corpus, edition, WORDS))
    session.perform(lambda corpus: corpus.claims.add(fields, *place))


def row_of(dialog: VoicesDialog, name: str) -> list[str]:
    for row in range(dialog.table.rowCount()):
        said = [dialog.table.item(row, n).text() for n in range(dialog.table.columnCount())]
        if said[0] == name:
            dialog.table.selectRow(row)
            return said
    return []


def test_a_voice_is_named_kept_and_noted(reader: Reader, answers: list[Answer]) -> None:
    before = contents(reader.desk.session.corpus)

    def look(dialog: VoicesDialog) -> None:
        dialog.filter.setText("DOCK")
        assert dialog.table.rowCount() == 1
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        assert row_of(dialog, "Dockers' union") == [
            "Dockers' union", "organisation", "first-hand", "0", "Met in May.",
        ]  # fmt: skip
        assert "Key: dockers" in dialog.told.text()

    def fill(form: VoiceForm) -> None:
        form.name.setText("The port master")
        form.accept()
        assert "voice named The port master already" in form.error.text()
        form.name.setText(" ")
        form.accept()
        assert "needs a name" in form.error.text()
        form.name.setText("Dockers'  union")
        form.kind.setEditText("organisation")
        form.hand.choose("yes")
        form.note.setText("Met in May.")
        QTest.keyClick(form.name, Qt.Key.Key_Return)

    answers += [look, fill]
    reader.does("voices")
    assert not answers
    reader.does("undo")
    assert contents(reader.desk.session.corpus) == before


def test_where_a_voice_is_quoted_is_counted_and_gone_to(
    reader: Reader, answers: list[Answer]
) -> None:
    claim_by(reader, "Dockers")

    def look(dialog: VoicesDialog) -> None:
        assert row_of(dialog, "The port master")[3] == "0"
        assert not dialog.go_button.isEnabled()
        assert dialog.delete_button.isEnabled()
        assert row_of(dialog, "Dockers")[3] == "1"
        assert not dialog.delete_button.isEnabled()
        dialog.go_button.click()

    def go(dialog: ClaimsDialog) -> None:
        assert dialog.which.currentText() == "On the word of Dockers"
        assert dialog.table.rowCount() == 1
        dialog.go_button.click()

    answers += [look, go]
    reader.does("voices")
    assert not answers
    assert reader.column("A").pane.selected_text() == WORDS


def test_two_voices_are_made_one(reader: Reader, answers: list[Answer]) -> None:
    claim_by(reader, "The port master", "Dockers")
    reader.desk.session.perform(lambda corpus: corpus.voices.add(VoiceFields("Harbour master")))
    before = contents(reader.desk.session.corpus)

    def merge(dialog: VoicesDialog) -> None:
        row_of(dialog, "The port master")
        dialog.merge_button.click()
        assert row_of(dialog, "The port master") == []
        assert row_of(dialog, "Harbour master")[3] == "1"

    def into(dialog: MergeDialog) -> None:
        dialog.into.setEditText("Harb")
        QTest.keyClick(dialog.into, Qt.Key.Key_Return)

    answers += [merge, into]
    reader.does("voices")
    assert not answers
    names = {v.id: v.name for v in reader.desk.session.corpus.voices.all()}
    assert [names[v] for v in newest(reader).voices] == ["Harbour master", "Dockers"]
    reader.does("undo")
    assert contents(reader.desk.session.corpus) == before


def test_voices_that_would_go_round_in_a_circle_are_refused_with_a_sentence(
    reader: Reader, answers: list[Answer]
) -> None:
    claim_by(reader, "Dockers", "Полиция", "The port master")

    def merge(dialog: VoicesDialog) -> None:
        row_of(dialog, "The port master")
        dialog.merge_button.click()
        assert row_of(dialog, "The port master")
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    def into(dialog: MergeDialog) -> None:
        dialog.into.choose(voice(reader, "Dockers").id)
        dialog.ok.click()
        assert "In A001 a voice would quote itself through others." in dialog.error.text()
        assert dialog.isVisible()

    def is_the_source(form: VoiceForm) -> None:
        form.source.choose(next(s.id for s in reader.desk.session.sources if s.letter == "A"))
        form.accept()
        assert "would quote itself" in form.error.text()

    answers += [merge, into, is_the_source]
    reader.does("voices")
    assert not answers


def test_a_new_voice_of_the_claim_form_gets_kind_and_nearness(
    reader: Reader, answers: list[Answer]
) -> None:
    def fill(dialog: ClaimDialog) -> None:
        dialog.form.voices.set_chain(("A cook", "A smith"))
        QApplication.processEvents()
        first = dialog.form.voices._rows[0]
        assert first.kind.isVisible()
        assert first.hand.hand() == "unknown"
        first.kind.setEditText("eyewitness")
        first.hand.choose("yes")
        dialog.accept()

    answers.append(fill)
    reader.selects("A", WORDS)
    reader.does("claim")
    cook, smith = voice(reader, "A cook"), voice(reader, "A smith")
    assert (cook.kind, cook.first_hand) == ("eyewitness", "yes")
    assert (smith.kind, smith.first_hand) == ("", "unknown")
    assert newest(reader).voices == (cook.id, smith.id)


@pytest.mark.parametrize("name", ["Dockers", " Dockers "])
def test_a_voice_that_is_known_asks_for_nothing_more(
    reader: Reader, answers: list[Answer], name: str
) -> None:
    def fill(dialog: ClaimDialog) -> None:
        dialog.form.voices.set_chain((name,))
        QApplication.processEvents()
        assert not dialog.form.voices._rows[0].kind.isVisible()
        assert dialog.form.voices.chain() == (voice(reader, "Dockers").id,)

    answers.append(fill)
    reader.selects("A", WORDS)
    reader.does("claim")
    assert not answers
