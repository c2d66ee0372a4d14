"""Choosing an event in the window itself, with everything on that can be seen beside the text.

On are: underlines of the figures claimed, all five lenses, ribbons, known-by, the panel of the
event with its ladders, the list of events and the timeline. Counted is process time, from the
choice to the moment the three texts are drawn, and on to the moment nothing more is to be done:
lists, timeline, ribbons, lenses and panel. Not counted is what is drawn ahead for the next event,
and what is done once after a corpus is opened: its check, in a thread, and counting disagreements.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from desktop.application import Application
from desktop.main_window import MainWindow
from desktop.reading.pane_view import PaneView
from desktop.settings import Settings
from desktop.verification import Verification
from tests.benchmarks import busy
from tests.benchmarks.measuring import WARM_UPS, Result, Times, once, result
from tests.benchmarks.panes import LONG, SEED, SIZE, Bare, Screen, application

SAMPLES = 100
SOME = 200_000
"""Characters of the texts that the reference draws from; it shows as many as ever."""
FOLLOWED = 0.12
"""Seconds after which the window has long followed; most of it is waiting, which is not counted."""
ON = ("ribbons", "lens_names", "lens_numbers", "lens_hedges", "lens_attributions", "lens_passives")


class Desk:
    """A window with three long sources and everything on, and a stop watch in its panes."""

    def __init__(self, path: Path) -> None:
        self._drawn = 0.0
        self._watch()
        self.window = _window(path)
        assert self.window.desk is not None and self.window.session is not None
        self.panes = [column.pane for column in self.window.desk.reading.columns]
        self._session = self.window.session
        self._chance = random.Random(SEED)

    def _watch(self) -> None:
        paint = PaneView.paintEvent

        def noted(pane: PaneView, event: QPaintEvent) -> None:
            paint(pane, event)
            self._drawn = time.process_time()

        PaneView.paintEvent = noted  # type: ignore[assignment, method-assign]

    def choose(self) -> tuple[float, float]:
        """Choose an event: seconds until its text is drawn, and until all have followed."""
        self._hold(True)
        event = self._chance.choice(self._session.events)
        start = time.process_time()
        self._session.selection.set_event(event.id)
        QApplication.sendPostedEvents()
        drawn = self._drawn - start
        self._wait()
        spent = time.process_time() - start
        self._hold(False)
        while any(pane.prewarmer.is_busy for pane in self.panes):
            QApplication.processEvents()
        return drawn, spent

    def _wait(self) -> None:
        until = time.monotonic() + FOLLOWED
        while time.monotonic() < until:
            QApplication.processEvents()
            time.sleep(0.004)

    def _hold(self, on: bool) -> None:
        for pane in self.panes:
            pane.prewarmer.hold(on)


def _window(path: Path) -> MainWindow:
    made = Application(application(), Settings())
    made.save_settings = lambda: None  # type: ignore[method-assign]
    window = made.new_window()
    window.resize(SIZE)
    window.show()
    made.open_corpus(path, window)
    for action in ON:
        if not window.actions_[action].isChecked():
            window.actions_[action].trigger()
    assert window.session is not None and window.desk is not None
    window.session.selection.set_known_by(busy.KNOWN_BY)
    window.later.finish()
    _let_check(window)
    window.desk.events.disagreements.finish()
    QApplication.processEvents()
    return window


def _let_check(window: MainWindow) -> None:
    """Wait for the check of the file, whose thread would be counted as the window's work."""
    found: list[object] = []
    check = window.findChild(Verification)
    check.finished.connect(found.append)
    while not found:
        QApplication.processEvents()
        time.sleep(0.004)


def choosing(characters: int = LONG) -> Iterator[Result]:
    """Any event in the window, against the bare reference of three texts alone."""
    given = os.environ.get("TRIPTYCH_BENCH_FOLDER")
    with tempfile.TemporaryDirectory() as own:
        folder = Path(given or own)
        os.environ["TRIPTYCH_SETTINGS"] = os.environ["TRIPTYCH_DATA"] = str(folder / "settings")
        path = folder / "busy.triptych"
        if not path.exists():
            busy.build(path, characters)
        desk = Desk(path)
        bare = Bare(Screen.of(SOME).panes)
        series = [(once(bare.draw), *desk.choose()) for _ in range(SAMPLES + WARM_UPS)]
        reference, drawn, spent = (
            Times.of(list(column)) for column in zip(*series[WARM_UPS:], strict=True)
        )
        yield result("event chosen, all on, until its text / bare p50", 0.85, reference, drawn)
        yield result("the same until all have followed / bare p50", 4.0, reference, spent)
        desk.window.close()
