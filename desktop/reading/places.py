"""Where the columns stand: brought to events, to words, back, and kept in step."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.reading.column import Column
from desktop.reading.columns_box import ColumnsBox
from desktop.reading.event_display import show_event
from desktop.reading.event_rows import EventRows
from desktop.reading.following import Following
from desktop.reading.scroller import Place as ScrollPlace
from desktop.selection import Place, Selection
from desktop.session import Session


class Stood(NamedTuple):
    """Where a column stood: on which of how many slots, and at which passage."""

    edition: int
    place: ScrollPlace
    step: int
    slots: int
    passage: int


class Places(QObject):
    """Moves the columns of a box; the only one who does, besides the reader."""

    settled = Signal()
    """Every column stands where it is to stand."""
    only_event_changed = Signal(bool)
    scrolled = Signal()
    """The reader has scrolled, and who follows has followed."""

    def __init__(self, session: Session, box: ColumnsBox) -> None:
        super().__init__(box)
        self._session = session
        self._box = box
        self._following = Following(session.first_places)
        self._rows = EventRows(self)
        self._at_event = False
        self._left_behind = False
        self._awaited: list[tuple[Column, ScrollPlace]] = []
        self._align = QTimer(self)
        self._align.setSingleShot(True)
        self._align.setInterval(0)
        self._align.timeout.connect(self._align_again)
        box.arranged.connect(self._arranged)

    @property
    def _selection(self) -> Selection:
        return self._session.selection

    def watch(self, column: Column) -> None:
        """Keep a new column in step."""
        column.about_to_scroll.connect(self._prepare)
        column.scrolled.connect(self._scrolled)
        column.step_changed.connect(self._stepped)
        column.pane.relaid.connect(self._relaid)

    # Going

    def show_event(self, columns: list[Column]) -> None:
        """Mark the current event in columns; nothing is moved."""
        show_event(self._session, columns, self._selection.event_id)

    def go(self, place: Place) -> None:
        """Bring every column to a place the reader has chosen or come back to."""
        self.show_event(self._box.all())
        if self._rows.active:
            self._rows.show(self._box.shown())
        elif place.view is not None:
            self._restore(place.view)
        elif place.edition is None:
            self.to_event()
        self._at_event = place.edition is None and place.view is None
        self.settle()
        self._want_next()

    def _want_next(self) -> None:
        """Have the screens of the next event, then of the one before, drawn while there is time."""
        events = self._session.events
        at = self._session.event_order.get(self._selection.event_id or 0)
        if at is None:
            return
        near = [events[i].id for i in (at + 1, at - 1) if 0 <= i < len(events)]
        placements = [self._session.corpus.mentions.of_event(event) for event in near]
        for column in self._box.shown():
            wanted = (column.wanted(each) for each in placements)
            column.pane.prewarmer.want(each for each in wanted if each is not None)

    def to_event(self, *, glide: bool = False) -> None:
        """Bring every column that is not pinned to the current event."""
        self._at_event = True
        for column in self._box:
            if not column.pinned:
                column.go_to_event(glide=glide)

    def to_words(self, column: Column, start: int, end: int) -> None:
        """Bring one column to words in it, and the others to about the same point."""
        self._at_event = False
        self._left_behind = self._box.solo is not None
        column.pane.scroll_to_offset(start)
        if end > start:
            column.pane.select(start, end)
        self._selection.set_leader(column.source.id)
        self.align_with_leader()
        self.settle()

    def remember(self) -> None:
        """Keep where every column stands, for the way back."""
        places = {
            c.source.id: Stood(
                c.shown.edition.id, c.pane.place(), c.step, len(c.pane.body.flow),
                c.pane.passage_at_line(),
            )
            for c in self._box if c.shown
        }  # fmt: skip
        self._selection.remember_view(places)

    def _restore(self, view: dict[int, Any]) -> None:
        for column in self._box:
            if column.pinned or column.shown is None:
                continue
            stood = view.get(column.source.id)
            if stood is None or stood.edition != column.shown.edition.id:
                column.go_to_event()
                continue
            if stood.slots == len(column.pane.body.flow):
                column.pane.set_place(stood.place)
            elif stood.passage >= 0:
                # Shown in another way since, with its digest or without: other places.
                column.pane.scroll_to_passage(stood.passage)
            column.step = stood.step

    @property
    def at_event(self) -> bool:
        """Whether the columns stand where the event brought them."""
        return self._at_event or self._rows.active

    def stand(self, places: list[tuple[Column, ScrollPlace, int]]) -> None:
        """Put columns where they stood before, each at its step of the event."""
        for column, _, step in places:
            column.step = min(max(0, step), len(column.distinct_passages()))
        self._at_event = self._at_event and not places
        self.settle()
        self._awaited = [(column, place) for column, place, _ in places]
        self._take_awaited()

    def _take_awaited(self) -> None:
        """Go where the columns stood: again in each width they get until something is moved."""
        for column, place in self._awaited:
            column.pane.set_place(place)

    # Keeping in step

    def settle(self) -> None:
        """Take where everything stands as the place to follow from."""
        self._awaited = []
        self._following.rest()
        self.settled.emit()

    def _prepare(self, column: Column) -> None:
        if not self._rows.active:
            self._following.prepare(column, self._box.shown(), self._selection.event_id)

    def _scrolled(self, column: Column) -> None:
        if self._following.moving:
            return
        self._awaited = []
        self._at_event = False
        self._left_behind = self._box.solo is not None
        if self._rows.active:
            self._rows.scroll_with(column)
            self.settled.emit()
        elif column.follows:
            self._selection.set_leader(column.source.id)
            self._following.lead(column)
        self.scrolled.emit()

    def _stepped(self, column: Column) -> None:
        self._at_event = self._at_event and column.step == column.first_step
        if column.follows and not self._rows.active:
            self._selection.set_leader(column.source.id)
        self.settle()

    def _relaid(self) -> None:
        if self._following.moving or self._rows.active:
            return
        if self._at_event:
            self._align.start()
        self._take_awaited()
        self._following.loosen()

    def _align_again(self) -> None:
        """Keep the event at one height after widths or sizes have changed."""
        if self._at_event and not self._rows.active:
            self.to_event()
            self.settle()

    def _arranged(self) -> None:
        if self._rows.active:
            self._rows.show(self._box.shown())
        elif self._at_event:
            self._align.start()
        elif self._left_behind and self._box.solo is None:
            # Only one was in sight while the reader scrolled.
            self._left_behind = False
            self.align_with_leader()
        self._following.loosen()
        self.settled.emit()

    def _leading(self) -> Column | None:
        shown = self._box.shown()
        own = [c for c in shown if c.source.id == self._selection.leader]
        return next(iter(own or shown), None)

    def align_with_leader(self) -> None:
        """Bring the followers to where the leader is, by the events they share."""
        leader = self._leading()
        if leader is not None and not self._rows.active:
            self._following.align(leader, self._box.shown(), self._selection.event_id)

    # Only this event

    @property
    def only_event(self) -> bool:
        """Whether only the passages of the event are shown."""
        return self._rows.active

    def set_only_event(self, on: bool) -> None:
        """Show only the passages of the event, aligned row by row, or the whole texts."""
        if on == self._rows.active:
            return
        if on:
            self.remember()
            leader = self._leading()
            self._rows.show(self._box.shown(), max(0, leader.step - 1) if leader else 0)
        else:
            self._rows.hide()
            self.show_event(self._box.all())
            self.to_event()
        self.settle()
        self.only_event_changed.emit(on)

    def refresh(self) -> None:
        """Show the event anew after the corpus has changed."""
        self.show_event(self._box.all())
        if self._rows.active:
            self._rows.show(self._box.shown())
        self.settle()
