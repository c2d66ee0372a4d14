"""The words a sheet adds to what it quotes, in the sheet's own language.

They stand in `resources/sheets/words/`, one file a language. What a language lacks is said in
English. Plurals follow the Unicode CLDR's cardinal rules for the three languages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import resources
from db.comparing.said import number as plain_number
from db.records import EditionKind, PassageKind, Silence
from db.sheets.choices import LANGUAGES, SheetKind
from db.sheets.model import Cell, Quotation, Sheet, SheetReport, SheetSource
from db.sheets.seals import DIGITS, sheet_seal
from db.sheets.times import SheetTime


class Words:
    """Everything a sheet says by itself, in one language; `labels` are its fixed words."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._tables = _tables(language)
        self.labels: Mapping[str, str] = {
            name: words for name, words in self._tables["labels"].items() if isinstance(words, str)
        }

    def table(self, name: str) -> Mapping[str, str]:
        """One table of words by key, such as `hedges`, `silences` or `signs`."""
        return self._tables[name]

    def count(self, name: str, n: int) -> str:
        """So many of something, in the form the number asks for."""
        forms = self._tables["labels"][name]
        form = forms[min(_form(self.language, n), len(forms) - 1)]
        return str(form).replace("{n}", self.number(n))

    def number(self, value: float) -> str:
        """A number as the language writes it, its digits grouped."""
        figures = self._tables["figures"]
        words = plain_number(value)
        signs = {",": figures["group"], ".": figures["point"]}
        return "".join(signs.get(c, c) for c in words)

    def kind(self, sheet: Sheet) -> str:
        """What kind of sheet it is."""
        name = {SheetKind.WORKSHEET: "worksheet", SheetKind.KEY: "key"}.get(sheet.kind, "kind")
        return self.labels[name]

    def silence_words(self, cell: Cell) -> str:
        """Why a cell has no quotation, in words; empty where nothing is to be said of it."""
        if not cell.held:
            return self.labels["not_held"]
        return "" if cell.silence is None else self._silence(cell.silence)

    def claim_silence(self, kind: Silence, type: str) -> str:
        """Why a source claims nothing about an aspect of a type."""
        figure = kind is not Silence.NO_FIGURE or type == "number"
        return self._silence(kind) if figure else str(self._tables["silences"]["no-answer"])

    def _silence(self, kind: Silence) -> str:
        return str(self._tables["silences"][kind])

    def withheld_words(self, cell: Cell) -> str:
        """How much of a cell was published later than the sheet shows; empty for nothing."""
        return self.count("withheld", cell.withheld) if cell.withheld else ""

    def edition_words(self, source: SheetSource) -> str:
        """Which text of a source a column quotes; empty for a blind one."""
        if source.blind:
            return ""
        return self._edition(source.edition.kind) if source.edition else self.labels["no_text"]

    def _edition(self, kind: EditionKind) -> str:
        return str(self._tables["editions"][kind])

    def published_words(self, source: SheetSource) -> str:
        """When a source was published, as far as it is known."""
        return source.published.shown or self.labels["published_unknown"]

    def about(self, source: SheetSource) -> str:
        """What stands under a source's name at the head of its column."""
        if source.blind:
            return ""
        return f"{self.published_words(source)} · {self.edition_words(source)}"

    def report_heading(self, report: SheetReport, quotations: Sequence[Quotation]) -> str:
        """The heading over the quotations of one report; empty where it is itself quoted."""
        return "" if any(q.kind is PassageKind.HEADING for q in quotations) else report.heading

    def relation_words(self, quotation: Quotation) -> str:
        """How a quotation speaks of the event, where it does not simply report it."""
        said = self._tables["mentions"]
        return ", ".join(said[r] for r in quotation.relations if said[r])

    def parent_words(self, title: str) -> str:
        """What an event is part of."""
        return self.labels["part_of"].format(title=title) if title else ""

    def extent(self, sheet: Sheet) -> str:
        """How much a sheet compares: "12 events · 3 sources"."""
        events = self.count("count_events", len(sheet.rows))
        return f"{events} · {self.count('count_sources', len(sheet.sources))}"

    def notes(self, sheet: Sheet, *, dotted: str, marked: str) -> Iterator[str]:
        """What a reader must know to read the sheet.

        `dotted` and `marked` are the labels that name how the format shows a doubtful zone and
        the words that speak of an event.
        """
        labels = self.labels
        if sheet.known_by:
            yield labels["known_by"].format(time=sheet.known_by.shown)
        if any(q.marked for q in sheet.quotations()):
            yield labels["marked"].format(marked=labels[marked])
        if any(time.zone_doubtful for time in _times(sheet)):
            yield labels["clock"].format(zone=sheet.zone, dotted=labels[dotted])
        if sheet.kind is SheetKind.KEY:
            yield labels["answers"]

    def seals_note(self, sheet: Sheet) -> str:
        """What the seals of a sheet are for."""
        notes = [self.labels["seals_note"].format(digits=DIGITS)] if sheet_seal(sheet) else []
        if not notes or any(not q.whole for q in sheet.quotations()):
            notes.append(self.labels["quoted_note"])
        return " ".join(notes)

    def description(self, source: SheetSource) -> Iterator[tuple[str, str]]:
        """What is known of a source, as names and values; nothing empty, nothing of a blind one."""
        edition = source.edition
        if source.blind:
            return iter(())
        quoted = self._quoted(source)
        rows = (
            ("title", source.title),
            ("by", ", ".join(source.creators)),
            ("publisher", source.publisher),
            ("published", self._published(source)),
            ("citation", source.reference or source.citation),
            ("rights", source.rights),
            ("quoted", quoted),
            ("fingerprint", _in_groups(edition.text_sha256) if edition else ""),
        )
        return ((self.labels[name], value) for name, value in rows if value)

    def _quoted(self, source: SheetSource) -> str:
        edition = source.edition
        if edition is None:
            return self.labels["no_text"]
        count = self.number(edition.characters)
        known = self.labels["characters"].format(edition=edition.key, count=count)
        return f"{self.edition_words(source)} ({known})"

    def _published(self, source: SheetSource) -> str:
        printed = source.published.time.printed
        words = self.published_words(source)
        if not printed or printed == words:
            return words
        return self.labels["printed"].format(time=words, printed=printed)


@cache
def words_in(language: str) -> Words:
    """The words of a language; those of English for one that has none."""
    return Words(language if language in LANGUAGES else "en")


def words_of(sheet: Sheet) -> Words:
    """The words of a sheet's own language."""
    return words_in(sheet.language)


@cache
def _tables(language: str) -> Mapping[str, Mapping[str, Any]]:
    english = _file("en")
    if language == "en":
        return english
    own = _file(language)
    return {name: {**table, **own.get(name, {})} for name, table in english.items()}


def _file(language: str) -> dict[str, dict[str, Any]]:
    path = resources.path("sheets", "words", f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _form(language: str, n: int) -> int:
    """Which plural form a number takes."""
    if language == "ru":
        if n % 10 == 1 and n % 100 != 11:
            return 0
        return 1 if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else 2
    return 0 if n == 1 or language == "kk" else 1


def _times(sheet: Sheet) -> Iterator[SheetTime]:
    for row in sheet.rows:
        yield row.event.happened
    for quotation in sheet.quotations():
        if quotation.report:
            yield quotation.report.reported


def _in_groups(digits: str) -> str:
    """A long hash in groups that an eye can compare and a line can break between."""
    return " ".join(digits[i : i + 8] for i in range(0, len(digits), 8))
