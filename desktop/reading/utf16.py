"""Code points counted by the corpus against UTF-16 units counted by Qt."""

from __future__ import annotations

from bisect import bisect_left


class Units:
    """Translates positions in one short text between code points and UTF-16 units."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        self._points: list[int] = []
        if len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text):
            self._points = [i for i, character in enumerate(text) if character > "\uffff"]
        self._units = [point + count for count, point in enumerate(self._points)]

    def unit(self, point: int) -> int:
        """Return the UTF-16 position of a code point offset."""
        return point + bisect_left(self._points, point) if self._points else point

    def point(self, unit: int) -> int:
        """Return the code point offset of a UTF-16 position; inside a pair, that of the pair."""
        return unit - bisect_left(self._units, unit) if self._units else unit


ONE_FOR_ONE = Units("")
"""For text in which every code point is one unit."""
