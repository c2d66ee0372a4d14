"""The order of events: by time where they have one, by what comes before and after where not."""

import heapq
from collections.abc import Iterable, Mapping

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

    Where a pair and the times disagree the earlier one moves up. An event without a time stands
    before the first that it precedes, else after the last that it follows. Pairs that contradict
    one another are dropped where they close a circle.
    """
    by_id = {e.id: e for e in events}
    keys = {i: time_key(e) for i, e in by_id.items()}
    pairs = {(a, b) for a, b in earlier_later if a in by_id and b in by_id and a != b}
    if not pairs:
        return sorted(by_id.values(), key=lambda e: keys[e.id])
    graph = _Order(keys, pairs)
    order = graph.sorted(keys)
    return [by_id[i] for i in graph.sorted(graph.places(order, keys))]


class _Order:
    """What comes before what, for a topological sort that takes the earliest (Kahn 1962)."""

    def __init__(self, keys: Mapping[int, TimeKey], pairs: Iterable[tuple[int, int]]) -> None:
        self.after: dict[int, set[int]] = {i: set() for i in keys}
        self.before: dict[int, set[int]] = {i: set() for i in keys}
        for earlier, later in pairs:
            self.after[earlier].add(later)
            self.before[later].add(earlier)

    def sorted(self, keys: Mapping[int, TimeKey]) -> list[int]:
        """Ids in order; circles met on the way are opened for good."""
        waits_for = {i: len(earlier) for i, earlier in self.before.items()}
        free = [(keys[i], i) for i, count in waits_for.items() if not count]
        heapq.heapify(free)
        ordered: list[int] = []
        while len(ordered) < len(waits_for):
            if not free:
                placed = set(ordered)
                freed = self._open_circle({i for i in waits_for if i not in placed}, keys)
                waits_for[freed] -= 1
                if not waits_for[freed]:
                    heapq.heappush(free, (keys[freed], freed))
                continue
            _, current = heapq.heappop(free)
            ordered.append(current)
            for later in self.after[current]:
                waits_for[later] -= 1
                if not waits_for[later]:
                    heapq.heappush(free, (keys[later], later))
        return ordered

    def _open_circle(self, waiting: set[int], keys: Mapping[int, TimeKey]) -> int:
        """Drop one pair of a circle: the one that holds back the circle's earliest event.

        Every event left waits for another, so that walking back must come round.
        """
        walked: dict[int, int] = {}
        current = min(waiting, key=keys.__getitem__)
        while current not in walked:
            walked[current] = len(walked)
            current = min(self.before[current] & waiting, key=keys.__getitem__)
        circle = list(walked)[walked[current] :]
        held_back = min(circle, key=keys.__getitem__)
        # Walked backwards: what an event waits for stands after it, the last waits for the first.
        holder = circle[(circle.index(held_back) + 1) % len(circle)]
        self.before[held_back].discard(holder)
        self.after[holder].discard(held_back)
        return held_back

    def places(self, order: list[int], keys: Mapping[int, TimeKey]) -> dict[int, TimeKey]:
        """Each event's key, moved up to what it precedes or on to what it follows."""
        places = dict(keys)
        for i in reversed(order):
            places[i] = min([places[i], *(places[later] for later in self.after[i])])
        for i in order:
            if places[i][0] and self.before[i]:
                places[i] = max(places[earlier] for earlier in self.before[i])
        return places
