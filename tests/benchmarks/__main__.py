"""`python -m tests.benchmarks`: a table of every measurement, and the same as JSON.

Each bench runs in processes of its own, three times; the best run that is not void counts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

RUNS = 3


def benches(small: bool) -> dict[str, tuple[Callable[[], Iterator[Any]], int]]:
    """Every bench by name, with how many processes run it."""
    from tests.benchmarks import (
        bench_comparing,
        bench_corpus,
        bench_desk,
        bench_formats,
        bench_matrix,
        bench_packages,
        bench_reading,
        bench_sheets,
        bench_start,
        bench_timeline,
        bench_words,
        corpora,
    )

    scale = corpora.SMALL if small else corpora.FULL
    return {
        "switch": (bench_reading.random_switch, RUNS),
        "next": (bench_reading.next_event, RUNS),
        "desk": (bench_desk.choosing, RUNS),
        "drag": (bench_reading.drag_frame, RUNS),
        "length": (bench_reading.length_does_not_matter, RUNS),
        "browser": (bench_reading.against_text_browser, 1),
        "timeline": (bench_timeline.repaint, RUNS),
        "matrix": (bench_comparing.matrix, RUNS),
        "window": (bench_matrix.window_matrix, RUNS),
        "words": (bench_words.reading, 1),
        "import": (lambda: bench_corpus.bulk_import(scale), RUNS if small else 1),
        "corpus": (lambda: bench_corpus.large_corpus(scale), RUNS),
        "pdf": (bench_sheets.pdf, 1),
        "formats": (bench_formats.formats, 1),
        "start": (bench_start.start, 1),
        "case": (bench_start.compile_time, 1),
        "bundle": (bench_packages.bundle_start, 1),
    }


def main() -> int:
    """Run the benches asked for; 1 where a ratio was not reached."""
    options = _options()
    if options.one:
        work, _ = benches(options.small)[options.one]
        for line in work():
            print(json.dumps(line.as_json()), flush=True)
        return 0
    names = options.bench or list(benches(options.small))
    lines: list[dict[str, Any]] = []
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        # The large corpus is made once and read by three processes.
        os.environ["TRIPTYCH_BENCH_FOLDER"] = folder
        for name in names:
            best = _best(name, benches(options.small)[name][1], options.small)
            failed = failed or not best
            lines += best
    _table(lines)
    if options.json:
        about = {"python": platform.python_version(), "machine": platform.machine(),
                 "system": platform.system(), "small": options.small}  # fmt: skip
        text = json.dumps({"about": about, "results": lines}, indent=1)
        Path(options.json).write_text(text, encoding="utf-8")
    return 0 if all(line["reached"] for line in lines) and not failed else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("bench", nargs="*", help="some of the benches; without any, all")
    parser.add_argument("--small", action="store_true", help="a corpus a twenty-fifth the size")
    parser.add_argument("--json", metavar="FILE")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def _best(name: str, runs: int, small: bool) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.benchmarks", "--one", name]
    command += ["--small"] if small else []
    found: list[list[dict[str, Any]]] = []
    for _ in range(runs):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            # The others are told all the same; what is not there counts as not reached.
            print(f"{name} failed:\n{done.stderr}", file=sys.stderr)
            return []
        found.append([json.loads(line) for line in done.stdout.splitlines() if line[:1] == "{"])
    best = []
    for same in zip(*found, strict=True):
        steady = [line for line in same if not line["void"]]
        best.append(min(steady or same, key=lambda line: float(line["ratio"])))
    return best


def _table(lines: list[dict[str, Any]]) -> None:
    width = max((len(line["name"]) for line in lines), default=0)
    for line in lines:
        mark = "void" if line["void"] else "ok" if line["reached"] else "NOT REACHED"
        print(
            f"{line['name']:<{width}}  {line['ratio']:6.3f}  ≤ {line['reach']:<6.3g} {mark:<12}"
            f"{line['subject']} / {line['reference']}"
        )


if __name__ == "__main__":
    sys.exit(main())
