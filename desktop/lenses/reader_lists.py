"""Word lists as shipped, and the copies that a reader has changed."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import resources

LANGUAGES: Final = ("en", "ru", "kk")
LISTS: Final = ("hedges", "voices", "passives")
MOST_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class ListState:
    """One list: whether the reader has a copy, whether it differs, and why it cannot be read."""

    language: str
    name: str
    path: Path
    is_copied: bool
    is_changed: bool
    problem: str


class ReaderLists:
    """Reads each list from the reader's folder where it is there and can be read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tables: dict[tuple[str, str], dict[str, list[str]]] = {}
        self._stamp = self._stamps()

    def table(self, language: str, name: str) -> dict[str, list[str]]:
        """The lists of one file by their names; what is no list of words is left out."""
        key = (language if language in LANGUAGES else LANGUAGES[0], name)
        if key not in self._tables:
            self._tables[key] = self._read(*key)
        return self._tables[key]

    def look_again(self) -> bool:
        """Forget what was read if a file has changed since, and tell whether one has."""
        stamp = self._stamps()
        changed = stamp != self._stamp
        if changed:
            self._stamp = stamp
            self._tables.clear()
        return changed

    def states(self) -> Iterator[ListState]:
        """Every list there is."""
        for language in LANGUAGES:
            for name in LISTS:
                path = self._own(language, name)
                copied = path.is_file()
                problem = ""
                if copied:
                    try:
                        _parse(path)
                    except (OSError, ValueError) as error:
                        problem = str(error)
                changed = copied and _bytes(path) != _bytes(_shipped(language, name))
                yield ListState(language, name, path, copied, changed, problem)

    def copy_missing(self) -> None:
        """Put a copy of every list that has none into the reader's folder; raises OSError."""
        for language in LANGUAGES:
            for name in LISTS:
                path = self._own(language, name)
                if not path.exists():
                    path.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(_shipped(language, name), path)

    def reset(self) -> None:
        """Use the lists as shipped; changed copies are kept as .old.toml; raises OSError."""
        for state in list(self.states()):
            if state.is_changed:
                state.path.replace(state.path.with_suffix(".old.toml"))
            elif state.is_copied:
                state.path.unlink()
        self._tables.clear()
        self._stamp = self._stamps()

    def _own(self, language: str, name: str) -> Path:
        return self.folder / language / f"{name}.toml"

    def _stamps(self) -> tuple[tuple[int, int], ...]:
        return tuple(_stamp(self._own(language, name)) for language in LANGUAGES for name in LISTS)

    def _read(self, language: str, name: str) -> dict[str, list[str]]:
        own = self._own(language, name)
        if own.is_file():
            try:
                return _parse(own)
            except (OSError, ValueError):
                # What cannot be read is said in the dialog of the lists; reading goes on.
                pass
        return _parse(_shipped(language, name))


def _shipped(language: str, name: str) -> Path:
    return resources.path("word_lists", language, f"{name}.toml")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _parse(path: Path) -> dict[str, list[str]]:
    """The lists of a file; raises ValueError where it is no such file."""
    if path.stat().st_size > MOST_BYTES:
        raise ValueError(f"{path.name} is too long for a word list")
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    return {
        name: [word for word in words if isinstance(word, str) and _has_word(word)]
        for name, words in found.items()
        if isinstance(words, list)
    }


def _has_word(words: str) -> bool:
    return any(character.isalnum() for character in words)
