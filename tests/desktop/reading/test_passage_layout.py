from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QRawFont

import resources
from desktop.reading.pane_text import PassageKind
from desktop.reading.passage_layout import OWN_LETTERS, LineOptions, PassageLayout
from desktop.reading.typography import typography
from desktop.theme import theme

WIDTH = 300
ODD = st.text(
    st.sampled_from("ab яқ😀👩\u200dم ش\u0301\u0300\u202e\u2067\u2069\n\r\t\0\ufeff\u00ad한國ि")
    | st.characters(blacklist_categories=["Cs"]),
    max_size=120,
)


def laid_out(text: str) -> PassageLayout:
    style = typography(theme("light"), 1.0).blocks[PassageKind.PARAGRAPH]
    return PassageLayout(text, style, WIDTH, LineOptions())


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    """Fonts need one."""


@given(ODD)
def test_whatever_the_text_every_position_is_reached_and_has_a_place(text: str) -> None:
    layout = laid_out(text)
    position, steps = 0, 0
    while position < len(text):
        following = layout.step(position, forward=True, words=False)
        assert following > position
        position, steps = following, steps + 1
    for point in range(len(text) + 1):
        assert 0 <= layout.line_of(point) < layout.lines
        assert -1 <= layout.caret_x(point) <= WIDTH + 40
    for y in range(0, layout.height, 24):
        for x in (-50.0, 0.0, 130.0, 900.0):
            assert 0 <= layout.point_at(x, y) <= len(text)


@given(ODD)
def test_boxes_lie_on_lines_and_within_the_column(text: str) -> None:
    layout = laid_out(text)
    for box in layout.boxes(0, len(text)):
        assert box.height() == layout.style.line
        assert 0 <= box.top() < layout.height
        assert -2 <= box.left() <= box.right() <= WIDTH + 40


@given(ODD, st.data())
def test_a_range_and_its_rest_cover_what_the_whole_covers(text: str, data: st.DataObject) -> None:
    layout = laid_out(text)
    if layout.mixed:
        return
    cut = data.draw(st.integers(0, len(text)))
    whole = sum(box.width() for box in layout.boxes(0, len(text)))
    parts = layout.boxes(0, cut) + layout.boxes(cut, len(text))
    # Cutting inside a letter of several code points may count it on neither side or on both.
    assert sum(box.width() for box in parts) == pytest.approx(whole, abs=40)


def test_a_click_on_a_letter_finds_it() -> None:
    text = "Grey vans, жүк көлігі and 😀 crates stood there in a row all night long."
    layout = laid_out(text)
    for point, character in enumerate(text):
        if character.isspace():
            continue
        (box,) = layout.boxes(point, point + 1)
        assert layout.point_at(box.left() + 1, box.center().y()) == point


def test_line_breaks_in_the_text_break_lines_and_keep_offsets() -> None:
    layout = laid_out("one\r\ntwo\nthree")
    assert [layout.line_of(p) for p in (0, 5, 9)] == [0, 1, 2]


def test_a_null_is_drawn_as_what_it_is() -> None:
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    laid_out("a\0b").draw(painter, QPointF(0, 0), QRectF(0, 0, 300, 40))
    painter.end()
    (null,) = laid_out("a\0b").boxes(1, 2)
    assert null.width() > 4


def test_words_that_run_from_right_to_left_begin_at_the_right() -> None:
    text = "في صباح يوم الجمعة أطلقت الشرطة النار على 15 عاملاً مضرباً في المدينة"
    layout = laid_out(text)
    assert layout.lines > 1
    rights = [box.right() for box in layout.boxes(0, len(text))]
    assert rights == pytest.approx([layout.style.indent + layout.width] * layout.lines, abs=3)
    (first,) = layout.boxes(0, 1)
    assert layout.point_at(first.center().x() + 1, first.center().y()) in (0, 1)
    assert laid_out("Grey vans").boxes(0, 4)[0].left() == pytest.approx(layout.style.indent, abs=2)


def test_every_own_letter_is_in_each_font_of_the_program() -> None:
    letters = [chr(c) for c in range(0x2200) if OWN_LETTERS.fullmatch(chr(c))]
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        font = QRawFont(str(file), 16.0)
        assert [c for c in letters if not font.supportsCharacter(ord(c))] == [], file.name
    assert {"Ж", "қ", "Ң", "ғ", "Ү", "ұ", "Һ", "Ө", "І", "é", "ł", "“", "€", "№"} <= set(letters)


def test_every_own_letter_has_a_place_of_its_own() -> None:
    layout = laid_out("The first official office affair, Жаңаөзен: “Ұлттық” – №5.")
    carets = [layout.caret_x(i) for i in range(30)]
    widths = [b - a for a, b in pairwise(carets)]
    assert layout.lines > 1 and min(widths) > 1


def test_large_words_and_words_of_other_letters_are_shaped() -> None:
    small, large = typography(theme("light"), 1.0), typography(theme("light"), 1.6)
    assert small.style(0, PassageKind.PARAGRAPH).plainly is not None
    assert large.style(0, PassageKind.PARAGRAPH).plainly is None
    assert not OWN_LETTERS.fullmatch("e\u0301") and not OWN_LETTERS.fullmatch("co\u00adop")


@pytest.mark.parametrize("sign", "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\x07\x9b")
def test_what_turns_words_round_or_has_no_shape_is_seen_and_not_obeyed(sign: str) -> None:
    words = f"of the {sign}51\u202c hurt"
    laid = laid_out(words)
    places = [laid.caret_x(point) for point in range(len(words) + 1)]
    assert places == sorted(places), "the figure stands as it is stored"
    for point in (7, 10):
        (box,) = laid.boxes(point, point + 1)
        assert box.width() > 3
    assert not laid_out("hello \u202e").runs_left()
