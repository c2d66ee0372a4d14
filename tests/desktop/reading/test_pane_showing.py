import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from desktop.reading.decoration import Mark, MarkStyle, Silence, Span
from desktop.reading.flow import NOTHING
from desktop.reading.pane import Pane
from desktop.reading.pane_text import PaneText, PassageKind
from desktop.theme import theme

LEFT = Qt.MouseButton.LeftButton


def picture(pane: Pane) -> QImage:
    return pane.viewport().grab().toImage()


def colours(image: QImage, area: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def margin(pane: Pane, passage: int) -> QRect:
    """The part of the margin beside a passage where bars are drawn."""
    beside = pane.passage_rect(passage)
    left = pane.body.margins.bar
    return QRect(left, beside.top() + 8, pane.body.margins.bar_width, beside.height() - 16)


@pytest.fixture
def text(make_text) -> PaneText:
    return make_text()


@pytest.fixture
def pane(make_pane, text: PaneText) -> Pane:
    return make_pane(text)


def whole(text: PaneText, passage: int) -> Span:
    return Span(passage, text.starts[passage], text.ends[passage])


def test_the_event_has_a_bar_in_the_margin_and_a_tint(pane: Pane, text: PaneText) -> None:
    pane.set_event([whole(text, 1)])
    style, image = pane.painter.style, picture(pane)
    assert style.colour.name() in colours(image, margin(pane, 1))
    assert style.colour.name() not in colours(image, margin(pane, 0))
    assert style.tint.name() in colours(image, pane.passage_rect(1))
    assert len(pane.event_rects()) == 1


def test_a_pattern_says_the_source_without_colour(make_pane, text: PaneText) -> None:
    bars = []
    for source in range(3):
        pane = make_pane(text, source=source)
        pane.set_event([whole(text, 1)])
        ground = pane.painter.theme.paper.name()
        area, image = margin(pane, 1), picture(pane)
        inked = (
            image.pixelColor(area.left() + x, area.top() + y).name() != ground
            for y in range(24)
            for x in range(area.width())
        )
        bars.append(tuple(inked))
    assert len(set(bars)) == 3


def test_words_narrower_than_their_passage_are_underlined(pane: Pane, text: PaneText) -> None:
    start = text.text.index("grey van")
    pane.set_event([Span(1, start, start + 8)])
    (box,) = pane.span_rects(start, start + 8)
    below = QRect(box.left() + 2, box.bottom() - 4, box.width() - 4, 7)
    assert pane.painter.style.colour.name() in colours(picture(pane), below)


@pytest.mark.parametrize("style", list(MarkStyle))
def test_every_mark_is_seen_at_its_words_and_nowhere_else(
    pane: Pane, text: PaneText, style: MarkStyle
) -> None:
    start = text.text.index("watchman")
    mark = Mark(start, start + 8, style)
    plain = picture(pane)
    pane.set_marks(lambda passage: [mark] if passage == 1 else [])
    marked = picture(pane)
    (box,) = pane.span_rects(start, start + 8)
    around = box.adjusted(-3, -2, 3, 3)
    changed = {
        (x, y)
        for x in range(marked.width())
        for y in range(marked.height())
        if marked.pixel(x, y) != plain.pixel(x, y)
    }
    assert changed
    assert all(around.contains(x, y) for x, y in changed)


def test_a_silence_stands_between_its_neighbours_and_can_be_clicked(
    pane: Pane, text: PaneText, qtbot
) -> None:
    below_before = pane.passage_rect(2).top()
    pane.set_silence(Silence(1, "Silent here on the number.", "Mark as reviewed"))
    bar = pane.passage_rect(-1)
    assert pane.passage_rect(1).bottom() < bar.top()
    assert bar.bottom() < pane.passage_rect(2).top()
    action = pane.body.silence_box.action_boxes(bar.top())[0].center().toPoint()
    with qtbot.waitSignal(pane.silence_action):
        QTest.mouseClick(pane.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, action)
    with qtbot.assertNotEmitted(pane.silence_action):
        QTest.mouseClick(
            pane.viewport(),
            LEFT,
            Qt.KeyboardModifier.NoModifier,
            bar.topLeft() + QPoint(30, 12),
        )
    pane.set_silence(None)
    assert pane.passage_rect(2).top() == below_before


@pytest.mark.parametrize("after", [-1, 0, 4])
def test_a_silence_can_stand_at_the_event_line(pane: Pane, after: int) -> None:
    pane.set_silence(Silence(after, "Silent here."))
    pane.scroll_to_silence()
    assert pane.passage_rect(-1).top() == pane.scroller.event_line


def test_what_was_not_yet_published_is_told_in_words_and_hatching(
    pane: Pane, text: PaneText
) -> None:
    plain = picture(pane)
    hatched = margin(pane, 3).translated(pane.body.margins.bar_width + 2, 0)
    assert len(colours(plain, hatched)) == 1
    pane.set_dimmed(lambda passage: passage >= 3, "Not yet published then")
    hatched = margin(pane, 3).translated(pane.body.margins.bar_width + 2, 0)
    assert len(colours(picture(pane), hatched)) > 1
    assert [pane.body.decoration.has_notice(p) for p in range(5)] == [False] * 3 + [True, False]
    assert pane.body.head(3) > pane.body.head(2)
    pane.set_dimmed(None)
    assert picture(pane) == plain


def test_rows_are_as_high_in_every_pane(make_pane, make_text, long_text) -> None:
    first, second = make_pane(long_text), make_pane(make_text(), source=1)
    first.set_rows([[3, 4], [], [7]])
    second.set_rows([[0], [1, 2], []])
    heights = [max(both) for both in zip(first.row_heights(), second.row_heights(), strict=True)]
    tops = []
    for pane in (first, second):
        pane.set_row_heights(heights)
        rows = pane.body.flow.rows
        shown = {rows[index]: top for index, top in reversed(list(pane.scroller.visible()))}
        tops.append(shown)
    assert tops[0] == tops[1]
    assert first.visible_passages() == [3, 4, 7]
    # The empty row is hatched over its whole height.
    index = next(i for i, s in enumerate(first.body.flow.slots) if s.side == NOTHING)
    top = dict(first.scroller.visible())[index]
    inside = QRect(first.body.margins.text, top + 2, 60, heights[1] - 4)
    for part in (inside.top(), inside.center().y()):
        strip = QRect(inside.left(), part, 60, 12)
        assert len(colours(picture(first), strip)) > 1


def test_leaving_rows_comes_back_to_the_passage_that_was_read(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    pane.set_rows([[31]])
    pane.scroller.start()
    pane.set_rows(None)
    assert 31 in pane.visible_passages()


def test_a_companion_is_named_and_quieter(make_pane, make_text) -> None:
    text = make_text(("The first of them.",))
    digest = make_text(("The first in short.",), edition="digest")
    pane = make_pane(text, digest)
    own, other = pane.body.layout(0), pane.body.layout(1)
    assert other.style.font.pixelSize() < own.style.font.pixelSize()
    assert other.style.muted and not own.style.muted
    assert pane.body.head(1) >= pane.body.typography.label_line


def test_kinds_of_passages_are_told_apart(make_pane, make_text) -> None:
    words = "The same words for every kind, enough of them to fill more than a single line."
    kinds = dict(enumerate(PassageKind))
    pane = make_pane(make_text([words] * len(kinds), kinds))
    seen = {
        (layout.style.font.weight(), layout.style.font.pixelSize(), layout.style.indent)
        for layout in map(pane.body.layout, range(len(kinds)))
    }
    assert len(seen) >= 4


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light", "contrast-dark"])
def test_a_theme_reaches_every_pixel(pane: Pane, text: PaneText, name: str) -> None:
    other = theme(name)
    pane.set_event([whole(text, 1)])
    pane.set_theme(other, other.source(0))
    seen = colours(picture(pane), pane.viewport().rect())
    assert other.paper.name() in seen
    assert other.source(0).tint.name() in seen


def test_lines_are_at_most_75_characters_however_wide_the_pane(make_pane, long_text) -> None:
    pane = make_pane(long_text)
    pane.resize(1800, 600)
    longest = 0
    for index in range(12):
        layout = pane.body.layout(index)
        for line in range(layout.lines):
            first, last = layout.line_range(line)
            longest = max(longest, last - first)
    assert 55 <= longest <= 80


def test_every_line_is_one_and_a_half_times_its_type(pane: Pane) -> None:
    for index in range(len(pane.body.flow)):
        layout = pane.body.layout(index)
        assert layout.style.line == pytest.approx(layout.style.font.pixelSize() * 1.5, abs=1)
        assert layout.height == layout.lines * layout.style.line


def test_paper_is_painted_to_the_edges(pane: Pane) -> None:
    image = picture(pane)
    paper = QColor(pane.painter.theme.paper)
    corners = ((0, 0), (image.width() - 1, 0), (image.width() - 1, image.height() - 1))
    assert all(image.pixelColor(*corner) == paper for corner in corners)
