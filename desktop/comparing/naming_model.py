"""The naming table as a model: names down, sources across, spellings counted in the cells."""

from __future__ import annotations

from PySide6.QtCore import QObject

from db.comparing.naming import Called
from db.records import Source
from desktop.comparing.compared import Compared
from desktop.comparing.grid_model import ROOT, Cell, GridModel, Index
from desktop.comparing.lines import Badge, Kind, Leads, Line, Role, Run, Target
from desktop.comparing.naming_rows import Counts, NamingRow
from desktop.comparing.saying_lines import SayingLines, not_yet
from desktop.comparing.sayings import sayings
from desktop.comparing.wording import number


class NamingModel(GridModel):
    """What each source calls whom and what."""

    def __init__(self, compared: Compared, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.compared = compared
        self.rows: list[NamingRow] = []
        self.counts: Counts = {}
        self.editions: dict[int, int] = {}
        self._lines = SayingLines(compared)

    def set_rows(self, rows: list[NamingRow], counts: Counts, sources: list[Source]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.counts, self.sources = rows, counts, sources
        self.forget_cells()
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Heads and names."""
        return 0 if parent.isValid() else len(self.rows)

    def is_head(self, at: int) -> bool:
        """Whether a row is the head of a kind."""
        return self.rows[at].is_head

    def is_gone(self, at: int) -> bool:
        """Whether the event or the aspect of a row of claims is no longer in the corpus."""
        row, compared = self.rows[at].row, self.compared
        return row is not None and not (
            row.event_id in compared.session.events_by_id and row.aspect_id in compared.aspects
        )

    def head(self, at: int) -> str:
        """The kind of a row."""
        return self.rows[at].section

    def group(self, at: int) -> int:
        """The event of a row that belongs to one."""
        row = self.rows[at].row
        return row.event_id if row is not None else 0

    def label(self, at: int) -> tuple[str, Badge | None]:
        """A name by its first spelling, or the event of a row of claims."""
        shown = self.rows[at]
        if shown.name is not None:
            first = next(iter(shown.name.spellings), None)
            return (first.text if first else shown.name.key), None
        if shown.row is not None:
            return self.compared.session.events_by_id[shown.row.event_id].title, None
        return "", None

    def row_tip(self, at: int) -> str:
        """Every spelling that was looked for."""
        name = self.rows[at].name
        return ", ".join(s.text for s in name.spellings) if name is not None else ""

    def make(self, at: int, column: int) -> Cell:
        """Work out what a source calls somebody or something."""
        shown, source = self.rows[at], self.sources[column]
        if shown.name is not None:
            found = self.counts.get(source.id, {}).get(shown.name.id, [])
            lines = tuple(self._called(source, called) for called in found)
        elif shown.row is not None:
            aspect = self.compared.aspects[shown.row.aspect_id]
            said = sayings(self.compared.claims(shown.row, source.id))
            lines = tuple(self._lines.words(saying, aspect, source) for saying in said)
        else:
            lines = ()
        if not lines:
            words = self.tr("not named")
            return Cell(words=words, spoken=f"{source.label}: {words}")
        targets = tuple(target for line in lines for target in line.targets)
        spoken = f"{source.label}: {', '.join(line.spoken for line in lines)}"
        return Cell(lines, targets=targets, spoken=spoken, tooltip=spoken)

    def _called(self, source: Source, called: Called) -> Line:
        address = f"{source.letter}.{called.passage}"
        times = self.tr("×{count}").format(count=number(called.count))
        go = self.tr("Go to {address}").format(address=address)
        to = (self.editions[source.id], called.start, called.end)
        late = not_yet() if called.later else ""
        runs = (
            Run(called.spelling, Role.LATER if called.later else Role.PLAIN, 0),
            Run(f"  {times}", Role.MUTED),
            Run(f" · {late}" if late else "", Role.MUTED),
            Run("  ", Role.SMALL),
            Run(address, Role.LINK, 0),
        )
        spoken = ", ".join(w for w in (f"{called.spelling} {times}", late, address) if w)
        target = Target(Leads.PLACE, to, go)
        shown = tuple(run for run in runs if run.text)
        return Line(Kind.SAYING, shown, (target,), spoken=spoken, later=called.later)
