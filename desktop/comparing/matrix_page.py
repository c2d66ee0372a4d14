"""The matrix in the middle of the window: its filter, its rows, and the way to the words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from db.comparing.comparison import ComparisonRow
from desktop.comparing.compared import Compared, Key
from desktop.comparing.grid_view import GridView
from desktop.comparing.lines import Leads, Target
from desktop.comparing.matrix_filter import FilterBar
from desktop.comparing.matrix_model import MatrixModel
from desktop.comparing.matrix_rows import event_of, wanted_rows, with_heads
from desktop.comparing.wording import known_by_words
from desktop.theme import Theme

SLICE: Final = 0.03
"""So many seconds are compared at a time, so that the window stays awake."""


class MatrixPage(QWidget):
    """Every event and aspect against every source."""

    settle_requested = Signal(object)
    """The reader wants to settle why a source (its id) is silent on the current event."""

    def __init__(self, compared: Compared, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compared = compared
        self.bar = FilterBar(self)
        self.model = MatrixModel(compared, self)
        self.view = GridView(self.model, theme, self)
        self.view.setAccessibleName(self.tr("Matrix of claims"))
        self.setFocusProxy(self.view)
        self.nothing = QLabel(self)
        self.nothing.setMargin(18)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.nothing.setWordWrap(True)
        self._coming: Iterator[ComparisonRow | None] | None = None
        self._stale = True
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.nothing, 1)
        box.addWidget(self.view, 1)
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._next_slice)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._refill_if_shown)
        self.bar.changed.connect(self.refill)
        self.view.chosen.connect(self._go)
        compared.changed.connect(self._changed)
        compared.tallies.changed.connect(self.view.forget_heights)
        compared.revealed.connect(self._reveal)
        compared.session.selection.event_changed.connect(self._event_changed)
        self.refill()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.view.set_theme(theme)

    # Rows

    def refill(self) -> None:
        """Show the rows that are wanted, those in sight first."""
        self._stale = False
        self._fill_bar()
        wanted = self.bar.filter()
        if not wanted.is_costly:
            rows = [row for row in wanted_rows(self.compared, wanted) if row is not None]
            self._slices.stop()
            self.model.set_rows(with_heads(rows))
            self._say_count(done=True)
            self._show_current_event()
            return
        self.model.set_rows([], wanted.scope)
        self._coming = wanted_rows(self.compared, wanted)
        self._next_slice()

    def _fill_bar(self) -> None:
        used = {row.aspect_id for row in self.compared.rows}
        self.bar.set_aspects([a for a in self.compared.aspects.values() if a.id in used])
        self.bar.note.setText(known_by_words(self.compared.session.known_by_words))

    def _next_slice(self) -> None:
        """Compare for a while and show what has been found."""
        if self._coming is None:
            self._slices.stop()
            return
        until = time.monotonic() + SLICE
        found: list[ComparisonRow] = []
        done = True
        for row in self._coming:
            if row is not None:
                found.append(row)
            if time.monotonic() > until:
                done = False
                break
        self._append(found)
        if done:
            self._slices.stop()
            self._coming = None
            self._show_current_event()
        else:
            self._slices.start()
        self._say_count(done=done)

    def _append(self, found: list[ComparisonRow]) -> None:
        rows = with_heads(found)
        last = event_of(self.model.rows[-1]) if self.model.rows else 0
        if rows and rows[0] == last:
            rows = rows[1:]
        self.model.append(rows)

    def _say_count(self, *, done: bool) -> None:
        shown = sum(1 for row in self.model.rows if not isinstance(row, int))
        self.bar.say_count(shown, len(self.compared.rows), done=done)
        none = self.tr("Nothing is claimed yet: select words in a column and record a claim.")
        unfit = self.tr("No row is as the boxes above ask for.")
        self.nothing.setText(unfit if self.compared.rows else none)
        self.nothing.setVisible(done and not shown)
        self.view.setVisible(not self.nothing.isVisibleTo(self))

    def _changed(self) -> None:
        self._stale = True
        self._coming = None
        self.model.drop_gone()
        self._later.start()

    def _refill_if_shown(self) -> None:
        if self._stale and self.isVisible():
            key, column = self.key, self.view.currentIndex().column()
            self.refill()
            self._return_to(key, column)

    @property
    def key(self) -> Key | None:
        """The event and aspect the key's place is on."""
        index = self.view.currentIndex()
        row = self.model.rows[index.row()] if index.isValid() else 0
        return None if isinstance(row, int) else (row.event_id, row.aspect_id)

    def _return_to(self, key: Key | None, column: int) -> None:
        row = self.model.row_of(*key) if key else -1
        if row >= 0:
            self.view.go_to(row)
            self.view.setCurrentIndex(self.model.index(row, max(0, column)))

    # Going

    def _event_changed(self) -> None:
        if self.isVisible():
            self._show_current_event()

    def _show_current_event(self) -> None:
        event = self.compared.session.selection.event_id or 0
        if event == self.view.current_group and self.view.currentIndex().isValid():
            return
        self.view.show_group(event)
        row = self.model.row_of(event)
        if row >= 0:
            self.view.go_to(row)

    def _reveal(self, key: Key) -> None:
        if self.isVisible():
            row = self.model.row_of(*key)
            if row >= 0:
                self.view.go_to(row)

    def _go(self, event_id: int, target: Target) -> None:
        selection = self.compared.session.selection
        selection.set_event(event_id)
        if target.leads is Leads.CLAIM:
            self.compared.places.go_to(target.to)
        elif target.leads is Leads.SETTLE:
            self.settle_requested.emit(target.to[1])

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while something else was shown."""
        super().showEvent(event)
        if self._stale:
            self.refill()
        self._show_current_event()
