"""Ladders on pages: whole labels, one axis, low strips, and words for those who do not see them."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from db.comparing.intervals import Interval
from db.comparing.ladder_legend import Sign
from db.comparing.number_ladder import Figure, Manner, NumberLadder, Rung, ladder_axis
from db.sheets.ladder_pictures import MOST, STRIP, ladder_pictures, ladder_strips
from db.sheets.type_widths import type_measure
from db.sheets.wording import words_of

LONG = "Dockers and their representatives, through the union of the harbour and its newspaper"
LANGUAGES = ("en", "ru", "kk")


def ladder(*scopes: tuple[str, int]) -> NumberLadder:
    rungs = tuple(
        Rung(
            scope,
            tuple(
                Figure(
                    Interval(n, None if n % 2 else n), f"over {n}", "1 June", f"A.{n}", LONG,
                    manner=Manner.HEDGED, denied=n == 3,
                )
                for n in range(count)
            ),
        )
        for scope, count in scopes
    )  # fmt: skip
    axis = ladder_axis(f.interval for rung in rungs for f in rung.figures)
    return NumberLadder("Hurt", "people", axis, rungs)


def texts(svg: str) -> list[str]:
    return [e.text or "" for e in ElementTree.fromstring(svg).iter() if e.tag.endswith("text")]


@pytest.fixture
def words(sheet_of):
    return words_of(sheet_of([]))


def test_strips_are_low_and_together_hold_every_figure_once(words):
    cut = ladder_strips(ladder(("all", 8), ("dockers", 2)), words, width=900)
    shown = [re.findall(r"A\.\d+", " ".join(texts(strip.svg))) for strip in cut.figures]
    assert [address for some in shown for address in some] == [
        f"A.{n}" for n in (*range(8), *range(2))
    ]
    assert all(1 <= len(some) <= STRIP for some in shown)
    assert all(strip.height < 220 for strip in cut.figures)


def test_a_scope_stands_above_its_first_figure_never_alone(words):
    cut = ladder_strips(ladder(("all", STRIP), ("dockers", 2)), words, width=900)
    with_scope = [strip for strip in cut.figures if "dockers" in texts(strip.svg)]
    assert len(with_scope) == 1
    assert "A.0" in texts(with_scope[0].svg)


def test_the_axis_is_a_strip_of_its_own_to_be_repeated(words):
    cut = ladder_strips(ladder(("all", 12)), words, width=900)
    assert "people" in texts(cut.axis.svg)
    assert "0" in texts(cut.axis.svg)
    assert not any("people" in texts(strip.svg) for strip in cut.figures)


@pytest.mark.parametrize("width", [420, 900])
def test_no_label_is_shortened(words, width):
    (picture,) = ladder_pictures(ladder(("all", 2)), words, width=width)
    shown = texts(picture.svg)
    assert not any("…" in text for text in shown)
    assert LONG in " ".join(shown)


def test_parts_of_a_high_ladder_keep_one_axis(words):
    first, second = ladder_pictures(ladder(("all", MOST + 2)), words, width=900)
    upright = r'<line x1="([\d.]+)" y1="[\d.]+" x2="\1"'
    one, other = (re.findall(upright, picture.svg) for picture in (first, second))
    assert one == other
    assert len(one) > 2


def test_every_picture_says_what_it_shows(words):
    cut = ladder_strips(ladder(("all", 4)), words, width=900)
    for strip in cut.figures:
        for text in re.findall(r"A\.\d", " ".join(texts(strip.svg))):
            assert text in strip.words
    assert all(p.words for p in (cut.axis, cut.legend))


def test_words_that_no_picture_can_hold_are_shown_by_their_number(words):
    odd = replace(ladder(("a\ufffe\0b", 1)), title="\uffff", unit="\x1b")
    cut = ladder_strips(odd, words, width=900)
    assert any("a⟨U+FFFE⟩⟨U+0000⟩b" in texts(strip.svg) for strip in cut.figures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_has_words(sheet_of, language):
    spoken = words_of(replace(sheet_of([]), language=language)).table("signs")
    assert set(spoken) >= {str(sign) for sign in Sign}


def test_a_word_is_as_wide_as_its_letters():
    assert type_measure("", 10, False) == 0
    assert type_measure("ii", 10, False) < type_measure("WW", 10, False) / 2
    assert type_measure("Жаңаөзен", 10, True) > type_measure("Жаңаөзен", 10, False)
    assert type_measure("a", 20, False) == pytest.approx(2 * type_measure("a", 10, False))
    # What the face lacks takes some room too.
    assert type_measure("語", 10, False) > 5
