"""The Figures page: ladders by scope and order, the way to the words, pictures as files."""

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop.comparing.centre import Page
from desktop.comparing.figures_page import FiguresPage
from tests.stories.reader import Reader


@pytest.fixture
def page(reader: Reader) -> FiguresPage:
    """The figures, opened by their command."""
    reader.does("view_figures")
    return cast(FiguresPage, reader.desk.centre.view(Page.FIGURES))


def addresses(page: FiguresPage) -> list[str]:
    return [row.figure.address for row in page.list.ladder.picture.rows if row.figure]


def choose(page: FiguresPage, box: str, words: str) -> None:
    combo = getattr(page, f"{box}_box")
    combo.setCurrentIndex(combo.findText(words))


def test_every_claim_of_the_event_has_its_row(page: FiguresPage) -> None:
    assert page.aspect_box.currentText() == "Deaths"
    assert addresses(page) == ["A.2", "A.3", "A.3", "B.1"]


def test_an_aspect_of_a_part_is_offered_and_shown_under_its_name(page: FiguresPage) -> None:
    choose(page, "aspect", "Injured")
    assert addresses(page) == ["A.4"]
    assert any(row.words.startswith("A rope breaks") for row in page.list.ladder.picture.rows)


def test_all_events_and_one_scope(page: FiguresPage) -> None:
    choose(page, "event", "All events")
    assert addresses(page) == ["A.2", "A.3", "A.3", "B.1"]
    choose(page, "scope", "dockers")
    assert addresses(page) == []
    assert page.nothing.isVisible()
    assert not page.save.isEnabled()


def test_the_order_can_be_that_of_the_reports(page: FiguresPage) -> None:
    choose(page, "order", "By report time")
    labels = [row.figure.label for row in page.list.ladder.picture.rows if row.figure]
    assert labels == ["16 Dec 2011 18:00"] * 3 + ["18 Dec 2011"]


def test_enter_goes_to_the_words_and_back_returns_to_the_ladder(
    reader: Reader, page: FiguresPage
) -> None:
    rows = page.list.ladder.picture.rows
    at = next(i for i, row in enumerate(rows) if row.figure and row.figure.address == "B.1")
    page.list.setCurrentIndex(page.list.ladder.index(at))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    reader.wait()
    assert reader.column("B").pane.selected_text() == "Eleven died"
    reader.does("back")
    assert reader.desk.centre.page is Page.FIGURES


def test_the_ladder_is_saved_as_svg_and_png(page: FiguresPage, tmp_path: Path) -> None:
    page.write(tmp_path / "deaths.svg")
    words = [e.text for e in ET.parse(tmp_path / "deaths.svg").iter() if e.tag.endswith("text")]
    assert {"over 70", "11", "5", "Deaths · The crane falls"} <= set(words)
    page.write(tmp_path / "deaths.png")
    image = QImage(str(tmp_path / "deaths.png"))
    assert image.width() >= 1600


def test_the_ending_follows_the_kind_that_was_chosen(
    page: FiguresPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: object) -> tuple[str, str]:
        return str(tmp_path / "ladder"), "Picture (*.png)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page.ask_file()
    assert (tmp_path / "ladder.png").is_file()


def test_a_picture_that_cannot_be_written_is_told(
    reader: Reader, page: FiguresPage, tmp_path: Path
) -> None:
    page.write(tmp_path / "nowhere" / "deaths.svg")
    assert "deaths.svg could not be written" in reader.said()


def test_the_event_chosen_beside_it_is_the_one_shown(reader: Reader, page: FiguresPage) -> None:
    session = reader.desk.session
    rope = next(e for e in session.events if e.title == "A rope breaks")
    session.selection.set_event(rope.id)
    page.refill()
    assert page.aspect_box.currentText() == "Injured"
    assert addresses(page) == ["A.4"]
