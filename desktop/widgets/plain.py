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
    if len(line) <= most:
        return line
    start, _, last = line[:most].rpartition(" ")
    return (start if len(last) < most // 2 else line[: most - 2]) + " …"


def breakable(words: str, longest: int = 40) -> str:
    """Words in which one without a space can be broken: else a window becomes as wide as it is."""
    if len(words) <= longest:
        return words
    return " ".join(
        "\u200b".join(word[at : at + longest] for at in range(0, len(word), longest))
        for word in words.split(" ")
    )
