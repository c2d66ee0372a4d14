"""Word lists as files that a reader may edit: read, checked, and written with their remarks.

A file of phrases has lists of strings by name, that of vague words a least and a greatest number
for each phrase. What cannot be used is refused with a sentence rather than passed over.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from db.errors import said
from db.text.word_lists import LANGUAGES, Table, word_list

VAGUE: Final = "vague"
NAMES: Final = ("hedges", "voices", "passives", VAGUE)
"""The files that can be edited."""
MOST_CHARACTERS: Final = 1_000_000
MOST_PHRASES: Final = 5_000
LONGEST: Final = 80
_NO_WORD: Final = " \t\r\n*.…"
_KEY: Final = re.compile(r'\s*("[^"]*"|[\w-]+)\s*=')


class WordListError(ValueError):
    """What is wrong with a list, as a sentence for the reader."""


def parse_list(source: str, name: str) -> Table:
    """Return the tables of a file; raises WordListError with a sentence."""
    if len(source) > MOST_CHARACTERS:
        raise WordListError(said("It is longer than {most:,} characters.", most=MOST_CHARACTERS))
    try:
        found = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WordListError(
            said("It is no list: {why}.", why=str(error) or said("nested too deeply"))
        ) from error
    check_list(found, name)
    return found


def check_list(table: Table, name: str) -> None:
    """Raise WordListError where a table cannot be read by."""
    if name == VAGUE:
        for phrase, bounds in table.items():
            _check_phrase(phrase, name)
            _check_range(phrase, bounds)
    else:
        _check_groups(table, name)
    count = sum(len(words) if name != VAGUE else 1 for words in table.values())
    if count > MOST_PHRASES:
        raise WordListError(
            said(
                "It holds {count:,} phrases, more than {most:,}.",
                count=count,
                most=MOST_PHRASES,
            )
        )


@lru_cache(maxsize=8)
def known_groups(name: str) -> tuple[str, ...]:
    """Return the names of the lists in a file: those that some language has."""
    shipped = (group for language in LANGUAGES for group in word_list(language, name))
    return tuple(dict.fromkeys(shipped))


def _check_groups(table: Table, name: str) -> None:
    known = known_groups(name)
    for group, phrases in table.items():
        if group not in known:
            raise WordListError(
                said(
                    "“{group}” is no list of {name}; there are {known}.",
                    group=group,
                    name=name,
                    known=known,
                )
            )
        if not isinstance(phrases, list):
            raise WordListError(said("“{group}” is no list of words.", group=group))
        for phrase in phrases:
            _check_phrase(phrase, group)


def _check_phrase(phrase: object, group: str) -> None:
    if not isinstance(phrase, str):
        raise WordListError(
            said(
                "“{group}” holds {phrase!r}, which is no word in quotation marks.",
                group=group,
                phrase=phrase,
            )
        )
    if not phrase.strip(_NO_WORD):
        raise WordListError(
            said("“{group}” holds “{phrase}”, which is no word.", group=group, phrase=phrase)
        )
    if len(phrase) > LONGEST:
        raise WordListError(
            said(
                "“{phrase}…” in “{group}” is longer than {longest} letters.",
                phrase=phrase[:LONGEST],
                group=group,
                longest=LONGEST,
            )
        )


def _check_range(phrase: str, bounds: object) -> None:
    if not isinstance(bounds, list) or len(bounds) != 2 or not all(map(_is_number, bounds)):
        raise WordListError(
            said(
                "“{phrase}” needs two numbers: the least and the greatest it means.", phrase=phrase
            )
        )
    least, most = bounds
    if least > most:
        raise WordListError(
            said(
                "“{phrase}”: the least, {least:g}, is above the greatest, {most:g}.",
                phrase=phrase,
                least=least,
                most=most,
            )
        )


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and value >= 0


def remarks(source: str) -> dict[str, str]:
    """Return for each name in a file the remark that stands right above it."""
    found: dict[str, str] = {}
    above: list[str] = []
    for line in source.splitlines():
        key = _KEY.match(line)
        if line.startswith("#"):
            above.append(line.lstrip("#").strip())
        elif key:
            found[key[1].strip('"')] = " ".join(above)
            above = []
        elif not line.strip():
            above = []
    return found


def head(source: str) -> str:
    """Return the remarks at the top of a file, without those of its first list."""
    lines = source.splitlines()
    top: list[str] = []
    for line in lines:
        if not line.startswith("#"):
            break
        top.append(line)
    return "\n".join(top) + "\n" if top else ""


def list_source(table: Table, name: str, like: str) -> str:
    """Write a table as a file, with the remarks of the file it is to be `like`."""
    said = remarks(like)
    top = head(like)
    parts = [f"{top}\n"] if top else []
    for key, value in table.items():
        remark = said.get(key, "")
        if remark and remark not in " ".join(line.lstrip("# ") for line in top.splitlines()):
            parts.append(f"# {remark}\n")
        parts.append(_entry(key, value, name))
    return "".join(parts)


def _entry(key: str, value: Sequence[Any], name: str) -> str:
    if name == VAGUE:
        return f"{_quoted(key)} = [{', '.join(map(str, value))}]\n"
    if not value:
        return f"{key} = []\n"
    lines = "".join(f"    {_quoted(phrase)},\n" for phrase in value)
    return f"{key} = [\n{lines}]\n"


def _quoted(text: str) -> str:
    """A basic string of TOML: JSON's escapes and one more."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
