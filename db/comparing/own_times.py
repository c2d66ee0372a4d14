"""When each source itself says that an event happened: its claims about the event's time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db.comparing.context import instants

if TYPE_CHECKING:
    from db.corpus import Corpus

# A time with a scope is that of a part: when something began, or was last seen.
_QUERY: Final = """SELECT DISTINCT n.source_id, c.event_id, c.value FROM claim c
JOIN anchor n ON n.id = c.anchor_id JOIN aspect a ON a.id = c.aspect_id
WHERE a.type = 'time' AND c.status = 'accepted' AND c.polarity = 'affirm' AND c.scope = ''
ORDER BY c.id"""


@dataclass(frozen=True, slots=True)
class OwnTime:
    """One time a source gives: EDTF, and its bounds in UTC seconds (None = open)."""

    edtf: str
    earliest: int | None
    latest: int | None


def own_times(corpus: Corpus) -> dict[tuple[int, int], list[OwnTime]]:
    """The different times each source gives for an event, by the ids of source and event."""
    zone = corpus.info.zone
    found: defaultdict[tuple[int, int], list[OwnTime]] = defaultdict(list)
    for source_id, event_id, value in corpus.connection.execute(_QUERY):
        span = instants(value or "", zone)
        if span is not None and (span.least is not None or span.most is not None):
            least = None if span.least is None else int(span.least)
            most = None if span.most is None else int(span.most)
            found[source_id, event_id].append(OwnTime(value, least, most))
    return dict(found)
