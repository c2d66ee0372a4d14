"""What a note can be on from where the reader is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.dialogs.mention_dialog import shortened
from desktop.recording.note_dialog import Subject
from desktop.recording.words import Words
from desktop.session import Session

MOST_WORDS = 60


def note_subjects(session: Session, words: Words | None) -> list[Subject]:
    """Selected words first, else the event; then the passage at hand and the source."""
    translate = QCoreApplication.translate
    found = []
    event = session.events_by_id.get(session.selection.event_id or 0)
    if event is not None:
        said = translate("notes", "the event “{title}”").format(title=event.title)
        found.append(Subject("event", event.id, said))
    if words is not None:
        here = (
            translate("notes", "these words in {address}: {words}")
            if words.selected
            else translate("notes", "the passage {address}")
        )
        text = shortened(words.text, MOST_WORDS)
        on_words = Subject("words", 0, here.format(address=words.address, words=text))
        found.insert(0 if words.selected else len(found), on_words)
        said = translate("notes", "the source {label}").format(label=words.source.label)
        found.append(Subject("source", words.source.id, said))
    return found
