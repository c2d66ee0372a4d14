"""The quotations of a sheet that was checked, one a row, and which of them are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from db.sheets.checking.checking import CheckedQuotation
from db.sheets.checking.finding import Verdict
from db.sheets.visible import visible
from desktop.sheets.verdict_words import verdict_words
from desktop.widgets.plain import plain_tooltip
from desktop.widgets.rows_table import choose_rows

Index = QModelIndex | QPersistentModelIndex
NOT_EXACT: Final = frozenset(Verdict) - {Verdict.EXACT}
EVERY: Final = frozenset(Verdict)
WORDS: Final = 2
_LEAD: Final = 30
_MOST: Final = 300


class QuotationModel(QAbstractTableModel):
    """Verdict, address and words, in the order of the sheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[CheckedQuotation] = ()
        self._shown: list[CheckedQuotation] = []
        self._heads = [self.tr("Verdict"), self.tr("Address"), self.tr("Words")]

    def show_quotations(
        self, quotations: Sequence[CheckedQuotation], verdicts: frozenset[Verdict]
    ) -> None:
        """Show those of some quotations that have one of the verdicts."""
        self.beginResetModel()
        self._all = quotations
        self._shown = [q for q in quotations if q.verdict in verdicts]
        self.endResetModel()

    def count(self, verdicts: frozenset[Verdict]) -> int:
        """How many quotations have one of the verdicts, shown or not."""
        return sum(q.verdict in verdicts for q in self._all)

    def quotation(self, row: int) -> CheckedQuotation | None:
        """The quotation of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, quotation: CheckedQuotation | None) -> int:
        """The row of a quotation, -1 where it is not shown."""
        return next((at for at, each in enumerate(self._shown) if each is quotation), -1)

    def next_wrong(self, row: int, by: int) -> int:
        """The next row after or before one that is not exact, round the end; -1 = there is none."""
        count = len(self._shown)
        around = ((row + by * step) % count for step in range(1, count + 1))
        return next((at for at in around if self._shown[at].verdict in NOT_EXACT), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of quotations shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        """Verdict, address, words."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a column holds."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words."""
        each = self._shown[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WORDS:
            return plain_tooltip(_cut(visible(each.found or each.expected)))
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return (verdict_words(each.verdict), each.address or "—", telling(each))[index.column()]


class QuotationTable(QTableView):
    """Shows a `QuotationModel`; Return is the dialog's, Ctrl+C copies the row."""

    copying = Signal()

    def __init__(self, model: QuotationModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(self.tr("Quotations"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        choose_rows(self)
        self.horizontalHeader().setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)

    def fit_columns(self) -> None:
        """Give the verdict and the address the room they need."""
        longest = max((verdict_words(verdict) for verdict in Verdict), key=len)
        metrics = self.fontMetrics()
        self.setColumnWidth(0, metrics.horizontalAdvance(longest) + 32)
        self.setColumnWidth(1, metrics.horizontalAdvance("WWW.00000") + 16)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the dialog and copy the row."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copying.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row that is chosen in sight."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _height(self, rows: int) -> int:
        line = self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + rows * line + 4

    def sizeHint(self) -> QSize:
        """Ten rows."""
        return QSize(640, self._height(10))

    def minimumSizeHint(self) -> QSize:
        """Three rows."""
        return QSize(240, self._height(3))


def telling(quotation: CheckedQuotation) -> str:
    """The words of a quotation on one line, from shortly before they are not as they should be."""
    words = " ".join((quotation.found or quotation.expected)[: 4 * _MOST].split())
    if quotation.verdict is not Verdict.ALTERED:
        return visible(words[:_MOST])
    expected = " ".join(quotation.expected[: 4 * _MOST].split())
    pairs = enumerate(zip(words, expected, strict=False))
    begin = next((at for at, (a, b) in pairs if a != b), 0)
    if begin <= _LEAD:
        return visible(words[:_MOST])
    start = words.find(" ", begin - _LEAD, begin) + 1 or begin
    return visible("… " + words[start : start + _MOST])


def _cut(words: str) -> str:
    return words if len(words) <= 4 * _MOST else words[: 4 * _MOST] + " …"
