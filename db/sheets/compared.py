"""What the comparing part of a page says, in lines, the same for every format that is read.

Claims of one source that say the same stand together with all their addresses. Of the relations a
page lists the conflicts, and what a person judged to be none, each with its reason and once for
all places that say the same; the others it counts. Every pair stands in the formats that are
tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.records import ClaimRelation
from db.sheets.choices import Part
from db.sheets.claim_model import (
    NameUse,
    SheetClaim,
    SheetComparison,
    SheetLink,
    SheetPair,
)
from db.sheets.figure_words import manner_words, scope_words
from db.sheets.model import Cell, Sheet
from db.sheets.times import SheetTime
from db.sheets.wording import Words, words_of


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """What a source says about an aspect, once, with every address it stands at.

    `words` are quoted only where the passages are not on the sheet.
    """

    said: str
    scope: str
    how: str
    when: SheetTime
    addresses: tuple[str, ...]
    words: str = ""
    gap: bool = False
    answer: bool = False


@dataclass(frozen=True, slots=True)
class RelationLine:
    """How two things that are said relate: each by its addresses and its words, and why."""

    a: tuple[str, str]
    b: tuple[str, str]
    relation: str
    conflict: bool
    reason: str


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link: the addresses it joins, how, and the reader's word on it."""

    a: str
    kind: str
    b: str
    note: str
    words: tuple[str, str] = ("", "")


class ComparedLines:
    """Writes the comparing part of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._words = words_of(sheet)
        self._quotes = Part.PASSAGES not in sheet.show
        self._figures = Part.FIGURES in sheet.show
        self._claims = {claim.key: claim for claim in sheet.claims()}

    def summary(self, comparison: SheetComparison) -> str:
        """How many conflicts, sources and origins: "2 conflicts · 3 sources, 1 origin"."""
        words, parts = self._words, []
        if comparison.conflicts:
            parts.append(words.count("conflicts", comparison.conflicts))
        if comparison.sources > 1:
            sources = words.count("count_sources", comparison.sources)
            if comparison.origins < comparison.sources:
                sources = f"{sources}, {words.count('origins', comparison.origins)}"
            parts.append(sources)
        return " · ".join(parts)

    def claims(self, cell: Cell, aspect: str) -> list[ClaimLine]:
        """What one source claims about an aspect; nothing where figures are not shown."""
        lines: list[ClaimLine] = []
        found = cell.of_aspect(aspect) if self._figures else []
        for claim in found:
            line = self._line(claim)
            last = lines[-1] if lines else None
            if last and not claim.gap and _same(last, line):
                lines[-1] = _joined(last, line)
            else:
                lines.append(line)
        return lines

    def _line(self, claim: SheetClaim) -> ClaimLine:
        return ClaimLine(
            said=claim.shown,
            scope=scope_words(claim, self._words),
            how=manner_words(claim, self._words),
            when=claim.when,
            addresses=(claim.address,),
            words=claim.words if self._quotes else "",
            gap=claim.gap,
            answer=claim.answer,
        )

    def silence(self, comparison: SheetComparison, at: int) -> str:
        """Why the source at a place claims nothing; empty where it does or nothing is said."""
        if comparison.withheld[at]:
            return self._words.count("withheld_claims", comparison.withheld[at])
        kind = comparison.silences[at]
        return "" if kind is None else self._words.claim_silence(kind, comparison.type)

    def relations(self, comparison: SheetComparison) -> list[RelationLine]:
        """The conflicts, then what a person judged to be none."""
        listed = [p for p in comparison.pairs if _in_conflict(p) or _was_overruled(p)]
        listed.sort(key=_was_overruled)
        found: dict[tuple[str, ...], RelationLine] = {}
        for pair in listed:
            if self._known(pair):
                line = self._relation(pair)
                key = (line.a[1], line.b[1], line.relation, line.reason)
                found[key] = _united(found[key], line) if key in found else line
        return list(found.values())

    def _known(self, pair: SheetPair) -> bool:
        return pair.a in self._claims and pair.b in self._claims

    def _relation(self, pair: SheetPair) -> RelationLine:
        labels = self._words.labels
        name = labels["not_judged"]
        if pair.relation is not None:
            name = self._words.table("claim_relations")[pair.relation]
        judged = f"{name} ({labels['judged']})" if pair.judged else name
        one, other = self._claims[pair.a], self._claims[pair.b]
        return RelationLine(
            (one.address, one.shown), (other.address, other.shown), judged,
            _in_conflict(pair), pair.reason,
        )  # fmt: skip

    def counts(self, comparison: SheetComparison) -> str:
        """How many pairs relate in which way: "agree 15 · other scope 46"."""
        return relation_counts(comparison, self._words)

    def link(self, link: SheetLink) -> LinkLine:
        """One link."""
        kind = self._words.table("link_kinds").get(link.kind, link.kind)
        words = (link.a.words, link.b.words) if self._quotes else ("", "")
        return LinkLine(link.a.address, kind, link.b.address, link.note, words)

    def uses(self, uses: Sequence[NameUse]) -> Iterator[str]:
        """What one source calls somebody: "Zhanaozen ×12 (A.4)"."""
        for use in uses:
            times = f" ×{self._words.number(use.count)}" if use.count > 1 else ""
            yield f"{use.spelling}{times} ({use.address})"


def _in_conflict(pair: SheetPair) -> bool:
    return pair.relation is ClaimRelation.CONFLICT


def _was_overruled(pair: SheetPair) -> bool:
    """Whether a person judged what the rules take for a conflict to be none."""
    return pair.proposed is ClaimRelation.CONFLICT and not _in_conflict(pair)


def _united(one: RelationLine, other: RelationLine) -> RelationLine:
    """Two lines that say the same, as one with the addresses of both."""
    return RelationLine(
        (_listed(one.a[0], other.a[0]), one.a[1]),
        (_listed(one.b[0], other.b[0]), one.b[1]),
        one.relation, one.conflict, one.reason,
    )  # fmt: skip


def _listed(addresses: str, more: str) -> str:
    return ", ".join(dict.fromkeys((*addresses.split(", "), *more.split(", "))))


def _same(one: ClaimLine, other: ClaimLine) -> bool:
    said = (one.said, one.scope, one.how, one.gap, one.answer, one.words)
    return said == (other.said, other.scope, other.how, other.gap, other.answer, other.words)


def _joined(one: ClaimLine, other: ClaimLine) -> ClaimLine:
    addresses = tuple(dict.fromkeys((*one.addresses, *other.addresses)))
    return ClaimLine(one.said, one.scope, one.how, one.when, addresses, one.words, one.gap,
                     one.answer)  # fmt: skip


def relation_counts(comparison: SheetComparison, words: Words) -> str:
    """How many pairs relate in which way, in words."""
    found = Counter(pair.relation for pair in comparison.pairs)
    names = words.table("claim_relations")
    said = [f"{names[r]} {words.number(found[r])}" for r in ClaimRelation if found[r]]
    if found[None]:
        said.append(f"{words.labels['not_judged']} {words.number(found[None])}")
    return " · ".join(said)
