"""Words without an address, looked for in every passage of a corpus."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from db.corpus import Corpus
from db.sheets.checking.folded import squeezed

_LIKE: Final = 0.5
_FEW: Final = 9
_LIKE_OF_FEW: Final = 0.74
_MOST_WORDS: Final = 20_000
"""More words than any passage has: what goes on longer is no quotation."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage: its address, the key of its edition, and its words."""

    address: str
    edition: str
    words: str


class EveryPassage:
    """All passages of a corpus, read once however many words are looked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._places: list[Place] = []
        self._texts: list[tuple[str, list[tuple[int, str]]]] = []
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        letters = {s.id: s.letter for s in corpus.sources.all()}
        for edition in corpus.editions.all():
            whole = corpus.editions.text(edition.id)
            passages = corpus.editions.passages(edition.id)
            held = []
            for number, start, end in zip(passages.numbers, passages.starts, passages.ends,
                                          strict=True):  # fmt: skip
                words, at = whole[start:end], len(self._places)
                address = f"{letters[edition.source_id]}.{number}"
                self._places.append(Place(address, edition.key, words))
                held.append((at, squeezed(words)))
                for word in set(_words(words)):
                    self._holders[word].append(at)
            self._texts.append((squeezed(whole), held))

    def holding(self, wanted: str) -> Place | None:
        """The first passage that holds some squeezed words."""
        for whole, held in self._texts:
            if wanted in whole:
                for at, words in held:
                    if wanted in words:
                        return self._places[at]
        return None

    def likest(self, said: str) -> Place | None:
        """The passage that holds most of some words; None where none holds more than half.

        Of a few words, such as a heading or a date, nearly all must stand there: half of them
        stand somewhere by chance.
        """
        counts: defaultdict[int, int] = defaultdict(int)
        words = list(_words(said, _MOST_WORDS))
        for word in words:
            for at in self._holders.get(word, ()):
                counts[at] += 1
        best = min(counts, key=lambda at: (-counts[at], at), default=-1)
        share = _LIKE if len(words) >= _FEW else _LIKE_OF_FEW
        return self._places[best] if best >= 0 and counts[best] > share * len(words) else None


def _words(text: str, most: int | None = None) -> Iterator[str]:
    for number, match in enumerate(re.finditer(r"\w+", text)):
        if number == most:
            return
        yield match[0].casefold()
