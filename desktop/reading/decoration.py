"""What is drawn on and between the passages of a pane besides their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one passage; start and end are code point offsets in the edition."""

    passage: int
    start: int
    end: int


class MarkStyle(StrEnum):
    """How a marked stretch is drawn."""

    FIGURE = "figure"
    HEDGE = "hedge"
    FOUND = "found"
    FOUND_CURRENT = "found-current"
    NAME = "name"
    SPAN = "span"
    NUMBER = "number"
    ATTRIBUTION = "attribution"
    PASSIVE = "passive"
    NOTE = "note"
    LINK = "link"
    PENDING = "pending"
    SUGGESTED = "suggested"


class Mark(NamedTuple):
    """A marked stretch; start and end are code point offsets in the edition."""

    start: int
    end: int
    style: MarkStyle


MarkProvider = Callable[[int], Sequence[Mark]]
"""Gives the marks of a passage by its number; asked again at every painting, so keep it quick."""


class Silence(NamedTuple):
    """A bar between two neighbours saying that a source does not speak of the event.

    after_passage is the passage above the bar, -1 for a bar above the first passage; action is
    what the reader may do about it, empty for nothing.
    """

    after_passage: int
    text: str
    action: str = ""


def no_marks(passage: int) -> Sequence[Mark]:
    """Mark nothing."""
    return ()


class Decoration:
    """The current event, marks, clock and silence of one pane."""

    def __init__(self) -> None:
        self.event: dict[int, list[Span]] = {}
        self.marks: MarkProvider = no_marks
        self.dimmed: Callable[[int], bool] | None = None
        self.notice = ""
        self.silence: Silence | None = None

    def set_event(self, spans: Iterable[Span]) -> None:
        """Replace the spans of the current event."""
        self.event = {}
        for span in spans:
            self.event.setdefault(span.passage, []).append(span)

    def is_dimmed(self, passage: int) -> bool:
        """Return whether a passage was not yet published on the known-by clock."""
        return self.dimmed is not None and passage >= 0 and self.dimmed(passage)

    def has_notice(self, passage: int) -> bool:
        """Return whether the line saying "not yet published" stands above a passage."""
        if not self.notice or not self.is_dimmed(passage):
            return False
        return passage == 0 or not self.is_dimmed(passage - 1)
