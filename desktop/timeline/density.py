"""A lane with more marks than pixels, as a strip of columns whose height tells how many."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import log1p
from operator import sub

from PySide6.QtGui import QColor, QImage

from desktop.timeline.scale import TimeScale
from desktop.timeline.timeline_data import Marks


def counts(times: "array[int]", scale: TimeScale, columns: int) -> list[int]:
    """Return how many of the sorted times lie in each of so many columns of equal width.

    The cost grows with the columns and the logarithm of the times, not with the times.
    """
    edges = _edges(scale, columns)
    below = [bisect_left(times, edge) for edge in edges]
    return [after - before for before, after in pairwise(below)]


def covering(marks: Marks, scale: TimeScale, columns: int) -> list[int]:
    """Return how many stretches run through each of so many columns."""
    if not marks.range_starts:
        return [0] * columns
    edges = _edges(scale, columns)
    begun = [bisect_left(marks.range_starts, edge) for edge in edges[1:]]
    over = [bisect_left(marks.range_ends, edge) for edge in edges[:-1]]
    return list(map(sub, begun, over))


def _edges(scale: TimeScale, columns: int) -> list[float]:
    width = scale.length / columns
    return [scale.start + index * width for index in range(columns + 1)]


def strip(numbers: Sequence[int], rows: int, colour: QColor, ratio: float) -> QImage:
    """Return a strip as an indexed image, one device pixel a column and `rows` high.

    A column of one mark has a third of the height; the fullest in sight has all of it.
    """
    columns, rows = len(numbers), min(rows, 255)
    heights = _heights(numbers, rows)
    data = bytearray()
    # Each line of an image begins at a multiple of four bytes.
    padding = bytes(-columns % 4)
    for row in range(rows):
        # Columns stand on the middle line and grow to both sides, like the ticks beside them.
        needed = abs(2 * row - rows + 1) + 1
        data += heights.translate(bytes(height >= needed for height in range(256))) + padding
    image = QImage(bytes(data), columns, rows, QImage.Format.Format_Indexed8).copy()
    image.setColorTable([0, colour.rgba()])
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
