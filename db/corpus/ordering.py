"""The order of events: by time where they have one, by what comes before and after where not."""

import heapq
from collections.abc import Iterable

from db.records import Event


def time_key(event: Event) -> tuple[int, int, int, str]:
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
    waits_for: dict[int, int] = dict.fromkeys(by_id, 0)
    then: dict[int, list[int]] = {}
    for earlier, later in earlier_later:
        if earlier in by_id and later in by_id:
            waits_for[later] += 1
            then.setdefault(earlier, []).append(later)
    keys = {i: time_key(e) for i, e in by_id.items()}
    free = [(keys[i], i) for i, n in waits_for.items() if n == 0]
    heapq.heapify(free)
    ordered: list[Event] = []
    waiting = set(by_id)
    while waiting:
        if not free:
            freed = min(waiting, key=keys.__getitem__)
            heapq.heappush(free, (keys[freed], freed))
        _, current = heapq.heappop(free)
        if current not in waiting:
            continue
        waiting.discard(current)
        ordered.append(by_id[current])
        for later in then.get(current, ()):
            waits_for[later] -= 1
            if waits_for[later] == 0 and later in waiting:
                heapq.heappush(free, (keys[later], later))
    return ordered
