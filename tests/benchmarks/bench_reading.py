"""Reading: switching between events, following a drag, resizing; and QTextBrowser beside it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QTextBrowser

from desktop.reading.decoration import Span
from desktop.reading.pane_text import PaneText
from desktop.reading.prewarmer import Wanted
from desktop.reading.synchronising import Pursuit, course
from desktop.theme import theme
from tests.benchmarks.corpora import invent_long
from tests.benchmarks.measuring import (
    SAMPLES,
    Result,
    Times,
    interleaved,
    once,
    resident,
    result,
)
from tests.benchmarks.panes import LONG, SEED, SHORT, SIZE, Bare, Screen, application, pane_text
from tests.benchmarks.words import Words

DRAG = 45
WIDTHS = (1900, 1500)


def random_switch(long: int = LONG) -> Iterator[Result]:
    """Any event, in three panes of 5 M characters, against the bare reference."""
    screen = Screen.of(long)
    bare = Bare(screen.panes)
    reference, subject = interleaved(bare.draw, lambda: screen.go(screen.anywhere()))
    yield result("random switch, 5 MB, p50 / bare p50", 0.85, reference, subject)
    yield result("same, p95 / bare p50", 1.25, reference, subject, tail=True)


def next_event(long: int = LONG) -> Iterator[Result]:
    """The next event, whose passages were drawn while this one was read."""
    screen = Screen.of(long)
    bare = Bare(screen.panes)
    wanted: list[int] = []

    def prepare() -> None:
        wanted[:] = screen.anywhere()
        for pane, passage in zip(screen.panes, wanted, strict=True):
            text = pane.body.text
            span = Span(passage, text.starts[passage], text.ends[passage])
            pane.prewarmer.want([Wanted(passage, [span])])
            pane.prewarmer.start()
        screen.settle()

    def reference() -> None:
        bare.draw()

    prepare()
    series: tuple[list[float], list[float]] = ([], [])
    for number in range(210):
        spent = once(reference), once(lambda: screen.go(wanted))
        prepare()
        if number >= 10:
            series[0].append(spent[0])
            series[1].append(spent[1])
    reach = "next event, prewarmed, p50 / bare p50"
    yield result(reach, 0.35, Times.of(series[0]), Times.of(series[1]))


def drag_frame(long: int = LONG) -> Iterator[Result]:
    """One frame of scrolling a leader, its two followers interpolated between 400 events."""
    screen = Screen.of(long)
    bare = Bare(screen.panes)
    leader, *followers = screen.panes
    length = float(len(leader.body.text.text))
    anchors = [(length * i / 400, length * i / 400) for i in range(1, 400)]
    way = course(anchors, length, length)
    start = leader.position_at(180)
    pursuits = [Pursuit.begin(way, length, 1500, start, p.position_at(180)) for p in followers]

    def frame() -> None:
        leader.scroll_by(DRAG)
        now = leader.position_at(180)
        for pursuit, pane in zip(pursuits, followers, strict=True):
            pane.scroll_position_to(pursuit.at(now), 180)
        screen.draw()

    reference, subject = interleaved(bare.draw, frame)
    yield result("drag frame p95 / bare p50", 1.2, reference, subject, tail=True)


def length_does_not_matter(long: int = LONG) -> Iterator[Result]:
    """The same in panes of 5 MB and of 20 KB: switching, and a new width.

    A text of 20 KB has soon been laid out as a whole, so that its passages need only be drawn;
    the second line compares passages that are met for the first time in both.
    """
    large, small = Screen.of(long), Screen.of(SHORT)
    reference, subject = interleaved(
        lambda: small.go(small.anywhere()), lambda: large.go(large.anywhere())
    )
    yield result("switch 5 MB / 20 KB", 1.5, reference, subject)
    yield result("switch 5 MB / 20 KB, both seen first", 1.2, *_seen_first(small, large))
    for screen in (large, small):
        screen.go([len(p.body.text) // 2 for p in screen.panes])
    reference, subject = interleaved(lambda: _resize(small), lambda: _resize(large), 60)
    yield result("resize 5 MB / 20 KB", 1.2, reference, subject)


def _seen_first(small: Screen, large: Screen) -> tuple[Times, Times]:
    series: tuple[list[float], list[float]] = ([], [])
    for _ in range(SAMPLES):
        for times, screen in zip(series, (small, large), strict=True):
            for pane in screen.panes:
                pane.body.resize(pane.viewport().width(), theme("light"), 1.0)
            times.append(once(lambda s=screen: s.go(s.anywhere())))
    return Times.of(series[0]), Times.of(series[1])


def _resize(screen: Screen) -> None:
    width = WIDTHS[screen.window.width() == WIDTHS[0]]
    screen.window.resize(width, SIZE.height())
    QApplication.processEvents()
    screen.draw()


def against_text_browser(long: int = LONG) -> Iterator[Result]:
    """One source of 5 MB in Qt's own browser and in a pane: opening, a new width, memory.

    Both begin with the bytes of the text; the pane comes first, so that it finds no memory that
    the browser has let go of.
    """
    application()
    data = invent_long(Words(SEED), "A", long)
    bytes_ = data.text.encode()
    screen = Screen.of(SHORT)
    pane = screen.panes[0]
    described = pane_text(replace(data, text=""), "A")
    before = resident()
    opened = [once(lambda: _open_pane(screen, described, bytes_)) for _ in range(3)]
    memory = max(resident() - before, 1)
    screen.go([len(p.body.text) // 2 for p in screen.panes])
    resized = min(once(lambda: _resize(screen)) for _ in range(4))
    browser = QTextBrowser()
    browser.resize(620, 1000)
    before = resident()
    browser_opened = once(lambda: _open_browser(browser, bytes_.decode()))
    browser_memory = max(resident() - before, 1)
    browser_resized = min(once(lambda w=w: _resize_browser(browser, w)) for w in (500, 620, 500))
    assert pane.body.text.text == data.text
    yield _plain("opening 5 MB / QTextBrowser", min(opened), browser_opened)
    yield _plain("new width at 5 MB / QTextBrowser", resized, browser_resized)
    yield Result("memory at 5 MB / QTextBrowser", memory / browser_memory, 1 / 20,
                 f"{memory / 1e6:.1f} MB", f"{browser_memory / 1e6:.1f} MB")  # fmt: skip


def _open_pane(screen: Screen, described: PaneText, text: bytes) -> None:
    opened = copy(described)
    opened.text = text.decode()
    screen.panes[0].set_text(opened)
    screen.draw()


def _open_browser(browser: QTextBrowser, text: str) -> None:
    browser.setPlainText(text)
    browser.show()
    QApplication.processEvents()
    browser.viewport().repaint()
    # Qt lays a document out bit by bit; only its end knows that it is open.
    browser.document().documentLayout().documentSize()


def _resize_browser(browser: QTextBrowser, width: int) -> None:
    browser.resize(width, 1000)
    QApplication.processEvents()
    browser.document().documentLayout().documentSize()


def _plain(name: str, own: float, other: float) -> Result:
    return Result(name, own / other, 1 / 20, f"{own * 1000:.1f} ms", f"{other * 1000:.1f} ms")
