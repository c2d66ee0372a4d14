"""Verifying finds every change that was not made by the program."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import index_check, schema
from db.corpus import Corpus
from db.corpus.indexing import index, spans_of, unindex
from db.errors import CorpusError
from db.verifying import Finding, verify
from tests import builders

Harm = Callable[[Corpus], None]


@pytest.fixture
def whole(harbour: Corpus) -> Iterator[Corpus]:
    text = builders.text_of(builders.TOWER)
    harbour.editions.add_original("tower.txt", text.replace("\n", "\r\n").encode())
    herald = builders.held(harbour, "herald/original")
    harbour.mentions.add(1, herald, *builders.span(harbour, herald, "A crane fell"))
    yield harbour


def wrong(corpus: Corpus) -> list[Finding]:
    return [finding for finding in verify(corpus) if not finding.ok]


def sql(statement: str) -> Harm:
    def harm(corpus: Corpus) -> None:
        corpus.connection.execute("PRAGMA foreign_keys = OFF")
        corpus.connection.execute(statement)

    return harm


def test_a_whole_corpus_has_nothing_wrong(whole: Corpus) -> None:
    findings = list(verify(whole))
    assert all(f.ok for f in findings), [f for f in findings if not f.ok]
    assert {f.check for f in findings} >= {
        "file", "schema", "references", "hash", "index", "passage", "anchor", "claim",
    }  # fmt: skip
    assert [f.subject for f in findings if f.check == "hash"] == [
        "tower/original", "tower/digest", "herald/original",
    ]  # fmt: skip


def reindexed(corpus: Corpus, words: str) -> None:
    """One passage of the herald indexed with other words, as many as there were."""
    (one, *_) = spans_of(corpus.connection, 3)
    unindex(corpus.connection, [one], corpus.editions.text(3))
    index(corpus.connection, [(one[0], 0, len(words))], words)


HARMS: dict[str, tuple[Harm, str, str, str]] = {
    "a changed text": (
        sql("UPDATE edition_text SET text = replace(text, 'three', 'eight') WHERE edition_id = 3"),
        "hash", "herald/original", "the text has changed",
    ),
    "a text one letter longer": (
        sql("UPDATE edition_text SET text = text || '!' WHERE edition_id = 2"),
        "hash", "tower/digest", "characters instead of",
    ),
    "a text that is no text": (
        sql("UPDATE edition_text SET text = CAST(x'ff41' AS TEXT) WHERE edition_id = 2"),
        "hash", "tower/digest", "cannot be read",
    ),
    "parts out of step": (
        sql("UPDATE edition_text SET start = 5 WHERE edition_id = 2"),
        "hash", "tower/digest", "its part at 5 should begin at 0",
    ),
    "changed bytes": (
        sql("UPDATE edition_bytes SET bytes = CAST(bytes || x'0d' AS BLOB) WHERE edition_id = 1"),
        "hash", "tower/original", "the bytes received have changed",
    ),
    "an index with a passage too few": (
        lambda c: unindex(c.connection, spans_of(c.connection, 3)[:1], c.editions.text(3)),
        "index", "passages", "7 passages indexed, 8 held",
    ),
    "an index with other words": (
        lambda c: reindexed(c, "A crane fell at noon; eight were hurt, Өскен says."),
        "index", "passages", "“eight” is indexed otherwise than it stands in B.1",
    ),
    "an index with words in another order": (
        lambda c: reindexed(c, "A crane fell at noon; hurt were three, Өскен says."),
        "index", "passages", "“hurt” is indexed otherwise than it stands in B.1",
    ),
    "a mention past its passage": (
        sql("UPDATE placement SET end = end + 99 WHERE edition_id = 3"),
        "anchor", "B.1", "lies outside its passage",
    ),
    "a mention of no words": (
        sql("UPDATE placement SET end = start WHERE edition_id = 3"),
        "anchor", "B.1", "lies outside its passage",
    ),
    "a passage past its text": (
        sql("UPDATE passage SET end = 999 WHERE edition_id = 3 AND number = 2"),
        "passage", "B.2", "lies outside its text",
    ),
    "a row that points nowhere": (
        sql("UPDATE mention SET event_id = 77"),
        "references", "harbour.triptych", "1 rows point to nothing, first in mention",
    ),
    "another table": (
        sql("CREATE TABLE spam (a)"), "schema", f"version {schema.version()}", "tables differ",
    ),
}  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
def test_harm_is_found_where_it_was_done(whole: Corpus, harm: str) -> None:
    do, check, subject, message = HARMS[harm]
    do(whole)
    found = wrong(whole)
    assert any(f.check == check and f.subject == subject and message in f.message for f in found), (
        found
    )


def test_a_large_corpus_is_compared_word_by_word_too(
    whole: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_check, "EVERY_PLACE", 0)
    assert not wrong(whole)
    reindexed(whole, "A crane fell at noon; eight were hurt, Өскен says.")
    (found,) = wrong(whole)
    assert found.message == "“eight” is indexed in other places than it stands in"


def test_a_reader_of_a_file_it_may_not_write_to_verifies_it(whole: Corpus) -> None:
    whole.close()
    with Corpus.open(whole.path, read_only=True) as corpus:
        assert not wrong(corpus)


def test_it_stops_when_it_is_told_to(whole: Corpus) -> None:
    assert len(list(verify(whole, lambda: True))) == 1


def test_flipped_bits_never_crash_it_and_never_change_a_text_unseen(
    whole: Corpus, tmp_path: Path
) -> None:
    whole.close()
    texts = _texts(whole.path)
    data = whole.path.read_bytes()
    chance = random.Random(20111216)
    copy = tmp_path / "copy.triptych"
    for _ in range(60):
        at = chance.randrange(100, len(data))
        harmed = bytearray(data)
        harmed[at] ^= 1 << chance.randrange(8)
        copy.write_bytes(harmed)
        try:
            with Corpus.open(copy, read_only=True) as corpus:
                findings = list(verify(corpus))
        except CorpusError:
            continue
        if all(f.ok for f in findings):
            assert _texts(copy) == texts


def _texts(path: Path) -> dict[str, str]:
    with Corpus.open(path, read_only=True) as corpus:
        return {e.key: corpus.editions.text(e.id) for e in corpus.editions.all()}
