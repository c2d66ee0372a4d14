"""The kinds of links in the reader's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def kind_words(kind: str) -> str:
    """What the first words of a link do to the second."""
    return {
        "contradicts": QCoreApplication.translate("links", "contradicts"),
        "supports": QCoreApplication.translate("links", "supports"),
        "repeats": QCoreApplication.translate("links", "repeats"),
        "updates": QCoreApplication.translate("links", "updates"),
        "explains": QCoreApplication.translate("links", "explains"),
    }.get(kind, kind)


def kind_choice(kind: str) -> str:
    """A kind with the key that chooses it marked."""
    return {
        "contradicts": QCoreApplication.translate("links", "&contradicts"),
        "supports": QCoreApplication.translate("links", "s&upports"),
        "repeats": QCoreApplication.translate("links", "&repeats"),
        "updates": QCoreApplication.translate("links", "up&dates"),
        "explains": QCoreApplication.translate("links", "&explains"),
    }[kind]


def turned_words(kind: str) -> str:
    """What a link is, told from its second words."""
    return {
        "contradicts": QCoreApplication.translate("links", "is contradicted by"),
        "supports": QCoreApplication.translate("links", "is supported by"),
        "repeats": QCoreApplication.translate("links", "is repeated by"),
        "updates": QCoreApplication.translate("links", "is updated by"),
        "explains": QCoreApplication.translate("links", "is explained by"),
    }.get(kind, kind)
