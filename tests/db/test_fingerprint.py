"""The content hash: the same for the same content, another for any other, wherever it lies."""

from collections.abc import Callable

import pytest

from db.corpus import Corpus
from db.corpus.editions import NewEdition, PassageRow, text_hash
from db.corpus.events import EventFields
from db.corpus.sources import SourceFields
from db.fingerprint import content_hash
from db.records import Change, EditionKind, PassageKind

TEXT = "one two\nthree"
ROWS = [PassageRow(1, 0, 7, PassageKind.PARAGRAPH), PassageRow(2, 8, 13, PassageKind.PARAGRAPH)]


def build(path, *, held: bool = True, other_first: bool = False) -> Corpus:
    corpus = Corpus.create(path, title="Title", zone="UTC")
    if other_first:
        # Leaves gaps in the row ids and another order of rows.
        gone, _ = corpus.events.add(EventFields("gone"))
        corpus.events.add(EventFields("second", "2012", key="second"))
        corpus.events.delete(gone)
    source, _ = corpus.sources.add(SourceFields("Label", key="label"))
    edition = corpus.editions.add(
        NewEdition(
            source, EditionKind.ORIGINAL, "en", text_hash(TEXT), text_hash(TEXT), len(TEXT),
            text=TEXT if held else None, data=TEXT.encode() if held else None,
        ),
        ROWS,
    )  # fmt: skip
    first, _ = corpus.events.add(EventFields("first", "2011", key="first"))
    if not other_first:
        corpus.events.add(EventFields("second", "2012", key="second"))
    corpus.mentions.add(first, edition, 4, 7)
    return corpus


def test_row_ids_and_order_of_work_leave_no_trace(tmp_path):
    with build(tmp_path / "a.triptych") as a, build(tmp_path / "b.triptych", other_first=True) as b:
        assert content_hash(a) == content_hash(b)


def test_an_original_counts_by_its_hash_whether_it_is_there_or_awaited(tmp_path):
    with build(tmp_path / "a.triptych") as a, build(tmp_path / "b.triptych", held=False) as b:
        before = content_hash(b)
        assert content_hash(a) == before
        b.editions.add_original("text.txt", TEXT.encode())
        assert content_hash(b) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda c, event: c.events.change(event, EventFields("first!", "2011")),
        lambda c, event: c.events.change(event, EventFields("first", "2011", place="there")),
        lambda c, event: c.mentions.add(event, 1, 8, 13),
        lambda c, event: c.reviews.settle(event, 1, "silent"),
        lambda c, event: c.sources.add(SourceFields("another")),
        lambda c, event: c.events.put_before(event + 1, event),
        lambda c, event: c.events.delete(event),
    ],
)
def test_every_change_of_content_changes_it_and_undo_brings_it_back(
    tmp_path, change: Callable[[Corpus, int], object]
):
    with build(tmp_path / "a.triptych") as corpus:
        event = next(e.id for e in corpus.events.all() if e.key == "first")
        before = content_hash(corpus)
        done = change(corpus, event)
        assert content_hash(corpus) != before
        corpus.revert(done if isinstance(done, Change) else done[1])
        assert content_hash(corpus) == before
