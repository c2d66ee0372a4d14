"""The words that something is recorded on: those selected in a column, or its whole passage."""

from __future__ import annotations

from dataclasses import dataclass

from db.records import Source, Time
from desktop.reading.column import Column
from desktop.reading.source_text import EditionText
from desktop.session import Session


@dataclass(frozen=True, slots=True)
class Words:
    """Words within one passage of an edition; start and end are code points of its text."""

    source: Source
    shown: EditionText
    passage: int
    start: int
    end: int
    selected: bool = True

    @property
    def edition_id(self) -> int:
        """The edition they stand in."""
        return self.shown.edition.id

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.shown.text.text[self.start : self.end]

    @property
    def address(self) -> str:
        """The passage's address."""
        return self.shown.text.addresses[self.passage]

    @property
    def number(self) -> int:
        """The passage's number in its edition."""
        return self.shown.passages.numbers[self.passage]

    @property
    def bounds(self) -> tuple[int, int]:
        """Where their passage begins and ends."""
        text = self.shown.text
        return text.starts[self.passage], text.ends[self.passage]

    def reported(self, session: Session) -> Time:
        """When they were reported: by their report, else by their source."""
        report = self.shown.passages.reports[self.passage]
        for each in session.corpus.sources.reports(self.source.id) if report else ():
            if each.id == report and each.reported:
                return each.reported
        return self.source.published


def words_at_hand(column: Column) -> Words | None:
    """What is selected in a column, as far as it lies in one passage; else its whole passage.

    White space around a selection is left out; None where the column shows nothing.
    """
    chosen, edition = column.pane.selection(), column.selected_edition()
    if chosen is not None and edition is not None:
        start, end = trimmed(edition.text.text, *chosen)
        if start < end:
            passage = edition.text.passage_at(start)
            start = max(start, edition.text.starts[passage])
            end = min(end, edition.text.ends[passage])
            if start < end:
                return Words(column.source, edition, passage, start, end)
    return passage_at_hand(column)


def passage_at_hand(column: Column) -> Words | None:
    """The passage that the reader is at."""
    shown, at = column.shown, column.pane.caret_passage()
    if shown is None or not 0 <= at < len(shown.text):
        return None
    start, end = shown.text.starts[at], shown.text.ends[at]
    return Words(column.source, shown, at, start, end, selected=False) if start < end else None


def reaches_further(column: Column, words: Words) -> bool:
    """Whether the selection goes on in other passages than that of the words taken."""
    chosen = column.pane.selection()
    if chosen is None or not words.selected:
        return False
    start, end = trimmed(words.shown.text.text, *chosen)
    return start < words.start or end > words.end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
