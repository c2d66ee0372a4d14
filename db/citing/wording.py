"""The words and the dates of references in one language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from db.text.display import display_when
from db.text.edtf import Edge, EdtfError, Moment, Precision, Span, When, WhenKind, parse
from db.text.instants import DAY, date_of
from db.text.word_lists import time_words
from resources import path

LANGUAGES: Final = ("en", "ru", "kk")
_OPENING, _CLOSING = "“„«‟〝", "”»〞"


@lru_cache(maxsize=8)
def _table(language: str) -> dict[str, Any]:
    known = language[:2].lower()
    name = known if known in LANGUAGES else LANGUAGES[0]
    return tomllib.loads(path("citing", f"{name}.toml").read_text(encoding="utf-8"))


def language_tag(name: str) -> str:
    """The tag of a language given by its English name, as some programs do; a tag is as it is."""
    languages = _table(LANGUAGES[0])["languages"]
    plain = name.strip()
    return next((tag for tag, known in languages.items() if known.lower() == plain.lower()), plain)


@dataclass(frozen=True, slots=True)
class Wording:
    """How one language writes references; others than English, Russian and Kazakh are English."""

    language: str

    @property
    def stops_inside(self) -> bool:
        """Whether a comma or full stop goes before a closing quotation mark."""
        return bool(_table(self.language)["stops_inside"])

    def phrase(self, name: str, value: str = "") -> str:
        """A phrase with what stands in it."""
        return str(_table(self.language)["phrases"][name]).format(value)

    def quoted(self, words: str, stop: str = "") -> str:
        """Words in quotation marks, those inside them made inner ones, and a stop.

        A full stop is left out after a mark that ends the words (Chicago 6.124).
        """
        table = _table(self.language)
        left, right = map(str, table["quotes"])
        inner = _inner(words, *table["inner_quotes"])
        ended = inner.endswith(("?", "!", "…"))
        if stop == "." and ended:
            return left + inner + right
        return f"{left}{inner}{stop}{right}" if self.stops_inside else f"{left}{inner}{right}{stop}"

    def in_language(self, tag: str) -> str:
        """ "in Russian" for a text whose language is not that of the reference, else nothing."""
        plain = tag.replace("_", "-").split("-")[0].lower()
        own = self.language[:2].lower() if self.language[:2].lower() in LANGUAGES else LANGUAGES[0]
        if not plain or plain == own:
            return ""
        name = str(_table(self.language)["languages"].get(plain, ""))
        return self.phrase("in_language", name) if name else ""

    # Times

    def year(self, edtf: str) -> str:
        """The year of a time as author and date give it; "n.d." for none.

        In brackets where it is not printed so but worked out (Chicago 14.145).
        """
        when = _read(edtf)
        if when is None:
            return self.phrase("no_date")
        return self._when(when, _Years(self))

    def date(self, edtf: str, *, clock: bool = False) -> str:
        """A time as exact as it is known, to the day, or to the minute with `clock`."""
        when = _read(edtf)
        if when is None:
            return ""
        return self._when(when, _Days(self, clock))

    def is_only_year(self, edtf: str) -> bool:
        """Whether the date of a time says no more than its year does."""
        return self.date(edtf) == self.year(edtf)

    def _when(self, when: When, writer: _Years | _Days) -> str:
        spans = [self._span(span, writer) for span in dict.fromkeys(when.spans)]
        joiner = self.phrase("and" if when.kind is WhenKind.ALL_OF else "or")
        texts = list(dict.fromkeys(text for text, _ in spans))
        said = f" {joiner} ".join(texts)
        if when.kind is WhenKind.ONE_OF and len(texts) > 1:
            return f"[{said}]"
        return f"[{said}]" if any(inferred for _, inferred in spans) else said

    def _span(self, span: Span, writer: _Years | _Days) -> tuple[str, bool]:
        """A span in words, and whether that is worked out rather than printed."""
        start, end = span.start, span.end
        if isinstance(start, Moment) and isinstance(end, Moment):
            said = writer.moment(start) if start is end else writer.between(start, end)
            return self._marked(said, span), _doubtful(span)
        if isinstance(start, Moment):
            return self.phrase("later", self._marked(writer.moment(start), span)), True
        if isinstance(end, Moment):
            return self.phrase("earlier", self._marked(writer.moment(end), span)), True
        return self.phrase("no_date"), False

    def _marked(self, said: str, span: Span) -> str:
        if any(moment.approximate for moment in span.moments):
            said = self.phrase("about", said)
        return f"{said}?" if any(moment.uncertain for moment in span.moments) else said


def _doubtful(span: Span) -> bool:
    return any(moment.approximate or moment.uncertain for moment in span.moments)


@dataclass(frozen=True, slots=True)
class _Years:
    """Writes the year of a moment."""

    wording: Wording

    def moment(self, moment: Moment) -> str:
        first, last = _years(moment)
        if moment.precision is Precision.SEASON:
            last = first
        if first == last:
            return _year(first, self.wording)
        return display_when(moment.year, language=self.wording.language)

    def between(self, start: Moment, end: Moment) -> str:
        first, last = _years(start)[0], _years(end)[1]
        said = [_year(first, self.wording), _year(last, self.wording)]
        return "–".join(dict.fromkeys(said))


@dataclass(frozen=True, slots=True)
class _Days:
    """Writes a moment to the day, or to the minute."""

    wording: Wording
    clock: bool

    def moment(self, moment: Moment) -> str:
        said = self._date(moment)
        if not self.clock or not moment.has_time or moment.minute < 0:
            return said
        pattern = str(_table(self.wording.language)["phrases"]["clock"])
        return pattern.format(date=said, clock=f"{moment.hour:02}:{moment.minute:02}")

    def between(self, start: Moment, end: Moment) -> str:
        first, last = self._date(start), self._date(end)
        if first == last:
            return first
        one, other = date_of(start.first // DAY), date_of(end.last // DAY)
        days = all(m.whole and _is_day(m) for m in (start, end))
        if days and one[:2] == other[:2]:
            return self._phrase("days_of_month", one, first=one[2], last=other[2])
        return f"{first} – {last}" if " " in first + last else f"{first}–{last}"

    def _date(self, moment: Moment) -> str:
        if moment.whole and _is_day(moment):
            return self._phrase("day", date_of(moment.first // DAY))
        if moment.precision is Precision.MONTH and moment.whole:
            return self._phrase("month", date_of(moment.first // DAY))
        if moment.precision is Precision.DAY and "X" not in moment.year + moment.month:
            return self._phrase("month", date_of(moment.first // DAY))
        if moment.precision is Precision.YEAR and moment.whole:
            return _Years(self.wording).moment(moment)
        month = f"-{moment.month}" if moment.month else ""
        day = f"-{moment.day}" if moment.day else ""
        return display_when(f"{moment.year}{month}{day}", language=self.wording.language)

    def _phrase(self, name: str, day: tuple[int, int, int], **more: int) -> str:
        table = _table(self.wording.language)
        months = table["months_alone" if name == "month" else "months"]
        values = {"month": months[day[1] - 1], "day": day[2], "year": _year(day[0], self.wording)}
        return str(table["phrases"][name]).format(**values, **more)


def _is_day(moment: Moment) -> bool:
    return moment.precision not in (Precision.YEAR, Precision.SEASON, Precision.MONTH)


def _years(moment: Moment) -> tuple[int, int]:
    return date_of(moment.first // DAY)[0], date_of(moment.last // DAY)[0]


def _year(number: int, wording: Wording) -> str:
    if number > 0:
        return str(number)
    phrases = time_words(wording.language)["phrases"]
    return str(phrases["before_christ"]).format(1 - number)


def _read(edtf: str) -> When | None:
    try:
        when = parse(edtf)
    except EdtfError:
        return None
    known = any(not isinstance(end, Edge) for span in when.spans for end in (span.start, span.end))
    return when if known else None


def _inner(words: str, left: str, right: str) -> str:
    """Words with every double quotation mark made an inner one, by whether it opens or closes."""
    made: list[str] = []
    depth = 0
    for at, char in enumerate(words):
        before = words[at - 1 : at]
        opens = not before or before.isspace() or before in "([{—–-/" + _OPENING
        if char == "“" and depth and not opens:
            char, depth = right, depth - 1  # closes a „, as in Russian and German
        elif char in _OPENING or (char == '"' and opens):
            char, depth = left, depth + 1
        elif char in _CLOSING or char == '"':
            char, depth = right, max(0, depth - 1)
        made.append(char)
    return "".join(made)
