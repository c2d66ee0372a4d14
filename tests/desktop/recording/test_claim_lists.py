"""Lists of claims: filtered, gone to, and those whose words are lost listed and kept."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.verifying import verify
from desktop.recording.claims_dialog import ClaimsDialog
from tests.desktop.recording.conftest import Answer
from tests.stories.reader import Reader

LOST = "Whose words no longer fit the text"


def lose(reader: Reader, sql: str) -> None:
    """Let the second claim's words be elsewhere, as another text would."""
    session = reader.desk.session
    path: Path = session.corpus.path
    anchor = max(session.corpus.claims.all(), key=lambda claim: claim.id).anchor_id
    window = reader.window
    window.close_session()
    connection = sqlite3.connect(path)
    connection.execute(sql, {"anchor": anchor})
    connection.commit()
    connection.close()
    reader.application.open_corpus(path, window)
    reader.wait()


def shows(dialog: ClaimsDialog, words: str) -> None:
    dialog.which.setCurrentIndex(dialog.which.findText(words))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE placement SET start = 90000, end = 90010 WHERE anchor_id = :anchor",
        "UPDATE placement SET start = 3, end = 3 WHERE anchor_id = :anchor",
        "UPDATE placement SET start = 0, end = 20 WHERE anchor_id = :anchor",
        "DELETE FROM placement WHERE anchor_id = :anchor",
    ],
)
def test_a_claim_whose_words_are_lost_is_listed_kept_and_put_on_others(
    reader: Reader, answers: list[Answer], sql: str
) -> None:
    lose(reader, sql)

    def mend(dialog: ClaimsDialog) -> None:
        shows(dialog, LOST)
        assert dialog.table.rowCount() == 1
        assert "words lost" in dialog.table.item(0, 0).text()
        assert "The claim was kept" in dialog.told.text()
        assert not dialog.go_button.isEnabled()
        assert dialog.rest_button.isVisible()
        dialog.rest_button.click()
        assert dialog.nothing.isVisible()

    answers.append(mend)
    reader.selects("B", "Unconfirmed reports")
    reader.does("all_claims")
    assert not answers
    corpus = reader.desk.session.corpus
    assert all(finding.ok for finding in verify(corpus))
    newest = max(claim.id for claim in corpus.claims.all())
    place = next(p for p in corpus.claims.placements() if p.claim_id == newest)
    words = corpus.editions.words(place.edition_id, place.start, place.end)
    assert words == "Unconfirmed reports"
    reader.does("undo")
    assert len(corpus.claims.unfitting()) == 1


def test_lost_words_of_another_source_are_not_offered(
    reader: Reader, answers: list[Answer]
) -> None:
    lose(reader, "UPDATE placement SET start = 90000, end = 90010 WHERE anchor_id = :anchor")

    def look(dialog: ClaimsDialog) -> None:
        shows(dialog, LOST)
        assert not dialog.rest_button.isVisible()
        # Nothing is lost by looking: its form still opens, on the whole passage.
        dialog.edit_button.click()

    answers += [look, lambda dialog: dialog.reject()]
    reader.selects("A", "more than 70 people")
    reader.does("all_claims")
    assert not answers


def test_all_claims_are_found_by_any_word(reader: Reader, answers: list[Answer]) -> None:
    def look(dialog: ClaimsDialog) -> None:
        assert dialog.which.currentText() == "All"
        assert dialog.table.rowCount() == 2
        dialog.filter.setText("INJ")
        assert dialog.table.rowCount() == 1
        assert dialog.table.item(0, 0).text() == "B.2"
        dialog.filter.setText("nothing like it")
        assert dialog.nothing.isVisible()
        dialog.filter.clear()
        dialog.table.selectRow(1)
        QTest.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)

    answers.append(look)
    reader.does("all_claims")
    assert reader.column("B").pane.selected_text() == "dozens injured"
