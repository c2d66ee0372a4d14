"""References in two styles, after The Chicago Manual of Style, 17th edition (Chicago 2017).

*Author and date*: the entry of a reference list (chapter 15; newspapers 15.49, web pages 15.50),
family name first. *Note*: a full note (chapter 14; newspapers 14.191 to 14.199, web pages 14.207).

Where it leaves a choice: a publisher, else the title, stands in for an author who is not named
(15.49, 14.199); of more than ten authors seven are listed, in a note of more than three the first
(14.76); without a date it is "n.d." (14.145), and a date that is worked out stands in brackets;
the day of retrieval is always given where it is known, since pages such as these change (14.12);
a title whose language is not the reference's is followed by its language (14.99); words of a report
inside a page go by the report's author and time, and its heading, which may be the reader's own
words, is not quoted. All is plain text, so that nothing is said by italics. Russian and
Kazakh references keep this order, in their own words, dates and quotation marks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from db.citing.locators import located
from db.citing.people import Person, person
from db.citing.wording import Wording
from db.records import Report, Source
from db.text.display import display_when
from db.text.folding import fold

MOST_LISTED: Final = 10
LISTED_OF_MORE: Final = 7
MOST_IN_NOTE: Final = 3


class Style(StrEnum):
    """How a reference is written; the short one names a place only."""

    SHORT = "short"
    AUTHOR_DATE = "author-date"
    NOTE = "note"


def cite(
    source: Source, style: str = Style.AUTHOR_DATE, language: str = "en", *, suffix: str = ""
) -> str:
    """The reference of a whole source, in English, Russian or Kazakh wording.

    `suffix` tells apart what one author published in one year: "a", "b". The short style has the
    label and the day.
    """
    words = Wording(language)
    if style == Style.SHORT:
        return _joined([source.label, short_day(source.published.edtf, language)])
    if style == Style.NOTE:
        return _note(source, words)
    return _entry(source, words, suffix)


def cite_passage(
    source: Source,
    report: Report | None,
    address: str,
    style: str = Style.SHORT,
    language: str = "en",
    *,
    edition: str = "",
) -> str:
    """The reference of words of a source, with the address of their passage.

    `edition` is said after the address where the words are not the original's ("digest"). Short:
    "Moscow News, 17 Dec 2011, B.14"; author and date: "Ponomareva 2011, B.14"; a note is whole.
    """
    words = Wording(language)
    own_time = report is not None and bool(report.reported)
    edtf = report.reported.edtf if report is not None and own_time else source.published.edtf
    if style == Style.NOTE:
        return _note(source, words, report, [address, edition])
    if style == Style.AUTHOR_DATE:
        return _joined([*_author_year(source, report, edtf, words), address, edition])
    return _joined([source.label, short_day(edtf, language), address, edition])


def references(
    sources: Iterable[Source], style: str = Style.AUTHOR_DATE, language: str = "en"
) -> list[tuple[Source, str]]:
    """The references of several sources.

    Author and date: sorted as a reference list is, with "a" and "b" after equal years. Notes are
    in the order given.
    """
    listed = list(sources)
    if style != Style.AUTHOR_DATE:
        return [(source, cite(source, style, language)) for source in listed]
    words = Wording(language)
    ordered = sorted(listed, key=lambda s: (fold(_lead(s, words)), s.published.edtf, s.ordinal))
    alike: defaultdict[tuple[str, str], list[Source]] = defaultdict(list)
    for source in ordered:
        alike[_lead(source, words), words.year(source.published.edtf)].append(source)
    suffixes = {
        source.id: letters(number) if len(group) > 1 else ""
        for group in alike.values()
        for number, source in enumerate(group)
    }
    return [(s, cite(s, style, language, suffix=suffixes[s.id])) for s in ordered]


def letters(number: int) -> str:
    """a … z, aa, ab …: what tells apart the n-th, counted from 0."""
    made = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("a") + rest) + made
    return made


def short_day(edtf: str, language: str) -> str:
    """The day of a time without its hour, short: "17 Dec 2011"; an interval stays as it is."""
    if not edtf:
        return Wording(language).phrase("unknown_date")
    return display_when(edtf if "/" in edtf else edtf.partition("T")[0], language=language)


# A reference list


def _entry(source: Source, words: Wording, suffix: str) -> str:
    edtf = source.published.edtf
    year = _with_suffix(words.year(edtf), suffix)
    lead = _lead(source, words)
    title = _title(source.title or source.label, source, words, ".")
    parts = [_stopped(lead), _stopped(year), title] if lead else [title, _stopped(year)]
    date = "" if words.is_only_year(edtf) else words.date(edtf)
    container = "" if _is_lead(source) else _container(source)
    parts += [_stopped(_joined([container, date])), _stopped(_accessed(source, words, "accessed"))]
    parts.append(_stopped(located(source)))
    return " ".join(part for part in parts if part)


def _lead(source: Source, words: Wording) -> str:
    """What a list is sorted by: the authors, else the publisher; empty where the title leads."""
    people = _people(source.creators, source)
    if not people:
        return _clean(source.publisher)
    names = [p.turned if isinstance(p, Person) else p for p in people[:1]]
    names += [p.straight if isinstance(p, Person) else p for p in people[1:]]
    if len(names) > MOST_LISTED:
        return f"{', '.join(names[:LISTED_OF_MORE])}, {words.phrase('others')}"
    # After a name that is turned round a comma stands also before the last of two.
    return _listed(names, words, comma=isinstance(people[0], Person))


def _is_lead(source: Source) -> bool:
    """Whether the publisher stands where the author does, and need not be said again."""
    creators = [_clean(creator) for creator in source.creators if _clean(creator)]
    return not creators or creators == [_clean(source.publisher)]


# A note


def _note(
    source: Source, words: Wording, report: Report | None = None, place: Sequence[str] = ()
) -> str:
    parts = [_note_names(_own_creators(source, report), source, words)]
    title = _title(source.title or source.label, source, words, "")
    own = report is not None and _clean(report.author) not in ("", *map(_clean, source.creators))
    parts.append(words.phrase("in_source", title) if own else title)
    container = _clean(source.publisher)
    parts.append("" if container in parts[:1] else _container(source))
    parts.append(_note_date(source, report, words))
    parts += [_accessed(source, words, "accessed_note"), *place, located(source)]
    return _stopped(_strung([part for part in parts if part], words))


def _note_date(source: Source, report: Report | None, words: Wording) -> str:
    if report is not None and report.reported:
        return words.date(report.reported.edtf, clock=True)
    # A page without a date goes by the day on which it was seen (14.207).
    undated = "" if source.retrieved else words.phrase("no_date")
    return words.date(source.published.edtf) or undated


def _note_names(creators: Iterable[str], source: Source, words: Wording) -> str:
    people = _people(creators, source)
    names = [p.straight if isinstance(p, Person) else p for p in people]
    if len(names) > MOST_IN_NOTE:
        return f"{names[0]} {words.phrase('others')}"
    return _listed(names, words)


def _strung(parts: Sequence[str], words: Wording) -> str:
    """Parts with commas between them, before a closing quotation mark where that is usual."""
    said = parts[0]
    for part in parts[1:]:
        inside = words.stops_inside and said.endswith("”")
        said = f"{said[:-1]},” {part}" if inside else f"{said}, {part}"
    return said


# What both need


def _author_year(source: Source, report: Report | None, edtf: str, words: Wording) -> list[str]:
    people = _people(_own_creators(source, report), source)
    names = [p.family if isinstance(p, Person) else p for p in people]
    if len(names) > MOST_IN_NOTE:
        name = f"{names[0]} {words.phrase('others')}"
    else:
        name = _listed(names, words) or _clean(source.publisher) or _clean(source.label)
    year = words.year(edtf)
    # "n.d." is kept apart by a comma (15.44).
    return [name, year] if year == words.phrase("no_date") else [f"{name} {year}"]


def _own_creators(source: Source, report: Report | None) -> Sequence[str]:
    return [report.author] if report is not None and _clean(report.author) else source.creators


def _people(creators: Iterable[str], source: Source) -> list[Person | str]:
    bodies = {_clean(source.publisher), _clean(source.label)}
    cleaned = [_clean(creator) for creator in creators]
    return [person(creator, bodies) or creator for creator in cleaned if creator]


def _listed(names: Sequence[str], words: Wording, *, comma: bool = False) -> str:
    if len(names) < 2:
        return "".join(names)
    joiner = words.phrase("and")
    if len(names) == 2 and not comma:
        return f"{names[0]} {joiner} {names[1]}"
    # Russian and Kazakh put no comma before the last of several.
    last = f", {joiner} " if words.stops_inside else f" {joiner} "
    return f"{', '.join(names[:-1])}{last}{names[-1]}"


def _title(title: str, source: Source, words: Wording, stop: str) -> str:
    """A title in quotation marks with its language, or the bare label of a source without one."""
    language = words.in_language(source.language)
    title = _clean(title)
    if stop:
        title = title.removesuffix(".") if not title.endswith("..") else title
    if not language:
        return words.quoted(title, stop)
    return f"{words.quoted(title)} ({language}){stop}"


def _container(source: Source) -> str:
    """The publisher, with the place in brackets where its name does not say it (14.194)."""
    publisher, place = _clean(source.publisher), _clean(source.place)
    if not publisher or not place or fold(place) in fold(publisher):
        return publisher or place
    return f"{publisher} ({place})"


def _accessed(source: Source, words: Wording, phrase: str) -> str:
    day = words.date(source.retrieved)
    return words.phrase(phrase, day) if day else ""


def _with_suffix(year: str, suffix: str) -> str:
    if not suffix:
        return year
    if year.endswith("]"):
        return f"{year[:-1]}{suffix}]"
    return f"{year}{suffix}" if year[-1:].isdigit() else f"{year}-{suffix}"


def _clean(words: str) -> str:
    return " ".join(words.split())


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def _stopped(words: str) -> str:
    return words if not words or words.endswith((".", "?", "!", ".”")) else f"{words}."
