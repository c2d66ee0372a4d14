"""Values in words: units, signs and scripts that a reader must not misread."""

import pytest
from PySide6.QtWidgets import QApplication

from db.records import Aspect, Claim, Time
from desktop.comparing.lines import Role, Run
from desktop.comparing.paragraph import Paragraph
from desktop.comparing.type import Type
from desktop.comparing.wording import value_words
from desktop.theme import theme

OIL = Aspect(1, "oil", "Oil lost", "number", "litres", 1)
DEAD = Aspect(2, "deaths", "Deaths", "number", "people", 2, counts=True)


def claim(least: float | None, most: float | None, unit: str = "", **more: object) -> Claim:
    fields = {"vague": None, "hedge": "stated", "polarity": "affirm", **more}
    return Claim(
        1, "c1", 1, 1, 1, 1, least, most, None, fields["vague"], unit, "", fields["hedge"],
        fields["polarity"], Time(), (), "accepted",
    )  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(
    ("aspect", "made", "words"),
    [
        (OIL, claim(2_000_000, None), "2,000,000 litres or more"),
        (OIL, claim(None, 70.5), "up to 70.5 litres"),
        (OIL, claim(120, 1_250_000), "120–1,250,000 litres"),
        (OIL, claim(3, 3, "barrels"), "3 barrels"),
        (OIL, claim(300, 300, vague="about"), "about 300 litres"),
        (OIL, claim(None, None, vague="сотни"), "“сотни” litres"),
        (OIL, claim(-1.5, -1.5, "°C"), "−1.5 °C"),
        (DEAD, claim(0, 0), "0"),
        (DEAD, claim(71, None), "over 70"),
        (DEAD, claim(None, 9), "under 10"),
        (DEAD, claim(71, None, polarity="deny"), "not: over 70"),
    ],
)
def test_figures_keep_their_unit_beside_the_number(aspect: Aspect, made: Claim, words: str) -> None:
    assert value_words(made, aspect) == words


def test_words_in_arabic_do_not_turn_what_stands_beside_them(qapp: QApplication) -> None:
    runs = (
        Run("أورورا", Role.PLAIN, 0),
        Run("  ×1", Role.SMALL, 1),
        Run("  C.1", Role.LINK, 2),
    )
    shown = Paragraph(runs, Type(theme("light")), 400)
    name, count, address = (shown.rects(target)[0] for target in range(3))
    assert name.left() < count.left() < address.left()
