"""Search hits as a model: an address to go to, or passages that hold the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.records import Edition, EditionKind, Source
from db.search import Hit, highlighter, search
from db.text.folding import fold
from desktop.reading.source_text import edition_words
from desktop.session import Session

ROW = int(Qt.ItemDataRole.UserRole)
LIMIT = 200
ADDRESS = re.compile(
    r"\s*([A-Za-z]{1,3})\s*[.·]?\s*(\d{1,6})"
    r"(?:\s*[-–—]\s*(?:([A-Za-z]{1,3})\s*[.·]?\s*)?(\d{1,6}))?\s*"
)
"""One address, or the first and the last of several: B.14, B.14–B.16, B.14-16."""
COPIED = re.compile(r",\s*([A-Z]{1,3}\.\d{1,6}(?:[-–][A-Z]{1,3}\.\d{1,6})?)[\s).”\"]*$")
"""The address at the end of a reference: Moscow News, 17 Dec 2011, B.14."""
LATIN = str.maketrans("АВСЕНКМОРТХавсенкмортх", "ABCEHKMOPTXabcehkmoptx")
"""Letters of a Russian or Kazakh keyboard that look like a source's letter."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class HitRow:
    """One hit: where to go, and the words around it with the found ones marked."""

    edition: int
    start: int
    end: int
    address: str
    source: str
    edition_kind: str
    style: int
    snippet: str
    found: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The outcome of a search, and the found words of each edition."""

    rows: tuple[HitRow, ...]
    complete: bool
    marks: dict[int, list[tuple[int, int]]]


def find(session: Session, query: str) -> Results:
    """Search for words, or for addresses: B.14, B.14–B.16, and as a reference ends."""
    addressed = _addressed(session, query)
    if addressed:
        return Results(tuple(addressed), True, {})
    found = search(session.corpus, query, limit=LIMIT)
    pattern = highlighter(found.terms)
    editions = {e.id: e for e in session.editions}
    sources = {s.id: s for s in session.sources}
    rows: list[HitRow] = []
    marks: dict[int, list[tuple[int, int]]] = {}
    for hit in _once_a_passage(found.hits, editions):
        source, edition = sources[hit.source_id], editions[hit.edition_id]
        spans = tuple(m.span() for m in pattern.finditer(fold(hit.snippet)))
        rows.append(
            HitRow(hit.edition_id, hit.start, hit.end, f"{source.letter}.{hit.passage}",
                   source.label, edition_words(edition.kind), source.style, hit.snippet, spans)
        )  # fmt: skip
        marks.setdefault(hit.edition_id, []).append((hit.start, hit.end))
    return Results(tuple(rows), found.complete, marks)


def _once_a_passage(hits: Sequence[Hit], editions: dict[int, Edition]) -> list[Hit]:
    """Hits without those of a digest whose original holds the words in the same passage."""
    originals = {
        (h.source_id, h.passage)
        for h in hits
        if editions[h.edition_id].kind is EditionKind.ORIGINAL
    }
    return [
        h
        for h in hits
        if editions[h.edition_id].kind is EditionKind.ORIGINAL
        or (h.source_id, h.passage) not in originals
    ]


def _addressed(session: Session, query: str) -> list[HitRow]:
    """The passages of a query that is nothing but addresses, or a reference copied from here."""
    query = query.translate(LATIN)
    copied = COPIED.search(query)
    return _listed(session, query) or (_listed(session, copied[1]) if copied else [])


def _listed(session: Session, addresses: str) -> list[HitRow]:
    """The passages of addresses with commas between them; none where a part is no address."""
    found: list[HitRow] = []
    for part in re.split("[,;]", addresses):
        typed = ADDRESS.fullmatch(part)
        letter = typed[1].upper() if typed else ""
        if typed is None or (typed[3] or letter).upper() != letter:
            return []
        first = int(typed[2])
        last = min(int(typed[4] or first), first + LIMIT)
        source = next((s for s in session.sources if s.letter == letter), None)
        if source is not None:
            found += _passages(session, source, first, last)
    return found[:LIMIT]


def _passages(session: Session, source: Source, first: int, last: int) -> list[HitRow]:
    for edition in session.editions_of(source.id):
        rows = session.corpus.connection.execute(
            "SELECT number, start, end FROM passage WHERE edition_id = ? "
            "AND number BETWEEN ? AND ? ORDER BY number",
            (edition.id, first, last),
        ).fetchall()
        kind = edition_words(EditionKind(edition.kind))
        if rows:
            return [
                HitRow(edition.id, start, start, f"{source.letter}.{number}", source.label, kind,
                       source.style, _shortened(session, edition, start, end))
                for number, start, end in rows
            ]  # fmt: skip
    return []


def _shortened(session: Session, edition: Edition, start: int, end: int) -> str:
    return " ".join(session.corpus.editions.words(edition.id, start, end).split())[:160]


class SearchModel(QAbstractListModel):
    """The hits of the last search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[HitRow] = ()

    def set_rows(self, rows: Sequence[HitRow]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def hit(self, index: Index) -> HitRow | None:
        """The hit of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of hits."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A hit's words, for eyes and for screen readers."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.address}, {row.source}, {row.edition_kind}: {row.snippet}"
        return row if role == ROW else None
