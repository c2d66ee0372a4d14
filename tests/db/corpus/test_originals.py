"""Originals: recognised letter for letter, added once, taken out and put back."""

from pathlib import Path

import pytest

from db.corpus import Corpus
from db.errors import InvalidEditError, UnknownOriginalError, UnreadableFileError
from db.originals import MOST_BYTES, add_original_file
from db.search import search
from db.verifying import verify
from tests import builders
from tests.builders import held, span

TEXT = builders.text_of(builders.TOWER)


def test_an_original_shows_its_own_words_and_is_found(harbour: Corpus) -> None:
    assert not search(harbour, "quay").hits
    edition, added = harbour.editions.add_original("tower.txt", TEXT.encode())
    assert added and edition.held and edition.key == "tower/original"
    assert harbour.editions.text(edition.id) == TEXT
    assert harbour.editions.data(edition.id) == TEXT.encode()
    (hit,) = search(harbour, "quay").hits
    assert TEXT[hit.start : hit.end] == "quay" and hit.passage == 3
    assert all(f.ok for f in verify(harbour))


def test_adding_it_twice_changes_nothing(harbour: Corpus) -> None:
    harbour.editions.add_original("tower.txt", TEXT.encode())
    before = builders.contents(harbour)
    edition, added = harbour.editions.add_original("again.txt", TEXT.encode())
    assert not added and edition.key == "tower/original"
    assert builders.contents(harbour) == before


@pytest.mark.parametrize(
    "data, encoding",
    [
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
        (TEXT.replace("\n", "\r").encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le"),
    ],
    ids=["CRLF", "CR", "BOM", "UTF-16"],
)
def test_a_copy_with_other_line_ends_or_marks_is_the_same_text(
    harbour: Corpus, data: bytes, encoding: str
) -> None:
    awaited = builders.contents(harbour)
    edition, added = harbour.editions.add_original("copy.txt", data)
    assert added and edition.encoding == encoding
    assert harbour.editions.text(edition.id) == TEXT
    assert harbour.editions.data(edition.id) == data, "the bytes as they were received"
    assert all(f.ok for f in verify(harbour))
    assert harbour.editions.add_original("copy.txt", data) == (edition, False)
    harbour.editions.remove_original(edition.id)
    assert builders.contents(harbour) == awaited, "taken out, it is described as it was before"
    again = harbour.editions.add_original("copy.txt", data, recorded=edition.recorded)
    assert again == (edition, True)


@pytest.mark.parametrize(
    "data", [b"", TEXT[:-1].encode(), TEXT.upper().encode(), b"\x00\xff\x00" * 99, b"PK\x03\x04"]
)
def test_another_file_is_refused_by_name(harbour: Corpus, data: bytes) -> None:
    before = builders.contents(harbour)
    with pytest.raises(
        UnknownOriginalError, match=r"^tower \(2\)\.txt is not one of the originals"
    ):
        harbour.editions.add_original("tower (2).txt", data)
    assert builders.contents(harbour) == before


def test_removed_and_added_again_every_place_is_back(harbour: Corpus) -> None:
    edition, _ = harbour.editions.add_original("tower.txt", TEXT.encode())
    harbour.mentions.add(1, edition.id, *span(harbour, edition.id, "the crane fell"))
    before = builders.contents(harbour)
    assert harbour.editions.remove_original(edition.id) == TEXT.encode()
    assert "tower/original" not in {e.key for e in harbour.editions.all()}
    assert not search(harbour, "dockers").hits
    assert [p.edition_id for p in harbour.mentions.of_event(1)] == [held(harbour, "tower/digest")]
    harbour.editions.add_original("tower.txt", TEXT.encode())
    after = builders.contents(harbour)
    for table in before.keys() - {"edition", "edition_text"}:
        assert after[table] == before[table], table
    assert harbour.editions.text(edition.id) == TEXT


@pytest.mark.parametrize("key", ["tower/digest", "nothing"])
def test_only_an_original_can_be_removed(harbour: Corpus, key: str) -> None:
    before = builders.contents(harbour)
    edition = held(harbour, key) if key != "nothing" else 99
    with pytest.raises(InvalidEditError, match="Only an original"):
        harbour.editions.remove_original(edition)
    assert builders.contents(harbour) == before


def test_a_file_that_is_none_is_refused_before_it_is_read(
    harbour: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnreadableFileError, match=r"gone\.txt could not be read: no such file"):
        add_original_file(harbour, tmp_path / "gone.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFileError, match=r"folder\.txt .* not a regular file"):
        add_original_file(harbour, tmp_path / "folder.txt")
    huge = tmp_path / "huge.txt"
    widest = b"\xff\xfe\0\0" + TEXT.replace("\n", "\r\n").encode("utf-32-le")
    assert len(widest) <= harbour.editions.most_bytes() < 2_000
    for size in (harbour.editions.most_bytes(), MOST_BYTES):
        with huge.open("wb") as handle:
            handle.truncate(size + 1)
        monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail("it was read"))
        with pytest.raises(UnknownOriginalError, match=r"huge\.txt"):
            add_original_file(harbour, huge)


def test_an_edit_made_before_an_original_came_can_be_taken_back_after(harbour: Corpus) -> None:
    digest = held(harbour, "tower/digest")
    before = builders.contents(harbour)
    _, change = harbour.mentions.add(1, digest, *span(harbour, digest, "two hurt"))
    harbour.editions.add_original("tower.txt", TEXT.encode())
    again = harbour.revert(change)
    assert not harbour.mentions.of_event(1)
    harbour.revert(again)
    assert len(harbour.mentions.of_event(1)) == 2
    assert before["anchor"] == []
