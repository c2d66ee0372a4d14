"""The rows of the command list: a model of `Command` lines, and how one line is drawn."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import SECONDARY_PIXELS, Theme, interface_font
from desktop.widgets.matching import Command
from desktop.widgets.row import paint_row

AnyIndex = QModelIndex | QPersistentModelIndex
COMMAND_ROLE = Qt.ItemDataRole.UserRole
_MARGIN = 12


class CommandListModel(QAbstractListModel):
    """The commands found, nearest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: Sequence[Command] = ()

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Show other commands."""
        self.beginResetModel()
        self._commands = commands
        self.endResetModel()

    def command(self, index: AnyIndex) -> Command | None:
        """Return the command at an index, None where there is none."""
        return self._commands[index.row()] if index.isValid() else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many commands were found."""
        return 0 if parent.isValid() else len(self._commands)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, what a screen reader says, or the command itself."""
        command = self.command(index)
        if command is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return command.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (command.title, command.path, keys_of(command))))
        return command if role == COMMAND_ROLE else None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let every line be walked over; those that cannot be used now are drawn as such."""
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


def keys_of(command: Command) -> str:
    """Return the shortcut as this system writes it."""
    return QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


class CommandDelegate(QStyledItemDelegate):
    """Draws a title and its menu at the left, the shortcut at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return one line's size: the text and some air."""
        return QSize(200, QFontMetrics(interface_font(self._theme)).height() + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw one command."""
        command = index.data(COMMAND_ROLE)
        painter.save()
        paint_row(painter, option, self._theme)
        area = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        taken = self._draw_keys(painter, area, command)
        self._draw_title(painter, area.adjusted(0, 0, -taken - _MARGIN, 0), command)
        painter.restore()

    def _draw_keys(self, painter: QPainter, area: QRect, command: Command) -> int:
        """Draw the shortcut and return its width."""
        painter.setFont(interface_font(self._theme, SECONDARY_PIXELS))
        painter.setPen(self._theme.muted if command.enabled else self._theme.disabled)
        painter.drawText(area, _RIGHT, keys_of(command))
        return painter.fontMetrics().horizontalAdvance(keys_of(command))

    def _draw_title(self, painter: QPainter, area: QRect, command: Command) -> None:
        painter.setFont(interface_font(self._theme))
        painter.setPen(self._theme.ink if command.enabled else self._theme.disabled)
        metrics = painter.fontMetrics()
        title = metrics.elidedText(command.title, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _LEFT, title)
        rest = area.adjusted(metrics.horizontalAdvance(title) + 8, 0, 0, 0)
        painter.setFont(interface_font(self._theme, SECONDARY_PIXELS))
        painter.setPen(self._theme.muted if command.enabled else self._theme.disabled)
        metrics = painter.fontMetrics()
        path = metrics.elidedText(command.path, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, _LEFT, path)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
