"""Aspects: their scopes and words as ladders, changed with the claims that name them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.corpus.claim_fields import ClaimFields
from db.records import Aspect
from desktop.recording.aspect_dialog import AspectDialog
from desktop.recording.aspects_dialog import AspectsDialog
from desktop.recording.ladder_tree import LadderTree
from tests.builders import contents, held, span
from tests.desktop.recording.conftest import Answer
from tests.desktop.recording.test_claims import aspect_named, newest
from tests.stories.reader import Reader


def aspect(reader: Reader, title: str) -> Aspect:
    return next(a for a in reader.desk.session.corpus.aspects.all() if a.title == title)


def types(word: str) -> None:
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, word)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def chooses(tree: LadderTree, word: str) -> None:
    found = tree.tree.findItems(word, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    tree.tree.setCurrentItem(found[0])


def counts_dockers(reader: Reader) -> None:
    session = reader.desk.session
    event = session.selection.event_id
    assert event is not None
    edition = held(session.corpus, "tower/original")
    fields = ClaimFields(event, aspect_named(reader, "Deaths"), min=71, scope="dockers")
    place = (edition, *span(session.corpus, edition, "more than 70 people were killed"))
    session.perform(lambda corpus: corpus.claims.add(fields, *place))


def opens(reader: Reader, answers: list[Answer], title: str, work: Answer) -> None:
    def choose(dialog: AspectsDialog) -> None:
        dialog.filter.setText(title)
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    answers += [choose, work]
    reader.does("aspects")
    assert not answers


def test_scopes_are_added_moved_and_deleted_by_key(reader: Reader, answers: list[Answer]) -> None:
    before = contents(reader.desk.session.corpus)

    def work(dialog: AspectDialog) -> None:
        assert dialog.isVisible()
        tree = dialog.scopes
        assert tree.words() == (("all", ""), ("dockers", "all"))
        chooses(tree, "dockers")
        QTest.keyClick(tree.tree, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
        types("crane drivers")
        QTest.keyClick(tree.tree, Qt.Key.Key_Insert)
        types("stokers")
        assert tree.words() == (
            ("all", ""), ("dockers", "all"), ("crane drivers", "dockers"), ("stokers", "dockers"),
        )  # fmt: skip
        QTest.keyClick(tree.tree, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert ("stokers", "all") in tree.words()
        QTest.keyClick(tree.tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert ("stokers", "dockers") in tree.words()
        QTest.keyClick(tree.tree, Qt.Key.Key_Delete)
        # What lay within a word that goes lies within the wider one.
        chooses(tree, "dockers")
        QTest.keyClick(tree.tree, Qt.Key.Key_Delete)
        dialog.accept()

    opens(reader, answers, "Deaths", work)
    assert aspect(reader, "Deaths").scopes == (("all", ""), ("crane drivers", "all"))
    reader.does("undo")
    assert contents(reader.desk.session.corpus) == before


def test_a_scope_is_renamed_with_its_claims_and_kept_while_one_names_it(
    reader: Reader, answers: list[Answer]
) -> None:
    counts_dockers(reader)

    def work(dialog: AspectDialog) -> None:
        chooses(dialog.scopes, "dockers")
        assert not dialog.scopes.delete.isEnabled()
        QTest.keyClick(dialog.scopes.tree, Qt.Key.Key_F2)
        types("port workers")
        dialog.accept()

    opens(reader, answers, "Deaths", work)
    assert newest(reader).scope == "port workers"
    assert ("port workers", "all") in aspect(reader, "Deaths").scopes
    reader.does("undo")
    assert newest(reader).scope == "dockers"


def test_an_aspect_that_makes_no_sense_is_refused_and_the_form_stays(
    reader: Reader, answers: list[Answer]
) -> None:
    def work(dialog: AspectDialog) -> None:
        for title, sentence in ((" ", "needs a title"), ("Injured", "“Injured” already")):
            dialog.title.setText(title)
            dialog.accept()
            assert sentence in dialog.error.text()
        dialog.title.setText("Deaths")
        dialog.scopes.add.click()
        types("all")
        dialog.accept()
        assert "Each scope needs a word of its own" in dialog.error.text()

    before = contents(reader.desk.session.corpus)
    opens(reader, answers, "Deaths", work)
    assert contents(reader.desk.session.corpus) == before


def test_an_aspect_of_choices_without_any_is_refused(reader: Reader, answers: list[Answer]) -> None:
    def make(dialog: AspectsDialog) -> None:
        dialog.new.click()

    def fill(dialog: AspectDialog) -> None:
        dialog.title.setText("Who pushed")
        dialog._types["choice"].setChecked(True)
        dialog.accept()
        assert "at least one choice" in dialog.error.text()

    answers += [make, fill]
    reader.does("aspects")
    assert not answers


def test_the_kind_of_values_stays_while_claims_have_them(
    reader: Reader, answers: list[Answer]
) -> None:
    def work(dialog: AspectDialog) -> None:
        assert not dialog._types["choice"].isEnabled()
        assert dialog._types["number"].isChecked()

    opens(reader, answers, "Deaths", work)


def test_only_an_aspect_without_claims_is_deleted(reader: Reader, answers: list[Answer]) -> None:
    def work(dialog: AspectsDialog) -> None:
        dialog.filter.setText("deaths")
        assert dialog.table.item(0, 3).text() == "1"
        assert not dialog.delete_button.isEnabled()
        dialog.filter.setText("moment")
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
        assert dialog.nothing.isVisible()
        dialog.undo_button.click()
        assert dialog.table.rowCount() == 1

    answers.append(work)
    reader.does("aspects")
    assert not answers
