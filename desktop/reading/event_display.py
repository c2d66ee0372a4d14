"""What one event looks like in every column: marks, silences, what nobody had published yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

from db.corpus.marked_claims import marked_claims
from db.records import Silence
from desktop.reading.column import Column
from desktop.reading.decoration import Mark, MarkStyle
from desktop.reading.decoration import Silence as SilenceBar
from desktop.reading.silence_words import silence_words
from desktop.session import Session


def show_event(session: Session, columns: Iterable[Column], event: int | None) -> None:
    """Mark an event in every column, by one query; nothing is moved."""
    placements = session.corpus.mentions.of_event(event) if event is not None else []
    for column in columns:
        column.show_event([p for p in placements if p.source_id == column.source.id])
        column.show_silence(_silence(session, column, event))


def _silence(session: Session, column: Column, event: int | None) -> SilenceBar | None:
    if event is None or column.spans or column.shown is None:
        return None
    kind = session.silences.kind(event, column.source.id) or Silence.SILENT
    action = QCoreApplication.translate("silence", "Review…")
    words = silence_words(kind, session.known_by_words)
    return SilenceBar(_neighbour_above(session, column, event), words, action)


def _neighbour_above(session: Session, column: Column, event: int) -> int:
    """The passage after which a silence stands: the last on the nearest event before this one.

    -1 puts the bar on top, where the source speaks of nothing earlier.
    """
    assert column.shown is not None
    places = session.first_places(column.shown.edition.id)
    order = session.event_order
    at = order.get(event, 0)
    best, best_at = -1, -1
    for other, offset in places.items():
        other_at = order.get(other, -1)
        if best_at < other_at < at:
            best, best_at = column.shown.text.passage_at(offset), other_at
    return best


def show_known_by(column: Column, session: Session, known_by: int | None) -> None:
    """Grey the passages nobody had published by an instant."""
    if known_by is None or column.shown is None:
        column.pane.set_dimmed(None)
        return
    latest = session.corpus.editions.known_since(column.shown.edition.id)
    notice = QCoreApplication.translate("silence", "Not yet published at that time")
    column.pane.set_dimmed(_later_than(latest, known_by), notice)


def _later_than(latest: list[int | None], known_by: int) -> Callable[[int], bool]:
    def dimmed(passage: int) -> bool:
        instant = latest[passage] if 0 <= passage < len(latest) else None
        return instant is None or instant > known_by

    return dimmed


def claim_marks(session: Session, column: Column) -> dict[int, list[Mark]]:
    """Underlines for the figures claimed and the claims suggested in an edition, by passage."""
    if column.shown is None:
        return {}
    marks: dict[int, list[Mark]] = {}
    for passage, start, end, suggested in marked_claims(session.corpus, column.shown.edition.id):
        style = MarkStyle.SUGGESTED if suggested else MarkStyle.FIGURE
        index = column.shown.index_of(passage)
        marks.setdefault(index, []).append(Mark(start, end, style))
    return marks
