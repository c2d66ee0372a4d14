"""The matrix as a model: events and aspects down, sources across."""

from __future__ import annotations

from PySide6.QtCore import QObject

from db.comparing.comparison import ComparisonRow
from db.records import Aspect, Silence, Source
from desktop.comparing.compared import Compared
from desktop.comparing.grid_model import ROOT, Cell, GridModel, Index
from desktop.comparing.lines import Badge, Leads, Target
from desktop.comparing.matrix_rows import MatrixRow, event_of
from desktop.comparing.relating import reasons
from desktop.comparing.saying_lines import SayingLines
from desktop.comparing.sayings import sayings
from desktop.comparing.wording import silence_of


class MatrixModel(GridModel):
    """Rows of a filter; every cell is worked out when it is first drawn or read aloud."""

    def __init__(self, compared: Compared, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared = compared
        self.rows: list[MatrixRow] = []
        self.scope: str | None = None
        self._lines = SayingLines(compared)

    def set_rows(self, rows: list[MatrixRow], scope: str | None = None) -> None:
        """Show other rows; claims of other scopes than one given are left out."""
        self.beginResetModel()
        self.rows = rows
        self.sources = self.compared.session.sources
        self.scope = scope
        self.forget_cells()
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

    def row_of(self, event_id: int, aspect_id: int = 0) -> int:
        """The place of an event's head, or of one of its aspects; -1 where it is not shown."""
        for at, row in enumerate(self.rows):
            if event_of(row) != event_id:
                continue
            if not aspect_id or (not isinstance(row, int) and row.aspect_id == aspect_id):
                return at
        return -1

    def _aspect(self, row: ComparisonRow) -> Aspect:
        return self.compared.aspects[row.aspect_id]

    def is_head(self, at: int) -> bool:
        """Whether a row is the head of an event."""
        return isinstance(self.rows[at], int)

    def is_gone(self, at: int) -> bool:
        """Whether the event of a row, or its aspect, is no longer in the corpus."""
        row, compared = self.rows[at], self.compared
        if event_of(row) not in compared.session.events_by_id:
            return True
        return not isinstance(row, int) and row.aspect_id not in compared.aspects

    def head(self, at: int) -> str:
        """The title of the event a row belongs to."""
        event = self.compared.session.events_by_id.get(event_of(self.rows[at]))
        return event.title if event else ""

    def group(self, at: int) -> int:
        """The event of a row."""
        return event_of(self.rows[at])

    def label(self, at: int) -> tuple[str, Badge | None]:
        """The aspect of a row, and how its claims relate."""
        row = self.rows[at]
        if isinstance(row, int):
            return "", None
        relation = self.compared.tallies.of(row)
        if relation is None:
            return self._aspect(row).title, Badge(None, self.tr("comparing…"))
        badge = Badge(relation.relation, relation.name) if relation.name else None
        return self._aspect(row).title, badge

    def row_tip(self, at: int) -> str:
        """How the claims of a row relate, by which rules and by whose judgement."""
        row = self.rows[at]
        if isinstance(row, int):
            return ""
        tallies = self.compared.tallies
        return reasons(tallies.of(row), tallies.weightiest(row))

    def make(self, at: int, column: int) -> Cell:
        """Work out what a source claims in a row."""
        row, source = self.rows[at], self.sources[column]
        if isinstance(row, int):
            return Cell()
        aspect = self._aspect(row)
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
        does = self.tr("Review why {source} is silent").format(source=source.label)
        target = Target(Leads.SETTLE, (row.event_id, source.id), does)
        spoken = f"{source.label}: {words}"
        return Cell((), kind, words, (target,), spoken, f"{spoken}\n{does}")
