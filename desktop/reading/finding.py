"""Finding words in a text that has been folded one character in, one out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.reading.decoration import Mark, MarkStyle
from desktop.reading.flow import LONGEST
from desktop.reading.pane_view import PaneView

MARGIN = 1_000
"""Characters: words may begin in one piece of a passage and end in the next."""


class Hits:
    """Where folded words stand in a folded text, looked up only as far as somebody looks.

    A letter may stand in a megabyte a million times. They are counted without overlaps. Nothing
    is found for words that are empty or all white space.
    """

    def __init__(self, text: str, words: str) -> None:
        self._text, self._words = text, words
        self._count = text.count(words) if words.strip() else 0

    def __len__(self) -> int:
        return self._count

    def between(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield the hits in a stretch of code points, in order and without overlaps."""
        if not self._count:
            return
        length = len(self._words)
        start = self._text.find(self._words, first, last)
        while start >= 0:
            yield start, start + length
            start = self._text.find(self._words, start + length, last)

    def after(self, at: int) -> tuple[int, int]:
        """Return the first hit from a place on, or the first of all where there is none."""
        start = self._text.find(self._words, at)
        return self._hit(start if start >= 0 else self._text.find(self._words))

    def before(self, at: int) -> tuple[int, int]:
        """Return the last hit that ends at a place or above, or the last of all."""
        start = self._text.rfind(self._words, 0, at)
        return self._hit(start if start >= 0 else self._text.rfind(self._words))

    def number(self, start: int) -> int:
        """Return which hit begins at a place, counted from 1."""
        return self._text.count(self._words, 0, start) + 1

    def is_hit(self, start: int, end: int) -> bool:
        """Return whether the words stand just there."""
        return self._text[start:end] == self._words

    def _hit(self, start: int) -> tuple[int, int]:
        return start, start + len(self._words)


class HitMarks:
    """Marks the hits in a passage of a pane; in a very long one those near what is in sight."""

    def __init__(self, pane: PaneView, hits: Hits, current: int) -> None:
        self._pane, self._hits, self._current = pane, hits, current
        self._made: tuple[tuple[int, int], list[Mark]] = ((-1, -1), [])

    def __call__(self, passage: int) -> Sequence[Mark]:
        """Return the marks of a passage; `current` is where the hit the reader is at begins."""
        text = self._pane.body.text
        wanted = text.starts[passage], text.ends[passage]
        if wanted[1] - wanted[0] <= 2 * LONGEST:
            return list(self._marks(*wanted))
        wanted = self._in_sight(passage, wanted)
        if self._made[0] != wanted:
            self._made = wanted, list(self._marks(*wanted))
        return self._made[1]

    def _in_sight(self, passage: int, whole: tuple[int, int]) -> tuple[int, int]:
        body = self._pane.body
        seen = [body.flow.slots[index] for index, _ in self._pane.scroller.visible()]
        own = [slot for slot in seen if slot.passage == passage and not slot.side]
        if not own:
            return whole[0], whole[0]
        return max(whole[0], own[0].start - MARGIN), min(whole[1], own[-1].end + MARGIN)

    def _marks(self, first: int, last: int) -> Iterator[Mark]:
        for start, end in self._hits.between(first, last):
            style = MarkStyle.FOUND_CURRENT if start == self._current else MarkStyle.FOUND
            yield Mark(start, end, style)
