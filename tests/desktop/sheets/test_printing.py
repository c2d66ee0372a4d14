"""A sheet on paper: its real pages, as asked for, and it can be stopped."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.corpus import Corpus
from db.sheets.checking.pdf_text import pages as pdf_pages
from db.sheets.choices import Orientation, Paper
from db.sheets.requests import SheetRequest
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sheets.pdf_pages import open_pages
from desktop.sheets.printed_pages import fitted, on_paper_of, wanted_pages
from desktop.sheets.printing import PrintDialog, new_printer
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import ALT, KEY, Window, event_named, make_desk, press, words_of

Open = Callable[..., PrintDialog]


@pytest.fixture
def open_dialog(desk: Any, window: Window, jobs: Jobs, show: Show) -> Open:
    def opening(**more: Any) -> PrintDialog:
        dialog = PrintDialog(desk, window, **({"jobs": jobs} | more))
        show(dialog)
        return dialog

    return opening


@pytest.fixture
def to_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The system's dialog answers: print to this file."""
    file = tmp_path / "sheet.pdf"

    def answer(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    yield file


@pytest.fixture
def to_paper(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The system's dialog answers: print from the first page on, as to a printer of paper."""
    file = tmp_path / "paper.pdf"

    def answer(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        dialog.printer().setFromTo(1, 999)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    yield file


def finish(dialog: PrintDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not isValid(dialog) or dialog.isHidden())


def test_this_event_is_printed_by_return(
    open_dialog: Open, to_file: Path, window: Window, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    press(KEY.Key_Return)
    finish(dialog, qtbot)
    assert to_file.read_bytes().startswith(b"%PDF-")
    assert window.said == ["The sheet is in sheet.pdf."]
    assert window.warned == []


def test_all_events_have_a_key(open_dialog: Open, session: Session) -> None:
    dialog = open_dialog()
    assert dialog.request().events == (event_named(session, "The crane falls").id,)
    press(KEY.Key_A, ALT)
    assert dialog.request().events == ()


def test_what_the_window_counts_and_shows_is_what_is_printed(
    open_dialog: Open, session: Session
) -> None:
    session.selection.set_known_by(1_324_000_000)
    dialog = open_dialog()
    request = dialog.request()
    assert request.known_by == 1_324_000_000
    assert request.sources == tuple(s.id for s in reversed(session.sources))


def test_thinking_better_of_it_prints_nothing(
    open_dialog: Open, monkeypatch: pytest.MonkeyPatch, window: Window
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: QDialog.DialogCode.Rejected)
    dialog = open_dialog()
    press(KEY.Key_Return)
    assert dialog.isVisible()
    assert dialog.ok.isEnabled()
    assert window.said == window.warned == []


def test_a_file_that_cannot_be_printed_to_is_named_with_the_reason(
    open_dialog: Open, monkeypatch: pytest.MonkeyPatch, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    def nowhere(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "no such folder" / "sheet.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", nowhere)
    dialog = open_dialog()
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(window.warned))
    assert "sheet.pdf could not be written" in dialog.error.text()
    assert dialog.ok.isEnabled()


def test_pages_go_to_a_printer_of_paper_one_by_one(
    open_dialog: Open, to_paper: Path, window: Window, qtbot: QtBot
) -> None:
    dialog = open_dialog()
    press(KEY.Key_Return)
    finish(dialog, qtbot)
    with open_pages(to_paper.read_bytes()) as printed:
        assert len(printed) == 1
        picture = printed.picture(0, 0.5)
    shades = {picture.pixelColor(x, y).lightness() for x in range(0, picture.width(), 3)
              for y in range(0, picture.height(), 3)}  # fmt: skip
    assert min(shades) < 120
    assert max(shades) == 255
    assert window.said == ["The sheet is in paper.pdf."]


def test_a_printer_that_does_not_begin_is_told(
    open_dialog: Open, to_paper: Path, monkeypatch: pytest.MonkeyPatch, window: Window, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desktop.sheets.printed_pages.QPainter.begin", lambda *given: False)
    dialog = open_dialog()
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(window.warned))
    assert "The printer did not take the sheet." in dialog.error.text()
    assert dialog.ok.isEnabled()


def test_escape_stops_it_and_leaves_no_half_sheet(
    desk: Any, open_dialog: Open, to_paper: Path, window: Window, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    working = Jobs()

    def slow(*given: object) -> list[int]:
        return [0] * 10_000

    monkeypatch.setattr("desktop.sheets.printed_pages.wanted_pages", slow)
    dialog = open_dialog(jobs=working)
    with qtbot.waitSignal(working.progress):
        press(KEY.Key_Return)
    press(KEY.Key_Escape)
    finish(dialog, qtbot)
    working.close()
    assert window.said == ["Printing was stopped."]
    assert not to_paper.exists()


def test_a_fault_of_ours_leaves_the_dialog_and_no_half_sheet(
    open_dialog: Open, to_paper: Path, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("desktop.sheets.printed_pages.draw_page", faulty)
    dialog = open_dialog()
    with qtbot.captureExceptions() as caught:
        press(KEY.Key_Return)
        qtbot.waitUntil(lambda: bool(window.warned))
    assert caught[0][0] is ZeroDivisionError
    assert not to_paper.exists()
    assert dialog.ok.isEnabled()


def test_a_sheet_lies_flat_for_its_columns(qapp: QApplication) -> None:
    layout = new_printer("Harbour").pageLayout()
    assert layout.orientation() is layout.Orientation.Landscape


def test_paper_and_its_way_follow_the_printer(qapp: QApplication) -> None:
    designed = SheetRequest(paper=Paper.LETTER, orientation=Orientation.PORTRAIT)
    printer = new_printer("Harbour", designed)
    assert on_paper_of(designed, printer) == designed
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    asked = on_paper_of(designed, printer)
    assert (asked.paper, asked.orientation) == (Paper.A4, Orientation.LANDSCAPE)


def test_a_page_lies_in_the_middle_of_larger_paper_and_keeps_its_form() -> None:
    place = fitted(QSizeF(200, 100), QSizeF(1000, 1000))
    assert place == QRectF(0, 250, 1000, 500)


def test_pages_are_printed_from_where_to_where_the_reader_says(qapp: QApplication) -> None:
    printer = new_printer("Harbour")
    assert wanted_pages(printer, 3) == [0, 1, 2]
    printer.setFromTo(2, 9)
    assert wanted_pages(printer, 3) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 3) == [2, 1]


def test_the_designer_prints_what_is_designed(
    desk: Any, window: Window, jobs: Jobs, show: Show, to_file: Path, session: Session, qtbot: QtBot
) -> None:
    event = event_named(session, "Ships wait")
    designed = SheetRequest(events=(event.id,), title="Harbour at noon")
    dialog = PrintDialog(desk, window, designed=designed, jobs=jobs)
    show(dialog)
    assert dialog.request() == designed
    press(KEY.Key_Return)
    finish(dialog, qtbot)
    assert "Harbour at noon" in "".join(pdf_pages(to_file.read_bytes()))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have their own")
def test_without_a_printer_the_dialog_offers_a_file_by_name(
    open_dialog: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog()
    asked: list[QPrinter] = []

    def look(printer: QPrintDialog) -> QDialog.DialogCode:
        asked.append(printer.printer())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    monkeypatch.setattr(QPrintDialog, "exec", look)
    dialog.accept()
    assert Path(asked[0].outputFileName()).name == "Harbour.pdf"
    assert dialog.ok.isEnabled()


def test_an_empty_corpus_has_nothing_to_print(
    window: Window, jobs: Jobs, show: Show, tmp_path: Path
) -> None:
    session = Session(Corpus.create(tmp_path / "empty.triptych", title="Empty", zone="UTC"))
    dialog = PrintDialog(make_desk(session), window, jobs=jobs)
    show(dialog)
    assert not dialog.ok.isEnabled()
    assert any("no events" in words for words in words_of(dialog))
    dialog.reject()
    session.close()
