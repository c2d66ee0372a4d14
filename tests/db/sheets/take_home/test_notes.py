"""Notes from a take-home page come back into the corpus, once."""

import json
import shutil

import pytest

from db.corpus import Corpus
from db.sheets.take_home.notes import NotesFileError, merge_notes

NOTES = [
    {"id": "1", "on": "event/shooting", "text": "Who counted?", "by": "Aru", "made": "2026-01-02T"},
    {"id": "2", "on": "A.12", "text": "Compare B.6.", "by": "", "made": "2026-01-02T10:00:00Z"},
    {"id": "3", "on": "Z.9", "text": "No such place.", "made": "2026-01-02"},
    {"id": "4", "on": "event/shooting"},
    "nothing",
]


@pytest.fixture
def corpus(case, tmp_path):
    path = tmp_path / "case.triptych"
    shutil.copy(case, path)
    with Corpus.open(path) as opened:
        yield opened


def write(tmp_path, **fields):
    file = tmp_path / "notes.json"
    file.write_text(json.dumps({"format": "triptych-notes", "notes": NOTES, **fields}))
    return file


def test_notes_go_to_their_event_and_their_passage_once(corpus, tmp_path):
    file = write(tmp_path, editions={"A": "ticker/digest"})
    merged = merge_notes(corpus, file)
    assert (merged.added, merged.known, len(merged.lost)) == (2, 0, 1)
    texts = {n.text for n in corpus.notes.all()}
    assert {"Who counted?\n\n— Aru, 2026-01-02", "Compare B.6.\n\n— 2026-01-02"} <= texts
    again = merge_notes(corpus, file)
    assert (again.added, again.known) == (0, 2)
    assert again.change is None


def test_reading_notes_is_undone_in_one_step(corpus, tmp_path):
    before = corpus.notes.all()
    merged = merge_notes(corpus, write(tmp_path))
    assert merged.change is not None
    corpus.revert(merged.change)
    assert corpus.notes.all() == before


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"format": "x"}', b"\xff\xfe", b"[" * 99_999])
def test_another_file_is_refused_in_a_sentence(corpus, tmp_path, data):
    file = tmp_path / "other.json"
    file.write_bytes(data)
    with pytest.raises(NotesFileError, match=r"other\.json"):
        merge_notes(corpus, file)
