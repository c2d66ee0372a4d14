"""The reading view: columns of sources, kept on the same event."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Change, Edition
from desktop.reading.column import Column
from desktop.reading.columns_box import MOST_COLUMNS, ColumnsBox
from desktop.reading.event_display import show_known_by
from desktop.reading.filler import Filler
from desktop.reading.head_words import role_words
from desktop.reading.places import Places
from desktop.reading.renewing import refill, renew
from desktop.selection import Place
from desktop.session import Session
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.reading.ribbon_layer import RibbonLayer
    from desktop.widgets.empty_state import EmptyState

SMALLEST, LARGEST, STEP = 0.7, 3.0, 1.1


class ReadingView(QWidget):
    """Receives the session, shows its texts, and tells the selection where the reader goes."""

    column_menu_requested = Signal(object, QPoint)
    passage_menu_requested = Signal(object, QPoint)
    silence_action = Signal(object)
    add_original_requested = Signal(object)
    active_changed = Signal(object)
    """The column that commands act on."""
    stepped = Signal(object)
    """A column was to go to another passage of the event; it may have been at the last."""
    positions_changed = Signal()
    """A column has come to other passages."""
    zoom_changed = Signal(float)
    action_chosen = Signal(str)
    """A button was pressed that stands for an action of the window."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.theme = theme
        self.box = ColumnsBox(self)
        self.active: Column | None = None
        self.zoom = 1.0
        self.interleaved = False
        self.places = Places(session, self.box)
        self.filler = Filler(session)
        self._signs_drawn = False
        self.setAccessibleName(self.tr("Columns"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if not session.sources:
            layout.addWidget(self._nothing())
        self.box.setVisible(bool(session.sources))
        layout.addWidget(self.box)
        self.places.settled.connect(self._settled)
        self.places.scrolled.connect(self.positions_changed)
        session.changed.connect(self._corpus_changed)
        session.selection.moved.connect(self._go)
        session.selection.leaving.connect(self.places.remember)
        session.selection.known_by_changed.connect(self._known_by)
        session.selection.leader_changed.connect(self._show_roles)

    def _nothing(self) -> EmptyState:
        from desktop.widgets.empty_state import EmptyState

        made = EmptyState(
            self.tr("This corpus has no sources yet"),
            self.tr(
                "In this version sources come with a case. Importing texts of your own follows; "
                "until then the Zhanaozen case shows what a corpus holds."
            ),
            [(self.tr("Open the Zhanaozen case"), "open_case")],
        )
        made.chosen.connect(self.action_chosen)
        return made

    @cached_property
    def ribbons(self) -> RibbonLayer:
        """What joins the columns; made when it is first wanted."""
        from desktop.reading.ribbon_layer import RibbonLayer

        made = RibbonLayer(self.box, self.theme)
        made.followed.connect(self.session.selection.go_to_words)
        return made

    def _move_ribbons(self) -> None:
        if "ribbons" in self.__dict__:
            self.ribbons.schedule()

    def describe(self) -> None:
        """Tell screen readers of the texts: none has asked while the first of them was painted."""
        from desktop.reading.accessible import describe

        describe(column.pane for column in self.columns)

    def draw_signs(self) -> None:
        """Draw icons and handles of scroll bars: the text comes first, and they move nothing."""
        self._signs_drawn = True
        for column in self.columns:
            self._draw_signs(column)

    def _draw_signs(self, column: Column) -> None:
        column.pane.bar.show_handle(self._signs_drawn)
        if self._signs_drawn:
            column.header.draw_icons()

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
        self._draw_signs(column)
        self._connect(column)
        self.box.add(column)
        self.filler.fill(column, interleaved=self.interleaved)
        if self.active is None:
            self.set_active(column)
        self.places.show_event([column])
        column.go_to_event()
        self.places.settle()
        return column

    def _connect(self, column: Column) -> None:
        self.places.watch(column)
        column.became_active.connect(self.set_active)
        column.column_menu_requested.connect(self.column_menu_requested)
        column.passage_menu_requested.connect(self.passage_menu_requested)
        column.silence_action.connect(self.silence_action)
        column.add_original_requested.connect(self.add_original_requested)
        column.link_requested.connect(self._follow_again)
        column.step_changed.connect(self.stepped)
        column.step_refused.connect(self.stepped)
        column.pane.zoom_requested.connect(self.zoom_by)
        column.pane.place_changed.connect(self._move_ribbons)

    def remove_column(self, column: Column) -> None:
        """Take a column away; the last one stays."""
        columns = self.columns
        if len(columns) < 2:
            return
        neighbour = columns[columns.index(column) - 1]
        self.box.remove(column)
        if self.active is column:
            self.set_active(neighbour)
            neighbour.pane.setFocus()
        selection = self.session.selection
        if selection.leader == column.source.id and self.active is not None:
            selection.set_leader(self.active.source.id)
        self.places.settle()

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
        if shown:
            shown[(at + 1) % len(shown)].pane.setFocus()

    # Where the reader goes

    def _go(self, place: Place) -> None:
        self.places.go(place)
        if place.edition is None or place.view is not None:
            return
        self.places.set_only_event(False)
        edition = next((e for e in self.session.editions if e.id == place.edition), None)
        column = self._column_for(edition) if edition is not None else None
        if column is not None:
            self.places.to_words(column, place.start, place.end)
            self.set_active(column)

    def _column_for(self, edition: Edition) -> Column | None:
        """The column that shows a source, added where there is none yet."""
        for column in self.columns:
            if column.source.id == edition.source_id:
                if column.shown and column.shown.edition.id != edition.id:
                    self.filler.show_edition(column, edition)
                    self.places.show_event([column])
                if self.box.solo not in (None, column):
                    self.box.set_solo(column)
                return column
        columns = self.columns
        if len(columns) >= MOST_COLUMNS:
            # Words that were asked for are seen: the last column that is not held gives way.
            self.remove_column(next((c for c in reversed(columns) if not c.pinned), columns[-1]))
        added = self.add_column(edition.source_id)
        if added is not None and added.shown and added.shown.edition.id != edition.id:
            self.filler.show_edition(added, edition)
            self.places.show_event([added])
        return added

    def realign(self) -> None:
        """Bring every column to the current event again."""
        self.places.to_event(glide=True)
        self.places.settle()

    def _settled(self) -> None:
        self._show_roles()
        self._move_ribbons()
        self.positions_changed.emit()

    def leads(self, column: Column) -> bool:
        """Whether a column's source is the one the others follow."""
        return column.source.id == self.session.selection.leader

    def _show_roles(self) -> None:
        for column in self.columns:
            passages = len(column.distinct_passages())
            column.header.set_role(role_words(column, leads=self.leads(column)))
            column.header.set_steps(column.step, passages)
            column.header.set_held("pin" if column.pinned else "unlink" if column.unlinked else "")

    # Ways of showing

    def set_interleaved(self, on: bool) -> None:
        """Show each original with its digest under every passage, or alone."""
        if on != self.interleaved:
            self.interleaved = on
            refill(self, self.columns)

    def set_ribbons(self, on: bool) -> None:
        """Join the passages of the event across the columns."""
        if on or "ribbons" in self.__dict__:
            self.ribbons.set_on(on)

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the type in all columns."""
        zoom = round(min(LARGEST, max(SMALLEST, zoom)), 3)
        if zoom != self.zoom:
            self.zoom = zoom
            for column in self.columns:
                column.pane.set_zoom(zoom)
            self.places.settle()
            self.zoom_changed.emit(zoom)

    def zoom_by(self, steps: int) -> None:
        """Make the type larger or smaller by steps of a tenth."""
        self.set_zoom(self.zoom * STEP**steps)

    def set_pinned(self, column: Column, on: bool) -> None:
        """Let a column stay where it is, whatever the others do."""
        column.pinned = on
        column.unlinked = column.unlinked and not on
        self.places.settle()

    def set_unlinked(self, column: Column, on: bool) -> None:
        """Let a column scroll by itself; it still goes to events."""
        column.unlinked = on
        column.pinned = column.pinned and not on
        self.places.settle()

    def _follow_again(self, column: Column) -> None:
        column.pinned = column.unlinked = False
        column.go_to_event(glide=True)
        self.places.settle()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.theme = theme
        for column in self.columns:
            column.set_theme(theme)
        if "ribbons" in self.__dict__:
            self.ribbons.set_theme(theme)

    def show_found(self, found: dict[int, list[tuple[int, int]]]) -> None:
        """Mark found words, by edition."""
        self.filler.found = found
        for column in self.columns:
            self.filler.show_found(column)

    # What has changed

    def _known_by(self, known_by: int | None) -> None:
        for column in self.columns:
            show_known_by(column, self.session, known_by)
        self.places.refresh()

    def _corpus_changed(self, change: Change) -> None:
        renew(self, change)
