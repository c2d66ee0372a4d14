"""Word lists as shipped, and the copies that a reader has changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import resources
from db.errors import said, told
from db.text.list_files import (
    NAMES,
    VAGUE,
    WordListError,
    check_list,
    known_groups,
    list_source,
    parse_list,
)
from db.text.word_lists import LANGUAGES, Table, WordLists, word_list

LISTS: Final = NAMES
MOST_BYTES: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class ListState:
    """One list: whether the reader has a copy, whether it differs, and why it cannot be used."""

    language: str
    name: str
    path: Path
    is_copied: bool
    is_changed: bool
    problem: str


class ReaderLists:
    """Reads each list from the reader's folder where it is there and can be used.

    The folder has a folder for each language, in it a file for each list. What cannot be used is
    told by `states`, and the list as shipped stands in its place.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamp = self._stamps()
        self._lists: WordLists | None = None

    @property
    def lists(self) -> WordLists:
        """The lists to read by now; another object once one of them has changed."""
        if self._lists is None:
            own: dict[tuple[str, str], Table] = {}
            for language in LANGUAGES:
                for name in LISTS:
                    table, _ = self._own_table(language, name)
                    if table is not None:
                        own[language, name] = table
            self._lists = WordLists(own)
        return self._lists

    def look_again(self) -> bool:
        """Forget what was read if a file has changed since, and tell whether one has."""
        stamp = self._stamps()
        changed = stamp != self._stamp
        if changed:
            self._stamp = stamp
            self._lists = None
        return changed

    def states(self) -> Iterator[ListState]:
        """Every list there is."""
        for language in LANGUAGES:
            for name in LISTS:
                yield self.state(language, name)

    def state(self, language: str, name: str) -> ListState:
        """One list."""
        path = self._own(language, name)
        table, problem = self._own_table(language, name)
        changed = bool(problem) or (table is not None and table != word_list(language, name))
        return ListState(language, name, path, path.is_file(), changed, problem)

    def source(self, language: str, name: str) -> str:
        """The file of a list as it is used now, remarks and all."""
        own = self._own(language, name)
        table, _ = self._own_table(language, name)
        place = own if table is not None else _shipped(language, name)
        return place.read_text(encoding="utf-8-sig")

    def save(self, language: str, name: str, table: Table) -> None:
        """Keep a list of the reader's; raises WordListError or OSError with nothing changed."""
        check_list(table, name)
        text = list_source(table, name, self.source(language, name))
        path = self._own(language, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        self._keep_old(language, name)
        new.replace(path)
        self._renew()

    def copy_missing(self) -> None:
        """Put a copy of every list that has none into the reader's folder; raises OSError."""
        for language in LANGUAGES:
            for name in LISTS:
                path = self._own(language, name)
                if not path.exists():
                    path.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(_shipped(language, name), path)
        self._renew()

    def restore(self, language: str, name: str) -> None:
        """Use a list as shipped; a changed copy is kept as .old.toml; raises OSError."""
        state = self.state(language, name)
        if state.is_changed:
            state.path.replace(state.path.with_suffix(".old.toml"))
        elif state.is_copied:
            state.path.unlink()
        self._renew()

    def reset(self) -> None:
        """Use all lists as shipped; changed copies are kept as .old.toml; raises OSError."""
        for state in list(self.states()):
            self.restore(state.language, state.name)

    def _keep_old(self, language: str, name: str) -> None:
        """What cannot be used is not written over: the reader's work may be in it."""
        state = self.state(language, name)
        if state.problem:
            state.path.replace(state.path.with_suffix(".old.toml"))

    def _renew(self) -> None:
        self._lists = None
        self._stamp = self._stamps()

    def _own(self, language: str, name: str) -> Path:
        return self.folder / language / f"{name}.toml"

    def _stamps(self) -> tuple[tuple[int, int], ...]:
        return tuple(_stamp(self._own(language, name)) for language in LANGUAGES for name in LISTS)

    def _own_table(self, language: str, name: str) -> tuple[Table | None, str]:
        """The reader's list, or None and why it cannot be used; no reason where there is none."""
        path = self._own(language, name)
        try:
            if not path.is_file():
                return None, ""
            if path.stat().st_size > MOST_BYTES:
                raise WordListError(said("It is too long for a word list."))
            return parse_list(path.read_text(encoding="utf-8-sig"), name), ""
        except UnicodeDecodeError:
            return None, said("It is no text in UTF-8.")
        except OSError as error:
            return None, said("It cannot be read: {why}.", why=error.strerror)
        except WordListError as error:
            return None, told(error)


def group_names(language: str, name: str, table: Table) -> list[str]:
    """The lists of a file in the order shipped, then those only the reader has."""
    if name == VAGUE:
        return [VAGUE]
    shipped = list(word_list(language, name))
    return [
        *shipped,
        *(group for group in known_groups(name) if group in table and group not in shipped),
    ]


def _shipped(language: str, name: str) -> Path:
    return resources.path("word_lists", language, f"{name}.toml")


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
