"""The reading view: columns of sources, kept on the same event."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Change, Edition
from desktop.reading.column import Column
from desktop.reading.columns_box import MOST_COLUMNS, ColumnsBox
from desktop.reading.event_display import show_event, show_known_by
from desktop.reading.event_rows import EventRows
from desktop.reading.filler import Filler
from desktop.reading.following import Following
from desktop.reading.head_words import role_words
from desktop.reading.ribbon_layer import RibbonLayer
from desktop.selection import Place
from desktop.session import Session
from desktop.theme import Theme

SMALLEST, LARGEST, STEP = 0.7, 3.0, 1.1


class ReadingView(QWidget):
    """Receives the session, shows its texts, and tells the selection where the reader goes."""

    column_menu_requested = Signal(object, QPoint)
    passage_menu_requested = Signal(object, QPoint)
    silence_action = Signal(object)
    add_original_requested = Signal(object)
    active_changed = Signal(object)
    """The column that commands act on."""
    positions_changed = Signal()
    """A column has come to other passages."""
    zoom_changed = Signal(float)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self._filler = Filler(session)
        self.box = ColumnsBox(self)
        self.active: Column | None = None
        self.zoom = 1.0
        self.interleaved = False
        self._following = Following(session.first_places)
        self._rows = EventRows(self)
        self._ribbons = RibbonLayer(self.box, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.box.arranged.connect(self._arranged)
        session.changed.connect(self._corpus_changed)
        session.selection.moved.connect(self._go)
        session.selection.leaving.connect(self._remember)
        session.selection.known_by_changed.connect(self._known_by)
        session.selection.leader_changed.connect(self._show_roles)

    # Columns

    @property
    def columns(self) -> list[Column]:
        """Every column from left to right."""
        return self.box.all()

    def add_column(self, source_id: int) -> Column | None:
        """Add a column for a source; None where there are six or the source is gone."""
        source = self.session.source(source_id)
        if source is None or len(self.columns) >= MOST_COLUMNS:
            return None
        column = Column(source, self.theme, self)
        column.pane.set_zoom(self.zoom)
        self._connect(column)
        self.box.add(column)
        self._filler.fill(column, interleaved=self.interleaved)
        if self.active is None:
            self.set_active(column)
        self._show_event_in([column])
        column.go_to_event()
        self._settled()
        return column

    def remove_column(self, column: Column) -> None:
        """Take a column away; the last one stays."""
        if len(self.columns) < 2:
            return
        columns = self.columns
        neighbour = columns[columns.index(column) - 1]
        self.box.remove(column)
        if self.active is column:
            self.set_active(neighbour)
            neighbour.pane.setFocus()
        self._settled()

    def set_active(self, column: Column) -> None:
        """Make commands act on a column."""
        if column is not self.active:
            self.active = column
            self._show_roles()
            self.active_changed.emit(column)

    def next_column(self) -> None:
        """Put the keyboard into the column to the right, or the first."""
        shown = self.box.shown()
        at = shown.index(self.active) if self.active in shown else -1
        shown[(at + 1) % len(shown)].pane.setFocus()

    def _connect(self, column: Column) -> None:
        pane = column.pane
        pane.scrolled_by_user.connect(self._scrolled)
        pane.place_changed.connect(self._place_changed)
        pane.zoom_requested.connect(self.zoom_by)
        pane.menu_requested.connect(self._ask_passage_menu)
        pane.silence_action.connect(self._ask_silence)
        pane.relaid.connect(self._relaid)
        column.became_active.connect(self.set_active)
        column.step_changed.connect(self._stepped)
        column.header.menu_requested.connect(self._ask_column_menu)
        column.header.link_requested.connect(self._follow_again)
        column.header.add_original_requested.connect(self._ask_original)

    def _column_of(self, sender: object) -> Column | None:
        for column in self.columns:
            if sender in (column, column.pane, column.header):
                return column
        return None

    # Where the reader goes

    def _go(self, place: Place) -> None:
        """Bring every column to an event, or one to words in it."""
        self._show_event_in(self.columns)
        if self._rows.active:
            self._rows.show(self.box.shown())
        elif place.view is not None:
            self._restore_view(place.view)
        elif place.edition is not None:
            self._show_words(place)
        else:
            for column in self.columns:
                if not column.pinned:
                    column.go_to_event()
        self._settled()

    def _show_event_in(self, columns: list[Column]) -> None:
        show_event(self.session, columns, self.session.selection.event_id)

    def _show_words(self, place: Place) -> None:
        edition = next((e for e in self.session.editions if e.id == place.edition), None)
        if edition is None:
            return
        column = self._column_for(edition)
        if column is None:
            return
        column.pane.scroll_to_offset(place.start)
        if place.end > place.start:
            column.pane.select(place.start, place.end)
        self.set_active(column)
        self.session.selection.set_leader(column.source.id)
        self._following.rest(self.columns)
        self._follow_words(column)

    def _follow_words(self, column: Column) -> None:
        """Bring the other columns to about where this one now is."""
        if self.active is column and column.follows:
            self._following.lead(column, self.box.shown(), self.session.selection.event_id)

    def _column_for(self, edition: Edition) -> Column | None:
        """The column that shows a source, added where there is none yet."""
        for column in self.columns:
            if column.source.id == edition.source_id:
                if column.shown and column.shown.edition.id != edition.id:
                    self._filler.show_edition(column, edition)
                    self._show_event_in([column])
                if self.box.solo not in (None, column):
                    self.box.set_solo(column)
                return column
        return self.add_column(edition.source_id)

    def realign(self) -> None:
        """Bring every column that follows to the current event."""
        for column in self.columns:
            if not column.pinned:
                column.go_to_event(glide=True)
        self._settled()

    def _remember(self) -> None:
        places = {c.source.id: (c.shown.edition.id, c.pane.place(), c.step)
                  for c in self.columns if c.shown}  # fmt: skip
        self.session.selection.remember_view(places)

    def _restore_view(self, view: dict[int, Any]) -> None:
        for column in self.columns:
            edition, place, step = view.get(column.source.id, (None, None, 0))
            if column.pinned or column.shown is None:
                continue
            if edition == column.shown.edition.id:
                column.pane.set_place(place)
                column.step = step
            else:
                column.go_to_event()

    # Following

    def _scrolled(self) -> None:
        column = self._column_of(self.sender())
        if column is None or self._following.moving:
            return
        if self._rows.active:
            self._rows.scroll_with(column)
        elif column.follows:
            self.session.selection.set_leader(column.source.id)
            self._following.lead(column, self.box.shown(), self.session.selection.event_id)
        self.positions_changed.emit()

    def _stepped(self, column: Column) -> None:
        if column.follows and not self._rows.active:
            self.session.selection.set_leader(column.source.id)
        self._settled()

    def _place_changed(self) -> None:
        self._ribbons.schedule()

    def _relaid(self) -> None:
        if not self._following.moving and not self._rows.active:
            self._following.rest(self.columns)

    def _settled(self) -> None:
        """Everything stands where the program has put it."""
        self._following.rest(self.columns)
        self._show_roles()
        self._ribbons.schedule()
        self.positions_changed.emit()

    def _arranged(self) -> None:
        if self._rows.active:
            self._rows.show(self.box.shown())
        self._settled()

    def _show_roles(self) -> None:
        leader = self.session.selection.leader
        for column in self.columns:
            passages = len(column.distinct_passages())
            column.header.set_role(role_words(column, leads=column.source.id == leader))
            column.header.set_steps(column.step, passages)
            column.header.set_held("pin" if column.pinned else "unlink" if column.unlinked else "")

    # Ways of showing

    @property
    def only_event(self) -> bool:
        """Whether only the passages of the event are shown."""
        return self._rows.active

    def set_only_event(self, on: bool) -> None:
        """Show only the passages of the event, aligned row by row, or the whole texts."""
        if on == self._rows.active:
            return
        if on:
            self._remember()
            self._rows.show(self.box.shown())
        else:
            self._rows.hide()
            self._show_event_in(self.columns)
            for column in self.columns:
                if not column.pinned:
                    column.go_to_event()
        self._settled()

    def set_interleaved(self, on: bool) -> None:
        """Show each original with its digest under every passage, or alone."""
        if on != self.interleaved:
            self.interleaved = on
            self._refill(self.columns)

    def set_ribbons(self, on: bool) -> None:
        """Join the passages of the event across the columns."""
        self._ribbons.set_on(on)

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the type in all columns."""
        zoom = round(min(LARGEST, max(SMALLEST, zoom)), 3)
        if zoom != self.zoom:
            self.zoom = zoom
            for column in self.columns:
                column.pane.set_zoom(zoom)
            self._settled()
            self.zoom_changed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Make the type larger or smaller by steps of a tenth."""
        self.set_zoom(self.zoom * STEP**steps)

    def set_pinned(self, column: Column, on: bool) -> None:
        """Let a column stay where it is, whatever the others do."""
        column.pinned = on
        column.unlinked = column.unlinked and not on
        self._settled()

    def set_unlinked(self, column: Column, on: bool) -> None:
        """Let a column scroll by itself; it still goes to events."""
        column.unlinked = on
        column.pinned = column.pinned and not on
        self._settled()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.theme = theme
        for column in self.columns:
            column.set_theme(theme)
        self._ribbons.set_theme(theme)

    def show_found(self, found: dict[int, list[tuple[int, int]]]) -> None:
        """Mark found words, by edition."""
        self._filler.found = found
        for column in self.columns:
            self._filler.show_found(column)

    # What has changed

    def _known_by(self, known_by: int | None) -> None:
        for column in self.columns:
            show_known_by(column, self.session, known_by)
        self._settled()

    def _corpus_changed(self, change: Change) -> None:
        for edition_id in change.rows("edition"):
            self._filler.forget(edition_id)
        if change.touches("edition"):
            edited = {
                e.source_id
                for e in self.session.corpus.editions.all(held_only=False)
                if e.id in change.rows("edition")
            }
            self._refill([c for c in self.columns if c.source.id in edited])
        elif change.touches("claim", "placement"):
            for column in self.columns:
                self._filler.show_claims(column)
        self._show_event_in(self.columns)
        if self._rows.active:
            self._rows.show(self.box.shown())
        self._settled()

    def _refill(self, columns: list[Column]) -> None:
        """Show other editions in columns, each at the address it was at."""
        for column in columns:
            at = column.pane.passage_at_line()
            number = column.shown.passages.numbers[at] if column.shown and at >= 0 else 0
            self._filler.fill(column, interleaved=self.interleaved)
            self._show_event_in([column])
            index = column.shown.index_of(number) if column.shown else -1
            if column.spans or column.pane.body.decoration.silence:
                column.go_to_event()
            elif index >= 0:
                column.pane.scroll_to_passage(index)
        self._settled()

    # What is asked for

    def _ask_column_menu(self, button: QWidget) -> None:
        column = self._column_of(self.sender())
        if column is not None:
            self.set_active(column)
            below = button.mapToGlobal(QPoint(0, button.height()))
            self.column_menu_requested.emit(column, below)

    def _ask_passage_menu(self, at: QPoint) -> None:
        column = self._column_of(self.sender())
        if column is not None:
            self.set_active(column)
            self.passage_menu_requested.emit(column, at)

    def _ask_silence(self) -> None:
        self.silence_action.emit(self._column_of(self.sender()))

    def _ask_original(self) -> None:
        self.add_original_requested.emit(self._column_of(self.sender()))

    def _follow_again(self) -> None:
        column = self._column_of(self.sender())
        if column is not None:
            column.pinned = column.unlinked = False
            column.go_to_event(glide=True)
            self._settled()
