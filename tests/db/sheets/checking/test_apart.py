"""A check in a process of its own finds the same, is followed, and ends at any moment."""

import os
import subprocess
import sys

import pytest

from db.corpus import Corpus
from db.sheets.checking import apart
from db.sheets.checking.apart import (
    Asked,
    CheckFellError,
    CheckRefusedError,
    check_apart,
    check_here,
)
from db.sheets.exporting import export
from db.sheets.requests import SheetRequest
from desktop.cli import CHECK_APART, main
from tests.builders import HERALD, harbour


class StopError(Exception):
    pass


def unhurried(*_: int) -> None:
    return


def stop(*_: int) -> None:
    raise StopError


@pytest.fixture(scope="module")
def sheet(case, tmp_path_factory):
    file = tmp_path_factory.mktemp("apart") / "sheet.md"
    export(SheetRequest(date="2026-01-01"), case, file)
    return file


@pytest.fixture
def children(monkeypatch):
    made = []
    start = apart._started

    def started() -> subprocess.Popen[bytes]:
        made.append(start())
        return made[-1]

    monkeypatch.setattr(apart, "_started", started)
    return made


def test_it_finds_what_a_check_here_finds_and_tells_how_far_it_is(case, sheet):
    steps = []
    outcome = check_apart(Asked(case, sheet), lambda *s: steps.append(s), unhurried)
    here = []
    rest = check_here(Asked(case, sheet), unhurried, here.extend)
    assert outcome.quotations == tuple(here)
    assert outcome.changes == rest.changes == ()
    assert steps[0] == (0, steps[0][1])
    assert len(steps) > 50


def test_pasted_words_and_what_is_no_sheet(case, tmp_path):
    with Corpus.open(case, read_only=True) as corpus:
        words = corpus.editions.text(corpus.editions.all()[0].id)[:60]
    assert check_apart(Asked(case, words=words), unhurried, unhurried).quotations
    file = tmp_path / "torn.pdf"
    file.write_bytes(b"%PDF-1.7")
    with pytest.raises(CheckRefusedError, match=r"torn\.pdf cannot be checked"):
        check_apart(Asked(case, file), unhurried, unhurried)


def test_a_sheet_of_another_corpus_is_told_as_one_and_nothing_else(case, tmp_path):
    harbour(tmp_path / "harbour.triptych").close()
    sheet = tmp_path / "sheet.csv"
    export(SheetRequest(), case, sheet)
    outcome = check_apart(Asked(tmp_path / "harbour.triptych", sheet), unhurried, unhurried)
    assert outcome.elsewhere
    assert outcome.changes is None


def test_it_ends_at_once_when_it_is_no_longer_wanted(case, children):
    # More words than a pipe holds, so that they are still being given when it is stopped.
    asked = Asked(case, words=f"{HERALD[0]}\n" * 200_000)
    with pytest.raises(StopError):
        check_apart(asked, unhurried, stop)
    assert children[0].returncode not in (None, 0)
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(children[0].pid, 0)


def test_without_processes_it_is_done_here(case, sheet, monkeypatch):
    monkeypatch.setattr(apart, "_command", lambda: ["/nowhere/at/all"])
    assert len(check_apart(Asked(case, sheet), unhurried, unhurried).quotations) > 100


def test_a_process_that_falls_is_told(case, sheet, monkeypatch):
    monkeypatch.setattr(apart, "_command", lambda: [sys.executable, "-c", "raise SystemExit(9)"])
    with pytest.raises(CheckFellError, match=r"sheet\.md could not be checked"):
        check_apart(Asked(case, sheet), unhurried, unhurried)


def test_an_installed_program_starts_its_command_line(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "triptych.exe"))
    assert apart._command() == [str(tmp_path / "triptych-cli.exe"), CHECK_APART]
    monkeypatch.setattr(apart, "main", lambda: 7)
    assert main([CHECK_APART]) == 7
