"""A small world of claims, made in memory, to try the rules of comparison on."""

from __future__ import annotations

from dataclasses import replace

from db.comparing.context import Context
from db.comparing.reasons import Proposal
from db.comparing.relations import propose
from db.comparing.silence import Span
from db.corpus.times import understood
from db.records import Aspect, Claim, ClaimRelation, Event, Time, Voice

FLOOD, DAM, MARKET, STRIKE, BREACH, DELUGE = 1, 2, 3, 4, 5, 6
DAILY, WEEKLY, RADIO = 1, 2, 3
MAYOR, DOCTOR, FARMERS, AGENCY, WEEKLY_QUOTED = 11, 12, 13, 14, 15

ASPECTS = {
    a.key: a
    for a in (
        Aspect(1, "drowned", "Drowned", "number", "people", 1, counts=True, grows=True, scopes=(
            ("all", ""), ("farmers", "villagers"), ("villagers", "all"), ("guests", "all"),
        )),
        Aspect(2, "crowd", "Crowd", "number", "people", 2, counts=True,
               scopes=(("all", ""), ("farmers", "all"))),
        Aspect(3, "height", "Height of the water", "number", "metres", 3),
        Aspect(4, "when", "Time", "time", "", 4),
        Aspect(5, "cause", "Cause", "choice", "", 5, excludes=True, choices=(
            ("rain", ""), ("the dam", ""), ("a gate of the dam", "the dam"),
        )),
        Aspect(6, "state", "State", "choice", "", 6,
               choices=(("wet", ""), ("under water", "wet"), ("closed", ""))),
        Aspect(7, "told", "What happened", "text", "", 7),
    )
}  # fmt: skip
VOICES = {
    v.id: v
    for v in (
        Voice(MAYOR, "mayor", "The mayor", "official", "unknown"),
        Voice(DOCTOR, "doctor", "A doctor", "eyewitness", "yes"),
        Voice(FARMERS, "farmers", "The farmers", "activist", "unknown"),
        Voice(AGENCY, "agency", "An agency", "outlet", "no"),
        Voice(WEEKLY_QUOTED, "weekly", "The weekly", "source", "no", WEEKLY),
    )
}
ZONE = "UTC"


def _event(number: int, title: str, when: str, parent: int | None = None) -> Event:
    return Event(number, title, title, number, understood(when, ZONE), "", parent, "")


EVENTS = {
    e.id: e
    for e in (
        _event(FLOOD, "flood", "2020-05-01"),
        _event(DAM, "dam", "2020-05-01", FLOOD),
        _event(MARKET, "market", ""),
        _event(STRIKE, "strike", "2020-05-01/.."),
        _event(BREACH, "breach", "2020-05-01T12:00"),
        _event(DELUGE, "deluge", "-9000"),
    )
}


class World:
    """Claims of a few sources, each with the time at which it was reported."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self.reported: dict[int, Span] = {}

    def claim(
        self, aspect: str, value: object = None, *, source: int = DAILY, at: str = "",
        as_of: str = "", event: int = FLOOD, voices: tuple[int, ...] = (), deny: bool = False,
        **fields: object,
    ) -> Claim:  # fmt: skip
        """A claim; a number or a pair of bounds as value, else a word; `at` = when reported."""
        number = len(self.claims) + 1
        least, most = value if isinstance(value, tuple) else (value, value)
        measured = ASPECTS[aspect].type == "number"
        claim = Claim(
            number, f"C{number}", event, source, number, ASPECTS[aspect].id,
            least if measured else None, most if measured else None,
            None if measured else str(value), None, ASPECTS[aspect].unit,
            "all" if aspect in ("drowned", "crowd") else "", "stated",
            "deny" if deny else "affirm", understood(as_of, ZONE) if as_of else Time(),
            voices, "accepted",
        )  # fmt: skip
        claim = replace(claim, **fields)
        self.claims.append(claim)
        reported = understood(at or "2020-05-03", ZONE)
        self.reported[number] = Span(reported.earliest, reported.latest)
        return claim

    def context(self) -> Context:
        """What the rules need to know."""
        return Context(
            {a.id: a for a in ASPECTS.values()}, VOICES, events=EVENTS,
            parents={e.id: e.parent_id for e in EVENTS.values()}, reported=self.reported,
            zone=ZONE,
        )  # fmt: skip

    def propose(self, one: Claim, other: Claim) -> Proposal:
        """How the rules relate two claims."""
        return propose(one, other, self.context())

    def verdict(self, one: Claim, other: Claim) -> tuple[int, ClaimRelation | None]:
        """The rule that fits and its relation, the same whichever claim comes first."""
        found, turned = self.propose(one, other), self.propose(other, one)
        assert found.relation is turned.relation
        assert found.reason == turned.reason
        return found.rule, found.relation
