"""Number words of a language with all their endings, and the values of numbers in figures."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from db.text.phrases import Phrases
from db.text.word_lists import word_list

RUSSIAN_ENDINGS: Final = frozenset(["ти", "и", "х", "ух", "ех", "ми", "мя"])
ABBREVIATED: Final = frozenset(["тыс", "млн", "млрд", "трлн", "mln", "bln", "bn", "k"])


def room_beside(value: float) -> float:
    """Return the bound below which a number can still be added to another: 20 takes 1 to 9."""
    if value != int(value) or value < 10 or 10 < value < 20:
        return 1
    room = 1.0
    while value % (room * 10) == 0:
        room *= 10
    return room


def figure_value(figure: str, language: str) -> float:
    """Return the value of a number in figures, by the separators of the language."""
    whole = figure.replace(" ", "").replace("'", "")
    if "," in whole and "." in whole:
        whole = whole.replace(",", "")
    elif "," in whole:
        groups = whole.split(",")[1:]
        grouped = all(len(group) == 3 for group in groups)
        thousands = language == "en" or len(groups) > 1 or groups == ["000"]
        whole = whole.replace(",", "" if grouped and thousands else ".")
    elif whole.endswith(".000") or whole.count(".") > 1:
        whole = whole.replace(".", "")
    if whole.isdecimal():
        return int(whole)
    value = float(whole)
    return int(value) if value == int(value) else value


def number_cases(language: str) -> dict[str, list[str]]:
    """Return the endings of each case that number words take, by the name of the case."""
    cases: dict[str, list[str]] = word_list(language, "quantities").get("cases", {})
    return cases


@lru_cache(maxsize=8)
def number_phrases(language: str) -> dict[str, Phrases]:
    """Return the phrases that join the parts of a number, by what they do."""
    words = word_list(language, "quantities")
    return {
        "half": Phrases(
            {
                "0.5": words["joined"]["half"],
                "0.25": words["joined"].get("quarter", []),
                "0.75": words["joined"].get("three_quarters", []),
            }
        ),
        "and_half": Phrases({"half": words["joined"]["and_half"]}),
        "ordinal": Phrases({"ordinal": words["ordinals"]["words"]}),
        "genitive": Phrases({"genitive": words["bare_scales"].get("after", [])}),
    }


@lru_cache(maxsize=8)
def number_stems(language: str) -> dict[str, tuple[float, bool, str]]:
    """Return (value, whether a scale, case) of every number word with every ending."""
    words = word_list(language, "quantities")
    plain_forms = {
        stem: (value, name == "scales", "")
        for name in ("numbers", "scales")
        for stem, value in words[name].items()
    }
    # "one" with an ending is a pronoun or an adverb.
    inflected = {
        stem + ending: (value, is_scale, case)
        for stem, (value, is_scale, _) in plain_forms.items()
        if stem not in words["one"]["words"]
        for case, endings in number_cases(language).items()
        for ending in endings
    }
    others = words["not_numbers"]["words"]
    return {word: of for word, of in (inflected | plain_forms).items() if word not in others}


@lru_cache(maxsize=8)
def inflected_ones(language: str) -> frozenset[str]:
    """Return "one" with every ending, which ends a number such as "он бірі" but begins none."""
    ones = word_list(language, "quantities")["one"]["words"]
    endings = [ending for listed in number_cases(language).values() for ending in listed]
    return frozenset(one + ending for one in ones for ending in endings)
