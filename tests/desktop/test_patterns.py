"""Patterns must tell sources apart in grey, at the sizes they are used at."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.patterns import paint_bar, paint_dot, paint_rule, paint_silence
from desktop.theme import Presence, SourceStyle, theme

BLACK = QColor("#000000")


def draw(paint: Callable[[QPainter], None], width: int, height: int, ratio: float) -> QImage:
    image = QImage(
        round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def greys(image: QImage) -> list[int]:
    return [
        image.pixelColor(x, y).red() for y in range(image.height()) for x in range(image.width())
    ]


def difference(first: QImage, second: QImage) -> float:
    """Return the mean difference of two grey pictures, 0 to 1."""
    pairs = list(zip(greys(first), greys(second), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs) / 255


def uncoloured() -> list[SourceStyle]:
    return [style._replace(colour=BLACK) for style in theme("light").sources]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [4, 5, 6])
def test_bars_differ_without_colour(width: int, ratio: float) -> None:
    area = QRectF(0, 0, width, 60)
    bars = [draw(lambda p, s=s: paint_bar(p, area, s), width, 60, ratio) for s in uncoloured()]
    for first, second in combinations(bars, 2):
        assert difference(first, second) > 0.15


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_rules_differ_without_colour(ratio: float) -> None:
    area = QRectF(0, 0, 60, 3)
    rules = [draw(lambda p, s=s: paint_rule(p, area, s), 60, 3, ratio) for s in uncoloured()]
    for first, second in combinations(rules, 2):
        assert difference(first, second) > 0.12


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("radius", [4.0, 5.0])
def test_presences_differ_without_colour(radius: float, ratio: float) -> None:
    style = uncoloured()[0]
    dots = [
        draw(lambda p, w=w: paint_dot(p, QPointF(6, 6), radius, style, w), 12, 12, ratio)
        for w in Presence
    ]
    for first, second in combinations(dots, 2):
        assert difference(first, second) > 0.05
    middle = [dot.pixelColor(dot.rect().center()).red() for dot in dots]
    assert middle[0] < 64
    assert middle[1] > 200
    assert middle[2] > 200


def test_a_straight_pattern_has_hard_edges_even_between_pixels() -> None:
    # At 150 % a bar at x = 3 starts between two device pixels; it must not smear over both.
    style = uncoloured()[4]
    image = draw(lambda p: paint_bar(p, QRectF(3, 2, 4, 20), style), 12, 24, 1.5)
    assert set(greys(image)) <= {0, 255}


def test_a_pattern_travels_with_its_bar() -> None:
    style = uncoloured()[1]
    still = draw(lambda p: paint_bar(p, QRectF(0, 0, 4, 30), style), 4, 60, 1)
    moved = draw(lambda p: paint_bar(p, QRectF(0, 17, 4, 30), style), 4, 60, 1)
    assert still.copy(0, 0, 4, 30) == moved.copy(0, 17, 4, 30)


def test_an_empty_bar_paints_nothing() -> None:
    for style in uncoloured():
        image = draw(lambda p, s=style: paint_bar(p, QRectF(2, 2, 0, 10), s), 8, 16, 1)
        assert set(greys(image)) == {255}


def test_silence_is_hatched_between_dashed_edges_and_leaves_words_legible() -> None:
    image = draw(lambda p: paint_silence(p, QRectF(0, 0, 80, 40), theme("light")), 80, 40, 1)
    top = [image.pixelColor(x, 0).red() for x in range(80)]
    assert min(top) < 128 < max(top)
    inside = [image.pixelColor(x, y).red() for x in range(80) for y in range(4, 36)]
    assert min(inside) >= 200
    assert min(inside) < max(inside)
