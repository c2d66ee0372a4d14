"""A language of wide letters: what of the program is left in narrow ones cannot be translated."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

_WIDE = {code: code + 0xFEE0 for code in (*range(0x41, 0x5B), *range(0x61, 0x7B))}
_KEPT = re.compile(r"(\{[^{}]*\}|%L?[n\d]|<[^<>]*>)")
_NARROW = re.compile("[A-Za-z]{2,}")


def wide(text: str) -> str:
    """A text in the language; fields, counts and tags stay as they are."""
    parts = _KEPT.split(text)
    return "".join(p if _KEPT.fullmatch(p) else p.translate(_WIDE) for p in parts)


def narrow_words(text: str) -> list[str]:
    """The words of a text that are not of the language."""
    return _NARROW.findall(text)


class Wide(QTranslator):
    """Translates everything; keeps what was asked for as context and text."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        self.asked.add((context, sourceText))
        return wide(sourceText)

    def isEmpty(self) -> bool:
        return False


@contextmanager
def wide_letters() -> Iterator[Wide]:
    """Show everything that is translated in wide letters meanwhile."""
    translator = Wide()
    QCoreApplication.installTranslator(translator)
    try:
        yield translator
    finally:
        QCoreApplication.removeTranslator(translator)
