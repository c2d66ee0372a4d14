"""One line of plain text that shortens itself with an ellipsis where room is short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.widgets.plain import plain_tooltip

_LEAST_LETTERS = 4


class ElidedLabel(QLabel):
    """A label whose full text stays in its tool tip and in its accessible name."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text; line breaks are shown as spaces."""
        line = " ".join(text.split("\n"))
        self.setAccessibleName(text)
        if line != self.text():
            super().setText(line)
            self._tell_rest()

    def shown_text(self) -> str:
        """Return what fits, with the ellipsis if not all of the text does."""
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._mode, width)

    def minimumSizeHint(self) -> QSize:
        """Leave room for a few letters only: the rest may be elided."""
        whole = super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(min(whole.width(), least), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the full text in the tool tip only while it does not fit."""
        super().resizeEvent(event)
        self._tell_rest()

    def _tell_rest(self) -> None:
        cut = self.shown_text() != self.text()
        self.setToolTip(plain_tooltip(self.text()) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame as a label does, then the words that fit."""
        painter = QPainter(self)
        self.drawFrame(painter)
        # As the style draws them; not by the style, which takes five milliseconds to be known.
        painter.setPen(QPen(self.palette().brush(self.foregroundRole()), 1))
        painter.drawText(self.contentsRect(), int(self._visual_alignment()), self.shown_text())

    def _visual_alignment(self) -> Qt.AlignmentFlag:
        if self.layoutDirection() == Qt.LayoutDirection.LeftToRight:
            return self.alignment()
        from PySide6.QtWidgets import QStyle

        return QStyle.visualAlignment(self.layoutDirection(), self.alignment())
