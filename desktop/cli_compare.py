"""`triptych-cli compare` and `read`: what a corpus's sources claim beside each other, and what is
read in a plain text."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.corpus import Corpus
from db.errors import CorpusNotFoundError, InvalidEditError, UnreadableFileError
from db.text.word_lists import LANGUAGES
from desktop.cli import DONE, emit

if TYPE_CHECKING:
    from db.comparing.comparison import Comparison, ComparisonRow
    from db.text.reading import Reading

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse.Action
Row = dict[str, Any]


def add_compare(commands: Commands) -> None:
    """Describe `compare` and its arguments."""
    parser = commands.add_parser("compare", help="what each source claims, and how claims relate")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("--event", metavar="KEY", action="append", default=[])
    parser.add_argument("--source", metavar="KEY", action="append", default=[])
    parser.add_argument("--aspect", metavar="KEY", action="append", default=[])
    parser.add_argument("--known-by", metavar="TIME", default="", help="leave out what came later")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=_run_compare)


def _run_compare(options: argparse.Namespace) -> int:
    with Corpus.open(options.corpus, read_only=True) as corpus:
        comparison = _comparison(corpus, options)
        names = _Names(corpus)
        for row in comparison.rows():
            if options.json:
                emit(names.row(row), as_json=True)
            else:
                print("\n".join(names.lines(row)), end="\n\n")
    return DONE


def _comparison(corpus: Corpus, options: argparse.Namespace) -> Comparison:
    from db.comparing.comparison import Comparison
    from desktop.cli_commands import chosen_events, chosen_sources
    from desktop.cli_export import known_by

    return Comparison(
        corpus,
        events=[e.id for e in chosen_events(corpus, options.event)],
        sources=[s.id for s in chosen_sources(corpus, options.source)],
        aspects=_chosen_aspects(corpus, options.aspect),
        known_by=known_by(options.known_by, corpus.info.zone),
    )


def _chosen_aspects(corpus: Corpus, keys: list[str]) -> list[int]:
    known = {a.key: a.id for a in corpus.aspects.all()}
    for key in keys:
        if key not in known:
            raise InvalidEditError(reason=f"{corpus.path.name} has no aspect with the key {key}.")
    return [known[key] for key in keys]


class _Names:
    """Rows of a comparison with keys in place of ids."""

    def __init__(self, corpus: Corpus) -> None:
        self._events = {e.id: e for e in corpus.events.all()}
        self._aspects = {a.id: a for a in corpus.aspects.all()}
        self._sources = {s.id: s for s in corpus.sources.all()}

    def row(self, row: ComparisonRow) -> Row:
        """A row with the fields the command line promises."""
        return {
            "event": self._events[row.event_id].key,
            "aspect": self._aspects[row.aspect_id].key,
            "cells": [
                {
                    "source": self._sources[cell.source_id].key,
                    "claims": [claim.key for claim in cell.claims],
                    "silence": str(cell.silence) if cell.silence else None,
                }
                for cell in row.cells
            ],
            "pairs": [
                {
                    "a": pair.a.key,
                    "b": pair.b.key,
                    "relation": str(pair.relation) if pair.relation else None,
                    "proposed": str(pair.proposed) if pair.proposed else None,
                    "reason": pair.reason,
                }
                for pair in row.pairs
            ],
            "sources": row.sources,
            "origins": row.origins,
        }

    def lines(self, row: ComparisonRow) -> Iterator[str]:
        """A row for a person: what each source says, then every pair with its reason."""
        from db.comparing.said import said
        from db.comparing.silence import PHRASES

        event, aspect = self._events[row.event_id], self._aspects[row.aspect_id]
        counted = f"sources {row.sources}, origins {row.origins}"
        yield f"{event.title} · {aspect.title} ({event.key} {aspect.key}; {counted})"
        for cell in row.cells:
            words = [f"{c.key} {said(c, aspect)}" for c in cell.claims]
            if cell.silence:
                words = [PHRASES[cell.silence]]
            yield f"  {self._sources[cell.source_id].key}: {'; '.join(words)}"
        for pair in row.pairs:
            relation = pair.relation or "not judged"
            if pair.judgement is not None:
                relation = f"{relation} (judged; proposed: {pair.proposed or 'not judged'})"
            yield f"  {relation}: {pair.a.key}, {pair.b.key}. {pair.reason}"


def add_read(commands: Commands) -> None:
    """Describe `read` and its arguments."""
    parser = commands.add_parser("read", help="what is read in a plain text")
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--language", choices=LANGUAGES, help="default: found for each paragraph")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.set_defaults(run=_run_read)


def _run_read(options: argparse.Namespace) -> int:
    from db.text.reading import read_text

    for reading in read_text(_text_of(options.file), options.language):
        emit(_read_row(reading), as_json=options.json)
    return DONE


def _text_of(file: Path) -> str:
    from db.text.passages import decode

    try:
        return decode(file.read_bytes()).text
    except FileNotFoundError as error:
        raise CorpusNotFoundError(file=file) from error
    except OSError as error:
        # A folder such as "." has no name to be told by.
        told = file if file.name else str(file)
        raise UnreadableFileError(file=told, reason=error.strerror or str(error)) from error


def _read_row(reading: Reading) -> Row:
    return {
        "start": reading.start,
        "end": reading.end,
        "language": reading.language,
        "hedge": str(reading.hedge),
        "voices": [voice.text for voice in reading.voices],
        "quantities": [
            {
                "start": found.start,
                "end": found.end,
                "min": _number(found.min),
                "max": _number(found.max),
                "vague": found.vague,
                "unit": found.unit,
                "hedge": str(found.hedge),
            }
            for found in reading.quantities
        ],
        "dates": [{"start": d.start, "end": d.end, "when": d.when} for d in reading.dates],
    }


def _number(value: float | None) -> float | None:
    """Whole numbers without a point, as the claims have them."""
    if value is not None and float(value).is_integer():
        return int(value)
    return value
