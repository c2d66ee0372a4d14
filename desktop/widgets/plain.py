"""Words of others shown as they are: Qt guesses at markup wherever it is not told."""

from html import escape

from PySide6.QtGui import Qt


def plain_tooltip(text: str) -> str:
    """Return `text` so that a tool tip shows its characters and obeys no markup in it."""
    if not Qt.mightBeRichText(text):
        return text
    return "<span>" + escape(text, quote=False).replace("\n", "<br>") + "</span>"
