"""Words of others shown as they are: Qt guesses at markup wherever it is not told."""

from PySide6.QtGui import Qt

LONG_LINE = 120


def plain_tooltip(text: str) -> str:
    """Return `text` so that a tool tip shows its characters and obeys no markup in it.

    Qt wraps only what is markup: a long line would else run across the whole screen.
    """
    is_short = max(map(len, text.split("\n"))) <= LONG_LINE
    if is_short and not Qt.mightBeRichText(text):
        return text
    from html import escape

    return "<span>" + escape(text, quote=False).replace("\n", "<br>") + "</span>"


def without_marks(markdown: str) -> str:
    """Markdown without its signs, for where it is shown as plain text."""
    return markdown.replace("*", "").replace("`", "")


def cut_short(words: str, most: int = 140) -> str:
    """Words on one line, cut after a word where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"
