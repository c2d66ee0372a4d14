"""What has changed in a corpus since a sheet was made, or since a backup.

A backup holds everything, so that both sides are told. A sheet holds the seals of what it shows:
what is recorded now is told, and that it was otherwise then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from db.corpus import Corpus
from db.errors import CorpusError
from db.fingerprint import content_hash, shown
from db.sheets.building import build_sheet
from db.sheets.checking.reading import read_sheet_file
from db.sheets.choices import Part
from db.sheets.claim_model import SheetClaim, SheetComparison
from db.sheets.compared import relation_counts
from db.sheets.model import Row, Sheet
from db.sheets.requests import MOST_SOURCES, SheetRequest
from db.sheets.seals import (
    FigureSeal,
    SheetSeal,
    claim_digits,
    figure_seal,
    find_figure_seals,
    find_sheet_seal,
    relations_of,
)
from db.sheets.wording import words_in, words_of

_LANGUAGE = "en"
_SHOWN = frozenset({Part.PASSAGES, Part.FIGURES, Part.RELATIONS})


class ChangeKind(StrEnum):
    """What has changed."""

    SOURCE_ADDED = "source-added"
    SOURCE_REMOVED = "source-removed"
    SOURCE_CHANGED = "source-changed"
    EVENT_ADDED = "event-added"
    EVENT_REMOVED = "event-removed"
    EVENT_CHANGED = "event-changed"
    CLAIM_ADDED = "claim-added"
    CLAIM_REMOVED = "claim-removed"
    CLAIM_CHANGED = "claim-changed"
    RELATIONS_CHANGED = "relations-changed"


@dataclass(frozen=True, slots=True)
class Changed:
    """One change: what of, and what was and is recorded; empty = nothing, or not known."""

    kind: ChangeKind
    subject: str
    then: str = ""
    now: str = ""


class NoSealError(CorpusError):
    """A sheet does not say what it shows of its corpus."""

    template: ClassVar[str] = (
        "{file} does not say which content it shows: it is a worksheet, a blind sheet, or its last "
        "pages are gone. Its quotations can still be checked."
    )


def changes_since(corpus: Corpus, older: Path) -> list[Changed]:
    """What changed since an older sheet or backup; raises a CorpusError for any other file."""
    if is_corpus(older):
        with Corpus.open(older, read_only=True) as backup:
            return list(_between(backup, corpus))
    return changes_since_sheet(corpus, older, read_sheet_file(older).pages)


def changes_since_sheet(corpus: Corpus, file: Path, pages: Sequence[str]) -> list[Changed]:
    """What changed since a sheet whose file has been read; raises NoSealError."""
    seal = find_sheet_seal(pages)
    if seal is None:
        raise NoSealError(file=file)
    if seal.content == shown(content_hash(corpus)):
        return []
    return list(_since_seal(corpus, seal, find_figure_seals(pages)))


def is_corpus(file: Path) -> bool:
    """Whether a file begins as a corpus does."""
    try:
        with file.open("rb") as opened:
            return opened.read(16) == b"SQLite format 3\0"
    except OSError:
        return False


# ---------------------------------------------------------------------- since a sheet
def _since_seal(
    corpus: Corpus, seal: SheetSeal, figures: Sequence[FigureSeal]
) -> Iterator[Changed]:
    sources = {s.key: s for s in corpus.sources.all()}
    events = {e.key: e for e in corpus.events.all()}
    for key in sources.keys() - set(seal.sources):
        yield Changed(ChangeKind.SOURCE_ADDED, sources[key].label, now=key)
    for key in sorted(set(seal.sources) - sources.keys()):
        yield Changed(ChangeKind.SOURCE_REMOVED, key, then=key)
    for key in events if seal.every else ():
        if key not in seal.events:
            yield Changed(ChangeKind.EVENT_ADDED, events[key].title, now=key)
    for key in seal.events:
        if key not in events:
            yield Changed(ChangeKind.EVENT_REMOVED, key, then=key)
    request = SheetRequest(
        events=tuple(events[k].id for k in seal.events if k in events),
        sources=tuple(sources[k].id for k in seal.sources if k in sources),
        known_by=seal.known_by,
        show=_SHOWN,
    )
    if request.events and request.sources:
        yield from _figures_since(build_sheet(corpus, request), figures)


def _figures_since(now: Sheet, figures: Sequence[FigureSeal]) -> Iterator[Changed]:
    words = words_of(now)
    then = {(f.event, f.aspect): f for f in figures}
    for row in now.rows:
        for comparison in row.comparisons:
            old = then.pop((row.event.key, comparison.aspect), None)
            subject = f"{comparison.title} · {row.event.title}"
            claims = _claims(row, comparison.aspect)
            known = dict(old.claims) if old else {}
            for key, claim in claims.items():
                if key not in known:
                    yield Changed(ChangeKind.CLAIM_ADDED, subject, now=_said(claim))
                elif known[key] != claim_digits(claim):
                    yield Changed(ChangeKind.CLAIM_CHANGED, subject, then=key, now=_said(claim))
            yield from _gone(subject, [k for k in known if k not in claims])
            seal = figure_seal(row, comparison)
            if old and seal and old.relations != seal.relations:
                yield Changed(
                    ChangeKind.RELATIONS_CHANGED, subject, now=relation_counts(comparison, words)
                )  # fmt: skip
    titles = {row.event.key: row.event.title for row in now.rows}
    for (event, aspect), old in then.items():
        if event in titles:
            yield from _gone(f"{aspect} · {titles[event]}", [key for key, _ in old.claims])


def _gone(subject: str, keys: Sequence[str]) -> Iterator[Changed]:
    for key in keys:
        yield Changed(ChangeKind.CLAIM_REMOVED, subject, then=key)


# ---------------------------------------------------------------------- since a backup
def _between(then: Corpus, now: Corpus) -> Iterator[Changed]:
    yield from _sources_between(then, now)
    yield from _events_between(then, now)
    old, new = _compared(then), _compared(now)
    for subject in dict.fromkeys((*old, *new)):
        yield from _claims_between(subject, old.get(subject), new.get(subject))


_Compared = tuple[str, dict[str, SheetClaim], SheetComparison]


def _compared(corpus: Corpus) -> dict[tuple[str, str], _Compared]:
    """Every event and aspect of a corpus: its title, its claims by key, and their comparison."""
    ids = [s.id for s in corpus.sources.all()]
    found: dict[tuple[str, str], _Compared] = {}
    for start in range(0, len(ids), MOST_SOURCES):
        request = SheetRequest(sources=tuple(ids[start : start + MOST_SOURCES]), show=_SHOWN)
        for row in build_sheet(corpus, request).rows:
            for comparison in row.comparisons:
                key = (row.event.key, comparison.aspect)
                title = f"{comparison.title} · {row.event.title}"
                claims = _claims(row, comparison.aspect)
                if key in found:
                    claims = {**found[key][1], **claims}
                    comparison = found[key][2]
                found[key] = (title, claims, comparison)
    return found


def _claims_between(
    key: tuple[str, str], old: _Compared | None, new: _Compared | None
) -> Iterator[Changed]:
    title = (new or old or ("", {}, None))[0]
    before = old[1] if old else {}
    after = new[1] if new else {}
    for name, claim in after.items():
        if name not in before:
            yield Changed(ChangeKind.CLAIM_ADDED, title, now=_said(claim))
        elif claim_digits(before[name]) != claim_digits(claim):
            yield Changed(ChangeKind.CLAIM_CHANGED, title, _said(before[name]), _said(claim))
    for name, claim in before.items():
        if name not in after:
            yield Changed(ChangeKind.CLAIM_REMOVED, title, then=_said(claim))
    if old and new:
        words = words_in(_LANGUAGE)
        counts = [relation_counts(side[2], words) for side in (old, new)]
        if relations_of(old[2]) != relations_of(new[2]):
            yield Changed(ChangeKind.RELATIONS_CHANGED, title, *counts)


def _sources_between(then: Corpus, now: Corpus) -> Iterator[Changed]:
    before = {s.key: s for s in then.sources.all()}
    after = {s.key: s for s in now.sources.all()}
    texts = [{e.key: e.text_sha256 for e in c.editions.all() if e.held} for c in (then, now)]
    for key, source in after.items():
        if key not in before:
            yield Changed(ChangeKind.SOURCE_ADDED, source.label, now=key)
            continue
        old, new = ({k: v for k, v in each.items() if k.partition("/")[0] == key} for each in texts)
        if old != new:
            yield Changed(ChangeKind.SOURCE_CHANGED, source.label, _held(old), _held(new))
    for key, source in before.items():
        if key not in after:
            yield Changed(ChangeKind.SOURCE_REMOVED, source.label, then=key)


def _held(texts: Mapping[str, str]) -> str:
    return ", ".join(f"{key} {shown(digits)}" for key, digits in texts.items())


def _events_between(then: Corpus, now: Corpus) -> Iterator[Changed]:
    before = {e.key: e for e in then.events.all()}
    after = {e.key: e for e in now.events.all()}
    for key, event in after.items():
        if key not in before:
            yield Changed(ChangeKind.EVENT_ADDED, event.title, now=key)
            continue
        old, new = (
            " · ".join(p for p in (e.title, e.happened.edtf, e.place) if p)
            for e in (before[key], event)
        )
        if old != new:
            yield Changed(ChangeKind.EVENT_CHANGED, event.title, old, new)
    for key, event in before.items():
        if key not in after:
            yield Changed(ChangeKind.EVENT_REMOVED, event.title, then=key)


# ---------------------------------------------------------------------- words
def _claims(row: Row, aspect: str) -> dict[str, SheetClaim]:
    return {c.key: c for cell in row.cells for c in cell.of_aspect(aspect)}


def _said(claim: SheetClaim) -> str:
    parts = (claim.address, claim.shown, claim.scope, claim.hedge, ", ".join(claim.voices))
    return f"{claim.key}: {' · '.join(part for part in parts if part)}"
