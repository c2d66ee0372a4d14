"""What the signs beside an event's title mean: claims in conflict, notes of the reader's."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from desktop.comparing.disagreements import Disagreements
from desktop.session import Session
from desktop.widgets.plain import cut_short, without_marks

translate = QCoreApplication.translate

MOST_ASPECTS = 4


class EventSigns:
    """The signs of every event, and their words."""

    def __init__(self, session: Session, disagreements: Disagreements) -> None:
        self._session = session
        self._disagreements = disagreements

    @property
    def conflicts(self) -> Collection[int]:
        """The events (ids) of which claims conflict, as far as they are counted."""
        return self._disagreements.counts.keys()

    @property
    def noted(self) -> Collection[int]:
        """The events (ids) that have notes."""
        return {row for table, row in self._session.notes if table == "event"}

    def words(self, event_id: int) -> str:
        """What an event's signs mean, a line each; empty where it has none."""
        notes = [n.text for n in self._session.notes.get(("event", event_id), ())]
        return "\n".join(filter(None, (self._conflict_words(event_id), note_words(notes))))

    def _conflict_words(self, event_id: int) -> str:
        count = self._disagreements.conflicts(event_id)
        if not count:
            return ""
        titles = self._disagreements.aspects(event_id)
        named = ", ".join(titles[:MOST_ASPECTS]) + (" …" if len(titles) > MOST_ASPECTS else "")
        told = translate("comparing", "%n conflict(s)", None, count)
        return translate("events", "{conflicts}: {aspects}").format(conflicts=told, aspects=named)


def note_words(texts: list[str]) -> str:
    """How many notes there are, and how the last one begins."""
    if not texts:
        return ""
    told = translate("events", "%n note(s)", None, len(texts))
    begins = cut_short(without_marks(texts[-1]))
    return translate("events", "{notes}: {words}").format(notes=told, words=begins)
