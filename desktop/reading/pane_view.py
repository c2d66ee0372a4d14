"""The picture of a pane: an edition shown at a place, with everything drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.reading.body import PaneBody
from desktop.reading.decoration import MarkProvider, Silence, Span, no_marks
from desktop.reading.flow import TEXT
from desktop.reading.holding import Hold, Holding
from desktop.reading.pane_painter import PanePainter
from desktop.reading.pane_text import PaneText
from desktop.reading.prewarmer import Prewarmer
from desktop.reading.scroller import Scroller
from desktop.reading.thin_scroll_bar import ThinScrollBar
from desktop.theme import SourceStyle, Theme


class PaneView(QAbstractScrollArea):
    """Shows one edition of one source; knows nothing of the reader's input or of the corpus."""

    place_changed = Signal()
    """The text in sight has moved, by whatever cause."""
    relaid = Signal()
    """Heights have changed: width, zoom, theme, rows or the text itself."""

    order_changed = Signal(bool)
    """What stands from top to bottom has changed; true if it is another text altogether."""

    def __init__(self, theme: Theme, style: SourceStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = PaneBody(theme)
        self.scroller = Scroller(self.body)
        self.painter = PanePainter(self.body, theme, style)
        self.prewarmer = Prewarmer(self.painter, self.scroller, self)
        self.bar = ThinScrollBar(theme, self)
        self._holding = Holding(self.body, self.scroller, self.painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Our own: to find out what Qt's is, its Python side would make every class of widget.
        self.setViewport(QWidget(self))
        self.setVerticalScrollBar(self.bar)
        # A bar that comes and goes would change the width of the text while it is read.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.prewarmer.end_measured.connect(self._show_place_on_bar)

    # What is shown

    def set_text(self, text: PaneText, companion: PaneText | None = None) -> None:
        """Show an edition from its first line, a second one interleaved by address if given."""
        self.body.decoration.event = {}
        self.body.decoration.silence = None
        self._holding.forget()
        self.body.set_text(text, companion)
        self.scroller.forget()
        self.scroller.start()
        self._changed()
        self.order_changed.emit(True)

    def set_event(self, spans: Iterable[Span]) -> None:
        """Mark the passages of the current event; nothing is laid out again."""
        self.body.decoration.set_event(spans)
        self.viewport().update()

    def set_marks(self, provider: MarkProvider = no_marks) -> None:
        """Ask another provider for the marks in each passage."""
        self.body.decoration.marks = provider
        self.viewport().update()

    def set_dimmed(self, dimmed: Callable[[int], bool] | None, notice: str = "") -> None:
        """Grey the passages not yet published, with a notice above the first of each run."""
        decoration = self.body.decoration
        if dimmed is None is decoration.dimmed and notice == decoration.notice:
            return
        hold = self._holding.hold()
        decoration.dimmed, decoration.notice = dimmed, notice
        self._measure_again(hold)

    def set_silence(self, silence: Silence | None) -> None:
        """Put a bar of silence between two neighbours, or take it away."""
        if silence == self.body.decoration.silence:
            return
        # Words are kept where they are, not the bar: it is another, or goes away.
        hold = self._holding.hold()._replace(silence=False)
        self.body.decoration.silence = silence
        self._holding.forget()
        self._measure_again(hold)
        self.order_changed.emit(False)

    def set_rows(self, rows: Sequence[Sequence[int]] | None) -> None:
        """Show only the given passages in rows to be aligned across panes; None shows all."""
        passage = self.passage_at_line()
        self._holding.forget()
        self.body.set_rows(rows)
        self.scroller.forget()
        self.scroller.start()
        if rows is None and passage >= 0:
            self.scroller.show_slot(
                self.body.flow.index_of_passage(passage), self.scroller.event_line
            )
        self._changed()
        self.order_changed.emit(False)

    def row_heights(self) -> list[int]:
        """Return the height each row needs at the present width and zoom."""
        rows = self.body.flow.rows
        return [self.body.natural_row_height(r) for r in range(rows[-1] + 1 if len(rows) else 0)]

    def set_row_heights(self, heights: Sequence[int]) -> None:
        """Make every row as high as given, in logical pixels, at least as it needs."""
        self.body.set_row_heights(heights)
        self.scroller.forget()
        self._moved()

    def set_theme(self, theme: Theme, style: SourceStyle) -> None:
        """Take other colours and fonts."""
        hold = self._holding.hold()
        self.painter.theme, self.painter.style = theme, style
        self.bar.set_theme(theme)
        self.body.resize(self.viewport().width(), theme, self._holding.zoom)
        self._keep(hold)

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the type, 1.0 being as designed; the passage at hand stays."""
        if zoom == self._holding.zoom:
            return
        hold = self._holding.hold()
        self._holding.zoom = zoom
        self.body.resize(self.viewport().width(), self.painter.theme, zoom)
        self._keep(hold)

    # What is in sight

    def visible_passages(self) -> list[int]:
        """Return the passages in sight, from top to bottom."""
        slots = self.body.flow.slots
        seen = (slots[index].passage for index, _ in self.scroller.visible())
        return list(dict.fromkeys(passage for passage in seen if passage >= 0))

    def passage_at_line(self) -> int:
        """Return the passage at the event line, or -1."""
        index, _ = self.scroller.slot_at(self.scroller.event_line)
        return self.body.flow.slots[index].passage if index >= 0 else -1

    def span_rects(self, start: int, end: int, side: int = TEXT) -> list[QRect]:
        """Return the boxes of code points as far as they are in sight, in viewport pixels."""
        found = []
        for index, top in self.scroller.visible():
            slot = self.body.flow.slots[index]
            first, last = max(start, slot.start), min(end, slot.end)
            if slot.side != side or first >= last:
                continue
            left, y = self.body.margins.text, top + self.body.head(index)
            boxes = self.body.layout(index).boxes(first - slot.start, last - slot.start)
            found += [box.translated(left, y).toAlignedRect() for box in boxes]
        return found

    def passage_rect(self, passage: int) -> QRect:
        """Return the part of the viewport that a passage takes, the silence bar for -1."""
        found = QRectF()
        for index, top in self.scroller.visible():
            slot = self.body.flow.slots[index]
            if slot.passage == passage and passage >= 0:
                found = found.united(self.painter.event_rect(index, top))
        box, y = self.body.silence_box, self.painter.silence_top(self.scroller.visible())
        if passage < 0 and box is not None and y is not None:
            found = box.rect(y)
        return found.toAlignedRect().intersected(self.viewport().rect())

    def event_rects(self) -> list[QRect]:
        """Return the grounds of the current event's passages in sight, joined where they touch."""
        found: list[QRectF] = []
        for index, top in self.scroller.visible():
            if self.body.flow.slots[index].passage in self.body.decoration.event:
                ground = self.painter.event_rect(index, top)
                if found and ground.top() <= found[-1].bottom() + 1:
                    ground = found.pop().united(ground)
                found.append(ground)
        return [ground.toAlignedRect() for ground in found]

    # Keeping the place

    def _measure_again(self, hold: Hold) -> None:
        self.body.forget_heights()
        self._keep(hold)

    def _keep(self, hold: Hold) -> None:
        self._holding.keep(hold)
        self._changed()

    def _changed(self) -> None:
        self._moved()
        self.relaid.emit()

    def _moved(self) -> None:
        """Show that the place has changed."""
        self._show_place_on_bar()
        self.prewarmer.set_screen(self.viewport().size(), self.devicePixelRatioF())
        self.prewarmer.start()
        self.viewport().update()
        self.place_changed.emit()

    def _show_place_on_bar(self) -> None:
        # A pane that is not in sight yet has another width: its text would be laid out in vain.
        if not self.isVisible():
            return
        total, first = self.body.flow.length, self.scroller.position_at(0)
        page = max(1, int(self.scroller.position_at(self.scroller.height) - first))
        # The end is laid out only when there is time; until then its height is a guess.
        end = self.scroller.end_position(total - page)
        self.bar.show_place(int(first), int(end), page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight, or show the picture of just that."""
        painter = QPainter(self.viewport())
        try:
            slots = list(self.scroller.visible())
            ratio = self.devicePixelRatioF()
            picture = self.prewarmer.pictures.find(slots, self.viewport().size(), ratio)
            if picture is not None:
                painter.drawPixmap(0, 0, picture)
            else:
                self.painter.paint(painter, slots, QRectF(event.rect()))
        finally:
            # A painter kept alive by a traceback would outlive what it paints on.
            painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Show on the bar what was not worth showing before."""
        super().showEvent(event)
        self._show_place_on_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the passage at hand where it is."""
        hold = self._holding.hold()
        size = self.viewport().size()
        self.scroller.set_height(size.height())
        self.body.set_width(size.width())
        self._keep(hold)
