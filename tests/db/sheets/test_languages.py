"""A sheet says everything in each of its languages, with the right forms of a plural."""

import re
import tomllib
from typing import Any

import pytest

import resources
from db.sheets.choices import LANGUAGES
from db.sheets.exporting import FORMATS, read_sheet
from db.sheets.requests import SheetRequest
from db.sheets.watching import unwatched
from db.sheets.wording import words_in

FORMS = {"en": 2, "ru": 3, "kk": 1}
OTHERS = [language for language in LANGUAGES if language != "en"]


def tables(language: str) -> dict[str, dict[str, Any]]:
    path = resources.path("sheets", "words", f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def blanks(words: str | list[str]) -> set[str]:
    """What is filled in."""
    return set(re.findall(r"{\w+}", words if isinstance(words, str) else words[-1]))


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_is_said_in_every_language(language):
    own = tables(language)
    for table, words in tables("en").items():
        assert set(own.get(table, {})) == set(words), table


@pytest.mark.parametrize("language", OTHERS)
def test_the_same_is_filled_in(language):
    own = tables(language)
    for table, words in tables("en").items():
        for name, said in words.items():
            assert blanks(own[table][name]) == blanks(said), f"{table}.{name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_have_the_forms_of_their_language(language):
    for name, words in tables(language)["labels"].items():
        if isinstance(words, list):
            assert len(words) == FORMS[language], name


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("ru", 1, "1 событие"),
        ("ru", 3, "3 события"),
        ("ru", 5, "5 событий"),
        ("ru", 11, "11 событий"),
        ("ru", 21, "21 событие"),
        ("ru", 112, "112 событий"),
        ("ru", 1_502, "1\u00a0502 события"),
        ("kk", 1, "1 оқиға"),
        ("kk", 122, "122 оқиға"),
        ("en", 1, "1 event"),
    ],
)
def test_events_are_counted(language, n, said):
    assert words_in(language).count("count_events", n) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_tabs_are_such_as_a_workbook_takes(language):
    names = list(tables(language)["tabs"].values())
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\']", name)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_be_written_in_every_language(harbour, format, language):
    request = SheetRequest(date="2011-06-10", language=language)
    assert FORMATS[format](read_sheet(harbour, request), unwatched)


def test_a_figure_stands_in_a_sheet_to_its_last_digit():
    assert words_in("en").number(1_234_567.25) == "1,234,567.25"
    assert words_in("en").number(0.000001) == "0.000001"
    assert words_in("ru").number(0.5) == "0,5"
