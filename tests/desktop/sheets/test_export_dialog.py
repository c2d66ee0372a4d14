"""A sheet is chosen by keyboard, written as a job, and can be stopped."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.sheets import exporting
from db.sheets.choices import Orientation, Paper
from db.sheets.model import Sheet
from db.sheets.requests import SheetRequest
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sheets.event_scope import Scope
from desktop.sheets.export_dialog import ExportDialog
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import ALT, KEY, Window, event_named, focused, press, source_named

Open = Callable[..., ExportDialog]


@pytest.fixture
def open_dialog(desk: Any, window: Window, jobs: Jobs, show: Show) -> Open:
    def opening(**more: Any) -> ExportDialog:
        dialog = ExportDialog(desk, window, **({"jobs": jobs} | more))
        show(dialog)
        return dialog

    return opening


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[list[tuple[str, str]]]:
    """Where the reader says the sheet should go; yields what the file dialog was asked."""
    asked: list[tuple[str, str]] = []

    def answer(dialog: ExportDialog, name: str, format: str) -> Path:
        asked.append((name, format))
        return tmp_path / name

    monkeypatch.setattr(ExportDialog, "_ask_file", answer)
    yield asked


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> list[SheetRequest]:
    """The requests that reach the export."""
    seen: list[SheetRequest] = []

    def fake(request: SheetRequest, *given: object) -> str:
        seen.append(request)
        return "a sheet"

    monkeypatch.setattr("desktop.sheets.export_dialog.export", fake)
    return seen


def finish(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not isValid(dialog) or dialog.isHidden())


def test_return_alone_exports_everything_shown(
    open_dialog: Open,
    target: list[tuple[str, str]],
    session: Session,
    window: Window,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    dialog = open_dialog()
    dialog.options.format.setCurrentIndex(dialog.options.format.findData("html"))
    press(KEY.Key_Return)
    finish(dialog, qtbot)
    assert target == [("Harbour.html", "html")]
    page = (tmp_path / "Harbour.html").read_text(encoding="utf-8")
    assert "The crane falls" in page
    assert "A crane fell at noon" in page
    assert window.said == ["The sheet is in Harbour.html."]
    assert window.warned == []


def test_the_sources_stand_as_their_columns(
    open_dialog: Open,
    target: list[tuple[str, str]],
    requests: list[SheetRequest],
    session: Session,
    qtbot: QtBot,
) -> None:
    dialog = open_dialog()
    press(KEY.Key_Return)
    finish(dialog, qtbot)
    herald, tower = source_named(session, "herald").id, source_named(session, "tower").id
    assert requests == [
        SheetRequest(
            sources=(herald, tower),
            title="Harbour",
            paper=Paper(requests[0].paper),
            orientation=Orientation.LANDSCAPE,
        )
    ]


@pytest.mark.parametrize("key", [KEY.Key_T, KEY.Key_L, KEY.Key_A])
def test_the_usual_choices_of_events_have_keys(
    open_dialog: Open,
    target: list[tuple[str, str]],
    requests: list[SheetRequest],
    session: Session,
    qtbot: QtBot,
    key: KEY,
) -> None:
    dialog = open_dialog()
    press(key, ALT)
    press(KEY.Key_Return)
    finish(dialog, qtbot)
    wanted = {
        KEY.Key_T: (event_named(session, "The crane falls").id,),
        KEY.Key_L: tuple(e.id for e in session.events[:2]),
        KEY.Key_A: (),
    }[key]
    assert requests[0].events == wanted


def test_ticking_an_event_makes_it_ones_own_choice(
    open_dialog: Open,
    target: list[tuple[str, str]],
    requests: list[SheetRequest],
    session: Session,
    qtbot: QtBot,
) -> None:
    dialog = open_dialog()
    dialog.scope.choose(Scope.THIS)
    assert dialog.scope.model.ticked() == (event_named(session, "The crane falls").id,)
    dialog.scope.filter.setFocus()
    QTest.keyClicks(focused(), "inq")
    dialog.scope.list.setFocus()
    dialog.scope.list.setCurrentIndex(dialog.scope.model.index(0))
    press(KEY.Key_Space)
    assert dialog.scope.scope() is Scope.TICKED
    press(KEY.Key_Return)
    finish(dialog, qtbot)
    wanted = {event_named(session, t).id for t in ("The crane falls", "The inquiry")}
    assert set(requests[0].events) == wanted


def test_the_timelines_limit_is_taken_over_and_can_be_lifted(
    open_dialog: Open, session: Session
) -> None:
    assert open_dialog().options.known_by.count() == 1
    session.selection.set_known_by(1_324_000_000)
    options = open_dialog().options
    assert options.request(()).known_by == 1_324_000_000
    assert "16 Dec 2011, 06:46" in options.known_by.currentText()
    options.known_by.setCurrentIndex(0)
    assert options.request(()).known_by is None


def test_paper_and_quoting_reach_the_sheet(open_dialog: Open) -> None:
    options = open_dialog().options
    options.paper.setCurrentText("Letter, portrait")
    options.context.setCurrentIndex(2)
    request = options.request((1,))
    assert (request.paper, request.orientation) == (Paper.LETTER, Orientation.PORTRAIT)
    assert request.context == 80


def test_paper_is_asked_only_where_there_are_pages(open_dialog: Open) -> None:
    options = open_dialog().options
    options.format.setCurrentIndex(options.format.findData("md"))
    assert not options.paper.isEnabled()
    options.format.setCurrentIndex(options.format.findData("pdf"))
    assert options.paper.isEnabled()


def test_nothing_ticked_is_nothing_to_export(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.options.sources.tick([])
    dialog.options.sources.ticked_changed.emit()
    assert not dialog.ok.isEnabled()
    assert dialog.ok.toolTip() == "Tick a source."
    dialog.options.sources.tick([s.id for s in dialog.options._session.sources])
    dialog.scope.model.tick([])
    dialog.scope.model.ticked_changed.emit()
    assert not dialog.ok.isEnabled()
    assert dialog.ok.toolTip() == "Tick an event."
    press(KEY.Key_Return)
    assert dialog.isVisible()


def test_what_cannot_be_written_is_said_and_the_dialog_stays(
    open_dialog: Open, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    lost = tmp_path / "no such folder" / "Harbour.pdf"
    monkeypatch.setattr(ExportDialog, "_ask_file", lambda *given: lost)
    dialog = open_dialog()
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(window.warned))
    assert dialog.isVisible()
    assert "Harbour.pdf could not be written" in dialog.error.text()
    assert dialog.ok.isEnabled()
    assert dialog.page.isEnabled()


def test_a_corpus_is_never_written_over(
    open_dialog: Open, window: Window, session: Session, monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:  # fmt: skip
    monkeypatch.setattr(ExportDialog, "_ask_file", lambda *given: session.corpus.path)
    open_dialog()
    before = session.corpus.path.read_bytes()
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(window.warned))
    assert session.corpus.path.read_bytes() == before


def test_thinking_better_of_it_changes_nothing(
    open_dialog: Open, monkeypatch: pytest.MonkeyPatch, window: Window
) -> None:
    monkeypatch.setattr(ExportDialog, "_ask_file", lambda *given: None)
    dialog = open_dialog()
    press(KEY.Key_Return)
    assert dialog.isVisible()
    assert dialog.ok.isEnabled()
    press(KEY.Key_Escape)
    assert not dialog.isVisible()
    assert window.said == window.warned == []


def test_a_known_ending_that_is_typed_wins_over_the_format_chosen(
    open_dialog: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr(ExportDialog, "_ask_file", lambda *given: tmp_path / "sheet.md")
    dialog = open_dialog()
    press(KEY.Key_Return)
    finish(dialog, qtbot)
    assert (tmp_path / "sheet.md").read_text(encoding="utf-8").count("The crane falls")


def test_escape_stops_an_export_that_runs_and_then_leaves(
    open_dialog: Open,
    target: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    window: Window,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    def slow(
        request: SheetRequest, corpus: Path, target: Path, format: str, report: Any, cancelled: Any
    ) -> Sheet:
        while not cancelled():
            report(1, 3)
        raise exporting.ExportCancelledError(file=target)

    monkeypatch.setattr("desktop.sheets.export_dialog.export", slow)
    dialog = open_dialog(jobs=None)
    press(KEY.Key_Return)
    qtbot.waitUntil(dialog.strip.isVisible)
    assert not dialog.page.isEnabled()
    assert not dialog.ok.isEnabled()
    press(KEY.Key_Escape)
    finish(dialog, qtbot)
    assert window.said == ["The export of Harbour.pdf was stopped; nothing was written."]
    assert window.warned == []
    assert not (tmp_path / "Harbour.pdf").exists()


def test_the_file_dialog_proposes_a_name_and_its_ending(
    open_dialog: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[tuple[list[str], str, bool]] = []

    def answer(dialog: QFileDialog) -> int:
        names = [Path(f).name for f in dialog.selectedFiles()]
        confirms = not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
        seen.append((names, dialog.defaultSuffix(), confirms))
        return 0

    monkeypatch.setattr(QFileDialog, "exec", answer)
    dialog = open_dialog()
    assert dialog._ask_file("Harbour.pdf", "pdf") is None
    assert seen == [(["Harbour.pdf"], "pdf", True)]


def test_a_place_that_cannot_be_written_to_is_refused_before_any_page_is_made(
    open_dialog: Open, window: Window, monkeypatch: pytest.MonkeyPatch, session: Session,
    tmp_path: Path,
) -> None:  # fmt: skip
    dialog = open_dialog()
    for place, why in (
        (session.corpus.path, "a corpus or another database"),
        (tmp_path / "no such folder" / "x.pdf", "there is no such folder"),
        (tmp_path, "something else than a file"),
    ):
        monkeypatch.setattr(ExportDialog, "_ask_file", lambda *given, place=place: place)
        dialog.accept()
        assert why in dialog.error.text()
        assert not dialog.strip.isVisible()
        assert dialog.ok.isEnabled()
