"""Search hits as a model: an address to go to, or passages that hold the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.records import Edition, EditionKind
from db.search import Hit, highlighter, search
from db.text.folding import fold
from desktop.reading.source_text import edition_words
from desktop.session import Session

ROW = int(Qt.ItemDataRole.UserRole)
LIMIT = 200
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
    """Search for words, or for an address as B.14."""
    address = _address(session, query)
    if address is not None:
        return Results((address,), True, {})
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


def _address(session: Session, query: str) -> HitRow | None:
    typed = re.fullmatch(r"\s*([A-Za-z]{1,3})\s*[.·]?\s*(\d{1,6})\s*", query)
    if typed is None:
        return None
    letter, number = typed[1].upper(), int(typed[2])
    source = next((s for s in session.sources if s.letter == letter), None)
    if source is None:
        return None
    for edition in session.editions_of(source.id):
        row = session.corpus.connection.execute(
            "SELECT start, end FROM passage WHERE edition_id = ? AND number = ?",
            (edition.id, number),
        ).fetchone()
        if row:
            words = session.corpus.editions.text(edition.id)[row[0] : row[1]]
            short = " ".join(words.split())[:160]
            kind = edition_words(EditionKind(edition.kind))
            return HitRow(edition.id, row[0], row[0], f"{letter}.{number}", source.label, kind,
                          source.style, short)  # fmt: skip
    return None


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
