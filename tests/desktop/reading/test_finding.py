"""Looking for words in a column: what is found, how it is stepped through, what is marked."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.decoration import Mark, MarkStyle
from desktop.reading.finding import HitMarks, Hits
from desktop.reading.flow import LONGEST

letters = st.text("ab", max_size=30)
words_of_letters = st.text("ab", min_size=1, max_size=3)


def all_of(hits: Hits, text: str) -> list[tuple[int, int]]:
    return list(hits.between(0, len(text)))


def test_nothing_is_found_for_nothing() -> None:
    for words in ("", " "):
        hits = Hits("a b", words)
        assert len(hits) == 0
        assert all_of(hits, "a b") == []


@given(letters, words_of_letters)
def test_hits_hold_the_words_in_order_and_apart(text: str, words: str) -> None:
    hits = Hits(text, words)
    found = all_of(hits, text)
    assert len(found) == len(hits)
    assert all(text[a:b] == words for a, b in found)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(found))


@given(letters, words_of_letters, st.integers(0, 30))
def test_stepping_finds_the_next_and_the_one_before_and_goes_round(
    text: str, words: str, at: int
) -> None:
    hits = Hits(text, words)
    if not len(hits):
        return
    after, before = hits.after(at), hits.before(at)
    assert hits.is_hit(*after)
    assert hits.is_hit(*before)
    assert after[0] >= at or words not in text[at:]
    assert before[1] <= at or words not in text[:at]
    assert 1 <= hits.number(after[0]) <= len(hits)
    assert 1 <= hits.number(before[0]) <= len(hits)


def test_a_million_hits_are_marked_where_somebody_looks(make_pane, make_text) -> None:
    pane = make_pane(make_text(("before", "x" * 1_000_000, "after")))
    hits = Hits(pane.body.text.text, "x")
    assert len(hits) == 1_000_000
    pane.scroll_to_offset(500_000)
    marked = HitMarks(pane, hits, 500_000)(1)
    assert len(marked) < 5 * LONGEST
    assert Mark(500_000, 500_001, MarkStyle.FOUND_CURRENT) in marked
    # All that is in sight is marked, to both ends of the pane.
    in_sight = {slot for slot, _ in pane.scroller.visible()}
    slots = [pane.body.flow.slots[i] for i in in_sight]
    starts = {mark.start for mark in marked}
    assert all(slot.start in starts and slot.end - 1 in starts for slot in slots)


def test_what_is_in_sight_of_a_million_hits_is_painted(make_pane, make_text) -> None:
    """The picture is the same as with marks in sight only; nothing else is asked for boxes."""
    pane = make_pane(make_text(("before", "x" * 300_000, "after")))
    pane.scroll_to_offset(150_000)
    plain = pane.grab().toImage()
    pane.set_marks(HitMarks(pane, Hits(pane.body.text.text, "x"), -1))
    asked: list[object] = []
    layout = pane.body.layout(next(pane.scroller.visible())[0])
    cls, boxes = type(layout), type(layout).boxes
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cls, "boxes", lambda *given: asked.append(0) or boxes(*given))
        marked = pane.grab().toImage()
    assert marked != plain
    assert 0 < len(asked) < 3_000


def test_short_passages_are_marked_whole_wherever_the_pane_stands(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    marks = HitMarks(pane, Hits(long_text.text, "lamp"), -1)
    before = [list(marks(passage)) for passage in range(len(long_text))]
    pane.scroll_to_end(True)
    assert [list(marks(passage)) for passage in range(len(long_text))] == before
    assert sum(map(len, before)) == long_text.text.count("lamp")
