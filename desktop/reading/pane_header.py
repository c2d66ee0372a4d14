"""The head of a column: whose text it is, which edition, and what the column is doing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.patterns import paint_rule
from desktop.theme import SECONDARY_PIXELS, SourceStyle, Theme, interface_font
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.link_button import LinkButton
from desktop.widgets.plain import plain_tooltip

RULE = 3
NARROW = 26
STRETCH = 2
ONE_LINE = 80
"""From this width in characters on, the head is one line high."""


class PaneHeader(QWidget):
    """Letter and label, what leads and follows, and the column's own few buttons."""

    step_requested = Signal(int)
    """+1 or -1: the next or previous passage of the event."""
    menu_requested = Signal(QWidget)
    """The column's menu is asked for, below the given button."""
    link_requested = Signal()
    """The pinned or unlinked column is to follow again."""
    add_original_requested = Signal()
    notes_requested = Signal()
    """The notes on the source are to be opened."""

    def __init__(self, theme: Theme, style: SourceStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._style = theme, style
        self._title = ElidedLabel("", self)
        self._subtitle = ElidedLabel("", self)
        self._steps = QLabel(self)
        self._steps.setTextFormat(Qt.TextFormat.PlainText)
        self._place = ""
        self._one_line = self._narrow = self._icons_drawn = False
        self._at = self._count = 0
        self._previous = self._button("chevron-left", self.tr("Previous passage of this event"))
        self._next = self._button("chevron-right", self.tr("Next passage of this event"))
        self._state = self._button("pin", self.tr("Let this column follow again"))
        self._notes = self._button("sticky-note", self.tr("Notes on this source"))
        self._menu = self._button("ellipsis", self.tr("Column menu"))
        self._original = LinkButton(self.tr("Add original…"), None, self)
        self._original.setVisible(False)
        self._previous.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._menu.clicked.connect(self._ask_menu)
        self._state.clicked.connect(self.link_requested)
        self._notes.clicked.connect(self._ask_notes)
        self._original.chosen.connect(self._ask_original)
        self._lay_out()
        self.set_theme(theme, style)
        self.set_steps(0, 0)
        self.set_held("")
        self.set_notes("")

    def _button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setProperty("icon_name", name)
        button.setIconSize(QSize(14, 14))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._steps.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._first = QHBoxLayout()
        self._first.setSpacing(2)
        self._first.addWidget(self._title)
        self._first.addSpacing(6)
        self._first.addStretch(1)
        for widget in (
            self._steps,
            self._previous,
            self._next,
            self._state,
            self._notes,
            self._menu,
        ):
            self._first.addWidget(widget)
        self._second = QHBoxLayout()
        self._second.setSpacing(8)
        self._second.addWidget(self._subtitle, 1)
        self._second.addWidget(self._original)
        # Heads are equally high whether or not an original is still missing.
        self._strut = QSpacerItem(0, self._original.sizeHint().height())
        self._second.addItem(self._strut)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, RULE + 7, 10, 7)
        column.setSpacing(1)
        column.addLayout(self._first)
        column.addLayout(self._second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line where there is room for it: stacked columns need the height."""
        super().resizeEvent(event)
        characters = self.width() / self.fontMetrics().averageCharWidth()
        self._narrow = characters < NARROW
        self._show_steps()
        if (characters >= ONE_LINE) == self._one_line:
            return
        self._one_line = characters >= ONE_LINE
        line = self._first if self._one_line else self._second
        self._first.setStretch(STRETCH, 0 if self._one_line else 1)
        for place, widget in enumerate((self._subtitle, self._original)):
            line.insertWidget((STRETCH if self._one_line else 0) + place, widget, 1 - place)
        height = 0 if self._one_line else self._original.sizeHint().height()
        self._strut.changeSize(0, height)
        self._second.invalidate()

    def set_words(self, title: str, subtitle: str) -> None:
        """Name the source and say what is shown of it."""
        self._title.setText(title)
        self._place = subtitle
        self.setAccessibleName(f"{title}, {subtitle}")
        for button in (self._previous, self._next, self._state, self._menu):
            button.setAccessibleName(f"{button.toolTip()}, {title}")
        self._original.setAccessibleName(f"{self._original.text()}, {title}")

    def set_role(self, words: str) -> None:
        """Say what the column is doing, as "leads"; a follower says nothing."""
        self._subtitle.setText(" · ".join(w for w in (self._place, words) if w))

    def set_steps(self, at: int, count: int) -> None:
        """Enable stepping where the event has several passages here; `at` counts from 1."""
        self._at, self._count = at, count
        self._previous.setEnabled(at > 1)
        self._next.setEnabled(at < count)
        self._show_steps()

    def _show_steps(self) -> None:
        """Show the count whole or not at all: a number cut short would be another number."""
        several = self._count > 1
        words = self.tr("{at} of {count}").format(at=self._at, count=self._count)
        self._steps.setText(words if self._count and not self._narrow else "")
        self._previous.setVisible(several and not self._narrow)
        self._next.setVisible(several and not self._narrow)

    def set_held(self, name: str) -> None:
        """Show that the column is held, by the icon of that name; empty for one that follows."""
        self._state.setVisible(bool(name))
        if name:
            from desktop.icons import icon

            self._state.setProperty("icon_name", name)
            self._state.setIcon(icon(name, self._theme))

    def set_notes(self, words: str) -> None:
        """Show that there are notes on the source, and how they begin; empty for none."""
        self._notes.setVisible(bool(words))
        self._notes.setToolTip(plain_tooltip(words))
        self._notes.setAccessibleName(f"{words}, {self._title.text()}")

    def set_original_missing(self, missing: bool) -> None:
        """Offer to add the original where the source's own is not held."""
        self._original.setVisible(missing)

    def set_theme(self, theme: Theme, style: SourceStyle) -> None:
        """Take other colours and fonts."""
        self._theme, self._style = theme, style
        bold = interface_font(theme)
        bold.setWeight(bold.Weight.DemiBold)
        self._title.setFont(bold)
        small = interface_font(theme, SECONDARY_PIXELS)
        for label in (self._subtitle, self._steps):
            label.setFont(small)
            colours = label.palette()
            colours.setColor(label.foregroundRole(), theme.muted)
            label.setPalette(colours)
        if self._icons_drawn:
            self.draw_icons()
        self.update()

    def draw_icons(self) -> None:
        """Draw the icons of the buttons: after the text, which stays where it is."""
        from desktop.icons import icon

        self._icons_drawn = True
        for button in (self._previous, self._next, self._state, self._notes, self._menu):
            name = str(button.property("icon_name"))
            button.setIcon(icon(name, self._theme, self._theme.muted))

    def _go_back(self) -> None:
        self.step_requested.emit(-1)

    def _go_on(self) -> None:
        self.step_requested.emit(1)

    def _ask_original(self) -> None:
        self.add_original_requested.emit()

    def _ask_notes(self) -> None:
        self.notes_requested.emit()

    def _ask_menu(self) -> None:
        self.menu_requested.emit(self._menu)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, the source's rule on top, a hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.paper)
        paint_rule(painter, QRectF(0, 0, self.width(), RULE), self._style)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.hairline)
