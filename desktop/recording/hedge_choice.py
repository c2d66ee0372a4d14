"""How sure words are, as a list to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from db.corpus.claim_fields import HEDGES
from desktop.dialogs.search_combo import SearchCombo


def hedge_name(hedge: str) -> str:
    """A hedge in a word."""
    return {
        "stated": QCoreApplication.translate("hedges", "stated"),
        "confirmed": QCoreApplication.translate("hedges", "confirmed"),
        "reported": QCoreApplication.translate("hedges", "reported"),
        "unconfirmed": QCoreApplication.translate("hedges", "unconfirmed"),
        "alleged": QCoreApplication.translate("hedges", "alleged"),
        "denied": QCoreApplication.translate("hedges", "denied"),
        "expected": QCoreApplication.translate("hedges", "expected"),
    }.get(hedge, hedge)


def hedge_meaning(hedge: str) -> str:
    """What a hedge is given for."""
    return {
        "stated": QCoreApplication.translate("hedges", "the source says so itself"),
        "confirmed": QCoreApplication.translate("hedges", "it says that this is confirmed"),
        "reported": QCoreApplication.translate("hedges", "it passes on another's words"),
        "unconfirmed": QCoreApplication.translate("hedges", "it says that this is not certain"),
        "alleged": QCoreApplication.translate("hedges", "marked as doubted, or as an accusation"),
        "denied": QCoreApplication.translate("hedges", "somebody says that it is not so"),
        "expected": QCoreApplication.translate("hedges", "said to be about to happen"),
    }[hedge]


class HedgeChoice(SearchCombo):
    """The seven hedges, each with its meaning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("hedges", "How sure"), parent)
        self.fill([(f"{hedge_name(h)} — {hedge_meaning(h)}", h) for h in HEDGES], "stated")

    def hedge(self) -> str:
        """The hedge chosen."""
        return str(self.choice())
