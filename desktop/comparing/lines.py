"""The lines that cards are made of: words, figures and what each leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from db.comparing.number_axis import NumberAxis
from db.comparing.number_ladder import Figure
from db.records import ClaimRelation
from desktop.theme import Presence


class Leads(StrEnum):
    """What a target leads to."""

    CLAIM = "claim"
    """The words of a claim (its record)."""
    PLACE = "place"
    """Words in an edition: (edition, start, end)."""
    EVENT = "event"
    """An event, by its id."""
    SETTLE = "settle"
    """Settling why a source (its id) is silent on an event: (event, source)."""
    DETAILS = "details"
    """Showing or hiding how the claims of a card relate: a Key."""
    JUDGE = "judge"
    """Judging a pair of claims: a ComparedPair."""
    NOTES = "notes"
    """The notes on a row of a table: (table, row)."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a part of a line leads; `spoken` says so to who cannot see the line."""

    leads: Leads
    to: Any
    spoken: str = ""


class Role(StrEnum):
    """How words are set."""

    PLAIN = "plain"
    TITLE = "title"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    LABEL = "label"
    LINK = "link"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike; `target` is the place in the line's targets, -1 for none.

    `style` is that of the source in whose colour the words are set, -1 for none.
    """

    text: str
    role: Role = Role.PLAIN
    target: int = -1
    style: int = -1


class Kind(StrEnum):
    """What a line is."""

    TITLE = "title"
    TEXT = "text"
    SECTION = "section"
    HEAD = "head"
    SCOPE = "scope"
    FIGURE = "figure"
    AXIS = "axis"
    SAYING = "saying"
    SILENCE = "silence"
    PAIR = "pair"
    NOTE = "note"


class Part(StrEnum):
    """Where in a card a line stands; lines outside any card have none."""

    NONE = ""
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Badge:
    """How the claims of a card relate, and whether a person has overruled the program."""

    relation: ClaimRelation | None
    words: str


@dataclass(slots=True)
class Line:
    """One line of the panel.

    `letter` and `style` are a source's; `label` stands beside the letter. `axis` is that of a
    figure or an axis line, `ticks` its numbers in words. `spoken` is read to who cannot see.
    """

    kind: Kind
    runs: tuple[Run, ...] = ()
    targets: tuple[Target, ...] = ()
    part: Part = Part.NONE
    letter: str = ""
    style: int = 0
    label: str = ""
    presence: Presence | None = None
    badge: Badge | None = None
    open: bool = False
    figure: Figure | None = None
    axis: NumberAxis | None = None
    ticks: tuple[str, ...] = ()
    tooltip: str = ""
    spoken: str = ""
    key: tuple[int, int] | None = None
    later: bool = False

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Lines:
    """Lines as they are being written down."""

    found: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Write a line below the others."""
        self.found.append(line)

    def words(self, text: str, *, kind: Kind = Kind.TEXT, role: Role = Role.PLAIN) -> None:
        """Write plain words; nothing for nothing."""
        if text:
            self.add(Line(kind, (Run(text, role),), spoken=text))
