"""Sheets: a PDF of 5,000 rows against one of 1,000, both from a corpus to the last byte."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from db.corpus import Corpus
from db.sheets.building import build_sheet
from db.sheets.pdf import render
from db.sheets.requests import SheetRequest
from tests.benchmarks.corpora import Scale, build
from tests.benchmarks.measuring import Result, once

SHORT, LONG = 1_000, 5_000


def pdf() -> Iterator[Result]:
    """Three sources beside one another, a row for each event."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.triptych"
        build(path, Scale(40, 4_000, LONG, 100_000))
        with Corpus.open(path, read_only=True) as corpus:
            short = min(once(lambda: _render(corpus, SHORT)) for _ in range(2))
            long = once(lambda: _render(corpus, LONG))
    yield Result("PDF 5,000 / 1,000 rows", long / short, 5.5, f"{long:.1f} s", f"{short:.1f} s")


def _render(corpus: Corpus, rows: int) -> None:
    events = tuple(event.id for event in corpus.events.all()[:rows])
    sheet = build_sheet(corpus, SheetRequest(events=events, sources=(1, 2, 3), date="2011-12-20"))
    assert len(render(sheet)) > 1_000
