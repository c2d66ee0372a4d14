"""Times in words of the language the program speaks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from db.text import display
from db.text.word_lists import LANGUAGES


def language() -> str:
    """The language of the program's words, for those that come from word lists: en, ru or kk."""
    # Translators write the code of their own language here.
    spoken = QCoreApplication.translate("language", "en")
    return spoken if spoken in LANGUAGES else "en"


def display_when(
    edtf: str,
    *,
    now_year: int | None = None,
    short: bool = False,
    reference_day: date | None = None,
) -> str:
    """A time in words, as `db.text.display` writes it."""
    return display.display_when(
        edtf, language=language(), now_year=now_year, short=short, reference_day=reference_day
    )


def display_day(day: date, *, now_year: int | None = None, weekday: bool = False) -> str:
    """A whole day in full words, as `db.text.display` writes it."""
    return display.display_day(day, language=language(), now_year=now_year, weekday=weekday)
