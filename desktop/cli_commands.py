"""The commands of `triptych-cli`, each with its arguments."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from db.corpus import Corpus
from db.errors import CorpusError, HeldError, InvalidEditError, ReadOnlyError
from db.listing import KINDS, Listing
from db.records import Event, Source
from desktop.cli import DONE, FINDINGS, complain, emit
from desktop.cli_checking import add_check_sheet, add_notes, add_since
from desktop.cli_citing import add_cite
from desktop.cli_compare import add_compare, add_read
from desktop.cli_export import add_export
from desktop.cli_sharing import add_share
from desktop.cli_usage import whole_number

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse.Action
T = TypeVar("T")


def _case(commands: Commands) -> None:
    parser = commands.add_parser("case", help="compile a bundled case into a new corpus")
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.set_defaults(run=_run_case)


def _run_case(options: argparse.Namespace) -> int:
    from db.packs.cases import compile_case

    compile_case(options.name, options.corpus)
    return DONE


def _new(commands: Commands) -> None:
    parser = commands.add_parser("new", help="make an empty corpus")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("--title", default="")
    parser.add_argument("--zone", default="UTC", help="time zone, such as Asia/Aqtau")
    parser.set_defaults(run=_run_new)


def _run_new(options: argparse.Namespace) -> int:
    from db.text.zones import ZoneError, resolve_zone

    try:
        resolve_zone(options.zone)
    except ZoneError as error:
        why = str(error).removesuffix(".")
        raise InvalidEditError(reason=f"The zone {options.zone} is not known: {why}.") from error
    Corpus.create(options.corpus, title=options.title, zone=options.zone).close()
    return DONE


def _originals(commands: Commands) -> None:
    parser = commands.add_parser("originals", help="add original texts a corpus describes")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path)
    parser.set_defaults(run=_run_originals)


def _run_originals(options: argparse.Namespace) -> int:
    from db.originals import add_original_file

    refused = 0
    with Corpus.open(options.corpus, hold=True) as corpus:
        if corpus.holder is not None:
            raise HeldError(file=options.corpus, holder=corpus.holder.words)
        if corpus.read_only:
            raise ReadOnlyError(file=options.corpus)
        for file in options.files:
            try:
                edition, added = add_original_file(corpus, file)
            except CorpusError as error:
                complain(str(error))
                refused += 1
            else:
                complain(f"{file.name} is {edition.key}, {'added' if added else 'there already'}.")
    return FINDINGS if refused else DONE


def _list(commands: Commands) -> None:
    parser = commands.add_parser("list", help="list what a corpus holds")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("kind", metavar="KIND", choices=list(KINDS), help=", ".join(KINDS))
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=_run_list)


def _run_list(options: argparse.Namespace) -> int:
    with Corpus.open(options.corpus, read_only=True) as corpus:
        for row in Listing(corpus).rows(options.kind):
            emit(row, as_json=options.json)
    return DONE


def _search(commands: Commands) -> None:
    parser = commands.add_parser("search", help="search the texts of a corpus")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("query", metavar="QUERY")
    parser.add_argument("--source", metavar="KEY", action="append", default=[])
    parser.add_argument("--event", metavar="KEY", action="append", default=[])
    parser.add_argument("--limit", metavar="N", type=whole_number(1), default=50)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=_run_search)


def _run_search(options: argparse.Namespace) -> int:
    from db.search import search

    with Corpus.open(options.corpus, read_only=True) as corpus:
        sources = chosen_sources(corpus, options.source)
        events = chosen_events(corpus, options.event)
        found = search(
            corpus,
            options.query,
            sources=[s.id for s in sources],
            events=[e.id for e in events],
            limit=options.limit,
        )
        listing = Listing(corpus)
        for hit in found.hits:
            place = listing.place(hit.edition_id, hit.passage, hit.start, hit.end)
            emit({**place, "snippet": hit.snippet, "score": hit.score}, as_json=options.json)
        if not found.complete:
            complain("More passages hold these words; the first 2,000 were ranked.")
    return DONE


def _verify(commands: Commands) -> None:
    parser = commands.add_parser("verify", help="check hashes, index, schema and anchors")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=_run_verify)


def _run_verify(options: argparse.Namespace) -> int:
    from db.verifying import verify

    good = True
    with Corpus.open(options.corpus) as corpus:
        for finding in verify(corpus):
            good = good and finding.ok
            emit(
                {
                    "check": finding.check,
                    "subject": finding.subject,
                    "ok": finding.ok,
                    "message": finding.message,
                },
                as_json=options.json,
            )
    return DONE if good else FINDINGS


def chosen_sources(corpus: Corpus, keys: list[str]) -> list[Source]:
    """Sources by key or letter; raises InvalidEditError on one that is not there."""
    known = {name: s for s in corpus.sources.all() for name in (s.letter, s.key)}
    return [_known(corpus, known, key, "source") for key in keys]


def chosen_events(corpus: Corpus, keys: list[str]) -> list[Event]:
    """Events by key; raises InvalidEditError on one that is not there."""
    known = {e.key: e for e in corpus.events.all()}
    return [_known(corpus, known, key, "event") for key in keys]


def _known(corpus: Corpus, known: dict[str, T], key: str, what: str) -> T:
    if key not in known:
        raise InvalidEditError(reason=f"{corpus.path.name} has no {what} with the key {key}.")
    return known[key]


COMMANDS: tuple[Callable[[Commands], None], ...] = (
    _case, _new, _originals, _list, _search, add_compare, add_read, _verify, add_export, add_cite,
    add_share,
    add_check_sheet, add_notes, add_since,
)  # fmt: skip
