"""The matrix as a model: events and aspects down, sources across, cells made as they are seen."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from db.comparing.comparison import ComparisonRow
from db.records import Aspect, Silence, Source
from desktop.comparing.compared import Compared
from desktop.comparing.lines import Leads, Line, Target
from desktop.comparing.matrix_rows import MatrixRow
from desktop.comparing.relating import relating
from desktop.comparing.saying_lines import SayingLines
from desktop.comparing.sayings import sayings
from desktop.comparing.wording import silence_of
from desktop.widgets.plain import plain_tooltip

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ROOT = QModelIndex()
MOST_CELLS = 4_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source claims in a row, line by line, or the words of its silence."""

    lines: tuple[Line, ...] = ()
    silence: Silence | None = None
    words: str = ""
    targets: tuple[Target, ...] = field(default=())
    spoken: str = ""
    tooltip: str = ""


class MatrixModel(QAbstractTableModel):
    """Rows of a filter; every cell is worked out when it is first drawn or read aloud."""

    def __init__(self, compared: Compared, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared = compared
        self.rows: list[MatrixRow] = []
        self.sources: list[Source] = []
        self.scope: str | None = None
        self._lines = SayingLines(compared)
        self._cells: OrderedDict[tuple[int, int], Cell] = OrderedDict()

    def set_rows(self, rows: list[MatrixRow], scope: str | None = None) -> None:
        """Show other rows; claims of other scopes than one given are left out."""
        self.beginResetModel()
        self.rows = rows
        self.sources = self.compared.session.sources
        self.scope = scope
        self._cells.clear()
        self.endResetModel()

    def append(self, rows: list[MatrixRow]) -> None:
        """Show more rows below."""
        if rows:
            first = len(self.rows)
            self.beginInsertRows(ROOT, first, first + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Heads and aspects."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """One column a source."""
        return 0 if parent.isValid() else len(self.sources)

    def row_of(self, event_id: int, aspect_id: int = 0) -> int:
        """The place of an event's head, or of one of its aspects; -1 where it is not shown."""
        for at, row in enumerate(self.rows):
            if row.event_id != event_id:
                continue
            if not aspect_id or (row.row is not None and row.row.aspect_id == aspect_id):
                return at
        return -1

    def aspect(self, row: ComparisonRow) -> Aspect:
        """What a row is about."""
        return self.compared.aspects[row.aspect_id]

    def title(self, at: int) -> str:
        """The title of the event a row belongs to."""
        event = self.compared.session.events_by_id.get(self.rows[at].event_id)
        return event.title if event else ""

    def cell(self, at: int, column: int) -> Cell:
        """What a source claims in a row."""
        known = self._cells.get((at, column))
        if known is None:
            row = self.rows[at].row
            known = Cell() if row is None else self._make(row, self.sources[column])
            self._cells[at, column] = known
            if len(self._cells) > MOST_CELLS:
                self._cells.popitem(last=False)
        return known

    def _make(self, row: ComparisonRow, source: Source) -> Cell:
        aspect = self.aspect(row)
        claims = self.compared.claims(row, source.id)
        said = [c for c in claims if self.scope is None or c[0].scope == self.scope]
        if not said:
            return self._silent(row, source, aspect, other_scope=bool(claims))
        by_time = aspect.type == "number"
        lines = tuple(
            self._lines.words(saying, aspect, source, timed=by_time)
            for saying in sayings(said, by_time=by_time)
        )
        targets = tuple(target for line in lines for target in line.targets)
        spoken = ". ".join(line.spoken for line in lines)
        tooltip = "\n".join(line.tooltip for line in lines)
        return Cell(lines, targets=targets, spoken=spoken, tooltip=tooltip)

    def _silent(
        self, row: ComparisonRow, source: Source, aspect: Aspect, *, other_scope: bool
    ) -> Cell:
        if other_scope:
            words = self.tr("another scope only")
            return Cell(words=words, spoken=f"{source.label}: {words}")
        kind = self.compared.known.cell(row, source.id).silence or Silence.NO_FIGURE
        words = silence_of(kind, aspect)
        does = self.tr("Settle why {source} is silent").format(source=source.label)
        target = Target(Leads.SETTLE, (row.event_id, source.id), does)
        spoken = f"{source.label}: {words}"
        return Cell((), kind, words, (target,), spoken, f"{spoken}\n{does}")

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
        row = self.rows[at].row
        if row is None:
            return self.title(at)
        relation = relating(row).name
        parts = (self.title(at), self.aspect(row).title, relation, cell.spoken)
        return ". ".join(p for p in parts if p)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Sources across; aspects down, with why their claims relate as they do."""
        if orientation == Qt.Orientation.Horizontal:
            source = self.sources[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return f"{source.letter} · {source.label}"
            return None
        row = self.rows[section].row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(section) if row is None else self.aspect(row).title
        if role == Qt.ItemDataRole.ToolTipRole and row is not None and row.pairs:
            return plain_tooltip(relating(row).sentence)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are only drawn."""
        if self.rows[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
