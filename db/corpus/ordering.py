"""The order of events: by time where they have one, by what comes before and after where not."""

import heapq
from collections.abc import Iterable

from db.records import Event

TimeKey = tuple[int, int, int, str]


def time_key(event: Event) -> TimeKey:
    """Sort key of one event; one known only as *before T* sorts at T, one without time last."""
    earliest, latest = event.happened.earliest, event.happened.latest
    if earliest is None and latest is None:
        return (1, 0, event.ordinal, event.key)
    when = earliest if earliest is not None else latest
    return (0, when or 0, event.ordinal, event.key)


def in_order(events: Iterable[Event], earlier_later: Iterable[tuple[int, int]]) -> list[Event]:
    """Events sorted by time, moved only as far as the *earlier, later* pairs of ids ask.

    A topological sort that always takes the earliest free event (Kahn 1962). Pairs that
    contradict one another are dropped where they close a circle.
    """
    by_id = {e.id: e for e in events}
    keys = {i: time_key(e) for i, e in by_id.items()}
    after: dict[int, set[int]] = {}
    before: dict[int, set[int]] = {}
    for earlier, later in earlier_later:
        if earlier in by_id and later in by_id and earlier != later:
            after.setdefault(earlier, set()).add(later)
            before.setdefault(later, set()).add(earlier)
    if not before:
        return sorted(by_id.values(), key=lambda e: keys[e.id])
    free = [(key, i) for i, key in keys.items() if i not in before]
    heapq.heapify(free)
    ordered: list[Event] = []
    while free or before:
        if not free:
            _open_circle(before, after, keys)
            free = [(keys[i], i) for i, waits_for in before.items() if not waits_for]
            for _, i in free:
                del before[i]
            continue
        _, current = heapq.heappop(free)
        ordered.append(by_id[current])
        for later in after.get(current, ()):
            before[later].discard(current)
            if not before[later]:
                del before[later]
                heapq.heappush(free, (keys[later], later))
    return ordered


def _open_circle(
    before: dict[int, set[int]], after: dict[int, set[int]], keys: dict[int, TimeKey]
) -> None:
    """Drop one pair of a circle: the one that holds back the circle's earliest event.

    Every event left waits for another, so that walking back must come round.
    """
    walked: dict[int, int] = {}
    current = min(before, key=keys.__getitem__)
    while current not in walked:
        walked[current] = len(walked)
        current = min(before[current], key=keys.__getitem__)
    circle = list(walked)[walked[current] :]
    held_back = min(circle, key=keys.__getitem__)
    # Walked backwards: what an event waits for stands after it, and the last waits for the first.
    holder = circle[(circle.index(held_back) + 1) % len(circle)]
    before[held_back].discard(holder)
    after[holder].discard(held_back)
