"""`triptych-cli export`: a sheet from a corpus, in the format of the file's ending."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from db.corpus import Corpus
from db.errors import ExportError, InvalidEditError
from db.sheets.choices import (
    LANGUAGES,
    USUAL_PARTS,
    Blank,
    CitationStyle,
    Order,
    Orientation,
    Paper,
    Part,
    SheetKind,
)
from desktop.cli import DONE, complain
from desktop.cli_usage import whole_number

if TYPE_CHECKING:
    from db.sheets.requests import SheetRequest

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
    parser.add_argument("--blank", action="store_true", help="a worksheet with blank cells")
    parser.add_argument("--key", action="store_true", help="the worksheet's answer key")
    parser.add_argument("--date", metavar="TIME", default="", help="the sheet's date, not today")
    _add_design(parser)
    parser.set_defaults(run=_run)


def _add_design(parser: argparse.ArgumentParser) -> None:
    """What the designer in the window offers beside."""
    parser.add_argument(
        "--leave-blank", metavar="WHAT", action="append", default=[], choices=_names(Blank),
        help="what a worksheet leaves blank: figures, names, sources or all (default)",
    )  # fmt: skip
    parser.add_argument("--blind", action="store_true", help="sources as letters only")
    parser.add_argument("--aspect", metavar="KEY", action="append", default=[])
    parser.add_argument(
        "--show", metavar="PART", action="append", default=[], choices=_names(Part),
        help=f"one of {', '.join(Part)}; default: all but notes",
    )  # fmt: skip
    parser.add_argument("--title", metavar="T", default="")
    parser.add_argument("--order", choices=_names((Order.CORPUS, Order.TIME)), default=Order.CORPUS)
    parser.add_argument(
        "--context", metavar="N", type=whole_number(0), help="characters around the words"
    )
    parser.add_argument("--paper", choices=_names(Paper), default=Paper.A4)
    parser.add_argument("--portrait", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    parser.add_argument("--citations", choices=_names(CitationStyle), default="author-date")


def _names(kinds: Iterable[str]) -> list[str]:
    """What may be chosen, as a reader types it."""
    return [str(kind) for kind in kinds]


def _run(options: argparse.Namespace) -> int:
    from db.sheets.exporting import export, format_of

    if str(options.file) == "-":
        raise ExportError(file="-", reason="a sheet goes to a file, so give it a name")
    format_of(options.file, options.format)
    request = _request(options)
    sheet = export(request, options.corpus, options.file, options.format)
    count = len(sheet.rows)
    events = f"{count} event{'' if count == 1 else 's'}"
    complain(f"{options.file.name} holds {events} of {sheet.corpus_title}.")
    return DONE


def _request(options: argparse.Namespace) -> SheetRequest:
    from db.sheets.requests import SheetRequest
    from desktop.cli_commands import chosen_events, chosen_sources

    with Corpus.open(options.corpus, read_only=True) as corpus:
        return SheetRequest(
            events=tuple(e.id for e in chosen_events(corpus, options.event)),
            sources=tuple(s.id for s in chosen_sources(corpus, options.source)),
            aspects=_aspects(corpus, options.aspect),
            order=Order(options.order),
            known_by=known_by(options.known_by, corpus.info.zone),
            date=options.date,
            title=options.title,
            context=options.context,
            show=frozenset(map(Part, options.show)) or USUAL_PARTS,
            kind=_kind(options),
            blank=frozenset(map(Blank, options.leave_blank)),
            blind=options.blind,
            citation_style=CitationStyle(options.citations),
            paper=Paper(options.paper),
            orientation=Orientation.PORTRAIT if options.portrait else Orientation.LANDSCAPE,
            language=options.language,
        )


def _kind(options: argparse.Namespace) -> SheetKind:
    """A key tells the answers of the worksheet that would be made with the same options."""
    if options.key:
        return SheetKind.KEY
    blank = options.blank or options.leave_blank
    return SheetKind.WORKSHEET if blank else SheetKind.COMPARISON


def _aspects(corpus: Corpus, keys: list[str]) -> tuple[int, ...]:
    known = {a.key: a.id for a in corpus.aspects.all()}
    missing = [key for key in keys if key not in known]
    if missing:
        raise InvalidEditError(reason=f"{corpus.path.name} has no aspect {missing[0]}.")
    return tuple(known[key] for key in keys)


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
