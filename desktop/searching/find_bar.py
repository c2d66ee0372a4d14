"""Finding words in one column: a bar below the columns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from db.text.folding import fold
from desktop.icons import icon
from desktop.reading.accessible import announce, passage_words
from desktop.reading.column import Column
from desktop.reading.finding import HitMarks, Hits
from desktop.reading.reading_view import ReadingView
from desktop.theme import Theme


class FindBar(QFrame):
    """A field, the count, and the ways to the next and the previous place."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setAccessibleName(self.tr("Find in this column"))
        self._reading: ReadingView | None = None
        self._hits = Hits("", "")
        self._marked: Column | None = None
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this column"))
        self.field.setAccessibleName(self.tr("Words to find in this column"))
        self.field.setMaximumWidth(320)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons: list[tuple[QToolButton, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(6)
        row.addWidget(self.field)
        row.addWidget(self._button("chevron-up", self.tr("Previous place"), self.previous))
        row.addWidget(self._button("chevron-down", self.tr("Next place"), self.next))
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._button("x", self.tr("Close"), self.close_bar))
        self.field.textChanged.connect(self._typed)
        self.field.returnPressed.connect(self.next)
        self.set_theme(theme)
        self.hide()

    def _button(self, name: str, words: str, pressed: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(pressed)
        self._buttons.append((button, name))
        return button

    def attach(self, reading: ReadingView) -> None:
        """Work on the active column of a reading view."""
        self._reading = reading
        reading.active_changed.connect(self._column_changed)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        for button, name in self._buttons:
            button.setIcon(icon(name, theme))

    def open_bar(self, words: str = "") -> None:
        """Show the bar, with words to begin with."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and its marks, and give the keyboard back to the text."""
        self.hide()
        self._clear()
        column = self._column()
        if column is not None:
            column.pane.setFocus()
        self.closed.emit()

    def next(self) -> None:
        """Go to the next place."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous place."""
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Shift+Enter goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() == Qt.Key.Key_Return and event.modifiers():
            self.previous()
        else:
            super().keyPressEvent(event)

    def _column(self) -> Column | None:
        return self._reading.active if self._reading is not None else None

    def _column_changed(self) -> None:
        if self.isVisible():
            self._typed()

    def _typed(self) -> None:
        column = self._column()
        if column is None or column.shown is None:
            return
        wanted = fold(self.field.text().strip())
        self._hits = Hits(column.shown.folded, wanted)
        self._mark(column, -1)
        words = self.tr("%n place(s)", None, len(self._hits)) if self.field.text() else ""
        self.count.setText(words)
        announce(self.field, words)

    def _clear(self) -> None:
        if self._reading is not None and self._marked in self._reading.columns:
            self._marked.marks.show_hits(None)
        self._marked = None

    def _mark(self, column: Column, current: int) -> None:
        if column is not self._marked:
            self._clear()
            self._marked = column
        column.marks.show_hits(
            HitMarks(column.pane, self._hits, current) if len(self._hits) else None
        )

    def _step(self, by: int) -> None:
        column = self._column()
        if column is None or column.shown is None or not len(self._hits):
            return
        top = column.shown.text.starts[max(0, column.pane.passage_at_line())]
        start, end = column.pane.selection() or (top - 1, top - 1)
        if self._hits.is_hit(start, end):
            hit = self._hits.after(end) if by > 0 else self._hits.before(start)
        elif by > 0:
            hit = self._hits.after(start + 1)
        else:
            hit = self._hits.before(max(0, start))
        column.pane.select(*hit)
        column.pane.show_offset(hit[0])
        self._mark(column, hit[0])
        at, count = self._hits.number(hit[0]), len(self._hits)
        self.count.setText(self.tr("{at} of {count}").format(at=at, count=count))
        passage = passage_words(column.pane, column.shown.text.passage_at(hit[0]))
        announce(self.field, f"{self.count.text()}. {passage}")
