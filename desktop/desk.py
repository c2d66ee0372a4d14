"""The desk: everything one window shows of one corpus."""

from __future__ import annotations

from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.comparing.centre import Centre
from desktop.comparing.compared import Compared
from desktop.comparing.views import views
from desktop.reading.reading_view import ReadingView
from desktop.reading.standing import stand, standing
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.sides import LEFT, RIGHT, Sides, told_in_turn

if TYPE_CHECKING:
    from desktop.events.event_list import EventList
    from desktop.events.event_panel import EventPanel
    from desktop.later import Turn
    from desktop.searching.find_bar import FindBar
    from desktop.searching.search_panel import SearchPanel
    from desktop.timeline.session_timeline import SessionTimeline

FIRST_COLUMNS = 3


class Desk(QWidget):
    """Events, columns, the current event and the timeline, wired to one session.

    The columns come first. Every other part is made when it is first asked for: by a turn soon
    after the text is seen, or by the reader before that.
    """

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._theme = theme
        self.compared = Compared(session, self)
        self.side = QStackedWidget(self)
        self.reading = ReadingView(session, theme, self)
        self.compared.places.shown_edition = self._shown_edition
        self.centre = Centre(session, theme, self.reading, views(self.compared))
        self.reading.setProperty("help_topic", "reading")
        self._lay_out()

    # What is made after the first text

    @cached_property
    def events(self) -> EventList:
        """The list of events."""
        from desktop.events.event_list import EventList

        made = EventList(self.session, self._theme, self, self.compared)
        made.setProperty("help_topic", "reading")
        self.side.insertWidget(0, made)
        return made

    @cached_property
    def panel(self) -> EventPanel:
        """What is said of the current event, in the place that was kept for it."""
        from desktop.events.event_panel import EventPanel

        made = EventPanel(self.session, self._theme, self, self.compared)
        made.setProperty("help_topic", "reading")
        self._put(self.splitter, self._panel_place, made)
        return made

    @cached_property
    def search(self) -> SearchPanel:
        """The results of searching, in the place of the events."""
        from desktop.searching.search_panel import SearchPanel

        made = SearchPanel(self.session, self._theme, self)
        made.setProperty("help_topic", "searching")
        made.found.connect(self.reading.show_found)
        # After the events: what is put into an empty stack is what it shows.
        self.side.insertWidget(self.side.indexOf(self.events) + 1, made)
        return made

    @cached_property
    def find_bar(self) -> FindBar:
        """The bar to find words in one column."""
        from desktop.searching.find_bar import FindBar

        made = FindBar(self._theme, self)
        made.setProperty("help_topic", "searching")
        made.attach(self.reading)
        self._middle.addWidget(made)
        return made

    @cached_property
    def timeline(self) -> SessionTimeline:
        """The timeline under everything, in the place that was kept for it."""
        from desktop.timeline.session_timeline import SessionTimeline

        made = SessionTimeline(self.session, self.reading, self._theme, self)
        made.setProperty("help_topic", "timeline")
        self._put(self.stack, self._timeline_place, made)
        return made

    def _put(self, splitter: QSplitter, place: QWidget, part: QWidget) -> None:
        """Put a part where its place was kept, as wide, as high and as much in sight."""
        hidden = place.isHidden()
        part.setMinimumSize(place.minimumSize())
        splitter.replaceWidget(splitter.indexOf(place), part)
        part.setVisible(not hidden)
        told_in_turn(splitter)
        place.deleteLater()

    def parts(self) -> list[QWidget]:
        """The parts in the order that Tab finds them in."""
        return [self.side, self.timeline, self.centre, self.panel]

    def turns(self) -> list[Turn]:
        """What makes the parts that are not there yet, one after another."""
        return [
            self.reading.describe,
            self.reading.draw_signs,
            partial(import_module, "desktop.events.event_list"),
            self._make_events,
            partial(import_module, "desktop.timeline.corpus_timeline"),
            partial(import_module, "desktop.timeline.session_timeline"),
            self._make_timeline,
            self._make_panel,
            self._make_bars,
        ]

    def _make_events(self) -> None:
        _ = self.events

    def _make_timeline(self) -> None:
        _ = self.timeline

    def _make_panel(self) -> None:
        _ = self.panel

    def _make_bars(self) -> None:
        _ = self.search, self.find_bar

    def _made(self, *names: str) -> list[Any]:
        return [self.__dict__[name] for name in names if name in self.__dict__]

    def _lay_out(self) -> None:
        middle = QWidget(self)
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.centre, 1)
        self.splitter = Sides(self)
        self.splitter.setObjectName("desk")
        self._panel_place = QWidget(self)
        for widget in (self.side, middle, self._panel_place):
            self.splitter.addWidget(widget)
        self.side.setMinimumWidth(170)
        self._panel_place.setMinimumWidth(170)
        told_in_turn(self.splitter)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        self.stack = QSplitter(Qt.Orientation.Vertical, self)
        self.stack.setObjectName("desk_rows")
        self.stack.setHandleWidth(1)
        self.stack.addWidget(self.splitter)
        self._timeline_place = QWidget(self)
        self.stack.addWidget(self._timeline_place)
        told_in_turn(self.stack)
        self.stack.setStretchFactor(0, 1)
        self.stack.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def begin(self, state: dict[str, Any]) -> None:
        """Show what was shown the last time, or the first three sources at the fullest event."""
        ways = state.get("ways", {})
        self.reading.set_interleaved(bool(ways.get("interleave")))
        wanted = [s for s in state.get("columns", []) if self._source_id(s)]
        if not wanted:
            wanted = [source.key for source in self.session.sources[:FIRST_COLUMNS]]
        for key in wanted:
            self.reading.add_column(self._source_id(key))
        if "columns_sizes" in state:
            self.reading.box.restore_sizes(state["columns_sizes"])
        self._restore(state)
        event = next((e.id for e in self.session.events if e.key == state.get("event")), None)
        self.session.selection.set_event(event if event is not None else self._fullest_event())
        self.session.selection.set_known_by(state.get("known_by"))
        if self.reading.columns:
            self.reading.set_active(self.reading.columns[0])
            self.session.selection.set_leader(self.reading.columns[0].source.id)
            stand(self.reading, state.get("standing"))

    def _restore(self, state: dict[str, Any]) -> None:
        """Give every part the room it had, before anything is painted."""
        ways = state.get("ways", {})
        self.reading.set_ribbons(ways.get("ribbons", False))
        self.splitter.take(state.get("sizes", ()))
        self.splitter.show_side(RIGHT, ways.get("show_event", True))
        self.splitter.show_side(LEFT, ways.get("show_events", True))
        if not ways.get("show_timeline", True):
            self._timeline_place.hide()
        elif "rows" in state:
            self.stack.setSizes(state["rows"])
        else:
            # How high it is nobody knows before it is there; made later, it would push the text.
            self._make_timeline()

    def state(self) -> dict[str, Any]:
        """What to remember of this corpus."""
        event = self.session.events_by_id.get(self.session.selection.event_id or 0)
        return {
            "columns": [c.source.key for c in self.reading.columns],
            "columns_sizes": self.reading.box.sizes(),
            "standing": standing(self.reading),
            "zoom": self.reading.zoom,
            "event": event.key if event else None,
            "known_by": self.session.selection.known_by,
            "sizes": self.splitter.given(),
            "rows": self.stack.sizes(),
        }

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        for part in (self.reading, self.centre):
            part.set_theme(theme)
        for part in self._made("events", "search", "panel", "timeline", "find_bar"):
            part.set_theme(theme)

    def show_search(self, on: bool) -> None:
        """Show the search results in the place of the events, or the events again."""
        self.splitter.show_side(LEFT, True)
        self.side.setCurrentWidget(self.search if on else self.events)

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
