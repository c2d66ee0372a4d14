"""Suggested claims: marked as such, in no comparison before somebody accepts them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.comparing.comparison import Comparison
from db.corpus.claim_fields import ClaimFields
from desktop.reading.decoration import MarkStyle
from desktop.recording.claims_dialog import ClaimsDialog
from desktop.recording.suggestions import Suggestions
from tests.builders import contents, held, span
from tests.desktop.recording.conftest import Answer
from tests.desktop.recording.test_claims import aspect_named
from tests.stories.reader import Reader

WORDS = "more than 70 people were killed"


@pytest.fixture
def strip(reader: Reader) -> Suggestions:
    """Two claims are suggested for the event at hand."""
    session = reader.desk.session
    corpus, event = session.corpus, session.selection.event_id
    assert event is not None
    for source, words, aspect, least in (
        ("tower", WORDS, "Deaths", 71), ("chronicle", "не менее 11 человек", "Injured", 11),
    ):  # fmt: skip
        fields = ClaimFields(
            event, aspect_named(reader, aspect), min=least, unit="people", status="suggested"
        )
        edition = held(corpus, f"{source}/original")
        place = (edition, *span(corpus, edition, words))
        session.perform(lambda c, fields=fields, place=place: c.claims.add(fields, *place))
    found = reader.window.commands.suggesting.strip
    assert found is not None
    found.refill()
    reader.wait()
    return found


def statuses(reader: Reader) -> list[str]:
    claims = reader.desk.session.corpus.claims.all()
    return sorted(claim.status for claim in claims)


def compared(reader: Reader) -> set[int]:
    rows = Comparison(reader.desk.session.corpus).rows()
    return {claim.id for row in rows for claim in row.claims}


def marks(reader: Reader, letter: str) -> set[MarkStyle]:
    column = reader.column(letter)
    assert column.shown is not None
    passages = range(len(column.shown.text))
    return {m.style for p in passages for m in column.pane.body.decoration.marks(p)}


def test_the_panel_shows_a_suggestion_and_compares_it_only_once_accepted(
    reader: Reader, strip: Suggestions
) -> None:
    assert strip.isVisible()
    assert "1 of 2" in strip.head.text()
    assert "not compared" in strip.head.text()
    assert strip.said.text() == "A.2  Deaths: over 70"
    assert len(compared(reader)) == 2
    assert marks(reader, "A") == {MarkStyle.SUGGESTED}
    reader.column("A").pane.setFocus()
    reader.presses(Qt.Key.Key_A)
    assert statuses(reader) == ["accepted", "accepted", "accepted", "suggested"]
    assert len(compared(reader)) == 3
    assert marks(reader, "A") == {MarkStyle.FIGURE}
    strip.refill()
    assert "1 of 1" in strip.head.text()
    reader.does("undo")
    assert len(compared(reader)) == 2


def test_a_suggestion_is_rejected_by_key_and_undo_brings_it_back(
    reader: Reader, strip: Suggestions
) -> None:
    before = contents(reader.desk.session.corpus)
    strip.step()
    assert strip.said.text().startswith("C.1")
    reader.column("A").pane.setFocus()
    reader.presses(Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert statuses(reader) == ["accepted", "accepted", "suggested"]
    reader.does("undo")
    assert contents(reader.desk.session.corpus) == before


def test_from_the_panel_one_goes_to_the_words(reader: Reader, strip: Suggestions) -> None:
    QTest.mouseClick(strip.said, Qt.MouseButton.LeftButton)
    reader.wait()
    assert reader.column("A").pane.selected_text() == WORDS


def test_where_nothing_is_suggested_the_panel_says_nothing_and_the_key_says_so(
    reader: Reader,
) -> None:
    strip = reader.window.commands.suggesting.strip
    assert strip is not None
    strip.refill()
    assert not strip.isVisible()
    reader.does("accept_suggestion")
    assert "No claim is suggested" in reader.said()


def test_the_list_of_suggestions_accepts_and_rejects_by_key(
    reader: Reader, strip: Suggestions, answers: list[Answer]
) -> None:
    def work(dialog: ClaimsDialog) -> None:
        assert dialog.table.rowCount() == 2
        assert dialog.table.item(0, 0).text() == "A.2 · suggested"
        assert dialog.accept_button.isVisible()
        assert "in no comparison" in dialog.told.text()
        QTest.keyClick(dialog.table, Qt.Key.Key_A)
        assert dialog.table.rowCount() == 1
        QTest.keyClick(dialog.table, Qt.Key.Key_R)
        assert dialog.nothing.isVisible()
        assert statuses(reader) == ["accepted", "accepted", "accepted"]
        dialog.which.setCurrentIndex(dialog.which.count() - 1)
        assert dialog.table.rowCount() == 3
        assert not dialog.accept_button.isVisible()
        # A key for suggestions does nothing to what was accepted.
        QTest.keyClick(dialog.table, Qt.Key.Key_R)
        assert dialog.table.rowCount() == 3

    answers.append(work)
    reader.does("suggestions")
    assert not answers


def test_figures_that_nothing_is_claimed_of_are_suggested(reader: Reader) -> None:
    session = reader.desk.session
    event = session.selection.event_id
    assert event is not None
    corpus = session.corpus
    for source, words in (("tower", "Dockers say"), ("herald", "The mayor")):
        edition = held(corpus, f"{source}/original")
        corpus.mentions.add(event, edition, *span(corpus, edition, words))
    before = contents(corpus)
    reader.does("suggest")
    # "three dockers" and "dozens" are claimed already; "two of them" has no aspect but injured.
    found = [c for c in corpus.claims.all() if c.status == "suggested"]
    aspects = {a.id: a.title for a in corpus.aspects.all()}
    said = {(aspects[c.aspect_id], c.min, c.max, c.hedge) for c in found}
    assert ("Deaths", 71, None, "reported") in said
    names = {v.id: v.name for v in corpus.voices.all()}
    assert [names[v] for c in found if c.min == 71 for v in c.voices] == ["Dockers"]
    assert "suggested beside the text" in reader.said()
    reader.does("suggest")
    assert "Every figure" in reader.said()
    reader.does("undo")
    assert contents(corpus) == before


def test_a_suggestion_that_is_corrected_stays_one(
    reader: Reader, strip: Suggestions, answers: list[Answer]
) -> None:
    answers.append(lambda dialog: QTest.keyClick(dialog.table, Qt.Key.Key_Return))
    answers.append(lambda dialog: dialog.ok.click())
    reader.does("suggestions")
    assert statuses(reader) == ["accepted", "accepted", "suggested", "suggested"]
