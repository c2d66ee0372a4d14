"""Kinds of voices and how near they were, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from db.corpus.voices import FIRST_HAND
from db.records import Voice
from desktop.dialogs.search_combo import SearchCombo

# Kinds that comparison knows, and others that are often wanted; the reader may type any.
KINDS: Final = ("eyewitness", "official", "outlet", "organisation", "activist", "politician")


def first_hand_words(value: str) -> str:
    """Whether a voice saw or did itself what it tells."""
    return {
        "yes": QCoreApplication.translate("voices", "first-hand"),
        "no": QCoreApplication.translate("voices", "second-hand"),
        "unknown": QCoreApplication.translate("voices", "not known"),
    }.get(value, value)


class KindField(SearchCombo):
    """The kind of a voice: one that is used already, or any other word."""

    def __init__(self, voices: Iterable[Voice], parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("voices", "Kind of voice"), parent, free=True)
        used = [voice.kind for voice in voices if voice.kind]
        self.fill([(kind, kind) for kind in dict.fromkeys(["", *KINDS, *sorted(used)])])

    def kind(self) -> str:
        """What is typed."""
        return " ".join(self.currentText().split())


class HandField(SearchCombo):
    """First-hand, second-hand or not known; that is what nobody has said yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("voices", "How near it was"), parent)
        self.fill([(first_hand_words(value), value) for value in FIRST_HAND], "unknown")

    def hand(self) -> str:
        """One of yes, no, unknown."""
        self.settle()
        return str(self.choice())
