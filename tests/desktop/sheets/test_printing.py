"""A sheet on paper: everything is there, nothing is markup, and it can be stopped."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from db.corpus.events import EventFields
from db.records import Relation
from db.sheets.exporting import read_sheet
from db.sheets.requests import SheetRequest
from desktop.jobs import Jobs
from desktop.session import Session
from desktop.sheets.page_markup import UNITS, PageMarkup
from desktop.sheets.page_painter import PagePainter
from desktop.sheets.printing import PrintDialog, new_printer
from desktop.theme import theme
from tests.builders import held, span
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import ALT, KEY, Window, event_named, press

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


def finish(dialog: PrintDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not isValid(dialog) or dialog.isHidden())


class Pages:
    """Pages painted on pictures, to count them and to see what is on them."""

    def __init__(self, session: Session, request: SheetRequest, height: float) -> None:
        sheet = read_sheet(session.corpus.path, request)
        self.pictures = [self._picture(height)]
        self._painter = QPainter(self.pictures[0])
        pages = PagePainter(
            sheet, theme("light"), self._painter, 500 * UNITS, height * UNITS, self._turn
        )
        self._height = height
        self._painter.scale(1 / UNITS, 1 / UNITS)
        self.rows = list(pages.rows())
        self._painter.end()

    def _picture(self, height: float) -> QImage:
        picture = QImage(500, round(height), QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFFFF)
        return picture

    def _turn(self) -> bool:
        self._painter.end()
        self.pictures.append(self._picture(self._height))
        self._painter.begin(self.pictures[-1])
        self._painter.scale(1 / UNITS, 1 / UNITS)
        return True


def markup(session: Session, request: SheetRequest | None = None) -> str:
    sheet = read_sheet(session.corpus.path, request or SheetRequest())
    parts = PageMarkup(sheet, theme("light"))
    cells = [cell for row in sheet.rows for cell in parts.row(row)]
    return "\n".join([parts.opening(), *parts.column_heads(), *cells, parts.closing()])


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


def test_a_printer_that_does_not_begin_is_told(
    open_dialog: Open, to_file: Path, monkeypatch: pytest.MonkeyPatch, window: Window, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desktop.sheets.printing.QPainter.begin", lambda *given: False)
    dialog = open_dialog()
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(window.warned))
    assert "The printer did not take the sheet." in dialog.error.text()
    assert dialog.ok.isEnabled()


def test_escape_stops_between_two_rows(
    open_dialog: Open, to_file: Path, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*given: object) -> Iterator[int]:
        while True:
            yield 1

    monkeypatch.setattr(PrintDialog, "_painted", endless)
    dialog = open_dialog()
    press(KEY.Key_Return)
    qtbot.waitUntil(lambda: dialog._painter is not None)
    press(KEY.Key_Escape)
    finish(dialog, qtbot)
    assert window.said == ["Printing was stopped."]
    assert not to_file.exists()


def test_a_fault_of_ours_ends_the_painting_first(
    open_dialog: Open, to_file: Path, window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*given: object) -> Iterator[int]:
        raise ZeroDivisionError
        yield 1

    monkeypatch.setattr(PrintDialog, "_painted", faulty)
    dialog = open_dialog()
    with qtbot.captureExceptions() as caught:
        press(KEY.Key_Return)
        qtbot.waitUntil(lambda: bool(window.warned))
    assert caught[0][0] is ZeroDivisionError
    assert dialog._painter is None
    assert dialog.ok.isEnabled()


def test_a_sheet_lies_flat_for_its_columns(qapp: QApplication) -> None:
    layout = new_printer("Harbour").pageLayout()
    assert layout.orientation() is layout.Orientation.Landscape


def test_every_row_is_painted_on_as_many_pages_as_it_takes(session: Session) -> None:
    one = Pages(session, SheetRequest(), 5_000)
    assert one.rows == [1, 2, 3, 4, 5]
    assert len(one.pictures) == 1
    many = Pages(session, SheetRequest(), 260)
    assert many.rows == one.rows
    assert len(many.pictures) > 2
    blank = QImage(500, 260, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFFFF)
    assert blank not in many.pictures


def test_a_page_too_small_for_a_line_still_comes_to_an_end(session: Session) -> None:
    assert Pages(session, SheetRequest(), 70).rows == [1, 2, 3, 4, 5]


def test_what_the_sources_say_is_never_markup(session: Session) -> None:
    event = event_named(session, "Ships wait").id
    title = '<img src="//host/x.png"> <b>71+</b> & more'
    session.perform(lambda corpus: (event, corpus.events.change(event, EventFields(title))))
    page = markup(session)
    assert "<img" not in page
    assert "&lt;b&gt;71+&lt;/b&gt; &amp; more" in page


def test_silences_relations_and_doubtful_zones_are_printed(session: Session) -> None:
    page = markup(session)
    assert "nobody has looked yet" in page
    assert "background" in page
    assert "16 Dec 2011, before 12:00*" in page
    assert "an asterisk marks a zone that is not stated" in page
    assert "<u>A crane fell at noon</u>" in page


def test_every_quotation_has_its_address_and_its_reference(session: Session) -> None:
    herald = held(session.corpus, "herald/original")
    event = event_named(session, "Ships wait").id
    place = span(session.corpus, herald, "The mayor expects an inquiry on Monday.")
    session.perform(lambda corpus: corpus.mentions.add(event, herald, *place, Relation.EXPECTS))
    page = markup(session, SheetRequest(events=(event,)))
    assert "B.2 · expects" in page
    assert f"B.2 ⟦herald/original {place[0]}–{place[1]} #" in page
