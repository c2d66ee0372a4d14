"""The first text: it waits for nothing else, and stays where it is when the rest comes."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import later
from desktop.application import Application
from desktop.main_window import MainWindow
from tests.project import ROOT

AT_FIRST_TEXT = """
import gc, json, sys
from pathlib import Path
from desktop.__main__ import begin
from desktop.plain_import import import_qt
import_qt()
from desktop.reading.pane_view import PaneView
painted, paint = set(), PaneView.paintEvent
def noted(self, event):
    paint(self, event)
    painted.add(self)
PaneView.paintEvent = noted
application = begin([Path(sys.argv[1])])
while len(painted) < 3:
    application.qt.processEvents()
print(json.dumps(sorted(sys.modules)))
application.windows[0].later.finish()
assert gc.isenabled()
application.quit_all()
"""
AFTER_THE_TEXT = (
    "desktop.actions", "desktop.commands", "desktop.comparing.cards", "desktop.dialogs",
    "desktop.events", "desktop.help", "desktop.icons", "desktop.lenses", "desktop.recording",
    "desktop.searching", "desktop.sheets", "desktop.timeline", "desktop.verification",
    "desktop.reading.accessible", "desktop.reading.ribbon_layer", "db.comparing.comparison",
    "db.packs", "db.records.further",
    "db.search", "db.sheets", "db.text.reading", "db.verifying", "PySide6.QtSvg", "sqlite_utils",
    "markdown", "typst", "jinja2", "chardet", "shibokensupport.signature.parser", "db.text.zones",
    "dataclasses", "inspect", "tempfile", "textwrap", "tomllib", "traceback", "zoneinfo",
)  # fmt: skip


def test_the_first_text_waits_for_nothing_that_it_does_not_need(
    compiled_case: Path, tmp_path: Path
) -> None:
    path = tmp_path / "case.triptych"
    copyfile(compiled_case, path)
    for _ in range(2):
        # What is not remembered yet has to be made first; the second start is the usual one.
        done = subprocess.run(
            [sys.executable, "-c", AT_FIRST_TEXT, str(path)],
            capture_output=True, cwd=ROOT, check=True, encoding="utf-8", env=dict(os.environ),
        )  # fmt: skip
    loaded = json.loads(done.stdout)
    early = [m for m in loaded if any(m == a or m.startswith(f"{a}.") for a in AFTER_THE_TEXT)]
    assert not early


@pytest.fixture
def path(application: Application, compiled_case: Path, tmp_path: Path) -> Path:
    """A corpus that was open before, so that the place of everything is remembered."""
    path = tmp_path / "case.triptych"
    copyfile(compiled_case, path)
    window = begun(application, path)
    window.close()
    return path


def begun(application: Application, path: Path) -> MainWindow:
    """A window in which the text has been painted, and nothing else made yet."""
    window = application.new_window()
    application.open_corpus(path, window)
    window.resize(1280, 800)
    window.show()
    QTest.qWaitForWindowExposed(window)
    return window


def texts(window: MainWindow) -> list[tuple[QRect, object]]:
    """Where each text stands in the window, and how far it is scrolled."""
    assert window.desk is not None
    return [
        (place_in(window, column.pane.viewport()), column.pane.scroller.place)
        for column in window.desk.reading.columns
    ]


def place_in(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())


def test_no_text_moves_when_the_rest_of_the_window_comes(
    application: Application, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(later.Later, "begin", lambda turns: None)
    monkeypatch.setattr(later, "LONGEST_WAIT", 1_000_000)
    window = begun(application, path)
    before = texts(window)
    assert not window.later.is_finished and not window.menuBar().actions()
    window.later.finish()
    for _ in range(5):
        QApplication.processEvents()
    assert window.desk is not None and window.desk.timeline.isVisible()
    assert len(before) == 3 and texts(window) == before


def test_a_key_pressed_at_once_does_what_it_always_does(
    application: Application, path: Path
) -> None:
    window = begun(application, path)
    window.activateWindow()
    assert not window.later.is_finished
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.later.is_finished and window.search_field.hasFocus()


def test_a_window_closed_at_once_remembers_what_it_remembered(
    application: Application, path: Path
) -> None:
    (before,) = application.settings.corpora.values()
    begun(application, path).close()
    (after,) = application.settings.corpora.values()
    # A screen that is not there has no fixed place for a window's frame.
    assert {**after, "window": before["window"]} == before


def test_tab_goes_from_the_toolbar_to_the_events_the_timeline_and_the_texts(
    application: Application, path: Path
) -> None:
    window = begun(application, path)
    window.later.finish()
    desk = window.desk
    assert desk is not None
    parts = [window.frame.toolbar, desk.side, desk.timeline, desk.reading]
    found: list[QWidget] = []
    at = window.nextInFocusChain()
    while at is not window:
        part = next((p for p in parts if p.isAncestorOf(at)), None)
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and part and part not in found[-1:]:
            found.append(part)
        at = at.nextInFocusChain()
    assert found == parts


def test_the_search_field_is_seen_in_a_narrow_window(application: Application) -> None:
    window = application.start()
    window.later.finish()
    actions, bar = window.actions_, window.frame.toolbar
    window.resize(190 * window.fontMetrics().averageCharWidth(), 700)
    QApplication.processEvents()
    whole = list(bar.actions())
    window.resize(130 * window.fontMetrics().averageCharWidth(), 700)
    QApplication.processEvents()
    assert actions["stacked"] not in bar.actions()
    assert window.search_field.width() > 12 * window.fontMetrics().averageCharWidth()
    window.resize(190 * window.fontMetrics().averageCharWidth(), 700)
    QApplication.processEvents()
    assert bar.actions() == whole
    assert window.frame.toolbar_button("stacked") is not None
