"""C on selected words: the form comes filled, everything can be corrected, all can be undone."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from db.records import Claim
from desktop.dialogs.event_dialog import EventDialog
from desktop.recording.aspect_dialog import AspectDialog
from desktop.recording.claim_dialog import ClaimDialog
from desktop.recording.claims_dialog import ClaimsDialog
from tests.builders import contents
from tests.desktop.recording.conftest import Answer
from tests.stories.reader import Reader


def newest(reader: Reader) -> Claim:
    return max(reader.desk.session.corpus.claims.all(), key=lambda claim: claim.id)


def count(reader: Reader) -> int:
    return len(reader.desk.session.corpus.claims.all())


def aspect_named(reader: Reader, title: str) -> int:
    return next(a.id for a in reader.desk.session.corpus.aspects.all() if a.title == title)


def says(dialog: ClaimDialog) -> str:
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def test_the_form_is_filled_from_the_words_and_says_why(
    reader: Reader, answers: list[Answer]
) -> None:
    def look(dialog: ClaimDialog) -> None:
        form = dialog.form
        assert form.event_choice.currentText() == "The crane falls"
        assert form.aspect_choice.currentText() == "Deaths"
        assert form.value.figure.least.text() == "71"
        assert form.value.figure.most.text() == ""
        assert form.value.figure.unit.currentText() == "people"
        assert form.scope.currentText() == "all"
        assert form.hedge.hedge() == "reported"
        voice = form.voices.chain()
        assert [v.name for v in reader.desk.session.corpus.voices.all() if v.id in voice] == [
            "Dockers"
        ]
        words = says(dialog)
        assert "Read from “more than 70 people”." in words
        assert "Read from “say”." in words
        assert "Read from “Dockers”." in words
        assert "“killed”" in words
        assert "A.2" in words

    answers.append(look)
    reader.selects("A", "more than 70 people were killed")
    reader.presses(Qt.Key.Key_C)
    assert not answers
    assert count(reader) == 2


def test_an_event_that_is_not_there_yet_is_made_from_the_form(
    reader: Reader, answers: list[Answer]
) -> None:
    def names(dialog: EventDialog) -> None:
        assert dialog.title.text() == "The dockers count", "what was typed and not found"
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    def records(dialog: ClaimDialog) -> None:
        dialog.form.event_choice.setEditText("The dockers count")
        dialog.form.new_event.click()
        assert dialog.form.event_choice.currentText() == "The dockers count"
        assert dialog.form.value.figure.least.text() == "71", "what was read stays"
        QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)

    answers.extend([records, names])
    session = reader.desk.session
    session.selection.set_event(None)
    reader.selects("A", "more than 70 people were killed")
    reader.presses(Qt.Key.Key_C)
    assert session.selection.event_id == newest(reader).event_id, "what was recorded is seen"
    assert session.events_by_id[newest(reader).event_id].title == "The dockers count"
    reader.does("undo")
    reader.does("undo")
    assert all(e.title != "The dockers count" for e in session.events)


def test_a_claim_is_recorded_on_its_words_and_undone(reader: Reader, answers: list[Answer]) -> None:
    session = reader.desk.session
    before = contents(session.corpus)
    answers.append(lambda dialog: QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton))
    reader.selects("A", "more than 70 people were killed")
    reader.presses(Qt.Key.Key_C)
    claim = newest(reader)
    assert (claim.min, claim.max, claim.unit, claim.hedge) == (71, None, "people", "reported")
    place = next(p for p in session.corpus.claims.placements() if p.claim_id == claim.id)
    column = reader.column("A")
    assert column.shown is not None
    assert column.shown.text.text[place.start : place.end] == "more than 70 people were killed"
    # The passage did not speak of the event before; now it does.
    assert column.spans
    reader.does("undo")
    assert contents(session.corpus) == before
    reader.does("redo")
    assert count(reader) == 3


def test_every_field_can_be_corrected_and_the_form_says_so(
    reader: Reader, answers: list[Answer]
) -> None:
    def correct(dialog: ClaimDialog) -> None:
        form = dialog.form
        form.value.figure.least.setText("")
        form.value.figure.most.setText("1 500")
        form.value.figure.vague.setText("up to")
        assert "was read as 71 or more people" in says(dialog)
        form.scope.setEditText("by evening")
        form.hedge.choose("alleged")
        form.denied.setChecked(True)
        form.voices.set_chain((form.voices.chain()[0], "A cook"))
        form.as_of.typed.setText("16 Dec 2011 14:00")
        form.note.setText("counted twice")
        assert "it was read as reported" in says(dialog)
        dialog.accept()

    answers.append(correct)
    reader.selects("A", "more than 70 people were killed")
    reader.does("claim")
    claim, corpus = newest(reader), reader.desk.session.corpus
    assert (claim.min, claim.max, claim.vague) == (None, 1500, "up to")
    assert (claim.scope, claim.hedge, claim.polarity) == ("by evening", "alleged", "deny")
    assert claim.as_of.edtf == "2011-12-16T14:00:00"
    assert claim.note == "counted twice"
    names = {v.id: v.name for v in corpus.voices.all()}
    assert [names[v] for v in claim.voices] == ["Dockers", "A cook"]
    reader.does("undo")
    assert "A cook" not in {v.name for v in corpus.voices.all()}


@pytest.mark.parametrize(
    ("least", "most", "sentence"),
    [
        ("80", "70", "above the greatest"),
        ("many", "", "is not a number"),
        ("", "", "no figure and no word"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_the_form_stays(
    reader: Reader, answers: list[Answer], least: str, most: str, sentence: str
) -> None:
    def try_it(dialog: ClaimDialog) -> None:
        dialog.form.value.figure.least.setText(least)
        dialog.form.value.figure.most.setText(most)
        dialog.accept()
        assert dialog.isVisible()
        assert sentence in dialog.error.text()

    answers.append(try_it)
    reader.selects("A", "more than 70 people were killed")
    reader.does("claim")
    assert count(reader) == 2
    assert reader.said() == ""


def test_a_voice_cannot_quote_itself(reader: Reader, answers: list[Answer]) -> None:
    def try_it(dialog: ClaimDialog) -> None:
        voice = dialog.form.voices.chain()[0]
        dialog.form.voices.set_chain((voice, voice))
        dialog.accept()
        assert "quote itself" in dialog.error.text()

    answers.append(try_it)
    reader.selects("A", "more than 70 people were killed")
    reader.does("claim")
    assert count(reader) == 2


def test_of_several_figures_one_is_chosen(reader: Reader, answers: list[Answer]) -> None:
    def choose(dialog: ClaimDialog) -> None:
        assert dialog.figures.count() == 3
        dialog.figures.choose(1)
        assert dialog.form.value.figure.least.text() == "2"
        dialog.figures.choose(None)
        assert dialog.form.value.kind != "number"
        dialog.figures.choose(0)
        assert dialog.form.value.figure.least.text() == "71"

    answers.append(choose)
    # Without a selection it is the whole passage.
    column = reader.column("A")
    column.pane.select(30, 30)
    assert column.shown is not None
    column.pane.set_caret_mode(True)
    column.pane.setFocus()
    reader.presses(Qt.Key.Key_C)
    assert not answers


def test_words_of_another_language_are_read_as_well(reader: Reader, answers: list[Answer]) -> None:
    def look(dialog: ClaimDialog) -> None:
        form = dialog.form
        assert form.value.figure.least.text() == "11"
        assert form.hedge.hedge() == "reported"
        names = {v.id: v.name for v in reader.desk.session.corpus.voices.all()}
        assert [names[v] for v in form.voices.chain() if isinstance(v, int)] == ["Полиция"]

    answers.append(look)
    reader.selects("C", "не менее 11 человек")
    reader.does("claim")


def test_whoever_denies_is_taken_to_say_that_it_is_not_so(
    reader: Reader, answers: list[Answer]
) -> None:
    def look(dialog: ClaimDialog) -> None:
        assert dialog.form.hedge.hedge() == "denied"
        assert dialog.form.denied.isChecked()
        assert "Read from “denies”." in says(dialog)
        dialog.form.denied.setChecked(False)
        assert "it was read as denied" in says(dialog)

    answers.append(look)
    reader.selects("A", "The port master denies that any crane fell")
    reader.does("claim")
    assert not answers


def test_a_choice_that_is_new_is_offered_to_all_from_then_on(
    reader: Reader, answers: list[Answer]
) -> None:
    def choose(dialog: ClaimDialog) -> None:
        form = dialog.form
        form.aspect_choice.choose(aspect_named(reader, "Cause"))
        assert form.value.choice.isVisible()
        form.value.choice.setEditText("rust")
        assert "rust" in form.value.new.text()
        dialog.accept()

    answers.append(choose)
    reader.selects("A", "the crane fell")
    reader.does("claim")
    assert newest(reader).value == "rust"
    cause = next(a for a in reader.desk.session.corpus.aspects.all() if a.title == "Cause")
    assert ("rust", "") in cause.choices
    reader.does("undo")
    cause = next(a for a in reader.desk.session.corpus.aspects.all() if a.title == "Cause")
    assert ("rust", "") not in cause.choices


def test_a_time_is_read_from_the_words(reader: Reader, answers: list[Answer]) -> None:
    def choose(dialog: ClaimDialog) -> None:
        dialog.form.aspect_choice.choose(aspect_named(reader, "Moment"))
        assert "2011-12-17" in dialog.form.value.value()
        dialog.accept()

    answers.append(choose)
    reader.selects("C", "подожжен 17 декабря 2011 года")
    reader.does("claim")
    assert newest(reader).value == "2011-12-17"


def test_a_new_aspect_is_made_from_the_form(reader: Reader, answers: list[Answer]) -> None:
    def make(dialog: AspectDialog) -> None:
        dialog.accept()
        assert "title" in dialog.error.text()
        dialog.title.setText("Weather")
        dialog._types["choice"].setChecked(True)
        for word in ("fog", " wind "):
            dialog.choices.add.click()
            QTest.keyClicks(QApplication.focusWidget(), word)
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            QApplication.processEvents()
        assert dialog.isVisible()
        assert dialog.fields().choices == (("fog", ""), ("wind", ""))
        dialog.accept()

    def ask(dialog: ClaimDialog) -> None:
        QTest.mouseClick(dialog.form.new_aspect, Qt.MouseButton.LeftButton)
        assert dialog.form.aspect_choice.currentText() == "Weather"
        dialog.form.value.choice.setEditText("fog")
        dialog.accept()

    answers += [ask, make]
    reader.selects("A", "Smoke over the harbour")
    reader.does("claim")
    assert newest(reader).value == "fog"


def test_a_new_aspect_begins_with_the_unit_of_the_figure(
    reader: Reader, answers: list[Answer]
) -> None:
    def make(dialog: AspectDialog) -> None:
        dialog.title.setText("Missing")
        assert (dialog.fields().unit, dialog.fields().counts) == ("people", True)
        dialog.accept()

    answers += [lambda dialog: dialog.form.new_aspect.click(), make]
    reader.selects("A", "more than 70 people were killed")
    reader.does("claim")
    assert aspect_named(reader, "Missing")


def test_claims_of_a_passage_are_corrected_and_deleted(
    reader: Reader, answers: list[Answer]
) -> None:
    def correct(dialog: ClaimDialog) -> None:
        assert dialog.form.value.figure.least.text() == "3"
        dialog.form.value.figure.most.setText("4")
        dialog.accept()

    def work(dialog: ClaimsDialog) -> None:
        assert dialog.table.rowCount() == 1
        assert dialog.table.item(0, 3).text() == "3"
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
        assert dialog.table.item(0, 3).text() == "3–4"
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
        assert dialog.table.rowCount() == 0
        assert dialog.nothing.isVisible()
        dialog.undo_button.click()
        assert dialog.table.rowCount() == 1
        dialog.undo_button.click()
        assert dialog.table.item(0, 3).text() == "3"
        assert not dialog.undo_button.isEnabled()

    answers += [work, correct]
    reader.selects("B", "crane")
    reader.presses(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert not answers


def test_from_a_claim_one_goes_to_its_words(reader: Reader, answers: list[Answer]) -> None:
    answers.append(lambda dialog: dialog.go_button.click())
    reader.selects("B", "inquiry")
    reader.does("claims")
    assert reader.column("B").pane.selected_text() == "dozens injured"


def test_a_selection_over_passages_is_taken_as_far_as_one_passage(
    reader: Reader, answers: list[Answer]
) -> None:
    def look(dialog: ClaimDialog) -> None:
        assert "A.2" in reader.said()
        dialog.accept()

    answers.append(look)
    column = reader.column("A")
    assert column.shown is not None
    text = column.shown.text
    column.pane.select(text.text.index("killed"), text.text.index("denies"))
    reader.desk.reading.set_active(column)
    reader.does("claim")
    place = max(reader.desk.session.corpus.claims.placements(), key=lambda p: p.claim_id)
    assert place.end == text.ends[1]


def test_a_read_only_corpus_shows_its_claims_and_changes_none(
    reader: Reader, answers: list[Answer]
) -> None:
    from db.corpus import Corpus
    from desktop.session import Session

    path = reader.desk.session.corpus.path
    reader.window.open_session(Session(Corpus.open(path, read_only=True)))
    reader.wait()

    def look(dialog: ClaimsDialog) -> None:
        assert dialog.table.rowCount() == 1
        assert not dialog.edit_button.isEnabled()
        assert not dialog.delete_button.isEnabled()
        assert not dialog.add.isEnabled()

    answers.append(look)
    reader.selects("B", "crane")
    reader.does("claims")
    reader.does("claim")
    assert not answers
    assert "is open for reading only" in reader.said()


def test_letters_typed_into_a_field_are_letters(reader: Reader, answers: list[Answer]) -> None:
    reader.window.search_field.setFocus()
    QTest.keyClicks(reader.window.search_field, "clnN CLE")
    assert reader.window.search_field.text() == "clnN CLE"
    reader.window.search_field.clear()
    reader.wait()


def test_where_no_words_are_in_sight_nothing_is_recorded(
    reader: Reader, answers: list[Answer]
) -> None:
    reader.selects("A", "more than 70 people were killed")
    reader.does("view_matrix")
    for action in ("claim", "link", "name"):
        reader.does(action)
        assert "columns" in reader.said()


def test_every_key_of_the_form_leads_to_one_field(reader: Reader, answers: list[Answer]) -> None:
    def look(dialog: ClaimDialog) -> None:
        labels: list[QLabel | QAbstractButton] = [
            *dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton),
        ]  # fmt: skip
        marked = [re.search("&([^&])", each.text()) for each in labels if each.isVisible()]
        keys = [found[1].lower() for found in marked if found]
        assert len(keys) == len(set(keys)), sorted(keys)

    answers += [look, look]
    reader.selects("A", "more than 70 people were killed")
    reader.does("claim")
    reader.selects("A", "Smoke over the harbour")
    reader.does("claim")
