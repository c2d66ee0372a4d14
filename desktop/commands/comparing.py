"""Comparing: the views of the middle, going from one disagreement to the next, judging."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.commands.group import CommandGroup, keep_by
from desktop.comparing.centre import Page
from desktop.comparing.compared import Key
from desktop.comparing.conflicts import next_conflict
from desktop.comparing.crossing import crossings
from desktop.desk import Desk

if TYPE_CHECKING:
    # Made when they are first asked for; importing them would hold up the start.
    from desktop.comparing.figures_page import FiguresPage
    from desktop.comparing.matrix_page import MatrixPage

STAYS = 4_000
"""Milliseconds for which a passing word stays at the window's foot."""
PAGES = {
    "view_read": Page.READ,
    "view_matrix": Page.MATRIX,
    "view_figures": Page.FIGURES,
    "view_names": Page.NAMES,
}


class CompareCommands(CommandGroup):
    """The Claim menu's part that shows and judges."""

    needs_desk = (*PAGES, "next_conflict", "previous_conflict", "judge", "crossings")
    _at: Key | None = None

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        pages = {name: partial(self._show, page) for name, page in PAGES.items()}
        return {
            **pages,
            "next_conflict": self.next_conflict,
            "previous_conflict": self.previous_conflict,
            "judge": self.judge,
            "crossings": self.crossings,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        self._at = None
        desk.centre.page_changed.connect(self._page_changed)
        desk.centre.page_made.connect(self._page_made)
        desk.panel.judge_requested.connect(self.judge)
        self._show_next_conflict(desk)
        desk.session.changed.connect(self._cross_again)
        desk.timeline.axis_changed.connect(self._cross_again)
        self.set_checked("crossings", False)
        self._show_checks(Page.READ)

    def _show_next_conflict(self, desk: Desk) -> None:
        button = desk.events.next_conflict
        keys = self.window.actions_["next_conflict"].shortcut()
        button.set_keys(keys.toString(QKeySequence.SequenceFormat.NativeText))
        button.clicked.connect(self.next_conflict)

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        if self.desk is not None:
            self._show_checks(self.desk.centre.page)

    # The views of the middle

    def _show(self, page: Page, on: bool) -> None:
        """Show a page; pressed again, it gives way to the columns."""
        if self.desk is None:
            return
        self.desk.centre.show_page(page if on else Page.READ)
        self._show_checks(self.desk.centre.page)

    def _page_made(self, page: Page, view: QWidget) -> None:
        """Let a new view ask the window for what it cannot do itself."""
        if page is Page.MATRIX and self.desk is not None:
            matrix = cast("MatrixPage", view)
            matrix.settle_requested.connect(self.desk.panel.settle_requested)
        elif page is Page.FIGURES:
            figures = cast("FiguresPage", view)
            figures.failed.connect(self.window.warn)
            figures.written.connect(self._written)

    def _written(self, file: str) -> None:
        words = self.window.tr("Saved as {file}")
        self.window.status.showMessage(words.format(file=file), STAYS)

    def _page_changed(self, page: Page) -> None:
        self._show_checks(page)
        if page is Page.READ and self.column is not None and self.window.isActiveWindow():
            self.column.pane.setFocus()

    def _show_checks(self, shown: Page) -> None:
        for name, page in PAGES.items():
            self.set_checked(name, page is shown and self.desk is not None)

    # Disagreements

    def next_conflict(self) -> None:
        """Go to the next event and aspect in conflict."""
        self._step(1)

    def previous_conflict(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.desk is None or self.session is None:
            return
        compared = self.desk.compared
        found = next_conflict(compared, self._at, self.session.selection.event_id, by)
        if found is None:
            self.window.inform(self.window.tr("No claims in this corpus conflict."))
            return
        self._at = found
        compared.reveal(found)
        event_title = self.session.events_by_id[found[0]].title
        words = self.window.tr("Conflict on “{aspect}” of “{event}”")
        aspect = compared.aspects[found[1]].title
        self.window.status.showMessage(words.format(aspect=aspect, event=event_title), STAYS)

    def judge(self, pair: object = None) -> None:
        """Ask how two claims relate: of a pair given, else of the row the reader is at."""
        if self.desk is None or self.session is None:
            return
        from db.comparing.comparison import ComparedPair

        first = pair if isinstance(pair, ComparedPair) else None
        key = (first.a.event_id, first.a.aspect_id) if first else self._row_at_hand()
        compared = self.desk.compared
        row = compared.row(key) if key else None
        pairs = compared.tallies.weightiest(row) if row is not None else []
        if row is not None and compared.tallies.of(row) is None:
            self.window.inform(self.window.tr("So many claims are still being compared; wait."))
            return
        if not pairs:
            self.window.inform(self.window.tr("There are no two claims here to be compared."))
            return
        from desktop.dialogs.judge_dialog import JudgeDialog

        chosen = first if first in pairs else None
        dialog = JudgeDialog(self.desk.compared, pairs, self.window, first=chosen)
        keep_by(dialog, self.session, dialog.apply)
        dialog.exec()

    def _row_at_hand(self) -> Key | None:
        """The row of the matrix, or the card, that the reader is at; else the event's first."""
        if self.desk is None or self.session is None:
            return None
        centre = self.desk.centre
        in_matrix = centre.page is Page.MATRIX
        key = cast("MatrixPage", centre.currentWidget()).key if in_matrix else None
        key = key or self.desk.panel.key
        event = self.session.selection.event_id
        if key is None and event is not None:
            rows = [r for r in self.desk.compared.rows_of(event) if r.weight]
            key = (rows[0].event_id, rows[0].aspect_id) if rows else None
        return key

    # The timeline

    def crossings(self, on: bool) -> None:
        """Join on the timeline the events that sources put in different orders."""
        if self.desk is None:
            return
        pairs = crossings(self.desk.session, self.desk.timeline.axis) if on else []
        self.desk.timeline.set_crossings(pairs)
        if on and not pairs:
            words = self.window.tr("No two sources certainly put two events in another order.")
            self.window.status.showMessage(words, STAYS)

    def _cross_again(self) -> None:
        if self.window.actions_["crossings"].isChecked():
            self.crossings(True)
