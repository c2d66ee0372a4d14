"""When claims held and were reported, as the window shows it."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from db.comparing.silence import Span
from db.records import Claim, Time

if TYPE_CHECKING:
    from db.comparing.moments import Held
    from desktop.comparing.compared import Compared


class ClaimTimes:
    """The clocks of claims and events; made anew when the corpus has changed."""

    def __init__(self, compared: Compared) -> None:
        self._compared = compared

    def held(self, claim: Claim) -> Held:
        """When a claim held and when it was reported."""
        known, whole = self._compared.known, self._compared.whole
        held = known.held(claim)
        # What was published later only the whole comparison has read.
        return held if known is whole or held.reported != Span() else whole.held(claim)

    def moment(self, claim: Claim, *, reported: bool = False) -> str:
        """When a claim held, else when it was reported, as EDTF; empty where neither is known."""
        if claim.as_of and not reported:
            return claim.as_of.edtf
        span = self.held(claim).reported
        return self._reports.get((claim.source_id, span.earliest, span.latest), "")

    def day(self, event_id: int) -> date | None:
        """The day of an event, whose clock times need no date beside them."""
        session = self._compared.session
        event = session.events_by_id.get(event_id)
        happened = event.happened if event else Time()
        at = happened.latest if happened.latest is not None else happened.earliest
        try:
            return None if at is None else datetime.fromtimestamp(at, session.zone).date()
        except (ValueError, OverflowError, OSError):
            return None

    @cached_property
    def _reports(self) -> dict[tuple[int, int | None, int | None], str]:
        """The times of sources and of the reports in them, by their instants."""
        session = self._compared.session
        times = [(s.id, s.published) for s in session.sources]
        times += [(r.source_id, r.reported) for r in session.corpus.sources.reports()]
        return {(source, t.earliest, t.latest): t.edtf for source, t in times if t}
