"""Sheets: a PDF against typst alone on the same source, and one of 5,000 rows against 1,000.

Typst remembers what it laid out, so that of two that set the same pages in one process the second
has little to do. Each sample is therefore a process of its own, which starts with nothing: typst
alone gets the template and the data ready, ours opens the corpus and ends with the finished file.
Both start Python and load the same fonts. Memory is the most that a process held.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import resources
from db.corpus import Corpus
from db.sheets.building import build_sheet
from db.sheets.page import page_data
from db.sheets.printable import Printer
from db.sheets.requests import SheetRequest
from db.sheets.typesetting import Setting
from tests.benchmarks.corpora import Scale, build
from tests.benchmarks.measuring import Result

SHORT, LONG = 1_000, 5_000
SAMPLES = 3
MEGABYTE = 1024.0
ALONE = "from db.sheets.typesetting import main; raise SystemExit(main())"
OURS = """
import sys
from pathlib import Path
from db.sheets.exporting import export
from db.sheets.requests import SheetRequest
events = tuple(range(1, int(sys.argv[2]) + 1))
request = SheetRequest(events=events, sources=(1, 2, 3), date="2011-12-20")
export(request, Path(sys.argv[1]), Path(sys.argv[1]).with_suffix(".pdf"))
"""


def pdf() -> Iterator[Result]:
    """Three sources beside one another, a row for each event; seconds of process time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.triptych"
        build(path, Scale(40, 4_000, LONG, 100_000))
        source = Path(folder) / "source.json"
        source.write_text(_source(path), encoding="utf-8")
        pairs = [
            (_spent(ALONE, [], source), _spent(OURS, [str(path), str(SHORT)]))
            for _ in range(SAMPLES)
        ]
        long = _spent(OURS, [str(path), str(LONG)])
    alone, ours = (min(series) for series in zip(*pairs, strict=True))
    yield _result("PDF 1,000 events / typst alone", 2.0, ours[0], alone[0], "s")
    yield _result("PDF 1,000 events: memory / typst alone", 1.5, ours[1], alone[1], "MB")
    yield _result("PDF 5,000 / 1,000 rows", 5.5, long[0], ours[0], "s")


def _result(name: str, reach: float, subject: float, reference: float, unit: str) -> Result:
    return Result(
        name, subject / reference, reach, f"{subject:.1f} {unit}", f"{reference:.1f} {unit}"
    )


def _source(path: Path) -> str:
    """What typst alone is given: the very template and data of the same sheet."""
    with Corpus.open(path, read_only=True) as corpus:
        request = SheetRequest(
            events=tuple(range(1, SHORT + 1)), sources=(1, 2, 3), date="2011-12-20"
        )
        data = page_data(build_sheet(corpus, request), Printer())
    template = resources.path("sheets", "sheet.typ").read_text(encoding="utf-8")
    setting = Setting(template, json.dumps(data, ensure_ascii=False), 0)
    return json.dumps(asdict(setting))


def _spent(program: str, arguments: list[str], given: Path | None = None) -> tuple[float, float]:
    """Seconds of process time and megabytes at most, of a new process that runs a program."""
    nothing = Path(os.devnull)
    with (given or nothing).open("rb") as source, nothing.open("wb") as sink:
        child = os.posix_spawn(
            sys.executable,
            [sys.executable, "-c", program, *arguments],
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, source.fileno(), 0),
                (os.POSIX_SPAWN_DUP2, sink.fileno(), 1),
            ],
        )
    _, status, used = os.wait4(child, 0)
    assert status == 0, program
    return used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE
