"""Events: every field kept, impossible ones refused, and the order they are said to have had."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.corpus import Corpus
from db.corpus.events import EventFields
from db.corpus.ordering import in_order, time_key
from db.errors import InvalidEditError
from db.records import Event, Time
from db.text.zones import ZoneStatus
from tests import builders
from tests.builders import add_event

FULL = EventFields(
    title="Ещё раз", when="2011-12-16T14:52:00", printed="14:52", zone="Europe/Moscow",
    zone_status=ZoneStatus.STATED, place="Quay", parent_id=1, summary="*why*", key="again",
    lasting=True,
)  # fmt: skip


def check(event: Event | None, given: EventFields) -> None:
    assert event is not None
    time = event.happened
    assert (event.title, event.place, event.parent_id, event.summary, event.lasting) == (
        given.title, given.place, given.parent_id, given.summary, given.lasting,
    )  # fmt: skip
    assert (time.edtf, time.printed, time.zone, time.zone_status) == (
        given.when, given.printed, given.zone, given.zone_status,
    )  # fmt: skip


def test_every_field_comes_back(harbour: Corpus) -> None:
    assert all(FULL), "a field is left out of this test"
    event_id, _ = harbour.events.add(FULL)
    check(harbour.events.get(event_id), FULL)
    assert harbour.events.get(event_id) in harbour.events.all()
    assert harbour.events.get(event_id).key == "again"  # type: ignore[union-attr]
    # 14:52 in Moscow, then four hours ahead of UTC; a printed minute ends 59 seconds later.
    assert harbour.events.get(event_id).happened.earliest == 1324032720  # type: ignore[union-attr]
    assert harbour.events.get(event_id).happened.latest == 1324032779  # type: ignore[union-attr]


def test_a_change_replaces_all_but_the_key(harbour: Corpus) -> None:
    event_id, _ = harbour.events.add(FULL)
    other = EventFields(title="Once", when="2011", zone="UTC", key="new")
    harbour.events.change(event_id, other)
    check(harbour.events.get(event_id), other)
    assert harbour.events.get(event_id).key == "again"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "given, reason",
    [
        (EventFields(title="  "), "needs a title"),
        (EventFields(title="x", when="16/12/2011"), "16/12/2011 cannot be understood"),
        (EventFields(title="x", when="2011", zone="Mars/Olympus"), "cannot be understood"),
        (EventFields(title="x", key="the-crane-falls"), "key the-crane-falls exists"),
        (EventFields(title="x", parent_id=99), "contradicts"),
    ],
)
def test_impossible_events_are_refused(harbour: Corpus, given: EventFields, reason: str) -> None:
    before = builders.contents(harbour)
    with pytest.raises(InvalidEditError, match=reason) as refused:
        harbour.events.add(given)
    assert ".." not in str(refused.value)
    assert builders.contents(harbour) == before


def test_an_event_is_never_a_part_of_itself(harbour: Corpus) -> None:
    part = add_event(harbour, "Part", parent_id=1)
    smaller = add_event(harbour, "Smaller", parent_id=part)
    for below in (1, part, smaller):
        with pytest.raises(InvalidEditError, match="part of itself"):
            harbour.events.change(1, EventFields(title="x", parent_id=below))


def test_what_is_gone_is_not_changed(harbour: Corpus) -> None:
    harbour.events.delete(1)
    assert harbour.events.get(1) is None
    for edit in (
        lambda: harbour.events.delete(1),
        lambda: harbour.events.change(1, EventFields(title="x")),
    ):
        with pytest.raises(InvalidEditError, match="gone"):
            edit()


def keys(corpus: Corpus) -> list[str]:
    return [e.title for e in corpus.events.all()]


def test_order_is_by_time_then_by_what_came_before(harbour: Corpus) -> None:
    add_event(harbour, "Undated")
    add_event(harbour, "Before the fall", "../2011-12-16")
    add_event(harbour, "Spring", "2011-21")
    assert keys(harbour) == [
        "Spring", "The crane falls", "Before the fall", "The inquiry", "Undated",
    ]  # fmt: skip
    harbour.events.put_before(3, 1)
    assert keys(harbour) == [
        "Spring", "Undated", "The crane falls", "Before the fall", "The inquiry",
    ]  # fmt: skip
    harbour.events.put_before(3, 5)
    harbour.events.put_before(5, 2)
    assert keys(harbour)[:3] == ["Undated", "Spring", "The crane falls"]
    harbour.events.put_before(2, 1)
    assert keys(harbour) == [
        "Undated", "Spring", "The inquiry", "The crane falls", "Before the fall",
    ]  # fmt: skip


def test_an_event_known_only_to_follow_stands_after_what_it_follows(harbour: Corpus) -> None:
    add_event(harbour, "Nobody knows when")
    add_event(harbour, "Soon after")
    harbour.events.put_before(1, 4)
    assert keys(harbour) == ["The crane falls", "Soon after", "The inquiry", "Nobody knows when"]


@pytest.mark.parametrize("a, b, reason", [(1, 1, "before itself"), (1, 2, "already known")])
def test_an_order_is_said_once_and_of_two(harbour: Corpus, a: int, b: int, reason: str) -> None:
    harbour.events.put_before(1, 2)
    with pytest.raises(InvalidEditError, match=reason):
        harbour.events.put_before(a, b)


def event(number: int, at: int | None) -> Event:
    time = Time(edtf="x" if at is not None else "", earliest=at, latest=at)
    return Event(number, f"e{number}", f"E {number}", number, time, "", None, "")


def test_a_circle_loses_one_pair_and_nothing_else() -> None:
    events = [event(1, 50), event(2, 60), event(3, 10), event(4, 70)]
    # 1 and 2 contradict one another; 3 is told to follow 2, however early it is dated.
    ordered = in_order(events, [(1, 2), (2, 1), (2, 3), (3, 4)])
    assert [e.id for e in ordered] == [1, 2, 3, 4]


PAIRS = st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=16)
TIMES = st.lists(st.one_of(st.none(), st.integers(0, 5)), min_size=8, max_size=8)


@given(TIMES, PAIRS)
def test_any_pairs_give_an_order_that_holds_all_that_can_hold(
    times: list[int | None], pairs: list[tuple[int, int]]
) -> None:
    events = [event(number, at) for number, at in enumerate(times, start=1)]
    ordered = [e.id for e in in_order(events, pairs)]
    assert sorted(ordered) == list(range(1, 9))
    place = {e: i for i, e in enumerate(ordered)}
    later_than = {i: {b for a, b in pairs if a == i and a != b} for i in range(1, 9)}

    def reaches(start: int, goal: int) -> bool:
        seen, waiting = set(), [start]
        while waiting:
            current = waiting.pop()
            if current == goal:
                return True
            if current not in seen:
                seen.add(current)
                waiting += later_than[current]
        return False

    for a, b in pairs:
        if a != b and not reaches(b, a):
            assert place[a] < place[b], "a pair in no circle was dropped"
    if not any(a != b for a, b in pairs):
        assert ordered == [e.id for e in sorted(events, key=time_key)]
