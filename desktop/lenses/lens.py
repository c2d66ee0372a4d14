"""The lenses there are: what each is called, what it says of itself, how it is drawn."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desktop.reading.decoration import MarkStyle


class Lens(StrEnum):
    """One way of marking words."""

    NAMES = "names"
    NUMBERS = "numbers"
    HEDGES = "hedges"
    ATTRIBUTIONS = "attributions"
    PASSIVES = "passives"


STYLES: dict[Lens, MarkStyle] = {
    Lens.NAMES: MarkStyle.NAME,
    Lens.NUMBERS: MarkStyle.NUMBER,
    Lens.HEDGES: MarkStyle.HEDGE,
    Lens.ATTRIBUTIONS: MarkStyle.ATTRIBUTION,
    Lens.PASSIVES: MarkStyle.PASSIVE,
}


class Seen(NamedTuple):
    """Words that a lens marks; start and end are code points of the text looked at.

    `what` tells why: the chief spelling of a name, a figure's bounds, the list of the word.
    """

    start: int
    end: int
    lens: Lens
    what: str


def action_id(lens: Lens) -> str:
    """The action that switches a lens."""
    return f"lens_{lens}"


def lens_title(lens: Lens) -> str:
    """What a lens is called."""
    return {
        Lens.NAMES: QCoreApplication.translate("lenses", "Names"),
        Lens.NUMBERS: QCoreApplication.translate("lenses", "Numbers"),
        Lens.HEDGES: QCoreApplication.translate("lenses", "Hedges"),
        Lens.ATTRIBUTIONS: QCoreApplication.translate("lenses", "Attributions"),
        Lens.PASSIVES: QCoreApplication.translate("lenses", "Passives"),
    }[lens]


def lens_line(lens: Lens) -> str:
    """How a lens is drawn, for those who cannot see it."""
    return {
        Lens.NAMES: QCoreApplication.translate("lenses", "dashed line below"),
        Lens.NUMBERS: QCoreApplication.translate("lenses", "line above"),
        Lens.HEDGES: QCoreApplication.translate("lenses", "dotted line below"),
        Lens.ATTRIBUTIONS: QCoreApplication.translate("lenses", "dashes and dots below"),
        Lens.PASSIVES: QCoreApplication.translate("lenses", "wavy line below"),
    }[lens]


def basis(lens: Lens) -> str:
    """Where a lens has its marks from: none of them is a judgement."""
    if lens is Lens.NAMES:
        return QCoreApplication.translate("lenses", "from the names of this corpus")
    if lens is Lens.NUMBERS:
        return QCoreApplication.translate("lenses", "read by rules, not a judgement")
    return QCoreApplication.translate("lenses", "word list, not judgement")


def tip(seen: Seen) -> str:
    """What is said of marked words under the pointer."""
    words = QCoreApplication.translate("lenses", "{lens}: {why} — {basis}")
    return words.format(lens=lens_title(seen.lens), why=_why(seen), basis=basis(seen.lens))


def _why(seen: Seen) -> str:
    known = {
        "confirmed": QCoreApplication.translate("lenses", "confirmed"),
        "reported": QCoreApplication.translate("lenses", "reported"),
        "unconfirmed": QCoreApplication.translate("lenses", "unconfirmed"),
        "alleged": QCoreApplication.translate("lenses", "alleged"),
        "denied": QCoreApplication.translate("lenses", "denied"),
        "expected": QCoreApplication.translate("lenses", "expected"),
        "attribution": QCoreApplication.translate("lenses", "somebody's words are passed on"),
        "passive": QCoreApplication.translate("lenses", "passive, no actor named beside it"),
        "passive-agent": QCoreApplication.translate("lenses", "passive, who acted is named"),
        "agentless": QCoreApplication.translate("lenses", "nobody acts in this turn of words"),
    }
    listed = seen.lens not in (Lens.NAMES, Lens.NUMBERS)
    return known.get(seen.what, seen.what) if listed else seen.what
