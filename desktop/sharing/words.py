"""Why a form may be a person's name, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.sharing.vocabulary import Kind


def kind_words(kind: Kind) -> str:
    """How a form was found."""
    return {
        Kind.LISTED: QCoreApplication.translate("sharing", "listed"),
        Kind.ENDING: QCoreApplication.translate("sharing", "another ending"),
        Kind.ROMANISED: QCoreApplication.translate("sharing", "in another script"),
        Kind.LOWER: QCoreApplication.translate("sharing", "in small letters"),
        Kind.PART: QCoreApplication.translate("sharing", "part of the name"),
        Kind.INSIDE: QCoreApplication.translate("sharing", "inside another word"),
        Kind.ALIKE: QCoreApplication.translate("sharing", "similar"),
    }[kind]


def where_words(place: str) -> str:
    """An address as it is, a table in the reader's words."""
    known = {
        "corpus": QCoreApplication.translate("sharing", "corpus"),
        "source": QCoreApplication.translate("sharing", "source"),
        "edition": QCoreApplication.translate("sharing", "edition"),
        "report": QCoreApplication.translate("sharing", "report"),
        "event": QCoreApplication.translate("sharing", "event"),
        "claim": QCoreApplication.translate("sharing", "claim"),
        "aspect": QCoreApplication.translate("sharing", "aspect"),
        "voice": QCoreApplication.translate("sharing", "voice"),
        "name": QCoreApplication.translate("sharing", "name"),
        "spelling": QCoreApplication.translate("sharing", "name"),
        "link": QCoreApplication.translate("sharing", "link"),
        "note": QCoreApplication.translate("sharing", "note"),
        "review": QCoreApplication.translate("sharing", "review"),
        "sheet": QCoreApplication.translate("sharing", "sheet"),
        "judgement": QCoreApplication.translate("sharing", "judgement"),
        "judged_as": QCoreApplication.translate("sharing", "judgement"),
    }
    return known.get(place, place)
