"""The sheet model: everything a page shows, as plain records that every format is written from.

Nothing here refers back to the corpus: no row ids, no open file. A format writes what stands in
the model and nothing else; what it cannot show as such it says in words. Offsets count code
points in the edition's text, ends exclusive; hashes are SHA-256 in hexadecimal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from db.corpus.editions import text_hash
from db.records import EditionKind, PassageKind, Relation, Silence, Time
from db.text.zones import ZoneStatus


class Paper(StrEnum):
    """The sheet of paper a page is made for."""

    A4 = "a4"
    LETTER = "us-letter"


class Orientation(StrEnum):
    """How the paper lies."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"


@dataclass(frozen=True, slots=True)
class SheetTime:
    """A time as understood, and the words that show it in the sheet's language."""

    time: Time = field(default_factory=Time)
    shown: str = ""

    @property
    def zone_doubtful(self) -> bool:
        """Whether a clock time is shown whose zone no source states."""
        return "T" in self.time.edtf and self.time.zone_status is not ZoneStatus.STATED


@dataclass(frozen=True, slots=True)
class SheetEdition:
    """The text a source's column quotes."""

    key: str
    kind: EditionKind
    language: str
    characters: int
    sha256: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class SheetSource:
    """One column: a source, and which text of it is quoted; `edition` is None where none is held.

    `style` counts colours and patterns from 0; `reports` is the number of dated pieces.
    """

    key: str
    letter: str
    label: str
    style: int
    title: str = ""
    creators: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    place: str = ""
    position: str = ""
    rights: str = ""
    citation: str = ""
    published: SheetTime = field(default_factory=SheetTime)
    reports: int = 0
    edition: SheetEdition | None = None


@dataclass(frozen=True, slots=True)
class SheetReport:
    """The dated piece a quotation stands in; `heading` is in the words of the quoted edition."""

    number: int
    heading: str
    author: str
    reported: SheetTime


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of quoted words; `relation` is how they speak of the event, None = they do not."""

    text: str
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one passage, exactly as they stand at `start` to `end` of the edition's text.

    `cut_before` and `cut_after` say that the passage has more words on that side.
    """

    address: str
    edition: str
    kind: PassageKind
    language: str
    start: int
    end: int
    runs: tuple[Run, ...]
    report: SheetReport | None = None
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """The quoted words."""
        return "".join(run.text for run in self.runs)

    @property
    def sha256(self) -> str:
        """Hash of the quoted words, by which a copy of the sheet can be checked."""
        return text_hash(self.text)

    @property
    def marked(self) -> bool:
        """Whether only part of the words speaks of the event, so that a mark tells something."""
        return len({run.relation is None for run in self.runs}) == 2

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How the words speak of the event, each way once."""
        return tuple(dict.fromkeys(r.relation for r in self.runs if r.relation is not None))


@dataclass(frozen=True, slots=True)
class SheetClaim:
    """One thing a source says about one aspect of the event, tied to its words.

    `min` and `max` are None where open; `voices` are names, outermost first.
    """

    key: str
    aspect: str
    address: str
    edition: str
    start: int
    end: int
    min: float | None = None
    max: float | None = None
    value: str = ""
    vague: str = ""
    unit: str = ""
    scope: str = ""
    hedge: str = ""
    polarity: str = ""
    voices: tuple[str, ...] = ()
    as_of: SheetTime = field(default_factory=SheetTime)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source has on one event: quotations, or a silence with its kind.

    `withheld` counts passages that were published after the sheet's *known by*; `reason` is the
    reader's word on a silence. A cell without quotations and without silence is one whose words
    stand in no text that is held.
    """

    source: str
    quotations: tuple[Quotation, ...] = ()
    silence: Silence | None = None
    reason: str = ""
    withheld: int = 0
    claims: tuple[SheetClaim, ...] = ()

    def by_report(self) -> Iterator[tuple[SheetReport | None, list[Quotation]]]:
        """The quotations in order, those of one report together."""
        for report, group in groupby(self.quotations, key=_report_of):
            yield report, list(group)


@dataclass(frozen=True, slots=True)
class SheetEvent:
    """What a row is about.

    `parent` is the title of the event it is part of. `depth` counts the events right above that
    it belongs under: 0 stands for itself.
    """

    key: str
    title: str
    happened: SheetTime
    place: str = ""
    parent: str = ""
    parent_key: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One event with one cell for each source, in the order of the sheet's sources."""

    event: SheetEvent
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet. `corpus_hash` names what the corpus said when the sheet was made."""

    title: str
    corpus_title: str
    corpus_hash: str
    zone: str
    language: str
    made: SheetTime
    sources: tuple[SheetSource, ...]
    rows: tuple[Row, ...]
    known_by: SheetTime | None = None
    paper: Paper = Paper.A4
    orientation: Orientation = Orientation.LANDSCAPE

    def quotations(self) -> Iterator[Quotation]:
        """Every quotation, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.quotations


def _report_of(quotation: Quotation) -> SheetReport | None:
    return quotation.report
