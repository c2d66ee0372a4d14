"""The handles of one column: shown where pointer or caret are in words that can be moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop.reading.column import Column
from desktop.reading.decoration import Mark, MarkStyle
from desktop.reading.flow import TEXT
from desktop.recording.anchor_ends import End, Target, nearest
from desktop.recording.handle import Handle

if TYPE_CHECKING:
    from desktop.recording.anchor_moving import AnchorMoving

SHOW_AFTER: Final = 350
HIDE_AFTER: Final = 500
"""Milliseconds: handles neither follow every movement of the mouse nor slip away."""


class ColumnHandles(QObject):
    """The two handles of one column and what they stand at."""

    def __init__(self, moving: AnchorMoving, column: Column) -> None:
        super().__init__(column)
        self._moving, self._column = moving, column
        self._target: Target | None = None
        self._dragged: Target | None = None
        self._over: Target | None = None
        viewport = column.pane.viewport()
        self.handles = {end: Handle(end, viewport) for end in End}
        for handle in self.handles.values():
            handle.dragged.connect(self._drag)
            handle.dropped.connect(self._drop)
            handle.entered.connect(self._stay)
            handle.left.connect(self._wait)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show_wanted)
        viewport.installEventFilter(self)
        column.pane.installEventFilter(self)
        column.pane.place_changed.connect(self._place)
        column.pane.selection_changed.connect(self._place)
        column.marks.add(self._marks)

    def refresh(self) -> None:
        """Look anew: event or anchors are others."""
        self._target = self._dragged = self._over = None
        self._place()

    def keep(self, target: Target) -> None:
        """Stay at words whose ends were moved by keys."""
        self._target = self._known(target)
        self._place()

    def target_by_key(self) -> Target | None:
        """The words that keys move the ends of."""
        caret = self._column.pane.caret
        if self._target is not None:
            return self._target
        if caret.shown and caret.spot.side == TEXT:
            return self._moving.target_at(self._column, caret.spot.offset)
        return None

    def _known(self, target: Target) -> Target | None:
        known = self._moving.targets(self._column)
        return next((t for t in known if t.anchor_id == target.anchor_id), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice where pointer and caret are."""
        kind = event.type()
        if watched is self._column.pane:
            return isinstance(event, QKeyEvent) and self._key(event)
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if not event.buttons():
                self._hover(event.position())
        elif kind == QEvent.Type.MouseButtonPress:
            self._timer.stop()
            self._target = self._over = None
            self._place()
        elif kind == QEvent.Type.Leave:
            self._over = None
            self._wait()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            if self._dragged is not None:
                self._dragged = None
                self._place()
                return True
        elif event.type() == QEvent.Type.KeyRelease and self._column.pane.caret_mode:
            spot = self._column.pane.caret.spot
            found = self._moving.target_at(self._column, spot.offset)
            if found != self._target:
                self._target = found
                self._place()
        return False

    def _hover(self, point: QPointF) -> None:
        pane = self._column.pane
        spot = pane.caret.spot_at(point.x(), point.y(), TEXT)
        found = self._moving.target_at(self._column, spot.offset) if spot is not None else None
        if found is not None and not any(
            box.contains(point.toPoint()) for box in pane.span_rects(found.start, found.end)
        ):
            found = None
        if found != self._over:
            self._over = found
            self._wait()

    def _wait(self) -> None:
        if self._dragged is None:
            self._timer.start(SHOW_AFTER if self._over is not None else HIDE_AFTER)

    def _stay(self) -> None:
        self._over = self._target
        self._timer.stop()

    def _show_wanted(self) -> None:
        if self._dragged is None and self._target != self._over:
            self._target = self._over
            self._place()

    def _place(self) -> None:
        """Put the handles where their words begin and end, as far as that is in sight."""
        target = self._dragged or self._target
        theme = self._column.pane.painter.theme
        for end, handle in self.handles.items():
            boxes = []
            if target is not None:
                at = target.start if end is End.START else target.end - 1
                boxes = self._column.pane.span_rects(at, at + 1)
            if boxes and self._column.pane.viewport().rect().intersects(boxes[0]):
                on_left = (end is End.START) != self._runs_left(at)
                x = boxes[0].left() if on_left else boxes[-1].right() + 1
                handle.place(x, boxes[0].top(), boxes[0].height(), theme.accent)
            elif self._dragged is None:
                handle.hide()
        self._column.marks.repaint()

    def _runs_left(self, at: int) -> bool:
        """Whether the letter at an offset belongs to a script written from right to left."""
        shown = self._column.shown
        text = shown.text.text if shown is not None else ""
        return at < len(text) and bidirectional(text[at]) in ("R", "AL")

    def _drag(self, end: End, at: QPoint, letters: bool) -> None:
        shown, pane = self._column.shown, self._column.pane
        if self._target is None or shown is None:
            return
        point = pane.viewport().mapFromGlobal(at)
        spot = pane.caret.spot_at(point.x(), point.y(), TEXT)
        if spot is not None:
            start = self._dragged or self._target
            text = shown.text.text
            self._dragged = nearest(text, start, end, spot.offset, letters=letters)
            self._place()

    def _drop(self, end: End) -> None:
        before, after = self._target, self._dragged
        self._dragged = None
        if before is not None and after is not None and self._moving.move(before, after):
            self.keep(after)
        else:
            self._place()

    def _marks(self, passage: int) -> Sequence[Mark]:
        """While it is dragged, the frame of the words as they would be."""
        target, shown = self._dragged, self._column.shown
        if target is None or shown is None or shown.text.starts[passage] != target.first:
            return ()
        return (Mark(target.start, target.end, MarkStyle.PENDING),)
