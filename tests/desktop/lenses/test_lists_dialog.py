"""Word lists changed in the program: read at once by lenses and claim form, refused in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.corpus.claim_fields import ClaimFields
from db.records import ClaimRelation
from db.text.list_files import VAGUE
from desktop.lenses.lists_dialog import ListsDialog
from desktop.lenses.reader_lists import ReaderLists
from desktop.recording.claim_dialog import ClaimDialog
from tests.builders import held, span
from tests.desktop.conftest import Show
from tests.desktop.recording.conftest import Answer, answers, reader
from tests.stories.reader import Reader

__all__ = ["answers", "reader"]


class Renewals(list[int]):
    def __call__(self) -> None:
        self.append(1)


@pytest.fixture
def lists(tmp_path: Path) -> ReaderLists:
    return ReaderLists(tmp_path / "word_lists")


@pytest.fixture
def renewed() -> Renewals:
    return Renewals()


@pytest.fixture
def dialog(lists: ReaderLists, renewed: Renewals, show: Show) -> ListsDialog:
    made = ListsDialog(lists, renewed, None)
    show(made)
    return made


def test_a_phrase_typed_is_kept_and_used(
    dialog: ListsDialog, lists: ReaderLists, renewed: Renewals
) -> None:
    dialog.choose("en", "hedges", "alleged")
    dialog.words.setPlainText("mayhap\n  so  they say \n\nmayhap\n")
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert lists.lists.table("en", "hedges")["alleged"] == ["mayhap", "so they say"]
    assert lists.lists.table("en", "hedges")["denied"]
    assert dialog.state.text() == "changed by you"
    assert renewed
    assert dialog.isVisible()
    assert not dialog.ok.isEnabled()


def test_what_is_typed_in_several_lists_is_saved_together(
    dialog: ListsDialog, lists: ReaderLists
) -> None:
    dialog.choose("en", "hedges", "alleged")
    dialog.words.setPlainText("mayhap")
    dialog.choose("en", "hedges", "denied")
    dialog.words.setPlainText("nowise")
    dialog.choose("kk", VAGUE, VAGUE)
    dialog.words.setPlainText("көп = 10–99")
    dialog.choose("en", "hedges", "alleged")
    assert dialog.words.toPlainText() == "mayhap"
    dialog.ok.click()
    assert lists.lists.table("en", "hedges")["alleged"] == ["mayhap"]
    assert lists.lists.table("en", "hedges")["denied"] == ["nowise"]
    assert lists.lists.table("kk", VAGUE) == {"көп": [10, 99]}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("dozens", "needs the least and the greatest number"),
        ("dozens = 99–24", "the least, 99, is above the greatest, 24"),
        ("dozens = 1.2.3–9", "that is no number"),
        ("*** = 2–9", "is no word"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_with_a_sentence(
    dialog: ListsDialog, lists: ReaderLists, line: str, sentence: str
) -> None:
    dialog.choose("en", VAGUE, VAGUE)
    dialog.words.appendPlainText(line)
    dialog.ok.click()
    assert sentence in dialog.error.text()
    assert dialog.words.toPlainText().endswith(line)
    assert not any(state.is_copied for state in lists.states())


def test_closing_with_something_unsaved_takes_two_presses(dialog: ListsDialog) -> None:
    dialog.choose("ru", "voices", "verbs")
    dialog.words.setPlainText("молвил")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Not saved yet: Attributions and voices" in dialog.error.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_list_can_be_put_back(dialog: ListsDialog, lists: ReaderLists) -> None:
    before = lists.lists.table("en", "hedges")
    dialog.choose("en", "hedges", "alleged")
    shipped = dialog.words.toPlainText()
    dialog.words.setPlainText("mayhap")
    dialog.ok.click()
    dialog.restore.click()
    assert dialog.words.toPlainText() == shipped
    assert lists.lists.table("en", "hedges") == before
    assert "mayhap" in (lists.folder / "en" / "hedges.old.toml").read_text(encoding="utf-8")


def test_the_claim_form_reads_by_the_readers_lists(reader: Reader, answers: list[Answer]) -> None:
    def change(dialog: ListsDialog) -> None:
        for group, words in (("alleged", "say"), ("reported", "")):
            dialog.choose("en", "hedges", group)
            dialog.words.setPlainText(words)
        dialog.choose("en", "voices", "verbs")
        dialog.words.setPlainText("falls")
        dialog.ok.click()

    def look(dialog: ClaimDialog) -> None:
        assert dialog.form.hedge.hedge() == "alleged"
        assert dialog.form.whys["hedge"].label.text() == "Read from “say”."
        assert dialog.form.voices.chain() == ()

    answers.extend((change, look))
    reader.does("word_lists")
    reader.selects("A", "more than 70 people were killed")
    reader.presses(Qt.Key.Key_C)
    assert not answers


def test_a_list_changed_in_another_program_counts_in_the_next_form(
    reader: Reader, answers: list[Answer]
) -> None:
    def look(dialog: ClaimDialog) -> None:
        assert dialog.form.value.figure.vague.text() == "three dockers"

    lenses = reader.window.commands.lenses.lenses
    assert lenses is not None
    file = lenses.lists.folder / "en" / "vague.toml"
    file.parent.mkdir(parents=True)
    file.write_text('"three dockers" = [3, 5]\n', encoding="utf-8")
    answers.append(look)
    reader.selects("B", "three dockers were killed")
    reader.presses(Qt.Key.Key_C)
    assert not answers


def test_the_range_of_a_vague_figure_is_that_of_the_readers_list(
    reader: Reader, answers: list[Answer]
) -> None:
    # One source says dozens, another 150.
    session = reader.desk.session
    corpus, event = session.corpus, session.selection.event_id
    assert event is not None
    injured = next(a.id for a in corpus.aspects.all() if a.title == "Injured")
    edition = held(corpus, "tower/original")
    place = span(corpus, edition, "Two of them are hurt")
    fields = ClaimFields(event, injured, min=150, max=150, unit="people")
    session.perform(lambda c: c.claims.add(fields, edition, *place))

    def relation() -> ClaimRelation | None:
        (pair,) = reader.desk.compared.row((event, injured)).pairs
        return pair.relation

    def widen(dialog: ListsDialog) -> None:
        dialog.choose("en", VAGUE, VAGUE)
        lines = dialog.words.toPlainText().replace("dozens = 24–99", "dozens = 24–300")
        dialog.words.setPlainText(lines)
        dialog.ok.click()

    assert relation() is ClaimRelation.CONFLICT
    answers.append(widen)
    reader.does("word_lists")
    assert relation() is ClaimRelation.AGREE
