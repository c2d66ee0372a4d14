"""The marks of the lenses in one column, worked out passage by passage in spare moments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop.lenses.finder import Finder
from desktop.lenses.lens import STYLES, Lens, Seen
from desktop.lenses.slices import slices
from desktop.reading.column import Column
from desktop.reading.decoration import Mark

BUDGET: Final = 0.006
"""Seconds of work before the window gets a turn."""
AHEAD: Final = 6
"""Passages looked at above and below those in sight."""


class LensMarks(QObject):
    """Asked for marks it does not have yet, it gives none and has them a moment later."""

    def __init__(self, column: Column) -> None:
        super().__init__(column)
        self._column = column
        self._finder: Finder | None = None
        self._lenses: tuple[Lens, ...] = ()
        self._edition = -1
        self._seen: dict[tuple[int, Lens], list[Seen]] = {}
        self._marks: dict[int, list[Mark]] = {}
        self._wanted: dict[int, None] = {}
        self._looking: Iterator[bool] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        column.marks.add(self.marks)

    def show(self, finder: Finder | None, lenses: tuple[Lens, ...]) -> None:
        """Mark by these lenses; what was seen is kept as long as the finder is the same."""
        if finder is not self._finder:
            self._seen.clear()
        self._finder, self._lenses = finder, lenses
        self._marks.clear()
        self._looking = None
        self._column.marks.repaint()

    def marks(self, passage: int) -> Sequence[Mark]:
        """The marks in a passage as far as they are known."""
        if not self._lenses or self._column.shown is None:
            return ()
        self._follow_edition()
        known = self._marks.get(passage)
        if known is None:
            self._wanted[passage] = None
            if not self._timer.isActive():
                self._timer.start()
            return ()
        return known

    def seen_in(self, passage: int) -> list[Seen]:
        """What the lenses see in a passage; the offsets count from its start."""
        return [s for lens in self._lenses for s in self._seen.get((passage, lens), ())]

    def _follow_edition(self) -> None:
        shown = self._column.shown
        edition = shown.edition.id if shown is not None else -1
        if edition != self._edition:
            self._edition = edition
            self._seen.clear()
            self._marks.clear()
            self._wanted.clear()
            self._looking = None

    def _work(self) -> None:
        """Look at what is wanted, the passages in sight first, then at their neighbours."""
        until = perf_counter() + BUDGET
        changed = False
        while perf_counter() < until:
            if self._looking is None:
                passage = self._next()
                if passage is None:
                    self._timer.stop()
                    break
                self._looking = self._look_at(passage)
            found = next(self._looking, None)
            if found is None:
                self._looking = None
            changed = bool(found) or changed
        if changed:
            self._column.marks.repaint()

    def _next(self) -> int | None:
        shown = self._column.shown
        if shown is None or self._finder is None or not self._lenses:
            return None
        while self._wanted:
            passage = next(iter(self._wanted))
            del self._wanted[passage]
            if passage not in self._marks and passage < len(shown.text):
                return passage
        visible = self._column.pane.visible_passages()
        if not visible:
            return None
        near = range(max(0, visible[0] - AHEAD), min(len(shown.text), visible[-1] + AHEAD + 1))
        return next((p for p in near if p not in self._marks), None)

    def _look_at(self, passage: int) -> Iterator[bool]:
        """Look slice by slice; yields after each whether there is something new to be drawn."""
        assert self._column.shown is not None and self._finder is not None
        text, finder = self._column.shown.text, self._finder
        start, words = text.starts[passage], text.passage_text(passage)
        marks = []
        for lens in self._lenses:
            key = (passage, lens)
            if key not in self._seen:
                seen: list[Seen] = []
                for begin, end in slices(words):
                    found = finder.find(words[begin:end], lens)
                    seen += [s._replace(start=begin + s.start, end=begin + s.end) for s in found]
                    yield False
                self._seen[key] = seen
            marks += [Mark(start + s.start, start + s.end, STYLES[lens]) for s in self._seen[key]]
        self._marks[passage] = marks
        yield bool(marks)
