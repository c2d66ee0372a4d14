"""A table of rows under heads, sources across, whose cells are made as they are seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import MutableSequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.records import Silence, Source
from desktop.comparing.lines import Badge, Line, Target
from desktop.widgets.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ROOT = QModelIndex()
MOST_CELLS = 4_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source has in a row, line by line, or the words for its having nothing."""

    lines: tuple[Line, ...] = ()
    silence: Silence | None = None
    words: str = ""
    targets: tuple[Target, ...] = field(default=())
    spoken: str = ""
    tooltip: str = ""


class GridModel(QAbstractTableModel):
    """What grids have in common; a grid says what its rows and cells are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sources: list[Source] = []
        self.rows: MutableSequence[Any] = []
        self._cells: OrderedDict[tuple[int, int], Cell] = OrderedDict()

    # What a grid says of its rows

    def is_head(self, at: int) -> bool:
        """Whether a row is a head."""
        raise NotImplementedError

    def head(self, at: int) -> str:
        """The words of the head a row stands under."""
        raise NotImplementedError

    def group(self, at: int) -> int:
        """What the rows under one head share: the id of an event."""
        raise NotImplementedError

    def label(self, at: int) -> tuple[str, Badge | None]:
        """The name of a row, with a badge below it."""
        raise NotImplementedError

    def row_tip(self, at: int) -> str:
        """What is said of a row's name when the pointer rests on it."""
        return ""

    def make(self, at: int, column: int) -> Cell:
        """Work out a cell."""
        raise NotImplementedError

    def is_gone(self, at: int) -> bool:
        """Whether what a row tells of is no longer in the corpus."""
        raise NotImplementedError

    def drop_gone(self) -> None:
        """Take out what is gone: nobody can say any more what it was called."""
        for at in reversed(range(len(self.rows))):
            if self.is_gone(at):
                self.beginRemoveRows(ROOT, at, at)
                del self.rows[at]
                self.forget_cells()
                self.endRemoveRows()

    # Qt's side

    def cell(self, at: int, column: int) -> Cell:
        """What a source has in a row."""
        known = self._cells.get((at, column))
        if known is None:
            known = self._cells[at, column] = Cell() if self.is_head(at) else self.make(at, column)
            if len(self._cells) > MOST_CELLS:
                self._cells.popitem(last=False)
        return known

    def forget_cells(self) -> None:
        """Work every cell out anew."""
        self._cells.clear()

    def columnCount(self, parent: Index = ROOT) -> int:
        """One column a source."""
        return 0 if parent.isValid() else len(self.sources)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, what is read aloud, its tool tip, or the cell itself."""
        cell = self.cell(index.row(), index.column())
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(line.text for line in cell.lines) or cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), cell)
        if role == Qt.ItemDataRole.ToolTipRole and cell.tooltip:
            return plain_tooltip(cell.tooltip)
        return None

    def _spoken(self, at: int, cell: Cell) -> str:
        if self.is_head(at):
            return self.head(at)
        title, badge = self.label(at)
        parts = (self.head(at), title, badge.words if badge else "", cell.spoken)
        return ". ".join(p for p in parts if p)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Sources across, the names of rows down."""
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            if across:
                source = self.sources[section]
                return f"{source.letter} · {source.label}"
            return self.head(section) if self.is_head(section) else self.label(section)[0]
        if role == Qt.ItemDataRole.ToolTipRole and not across and not self.is_head(section):
            tip = self.row_tip(section)
            return plain_tooltip(tip) if tip else None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are only drawn."""
        if self.is_head(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
