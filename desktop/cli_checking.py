"""`triptych-cli check-sheet`, `since` and `notes`: what comes back to a corpus from its sheets."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from db.corpus import Corpus
from desktop.cli import DONE, FINDINGS, complain, emit

if TYPE_CHECKING:
    from db.sheets.checking.checking import CheckedQuotation

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse.Action


def add_check_sheet(commands: Commands) -> None:
    """Describe the command that checks the quotations of a sheet."""
    parser = commands.add_parser("check-sheet", help="check every quotation of an exported sheet")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("sheet", metavar="SHEET", type=Path, help="- reads text from the input")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_check)


def add_since(commands: Commands) -> None:
    """Describe the command that tells what has changed since a sheet or a backup."""
    parser = commands.add_parser("since", help="what has changed since a sheet, or a backup")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("older", metavar="OLDER", type=Path, help="a sheet, or an older corpus")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=_since)


def add_notes(commands: Commands) -> None:
    """Describe the command that takes in notes from a take-home page."""
    parser = commands.add_parser("notes", help="take in notes saved from a take-home page")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("file", metavar="NOTES", type=Path)
    parser.set_defaults(run=_notes)


def _notes(options: argparse.Namespace) -> int:
    from db.sheets.take_home.notes import merge_notes

    with Corpus.open(options.corpus) as corpus:
        merged = merge_notes(corpus, options.file)
    complain(f"{merged.added} notes were added, {merged.known} were there already.")
    for lost in merged.lost:
        complain(f"{options.corpus.name} has no place for the note on {lost}")
    return FINDINGS if merged.lost else DONE


def _check(options: argparse.Namespace) -> int:
    from db.sheets.checking.checking import check_sheet, check_text
    from db.sheets.checking.finding import Verdict

    with Corpus.open(options.corpus, read_only=True) as corpus:
        if str(options.sheet) == "-":
            checked = check_text(corpus, [sys.stdin.read()])
        else:
            checked = check_sheet(corpus, options.sheet)
    for each in checked:
        emit(_row(each), as_json=options.json)
    wrong = sum(each.verdict is not Verdict.EXACT for each in checked)
    if not checked:
        complain(f"{options.sheet.name} holds no quotation that could be checked.")
        return FINDINGS
    said = "every quotation is exact" if not wrong else f"{wrong} of {len(checked)} are not exact"
    complain(f"{options.sheet.name}: {said}.")
    return FINDINGS if wrong else DONE


def _row(checked: CheckedQuotation) -> dict[str, str | None]:
    return {
        "address": checked.address or None,
        "verdict": str(checked.verdict),
        "expected": checked.expected,
        "found": checked.found,
    }


def _since(options: argparse.Namespace) -> int:
    from db.sheets.checking.since import changes_since

    with Corpus.open(options.corpus, read_only=True) as corpus:
        changes = changes_since(corpus, options.older)
    for change in changes:
        row = {
            "kind": str(change.kind), "subject": change.subject,
            "then": change.then or None, "now": change.now or None,
        }  # fmt: skip
        emit(row, as_json=options.json)
    if not changes:
        complain(f"Nothing has changed since {options.older.name}.")
    return FINDINGS if changes else DONE
