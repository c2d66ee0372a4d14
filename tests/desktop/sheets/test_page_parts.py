"""Parts of a page are cut between lines, lose nothing, and load nothing."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.sheets.page_parts import PagePart
from desktop.theme import load_fonts

CSS = "body { font-family: 'IBM Plex Serif'; font-size: 40px; } p { margin: 0 0 20px 0; }"


@pytest.fixture
def part(qapp: QApplication) -> PagePart:
    load_fonts()
    words = "words that run on until the line must break "
    return PagePart(f"<p>{words * 6}</p><p>{words * 4}</p>", CSS, 600)


def painted(part: PagePart, spans: list[tuple[float, float]]) -> QImage:
    """The spans of a part drawn one below another, as pages would lie."""
    image = QImage(600, round(part.height) + 2, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for start, end in spans:
        part.draw(painter, 0, start, start, end)
    painter.end()
    return image


def test_a_cut_never_goes_through_a_line(part: PagePart) -> None:
    lines = part._lines()
    assert len(lines) > 10
    for end in range(60, round(part.height), 7):
        cut = part.cut(0, end)
        assert cut <= end
        assert not any(top < cut < bottom for top, bottom in lines)


def test_the_pieces_together_are_the_whole(part: PagePart) -> None:
    spans, done = [], 0.0
    while done < part.height:
        end = part.cut(done, done + 200)
        assert end > done
        spans.append((done, end))
        done = end
    assert len(spans) > 2
    assert painted(part, spans) == painted(part, [(0, part.height)])


def test_where_not_one_line_fits_nothing_is_cut(part: PagePart) -> None:
    assert part.cut(0, 20) == 0


def test_an_empty_piece_draws_nothing(part: PagePart) -> None:
    blank = painted(part, [])
    assert painted(part, [(part.height, part.height)]) == blank


def test_no_picture_is_ever_looked_for(qapp: QApplication) -> None:
    part = PagePart('<img src="//host/share/x.png">', CSS, 600)
    loaded = part._document.loadResource(2, QUrl("//host/share/x.png"))
    assert isinstance(loaded, QImage)
    assert (loaded.width(), loaded.height()) == (1, 1)
