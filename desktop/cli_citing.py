"""`triptych-cli cite`: references to the sources, in words or for a reference manager."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from db.corpus import Corpus
from desktop.cli import DONE, emit

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
else:
    Commands = argparse.Action

FORMATS = ("text", "csl-json", "ris", "bibtex")


def add_cite(commands: Commands) -> None:
    """Describe the command and its arguments."""
    parser = commands.add_parser("cite", help="write references to the sources")
    parser.add_argument("corpus", metavar="CORPUS", type=Path)
    parser.add_argument("--style", choices=("author-date", "note"), default="author-date")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--language", choices=("en", "ru", "kk"), default="en")
    parser.add_argument("--source", metavar="KEY", action="append", default=[])
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for text")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from db.citing import references
    from db.citing.files import write_text
    from desktop.cli_commands import chosen_sources

    with Corpus.open(options.corpus, read_only=True) as corpus:
        chosen = chosen_sources(corpus, options.source) or corpus.sources.all()
    if options.format != "text":
        sys.stdout.write(write_text(chosen, options.format))
        return DONE
    for source, words in references(chosen, options.style, options.language):
        if options.json:
            emit({"source": source.key, "reference": words}, as_json=True)
        else:
            print(words)
    return DONE
