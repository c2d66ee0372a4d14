"""The part of the sheet model that compares: claims, how they relate, links, names, notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from db.comparing.number_ladder import NumberLadder
from db.corpus.editions import text_hash
from db.records import ClaimRelation, Silence
from db.sheets.times import SheetTime


@dataclass(frozen=True, slots=True)
class SheetClaim:
    """One thing a source says about one aspect of the event, tied to its words.

    `words` are those at `start` to `end` of the edition's text. `shown` is what they say in the
    sheet's language. `min` and `max` are None where open; `voices` are names, outermost first,
    none = the source itself. `when` is when the claim held, else when it was reported. A claim with
    a `gap` has neither words nor value; an `answer` is what stands there in the key.
    """

    key: str
    aspect: str
    type: str
    address: str
    edition: str
    language: str
    start: int
    end: int
    words: str = ""
    shown: str = ""
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
    reported: SheetTime = field(default_factory=SheetTime)
    gap: bool = False
    answer: bool = False

    @property
    def when(self) -> SheetTime:
        """When the claim held, as far as is known."""
        return self.as_of if self.as_of.time else self.reported

    @property
    def sha256(self) -> str:
        """Hash of the claim's words."""
        return text_hash(self.words)


@dataclass(frozen=True, slots=True)
class SheetPair:
    """How two claims of one aspect relate; claims by their keys.

    `relation` is what is in force and `proposed` what the rules give, None = not judged. `reason`
    is one sentence; `judged` says that it is a person's.
    """

    a: str
    b: str
    relation: ClaimRelation | None
    proposed: ClaimRelation | None
    reason: str
    judged: bool = False


@dataclass(frozen=True, slots=True)
class SheetComparison:
    """One aspect of one event, compared.

    `silences` says for each source of the sheet why it claims nothing, None where it does;
    `withheld` counts for each what was published later. `ladders` has one for each unit.
    """

    aspect: str
    title: str
    type: str
    unit: str
    silences: tuple[Silence | None, ...]
    withheld: tuple[int, ...]
    pairs: tuple[SheetPair, ...] = ()
    sources: int = 0
    origins: int = 0
    ladders: tuple[NumberLadder, ...] = ()

    @property
    def conflicts(self) -> int:
        """How many pairs are in conflict."""
        return sum(pair.relation is ClaimRelation.CONFLICT for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Words of a source that a link joins."""

    source: str
    address: str
    edition: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class SheetLink:
    """Two places of different sources that a person joined."""

    a: SheetPlace
    b: SheetPlace
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetNote:
    """A note of the reader's, in Markdown, and what it is on in words (a title or an address)."""

    on: str
    text: str
    made: SheetTime


@dataclass(frozen=True, slots=True)
class NameUse:
    """One spelling in one source: how often, and the address of the first."""

    spelling: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class SheetName:
    """A person, place, body or thing, and what each source of the sheet calls it."""

    key: str
    kind: str
    title: str
    spellings: tuple[str, ...]
    uses: tuple[tuple[NameUse, ...], ...]
    gap: bool = False
