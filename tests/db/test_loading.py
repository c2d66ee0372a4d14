"""What is loaded to read a corpus: no screen, and nothing that a first paint would wait for."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import builders
from tests.project import ROOT

READ = """
import json, sys
from pathlib import Path
from db.corpus import Corpus
from db.search import search
with Corpus.open(Path(sys.argv[1])) as corpus:
    for edition in corpus.editions.all():
        corpus.editions.text(edition.id), corpus.editions.passages(edition.id)
    corpus.sources.all(), corpus.sources.reports(), corpus.reviews.all()
    for event in corpus.events.all():
        corpus.mentions.of_event(event.id)
    assert search(corpus, "crane").hits
print(json.dumps(sorted(sys.modules)))
"""
IMPORT = """
import importlib, json, pkgutil, sys
import db
for module in pkgutil.walk_packages(db.__path__, "db."):
    importlib.import_module(module.name)
print(json.dumps(sorted(sys.modules)))
"""


def loaded(script: str, *arguments: str) -> set[str]:
    """The modules a fresh process has loaded after a script."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True, cwd=ROOT, check=True, encoding="utf-8",
    )  # fmt: skip
    return set(json.loads(done.stdout))


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules a process has loaded that read a corpus."""
    path: Path = tmp_path_factory.mktemp("read") / "harbour.triptych"
    builders.harbour(path).close()
    return loaded(READ, str(path))


@pytest.mark.parametrize(
    "late", ["sqlite_utils", "markdown", "typst", "jinja2", "chardet", "lxml", "numpy", "asyncio"]
)
def test_reading_a_corpus_loads_nothing_that_can_wait(reading: set[str], late: str) -> None:
    assert late not in reading


def test_nothing_of_the_layer_knows_a_screen() -> None:
    modules = loaded(IMPORT)
    assert {"db.corpus", "db.search", "db.packs.cases", "db.sheets"} <= modules
    tops = {name.split(".")[0] for name in modules}
    assert not tops & {"PySide6", "shiboken6", "desktop", "tkinter"}
