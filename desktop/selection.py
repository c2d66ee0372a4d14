"""Where the reader is: the event, the column that leads, the clock; and the way back."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

MOST_REMEMBERED = 200


class Place(NamedTuple):
    """One stop of the reader: an event, or words in an edition while an event stays current."""

    event: int | None = None
    edition: int | None = None
    start: int = 0
    end: int = 0
    view: Any = None
    """What the view needs to come back exactly here; it fills this in when the reader leaves."""

    @property
    def is_nowhere(self) -> bool:
        """Whether this is the empty place that a corpus opens with."""
        return self.event is None and self.edition is None


class Selection(QObject):
    """The one object that says where the reader is; every way to an event ends in `set_event`."""

    event_changed = Signal(object)
    """The id of the event now current, or None."""
    moved = Signal(object)
    """The Place the reader has gone to, by whatever way."""
    leaving = Signal()
    """The reader is about to leave a place; views may call `remember_view`."""
    leader_changed = Signal(int)
    """The id of the source whose column leads."""
    known_by_changed = Signal(object)
    """UTC seconds up to which publications count, None for all."""
    history_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = [Place()]
        self._at = 0
        self._leader = 0
        self._known_by: int | None = None
        self._movement = 0
        self._last_event: int | None = None

    @property
    def place(self) -> Place:
        """The place the reader is at."""
        return self._places[self._at]

    @property
    def event_id(self) -> int | None:
        """The id of the current event."""
        return self.place.event

    @property
    def leader(self) -> int:
        """The id of the source whose column leads."""
        return self._leader

    @property
    def known_by(self) -> int | None:
        """UTC seconds up to which publications count, None for all."""
        return self._known_by

    def set_event(self, event: int | None, *, movement: int = 0) -> None:
        """Go to an event; going where the reader is already changes nothing.

        Events of one movement, as of a handle that is dragged, are one place to come back to:
        the last of them.
        """
        if event == self.event_id and self.place.edition is None:
            return
        if movement and movement == self._movement and self._at > 0:
            del self._places[self._at :]
            self._at -= 1
            self._go(Place(event), leave=False)
        else:
            self._go(Place(event))
        self._movement = movement

    def go_to_words(self, edition: int, start: int, end: int) -> None:
        """Go to words in an edition, keeping the current event."""
        self._movement = 0
        self._go(Place(self.event_id, edition, start, end))

    def set_leader(self, source: int) -> None:
        """Let a source's column lead."""
        if source != self._leader:
            self._leader = source
            self.leader_changed.emit(source)

    def set_known_by(self, instant: int | None) -> None:
        """Count only what was published by an instant."""
        if instant != self._known_by:
            self._known_by = instant
            self.known_by_changed.emit(instant)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether the reader has gone back from somewhere."""
        return self._at + 1 < len(self._places)

    def back(self) -> None:
        """Return to the place before."""
        if self.can_go_back:
            self._step(-1)

    def forward(self) -> None:
        """Go again to the place the reader came back from."""
        if self.can_go_forward:
            self._step(1)

    def remember_view(self, view: object) -> None:
        """Keep what a view needs to come back to the present place."""
        self._places[self._at] = self.place._replace(view=view)

    def forget_events(self, gone: set[int]) -> None:
        """Drop places at events that no longer exist."""
        if not any(p.event in gone for p in self._places):
            return
        here = self.place
        kept = [p for p in self._places if p.event not in gone]
        self._places = kept or [Place()]
        self._at = self._places.index(here) if here in self._places else len(self._places) - 1
        if here.event in gone:
            self.moved.emit(self.place)
            self.event_changed.emit(self.event_id)
        self.history_changed.emit()

    def _go(self, place: Place, *, leave: bool = True) -> None:
        before = self._last_event
        if leave:
            self.leaving.emit()
        # Where a corpus opens is nowhere to come back to.
        keep = self._at if self.place.is_nowhere else self._at + 1
        self._places = [*self._places[:keep], place][-MOST_REMEMBERED:]
        self._at = len(self._places) - 1
        self._announce(before)

    def _step(self, by: int) -> None:
        self._movement = 0
        self.leaving.emit()
        before = self._last_event
        self._at += by
        self._announce(before)

    def _announce(self, event_before: int | None) -> None:
        self._last_event = self.event_id
        self.moved.emit(self.place)
        if self.event_id != event_before:
            self.event_changed.emit(self.event_id)
        self.history_changed.emit()
