"""Sheets: a PDF against typst alone on the same source, and one of 5,000 rows against 1,000."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import resources
from db.corpus import Corpus
from db.sheets.building import build_sheet
from db.sheets.model import Sheet
from db.sheets.page import page_data
from db.sheets.pdf import render
from db.sheets.printable import Printer
from db.sheets.requests import SheetRequest
from db.sheets.typesetting import Setting, typeset
from tests.benchmarks.corpora import Scale, build
from tests.benchmarks.measuring import Result, Work, interleaved, once, result

SHORT, LONG = 1_000, 5_000
SAMPLES = 3


def pdf() -> Iterator[Result]:
    """Three sources beside one another, a row for each event."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.triptych"
        build(path, Scale(40, 4_000, LONG, 100_000))
        with Corpus.open(path, read_only=True) as corpus:
            alone = _alone(corpus)
            reference, subject = interleaved(alone, lambda: _render(corpus, SHORT), SAMPLES)
            short = min(once(lambda: _render(corpus, SHORT)) for _ in range(2))
            long = once(lambda: _render(corpus, LONG))
    yield result("PDF 1,000 events / typst alone", 2.0, reference, subject)
    yield Result("PDF 5,000 / 1,000 rows", long / short, 5.5, f"{long:.1f} s", f"{short:.1f} s")


def _alone(corpus: Corpus) -> Work:
    """Typst on the template and the data of the same sheet, ready as they are."""
    sheet = _sheet(corpus, SHORT)
    template = resources.path("sheets", "sheet.typ").read_text(encoding="utf-8")
    data = json.dumps(page_data(sheet, Printer()), ensure_ascii=False)
    setting = Setting(template, data, 0)
    return lambda: typeset(setting)


def _render(corpus: Corpus, rows: int) -> None:
    assert len(render(_sheet(corpus, rows))) > 1_000


def _sheet(corpus: Corpus, rows: int) -> Sheet:
    events = tuple(event.id for event in corpus.events.all()[:rows])
    return build_sheet(corpus, SheetRequest(events=events, sources=(1, 2, 3), date="2011-12-20"))
