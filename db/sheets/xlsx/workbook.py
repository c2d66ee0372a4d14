"""XLSX: a sheet as a workbook through XlsxWriter; the same bytes every time.

Texts are written as texts, never as formulas, links or numbers.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from db.fingerprint import shown
from db.sheets.choices import Orientation, Paper
from db.sheets.flat import Record, records
from db.sheets.model import Sheet
from db.sheets.packing import sheet_moment
from db.sheets.seals import seals
from db.sheets.watching import Watch, unwatched
from db.sheets.wording import words_of
from db.sheets.xlsx.cells import SANS, Styles, Table, cell_text
from db.sheets.xlsx.comparison import ComparisonTable
from db.sheets.xlsx.tables import TABLES, write_table

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_PAPERS: Final = {Paper.A4: 9, Paper.LETTER: 1}
# Without these a sheet is not complete; the others only where they hold something.
_ALWAYS: Final = frozenset({"events", "sources", "references"})
_MOST_OF_A_FOOT: Final = 90


def render(sheet: Sheet, watch: Watch = unwatched) -> bytes:
    """The sheet as an XLSX file."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    try:
        _Workbook(sheet, book).write(watch)
    except BaseException:
        # Stopped: the library would warn of a book that was never closed.
        book.fileclosed = True
        raise
    book.close()
    return out.getvalue()


class _Workbook:
    """Writes one sheet into one book."""

    def __init__(self, sheet: Sheet, book: Any) -> None:
        self._sheet = sheet
        self._book = book
        self._words = words_of(sheet)
        self._styles = Styles(book)

    def write(self, watch: Watch) -> None:
        """Every tab."""
        self._book.set_properties(
            {"title": cell_text(self._sheet.title)[:250], "created": sheet_moment(self._sheet),
             "author": "", "comments": ""}
        )  # fmt: skip
        table = self._tab("comparison")
        comparison = ComparisonTable(self._sheet, table)
        self._finish(table, comparison.write(watch), comparison.columns, leads=1)
        found = _by_kind(records(self._sheet))
        for name, kind, fields in TABLES:
            if kind in found or name in _ALWAYS:
                table = self._tab(name)
                rows, columns = write_table(table, fields, found.get(kind, ()), watch)
                self._finish(table, rows, columns, leads=1)
        self._about()

    def _tab(self, name: str) -> Table:
        return Table(self._book.add_worksheet(self._words.table("tabs")[name]), self._styles)

    def _finish(self, table: Table, rows: int, columns: int, *, leads: int) -> None:
        """What makes a table easy to read, to filter and to print."""
        sheet = table.sheet
        sheet.freeze_panes(1, leads)
        sheet.autofilter(0, 0, max(rows, 1), columns - 1)
        sheet.repeat_rows(0)
        sheet.hide_gridlines(2)
        self._paper(sheet)

    def _paper(self, sheet: Any) -> None:
        if self._sheet.orientation is Orientation.LANDSCAPE:
            sheet.set_landscape()
        sheet.set_paper(_PAPERS[self._sheet.paper])
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        page = self._words.labels["page"].format(page="&P", pages="&N")
        foot = f"{self._foot()} · {self._sheet.made.shown}"
        sheet.set_header(f"&L&8{_footed(self._sheet.title)}&R&8&A")
        sheet.set_footer(f"&L&8{foot}&R&8{page}")

    def _foot(self) -> str:
        content = f"{self._words.labels['content']} {shown(self._sheet.corpus_hash)}"
        return f"{_footed(self._sheet.corpus_title)} · {content}"

    def _about(self) -> None:
        table = self._tab("about")
        table.sheet.set_column(0, 0, 26)
        table.sheet.set_column(1, 1, 110)
        table.sheet.hide_gridlines(2)
        for row, (name, value) in enumerate(self._facts()):
            table.text(row, 0, name, self._styles.muted())
            text = cell_text(value)
            table.text(row, 1, text, self._styles.cell(text, face=SANS))
        self._paper(table.sheet)

    def _facts(self) -> Iterator[tuple[str, str]]:
        sheet, labels, columns = self._sheet, self._words.labels, self._words.table("columns")
        yield labels["title"], sheet.title
        yield columns["kind"], f"{self._words.kind(sheet)} · {self._words.extent(sheet)}"
        yield columns["made"], sheet.made.shown
        yield columns["corpus"], sheet.corpus_title
        yield columns["content"], sheet.corpus_hash
        yield columns["zone"], sheet.zone
        if sheet.known_by:
            yield columns["known_by"], sheet.known_by.shown
        for note in self._words.notes(sheet, dotted="asterisk", marked="underlined"):
            yield "", note
        for number, seal in enumerate(seals(sheet)):
            yield labels["seals"] if number == 0 else "", seal


def _by_kind(found: Iterable[Record]) -> Mapping[str, list[Record]]:
    kinds: dict[str, list[Record]] = {}
    for record in found:
        kinds.setdefault(str(record["record"]), []).append(record)
    return kinds


def _footed(text: str) -> str:
    """A text for the head or foot of a page, where an ampersand begins a code."""
    line = " ".join(cell_text(text).split())
    return line[:_MOST_OF_A_FOOT].replace("&", "&&")
