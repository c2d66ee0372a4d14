"""A reader's old file is brought to this version, with a copy of it kept, or left as it was."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import schema
from db.corpus import Corpus
from db.errors import MigrationError, WriteError
from db.search import search
from db.verifying import verify
from tests.legacy.make import FOLDER

OLD = FOLDER / "version-1.triptych"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(OLD, tmp_path / "old.triptych"))


@pytest.fixture
def second_step(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Put another step after the first."""

    def put(script: str) -> None:
        steps = (*schema.steps()[:1], script)
        monkeypatch.setattr(schema, "steps", lambda: steps)
        schema.expected_shape.cache_clear()

    yield put
    schema.expected_shape.cache_clear()


def test_the_old_file_is_one_that_its_version_made() -> None:
    connection = sqlite3.connect(f"{OLD.as_uri()}?mode=ro", uri=True)
    same = schema.shape(connection) == schema.expected_shape(1)
    connection.close()
    assert same, "step 1 was changed; before its release: python -m tests.legacy.make 1"


def test_an_old_file_is_migrated_with_nothing_lost(old: Path) -> None:
    with Corpus.open(old) as corpus:
        assert not corpus.read_only
        assert corpus.info.title == "Old harbour"
        (place,) = corpus.mentions.of_event(1)
        assert corpus.editions.text(1)[place.start : place.end] == "A crane fell at noon"
        assert [h.passage for h in search(corpus, "өскен").hits] == [1]
        assert all(finding.ok for finding in verify(corpus))
        assert corpus.connection.execute("PRAGMA user_version").fetchone() == (schema.version(),)
        assert corpus.connection.execute("SELECT text FROM v_passages").fetchall()


def test_the_old_file_is_kept_beside_it_byte_for_row(old: Path) -> None:
    Corpus.open(old).close()
    assert sorted(p.name for p in old.parent.iterdir()) == [
        "old.triptych",
        "old.version-1.triptych",
    ]
    kept, first = (sqlite3.connect(p) for p in (old.with_name("old.version-1.triptych"), OLD))
    assert list(kept.iterdump()) == list(first.iterdump())
    assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    kept.close()
    first.close()
    Corpus.open(old.with_name("old.version-1.triptych"), read_only=True).close()


def test_a_file_that_cannot_be_migrated_is_left_as_it_was(
    old: Path, second_step: Callable[[str], None]
) -> None:
    second_step("CREATE TABLE half (a);\nINSERT INTO nowhere VALUES (1);\n")
    before = old.read_bytes()
    with pytest.raises(MigrationError, match=r"old\.version-1\.triptych") as refused:
        Corpus.open(old)
    assert "no such table: nowhere" in str(refused.value)
    assert "left as it was" in str(refused.value)
    assert old.read_bytes() == before


def test_a_step_that_would_leave_rows_without_their_parent_is_refused(
    old: Path, second_step: Callable[[str], None]
) -> None:
    second_step("DELETE FROM event;\n")
    before = old.read_bytes()
    with pytest.raises(MigrationError, match="points to rows that are missing"):
        Corpus.open(old)
    assert old.read_bytes() == before


@pytest.mark.parametrize("why", ["asked", "may not write", "no room for a copy"])
def test_where_nothing_may_be_written_an_old_file_is_still_read(
    old: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise WriteError(file=old, reason="the disk is full")

    if why == "may not write":
        monkeypatch.setattr("db.corpus.opening.os.access", lambda p, mode: False)
    if why == "no room for a copy":
        monkeypatch.setattr("db.corpus.opening.backup", no_room)
    before = old.read_bytes()
    with Corpus.open(old, read_only=why == "asked") as corpus:
        assert corpus.read_only
        assert len(corpus.mentions.of_event(1)) == 1
        assert corpus.connection.execute("SELECT words FROM v_mentions").fetchall() == [
            ("A crane fell at noon",)
        ]
    assert old.read_bytes() == before
    assert [p.name for p in old.parent.iterdir()] == ["old.triptych"]


def test_no_step_has_to_be_taken_to_know_a_file_of_this_version() -> None:
    at = schema.version()
    assert schema.written_shape(at) == schema.expected_shape(at)


def test_every_step_stands_alone_and_in_order() -> None:
    for at in range(1, schema.version() + 1):
        assert schema.expected_shape(at - 1) < schema.expected_shape(at)
