"""The reports of a source in a table: what was printed, and what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from db.records import Report
from desktop.dialogs.base import label
from desktop.dialogs.time_words import bounds_words, time_words
from desktop.widgets.plain import plain_tooltip

MOST_ROWS: Final = 24


class ReportTable(QTableWidget):
    """One row a report; `note` is a label that tells of the row that is chosen."""

    def __init__(self, reports: Sequence[Report], parent: QWidget | None = None) -> None:
        super().__init__(len(reports), 4, parent)
        self._reports = reports
        self.note = label("", kind="secondary", selectable=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        self.setAccessibleName(self.tr("Reports"))
        self._set_up()
        for row, report in enumerate(reports):
            for column, words in enumerate(self._cells(report)):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tooltip(words))
                self.setItem(row, column, item)
        for column in (0, 2, 3):
            self.resizeColumnToContents(column)
        self.itemSelectionChanged.connect(self._tell)
        self._tell()

    def _set_up(self) -> None:
        names = [
            self.tr("No."), self.tr("Heading"), self.tr("Printed"), self.tr("Understood"),
        ]  # fmt: skip
        self.setHorizontalHeaderLabels(names)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _cells(self, report: Report) -> tuple[str, ...]:
        return (
            str(report.number),
            report.heading,
            report.reported.printed or "—",
            time_words(report.reported) or "—",
        )

    def _tell(self) -> None:
        row = self.currentRow()
        if not 0 <= row < len(self._reports):
            self.note.setText(
                self.tr("Choose a report to read who wrote it and what is noted about its time.")
            )
            return
        report = self._reports[row]
        time = report.reported
        author = self.tr("By {author}").format(author=report.author) if report.author else ""
        lines = [report.heading, author, bounds_words(time) if time.edtf else "", time.note]
        self.note.setText("\n".join(filter(None, lines)) or self.tr("Nothing is noted."))

    def sizeHint(self) -> QSize:
        """High enough for its rows, up to a screen of them."""
        line = self.verticalHeader().defaultSectionSize()
        rows = min(MOST_ROWS, self.rowCount())
        return QSize(640, self.horizontalHeader().sizeHint().height() + rows * line + 4)

    def minimumSizeHint(self) -> QSize:
        """Never fewer rows than it wants: the page scrolls."""
        return QSize(280, self.sizeHint().height())
