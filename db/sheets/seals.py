"""Seals: what lets a sheet be compared with its corpus years later, in any format and on paper.

`⟦sheet f43993ce3f08 2011-12-20 ticker moscow-news⟧` says which content of the corpus the sheet
shows, its date, and its sources; after `known-by` a time that it is limited to, after `events` or
`every-event` its events. `⟦casualties/deaths A012#3f2a1c A016#90bd11 =5c01f2⟧` lists the claims
about one aspect of one event, each with the first digits of the SHA-256 of what is recorded of it,
and after `=` those of how the claims relate. `⟦quoted A.12 A.16⟧` lists the addresses of quotations
that cannot have a reference, since their hash would tell what a worksheet leaves blank: it can be
told of them later whether one is missing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from db.fingerprint import shown
from db.sheets.choices import Blank, Part, SheetKind
from db.sheets.claim_model import SheetClaim, SheetComparison
from db.sheets.model import Row, Sheet

DIGITS: Final = 6
CHOSEN: Final = "events"
EVERY: Final = "every-event"
_BREAK: Final = "\u200b"
_SHEET: Final = re.compile(r"⟦\s*sheet\s+(?P<hash>[0-9a-f]{12})\s+(?P<rest>[^⟦⟧]*)⟧")
_FIGURES: Final = re.compile(
    r"⟦\s*(?P<event>[^\s⟦⟧/#]+)/(?P<aspect>[^\s⟦⟧/#]+)\s+(?P<claims>[^⟦⟧]*?)"
    r"=\s*(?P<relations>[0-9a-f]{6})\s*⟧"
)
_QUOTED: Final = re.compile(r"⟦\s*quoted\s+(?P<addresses>[^⟦⟧]*)⟧")
_NOTHING: Final = "nothing"
_ADDRESS: Final = re.compile(r"[A-Z]{1,3}\.[0-9]{1,9}")
# Few enough to stand together on a page.
_A_SEAL: Final = 24
_CLAIM: Final = re.compile(r"(?P<key>[^\s#]+)\s*#\s*(?P<digits>[0-9a-f]{6})")


@dataclass(frozen=True, slots=True)
class SheetSeal:
    """What a sheet shows: `known_by` is in UTC seconds, None = no limit.

    `every` says that no event was chosen: `events` are all that there were.
    """

    content: str
    made: str
    sources: tuple[str, ...]
    events: tuple[str, ...] = ()
    known_by: int | None = None
    every: bool = False

    def __str__(self) -> str:
        parts = ["sheet", self.content, self.made, *self.sources]
        if self.known_by is not None:
            parts += ["known-by", str(self.known_by)]
        parts += [EVERY if self.every else CHOSEN, *self.events]
        return f"⟦{' '.join(parts)}⟧"


@dataclass(frozen=True, slots=True)
class FigureSeal:
    """The claims about one aspect of one event, by key, and how they relate."""

    event: str
    aspect: str
    claims: tuple[tuple[str, str], ...]
    relations: str

    def __str__(self) -> str:
        claims = " ".join(f"{key}#{digits}" for key, digits in self.claims)
        return f"⟦{self.event}/{self.aspect} {claims} ={self.relations}⟧"


def seals(sheet: Sheet) -> list[str]:
    """Everything by which a sheet can be compared with its corpus, as printed."""
    seal = sheet_seal(sheet)
    found = [str(seal), *map(str, figure_seals(sheet))] if seal else []
    return found + list(_quoted_seals(sheet))


def _quoted_seals(sheet: Sheet) -> Iterator[str]:
    """The addresses of quotations without a reference, in order; a sheet without any says that."""
    found = list(dict.fromkeys(q.address for q in sheet.quotations() if not q.whole))
    if sheet.kind is SheetKind.WORKSHEET and Blank.ALL in sheet.blank:
        yield f"⟦quoted {_NOTHING}⟧"
    for at in range(0, len(found), _A_SEAL):
        yield f"⟦quoted {' '.join(found[at : at + _A_SEAL])}⟧"


def sheet_seal(sheet: Sheet) -> SheetSeal | None:
    """The seal of a sheet; None for a worksheet or a blind sheet, which cannot be checked."""
    if sheet.blind or any(source.gap for source in sheet.sources):
        return None
    return SheetSeal(
        shown(sheet.corpus_hash),
        sheet.made.time.edtf,
        tuple(source.key for source in sheet.sources),
        tuple(row.event.key for row in sheet.rows),
        sheet.known_by.time.earliest if sheet.known_by else None,
        sheet.every_event,
    )


def figure_seals(sheet: Sheet) -> Iterator[FigureSeal]:
    """The seals of a sheet's figures; none where figures are not shown or something is blank."""
    if Part.FIGURES not in sheet.show or sheet_seal(sheet) is None:
        return
    for row in sheet.rows:
        for comparison in row.comparisons:
            seal = figure_seal(row, comparison)
            if seal is not None:
                yield seal


