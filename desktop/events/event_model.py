"""The event list as a model for Qt's views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.events.event_rows import EventRow
from desktop.theme import Presence
from desktop.widgets.plain import plain_tooltip

ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class EventModel(QAbstractListModel):
    """Rows of events under heads; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[EventRow] = ()
        self._row_of: dict[int, int] = {}
        self._letters: Sequence[str] = ()
        self.signs: Callable[[int], str] = _no_signs
        """Gives in words what the signs beside an event (its id) mean."""

    def set_rows(self, rows: Sequence[EventRow], letters: Sequence[str]) -> None:
        """Show other rows; `letters` are the sources' letters in the order of the dots."""
        self.beginResetModel()
        self._rows, self._letters = rows, letters
        self._row_of = {row.event: number for number, row in enumerate(rows) if row.event}
        self.endResetModel()

    def row_of(self, event: int | None) -> int:
        """The row of an event, -1 where it is not shown."""
        return self._row_of.get(event or 0, -1)

    def event_at(self, index: Index) -> int:
        """The event of a row, 0 for a head."""
        return self._rows[index.row()].event if index.isValid() else 0

    def events(self) -> list[int]:
        """The events shown, in order."""
        return [row.event for row in self._rows if row.event]

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """A row's words, for eyes and for screen readers."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.ToolTipRole and row.event:
            return plain_tooltip("\n".join(filter(None, self._told(row))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if not row.event:
                return row.title
            title, _, presence, signs = self._told(row)
            named = ", ".join(filter(None, (title, row.spoken_when)))
            told = (named, presence, signs.replace("\n", ". "))
            return ". ".join(filter(None, told))
        return None

    def _told(self, row: EventRow) -> tuple[str, str, str, str]:
        return row.title, row.when, self._presence_words(row), self.signs(row.event)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Events can be chosen, heads cannot."""
        if not index.isValid() or not self._rows[index.row()].event:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _presence_words(self, row: EventRow) -> str:
        words = {
            Presence.SPEAKS: self.tr("{letter} speaks of it"),
            Presence.SILENT: self.tr("{letter} is silent"),
            Presence.NOT_LOOKED: self.tr("{letter} not looked at"),
        }
        pairs = zip(self._letters, row.presence, strict=False)
        return ", ".join(words[p].format(letter=letter) for letter, p in pairs)


def _no_signs(event: int) -> str:
    return ""
