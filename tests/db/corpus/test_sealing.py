"""Rows that changed though nobody changed them are noticed; what was meant to change is not."""

import random
import sqlite3
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.corpus.sealing import broken_seals
from db.verifying import verify
from tests.db.corpus.made import Made, make_corpus


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "made.triptych"
    with make_corpus(path) as corpus:
        Made(corpus).claim("daily", "11 dead", min=11)
    return path


def found_in(path: Path) -> list[str] | None:
    with Corpus.open(path, read_only=True) as corpus:
        return broken_seals(corpus.connection)


def test_a_closed_corpus_is_whole(closed: Path) -> None:
    assert found_in(closed) == []


@pytest.mark.parametrize(
    ("table", "sql"),
    [
        ("claim", "UPDATE claim SET min = 17"),
        ("event", "UPDATE event SET title = replace(title, 'F', 'f')"),
        ("claim", "DELETE FROM claim"),
        ("placement", "UPDATE placement SET start = start + 1"),
    ],
)
def test_rows_changed_behind_the_programs_back_are_named(
    closed: Path, table: str, sql: str
) -> None:
    with sqlite3.connect(closed) as other:
        other.execute(sql)
    other.close()
    assert table in (found_in(closed) or [])
    with Corpus.open(closed, read_only=True) as corpus:
        findings = [f for f in verify(corpus) if f.check == "records" and not f.ok]
    assert table in [finding.subject for finding in findings]


def test_an_edit_is_no_damage_while_the_corpus_is_open_nor_after(closed: Path) -> None:
    with Corpus.open(closed) as corpus:
        event = corpus.events.all()[0]
        change = corpus.events.delete(event.id)
        assert broken_seals(corpus.connection) is None
        corpus.revert(change)
        corpus.save_copy(closed.with_name("copy.triptych"))
    assert found_in(closed) == []
    assert found_in(closed.with_name("copy.triptych")) == []


def test_reading_leaves_the_file_as_it_is(closed: Path) -> None:
    before = closed.read_bytes()
    with Corpus.open(closed) as corpus:
        assert corpus.events.all()
    assert closed.read_bytes() == before


def test_what_was_not_let_go_of_is_not_held_against_a_seal(closed: Path) -> None:
    corpus = Corpus.open(closed)
    corpus.events.delete(corpus.events.all()[0].id)
    # The program is killed: nothing is sealed any more.
    corpus.connection.close()
    assert found_in(closed) is None


def test_no_changed_letter_of_a_title_goes_unnoticed(closed: Path) -> None:
    data = closed.read_bytes()
    title = Corpus.open(closed, read_only=True).events.all()[0].title.encode()
    chance = random.Random(1)
    place = data.index(title) + chance.randrange(len(title))
    flipped = bytearray(data)
    flipped[place] ^= 1
    closed.write_bytes(bytes(flipped))
    assert found_in(closed)
