"""A file that changed under an open corpus is not written to, and a failed write leaves nothing."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.corpus.events import EventFields
from db.errors import (
    CorpusGoneError,
    CorpusMovedError,
    FileExistsAlreadyError,
    InvalidEditError,
    WriteError,
)
from tests import builders

Trick = Callable[[Path], None]


def replaced(path: Path) -> None:
    builders.build_harbour(path.with_name("other"))
    path.with_name("other").replace(path)


def overwritten(path: Path) -> None:
    """As `cp` does it: the same file, with another corpus's pages in it."""
    builders.build_harbour(path.with_name("other"))
    shutil.copyfile(path.with_name("other"), path)
    path.with_name("other").unlink()


@pytest.mark.parametrize(
    "trick",
    [replaced, overwritten],
    ids=["replaced", "overwritten"],
)
def test_a_file_that_is_another_one_now_is_not_written_to(tmp_path: Path, trick: Trick) -> None:
    path = tmp_path / "harbour.triptych"
    with builders.harbour(path) as corpus:
        trick(path)
        kept = {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.stat().st_size}
        with pytest.raises(CorpusMovedError, match=r"harbour\.triptych was replaced or moved"):
            builders.add_event(corpus, "Never made")
        for name, data in kept.items():
            assert (tmp_path / name).read_bytes() == data


@pytest.mark.parametrize(
    "trick", [Path.unlink, lambda p: p.rename(p.with_name("moved"))], ids=["deleted", "moved"]
)
def test_a_file_that_is_not_there_any_more_is_told_so(tmp_path: Path, trick: Trick) -> None:
    path = tmp_path / "harbour.triptych"
    with builders.harbour(path) as corpus:
        shown = builders.contents(corpus)
        trick(path)
        with pytest.raises(CorpusGoneError, match=r"harbour\.triptych is not there any more"):
            builders.add_event(corpus, "Never made")
        assert not path.exists()
        assert builders.contents(corpus) == shown


def test_a_moved_corpus_can_still_be_saved_as_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "harbour.triptych"
    with builders.harbour(path) as corpus:
        shown = builders.contents(corpus)
        path.rename(tmp_path / "elsewhere")
        corpus.save_copy(tmp_path / "saved.triptych")
    with Corpus.open(tmp_path / "saved.triptych") as saved:
        assert builders.contents(saved) == shown


class Failing:
    """A connection on which one statement fails as a full disk makes it fail."""

    def __init__(self, connection: sqlite3.Connection, at: str) -> None:
        self._connection = connection
        self._at = at

    def execute(self, sql: str, *rest: object) -> sqlite3.Cursor:
        if sql.lstrip().startswith(self._at):
            raise sqlite3.OperationalError("database or disk is full")
        return self._connection.execute(sql, *rest)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


@pytest.mark.parametrize("at", ["BEGIN", "COMMIT", "SELECT tbl", "PRAGMA defer", "INSERT INTO"])
def test_a_failed_write_leaves_nothing_half_done(
    harbour: Corpus, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    herald = builders.held(harbour, "herald/original")
    harbour.events.add(EventFields(title="Before"))
    before = builders.contents(harbour)
    real = harbour.connection
    monkeypatch.setattr(harbour, "connection", Failing(real, at))
    harbour.__dict__.pop("_writer", None)
    with pytest.raises(WriteError) as failed:
        harbour.mentions.add(1, herald, 0, 7)
    assert "the disk is full" in str(failed.value) and "all before it is safe" in str(failed.value)
    monkeypatch.setattr(harbour, "connection", real)
    harbour.__dict__.pop("_writer", None)
    assert not real.in_transaction
    assert builders.contents(harbour) == before
    _, change = harbour.mentions.add(1, herald, 0, 7)
    harbour.revert(change)
    assert builders.contents(harbour) == before, "the failed edit is in no later one's undo"


def test_a_mistake_inside_an_edit_takes_it_back_too(harbour: Corpus) -> None:
    before = builders.contents(harbour)
    with pytest.raises(RuntimeError), harbour.edit("Broken"):
        harbour.insert("event", {"key": "half", "title": "Half"})
        raise RuntimeError
    assert builders.contents(harbour) == before
    assert builders.add_event(harbour, "After")


def test_what_contradicts_the_rows_is_refused_in_words(harbour: Corpus) -> None:
    before = builders.contents(harbour)
    with pytest.raises(InvalidEditError, match="contradicts what is there: FOREIGN KEY"):
        harbour.mentions.add(99, builders.held(harbour, "herald/original"), 0, 7)
    assert builders.contents(harbour) == before


def test_another_programs_lock_is_waited_for_and_then_said(
    harbour: Corpus,
) -> None:
    harbour.connection.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(harbour.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(WriteError, match="another program is writing to it"):
        builders.add_event(harbour, "Later")
    other.execute("ROLLBACK")
    other.close()
    builders.add_event(harbour, "Later")


def test_a_copy_is_whole_and_never_takes_a_name_that_is_taken(
    harbour: Corpus, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.triptych"
    harbour.save_copy(copy)
    with Corpus.open(copy) as opened:
        assert builders.contents(opened) == builders.contents(harbour)
    before = copy.read_bytes()
    with pytest.raises(FileExistsAlreadyError, match=r"copy\.triptych exists already"):
        harbour.save_copy(copy)
    assert copy.read_bytes() == before
    builders.add_event(harbour, "More")
    harbour.save_copy(copy, overwrite=True)
    with Corpus.open(copy) as opened:
        assert len(opened.events.all()) == 3


def test_a_corpus_is_never_copied_over_itself(harbour: Corpus, tmp_path: Path) -> None:
    link = tmp_path / "link.triptych"
    os.link(harbour.path, link)
    for target in (harbour.path, link):
        with pytest.raises(FileExistsAlreadyError):
            harbour.save_copy(target, overwrite=True)
    builders.add_event(harbour, "Still mine")


def test_a_journal_left_beside_a_name_does_not_spoil_the_copy(
    harbour: Corpus, tmp_path: Path
) -> None:
    from tests.db.corpus.test_opening import crashed

    old = tmp_path / "old.triptych"
    crashed(old)
    assert old.with_name("old.triptych-journal").exists()
    harbour.save_copy(old, overwrite=True)
    with Corpus.open(old) as opened:
        assert builders.contents(opened) == builders.contents(harbour)


def test_a_copy_that_fails_leaves_no_file(
    harbour: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.backup.sync_file", full)
    with pytest.raises(WriteError, match=r"copy\.triptych could not be written: no space left"):
        harbour.save_copy(tmp_path / "copy.triptych")
    assert not [p for p in tmp_path.iterdir() if "copy" in p.name]
