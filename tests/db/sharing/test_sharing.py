"""A sharing copy holds no byte of a chosen name, everything else in its place, and no trace."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.errors import FileExistsAlreadyError, InvalidEditError
from db.packs.cases import compile_case
from db.search import search
from db.sharing.building import Shared, share
from db.sharing.columns import FIXED, columns_of, tables
from db.sharing.previewing import preview
from db.sharing.request import Form, ShareRequest, SharingCancelledError
from db.sharing.vocabulary import Kind
from db.verifying import verify
from tests.builders import contents, held
from tests.db.sharing.world import OTHER, SPELLINGS, named_everywhere

DAY = 1_324_080_000
REQUEST = ShareRequest(persons=("tingrev",), day=DAY)
FORMS = ("Тингревым", "Тингревке", "Oskar", "Оскар")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "c.triptych"
    named_everywhere(made)
    return made


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Iterator[Corpus]:
    share(path, tmp_path / "copy.triptych", REQUEST)
    with Corpus.open(tmp_path / "copy.triptych") as opened:
        yield opened


def left_in(data: bytes, words: str) -> list[str]:
    """The encodings in which words, as they are or in other letters, stand in bytes."""
    forms = {words, words.upper(), words.lower(), words.title(), words.replace(" ", "-").lower()}
    forms |= {json.dumps(form)[1:-1] for form in forms}
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    return [f"{form} {code}" for form in forms for code in codes if form.encode(code) in data]


def test_no_byte_of_a_name_is_left(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    target = tmp_path / "copy.triptych"
    made = share(path, target, REQUEST)
    data = target.read_bytes().replace(b"tingrevite", b"").replace(b"Tingrevite", b"")
    for words in (*SPELLINGS, *FORMS):
        assert left_in(before, words) or words == "Оскар", "the test must have something to find"
        assert not left_in(data, words)
    assert OTHER.encode() in data
    assert path.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.triptych", "copy.triptych"]
    assert made.changed == ("tingrev-letter/original",)
    assert set(made.without_bytes) == {"tingrev-letter/original", "bell/original-2"}


def test_every_column_is_searched(tmp_path: Path) -> None:
    """Also one that is added to the tables later: what is not searched is listed by name."""
    path, target = tmp_path / "c.triptych", tmp_path / "copy.triptych"
    compile_case("zhanaozen-2011", path)
    with Corpus.open(path) as corpus:
        corpus.connection.execute("INSERT INTO sheet (title, layout, made) VALUES ('a', '{}', 1)")
        corpus.notes.add("corpus", 1, "a note")
        marked = [mark(corpus.connection, table) for table in tables(corpus.connection)]
    assert sum(marked) >= 60
    share(path, target, ShareRequest(persons=("murphy",), also={"murphy": ("Oskar Tingrev",)}))
    assert not left_in(target.read_bytes(), "Tingrev")


def mark(connection: sqlite3.Connection, table: str) -> int:
    """Write a name into every text column of a row; the number of them."""
    apart = {"key", "text", "folded"} if table in ("edition_text", "spelling") else {"key"}
    kinds = {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({table})")}
    texts = [
        column for column in columns_of(connection, table)
        if kinds[column] == "TEXT" and column not in apart and (table, column) not in FIXED
    ]  # fmt: skip
    for column in texts:
        connection.execute(
            f"UPDATE {table} SET {column} = '{column} of Oskar Tingrev' WHERE rowid = "
            f"(SELECT min(rowid) FROM {table})"
        )
    return len(texts)


def test_the_copy_verifies_and_is_searched_by_pseudonym(copy: Corpus) -> None:
    assert all(finding.ok for finding in verify(copy))
    assert [hit.passage for hit in search(copy, "Person 1", sources=[1]).hits]
    assert not search(copy, "Tingrev").hits
    assert search(copy, "Berta").hits


def test_every_place_still_lies_on_its_words(path: Path, copy: Corpus) -> None:
    edition = held(copy, "person-1-letter/original")
    text = copy.editions.text(edition)
    passages = copy.editions.passages(edition)
    words = [text[a:b] for a, b in zip(passages.starts, passages.ends, strict=True)]
    assert words == [
        "Person 1 spoke at noon. Person 1’s words were heard on the quay.",
        "Berta Malm says that Person 1 was hurt; Person 1 denies it. 🏗",
        "Person 1 и Person 1 — одно лицо; Person 1 довольны, Person 1 айтты.",
        "Person 1",
        "Person 1, again, over two lines. A tingrevite is a stone.",
    ]
    placed = [text[p.start : p.end] for p in copy.mentions.in_edition(edition)]
    assert placed == ["Person 1 was hurt", "Person 1 denies"]
    claimed = {text[p.start : p.end] for p in copy.claims.placements(edition)}
    assert claimed == {"Person 1 was", "Person 1’s words"}


def test_what_names_held_together_still_fits(copy: Corpus) -> None:
    source = copy.sources.by_key("person-1-letter")
    assert source.creators == ("Person 1", OTHER)
    assert source.citation == "Person 1, https://a.example/~Person 1/x"
    [person, malm, sons] = sorted(copy.names.all(), key=lambda n: n.id)
    assert [s.text for s in person.spellings] == ["Person 1"]
    assert (person.key, malm.note) == ("person-1", "Knows Person 1")
    assert [s.text for s in sons.spellings] == ["Person 1 & Sons", "Person 1 and Sons"]
    [aspect] = [a for a in copy.aspects.all() if a.choices]
    assert dict(aspect.choices) == {"Person 1": "", "crane": "Person 1"}
    layout = copy.connection.execute("SELECT layout FROM sheet").fetchone()[0]
    assert json.loads(layout)["events"] == [copy.events.all()[0].key] == ["person-1-is-hurt"]


def test_no_trace_of_the_work_is_left(path: Path, copy: Corpus) -> None:
    with Corpus.open(path, read_only=True) as corpus:
        assert copy.info.nonce != corpus.info.nonce
    assert (copy.info.case_key, copy.info.made) == (None, DAY)
    moments = {
        value
        for table, column in (("note", "made"), ("sheet", "changed"), ("edition", "recorded"))
        for (value,) in copy.connection.execute(f"SELECT {column} FROM {table}")
    }
    assert moments <= {DAY, None}
    changed = next(e for e in copy.editions.all() if e.source_key == "person-1-letter")
    assert (changed.importer, changed.media_type, changed.encoding) == ("", "text/plain", "utf-8")
    assert changed.sha256 == changed.text_sha256


def test_texts_without_the_names_keep_their_bytes(path: Path, copy: Corpus) -> None:
    with Corpus.open(path, read_only=True) as corpus:
        bell = held(corpus, "bell/original")
        assert copy.editions.data(bell) == corpus.editions.data(bell)


def test_a_copy_of_nobody_else_changes_nothing_else(tmp_path: Path) -> None:
    path, target = tmp_path / "c.triptych", tmp_path / "copy.triptych"
    compile_case("zhanaozen-2011", path)
    share(path, target, ShareRequest(persons=("sting",), day=DAY))
    with Corpus.open(path) as one, Corpus.open(target) as other:
        before, after = contents(one), contents(other)
    for table in ("voice", "judgement", "event", "link", "review", "report", "aspect"):
        differing = [a for a, b in zip(before[table], after[table], strict=True) if a != b]
        assert all("sting" in str(row).lower() for row in differing)


def test_the_preview_tells_what_would_be_left(path: Path) -> None:
    found = preview(path, REQUEST)
    assert [p.pseudonym for p in found.persons] == ["Person 1"]
    assert found.counts[0] > 20
    forms = {f.written: f for f in found.forms}
    assert forms["Тингревым"].form.kind is Kind.ENDING
    assert forms["Тингревым"].places == ["A.3"]
    assert forms["Oskar"].form.kind is Kind.PART
    assert forms["tingrevite"].form.kind is Kind.INSIDE
    assert [f.written for f in found.forms if not f.is_likely] == ["tingrevite"]


def test_the_reader_decides_on_forms(path: Path, tmp_path: Path) -> None:
    forms = frozenset({Form("tingrev", "тингревым", Kind.ENDING)})
    share(path, tmp_path / "copy.triptych", ShareRequest(("tingrev",), forms=forms, day=DAY))
    with Corpus.open(tmp_path / "copy.triptych") as copy:
        text = copy.editions.text(held(copy, "person-1-letter/original"))
    assert "Тингревым" not in text
    assert "Тингревке" in text


def test_pseudonyms_are_stable_and_the_readers_own(path: Path, tmp_path: Path) -> None:
    both = ShareRequest(persons=("malm", "tingrev"))
    # By first occurrence in the texts, not by the order of the names.
    first = share(path, tmp_path / "1.triptych", both)
    assert named(first) == {"tingrev": "Person 1", "malm": "Person 2"}
    own = ShareRequest(pseudonyms={"tingrev": "The docker"})
    second = share(path, tmp_path / "2.triptych", own)
    assert named(second) == {"tingrev": "The docker", "malm": "Person 1"}
    third = share(tmp_path / "1.triptych", tmp_path / "3.triptych", ShareRequest(("person-2",)))
    assert [p.pseudonym for p in third.persons] == ["Person 3"]


def named(shared: Shared) -> dict[str, str]:
    return {person.key: person.pseudonym for person in shared.persons}


@pytest.mark.parametrize(
    "request_",
    [
        ShareRequest(persons=("nobody",)),
        ShareRequest(persons=("sons",)),
        ShareRequest(pseudonyms={"tingrev": "Oskar's friend Tingrev"}),
        ShareRequest(pseudonyms={"tingrev": "X", "malm": "x"}),
        ShareRequest(pseudonyms={"tingrev": "—"}),
        ShareRequest(pseudonyms={"tingrev": "x" * 100}),
    ],
)
def test_what_cannot_be_is_refused(path: Path, tmp_path: Path, request_: ShareRequest) -> None:
    with pytest.raises(InvalidEditError, match="Nothing was changed"):
        share(path, tmp_path / "copy.triptych", request_)
    assert [p.name for p in tmp_path.iterdir()] == ["c.triptych"]


def test_nothing_is_written_over_or_left_half_made(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.triptych"
    with pytest.raises(SharingCancelledError):
        share(path, target, REQUEST, cancelled=lambda: True)
    target.write_bytes(b"mine")
    for name, overwrite in ((target, False), (path, True)):
        with pytest.raises(FileExistsAlreadyError):
            share(path, name, REQUEST, overwrite=overwrite)
    assert target.read_bytes() == b"mine"
    share(path, target, REQUEST, overwrite=True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.triptych", "copy.triptych"]
