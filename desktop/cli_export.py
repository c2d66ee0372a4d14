"""`triptych-cli export`: a sheet from a corpus, in the format of the file's ending."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from db.corpus import Corpus
from db.errors import InvalidEditError
from desktop.cli import DONE, complain

if TYPE_CHECKING:
    from db.sheets.building import SheetRequest

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse.Action


def add_export(commands: Commands) -> None:
    """Describe the command and its arguments."""
    parser = commands.add_parser("export", help="write a sheet that compares the sources")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("file", metavar="FILE", type=Path, help="written over where it exists")
    parser.add_argument("--format", metavar="F", default="", help="default: that of FILE's ending")
    parser.add_argument("--event", metavar="KEY", action="append", default=[])
    parser.add_argument("--source", metavar="KEY", action="append", default=[])
    parser.add_argument("--known-by", metavar="TIME", default="", help="leave out what came later")
    parser.add_argument("--blank", action="store_true", help="a worksheet with empty cells")
    parser.add_argument("--key", action="store_true", help="the key to a worksheet")
    parser.add_argument("--date", metavar="TIME", default="", help="the sheet's date, not today")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from db.sheets.exporting import NoWorksheetError, export, format_of

    if options.blank or options.key:
        raise NoWorksheetError(file=options.file)
    format_of(options.file, options.format)
    request = _request(options)
    sheet = export(request, options.corpus, options.file, options.format)
    complain(f"{options.file.name} holds {len(sheet.rows)} events of {sheet.corpus_title}.")
    return DONE


def _request(options: argparse.Namespace) -> SheetRequest:
    from db.sheets.building import SheetRequest
    from desktop.cli_commands import chosen_events, chosen_sources

    with Corpus.open(options.corpus, read_only=True) as corpus:
        return SheetRequest(
            events=tuple(e.id for e in chosen_events(corpus, options.event)),
            sources=tuple(s.id for s in chosen_sources(corpus, options.source)),
            known_by=known_by(options.known_by, corpus.info.zone),
            date=options.date,
        )


def known_by(time: str, zone: str) -> int | None:
    """The last instant a time may mean, None for no time; one without a zone is in the corpus's."""
    from db.text.edtf import EdtfError, bounds

    if not time:
        return None
    try:
        latest = bounds(time, zone)[1]
    except EdtfError as error:
        raise InvalidEditError(reason=f"The time {time} cannot be understood: {error}") from error
    if latest is None:
        raise InvalidEditError(reason=f"The time {time} has no end, so nothing is known by it.")
    return latest
