"""One edition as a pane reads it: a single string cut into passages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from db.records import PassageKind

__all__ = ["EMPTY_TEXT", "PaneText", "PassageKind"]


class PaneText:
    """An edition's whole text with its passages in reading order.

    starts and ends are code point offsets into text, ascending, ends exclusive; all four
    sequences have one item a passage. Nothing is copied, so arrays keep a long edition cheap.
    edition is the kind of text as the reader should see it named ("original", "digest").
    """

    __slots__ = ("addresses", "edition", "ends", "kinds", "language", "starts", "text")

    def __init__(
        self, text: str, starts: Sequence[int], ends: Sequence[int],
        kinds: Sequence[PassageKind], addresses: Sequence[str], language: str = "",
        edition: str = "",
    ) -> None:  # fmt: skip
        self.text, self.starts, self.ends = text, starts, ends
        self.kinds, self.addresses = kinds, addresses
        self.language, self.edition = language, edition

    def __len__(self) -> int:
        return len(self.starts)

    def passage_at(self, offset: int) -> int:
        """Return the passage that holds a code point offset.

        An offset between two passages belongs to the earlier one, an offset before the first
        passage to the first; -1 where there are no passages.
        """
        if not self.starts:
            return -1
        return max(0, bisect_right(self.starts, offset) - 1)

    def passage_text(self, passage: int) -> str:
        """Return the words of one passage."""
        return self.text[self.starts[passage] : self.ends[passage]]


EMPTY_TEXT = PaneText("", (), (), (), ())