def figure_seal(row: Row, comparison: SheetComparison) -> FigureSeal | None:
    """The seal of one aspect of one event; None where a claim is blank."""
    claims = [c for cell in row.cells for c in cell.of_aspect(comparison.aspect)]
    if not claims or any(claim.gap for claim in claims):
        return None
    return FigureSeal(
        row.event.key, comparison.aspect,
        tuple((claim.key, claim_digits(claim)) for claim in claims),
        _digits(relations_of(comparison)),
    )  # fmt: skip


def claim_digits(claim: SheetClaim) -> str:
    """The first digits of the hash of what is recorded of a claim."""
    recorded = [
        claim.min, claim.max, claim.value, claim.vague, claim.unit, claim.scope, claim.hedge,
        claim.polarity, claim.voices, claim.as_of.time.edtf, claim.edition, claim.start, claim.end,
    ]  # fmt: skip
    return _digits(recorded)


def relations_of(comparison: SheetComparison) -> list[list[str]]:
    """How the claims relate: for every pair its keys and the relation in force, sorted."""
    return sorted([*sorted((p.a, p.b)), str(p.relation)] for p in comparison.pairs)


def _digits(recorded: object) -> str:
    data = json.dumps(recorded, ensure_ascii=False, separators=(",", ":"))
    return sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def find_sheet_seal(pages: Sequence[str]) -> SheetSeal | None:
    """The seal in a sheet's text."""
    match = next((m for page in pages if (m := _SHEET.search(_whole(page)))), None)
    if match is None:
        return None
    made, *rest = match["rest"].split() or [""]
    every = EVERY in rest
    rest, events = _parted(rest, EVERY if every else CHOSEN)
    sources, known = _parted(rest, "known-by")
    known_by = int(known[0]) if known and known[0].lstrip("-").isdigit() else None
    return SheetSeal(match["hash"], made, tuple(sources), tuple(events), known_by, every)


def find_figure_seals(pages: Sequence[str]) -> list[FigureSeal]:
    """The seals of figures in a sheet's text."""
    return [
        FigureSeal(
            m["event"], m["aspect"],
            tuple((c["key"], c["digits"]) for c in _CLAIM.finditer(m["claims"])),
            m["relations"],
        )
        for page in pages
        for m in _FIGURES.finditer(_whole(page))
    ]  # fmt: skip


def find_quoted(pages: Sequence[str]) -> list[str] | None:
    """The addresses that a sheet's text says are quoted on it; None where it does not say."""
    seals = [m for page in pages for m in _QUOTED.finditer(_whole(page))]
    found = (address for m in seals for address in _ADDRESS.findall(m["addresses"]))
    return list(dict.fromkeys(found)) if seals else None


def without_quoted(page: str) -> str:
    """A page without its list of what is quoted, which is no quotation itself."""
    return _QUOTED.sub("", page)


def _whole(page: str) -> str:
    return page.replace(_BREAK, "")


def _parted(words: list[str], mark: str) -> tuple[list[str], list[str]]:
    """The words before a mark and those after it."""
    if mark not in words:
        return words, []
    at = words.index(mark)
    return words[:at], words[at + 1 :]
