"""The desk: everything one window shows of one corpus."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from db.records import Change
from desktop.comparing.centre import Centre
from desktop.comparing.compared import Compared
from desktop.comparing.views import views
from desktop.events.event_list import EventList
from desktop.events.event_panel import EventPanel
from desktop.reading.reading_view import ReadingView
from desktop.searching.find_bar import FindBar
from desktop.searching.search_panel import SearchPanel
from desktop.session import Session
from desktop.theme import Theme, text_scale
from desktop.timeline.corpus_timeline import positions, timeline_data
from desktop.timeline.timeline import Timeline

FIRST_COLUMNS = 3
PASSING = 700
"""Milliseconds: events chosen on the timeline faster than this are one movement."""
SIDE_SIZES = [272, 800, 292]


def side_sizes() -> list[int]:
    """How wide the lists, the columns and the panel are at first; larger type wants wider sides."""
    wider = (1 + text_scale()) / 2
    return [round(SIDE_SIZES[0] * wider), SIDE_SIZES[1], round(SIDE_SIZES[2] * wider)]


class Desk(QWidget):
    """Events, columns, the current event and the timeline, wired to one session."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.compared = Compared(session, self)
        self.events = EventList(session, theme, self, self.compared)
        self.search = SearchPanel(session, theme, self)
        self.side = QStackedWidget(self)
        self.side.addWidget(self.events)
        self.side.addWidget(self.search)
        self.reading = ReadingView(session, theme, self)
        self.find_bar = FindBar(theme, self)
        self.compared.places.shown_edition = self._shown_edition
        self.panel = EventPanel(session, theme, self, self.compared)
        self.centre = Centre(session, theme, self.reading, views(self.compared))
        self.timeline = Timeline(theme, self)
        self.timeline.set_event_labels(self._event_title)
        self._since_chosen = QElapsedTimer()
        self._movement = 0
        self.shared_by_hand = False
        self._positions = QTimer(self)
        self._positions.setSingleShot(True)
        self._positions.setInterval(30)
        self._positions.timeout.connect(self._show_positions)
        self._name_help_topics()
        self._lay_out()
        self._connect()
        # Before the first layout: the lanes decide how high the timeline is.
        self.refill_timeline()

    def _name_help_topics(self) -> None:
        """Name the help topic that F1 opens on each part."""
        topics: dict[QWidget, str] = {
            self.events: "reading",
            self.reading: "reading",
            self.panel: "reading",
            self.search: "searching",
            self.find_bar: "searching",
            self.timeline: "timeline",
        }
        for part, topic in topics.items():
            part.setProperty("help_topic", topic)

    def _lay_out(self) -> None:
        middle = QWidget(self)
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.centre, 1)
        box.addWidget(self.find_bar)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("desk")
        self.splitter.setHandleWidth(1)
        for widget in (self.side, middle, self.panel):
            self.splitter.addWidget(widget)
        self.splitter.setSizes(side_sizes())
        self.side.setMinimumWidth(170)
        self.panel.setMinimumWidth(170)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._moved_border)
        self.splitter.setCollapsible(1, False)
        self.stack = QSplitter(Qt.Orientation.Vertical, self)
        self.stack.setObjectName("desk_rows")
        self.stack.setHandleWidth(1)
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.timeline)
        self.stack.setStretchFactor(0, 1)
        self.stack.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def _connect(self) -> None:
        selection = self.session.selection
        self.timeline.event_chosen.connect(self._timeline_chose)
        self.timeline.known_by_changed.connect(selection.set_known_by)
        selection.event_changed.connect(self.timeline.set_event)
        selection.known_by_changed.connect(self.timeline.set_known_by)
        self.reading.positions_changed.connect(self._positions.start)
        self.session.changed.connect(self._corpus_changed)
        self.search.found.connect(self.reading.show_found)
        self.find_bar.attach(self.reading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out another width anew, until the reader has moved a border."""
        super().resizeEvent(event)
        if not self.shared_by_hand:
            self._share_out(self.width())

    def _moved_border(self) -> None:
        self.shared_by_hand = True

    def _share_out(self, width: int) -> None:
        """Share a window's width between events, columns and panel; the text has the most."""
        widest_events, _, widest_panel = side_sizes()
        events = min(widest_events, max(200, width * 17 // 100))
        panel = min(widest_panel, max(220, width * 19 // 100))
        self.splitter.setSizes([events, width - events - panel, panel])

    def begin(self, state: dict[str, Any]) -> None:
        """Show what was shown the last time, or the first three sources at the fullest event."""
        wanted = [s for s in state.get("columns", []) if self._source_id(s)]
        if not wanted:
            wanted = [source.key for source in self.session.sources[:FIRST_COLUMNS]]
        for key in wanted:
            self.reading.add_column(self._source_id(key))
        if "columns_sizes" in state:
            self.reading.box.restore_sizes(state["columns_sizes"])
        event = next((e.id for e in self.session.events if e.key == state.get("event")), None)
        self.session.selection.set_event(event if event is not None else self._fullest_event())
        self.session.selection.set_known_by(state.get("known_by"))
        if self.reading.columns:
            self.reading.set_active(self.reading.columns[0])
            self.session.selection.set_leader(self.reading.columns[0].source.id)

    def state(self) -> dict[str, Any]:
        """What to remember of this corpus."""
        event = self.session.events_by_id.get(self.session.selection.event_id or 0)
        return {
            "columns": [c.source.key for c in self.reading.columns],
            "columns_sizes": self.reading.box.sizes(),
            "event": event.key if event else None,
            "known_by": self.session.selection.known_by,
            "sizes": self.splitter.sizes() if self.shared_by_hand else [],
            "rows": self.stack.sizes(),
        }

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        for part in (self.events, self.search, self.reading, self.panel, self.timeline):
            part.set_theme(theme)
        self.find_bar.set_theme(theme)
        self.centre.set_theme(theme)

    def show_search(self, on: bool) -> None:
        """Show the search results in the place of the events, or the events again."""
        self.side.setVisible(True)
        self.side.setCurrentWidget(self.search if on else self.events)

    def refill_timeline(self) -> None:
        """Read the timeline's marks anew."""
        self.timeline.set_data(timeline_data(self.session))
        self.timeline.set_event(self.session.selection.event_id)

    def _timeline_chose(self, event: int) -> None:
        """Go where the handle is; what a drag only passes is not a place to come back to."""
        if not self._since_chosen.isValid() or self._since_chosen.elapsed() > PASSING:
            self._movement += 1
        self._since_chosen.start()
        self.session.selection.set_event(event, movement=self._movement)

    def _event_title(self, event: int) -> str:
        known = self.session.events_by_id.get(event)
        return known.title if known else ""

    def _source_id(self, key: str) -> int:
        return next((s.id for s in self.session.sources if s.key == key), 0)

    def _shown_edition(self, source: int) -> int | None:
        columns = (c for c in self.reading.columns if c.source.id == source and c.shown)
        return next((c.shown.edition.id for c in columns if c.shown), None)

    def _fullest_event(self) -> int | None:
        """The event most is said about, of those most sources speak of."""
        row = self.session.corpus.connection.execute(
            "SELECT m.event_id FROM mention m JOIN anchor n ON n.id = m.anchor_id "
            "GROUP BY m.event_id ORDER BY count(DISTINCT n.source_id) DESC, count(*) DESC LIMIT 1"
        ).fetchone()
        if row is not None:
            return int(row[0])
        return self.session.events[0].id if self.session.events else None

    def _corpus_changed(self, change: Change) -> None:
        if change.touches("event", "event_order", "mention", "source", "report", "anchor", "claim"):
            self.refill_timeline()

    def _show_positions(self) -> None:
        self.timeline.set_positions(positions(self.session, self.reading.columns))
