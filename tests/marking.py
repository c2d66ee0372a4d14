"""A language of wide letters: what of the program is left in narrow ones cannot be translated."""

import re
from collections.abc import Collection, Iterator
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
    """Translates what it is given, else everything."""

    def __init__(self, known: Collection[tuple[str, str]] | None = None) -> None:
        super().__init__()
        self._known = known

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        is_known = self._known is None or (context, sourceText) in self._known
        return wide(sourceText) if is_known else None

    def isEmpty(self) -> bool:
        return False


@contextmanager
def wide_letters(known: Collection[tuple[str, str]] | None = None) -> Iterator[Wide]:
    """Show in wide letters meanwhile what has these contexts and texts, else all that can be."""
    translator = Wide(known)
    QCoreApplication.installTranslator(translator)
    try:
        yield translator
    finally:
        QCoreApplication.removeTranslator(translator)
