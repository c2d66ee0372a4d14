"""The reports of a source in a table: what was printed, and what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QWidget

from db.records import Report
from desktop.dialogs.base import label
from desktop.dialogs.time_words import bounds_words, time_words
from desktop.widgets.plain import plain_tooltip
from desktop.widgets.rows_table import RowsTable

MOST_ROWS: Final = 24


class ReportTable(RowsTable):
    """One row a report; `note` is a label that tells of the row that is chosen."""

    def __init__(self, reports: Sequence[Report], parent: QWidget | None = None) -> None:
        heads = [
            self.tr("No."), self.tr("Heading"), self.tr("Printed"), self.tr("Understood"),
        ]  # fmt: skip
        super().__init__(self.tr("Reports"), heads, parent)
        self.setRowCount(len(reports))
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._reports = reports
        self.note = label("", kind="secondary", selectable=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)
        for row, report in enumerate(reports):
            for column, words in enumerate(self._cells(report)):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tooltip(words))
                self.setItem(row, column, item)
        for column in (0, 2, 3):
            self.resizeColumnToContents(column)
        self.itemSelectionChanged.connect(self._tell)
        self._tell()

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
        return QSize(640, self.height_of(min(MOST_ROWS, self.rowCount())))

    def minimumSizeHint(self) -> QSize:
        """Never fewer rows than it wants: the page scrolls."""
        return QSize(280, self.sizeHint().height())
