"""`triptych-cli`: everything that needs no window.

Results go to standard output, messages to standard error. Exit status: 0 done, 1 done with
findings, 2 wrong usage or unusable file.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from db.errors import CorpusError

TYPESET, CHECK_APART = "typeset", "check-apart"
DONE, FINDINGS, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    # Not for people: what the program does in processes that can be stopped.
    if given == [TYPESET]:
        from db.sheets.typesetting import main as typeset

        return typeset()
    if given == [CHECK_APART]:
        from db.sheets.checking.apart import main as check_apart

        return check_apart()
    from desktop.cli_usage import UsageError

    try:
        options = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except UsageError as error:
        complain(str(error))
        return UNUSABLE
    except CorpusError as error:
        complain(str(error))
        return UNUSABLE
    except BrokenPipeError:
        # The reader of our output has gone; what it read was right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        complain("Stopped. What was done before is kept.")
        return FINDINGS
    except Exception as error:
        if not _is_of_damage(error, options):
            raise
        from db.backup import plain_reason
        from db.errors import CorpusDamagedError

        # What SQLite cannot read it quotes: words of a text, which are for no log.
        reason = plain_reason(UnicodeError())
        complain(str(CorpusDamagedError(file=options.corpus, reason=reason)))
        return UNUSABLE


def _is_of_damage(error: Exception, options: argparse.Namespace) -> bool:
    """Whether the corpus itself is the reason: else it is a fault of ours and is to be seen."""
    from db.corpus import Corpus
    from db.verifying import UNREADABLE, verify

    if not isinstance(error, UNREADABLE) or not hasattr(options, "corpus"):
        return False
    try:
        with Corpus.open(options.corpus, read_only=True) as corpus:
            return not all(finding.ok for finding in verify(corpus))
    except CorpusError:
        return True


def complain(sentence: str) -> None:
    """One sentence to standard error."""
    print(f"triptych-cli: {sentence}", file=sys.stderr)


def emit(row: dict[str, Any], *, as_json: bool) -> None:
    """One result: a JSON object on a line, or its values for a person."""
    if as_json:
        print(json.dumps(row, ensure_ascii=False))
    else:
        print("\t".join(_plain(v) for v in row.values()))


def _plain(value: object) -> str:
    if value is None:
        return "—"
    if isinstance(value, (list, tuple)):
        return "; ".join(_plain(v) for v in value)
    if isinstance(value, dict):
        return " ".join(_plain(v) for v in value.values())
    return " ".join(str(value).split())


def _parser() -> argparse.ArgumentParser:
    from desktop import cli_commands
    from desktop.cli_usage import Parser

    parser: argparse.ArgumentParser = Parser(
        prog="triptych-cli", description="Work on a Triptych corpus without a window."
    )
    parser.add_argument("--version", action="version", version=f"triptych-cli {version()}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for add in cli_commands.COMMANDS:
        add(commands)
    return parser


def version() -> str:
    """The version of the installed program."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("triptych")
    except PackageNotFoundError:
        return "unknown"


if __name__ == "__main__":
    sys.exit(main())
