"""Editions of the corpus as panes read them."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from typing import overload

from PySide6.QtCore import QCoreApplication

from db.records import Edition, EditionKind, Passages
from desktop.reading.pane_text import PaneText
from desktop.session import Session

MOST_KEPT = 24


def edition_words(kind: EditionKind) -> str:
    """What an edition is called on the screen."""
    return {
        EditionKind.ORIGINAL: QCoreApplication.translate("editions", "original"),
        EditionKind.TRANSLATION: QCoreApplication.translate("editions", "translation"),
        EditionKind.DIGEST: QCoreApplication.translate("editions", "digest"),
    }[kind]


class Addresses(Sequence[str]):
    """The addresses of an edition's passages, made when they are asked for."""

    def __init__(self, letter: str, numbers: Sequence[int]) -> None:
        self._letter = letter
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [f"{self._letter}.{number}" for number in self._numbers[at]]
        return f"{self._letter}.{self._numbers[at]}"


class EditionText:
    """One edition ready for a pane, and the way between passage numbers and pane indices."""

    def __init__(self, edition: Edition, passages: Passages, text: PaneText) -> None:
        self.edition = edition
        self.passages = passages
        self.text = text

    @cached_property
    def folded(self) -> str:
        """The text as it is searched: a megabyte takes longer than a letter is typed."""
        from db.text.folding import fold

        return fold(self.text.text)

    def index_of(self, number: int) -> int:
        """The pane's index of a passage number, -1 where there is none."""
        numbers = self.passages.numbers
        index = bisect_left(numbers, number)
        return index if index < len(numbers) and numbers[index] == number else -1


class EditionTexts:
    """The texts of a session's editions, the last used kept at hand."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept: OrderedDict[int, EditionText] = OrderedDict()

    def get(self, edition: Edition) -> EditionText:
        """One edition's text and passages."""
        if edition.id in self._kept:
            self._kept.move_to_end(edition.id)
            return self._kept[edition.id]
        made = self._read(edition)
        self._kept[edition.id] = made
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return made

    def forget(self, edition_id: int) -> None:
        """Read an edition anew the next time."""
        self._kept.pop(edition_id, None)

    def _read(self, edition: Edition) -> EditionText:
        corpus = self._session.corpus
        passages = corpus.editions.passages(edition.id)
        source = self._session.source(edition.source_id)
        letter = source.letter if source else "?"
        text = PaneText(
            text=corpus.editions.text(edition.id),
            starts=passages.starts,
            ends=passages.ends,
            kinds=passages.kinds,
            addresses=Addresses(letter, passages.numbers),
            language=edition.language,
            edition=edition_words(edition.kind),
        )
        return EditionText(edition, passages, text)
