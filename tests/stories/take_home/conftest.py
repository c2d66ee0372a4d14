"""A take-home page in a real browser, from a file address."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.sheets.exporting import export
from db.sheets.requests import SheetRequest
from tests.browser import CHROMIUM, Browser

# How it looks at every width and how it bears very long texts takes a browser most of a minute.
collect_ignore = [] if os.environ.get("TRIPTYCH_BROWSER") else ["test_looks.py", "test_texts.py"]


@pytest.fixture(scope="session")
def page(compiled_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the bundled case."""
    file = tmp_path_factory.mktemp("take-home") / "page.html"
    export(SheetRequest(date="2026-01-01"), compiled_case, file, "take-home")
    return file


@pytest.fixture(scope="session")
def one_chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs chromium (make check-office)")
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def chromium(one_chromium: Browser) -> Iterator[Browser]:
    """An empty browser; nothing that it shows may complain, or load anything."""
    one_chromium.fresh()
    yield one_chromium
    assert one_chromium.errors == []
    loaded = "performance.getEntriesByType('resource').filter(r => !r.name.startsWith('data:'))"
    assert one_chromium.run(f"{loaded}.map(r => r.name)") == []


@pytest.fixture
def browser(chromium: Browser, page: Path) -> Browser:
    """The bundled case at the event about which the sources say most."""
    chromium.open(page, "#shooting")
    return chromium
