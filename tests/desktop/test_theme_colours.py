"""Colours measured: contrast against every ground, and distance under colour-vision deficiency.

Contrast: WCAG 2.2, relative luminance. Deficiencies: Machado, Oliveira and Fernandes, "A
physiologically-based model for simulation of color vision deficiency" (2009), severity 1.0,
applied to linear RGB. Distance: CIEDE2000 as in Sharma, Wu and Dalal (2005), D65.
"""

import math
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from desktop.theme import NAMES, Theme, theme

Triple = tuple[float, float, float]

VISION: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: QColor) -> Triple:
    def one(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return one(colour.redF()), one(colour.greenF()), one(colour.blueF())


def contrast(first: QColor, second: QColor) -> float:
    def luminance(colour: QColor) -> float:
        red, green, blue = linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def lab(colour: QColor, vision: str) -> Triple:
    seen = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, seen, strict=True))))
        for row in VISION[vision]
    )
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883

    def root(t: float) -> float:
        return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116

    return 116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))


def ciede2000(first: Triple, second: Triple) -> float:
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    grey = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = math.hypot(a1 * grey, b1), math.hypot(a2 * grey, b2)
    h1 = math.degrees(math.atan2(b1, a1 * grey)) % 360
    h2 = math.degrees(math.atan2(b2, a2 * grey)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    middle_l, middle_c, middle_h = (l1 + l2) / 2, (c1 + c2) / 2, _mean_hue(h1, h2, c1 * c2)
    t = (
        1
        - 0.17 * math.cos(math.radians(middle_h - 30))
        + 0.24 * math.cos(math.radians(2 * middle_h))
        + 0.32 * math.cos(math.radians(3 * middle_h + 6))
        - 0.20 * math.cos(math.radians(4 * middle_h - 63))
    )
    lightness = (l2 - l1) / (
        1 + 0.015 * (middle_l - 50) ** 2 / math.sqrt(20 + (middle_l - 50) ** 2)
    )
    chroma = (c2 - c1) / (1 + 0.045 * middle_c)
    hue /= 1 + 0.015 * middle_c * t
    twist = 60 * math.exp(-(((middle_h - 275) / 25) ** 2))
    rotation = -2 * math.sqrt(middle_c**7 / (middle_c**7 + 25**7)) * math.sin(math.radians(twist))
    return math.sqrt(lightness**2 + chroma**2 + hue**2 + rotation * chroma * hue)


def _mean_hue(h1: float, h2: float, chromatic: float) -> float:
    if chromatic == 0:
        return h1 + h2
    if abs(h1 - h2) <= 180:
        return (h1 + h2) / 2
    return (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2


@pytest.fixture(params=NAMES)
def shown(request: pytest.FixtureRequest) -> Theme:
    return theme(request.param)


def text_floor(shown: Theme) -> float:
    return 7.0 if shown.contrast else 4.5


def test_the_measure_agrees_with_the_published_pairs() -> None:
    # Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 17, 25 and 33.
    pairs = [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ]
    for first, second, distance in pairs:
        assert ciede2000(first, second) == pytest.approx(distance, abs=1e-4)
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)


def test_text_can_be_read_on_every_ground(shown: Theme) -> None:
    for ground in (shown.paper, shown.panel, shown.selection, shown.hover):
        assert contrast(shown.ink, ground) >= 7
        assert contrast(shown.muted, ground) >= 4.5
    assert contrast(shown.ink, shown.accent_tint) >= 7
    for style in shown.sources:
        assert contrast(shown.ink, style.tint) >= 7
        assert contrast(shown.muted, style.tint) >= 4.5
    assert contrast(shown.on_accent, shown.accent) >= text_floor(shown)


def test_source_colours_can_be_read_as_text(shown: Theme) -> None:
    for style in shown.sources:
        assert contrast(style.colour, shown.paper) >= text_floor(shown), style.letter
        assert contrast(style.colour, shown.panel) >= text_floor(shown), style.letter
        assert contrast(style.colour, style.tint) >= 4.5, style.letter
        assert contrast(style.colour, shown.selection) >= 3, style.letter


def test_disagreement_and_the_readers_place_can_be_seen(shown: Theme) -> None:
    assert contrast(shown.disagreement, shown.disagreement_tint) >= 4.5
    assert contrast(shown.disagreement, shown.paper) >= 4.5
    for ground in (shown.paper, shown.panel, shown.selection):
        assert contrast(shown.accent, ground) >= 4.5


@pytest.mark.parametrize("vision", VISION)
def test_no_two_sources_look_alike(shown: Theme, vision: str) -> None:
    # A just noticeable difference is about 1; 7 can be told apart at a glance in a thin bar.
    floor = 18.0 if vision == "normal" else 7.0
    for first, second in combinations(shown.sources, 2):
        apart = ciede2000(lab(first.colour, vision), lab(second.colour, vision))
        assert apart >= floor, f"{first.letter} and {second.letter}: {apart:.1f}"


def test_no_source_is_taken_for_a_disagreement_or_the_readers_place(shown: Theme) -> None:
    for style in shown.sources:
        for other in (shown.disagreement, shown.accent):
            assert ciede2000(lab(style.colour, "normal"), lab(other, "normal")) >= 6
