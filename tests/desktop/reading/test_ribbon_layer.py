"""Ribbons over three columns: what joins the outer two crosses the middle one beside its words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from db.corpus import Corpus
from desktop.application import Application
from desktop.reading.lanes import Lanes, gaps
from desktop.reading.link_sign import LinkSign
from desktop.reading.ribbons import Ribbon, RibbonStrip
from tests.builders import add_edition, add_event, add_source, held, span
from tests.stories.conftest import application, own_folders
from tests.stories.reader import Reader

__all__ = ["application", "own_folders"]

WORDS = "Nobody on the quay had ever seen the crane move in such a wind before."
ALPHA = ("The crane fell at noon.", *(f"{n}. {WORDS}" for n in range(60)), "Alpha ends here.")
BETA = ("Music from the pier.", "More music.", "A song about rope.", "Silence, then a waltz.")
GAMMA = ("It was the wind, gamma says.", "The crane fell slowly.", *(WORDS for _ in range(60)))


@pytest.fixture
def reader(application: Application, tmp_path: Path) -> Reader:
    """A person at an event that only the outer two of three columns tell of."""
    corpus = Corpus.create(tmp_path / "pier.triptych", title="Pier", zone="UTC")
    for key, passages in (("alpha", ALPHA), ("beta", BETA), ("gamma", GAMMA)):
        add_edition(corpus, add_source(corpus, key), passages)
    crane = add_event(corpus, "The crane falls", "2011-12-16T12:00:00")
    for key, words in (("alpha", ALPHA[0]), ("gamma", GAMMA[1])):
        edition = held(corpus, f"{key}/original")
        corpus.mentions.add(crane, edition, *span(corpus, edition, words))
    corpus.close()
    reader = Reader(application, tmp_path / "pier.triptych")
    reader.does("ribbons")
    reader.wait()
    return reader


def link(reader: Reader, words: str, others: str, kind: str = "contradicts") -> None:
    corpus = reader.desk.session.corpus
    one, other = held(corpus, "alpha/original"), held(corpus, "gamma/original")
    ends = (one, *span(corpus, one, words)), (other, *span(corpus, other, others))
    reader.desk.session.perform(lambda c: c.links.add(*ends, kind, "see the film"))
    reader.wait()


def ribbons(reader: Reader) -> list[Ribbon]:
    strips = reader.desk.reading.box.findChildren(RibbonStrip)
    return [ribbon for strip in strips if strip.isVisible() for ribbon in strip._ribbons]


def signs(reader: Reader) -> list[LinkSign]:
    return [s for s in reader.desk.reading.box.findChildren(LinkSign) if s.isVisible()]


def test_an_event_told_by_the_outer_columns_crosses_the_middle_one_between_its_passages(
    reader: Reader,
) -> None:
    (ribbon,) = ribbons(reader)
    assert ribbon.left_style.letter == "A"
    assert ribbon.right_style.letter == "C"
    (lane,) = ribbon.lanes
    pane = reader.column("B").pane
    y = pane.viewport().mapFrom(reader.desk.reading.box, QPoint(lane.left, lane.y)).y()
    shown = reader.column("B").shown
    assert shown is not None
    lines = [r for start, end in zip(shown.text.starts, shown.text.ends, strict=True)
             for r in pane.span_rects(start, end)]  # fmt: skip
    assert lines
    assert not any(line.top() <= y <= line.bottom() for line in lines)
    assert lane.right - lane.left >= pane.body.margins.width


def test_a_link_between_the_outer_columns_says_what_it_is_and_leads_to_either_end(
    reader: Reader,
) -> None:
    link(reader, "fell at noon", "fell slowly")
    drawn = [ribbon for ribbon in ribbons(reader) if ribbon.sign]
    assert [(r.sign, len(r.lanes)) for r in drawn] == [("≠", 1)]
    (sign,) = signs(reader)
    assert sign.toolTip() == "A.1 contradicts C.2\nsee the film"
    assert "see the film" in sign.accessibleName()
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    reader.wait()
    place = reader.desk.session.selection.place
    corpus = reader.desk.session.corpus
    assert corpus.editions.words(place.edition, place.start, place.end) in (
        "fell at noon", "fell slowly",
    )  # fmt: skip


def test_pointing_at_a_sign_brings_out_its_line(reader: Reader) -> None:
    link(reader, "fell at noon", "fell slowly")
    (sign,) = signs(reader)
    sign.pointed.emit(True)
    reader.wait()
    assert [r.hot for r in ribbons(reader) if r.sign] == [True]
    sign.pointed.emit(False)
    reader.wait()
    assert [r.hot for r in ribbons(reader) if r.sign] == [False]


def test_a_link_whose_other_end_is_out_of_sight_leads_there(reader: Reader) -> None:
    link(reader, "Alpha ends here", "fell slowly", "explains")
    assert not [ribbon for ribbon in ribbons(reader) if ribbon.sign]
    (sign,) = signs(reader)
    assert sign.text() == "i↓"
    assert sign.toolTip().startswith("C.2 is explained by A.62") or sign.toolTip().startswith(
        "A.62 explains C.2"
    )
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    reader.wait()
    assert reader.column("A").pane.span_rects(*span(reader.desk.session.corpus, held(
        reader.desk.session.corpus, "alpha/original"), "Alpha ends here"))  # fmt: skip


def test_the_same_signs_stay_while_the_columns_scroll_and_go_with_the_ribbons(
    reader: Reader,
) -> None:
    link(reader, "fell at noon", "fell slowly")
    before = signs(reader)
    reader.column("A").pane.scroll_by(12)
    reader.wait()
    assert signs(reader) == before
    reader.does("ribbons")
    reader.wait()
    assert not signs(reader)
    assert not ribbons(reader)


def test_threads_that_share_a_gap_run_beside_each_other(reader: Reader) -> None:
    lanes, pane = Lanes(), reader.column("B").pane
    (first, *_) = gaps(pane)
    heights = {lanes.across(pane, first)[2] for _ in range(3)}
    assert len(heights) == 3
    assert max(heights) - min(heights) <= 6


def test_a_passage_that_fills_the_column_is_passed_at_its_edge(reader: Reader) -> None:
    pane = reader.column("B").pane
    pane.body.forget_heights()
    reader.window.resize(1280, 800)
    empty = type(pane)(reader.desk.reading.theme, pane.painter.style)
    empty.resize(200, 100)
    assert Lanes().across(empty, 10)[2] <= 4
    empty.deleteLater()
