"""The line under the events that leads to the next disagreement."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.theme import SECONDARY_PIXELS, Theme, interface_font, text_scale
from desktop.widgets.signs import FLASH_WIDTH, paint_flash

SIDE, GAP = 12, 8


class NextConflict(QAbstractButton):
    """Hidden where nothing conflicts; else a flash, what it leads to, and its key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = ""
        self._counts = (0, 0)
        self.setObjectName("next_conflict")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_count(0, 0)

    def set_keys(self, keys: str) -> None:
        """Say which keys lead there too."""
        self._keys = keys
        self.show_count(*self._counts)

    def show_count(self, rows: int, events: int) -> None:
        """Say how many disagreements there are, on how many events."""
        self._counts = (rows, events)
        self.setVisible(rows > 0)
        words = self.tr("Next of %n disagreement(s)", None, rows)
        self.setText(words if rows > 1 else self.tr("Go to the disagreement"))
        on = self.tr("on %n event(s)", None, events)
        spoken = f"{self.text()}, {on}"
        self.setAccessibleName(f"{spoken}, {self._keys}")
        self.setToolTip(f"{spoken} ({self._keys})")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return interface_font(self._theme, SECONDARY_PIXELS)

    def sizeHint(self) -> QSize:
        """One line of small words with air around it."""
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(f"{self.text()}  {self._keys}") + 2 * SIDE + 3 * GAP
        return QSize(width, metrics.height() + 14)

    def minimumSizeHint(self) -> QSize:
        """Words may be elided, the key may not."""
        return QSize(80, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline above, the flash, the words, the key at the right."""
        painter, theme, area = QPainter(self), self._theme, self.rect()
        hot = self.underMouse() or self.isDown()
        painter.fillRect(area, theme.hover if hot else theme.panel)
        painter.fillRect(QRect(0, 0, area.width(), 1), theme.hairline)
        scale = text_scale()
        paint_flash(painter, QPointF(SIDE, area.center().y() + 0.5), theme.disagreement, scale)
        painter.setFont(self._font())
        metrics = painter.fontMetrics()
        keys = metrics.horizontalAdvance(self._keys)
        left = SIDE + round(FLASH_WIDTH * scale) + GAP
        words = area.adjusted(left, 0, -SIDE - keys - GAP, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setPen(theme.ink)
        elided = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, elided)
        painter.setPen(theme.muted)
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(area.adjusted(0, 0, -SIDE, 0), right, self._keys)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.end()
