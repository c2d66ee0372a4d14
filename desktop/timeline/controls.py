"""The small buttons of the timeline: zoom, fit, play with its speeds, and the axis choice."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.icons import icon
from desktop.theme import Theme
from desktop.timeline.playback import SPEEDS
from desktop.timeline.scene import Axis


def _button(parent: QWidget, name: str) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("kind", "quiet")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


class Controls(QWidget):
    """Zoom out, zoom in, fit, play."""

    zoomed = Signal(bool)
    """True to come closer, False to step back."""
    fitted = Signal(bool)
    """True for everything there is, False for the densest stretch."""
    play_pressed = Signal()
    speed_chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline buttons"))
        self._theme = theme
        self._playing = False
        self._out = _button(self, self.tr("Zoom out"))
        self._out.clicked.connect(partial(self.zoomed.emit, False))
        self._in = _button(self, self.tr("Zoom in"))
        self._in.clicked.connect(partial(self.zoomed.emit, True))
        self._fit = _button(self, self.tr("Fit the view"))
        self._fit.setMenu(self._fit_menu())
        self._fit.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._play = _button(self, self.tr("Play"))
        self._play.setMenu(self._speed_menu())
        self._play.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._play.clicked.connect(self.play_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self._out, self._in, self._fit, self._play):
            row.addWidget(button)
        self.set_theme(theme)

    def _fit_menu(self) -> QMenu:
        menu = QMenu(self)
        dense = menu.addAction(self.tr("Where most events are"))
        dense.triggered.connect(partial(self.fitted.emit, False))
        everything = menu.addAction(self.tr("Everything"))
        everything.triggered.connect(partial(self.fitted.emit, True))
        return menu

    def _speed_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for speed in SPEEDS:
            number = self.locale().toString(speed, "g", 2)
            action = menu.addAction(self.tr("{factor}× speed").format(factor=number))
            action.setCheckable(True)
            action.setChecked(speed == 1.0)
            action.setActionGroup(group)
            action.triggered.connect(partial(self.speed_chosen.emit, speed))
        return menu

    @Slot(bool)
    def show_playing(self, playing: bool) -> None:
        """Show pause while playing and play at rest."""
        self._playing = playing
        words = self.tr("Pause") if playing else self.tr("Play")
        self._play.setAccessibleName(words)
        self._play.setToolTip(words)
        self._play.setIcon(icon("pause" if playing else "play", self._theme))

    def set_theme(self, theme: Theme) -> None:
        """Draw the buttons in another theme."""
        self._theme = theme
        names = {self._out: "minus", self._in: "plus", self._fit: "maximize-2"}
        for button, name in names.items():
            button.setIcon(icon(name, theme))
        self.show_playing(self._playing)
        self.resize_buttons()

    def resize_buttons(self) -> None:
        """Fit the buttons to the size of the font."""
        side = self.fontMetrics().height()
        for button in (self._out, self._in, self._fit, self._play):
            button.setIconSize(QSize(side - 2, side - 2))
        self.adjustSize()


class AxisButton(QToolButton):
    """The menu that chooses which time places the marks."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Which time places the marks"))
        self._words = {Axis.HAPPENED: self.tr("happened"), Axis.REPORTED: self.tr("reported")}
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._actions: dict[Axis, QAction] = {}
        self._add(menu, group, Axis.HAPPENED, self.tr("When it happened"))
        self._add(menu, group, Axis.REPORTED, self.tr("When sources reported it"))
        self.setMenu(menu)
        self.show_axis(Axis.HAPPENED)

    def _add(self, menu: QMenu, group: QActionGroup, axis: Axis, words: str) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setActionGroup(group)
        action.triggered.connect(partial(self.chosen.emit, axis.value))
        self._actions[axis] = action

    def widest(self) -> int:
        """Return the width in pixels that no choice goes beyond."""
        advance = self.fontMetrics().horizontalAdvance
        texts = [advance(words) for words in self._words.values()]
        return self.sizeHint().width() + max(texts) - advance(self.text())

    def show_axis(self, axis: Axis) -> None:
        """Show which axis is chosen."""
        self._actions[axis].setChecked(True)
        self.setText(self._words[axis])
        self.setAccessibleName(self.tr("Times: {axis}").format(axis=self._words[axis]))
