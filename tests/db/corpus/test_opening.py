"""A file that is no corpus, or no whole one, is refused in one sentence and left as it is."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from db import schema
from db.corpus import Corpus
from db.errors import (
    CorpusDamagedError,
    CorpusError,
    CorpusNotFoundError,
    CorpusTooNewError,
    FileExistsAlreadyError,
    NotACorpusError,
    ReadOnlyError,
    UnreadableFileError,
    WriteError,
)
from tests import builders

Make = Callable[[Path], None]


def changed(path: Path, *statements: str) -> None:
    builders.harbour(path).close()
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def cut(path: Path, keep: float) -> None:
    builders.harbour(path).close()
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])


def spoilt(path: Path, words: bytes) -> None:
    """Put a byte that is no text where those words stand."""
    builders.harbour(path).close()
    data = path.read_bytes()
    path.write_bytes(data.replace(words, words[:-1] + b"\xbb", 1))


REFUSED: dict[str, tuple[Make, type[CorpusError], str]] = {
    "missing": (lambda p: None, CorpusNotFoundError, "was not found"),
    "empty": (lambda p: p.write_bytes(b"") and None, NotACorpusError, "it is empty"),
    "text": (
        lambda p: p.write_text("Dear reader, " * 99) and None,
        NotACorpusError,
        "it is a file of another kind",
    ),
    "folder": (lambda p: p.mkdir(), NotACorpusError, "it is not a regular file"),
    "header only": (
        lambda p: p.write_bytes(b"SQLite format 3\0") and None,
        CorpusDamagedError,
        "its first page is cut off",
    ),
    "another program's": (
        lambda p: changed(p, "PRAGMA application_id = 252006673"),
        NotACorpusError,
        "it belongs to another program",
    ),
    "plain sqlite": (
        lambda p: sqlite3.connect(p).execute("CREATE TABLE t (a)").connection.close(),
        NotACorpusError,
        "it belongs to another program",
    ),
    "too new": (
        lambda p: changed(p, "PRAGMA user_version = 99"),
        CorpusTooNewError,
        "newer Triptych (file version 99",
    ),
    "no version": (
        lambda p: changed(p, "PRAGMA user_version = 0"),
        NotACorpusError,
        "its tables differ",
    ),
    "another table": (
        lambda p: changed(p, "CREATE TABLE spam (a)"),
        NotACorpusError,
        "its tables differ",
    ),
    "a trigger": (
        lambda p: changed(
            p, "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM source; END"
        ),
        NotACorpusError,
        "its tables differ",
    ),
    "a spoilt table": (
        lambda p: spoilt(p, b"CREATE TABLE mention ("),
        CorpusDamagedError,
        "its contents do not fit together",
    ),
    "cut in half": (lambda p: cut(p, 0.5), CorpusDamagedError, "is damaged"),
    "cut in its first page": (lambda p: cut(p, 0.002), CorpusDamagedError, "is damaged"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_odd_files_are_refused_by_name_and_left_as_they_are(tmp_path: Path, kind: str) -> None:
    make, error, reason = REFUSED[kind]
    path = tmp_path / "odd file.triptych"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error) as refused:
        Corpus.open(path)
    sentence = str(refused.value)
    assert sentence.startswith("odd file.triptych ") and reason in sentence
    assert sentence.endswith(".") and str(tmp_path) not in sentence and "\n" not in sentence
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(p.name for p in tmp_path.iterdir()) == (["odd file.triptych"] * path.exists())


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    import os

    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(NotACorpusError, match="not a regular file"):
        Corpus.open(path)


@pytest.mark.parametrize("name", ["x" * 300, "a/b/c", "nul\0byte"])
def test_impossible_names_are_a_sentence_too(tmp_path: Path, name: str) -> None:
    with pytest.raises((CorpusNotFoundError, UnreadableFileError)):
        Corpus.open(tmp_path / name)


@pytest.mark.parametrize(
    "name", ["a#b?c=d%41 &.triptych", "Жаңаөзен – 1.triptych", ":memory:", "'"]
)
def test_any_name_a_system_allows_works(tmp_path: Path, name: str) -> None:
    builders.harbour(tmp_path / name).close()
    with Corpus.open(tmp_path / name) as corpus:
        assert corpus.info.title == "Harbour"
        corpus.save_copy(tmp_path / f"copy of {name}")
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([name, f"copy of {name}"])


def test_a_corpus_opens_again_as_it_was_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "harbour.triptych"
    with builders.harbour(path) as corpus:
        before = builders.contents(corpus)
    with Corpus.open(path) as corpus:
        assert not corpus.read_only
        assert builders.contents(corpus) == before
    assert [p.name for p in tmp_path.iterdir()] == ["harbour.triptych"]


@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_may_not_be_written_to_opens_for_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: str
) -> None:
    path = tmp_path / "harbour.triptych"
    builders.harbour(path).close()
    before = path.read_bytes()
    # Permissions do not bind every user that runs tests: what the system says is told here.
    barred = path if locked == "file" else tmp_path
    monkeypatch.setattr("db.corpus.opening.os.access", lambda p, _: Path(p) != barred)
    with Corpus.open(path) as corpus:
        assert corpus.read_only and len(corpus.events.all()) == 2
        with pytest.raises(ReadOnlyError, match=r"harbour\.triptych is open for reading only"):
            corpus.events.delete(1)
    assert path.read_bytes() == before


def test_a_reader_asks_for_reading_only(tmp_path: Path) -> None:
    path = tmp_path / "harbour.triptych"
    builders.harbour(path).close()
    with Corpus.open(path, read_only=True) as corpus, pytest.raises(ReadOnlyError):
        builders.add_event(corpus, "Not made")


def test_settings_that_keep_acknowledged_writes_and_distrust_the_file(
    slow_disk: None, harbour: Corpus
) -> None:
    def pragma(name: str) -> object:
        return harbour.connection.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "truncate"
    assert pragma("synchronous") == 2
    assert pragma("trusted_schema") == 0
    assert pragma("foreign_keys") == 1
    assert pragma("cell_size_check") == 1
    assert pragma("mmap_size") == 0
    assert pragma("application_id") == schema.APPLICATION_ID
    assert pragma("user_version") == schema.version()
    with pytest.raises(sqlite3.OperationalError, match="too many attached"):
        harbour.connection.execute("ATTACH ':memory:' AS other")


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.triptych"
    path.write_text("mine")
    with pytest.raises(FileExistsAlreadyError, match=r"letter\.triptych exists already"):
        Corpus.create(path)
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"new\.triptych could not be written: no such file"):
        Corpus.create(tmp_path / "nowhere" / "new.triptych")


def crashed(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Leave a file as a program does that dies while it writes; returns what it held before."""
    with builders.harbour(path.with_name("alive")) as corpus:
        before = builders.contents(corpus)
        corpus.connection.execute("PRAGMA cache_size = 1")
        corpus.connection.execute("PRAGMA cache_spill = 1")
        corpus.connection.execute("BEGIN IMMEDIATE")
        for number in range(2_000):
            corpus.connection.execute(
                "INSERT INTO event (key, title) VALUES (?, ?)", (f"half-{number}", "Half made" * 9)
            )
        for name in ("alive", "alive-journal"):
            source = path.with_name(name)
            source.with_name(source.name.replace("alive", path.name)).write_bytes(
                source.read_bytes()
            )
        corpus.connection.execute("ROLLBACK")
    return before


@pytest.mark.parametrize("how", ["to write", "to read", "may not write"])
def test_a_write_that_was_cut_off_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    path = tmp_path / "harbour.triptych"
    before = crashed(path)
    data = path.read_bytes()
    assert path.with_name("harbour.triptych-journal").stat().st_size > 0
    if how == "may not write":
        monkeypatch.setattr("db.corpus.opening.os.access", lambda p, mode: False)
    with Corpus.open(path, read_only=how == "to read") as corpus:
        assert builders.contents(corpus) == before
    assert (path.read_bytes() == data) == (how == "may not write")
