"""The rows of the naming table: known names by kind, then what acts and actors are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from db.comparing.comparison import ComparisonRow
from db.comparing.naming import Called
from db.records import Name
from desktop.comparing.compared import Compared

translate = QCoreApplication.translate

CALLING = ("description", "actor")
"""Aspects that hold what an act or an actor is called, by their keys in the corpus."""
KINDS = ("person", "body", "place", "thing")

Counts = Mapping[int, Mapping[int, list[Called]]]
"""For each source, what was found of each name."""


@dataclass(frozen=True, slots=True)
class NamingRow:
    """A head, a name, or what something is called in a row of claims."""

    section: str
    name: Name | None = None
    row: ComparisonRow | None = None

    @property
    def is_head(self) -> bool:
        """Whether it is a head."""
        return self.name is None and self.row is None


def naming_rows(compared: Compared, counts: Counts, kind: str, typed: str) -> list[NamingRow]:
    """The rows for a kind of name ("" = all, or the key of an aspect) and the words typed."""
    found: list[NamingRow] = []
    for section, rows in _sections(compared, counts, kind):
        kept = [r for r in rows if _matches(compared, r, typed)]
        if kept:
            found += [NamingRow(section), *kept]
    return found


def _sections(
    compared: Compared, counts: Counts, kind: str
) -> Iterator[tuple[str, list[NamingRow]]]:
    names = compared.session.corpus.names.all()
    kinds = [*KINDS, *sorted({n.kind for n in names} - set(KINDS))]
    for each in kinds:
        if kind in ("", each):
            section = kind_words(each)
            own = [n for n in names if n.kind == each and _total(counts, n.id)]
            own.sort(key=lambda n: -_total(counts, n.id))
            yield section, [NamingRow(section, name=n) for n in own]
    for aspect in compared.aspects.values():
        if aspect.key in CALLING and kind in ("", aspect.key):
            rows = [r for r in compared.rows if r.aspect_id == aspect.id]
            yield aspect.title, [NamingRow(aspect.title, row=r) for r in rows]


def _total(counts: Counts, name_id: int) -> int:
    return sum(called.count for found in counts.values() for called in found.get(name_id, ()))


def _matches(compared: Compared, row: NamingRow, typed: str) -> bool:
    wanted = typed.strip().casefold()
    if not wanted:
        return True
    if row.name is not None:
        return any(wanted in s.text.casefold() for s in row.name.spellings)
    if row.row is None:
        return False
    title = compared.session.events_by_id[row.row.event_id].title
    values = [claim.value or "" for claim in row.row.claims]
    return any(wanted in words.casefold() for words in (title, *values))


def kind_words(kind: str) -> str:
    """A kind of name as a head."""
    known = {
        "person": translate("comparing", "People"),
        "body": translate("comparing", "Bodies"),
        "place": translate("comparing", "Places"),
        "thing": translate("comparing", "Things"),
    }
    return known.get(kind, kind)
