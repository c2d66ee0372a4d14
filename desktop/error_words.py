"""What the corpus says of a failure, in the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.errors import COMMA, Said, told

CONTEXT = "errors"
"""Where translators find the templates of `db`."""


def error_words(error: BaseException) -> str:
    """An error's sentence with its reason, for the reader; what the system says stays as it is."""
    return words_of(told(error))


def words_of(words: str) -> str:
    """Words that were said in English, with all that was said within them; others as they are."""
    if not isinstance(words, Said):
        return words
    found = QCoreApplication.translate(CONTEXT, words.template, None, words.number)
    if found == words.template and words.number == 1:
        found = words.one or found
    fields = {name: _field(value) for name, value in words.fields.items()}
    try:
        sentence = found.format_map(fields)
    except (LookupError, ValueError, AttributeError):
        # A translation that asks for something else than the template has.
        return str(words)
    return sentence.rstrip(".。।") if words.is_part else sentence


def _field(value: object) -> object:
    if isinstance(value, str):
        return words_of(value)
    if type(value) is tuple:
        return COMMA.join(str(_field(each)) for each in value)
    return value
