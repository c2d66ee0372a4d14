"""Values in words: units, signs and scripts that a reader must not misread."""

import pytest
from PySide6.QtWidgets import QApplication

from db.comparing.intervals import Interval
from db.comparing.number_ladder import Figure, ladder_axis
from db.records import Aspect, Claim, Time
from desktop.comparing.card_measures import CardMeasures
from desktop.comparing.lines import Kind, Line, Role, Run
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
        (OIL, claim(-5, 6, "°C"), "−5 to 6 °C"),
        (OIL, claim(1234567.25, None), "1,234,567.25 litres or more"),
        (OIL, claim(0.000001, 0.000001), "0.000001 litres"),
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


def test_words_too_wide_for_a_plot_stand_below_it(qapp: QApplication) -> None:
    axis = ladder_axis([Interval(0, 2e9)])
    long = "1,000,000,000–1,500,000,000 kroner and a little more"
    line = Line(Kind.FIGURE, figure=Figure(Interval(1e9, 1.5e9), long, "1 Apr", "F.1"), axis=axis)
    short = Line(Kind.FIGURE, figure=Figure(Interval(3, 3), "3", "1 Apr", "F.1"), axis=axis)
    measures = CardMeasures(Type(theme("light")))
    measures.set_lines([line, short])
    assert measures.own_line(short, 260) == 0
    assert measures.height(line, 260) > measures.height(short, 260)
    assert measures.figure_words(line, 260).width <= measures.inner(260)
