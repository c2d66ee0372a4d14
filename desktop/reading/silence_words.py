"""What the reader is told where a source has nothing on an event."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.records import Silence


def silence_words(kind: Silence, known_by: str = "") -> str:
    """The sentence of a silence bar; `known_by` is the reader's clock where it is set."""
    if known_by and kind is Silence.NOT_PUBLISHED:
        words = QCoreApplication.translate("silence", "Nothing on this was published by {time}.")
        return words.format(time=known_by)
    return {
        Silence.NOT_PUBLISHED: QCoreApplication.translate(
            "silence", "Published before this happened."
        ),
        Silence.OUT_OF_SCOPE: QCoreApplication.translate(
            "silence", "Outside this text's scope: it speaks of other days."
        ),
        Silence.NO_FIGURE: QCoreApplication.translate(
            "silence", "Names the event, gives no figure."
        ),
        Silence.SILENT: QCoreApplication.translate(
            "silence", "Silent here, though it reports what came before and after."
        ),
        Silence.NOT_LOOKED: QCoreApplication.translate(
            "silence", "Nobody has looked yet whether this source speaks of the event."
        ),
    }[kind]


def silence_name(kind: Silence) -> str:
    """A silence in a word or two, for lists and forms."""
    return {
        Silence.NOT_PUBLISHED: QCoreApplication.translate("silence", "not yet published"),
        Silence.OUT_OF_SCOPE: QCoreApplication.translate("silence", "outside the text's scope"),
        Silence.NO_FIGURE: QCoreApplication.translate("silence", "gives no figure"),
        Silence.SILENT: QCoreApplication.translate("silence", "silent"),
        Silence.NOT_LOOKED: QCoreApplication.translate("silence", "not looked at yet"),
    }[kind]
