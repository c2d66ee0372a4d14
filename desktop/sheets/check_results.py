"""What a check found: the quotations with their differences, and what has changed since."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QTabWidget, QVBoxLayout, QWidget

from db.sheets.checking.apart import Outcome
from db.sheets.checking.checking import CheckedQuotation
from db.sheets.checking.finding import Verdict
from desktop.comparing.wording import number
from desktop.dialogs.base import label
from desktop.recording.record_table import RecordTable
from desktop.sheets.combos import choose, plain_combo
from desktop.sheets.difference_view import DifferenceView
from desktop.sheets.quotation_list import EVERY, NOT_EXACT, QuotationModel, QuotationTable
from desktop.sheets.verdict_words import change_words, verdict_words
from desktop.theme import Theme
from desktop.widgets.sides import told_in_turn

MOST_CHANGES: Final = 2000
"""More changes than anybody reads in a list; the report has them all."""


class CheckResults(QWidget):
    """Two pages: quotations, and changes."""

    current_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._outcome = Outcome()
        self.model = QuotationModel(self)
        self.shown = plain_combo(self.tr("Which quotations are shown"), self)
        self.table = QuotationTable(self.model, self)
        self.words = DifferenceView(theme, self)
        self.changes = RecordTable(
            self.tr("Changed since"),
            [self.tr("What"), self.tr("Of what"), self.tr("Then"), self.tr("Now")],
            self,
        )
        self.some = label("", kind="secondary", parent=self)
        self._lay_out()
        self.shown.activated.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("What was found"))
        self.tabs.tabBar().setAccessibleName(self.tabs.accessibleName())
        self.tabs.addTab(self._first_page(), self.tr("&Quotations"))
        second = QWidget(self.tabs)
        below = QVBoxLayout(second)
        below.setContentsMargins(0, 8, 0, 0)
        below.addWidget(self.changes, 1)
        below.addWidget(self.some)
        self.tabs.addTab(second, self.tr("C&hanged since"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tabs)

    def _first_page(self) -> QWidget:
        page = QWidget(self.tabs)
        row = QHBoxLayout()
        name = QLabel(self.tr("Sho&wn"), page)
        name.setBuddy(self.shown)
        row.addWidget(name)
        row.addWidget(self.shown, 1)
        # Words that wrap would make the page ask for more height than it needs.
        key = QLabel(self.tr("F8: the next that is not exact"), page)
        key.setProperty("kind", "secondary")
        row.addWidget(key)
        halves = QSplitter(Qt.Orientation.Vertical, page)
        halves.setAccessibleName(self.tr("Quotations"))
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.table)
        halves.addWidget(self.words)
        told_in_turn(halves)
        halves.setStretchFactor(0, 1)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 8, 0, 0)
        box.addLayout(row)
        box.addWidget(halves, 1)
        return page

    def show_outcome(self, outcome: Outcome, row: int) -> None:
        """Show other findings; `row` counts all quotations, -1 = the first that is not exact."""
        self._outcome = outcome
        self.model.show_quotations(outcome.quotations, EVERY)
        self._fill_shown()
        self.table.fit_columns()
        changes = outcome.changes or ()
        self.changes.fill(
            [(change_words(c.kind), c.subject, c.then, c.now) for c in changes[:MOST_CHANGES]]
        )
        words = self.tr("The first {some} of {all}; the report has all of them.")
        some = {"some": number(MOST_CHANGES), "all": number(len(changes))}
        self.some.setText(words.format(**some))
        self.some.setVisible(len(changes) > MOST_CHANGES)
        self.tabs.setTabEnabled(0, bool(outcome.quotations))
        self.tabs.setTabEnabled(1, outcome.changes is not None)
        self.tabs.setCurrentIndex(0 if outcome.quotations else 1)
        self._choose_row(row if row >= 0 else max(0, self.model.next_wrong(-1, 1)))

    def _fill_shown(self) -> None:
        self.shown.clear()
        for words, verdicts in (
            (self.tr("all quotations"), EVERY),
            (self.tr("what is not exact"), NOT_EXACT),
            *((verdict_words(v), frozenset({v})) for v in Verdict),
        ):
            count = self.model.count(verdicts)
            if count or verdicts == EVERY:
                self.shown.addItem(f"{words} ({number(count)})", verdicts)

    def _filter(self) -> None:
        chosen = self.current()
        self.model.show_quotations(self._outcome.quotations, self.shown.currentData())
        self._choose_row(max(0, self.model.row_of(chosen)))

    def _choose_row(self, row: int) -> None:
        if self.model.rowCount():
            self.table.selectRow(row)
            self.table.setCurrentIndex(self.model.index(row, 0))
        self._chosen()

    def _chosen(self) -> None:
        self.words.show_quotation(self.current(), elsewhere=self._outcome.elsewhere)
        self.current_changed.emit()

    def current(self) -> CheckedQuotation | None:
        """The quotation that is chosen."""
        return self.model.quotation(self.table.currentIndex().row())

    def current_number(self) -> int:
        """Which of all quotations is chosen, -1 = none."""
        chosen = self.current()
        every = enumerate(self._outcome.quotations)
        return next((at for at, each in every if each is chosen), -1)

    def next_wrong(self) -> None:
        """Go to the next quotation that is not exact."""
        self._step(1)

    def last_wrong(self) -> None:
        """Go to the one before that is not exact."""
        self._step(-1)

    def _step(self, by: int) -> None:
        row = self.model.next_wrong(self.table.currentIndex().row(), by)
        if row < 0 and self.model.count(NOT_EXACT):
            # None of them is among those shown.
            choose(self.shown, NOT_EXACT)
            self._filter()
        elif row >= 0:
            self._choose_row(row)
        self.take_focus()

    def take_focus(self) -> None:
        """Let the keyboard go to what was found."""
        if self.tabs.currentIndex() == 0 or not self._outcome.changes:
            self.table.setFocus()
        else:
            self.changes.setFocus()

    @staticmethod
    def wrong_of(outcome: Outcome) -> int:
        """How many quotations are not exact."""
        return sum(q.verdict in NOT_EXACT for q in outcome.quotations)
