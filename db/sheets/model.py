"""The sheet model: everything a page shows, as plain records that every format is written from.

Nothing here refers back to the corpus: no row ids, no open file. A format writes what stands in
the model and nothing else; what it cannot show as such it says in words. Offsets count code
points in the edition's text, ends exclusive; hashes are SHA-256 in hexadecimal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from db.corpus.editions import text_hash
from db.records import EditionKind, PassageKind, Relation, Silence
from db.sheets.choices import (
    USUAL_PARTS,
    Blank,
    CitationStyle,
    Orientation,
    Paper,
    Part,
    SheetKind,
)
from db.sheets.claim_model import SheetClaim, SheetComparison, SheetLink, SheetName, SheetNote
from db.sheets.times import SheetTime


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

    `style` counts colours and patterns from 0; `reports` is the number of dated pieces. `citation`
    is as the corpus has it, `reference` in the sheet's own style. Of a `blind` source nothing but
    its letter is in the model; with a `gap` there is a line to write its name on. `answer` marks
    the name as one that the worksheet leaves blank.
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
    reference: str = ""
    blind: bool = False
    gap: bool = False
    answer: bool = False


@dataclass(frozen=True, slots=True)
class SheetReport:
    """The dated piece a quotation stands in; `heading` is in the words of the quoted edition."""

    number: int
    heading: str
    author: str
    reported: SheetTime


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of quoted words; `relation` is how they speak of the event, None = they do not.

    A worksheet's run with a `gap` has no text but room for so many characters; an `answer` is what
    stands in such a gap in the key.
    """

    text: str
    relation: Relation | None = None
    gap: int = 0
    answer: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one passage, exactly as they stand at `start` to `end` of the edition's text.

    `cut_before` and `cut_after` say that the passage has more words on that side. A `blind` one
    does not tell which edition it is from.
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
    blind: bool = False

    @property
    def text(self) -> str:
        """The quoted words."""
        return "".join(run.text for run in self.runs)

    @property
    def whole(self) -> bool:
        """Whether all the words and their edition are there: only then can they be checked."""
        return not self.blind and not any(run.gap for run in self.runs)

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
class Cell:
    """What one source has on one event: quotations, or a silence with its kind.

    `withheld` counts passages that were published after the sheet's *known by*; `reason` is the
    reader's word on a silence. The words of a cell that is not `held` stand in no text of the
    corpus. A cell with a `gap` has nothing but that many lines to write on; an `answer` is what
    stands there in the key.
    """

    source: str
    quotations: tuple[Quotation, ...] = ()
    silence: Silence | None = None
    held: bool = True
    reason: str = ""
    withheld: int = 0
    claims: tuple[SheetClaim, ...] = ()
    gap: int = 0
    answer: bool = False

    def of_aspect(self, aspect: str) -> list[SheetClaim]:
        """What the source claims about one aspect, in the order in which it held."""
        return [claim for claim in self.claims if claim.aspect == aspect]

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
    """One event with one cell for each source, in the order of the sheet's sources.

    `comparisons` are the aspects about which some source claims something, `links` those
    between words that speak of the event, `notes` those on the event, its words or its claims.
    """

    event: SheetEvent
    cells: tuple[Cell, ...]
    comparisons: tuple[SheetComparison, ...] = ()
    links: tuple[SheetLink, ...] = ()
    notes: tuple[SheetNote, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPassage:
    """One passage of a whole text; `report` counts the text's reports from 0, None = in none.

    `known_since` is the last instant (UTC seconds) at which it may have been published, None = not
    known.
    """

    number: int
    kind: PassageKind
    start: int
    text: str
    report: int | None
    known_since: int | None


@dataclass(frozen=True, slots=True)
class SheetText:
    """The whole text that a source's column quotes."""

    source: str
    edition: str
    language: str
    reports: tuple[SheetReport, ...]
    passages: tuple[SheetPassage, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet. `corpus_hash` names what the corpus said when the sheet was made.

    What is not in `show` is not in the model either. `names` stand once for all rows; `notes` are
    those on the corpus and its sources. `blank` is what a worksheet leaves to fill in. In a `blind`
    sheet the sources are letters only. `texts` are there only for a format that shows them whole.
    `every_event` says that no event was chosen.
    """

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
    show: frozenset[Part] = USUAL_PARTS
    kind: SheetKind = SheetKind.COMPARISON
    blank: frozenset[Blank] = frozenset()
    blind: bool = False
    every_event: bool = False
    citation_style: CitationStyle = CitationStyle.AUTHOR_DATE
    names: tuple[SheetName, ...] = ()
    notes: tuple[SheetNote, ...] = ()
    texts: tuple[SheetText, ...] = ()

    def claims(self) -> Iterator[SheetClaim]:
        """Every claim, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.claims

    def quotations(self) -> Iterator[Quotation]:
        """Every quotation, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.quotations


def _report_of(quotation: Quotation) -> SheetReport | None:
    return quotation.report
