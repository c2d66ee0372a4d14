"""Typst in a process of its own: the same pages, its complaints, and an end at any moment."""

import json
import os
import subprocess
import sys

import pytest

from db.sheets import typesetting
from db.sheets.exporting import ExportCancelledError, export
from db.sheets.requests import SheetRequest
from db.sheets.typesetting import Setting, TypesettingError, typeset, typeset_apart
from desktop.cli import TYPESET, main

PAGE = '#set document(title: "x")\n#json("sheet.json")'
# Would keep typst busy for minutes.
ENDLESS = """#set document(title: "x")
#for a in range(9000) { for b in range(9000) { let c = a * b } }
"""


class StopError(Exception):
    pass


def unhurried() -> None:
    return


def test_the_pages_are_those_that_are_made_here():
    setting = Setting(PAGE, json.dumps("Жаңаөзен → 70"), 1_300_000_000)
    assert typeset_apart(setting, unhurried) == typeset(setting)


@pytest.mark.parametrize("setter", [typeset, lambda s: typeset_apart(s, unhurried)])
def test_a_page_that_typst_refuses_is_told_in_its_words(setter):
    with pytest.raises(TypesettingError, match="unknown variable"):
        setter(Setting("#nothing", "0", 0))


def test_it_ends_at_once_when_it_is_no_longer_wanted(monkeypatch):
    children = []
    start = typesetting._started

    def started() -> subprocess.Popen[bytes]:
        children.append(start())
        return children[-1]

    monkeypatch.setattr(typesetting, "_started", started)

    def stop() -> None:
        raise StopError

    with pytest.raises(StopError):
        typeset_apart(Setting(ENDLESS, "0", 0), stop)
    assert children[0].returncode not in (None, 0)
    if os.name == "posix":
        with pytest.raises(ProcessLookupError):
            os.kill(children[0].pid, 0)


def test_where_no_process_starts_the_pages_are_made_here(monkeypatch):
    def refused() -> list[str]:
        return ["no such program anywhere"]

    monkeypatch.setattr(typesetting, "_command", refused)
    setting = Setting(PAGE, '"x"', 0)
    assert typeset_apart(setting, unhurried) == typeset(setting)


def test_where_the_process_falls_the_pages_are_made_here(monkeypatch):
    def falling() -> list[str]:
        return [sys.executable, "-c", "import os; os._exit(9)"]

    monkeypatch.setattr(typesetting, "_command", falling)
    setting = Setting(PAGE, '"x"', 0)
    assert typeset_apart(setting, unhurried) == typeset(setting)


def test_an_installed_program_calls_the_command_line_beside_it(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "triptych.exe"))
    assert typesetting._command() == [str(tmp_path / "triptych-cli.exe"), TYPESET]


def test_the_command_line_knows_the_command(monkeypatch):
    monkeypatch.setattr(typesetting, "main", lambda: 7)
    assert main([TYPESET]) == 7


def test_a_pdf_is_stopped_between_two_rows_and_leaves_nothing(harbour, tmp_path):
    asked = []

    def cancelled() -> bool:
        asked.append(True)
        return len(asked) > 3

    target = tmp_path / "sheet.pdf"
    with pytest.raises(ExportCancelledError):
        export(SheetRequest(), harbour, target, cancelled=cancelled)
    assert not target.exists()
    assert list(tmp_path.glob("*sheet*")) == []


def test_a_pdf_that_may_be_stopped_is_the_same_to_the_byte(harbour, tmp_path):
    request = SheetRequest(date="2011-06-10")
    files = [tmp_path / name for name in ("one.pdf", "two.pdf")]
    for file in files:
        export(request, harbour, file, cancelled=lambda: False)
    assert files[0].read_bytes() == files[1].read_bytes()
