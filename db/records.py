"""Frozen records for the words of a corpus: what a row is, once it is read.

Offsets are Unicode code points in the edition's text, ends exclusive. Times are EDTF with their
earliest and latest instant in UTC seconds (None = open).
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import StrEnum

from db.text.zones import ZoneStatus


class EditionKind(StrEnum):
    """What a text is to its source."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    DIGEST = "digest"


class PassageKind(StrEnum):
    """What a paragraph is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list-item"
    FURNITURE = "furniture"


class Relation(StrEnum):
    """How a passage speaks of an event."""

    REPORTS = "reports"
    DENIES = "denies"
    EXPECTS = "expects"
    CONTEXT = "context"


class ClaimRelation(StrEnum):
    """How two claims of one aspect relate."""

    AGREE = "agree"
    UPDATE = "update"
    SCOPE = "scope"
    ROUNDING = "rounding"
    CONFLICT = "conflict"


class Silence(StrEnum):
    """Why a source has nothing to show for an event."""

    NOT_PUBLISHED = "not-published"
    OUT_OF_SCOPE = "out-of-scope"
    NO_FIGURE = "no-figure"
    SILENT = "silent"
    NOT_LOOKED = "not-looked"


@dataclass(frozen=True, slots=True)
class Time:
    """One time on one of the three clocks."""

    edtf: str = ""
    printed: str = ""
    zone: str = ""
    zone_status: ZoneStatus = ZoneStatus.UNKNOWN
    earliest: int | None = None
    latest: int | None = None
    note: str = ""

    def __bool__(self) -> bool:
        return bool(self.edtf)


@dataclass(frozen=True, slots=True)
class CorpusInfo:
    """What the corpus says of itself."""

    title: str
    zone: str
    language: str
    summary: str
    case_key: str | None
    nonce: str
    made: int


@dataclass(frozen=True, slots=True)
class Source:
    """One voice in the comparison."""

    id: int
    key: str
    letter: str
    ordinal: int
    label: str
    title: str = ""
    creators: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    place: str = ""
    position: str = ""
    rights: str = ""
    citation: str = ""
    summary: str = ""
    style: int = 0
    published: Time = field(default_factory=Time)
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of a source; an awaited one is described but not held."""

    id: int
    source_id: int
    source_key: str
    kind: EditionKind
    ordinal: int
    language: str
    held: bool
    sha256: str
    text_sha256: str
    characters: int
    media_type: str
    encoding: str
    importer: str
    recorded: int | None

    @property
    def key(self) -> str:
        """`source/kind`, with a number from the second of a kind on."""
        tail = f"-{self.ordinal}" if self.ordinal > 1 else ""
        return f"{self.source_key}/{self.kind}{tail}"


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
class Passages:
    """All passages of one edition as parallel arrays in reading order, fit for 100,000 of them.

    `reports` holds report ids, 0 where a passage stands in none.
    """

    numbers: array[int]
    starts: array[int]
    ends: array[int]
    reports: array[int]
    kinds: list[PassageKind]

    def __len__(self) -> int:
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened."""

    id: int
    key: str
    title: str
    ordinal: int
    happened: Time
    place: str
    parent_id: int | None
    summary: str
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a mention's words stand in one edition; `passage` is the passage's number."""

    mention_id: int
    event_id: int
    source_id: int
    edition_id: int
    passage: int
    start: int
    end: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class Change:
    """What a transaction touched, and the statements that take it back, newest first.

    `tables` maps a table's name to the row ids touched in it.
    """

    title: str
    tables: dict[str, frozenset[int]]
    inverse: tuple[str, ...]

    def touches(self, *tables: str) -> bool:
        """Whether any of the tables named was written."""
        return any(t in self.tables for t in tables)

    def rows(self, table: str) -> frozenset[int]:
        """Ids of the rows touched in a table."""
        return self.tables.get(table, frozenset())


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
    """The relation of two claims as a person settled it, with the reason; `a_id` < `b_id`."""

    a_id: int
    b_id: int
    relation: ClaimRelation
    reason: str
    recorder: str


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
