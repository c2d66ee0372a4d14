"""The records that are read before the first text is shown."""

from __future__ import annotations

from array import array
from enum import StrEnum
from typing import NamedTuple

from db.text.zone_status import ZoneStatus


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


class Silence(StrEnum):
    """Why a source has nothing to show for an event."""

    NOT_PUBLISHED = "not-published"
    OUT_OF_SCOPE = "out-of-scope"
    NO_FIGURE = "no-figure"
    SILENT = "silent"
    NOT_LOOKED = "not-looked"


class Time(NamedTuple):
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


class CorpusInfo(NamedTuple):
    """What the corpus says of itself."""

    title: str
    zone: str
    language: str
    summary: str
    case_key: str | None
    nonce: str
    made: int


class Source(NamedTuple):
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
    published: Time = Time()
    retrieved: str = ""


class Edition(NamedTuple):
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


class Passages:
    """All passages of one edition as parallel arrays in reading order, fit for 100,000 of them.

    `reports` holds report ids, 0 where a passage stands in none.
    """

    __slots__ = ("ends", "kinds", "numbers", "reports", "starts")

    def __init__(
        self, numbers: array[int], starts: array[int], ends: array[int], reports: array[int],
        kinds: list[PassageKind],
    ) -> None:  # fmt: skip
        self.numbers = numbers
        self.starts = starts
        self.ends = ends
        self.reports = reports
        self.kinds = kinds

    def __len__(self) -> int:
        return len(self.numbers)


class Event(NamedTuple):
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


class Placement(NamedTuple):
    """Where a mention's words stand in one edition; `passage` is the passage's number."""

    mention_id: int
    event_id: int
    source_id: int
    edition_id: int
    passage: int
    start: int
    end: int
    relation: Relation


class Change(NamedTuple):
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
