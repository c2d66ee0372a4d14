import pytest

from desktop.reading import flow as flows
from desktop.reading.flow import COMPANION, NOTHING, TEXT


def test_a_passage_too_long_is_cut_without_losing_a_character(make_text) -> None:
    words = "word " * 5_000
    text = make_text(("short", words.strip(), "x" * 25_000, "end"))
    flow = flows.passage_flow(text)
    shown = "".join(text.text[s.start : s.end] for s in flow.slots)
    assert shown == "".join(text.passage_text(i) for i in range(4))
    assert max(s.end - s.start for s in flow.slots) <= flows.LONGEST
    assert [s.passage for s in flow.slots if s.opens] == [0, 1, 2, 3]
    # Words are not cut where there is a space to cut at.
    assert all(text.text[s.end - 1] == " " for s in flow.slots if s.passage == 1 and not s.closes)


def test_slots_are_found_by_passage_offset_and_position(make_text) -> None:
    text = make_text(("short", "y" * 25_000, "end"))
    flow = flows.passage_flow(text)
    for index, slot in enumerate(flow.slots):
        assert flow.index_of(text, slot.start) == index
        assert flow.index_at(flow.bounds[index]) == index
    assert flow.index_of_passage(2) == len(flow) - 1
    assert flow.index_of_passage(3) == -1
    assert flow.length == len(text.text)


def test_a_plain_text_is_not_copied_to_be_shown(make_text) -> None:
    text = make_text(("one", "two"))
    flow = flows.passage_flow(text)
    assert [(s.start, s.end) for s in flow.slots] == [(0, 3), (5, 8)]
    assert list(flow.bounds) == [0, 5, 8]


def test_a_companion_stands_under_the_passage_of_its_address(make_text) -> None:
    text = make_text(("first", "second", "third"))
    digest = make_text(("one", "two"), edition="digest")
    flow = flows.interleaved_flow(text, digest)
    assert [(s.side, s.passage) for s in flow.slots] == [
        (TEXT, 0),
        (COMPANION, 0),
        (TEXT, 1),
        (COMPANION, 1),
        (TEXT, 2),
    ]
    assert flow.index_of(digest, digest.starts[1], COMPANION) == 3
    assert flow.bounds[flow.index_of_passage(1)] == text.starts[1]
    assert list(flow.bounds) == sorted(flow.bounds)


def test_rows_hold_the_passages_given_and_a_gap_for_none(make_text) -> None:
    text = make_text(("a", "b", "c", "d"))
    flow = flows.row_flow(text, [[1], [], [0, 3]])
    assert [s.passage for s in flow.slots] == [1, -1, 0, 3]
    assert flow.slots[1].side == NOTHING
    assert [list(flow.row_slots(r)) for r in range(3)] == [[0], [1], [2, 3]]
    assert flow.index_of_passage(2) == -1


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_text_has_a_flow_too(make_text, count: int) -> None:
    flow = flows.passage_flow(make_text(("one",) * count))
    assert len(flow) == count
    assert flow.index_at(0.0) == count - 1
