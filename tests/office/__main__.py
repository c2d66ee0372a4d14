"""`python -m tests.office`: sheets through LibreOffice and Chromium and back, word by word.

Every format that an office program or a browser opens is opened there, saved again in its own and
in other formats, and checked: each quotation has to be exact, each reference there. With a folder
as argument the files and the pages as PDF are kept in it, to be looked at.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl

import resources
from db.corpus import Corpus
from db.sheets.checking.checking import check_sheet
from db.sheets.checking.finding import Verdict
from db.sheets.exporting import export
from db.sheets.model import Sheet
from db.sheets.references import find_references, references
from db.sheets.requests import SheetRequest
from tests.office import corpora, programs

# What each format is saved as, one after another.
WAYS = (
    ("docx", ()), ("docx", ("docx",)), ("docx", ("odt", "docx")),
    ("odt", ()), ("odt", ("odt",)), ("odt", ("docx", "odt")),
    ("xlsx", ()), ("xlsx", ("xlsx",)), ("xlsx", ("ods", "xlsx")),
    ("csv", ()), ("html", ()), ("json", ()), ("md", ()),
)  # fmt: skip
DATE = "2011-12-31"


def main() -> int:
    """Run every way; 1 where something was lost on one."""
    programs.install()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary)
        folder.mkdir(parents=True, exist_ok=True)
        office = programs.Office(folder, resources.path("fonts"))
        lost = 0
        for make in (corpora.case, corpora.odd):
            for line, good in _checked(make(folder), folder, office):
                print(f"{'ok  ' if good else 'LOST'}  {line}", flush=True)
                lost += not good
    return 1 if lost else 0


def _checked(corpus: Path, folder: Path, office: programs.Office) -> Iterator[tuple[str, bool]]:
    sheets: dict[str, Sheet] = {}
    for format, ways in WAYS:
        file = folder / f"{corpus.stem}.{format}"
        if format not in sheets:
            sheets[format] = export(SheetRequest(date=DATE), corpus, file)
        made = file
        for kind in ways:
            made = office.convert(made, kind)
        yield _exact(corpus, made, " → ".join((f"{corpus.stem}.{format}", *ways)))
    for format in ("docx", "odt", "xlsx"):
        made = office.convert(folder / f"{corpus.stem}.{format}", "pdf")
        text = programs.pdf_text(made)
        yield _referred(sheets[format], text, f"{corpus.stem}.{format} → pdf")
        if format != "xlsx" and corpus.stem == "case":
            yield _exact(corpus, made, f"{corpus.stem}.{format} → pdf")
    yield _without_formulas(office, folder / f"{corpus.stem}.csv")
    page = folder / f"{corpus.stem}.html"
    text = programs.page_text(page, folder / "browser")
    yield _referred(sheets["html"], text, f"{corpus.stem}.html in Chromium")
    paper = programs.printed(page, folder / "browser", folder / f"{corpus.stem}-printed.pdf")
    yield _referred(sheets["html"], programs.pdf_text(paper), f"{corpus.stem}.html → pdf")


def _exact(corpus: Path, file: Path, way: str) -> tuple[str, bool]:
    """Whether every quotation of a file is still exact."""
    with Corpus.open(corpus, read_only=True) as opened:
        checked = check_sheet(opened, file)
    found = Counter(each.verdict for each in checked)
    told = ", ".join(f"{count} {verdict}" for verdict, count in found.items())
    return f"{way}: {told or 'nothing found'}", set(found) == {Verdict.EXACT}


def _without_formulas(office: programs.Office, file: Path) -> tuple[str, bool]:
    """Whether a table opened as text has no formula, whatever separates its cells."""
    found = 0
    for separator in (ord(","), ord(";")):
        made = office.convert(file, "xlsx", f"CSV:{separator},34,76,1,,0,false,true,false,false")
        book = openpyxl.load_workbook(made)
        found += sum(c.data_type == "f" for tab in book for row in tab.iter_rows() for c in row)
    return f"{file.name} in LibreOffice: {found} formulas", found == 0


def _referred(sheet: Sheet, text: str, way: str) -> tuple[str, bool]:
    """Whether every reference stands in a text."""
    wanted = {str(r) for _, group in references(sheet) for r in group}
    found = {str(r) for r in find_references(text)}
    return f"{way}: {len(wanted & found)} of {len(wanted)} references", wanted <= found


if __name__ == "__main__":
    sys.exit(main())
