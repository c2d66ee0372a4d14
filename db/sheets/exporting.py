"""Exporting a sheet: the formats there are, and the job that writes one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from db.corpus import Corpus
from db.errors import CorpusError, said
from db.sheets.building import build_sheet
from db.sheets.model import Sheet
from db.sheets.requests import SheetRequest
from db.sheets.watching import Watch, unwatched
from db.sheets.writing import write_whole

Report = Callable[[int, int], None]
"""Called with the steps done and the steps in all."""
Cancelled = Callable[[], bool]


class UnknownFormatError(CorpusError):
    """A sheet was asked for in a format that this program does not write."""

    template: ClassVar[str] = (
        "{file} was not written: this version writes sheets as {known}, not as {format}."
    )


class ExportCancelledError(CorpusError):
    """The reader stopped an export before anything was written."""

    template: ClassVar[str] = "The export of {file} was stopped; nothing was written."


def _pdf(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.pdf import render

    return render(sheet, watch)


def _docx(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.office.docx import render

    return render(sheet, watch)


def _odt(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.office.odt import render

    return render(sheet, watch)


def _html(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.html import render

    return render(sheet, watch)


def _take_home(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.take_home.html import render

    return render(sheet)


def _xlsx(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.xlsx.workbook import render

    return render(sheet, watch)


def _csv(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.csv_sheet import render

    return render(sheet, watch)


def _markdown(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.markdown import render

    return render(sheet, watch)


def _json(sheet: Sheet, watch: Watch) -> bytes:
    from db.sheets.json_sheet import render

    return render(sheet, watch)


TAKE_HOME: Final = "take-home"
# Imported late, each: a start must not wait for typst or Jinja2.
FORMATS: Final[Mapping[str, Callable[[Sheet, Watch], bytes]]] = {
    "pdf": _pdf,
    "docx": _docx,
    "odt": _odt,
    "html": _html,
    "xlsx": _xlsx,
    "csv": _csv,
    "md": _markdown,
    "json": _json,
    TAKE_HOME: _take_home,
}
# Whose pages are set when every row is written down: each row takes so many steps more.
_PAGED: Final = frozenset({"pdf"})
_SETTING: Final = 16
# Formats that are called by name, since they share an ending with another.
ENDINGS: Final[Mapping[str, str]] = {TAKE_HOME: "html"}
ALIASES: Final[Mapping[str, str]] = {"htm": "html", "markdown": "md"}


def format_of(target: Path, format: str = "") -> str:
    """The format asked for, else that of a file's ending; raises UnknownFormatError."""
    asked = (format or target.suffix).lower().lstrip(".")
    known = ALIASES.get(asked, asked)
    if known not in FORMATS:
        raise UnknownFormatError(
            file=target, format=asked or said("a file without an ending"), known=_listed([*FORMATS])
        )
    return known


def export(
    request: SheetRequest,
    corpus: Path,
    target: Path,
    format: str = "",
    report: Report | None = None,
    cancelled: Cancelled | None = None,
) -> Sheet:
    """Write the sheet that is asked for to a file, over an older export; returns the sheet.

    A job: opens its own Corpus, for reading only, and may run on any thread. Raises
    UnknownFormatError, InvalidEditError, ExportError or ExportCancelledError.
    """
    format = format_of(target, format)
    render = FORMATS[format]
    steps = _Steps(target, report, cancelled, pages=format in _PAGED)
    if format == TAKE_HOME:
        request = replace(request, whole_texts=True, context=None)
    sheet = read_sheet(corpus, request, steps.check)
    steps.read(len(sheet.rows))
    data = render(sheet, steps)
    steps.rendered()
    write_whole(target, data)
    steps.written()
    return sheet


def read_sheet(corpus: Path, request: SheetRequest, watch: Watch = unwatched) -> Sheet:
    """A sheet as the corpus file says at one moment, whoever is writing to it."""
    with Corpus.open(corpus, read_only=True) as opened:
        opened.connection.execute("BEGIN")
        try:
            return build_sheet(opened, request, watch)
        finally:
            opened.connection.execute("ROLLBACK")


class _Steps:
    """Says how far an export is, and stops it between two steps where asked to.

    Reading is one step, each row one, writing one; between the last two, setting pages takes so
    many steps a row as it takes longer. A format that cannot tell its rows takes all of them in
    one stride.
    """

    def __init__(
        self, target: Path, report: Report | None, cancelled: Cancelled | None, *, pages: bool
    ) -> None:
        self._target = target
        self._report = report
        self._cancelled = cancelled
        self._a_row = _SETTING if pages else 0
        self._done = 0
        self._rows = 0
        self._pages = 0

    def read(self, rows: int) -> None:
        """The sheet is read, and has so many rows."""
        self._rows = rows
        self._pages = rows * self._a_row
        self._reach(1)

    def __call__(self) -> None:
        """One more row is ready; beyond the last, work goes on that can still be stopped."""
        if self._done <= self._rows:
            self._tell(self._done + 1)
        self.check()

    def within(self, share: float) -> None:
        """So much of the pages is set, from 0 to 1."""
        step = self._rows + 1 + int(share * self._pages)
        if step > self._done:
            self._tell(step)

    def check(self) -> None:
        """Stop where the reader wants it, however far the work is."""
        if self._cancelled and self._cancelled():
            raise ExportCancelledError(file=self._target)

    def rendered(self) -> None:
        """The file is ready to be written."""
        if self._done < self._last - 1:
            self._reach(self._last - 1)

    def written(self) -> None:
        """The file is in its place: too late to stop."""
        self._tell(self._last)

    @property
    def _last(self) -> int:
        return self._rows + self._pages + 2

    def _reach(self, step: int) -> None:
        self._tell(step)
        self.check()

    def _tell(self, step: int) -> None:
        self._done = step
        if self._report:
            self._report(step, self._last)


def _listed(words: list[str]) -> str:
    return said("{all_but_one} or {last}", all_but_one=tuple(words[:-1]), last=words[-1])
