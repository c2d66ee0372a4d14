"""The patterns by which dates and clock times are read, made from the word lists.

English, Russian and Kazakh are read alike in every text: a page is seldom of one language only.
All repetitions are bounded, so that reading takes time in proportion to the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from db.text.word_lists import LANGUAGES, word_list

_GAP: Final = r"\s{0,3}"
_SPACE: Final = r"\s{1,3}"
_NO_LETTER: Final = r"(?![^\W\d_])"
_DASH: Final = r"[-–—]"
# Years that may stand unmarked after a day or month; 1500 there is more likely a count.
_YEAR: Final = r"(?<![0-9])(?P<y>1[89][0-9]{2}|20[0-9]{2}|2100)(?![0-9]|[.,][0-9])"
# Older ones only where nothing follows that they could count: "4 March 1781, a widow".
_OLD: Final = (
    r"1[0-7][0-9]{2}(?=[,;:)](?![0-9])|\.?\s?\Z|\.\s"
    r"|\s(?:was|were|had|struck|began|ended|left|killed)\s)"
)
_YEAR_OR_OLD: Final = _YEAR.replace("2100)", f"2100|{_OLD})")


_FOUR: Final = re.compile(r"[0-9]{4}")
_PAIR: Final = re.compile(r"[0-9][./-][0-9]")
_FIGURE: Final = re.compile(r"[0-9]")
# What a text must hold for a form of date to stand in it.
_NEEDS: Final = {
    "iso": ("year", "pair"),
    "year-first": ("year", "pair"),
    "numeric": ("pair",),
    "kazakh": ("year", "month"),
    "day-month": ("figure", "month"),
    "month-day": ("figure", "month"),
    "kazakh-month": ("year", "month"),
    "month": ("year", "month"),
    "kazakh-season": ("year", "season"),
    "season": ("year", "season"),
    "years-apart": ("year",),
    "years": ("year",),
    "decade": ("year",),
    "year-marked": ("year",),
    "year-after": ("year",),
    "old-year": ("year",),
    "day-month-numeric": ("pair",),
    "month-alone": ("month",),
}


@dataclass(frozen=True, slots=True)
class DatePatterns:
    """Compiled patterns; groups: d, d2 days, m month word, n month number, y year, s season."""

    dates: tuple[tuple[str, re.Pattern[str]], ...]
    clock_after: re.Pattern[str]
    clock_before: re.Pattern[str]
    about: re.Pattern[str]
    months: dict[str, int]
    seasons: dict[str, int]
    month: re.Pattern[str]
    season: re.Pattern[str]

    def possible(self, text: str) -> list[tuple[str, re.Pattern[str]]]:
        """Return the patterns that may find something: each needs a month, a season or figures.

        To look for these first takes a fraction of the time of trying every pattern.
        """
        has = {
            "month": bool(self.month.search(text)),
            "season": bool(self.season.search(text)),
            "year": bool(_FOUR.search(text)),
            "pair": bool(_PAIR.search(text)),
            "figure": bool(_FIGURE.search(text)),
        }
        return [(name, form) for name, form in self.dates if all(has[n] for n in _NEEDS[name])]


@lru_cache(maxsize=1)
def date_patterns() -> DatePatterns:
    """Return the patterns of all languages together."""
    lists = [word_list(language, "dates") for language in LANGUAGES]
    return DatePatterns(
        dates=_dates(lists),
        clock_after=_clock_after(lists),
        clock_before=_clock_before(),
        about=_compile(rf"(?<!\w){_any(lists, 'about')}{_SPACE}\Z"),
        months=_numbers(lists, "months"),
        seasons=_numbers(lists, "seasons"),
        month=_compile(_named(lists, "months", "suffix", "m")),
        season=_compile(_named(lists, "seasons", "season_suffix", "s")),
    )


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _numbers(lists: list[dict[str, Any]], name: str) -> dict[str, int]:
    return {
        word: number
        for words in lists
        for number, names in enumerate(words[name], start=1)
        for word in names
    }


def _any(lists: list[dict[str, Any]], name: str) -> str:
    """Return a pattern of any of the words listed under a name in any language."""
    words = {word for words in lists for word in words[name]}
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


def _joined(lists: list[dict[str, Any]], name: str) -> str:
    return f"(?:{'|'.join(words[name] for words in lists if words[name])})"


def _named(lists: list[dict[str, Any]], name: str, suffix: str, group: str) -> str:
    """Return a pattern of month or season words with the endings of their language."""
    forms: list[str] = []
    for words in lists:
        stems = sorted((w for names in words[name] for w in names), key=len, reverse=True)
        # The stem is captured by a group of its own per language; see ``month_of``.
        ending = f"(?:{words[suffix]})?" if words[suffix] else ""
        number = len(forms)
        forms.append(rf"(?P<{group}{number}>{'|'.join(stems)}){ending}")
    return rf"(?<![^\W_])(?:{'|'.join(forms)}){_NO_LETTER}\.?"


def _dates(lists: list[dict[str, Any]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    month = _named(lists, "months", "suffix", "m")
    season = _named(lists, "seasons", "season_suffix", "s")
    suffix = f"(?:{_joined(lists, 'day_suffix')}{_NO_LETTER})?"
    joiner = rf"(?:{_GAP}{_DASH}{_GAP}|{_SPACE}{_joined(lists, 'day_joiner')}{_SPACE})"
    day = rf"(?<![\w/:])(?<![0-9][.,])(?P<d>[0-9]{{1,2}}){suffix}"
    days = rf"{day}(?:{joiner}(?P<d2>[0-9]{{1,2}}){suffix})?"
    marked = rf"(?:{_GAP}(?:{_joined(lists, 'year_suffix')}))"
    year = rf"{_YEAR_OR_OLD}{marked}?"
    kazakh_year = rf"(?P<y>[0-9]{{4}}){_GAP}(?:{lists[2]['year_suffix']}){_GAP}"
    maker = _joined(lists, "year_marker")
    end = r"(?![0-9:]|[.,][0-9])"
    forms = {
        "iso": r"(?<![\w-])(?P<y>[0-9]{4})-(?P<n>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9-])",
        "year-first": r"(?<![\w./])(?P<y>[0-9]{4})(?P<p>[./])(?P<n>[0-9]{1,2})(?P=p)"
        r"(?P<d>[0-9]{1,2})(?![0-9])",
        "numeric": r"(?<![\w./:-])(?P<d>[0-9]{1,2})(?P<p>[./-])(?P<n>[0-9]{1,2})(?P=p)"
        r"(?P<y>[0-9]{4}|(?<!-)[0-9]{2})(?![0-9]|[./-][0-9])",
        "kazakh": rf"(?<![\w.,]){kazakh_year}{days}[-\s]{{0,3}}{month}",
        "day-month": rf"{days}[-\s]{{0,3}}(?:of{_SPACE})?{month}(?:,?{_GAP}{year})?",
        "month-day": rf"{month}{_SPACE}{days}{end}(?:,?{_GAP}{year})?",
        "kazakh-month": rf"(?<![\w.,]){kazakh_year}{month}",
        "month": rf"{month},?{_SPACE}(?:of{_SPACE})?{year}",
        "kazakh-season": rf"(?<![\w.,]){kazakh_year}{season}",
        "season": rf"{season}{_SPACE}(?:of{_SPACE})?{year}",
        "years-apart": rf"(?<!\w)(?:from|between|с|от){_SPACE}{_YEAR}(?:{marked})?{_SPACE}"
        rf"(?:to|and|until|по|до){_SPACE}(?P<y2>1[89][0-9]{{2}}|20[0-9]{{2}})(?![\w/-]){marked}?",
        "years": rf"(?<![\w.,/-]){_YEAR}{_GAP}{_DASH}{_GAP}(?P<y2>1[89][0-9]{{2}}|20[0-9]{{2}})"
        rf"(?![0-9]){marked}?",
        "decade": rf"(?<![\w.,/-])(?P<y>[12][0-9]{{2}}0){_joined(lists, 'decade')}{_NO_LETTER}"
        rf"{marked}?",
        "year-marked": rf"(?<![\w.,/-])(?P<y>[12][0-9]{{3}})(?![0-9]){marked}{_NO_LETTER}",
        "year-after": rf"(?<!\w){maker}{_SPACE}(?:the{_SPACE}year{_SPACE})?{_YEAR}(?![\w/-]|%)",
        "old-year": rf"(?<!\w)(?:in|of|since|until|till|before|after|circa){_SPACE}(?P<y>{_OLD})",
        "day-month-numeric": r"(?<![\w./:-])(?P<d>[0-9]{1,2})[/.](?P<n>[0-9]{1,2})"
        r"(?![\w/]|[.,][0-9])",
        "month-alone": rf"(?<!\w)(?:in|since|until|last|early|late|mid-?|by|end of|в|с|к|до)"
        rf"{_GAP}{month}",
    }
    return tuple((name, _compile(pattern)) for name, pattern in forms.items())


def _zone() -> str:
    names = "GMT|UTC|UT|MSK|МСК|CET|CEST|EET|EEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|BST|IST"
    places = r"Moscow time|московского времени|московскому времени|Мәскеу уақыты(?:мен)?"
    return (
        rf"(?:{_GAP}\(?(?:по{_SPACE})?(?P<z>(?:{names})(?:{_GAP}[+−–-][0-9]{{1,2}}(?::?[0-9]{{2}})?)?"
        rf"|{places}|[+−-][0-9]{{2}}:?[0-9]{{2}}|(?<=[0-9])Z)(?![\w:])\)?)?"
    )


def _clock() -> str:
    half = r"(?:[ap]\.?m(?:\.|(?!\w))|(?:утра|ночи|дня|вечера)(?!\w))"
    exact = r"(?P<h>[0-9]{1,2}):(?P<i>[0-9]{2})(?::(?P<c>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    hours = r"(?P<h4>[0-9]{1,2})(?:\s?(?:часов|часа|час|hours|hrs|h)(?!\w)|(?<=сағат [0-9]{2}))"
    return (
        rf"(?:{exact}(?![0-9]|:[0-9])(?:{_GAP}(?P<ap>{half}))?"
        rf"|(?P<h2>[0-9]{{1,2}})(?:[.:](?P<i2>[0-9]{{2}}))?{_GAP}(?P<ap2>{half})"
        rf"|(?P<h3>[0-9]{{1,2}})\.(?P<i3>[0-9]{{2}})(?![0-9]|[.,][0-9]|{_GAP}%)"
        rf"|{hours}(?![0-9:]))"
    )


def _clock_after(lists: list[dict[str, Any]]) -> re.Pattern[str]:
    joiner = rf"(?:(?:{_joined(lists, 'clock_joiner')}){_SPACE}|@{_GAP})?"
    return _compile(rf"(?:T|,?;?{_GAP}(?:{_DASH}{_SPACE})?\(?{joiner}){_clock()}{_zone()}")


def _clock_before() -> re.Pattern[str]:
    return _compile(rf"(?<![\w.,:]){_clock()}{_zone()},?(?:{_SPACE}(?:on|,))?{_SPACE}\Z")
