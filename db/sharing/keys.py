"""The key to a copy: who stands behind which pseudonym. It names people and stays where it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from db.backup import plain_reason
from db.errors import ExportError, UnreadableFileError, said
from db.text.folding import fold

MOST_BYTES: Final = 16 * 1024 * 1024
WARNING: Final = "This file says who is behind each pseudonym. Do not hand it on with the copy."


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One person: the name's key, its spellings, the pseudonym."""

    key: str
    spellings: tuple[str, ...]
    pseudonym: str


def write_key(path: Path, rows: Iterable[KeyRow], kept: Iterable[KeyRow] = ()) -> None:
    """Write a key, rows of an earlier one that are not among them included; by a rename."""
    every = list(rows)
    used = {row.pseudonym for row in every}
    every += [row for row in kept if row.pseudonym not in used]
    persons = [
        {"name": row.key, "spellings": list(row.spellings), "pseudonym": row.pseudonym}
        for row in every
    ]
    document = {"triptych": "key", "warning": WARNING, "persons": persons}
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise ExportError(file=path, reason=plain_reason(error)) from error
    finally:
        partial.unlink(missing_ok=True)


def read_key(path: Path) -> list[KeyRow]:
    """The rows of a key; raises UnreadableFileError for a file that is none."""
    try:
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFileError(file=path, reason=plain_reason(error)) from error
    try:
        document = json.loads(data[:MOST_BYTES])
        return [_row(person) for person in document["persons"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableFileError(
            file=path, reason=said("it is no key to a sharing copy")
        ) from error


def _row(person: dict[str, Any]) -> KeyRow:
    texts = (person["name"], person["pseudonym"], *person["spellings"])
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    return KeyRow(person["name"], tuple(person["spellings"]), person["pseudonym"])


def pseudonym_in(rows: Sequence[KeyRow], key: str, spellings: Iterable[str]) -> str:
    """The pseudonym a key has for a person, by a spelling or else by the name's key; or nothing."""
    wanted = {fold(spelling.strip()) for spelling in spellings}
    for row in rows:
        if wanted & {fold(spelling.strip()) for spelling in row.spellings}:
            return row.pseudonym
    return next((row.pseudonym for row in rows if row.key == key), "")
