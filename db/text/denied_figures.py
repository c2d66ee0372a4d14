"""Figures that a text says are not so: "there were not 70 dead", «не 70, а 12», "70 емес, 12 адам".

Only what stands beside a figure denies it: "the two men were not found" are two men all the same,
"he was not paid for seven months" are seven months.
"""

from __future__ import annotations

from collections.abc import Sequence

from db.text.quantity_words import QuantityWords
from db.text.tokens import Token


class DenialReader:
    """Looks beside the quantities of one sentence, by the lists under ``denied``."""

    def __init__(self, words: QuantityWords, tokens: Sequence[Token]) -> None:
        self._words = words
        self._tokens = tokens

    def is_denied(self, first: int, last: int) -> bool:
        """Tell whether the quantity at tokens first..last, its unit with it, is said not to be."""
        # «не одна сотня» are several hundred.
        if self._tokens[first].plain in self._words.ones:
            return False
        return self._is_denied_before(first) or self._is_denied_after(first, last)

    def _is_denied_before(self, first: int) -> bool:
        denial = self._words.denied_before.before(self._tokens, first)
        # "whether or not 70 died", «чуть не 70 человек»: no denial.
        return bool(denial) and not self._words.denied_not_after.before(
            self._tokens, first - (denial[0] if denial else 0)
        )

    def _is_denied_after(self, first: int, last: int) -> bool:
        # "70 өлік емес": the noun that is counted may be no listed unit.
        ends = [last, last + 1] if self._is_event(last) else [last]
        if any(self._words.denied_after.at(self._tokens, at) for at in ends):
            return True
        # «70 погибших не было», but «двух рабочих не было на смене».
        told = self._is_event(ends[-1] - 1) and ends[-1] - 1 >= first
        return told and bool(self._words.denied_after_events.at(self._tokens, ends[-1]))

    def _is_event(self, index: int) -> bool:
        return bool(self._words.denied_events.at(self._tokens, index))
