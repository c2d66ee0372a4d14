"""The timeline of one session: it follows the corpus and the columns, and moves the selection."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QWidget

from db.records import Change
from desktop.reading.reading_view import ReadingView
from desktop.session import Session
from desktop.theme import Theme
from desktop.timeline.corpus_timeline import positions, timeline_data
from desktop.timeline.timeline import Timeline

PASSING = 700
"""Milliseconds: events chosen faster than this are one movement."""
MARKED = ("event", "event_order", "mention", "source", "report", "anchor", "claim")
"""Tables whose changes move marks."""


class SessionTimeline(Timeline):
    """Filled anew when the corpus changes; its clocks are those of the session."""

    def __init__(
        self, session: Session, reading: ReadingView, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._session = session
        self._reading = reading
        self._since_chosen = QElapsedTimer()
        self._movement = 0
        self._positions = QTimer(self)
        self._positions.setSingleShot(True)
        self._positions.setInterval(30)
        self._positions.timeout.connect(self._show_positions)
        self.set_event_labels(self._event_title)
        # Before it is laid out: the lanes decide how high it is.
        self._fill()
        self.set_known_by(session.selection.known_by)
        self._connect_session()
        self._positions.start()

    def _connect_session(self) -> None:
        selection = self._session.selection
        self.event_chosen.connect(self._go_to)
        self.known_by_changed.connect(selection.set_known_by)
        selection.event_changed.connect(self.follow_event)
        selection.known_by_changed.connect(self.set_known_by)
        self._session.changed.connect(self._corpus_changed)
        self._reading.positions_changed.connect(self._positions.start)

    def _fill(self) -> None:
        self.set_data(timeline_data(self._session))
        self.set_event(self._session.selection.event_id)

    def _go_to(self, event: int) -> None:
        """Go where the handle is; what a drag only passes is not a place to come back to."""
        if not self._since_chosen.isValid() or self._since_chosen.elapsed() > PASSING:
            self._movement += 1
        self._since_chosen.start()
        self._session.selection.set_event(event, movement=self._movement)

    def _event_title(self, event: int) -> str:
        known = self._session.events_by_id.get(event)
        return known.title if known else ""

    def _corpus_changed(self, change: Change) -> None:
        if change.touches(*MARKED):
            self._fill()

    def _show_positions(self) -> None:
        self.set_positions(positions(self._session, self._reading.columns))
