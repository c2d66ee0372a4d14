"""Where the notes of a take-home page belong in a corpus that may have changed, or be another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from zlib import crc32

from db.corpus import Corpus
from db.records import Edition

Place = int | tuple[int, int, int]
"""An event's id, or an edition's with the start and end of words in it."""
_NUMBER: Final = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note, with the title of its event or the CRC-32 of its passage as they were on the page."""

    on: str
    text: str
    title: str
    crc: str


def words_in(value: object) -> str:
    """What stands in a file as words; half a character, which no text can hold, is replaced."""
    text = value if isinstance(value, str) else ""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class NotePlaces:
    """Where the notes of a file belong in a corpus.

    Letters and numbers mean the same only in the text the page was made from. So a page's own
    editions count, and of each passage the words it had: it is found again where it has another
    number now, and a note on words that are not there has no place.
    """

    def __init__(self, corpus: Corpus, content: dict[str, Any]) -> None:
        self._corpus = corpus
        self._same = words_in(content.get("corpus")) in ("", corpus.info.title)
        self._events = {f"event/{e.key}": e for e in corpus.events.all()}
        self._letters = {s.letter: s.id for s in corpus.sources.all()}
        self._held = [e for e in corpus.editions.all() if e.held]
        editions = content.get("editions")
        self._named = editions if isinstance(editions, dict) else {}
        self._passages: dict[int, _Passages] = {}
        self._texts: dict[Place, set[str]] = {}

    def of(self, note: PageNote) -> Place | None:
        """Where a note belongs; None where the corpus has no such place."""
        event = self._events.get(note.on)
        if event is not None:
            return event.id if self._same or note.title == event.title else None
        letter, _, number = note.on.partition(".")
        edition = self._edition(letter)
        if edition is None or not _NUMBER.fullmatch(number):
            return None
        if edition.id not in self._passages:
            self._passages[edition.id] = _Passages(self._corpus, edition.id)
        return self._passages[edition.id].of(int(number), note.crc)

    def _edition(self, letter: str) -> Edition | None:
        if letter in self._named:
            wanted = self._named[letter]
            return next((e for e in self._held if e.key == wanted), None)
        source = self._letters.get(letter)
        own = (e for e in self._held if e.source_id == source)
        return next(own, None) if self._same else None

    def texts_at(self, place: Place) -> set[str]:
        """The notes that stand at a place already."""
        if place not in self._texts:
            self._texts[place] = set(self._standing(place))
        return self._texts[place]

    def _standing(self, place: Place) -> Iterator[str]:
        if isinstance(place, int):
            yield from (note.text for note in self._corpus.notes.on("event", place))
            return
        rows = self._corpus.connection.execute(
            "SELECT n.text FROM note n JOIN placement pl ON pl.anchor_id = n.subject_id "
            "WHERE n.subject = 'anchor' AND pl.edition_id = ? AND pl.start = ? AND pl.end = ?",
            place,
        )
        yield from (text for (text,) in rows)


class _Passages:
    """The passages of an edition, by number and by what they say."""

    def __init__(self, corpus: Corpus, edition: int) -> None:
        self._edition = edition
        self._text = corpus.editions.text(edition)
        found = corpus.editions.passages(edition)
        self._spans = dict(
            zip(found.numbers, zip(found.starts, found.ends, strict=True), strict=True)
        )
        self._sums: dict[str, list[int]] = {}

    def of(self, number: int, crc: str) -> tuple[int, int, int] | None:
        """An edition, the start and the end of a passage; `crc` is empty where it is not known."""
        span = self._spans.get(number)
        if crc and (span is None or self._sum(span) != crc):
            same = self._by_sum().get(crc, [])
            span = self._spans[same[0]] if len(same) == 1 else None
        return span and (self._edition, *span)

    def _sum(self, span: tuple[int, int]) -> str:
        return f"{crc32(self._text[slice(*span)].encode()):08x}"

    def _by_sum(self) -> dict[str, list[int]]:
        if not self._sums:
            for number, span in self._spans.items():
                self._sums.setdefault(self._sum(span), []).append(number)
        return self._sums
