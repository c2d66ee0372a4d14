"""What has changed in a corpus since a sheet was made, and since a backup."""

import shutil

import pytest

from db.corpus import Corpus
from db.corpus.sources import SourceFields
from db.sheets.checking.since import ChangeKind, NoSealError, changes_since
from db.sheets.choices import SheetKind
from db.sheets.exporting import export
from db.sheets.requests import SheetRequest


@pytest.fixture
def edited(case, tmp_path):
    """A copy of the case in which a claim was changed, one deleted and a source added."""
    path = tmp_path / "edited.triptych"
    shutil.copy(case, path)
    with Corpus.open(path) as corpus:
        claims = {c.key: c for c in corpus.claims.all()}
        corpus.connection.execute("UPDATE claim SET hedge = 'denied' WHERE key = 'A012'")
        corpus.connection.commit()
        corpus.claims.delete([claims["B003"].id])
        corpus.sources.add(SourceFields("A new voice", key="new-voice"))
        assert claims["A012"].hedge != "denied"
        yield corpus


@pytest.mark.parametrize("ending", ["pdf", "md", "html"])
def test_nothing_has_changed_right_after_an_export(case, tmp_path, ending):
    file = tmp_path / f"sheet.{ending}"
    export(SheetRequest(date="2026-01-01"), case, file)
    with Corpus.open(case, read_only=True) as corpus:
        assert changes_since(corpus, file) == []


@pytest.mark.parametrize("ending", ["pdf", "md", "html"])
def test_a_sheet_tells_what_was_recorded_otherwise(case, edited, tmp_path, ending):
    file = tmp_path / f"sheet.{ending}"
    export(SheetRequest(date="2026-01-01"), case, file)
    kinds = {(c.kind, c.then.split(":")[0] or c.now) for c in changes_since(edited, file)}
    assert (ChangeKind.SOURCE_ADDED, "new-voice") in kinds
    assert (ChangeKind.CLAIM_CHANGED, "A012") in kinds
    assert (ChangeKind.CLAIM_REMOVED, "B003") in kinds


def test_a_backup_tells_both_what_was_and_what_is(case, edited):
    changes = {c.kind: c for c in changes_since(edited, case)}
    assert "denied" in changes[ChangeKind.CLAIM_CHANGED].now
    assert "denied" not in changes[ChangeKind.CLAIM_CHANGED].then
    assert changes[ChangeKind.CLAIM_REMOVED].then.startswith("B003")


def test_a_sheet_of_chosen_events_tells_nothing_of_others(case, edited, tmp_path):
    event = next(e for e in edited.events.all() if e.key == "children-attacked")
    file = tmp_path / "sheet.md"
    export(SheetRequest(events=(event.id,), date="2026-01-01"), case, file)
    kinds = {c.kind for c in changes_since(edited, file)}
    assert kinds == {ChangeKind.SOURCE_ADDED}


def test_a_worksheet_says_that_it_cannot_be_compared(case, tmp_path):
    file = tmp_path / "sheet.md"
    export(SheetRequest(kind=SheetKind.WORKSHEET, blind=True), case, file)
    with (
        Corpus.open(case, read_only=True) as corpus,
        pytest.raises(NoSealError, match=r"sheet\.md"),
    ):
        changes_since(corpus, file)
