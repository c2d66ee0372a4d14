"""A scroll bar of two rectangles: the style's own costs more to paint than a screen of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop.theme import Theme

WIDTH = 10


class ThinScrollBar(QScrollBar):
    """A vertical scroll bar that counts characters."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme
        self._handle_shown = True
        self._least = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Place in the text"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def show_handle(self, on: bool) -> None:
        """Paint the handle, or the ground alone while the first text has not been seen."""
        self._handle_shown = on
        self.update()

    def show_place(self, value: int, end: int, page: int) -> None:
        """Show a place without telling anyone that the bar was moved."""
        self.blockSignals(True)
        self.setPageStep(page)
        self.setRange(0, max(0, end, value))
        self.setValue(value)
        self.blockSignals(False)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the bar covers all of its ground."""
        super().showEvent(event)
        self._be_opaque()

    def changeEvent(self, event: QEvent) -> None:
        """Say it again after another style."""
        super().changeEvent(event)
        self._least = -1
        self._be_opaque()

    def _be_opaque(self) -> None:
        # A style sheet takes this back, and all that lies behind would be painted each time.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the pane, which scrolls by pixels."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return a width that can be hit without taking room from the text."""
        return QSize(WIDTH, 40)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: as wide as the bar always is."""
        return QSize(WIDTH, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the handle, nothing else."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.paper)
        if self.maximum() <= self.minimum() or not self._handle_shown:
            return
        busy = self.isSliderDown() or self.underMouse()
        colour = self._theme.muted if busy else self._theme.outline
        painter.fillRect(self.handle().adjusted(3, 1, -2, -1), colour)

    def handle(self) -> QRectF:
        """Return where the handle is: where the style takes it to be when it is pressed."""
        steps, height = self.maximum() - self.minimum(), self.height()
        if self._least < 0:
            self._least = self._least_handle()
        page = self.pageStep()
        length = max(self._least, min(height, page * height // (steps + page)))
        done = (height - length) * (self.sliderPosition() - self.minimum())
        top = (2 * done + steps) // (2 * steps) if steps else 0
        return QRectF(0, top, self.width(), length)

    def _least_handle(self) -> int:
        """Ask the style once: doing so at each painting takes longer than the painting."""
        # Imported late: Qt takes five milliseconds for the enumerations of styles.
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        option.minimum, option.maximum, option.pageStep = 0, 1_000_000, 1
        option.sliderPosition = option.sliderValue = 0
        return (
            self.style()
            .subControlRect(
                QStyle.ComplexControl.CC_ScrollBar,
                option,
                QStyle.SubControl.SC_ScrollBarSlider,
                self,
            )
            .height()
        )
