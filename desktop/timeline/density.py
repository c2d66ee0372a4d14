"""A lane with more marks than pixels, as a strip of columns whose height tells how many."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import log1p
from typing import Final

from PySide6.QtGui import QColor, QImage, qRgba

from desktop.timeline.scale import TimeScale
from desktop.timeline.timeline_data import Marks

_MOST_ROWS: Final = 127
_COVERED: Final = 30
"""How opaque, of 255, a pixel is that only uncertain or lasting times cover."""


def counts(times: "array[int]", scale: TimeScale, columns: int) -> list[int]:
    """Return how many of the sorted times lie in each of so many columns of equal width.

    The cost grows with the columns and the logarithm of the times, not with the times.
    """
    edges = _edges(scale, columns)
    below = [bisect_left(times, edge) for edge in edges]
    return [after - before for before, after in pairwise(below)]


def covered(marks: Marks, scale: TimeScale, columns: int) -> list[bool]:
    """Return for each column whether the stretch of some mark runs through it."""
    if not marks.range_starts:
        return [False] * columns
    edges = _edges(scale, columns)
    return [
        bisect_left(marks.range_starts, after) > bisect_left(marks.range_ends, before)
        for before, after in pairwise(edges)
    ]


def _edges(scale: TimeScale, columns: int) -> list[float]:
    width = scale.length / columns
    return [scale.start + index * width for index in range(columns + 1)]


def strip(
    numbers: Sequence[int], cover: Sequence[bool], rows: int, colour: QColor, ratio: float
) -> QImage:
    """Return a strip as an indexed image, one device pixel a column and `rows` high.

    A column of one mark has a third of the height; the fullest in sight has all of it.
    """
    columns, rows = len(numbers), min(rows, _MOST_ROWS)
    # One byte a column says both how high it is and whether it is covered.
    codes = bytes(
        2 * height + covering
        for height, covering in zip(_heights(numbers, rows), cover, strict=True)
    )
    data = bytearray()
    # Each line of an image begins at a multiple of four bytes.
    padding = bytes(-columns % 4)
    for row in range(rows):
        # Columns stand on the middle line and grow to both sides, like the ticks beside them.
        needed = abs(2 * row - rows + 1) + 1
        table = bytes(2 if code // 2 >= needed else code % 2 for code in range(256))
        data += codes.translate(table) + padding
    image = QImage(bytes(data), columns, rows, QImage.Format.Format_Indexed8).copy()
    red, green, blue = colour.red(), colour.green(), colour.blue()
    image.setColorTable([0, qRgba(red, green, blue, _COVERED), qRgba(red, green, blue, 255)])
    image.setDevicePixelRatio(ratio)
    return image


def _heights(numbers: Sequence[int], rows: int) -> bytes:
    most = max(numbers, default=0)
    if most == 0:
        return bytes(len(numbers))
    least = max(1, rows // 3)
    scale = (rows - least) / log1p(most - 1) if most > 1 else 0.0
    return bytes(
        0 if number == 0 else round(least + scale * log1p(number - 1)) for number in numbers
    )
