"""The records that the first text does not need."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.records.shown import Silence, Time


class ClaimRelation(StrEnum):
    """How two claims of one aspect relate."""

    AGREE = "agree"
    UPDATE = "update"
    SCOPE = "scope"
    ROUNDING = "rounding"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Report:
    """A dated piece inside a source."""

    id: int
    source_id: int
    number: int
    heading: str
    author: str
    reported: Time


@dataclass(frozen=True, slots=True)
class Aspect:
    """What claims can be about.

    `scopes` are pairs of a scope and the one it lies within, `choices` of a word and the more
    general word for it ("" = none). `counts`: figures count people or things, so that a part
    cannot exceed its whole. `grows`: the count can only rise while the event goes on.
    `excludes`: of two different choices at most one holds.
    """

    id: int
    key: str
    title: str
    type: str
    unit: str
    ordinal: int
    counts: bool = False
    grows: bool = False
    excludes: bool = False
    scopes: tuple[tuple[str, str], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one source says about one aspect of an event; None bounds are open."""

    id: int
    key: str
    event_id: int
    source_id: int
    anchor_id: int
    aspect_id: int
    min: float | None
    max: float | None
    value: str | None
    vague: str | None
    unit: str
    scope: str
    hedge: str
    polarity: str
    as_of: Time
    voices: tuple[int, ...]
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClaimPlacement:
    """Where a claim's words stand in one edition; `passage` is the passage's number."""

    claim_id: int
    edition_id: int
    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something inside a source."""

    id: int
    key: str
    name: str
    kind: str
    first_hand: str
    source_id: int | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way a name is written."""

    text: str
    script: str
    language: str


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place, body or thing with all its spellings."""

    id: int
    key: str
    kind: str
    note: str
    spellings: tuple[Spelling, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What the reader has settled for one source and one event."""

    event_id: int
    source_id: int
    state: str
    silence: Silence | None
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The relation of two claims as a person settled it, with the reason; `a_id` < `b_id`.

    `before` are those of the two that were changed since, by id, with what they said when they
    were judged (see db.corpus.judged_as).
    """

    a_id: int
    b_id: int
    relation: ClaimRelation
    reason: str
    recorder: str
    before: tuple[tuple[int, tuple[Any, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Two claims that may rest on one origin; `a_id` < `b_id`.

    `basis` is `voice`, `words` or `reader`; `state` is `proposed`, `confirmed` or `rejected`.
    """

    a_id: int
    b_id: int
    basis: str
    state: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two places in different sources that a person joined."""

    id: int
    a_anchor_id: int
    b_anchor_id: int
    kind: str
    note: str


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's own Markdown on a row of the table `subject`; `made` is UTC seconds."""

    id: int
    subject: str
    subject_id: int
    text: str
    made: int


@dataclass(frozen=True, slots=True)
class SavedSheet:
    """What a reader chose for a sheet; `layout` is JSON, times are UTC seconds."""

    id: int
    title: str
    layout: str
    made: int
    changed: int | None
