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
from db.errors import CorpusError, said
from db.records import Change
from db.sheets.take_home.places import NotePlaces, PageNote, words_in

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


def merge_notes(corpus: Corpus, file: Path) -> MergedNotes:
    """Take the notes of a file into a corpus as one edit; raises NotesFileError."""
    content = _read(file)
    places = NotePlaces(corpus, content)
    added, known, lost = 0, 0, []
    with corpus.edit("Read notes") as pending:
        for note in _notes(content):
            place = places.of(note)
            if place is None:
                lost.append(f"{note.on}: {note.text}")
            elif note.text in places.texts_at(place):
                known += 1
            else:
                added += 1
                places.texts_at(place).add(note.text)
                if isinstance(place, int):
                    corpus.notes.add("event", place, note.text)
                else:
                    corpus.notes.add_on_words(*place, note.text)
    return MergedNotes(added, known, tuple(lost), pending.change if added else None)


def _read(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise NotesFileError(file=file, reason=said("it is too large."))
        content = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise NotesFileError(file=file, reason=f"{error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise NotesFileError(file=file, reason=said("it is not JSON.")) from error
    if not isinstance(content, dict) or content.get("format") != "triptych-notes":
        raise NotesFileError(file=file, reason=said("it was not saved from a take-home page."))
    return content


def _notes(content: dict[str, Any]) -> Iterator[PageNote]:
    """Each note with who wrote it and when, as the page has them."""
    found = content.get("notes")
    for note in found if isinstance(found, list) else ():
        if not isinstance(note, dict):
            continue
        on, text = words_in(note.get("on")), words_in(note.get("text")).strip()
        if on and text:
            signed = [words_in(note.get("by")).strip(), words_in(note.get("made"))[:10]]
            sign = ", ".join(part for part in signed if part)
            signed_text = f"{text}\n\n— {sign}" if sign else text
            yield PageNote(on, signed_text, words_in(note.get("title")), words_in(note.get("crc")))
