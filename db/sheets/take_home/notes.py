"""Notes that readers of a take-home page saved to a file, taken into the corpus.

A note on an event goes on the event, one on an address on the whole passage. What stands there
already with the same words is not added again, so that a file can be read twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Final

from db.corpus import Corpus
from db.errors import CorpusError
from db.records import Change, Edition

MOST_BYTES: Final = 20_000_000


class NotesFileError(CorpusError):
    """A file holds no notes of a take-home page."""

    template: ClassVar[str] = "{file} holds no notes that could be read: {reason} Nothing changed."


@dataclass(frozen=True, slots=True)
class MergedNotes:
    """What became of the notes of a file; `lost` are those whose place the corpus does not have."""

    added: int
    known: int
    lost: tuple[str, ...]
    change: Change | None


@dataclass(frozen=True, slots=True)
class _Note:
    on: str
    text: str


def merge_notes(corpus: Corpus, file: Path) -> MergedNotes:
    """Take the notes of a file into a corpus as one edit; raises NotesFileError."""
    content = _read(file)
    editions = content.get("editions")
    places = _Places(corpus, editions if isinstance(editions, dict) else {})
    added, known, lost = 0, 0, []
    with corpus.edit("Read notes") as pending:
        for note in _notes(content):
            place = places.of(note.on)
            if place is None:
                lost.append(f"{note.on}: {note.text}")
            elif note.text in places.texts_at(note.on):
                known += 1
            else:
                added += 1
                places.texts_at(note.on).add(note.text)
                if isinstance(place, int):
                    corpus.notes.add("event", place, note.text)
                else:
                    corpus.notes.add_on_words(*place, note.text)
    return MergedNotes(added, known, tuple(lost), pending.change if added else None)


def _read(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise NotesFileError(file=file, reason="it is too large.")
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NotesFileError(file=file, reason=f"{error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise NotesFileError(file=file, reason="it is not JSON.") from error
    if not isinstance(content, dict) or content.get("format") != "triptych-notes":
        raise NotesFileError(file=file, reason="it was not saved from a take-home page.")
    return content


def _notes(content: dict[str, Any]) -> Iterator[_Note]:
    """Each note with who wrote it and when, as the page has them."""
    found = content.get("notes")
    for note in found if isinstance(found, list) else ():
        if not isinstance(note, dict):
            continue
        on, text = str(note.get("on", "")), str(note.get("text", "")).strip()
        if on and text:
            signed = [str(note.get("by", "")).strip(), str(note.get("made", ""))[:10]]
            sign = ", ".join(part for part in signed if part)
            yield _Note(on, f"{text}\n\n— {sign}" if sign else text)


class _Places:
    """Where notes belong in a corpus; `editions` are the page's, by the letters of its sources."""

    def __init__(self, corpus: Corpus, editions: dict[str, Any]) -> None:
        self._corpus = corpus
        self._events = {f"event/{e.key}": e.id for e in corpus.events.all()}
        self._letters = {s.letter: s.id for s in corpus.sources.all()}
        self._held = [e for e in corpus.editions.all() if e.held]
        self._named = {letter: str(key) for letter, key in editions.items()}
        self._texts: dict[str, set[str]] = {}

    def of(self, on: str) -> int | tuple[int, int, int] | None:
        """An event's id, or an edition's with the words' start and end; None for neither."""
        if on in self._events:
            return self._events[on]
        letter, _, number = on.partition(".")
        edition = self._edition(letter)
        if edition is None or not number.isdigit():
            return None
        passages = self._corpus.editions.passages(edition.id)
        if int(number) not in passages.numbers:
            return None
        at = list(passages.numbers).index(int(number))
        return (edition.id, passages.starts[at], passages.ends[at])

    def _edition(self, letter: str) -> Edition | None:
        own = [e for e in self._held if e.source_id == self._letters.get(letter)]
        named = (e for e in own if e.key == self._named.get(letter))
        return next(named, own[0] if own else None)

    def texts_at(self, on: str) -> set[str]:
        """The notes that stand at a place already."""
        if on not in self._texts:
            self._texts[on] = set(self._standing(on))
        return self._texts[on]

    def _standing(self, on: str) -> Iterator[str]:
        place = self.of(on)
        if isinstance(place, int):
            yield from (note.text for note in self._corpus.notes.on("event", place))
        elif place is not None:
            edition, start, end = place
            rows = self._corpus.connection.execute(
                "SELECT n.text FROM note n JOIN placement pl ON pl.anchor_id = n.subject_id "
                "WHERE n.subject = 'anchor' AND pl.edition_id = ? AND pl.start = ? AND pl.end = ?",
                (edition, start, end),
            )
            yield from (text for (text,) in rows)
