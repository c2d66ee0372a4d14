"""Take-home pages around any texts, without a corpus: what a browser is tried on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from db.corpus.editions import text_hash
from db.corpus.times import understood
from db.records import EditionKind, PassageKind, Relation, Silence
from db.sheets.model import (
    Cell,
    Quotation,
    Row,
    Run,
    Sheet,
    SheetEdition,
    SheetEvent,
    SheetPassage,
    SheetReport,
    SheetSource,
    SheetText,
)
from db.sheets.take_home.html import render
from db.sheets.times import SheetTime, shown_time

ZONE = "Asia/Aqtau"
LETTERS = "ABCDEF"
SINCE = 1_300_000_000


@dataclass(frozen=True, slots=True)
class Told:
    """An event, when it was, and by source the passages and their words that speak of it."""

    title: str
    when: str = ""
    said: Mapping[int, Sequence[tuple[int, str]]] = field(default_factory=dict)


def take_home(
    texts: Sequence[Sequence[str]],
    events: Sequence[Told] = (),
    *,
    languages: Sequence[str] = (),
    labels: Sequence[str] = (),
    **changed: Any,
) -> Sheet:
    """A sheet with whole texts; passages count from 1."""
    sources = [
        _source(n, text, (labels or [f"Source {n + 1}" for n in range(len(texts))])[n])
        for n, text in enumerate(texts)
    ]
    spoken = [languages[n] if n < len(languages) else "en" for n in range(len(texts))]
    fields: dict[str, Any] = {
        "title": "A page", "corpus_title": "Corpus", "corpus_hash": text_hash(repr(texts)),
        "zone": ZONE, "language": "en", "made": _time("2026-01-01"), "sources": tuple(sources),
        "rows": tuple(_row(n, told, texts, sources) for n, told in enumerate(events)),
        "texts": tuple(
            _text(source, text, language)
            for source, text, language in zip(sources, texts, spoken, strict=True)
        ),
    }  # fmt: skip
    return Sheet(**{**fields, **changed})


def write(folder: Path, sheet: Sheet, name: str = "page.html") -> Path:
    """The page of a sheet as a file."""
    file = folder / name
    file.write_bytes(render(sheet))
    return file


def large(passages: int, events: int, sources: int = 1) -> Sheet:
    """Texts of about 250 characters a passage, events spread evenly over them."""
    texts = [
        [_words(source, number) for number in range(1, passages + 1)] for source in range(sources)
    ]
    told = []
    for n in range(events):
        number = 1 + n * passages // events
        said = {s: [(number, texts[s][number - 1][:40])] for s in range(sources)}
        told.append(Told(f"Event {n + 1}", f"2011-12-{1 + n * 28 // events:02}", said))
    return take_home(texts, told)


def _words(source: int, number: int) -> str:
    said = f"Passage {number} of {LETTERS[source]}, crane {number * 7919 % 997} of the harbour; "
    return said + "the dockers waited for the ship that did not come that day. " * 3


def _source(number: int, text: Sequence[str], label: str) -> SheetSource:
    key = f"source-{number}"
    edition = SheetEdition(
        f"{key}/original", EditionKind.ORIGINAL, "en", sum(map(len, text)), "0" * 64, "1" * 64
    )
    return SheetSource(
        key, LETTERS[number], label, number, title=label, published=_time("2011-12-18"),
        edition=edition,
    )  # fmt: skip


def _text(source: SheetSource, text: Sequence[str], language: str) -> SheetText:
    passages = [
        SheetPassage(n, PassageKind.PARAGRAPH, start, words, 0, SINCE + n * 60)
        for n, (start, words) in enumerate(zip(_starts(text), text, strict=False), start=1)
    ]
    report = SheetReport(1, "Report", "", _time("2011-12-17"))
    return SheetText(source.key, f"{source.key}/original", language, (report,), tuple(passages))


def _starts(text: Sequence[str]) -> list[int]:
    starts = [0]
    for words in text:
        starts.append(starts[-1] + len(words) + 1)
    return starts


def _row(n: int, told: Told, texts: Sequence[Sequence[str]], sources: list[SheetSource]) -> Row:
    event = SheetEvent(f"event-{n + 1}", told.title, _time(told.when))
    cells = [
        Cell(source.key, tuple(_quotation(source, texts[s], *said) for said in told.said[s]))
        if told.said.get(s)
        else Cell(source.key, silence=Silence.SILENT)
        for s, source in enumerate(sources)
    ]
    return Row(event, tuple(cells))


def _quotation(source: SheetSource, text: Sequence[str], number: int, words: str) -> Quotation:
    whole, start = text[number - 1], _starts(text[: number - 1])[-1]
    at = whole.index(words)
    runs = [
        Run(whole[:at]), Run(words, Relation.REPORTS), Run(whole[at + len(words) :]),
    ]  # fmt: skip
    return Quotation(
        f"{source.letter}.{number}", f"{source.key}/original", PassageKind.PARAGRAPH, "en", start,
        start + len(whole), tuple(run for run in runs if run.text),
    )  # fmt: skip


def _time(edtf: str) -> SheetTime:
    return shown_time(understood(edtf, ZONE), "en")
