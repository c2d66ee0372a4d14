"""What stands in a pane and how high: the flow of slots laid out at one width, zoom and theme."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from desktop.reading import flow as flows
from desktop.reading.decoration import Decoration
from desktop.reading.flow import COMPANION, NOTHING, TEXT, Flow, Slot
from desktop.reading.pane_text import EMPTY_TEXT, PaneText, PassageKind
from desktop.reading.passage_layout import PassageLayout, text_option
from desktop.reading.silence_box import SilenceBox
from desktop.reading.typography import BlockStyle, Margins, Typography, margins, typography
from desktop.theme import Theme

KEPT_LAYOUTS = 300
EMPTY_ROW = 64
ROW_GAP = 28


class PaneBody:
    """Lays out slots when they are asked for and keeps the last few hundred.

    A slot is, from top to bottom: its head (a notice, a label or a silence bar above the first
    passage), the lines, and its tail (a silence bar, the room a row still needs, the gap to the
    next slot). All heights are whole logical pixels.
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
        self._row_heights: Sequence[int] = ()
        self._option = text_option()
        self._layouts: OrderedDict[int, PassageLayout] = OrderedDict()
        self._heights: dict[int, int] = {}

    def set_text(self, text: PaneText, companion: PaneText | None) -> None:
        """Show an edition, with the passages of a second one under its own where given."""
        self.text, self.companion = text, companion
        self._reflow(None)

    def set_rows(self, rows: Sequence[Sequence[int]] | None) -> None:
        """Show only the passages given, in rows; None shows all again."""
        self._row_heights = ()
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
        self._row_heights = heights
        self._heights.clear()

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
        self._heights.clear()
        silence = self.decoration.silence
        self.silence_box = None
        if silence is not None:
            self.silence_box = SilenceBox(silence, self.typography, self.margins)

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
            self.slot_text(slot), self.style(slot), self.margins.width, self._option
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

    def height(self, index: int) -> int:
        """Return the height of a slot with its head and tail."""
        found = self._heights.get(index)
        if found is None:
            found = self.tail_top(index) + self._tail(index)
            self._heights[index] = found
        return found

    def head(self, index: int) -> int:
        """Return the space above a slot's lines."""
        slot = self.flow.slots[index]
        if slot.side == NOTHING or not slot.opens:
            return 0
        line = self.typography.label_line
        if slot.side == COMPANION:
            return line
        above = line + self.notice_gap if self.decoration.has_notice(slot.passage) else 0
        if index == 0 and self.silence_after(-1):
            above += self.silence_room
        return above

    def tail_top(self, index: int) -> int:
        """Return the y, from the slot's top, where its lines end."""
        if self.flow.slots[index].side == NOTHING:
            return max(EMPTY_ROW, self.silence_box.height if self.silence_box else 0)
        return self.head(index) + self.layout(index).height

    def _tail(self, index: int) -> int:
        below = self.gap(index)
        if self.ends_passage(index) and self.silence_after(self.flow.slots[index].passage):
            below += self.silence_room
        if self._row_heights and self._ends_row(index):
            row = self.flow.rows[index]
            below += max(0, self._row_heights[row] - self.natural_row_height(row))
        return below

    def gap(self, index: int) -> int:
        """Return the space between a slot and the next."""
        following = index + 1
        if following == len(self.flow):
            return 0
        if self._ends_row(index):
            return ROW_GAP
        slot = self.flow.slots[following]
        return self.style(slot).gap if slot.opens else 0

    def ends_passage(self, index: int) -> bool:
        """Return whether a slot is the last of its passage, a companion's slots included."""
        following = index + 1
        if following == len(self.flow):
            return True
        return self.flow.slots[following].passage != self.flow.slots[index].passage

    def silence_after(self, passage: int) -> bool:
        """Return whether the silence bar stands below a passage; -1: above the first."""
        silence = self.decoration.silence
        return silence is not None and silence.after_passage == passage and not self.flow.rows

    @property
    def silence_room(self) -> int:
        """Return the height that the silence bar takes with the gap to its neighbour."""
        box = self.silence_box
        return box.height + self.typography.style(TEXT, PassageKind.PARAGRAPH).gap if box else 0

    @property
    def notice_gap(self) -> int:
        """Return the space between a notice and the passage below it."""
        return self.typography.label_line // 3

    def _ends_row(self, index: int) -> bool:
        rows = self.flow.rows
        return bool(rows) and (index + 1 == len(rows) or rows[index + 1] != rows[index])

    def natural_row_height(self, row: int) -> int:
        """Return what a row's own passages need, the gap to the next row left out."""
        slots = self.flow.row_slots(row)
        inner = sum(self.gap(index) for index in slots[:-1])
        return inner + sum(self.tail_top(index) for index in slots)
