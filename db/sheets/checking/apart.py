"""A whole check of a sheet: in this process, or in one of its own that can be stopped at any time.

A file from a stranger may be large, and reading it may hold up whatever else its process does.
The child reads one JSON object, {"corpus", "file", "words"}, from its standard input and writes
one a line: {"told": [done, every]} as it goes, {"quotations": […]} as they are checked, and at
last {"ended": {…}} or {"refused": a sentence for the reader}.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, replace
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any, ClassVar, Final

from db import errors
from db.corpus import Corpus
from db.errors import CorpusError
from db.sheets.checking.carried import packed, unpacked
from db.sheets.checking.checking import CheckedQuotation, Told, each_quotation
from db.sheets.checking.finding import Verdict
from db.sheets.checking.reading import SheetFile, read_sheet_file
from db.sheets.checking.since import (
    Changed,
    ChangeKind,
    NoSealError,
    changes_since,
    changes_since_sheet,
    is_corpus,
)
from db.sheets.own_process import command_of, start

COMMAND: Final = "check-apart"
"""The command of triptych-cli that is this module's `main`; no help tells of it."""
_PATIENCE: Final = 0.05
_AT_ONCE: Final = 200


class CheckRefusedError(CorpusError):
    """A check that ended with a sentence for the reader."""

    template: ClassVar[str] = "{reason}"


class CheckFellError(CorpusError):
    """A check whose process ended before it was done."""

    template: ClassVar[str] = (
        "{file} could not be checked: there was not enough memory for it, or the check was ended "
        "from outside. Nothing was changed."
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What to check, and against which corpus: a file, or else words."""

    corpus: Path
    file: Path | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found: the quotations, and the changes since; None = that cannot be told.

    `elsewhere` says that no text that is quoted is in the corpus.
    """

    quotations: tuple[CheckedQuotation, ...] = ()
    changes: tuple[Changed, ...] | None = None
    why_not: str = ""
    elsewhere: bool = False


def check_here(
    asked: Asked, told: Told, found: Callable[[list[CheckedQuotation]], None]
) -> Outcome:
    """Check in this process; gives quotations to `found` some at a time, and returns the rest.

    Raises a CorpusError for what is no sheet, and what `told` raises.
    """
    with Corpus.open(asked.corpus, read_only=True) as corpus:
        if asked.file is None:
            _check(corpus, SheetFile([asked.words]), told, found)
            return Outcome()
        if is_corpus(asked.file):
            return Outcome(changes=tuple(changes_since(corpus, asked.file)))
        read = read_sheet_file(asked.file)
        keys = _check(corpus, read, told, found)
        elsewhere = bool(keys) and keys.isdisjoint(e.key for e in corpus.editions.all())
        if elsewhere:
            # That everything else is gone and everything here is new would tell nothing.
            return Outcome(elsewhere=True)
        try:
            return Outcome(changes=tuple(changes_since_sheet(corpus, asked.file, read.pages)))
        except NoSealError as error:
            return Outcome(why_not=errors.told(error))


def _check(
    corpus: Corpus, read: SheetFile, told: Told, found: Callable[[list[CheckedQuotation]], None]
) -> set[str]:
    """Check every quotation; returns the keys of the editions that are quoted."""
    keys: set[str] = set()
    some: list[CheckedQuotation] = []
    for each in each_quotation(corpus, read, told):
        keys.add(each.edition)
        some.append(each)
        if len(some) == _AT_ONCE:
            found(some)
            some = []
    found(some)
    return keys - {""}


def check_apart(asked: Asked, told: Told, check: Callable[[], None]) -> Outcome:
    """Check in a process of its own that ends when `check` or `told` raises.

    Where the machine starts no process it is done in this one. Raises a CorpusError.
    """
    quotations: list[CheckedQuotation] = []
    try:
        child = _started()
    except OSError:
        return replace(check_here(asked, told, quotations.extend), quotations=tuple(quotations))
    with child:
        try:
            for news in _news(child, asked, check):
                match news:
                    case {"told": [done, every]}:
                        told(done, every)
                    case {"quotations": rows}:
                        quotations += map(_quotation, rows)
                    case {"refused": sentence}:
                        raise CheckRefusedError(file=asked.file or "", reason=unpacked(sentence))
                    case {"ended": ended}:
                        return _outcome(ended, quotations)
        finally:
            child.kill()
            # What it did not read of a long text cannot be given to it any more.
            with suppress(OSError):
                _ends(child)[0].close()
    raise CheckFellError(file=asked.file or "")


def _started() -> subprocess.Popen[bytes]:
    return start(_command(), stderr=subprocess.DEVNULL)


def _command() -> list[str]:
    return command_of(__name__, COMMAND)


def _news(
    child: subprocess.Popen[bytes], asked: Asked, check: Callable[[], None]
) -> Iterator[dict[str, Any]]:
    """What a child tells, asking meanwhile whether it is still wanted."""
    lines: Queue[bytes] = Queue()
    file = str(asked.file.absolute()) if asked.file else None
    given = {"corpus": str(asked.corpus.absolute()), "file": file, "words": asked.words}
    talking = Thread(target=_talk, args=(child, json.dumps(given), lines), daemon=True)
    talking.start()
    while True:
        check()
        with suppress(Empty):
            line = lines.get(timeout=_PATIENCE)
            if not line:
                return
            yield json.loads(line)


def _talk(child: subprocess.Popen[bytes], given: str, lines: Queue[bytes]) -> None:
    """Give a child what it is to do and pass on its lines; an empty one is the end."""
    stdin, stdout = _ends(child)
    # A child that was killed has closed its ends.
    with suppress(OSError, ValueError):
        stdin.write(given.encode())
        stdin.close()
        for line in stdout:
            lines.put(line)
    lines.put(b"")


def _ends(child: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert child.stdin is not None
    assert child.stdout is not None
    return child.stdin, child.stdout


def _quotation(row: list[Any]) -> CheckedQuotation:
    address, verdict, expected, found, *place = row
    found = expected if found is None else found
    return CheckedQuotation(address, Verdict(verdict), expected, found, *place)


def _outcome(ended: dict[str, Any], quotations: list[CheckedQuotation]) -> Outcome:
    changes = ended.pop("changes")
    if changes is not None:
        changes = tuple(Changed(**{**c, "kind": ChangeKind(c["kind"])}) for c in changes)
    ended["quotations"] = tuple(quotations)
    ended["why_not"] = unpacked(ended["why_not"])
    return Outcome(**ended, changes=changes)


# ---------------------------------------------------------------------- in the child
def main() -> int:
    """Check what standard input describes."""
    given = json.load(sys.stdin.buffer)
    file = Path(given["file"]) if given["file"] else None
    out = sys.stdout.buffer

    def told(done: int, every: int) -> None:
        # Each line costs both processes some time; a hundred steps are as many as a bar shows.
        if done % max(1, every // 100) == 0:
            _say(out, told=[done, every])

    def found(some: list[CheckedQuotation]) -> None:
        _say(out, quotations=[_row(each) for each in some])

    try:
        outcome = check_here(Asked(Path(given["corpus"]), file, given["words"]), told, found)
    except CorpusError as error:
        _say(out, refused=packed(errors.told(error)))
        return 0
    _say(out, ended={**asdict(outcome), "why_not": packed(outcome.why_not)})
    return 0


def _row(each: CheckedQuotation) -> list[Any]:
    address, verdict, expected, found, *place = astuple(each)
    return [address, verdict, expected, None if found == expected else found, *place]


def _say(out: IO[bytes], **news: object) -> None:
    out.write(json.dumps(news).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main())
