"""Reading a case's text files: TOML, CSV and Markdown that a person can read and correct.

Every contradiction is a CaseError that names the file and the row.
"""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final

from db.errors import CaseError, CorpusError, InvalidEditError, WriteError, part, said, told

Row = dict[str, str]

# How Python says that a word is no number, and none of those that are known.
_NOT_UNDERSTOOD: Final = (
    r"invalid literal for int\(\) with base 10: '(.*)'|'(.*)' is not a valid \w+"
)


@contextmanager
def located(file: Path, where: str) -> Iterator[None]:
    """Make whatever goes wrong with one row of a file a CaseError that names both."""
    try:
        yield
    except (CaseError, WriteError):
        raise
    except KeyError as error:
        raise CaseError(
            file=file, where=where, reason=said("{key} is missing", key=error.args[0])
        ) from error
    except (ValueError, TypeError, AttributeError, CorpusError, sqlite3.IntegrityError) as error:
        raise CaseError(file=file, where=where, reason=why(error)) from error


def why(error: Exception) -> str:
    """What an error says, without its full stop and what only concerns an edit."""
    if isinstance(error, sqlite3.IntegrityError):
        return _contradiction(str(error))
    if wrong := re.fullmatch(_NOT_UNDERSTOOD, str(error)):
        return said("“{word}” cannot stand here", word=wrong[1] or wrong[2])
    words = error.fields["reason"] if isinstance(error, InvalidEditError) else told(error)
    return part(words) if isinstance(words, str) else str(words)


def _contradiction(failed: str) -> str:
    """What a table's own check says, in words."""
    check = re.match(r"CHECK constraint failed: (\w+)", failed)
    words = re.findall(r"'([^']+)'", failed)
    if failed.startswith("UNIQUE"):
        return said("it stands twice")
    if check and words:
        return said("{column} must be one of {words}", column=check[1], words=", ".join(words))
    return said("{column} is empty", column=check[1]) if check else failed


@dataclass(frozen=True, slots=True)
class SourceFiles:
    """One source's folder, read."""

    folder: Path
    data: dict[str, Any]
    reports: list[Row]
    passages: list[Row]
    digest: dict[int, str]
    mentions: list[Row]
    claims: list[Row]
    reviews: list[Row]


@dataclass(frozen=True, slots=True)
class CaseFiles:
    """A case's folder, read."""

    folder: Path
    data: dict[str, Any]
    events: list[dict[str, Any]]
    aspects: list[dict[str, Any]]
    voices: list[dict[str, Any]]
    names: list[dict[str, Any]]
    sources: list[SourceFiles]
    links: list[Row]
    judgements: list[Row]


def read_case(folder: Path) -> CaseFiles:
    """Read every file of a case; raises CaseError on the first that cannot be understood."""
    return CaseFiles(
        folder=folder,
        data=_toml(folder / "case.toml"),
        events=_tables(folder / "events.toml", "event"),
        aspects=_tables(folder / "aspects.toml", "aspect"),
        voices=_tables(folder / "voices.toml", "voice"),
        names=_tables(folder / "names.toml", "name"),
        sources=[_source(f) for f in sorted((folder / "sources").iterdir()) if f.is_dir()],
        links=list(_rows(folder / "links.csv")),
        judgements=list(_rows(folder / "judgements.csv")),
    )


def _source(folder: Path) -> SourceFiles:
    data = _toml(folder / "source.toml")
    with located(folder / "source.toml", said("the whole file")):
        letter = str(data["letter"])
    return SourceFiles(
        folder=folder,
        data=data,
        reports=list(_rows(folder / "reports.csv")),
        passages=list(_rows(folder / "passages.csv")),
        digest=_digest(folder / "digest.md", letter),
        mentions=list(_rows(folder / "mentions.csv")),
        claims=list(_rows(folder / "claims.csv")),
        reviews=list(_rows(folder / "reviews.csv")),
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CaseError(file=path, where=said("the whole file"), reason=told(error)) from error


def _tables(path: Path, name: str) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    tables = _toml(path).get(name, [])
    for number, table in enumerate(tables, start=1):
        with located(path, f"{name} {number}"):
            _ = table["key"]
    return list(tables)


def _rows(path: Path) -> Iterator[Row]:
    if not path.exists():
        return
    rows = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    for number in count(start=2):
        with located(path, said("line {number}", number=number)):
            try:
                row = next(rows, None)
            except csv.Error as error:
                raise ValueError(str(error)) from error
            if row is None:
                return
            if None in row or None in row.values():
                raise ValueError(said("the columns do not fit"))
        yield row


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise CaseError(file=path, where=said("the whole file"), reason=told(error)) from error


def _digest(path: Path, letter: str) -> dict[int, str]:
    text = _text(path)
    parts = re.split(rf"^### {re.escape(letter)}\.(\d+)[ \t]*$", text, flags=re.MULTILINE)
    digest: dict[int, str] = {}
    for number, body in zip(parts[1::2], parts[2::2], strict=True):
        words = " ".join(body.split())
        if int(number) in digest or not words:
            reason = said("it stands twice") if words else said("it is empty")
            raise CaseError(file=path, where=f"{letter}.{number}", reason=reason)
        digest[int(number)] = words
    return digest
