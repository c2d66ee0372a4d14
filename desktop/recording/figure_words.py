"""Figures in the reader's words: exact, bounded, or only a word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from db.comparing.said import places


def number_words(value: float) -> str:
    """A number as the reader's language writes it."""
    locale = QLocale()
    if float(value).is_integer() and abs(value) < 1e15:
        return locale.toString(int(value))
    return locale.toString(float(value), "f", places(value))


def figure_words(
    least: float | None, most: float | None, vague: str | None = "", unit: str | None = ""
) -> str:
    """What a figure allows: `71 or more people`, `500 to 800`, `“dozens”`, `300 (“about”)`."""
    bounds = _bounds(least, most)
    word = f"“{vague}”" if vague else ""
    said = f"{bounds} ({word})" if bounds and word else bounds or word
    return f"{said} {unit}" if said and unit else said


def _bounds(least: float | None, most: float | None) -> str:
    if least is not None and least == most:
        return number_words(least)
    if least is not None and most is not None:
        words = QCoreApplication.translate("figures", "{least} to {most}")
        return words.format(least=number_words(least), most=number_words(most))
    if least is not None:
        words = QCoreApplication.translate("figures", "{least} or more")
        return words.format(least=number_words(least))
    if most is not None:
        words = QCoreApplication.translate("figures", "at most {most}")
        return words.format(most=number_words(most))
    return ""
