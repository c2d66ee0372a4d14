"""The passages of a pane laid out at one width, theme and zoom, as far as they are needed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

from desktop.reading import flow as flows
from desktop.reading.decoration import Decoration
from desktop.reading.flow import COMPANION, NOTHING, TEXT, Flow, Slot
from desktop.reading.pane_text import EMPTY_TEXT, PaneText, PassageKind
from desktop.reading.passage_layout import LineOptions, PassageLayout
from desktop.reading.silence_box import SilenceBox
from desktop.reading.typography import BlockStyle, Margins, Typography, margins, typography
from desktop.theme import Theme

KEPT_LAYOUTS = 200


class Measured(NamedTuple):
    """A slot, and from its top down: where its lines begin and end, and where it ends itself."""

    slot: Slot
    head: int
    end: int
    height: int


class LaidOut:
    """Lays out slots when they are asked for and keeps the last few hundred.

    revision changes with everything that may make the same place look otherwise: text, width,
    theme, zoom, rows, and what stands between the passages.
    """

    def __init__(self, theme: Theme) -> None:
        self.text = EMPTY_TEXT
        self.companion: PaneText | None = None
        self.flow: Flow = flows.passage_flow(EMPTY_TEXT)
        self.decoration = Decoration()
        self.typography: Typography = typography(theme, 1.0)
        self.margins: Margins = margins(self.typography, 400, "")
        self.silence_box: SilenceBox | None = None
        self._width = 400
        self.row_heights: Sequence[int] = ()
        self._options = LineOptions()
        self._layouts: OrderedDict[int, PassageLayout] = OrderedDict()
        self.measured: dict[int, Measured] = {}
        self.revision = 0

    def set_text(self, text: PaneText, companion: PaneText | None) -> None:
        """Show an edition, with the passages of a second one under its own where given."""
        self.text, self.companion = text, companion
        self._reflow(None)

    def set_rows(self, rows: Sequence[Sequence[int]] | None) -> None:
        """Show only the passages given, in rows; None shows all again."""
        self.row_heights = ()
        self._reflow(rows)

    def _reflow(self, rows: Sequence[Sequence[int]] | None) -> None:
        if rows is not None:
            self.flow = flows.row_flow(self.text, rows)
        elif self.companion is not None:
            self.flow = flows.interleaved_flow(self.text, self.companion)
        else:
            self.flow = flows.passage_flow(self.text)
        self._place_margins()

    def set_row_heights(self, heights: Sequence[int]) -> None:
        """Make every row as high as the highest of its neighbours."""
        self.row_heights = heights
        self._forget_measures()

    def resize(self, width: int, theme: Theme, zoom: float) -> None:
        """Take a new width, theme or zoom; only what was laid out is forgotten."""
        self._width = width
        self.typography = typography(theme, zoom)
        self._place_margins()

    def set_width(self, width: int) -> bool:
        """Take a new width and return whether lines may break elsewhere now."""
        before, self._width = self.margins, width
        now = self._margins()
        if now == before:
            return False
        self._place_margins()
        return True

    def _margins(self) -> Margins:
        longest = self.text.addresses[-1] if len(self.text) else ""
        return margins(self.typography, self._width, longest)

    def _place_margins(self) -> None:
        self.margins = self._margins()
        self._layouts.clear()
        self.forget_heights()

    def forget_heights(self) -> None:
        """Measure slots anew: a notice, a silence or a row has come or gone."""
        self._forget_measures()
        silence = self.decoration.silence
        self.silence_box = None
        if silence is not None:
            self.silence_box = SilenceBox(silence, self.typography, self.margins)

    def _forget_measures(self) -> None:
        self.measured.clear()
        self.revision += 1

    def slot_text(self, slot: Slot) -> str:
        """Return the words of a slot."""
        return self.edition(slot.side).text[slot.start : slot.end]

    def edition(self, side: int) -> PaneText:
        """Return the edition of one side."""
        return self.companion if side == COMPANION and self.companion is not None else self.text

    def style(self, slot: Slot) -> BlockStyle:
        """Return how a slot is set."""
        if slot.side == NOTHING:
            return self.typography.style(TEXT, PassageKind.PARAGRAPH)
        return self.typography.style(slot.side, self.text.kinds[slot.passage])

    def layout(self, index: int) -> PassageLayout:
        """Return a slot laid out, from memory if it was in sight lately."""
        found = self._layouts.get(index)
        if found is not None:
            self._layouts.move_to_end(index)
            return found
        slot = self.flow.slots[index]
        made = PassageLayout(
            self.slot_text(slot), self.style(slot), self.margins.width, self._options
        )
        self._layouts[index] = made
        if len(self._layouts) > KEPT_LAYOUTS:
            self._layouts.popitem(last=False)
        return made

    @property
    def line_height(self) -> int:
        """Return the height of a line of plain text."""
        return self.typography.style(TEXT, PassageKind.PARAGRAPH).line

    def is_laid_out(self, index: int) -> bool:
        """Return whether a slot would be drawn from memory."""
        return index in self._layouts
