"""The bar that says which lenses are on and how each marks words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.base import theme_of
from desktop.lenses.lens import Lens, basis, lens_line, lens_title
from desktop.lenses.swatches import HEIGHT, WIDTH, swatch
from desktop.theme import text_scale
from desktop.widgets.flow_layout import FlowLayout

PADDING = 22
"""What a button needs around picture and words."""


class LegendBar(QFrame):
    """A button for every lens, its line drawn on it, and what lenses are not."""

    lists_requested = Signal()

    def __init__(self, actions: Mapping[Lens, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Lenses"))
        self.setProperty("help_topic", "lenses")
        self._actions = dict(actions)
        self._chips = QWidget(self)
        self.buttons = {lens: _chip(lens, each, self._chips) for lens, each in actions.items()}
        self.lists = QToolButton(self._chips)
        self.lists.setText(self.tr("Word lists, not judgements…"))
        self.lists.setProperty("kind", "quiet")
        self.lists.setAccessibleName(self.tr("Word lists, not judgements"))
        self.lists.setToolTip(self.tr("Where the lists are, and how to change them"))
        self.lists.clicked.connect(self.lists_requested)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.timeout.connect(self.draw)
        self._lay_out()
        self.draw()
        self.hide()

    def _lay_out(self) -> None:
        flow = FlowLayout(self._chips, spacing=4)
        for button in (*self.buttons.values(), self.lists):
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        row = QHBoxLayout()
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self._chips, 1)
        line = QFrame(self)
        line.setProperty("kind", "line")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(line)

    def draw(self) -> None:
        """Draw the lenses' lines in the colours of the window."""
        theme = theme_of(self)
        for lens, action in self._actions.items():
            action.setIconText(lens_title(lens))
            action.setIcon(swatch(lens, theme))
        # All in the line stand at one height.
        self.lists.setMinimumHeight(max(b.sizeHint().height() for b in self.buttons.values()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words would take more than two lines, the drawn lines alone must do."""
        super().resizeEvent(event)
        style = Qt.ToolButtonStyle
        metrics, icon = self.fontMetrics(), round(WIDTH * text_scale()) + PADDING
        words = sum(metrics.horizontalAdvance(b.text()) + icon for b in self.buttons.values())
        words += metrics.horizontalAdvance(self.lists.text()) + PADDING
        narrow = words > 2 * self._chips.width()
        for button in self.buttons.values():
            wanted = style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            if button.toolButtonStyle() != wanted:
                button.setToolButtonStyle(wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Take other colours once the whole window has them."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._redraw.start(0)


def _chip(lens: Lens, action: QAction, parent: QWidget) -> QToolButton:
    chip = QToolButton(parent)
    chip.setDefaultAction(action)
    chip.setProperty("kind", "quiet")
    chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    chip.setIconSize(QSize(WIDTH, HEIGHT) * text_scale())
    chip.setText(lens_title(lens))
    chip.setToolTip(f"{lens_title(lens)}: {lens_line(lens)} ({basis(lens)})")
    chip.setAccessibleName(lens_title(lens))
    chip.setAccessibleDescription(f"{lens_line(lens)}; {basis(lens)}")
    return chip
