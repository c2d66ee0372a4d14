"""Quotations of a worksheet, which no reference can be given for: their hash would tell the answer.

The sheet says by a list of addresses which they are. The passage of each address is looked for with
room where figures, names or both may be left blank, or filled in by hand; the words around must be
those of the passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from db.corpus import Corpus
from db.records import Edition
from db.sheets.blanking import merged, names_pattern, stretches
from db.sheets.checking.finding import SheetText, Verdict
from db.sheets.checking.folded import squeezed

# How far after its address a quotation may begin, and how much may be written into a gap.
_LEAD: Final = 48
_ROOM: Final = 120
_PIECE: Final = 8
_WINDOW: Final = 240
_LIKE: Final = 0.4
# Passages that stand in a sheet in part are not judged beyond that they stand there.
_CUT: Final = "…"


class QuotedCheck:
    """Looks for the passages of addresses in a sheet's text.

    `stated` holds the words that the sheet states for an address, where its format has fields.
    """

    def __init__(
        self, corpus: Corpus, pages: Sequence[str], stated: Mapping[str, list[str]] | None
    ) -> None:
        self._corpus = corpus
        self._text = SheetText(list(pages))
        self._stated = stated
        self._letters = {s.letter: s.id for s in corpus.sources.all()}

    def verdict(self, address: str) -> tuple[Verdict | None, str, Edition | None]:
        """What became of a quotation, its words as a corpus has them, and in which text.

        None where it stands in part, or where the corpus has no such passage and words stand there.
        """
        passages = list(self._passages(address))
        found = [(self._of(address, words, e.language), words, e) for e, words in passages]
        for wanted in (Verdict.EXACT, Verdict.ALTERED, None):
            for each in found:
                if each[0] is wanted:
                    return each
        if found:
            return found[0]
        stands = bool(self._stated.get(address) if self._stated else self._text.places_of(address))
        return (None if stands else Verdict.MISSING), "", None

    def _passages(self, address: str) -> Iterator[tuple[Edition, str]]:
        """The passage of an address in each text of its source."""
        letter, number = address.split(".")
        for edition in self._corpus.editions.all():
            if edition.source_id != self._letters.get(letter):
                continue
            passages = self._corpus.editions.passages(edition.id)
            if int(number) in passages.numbers:
                at = list(passages.numbers).index(int(number))
                text = self._corpus.editions.text(edition.id)
                yield edition, text[passages.starts[at] : passages.ends[at]]

    def _of(self, address: str, words: str, language: str) -> Verdict | None:
        pieces = list(self._pieces(words, language))
        if self._stated is not None:
            texts = SheetText(list(self._stated.get(address, ())))
            places = [(number, 0) for number in range(len(texts.pages))]
        else:
            texts, places = self._text, self._text.places_of(address)
        if any(_fits(texts, *place, each) for place in places for each in pieces):
            return Verdict.EXACT
        like = [place for place in places if _is_like(texts, *place, squeezed(words))]
        if not like:
            return Verdict.MISSING
        cut = (texts.pages[n].text[at : at + _LEAD + len(words)] for n, at in like)
        return None if any(_CUT in each for each in cut) else Verdict.ALTERED

    def _pieces(self, words: str, language: str) -> Iterator[list[str]]:
        """What is left of a passage for each way of leaving something blank."""
        for figures, names in ((False, False), (True, False), (False, True), (True, True)):
            pattern = self._names if names else None
            gaps = merged(sorted(stretches(words, language, pattern, figures=figures)))
            edges = [(0, 0), *gaps, (len(words), len(words))]
            yield [squeezed(words[a[1] : b[0]]) for a, b in pairwise(edges)]

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        names = self._corpus.names.all()
        return names_pattern([s.text for name in names for s in name.spellings])


def _fits(text: SheetText, page: int, place: int, pieces: Sequence[str]) -> bool:
    """Whether pieces follow one another from a place on, with room before each; pages may end."""
    room = _LEAD
    for piece in filter(None, pieces):
        words = text.pages[page].text
        start = words.find(piece, place, place + room + len(piece))
        if start >= 0:
            place, room = start + len(piece), _ROOM
            continue
        if not text.runs_on_within(page, place, place + room, piece):
            return False
        page, place = page + 1, 0
        room = len(text.pages[page].text)
    return True


def _is_like(text: SheetText, page: int, place: int, words: str) -> bool:
    """Whether enough of what stands at a place is of some words."""
    window = text.pages[page].text[place : place + min(len(words), _WINDOW)]
    if len(window) < _PIECE:
        return page + 1 < len(text.pages)
    pieces = [window[at : at + _PIECE] for at in range(0, len(window) - _PIECE + 1, 4)]
    return sum(piece in words for piece in pieces) >= _LIKE * len(pieces)
