"""Held editions made ready to be quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from db.corpus import Corpus
from db.records import Edition, EditionKind, PassageKind, Placement, Report, Time
from db.sheets.model import Quotation, SheetReport, SheetTime
from db.sheets.quoting import clipped, runs_of
from db.text.display import display_when

_USUAL: Final = (EditionKind.ORIGINAL, EditionKind.TRANSLATION, EditionKind.DIGEST)


def shown_time(time: Time, language: str) -> SheetTime:
    """A time with the words that show it; as printed where it could not be understood."""
    return SheetTime(time, display_when(time.edtf, language=language) or time.printed)


def by_preference(editions: Sequence[Edition], prefer: EditionKind) -> list[Edition]:
    """Editions of one source, the one to quote first."""
    first = [e for kind in (prefer, *_USUAL) for e in editions if e.kind is kind]
    return list(dict.fromkeys(first))


class QuotableText:
    """The text of one edition, with its passages and when each was published."""

    def __init__(
        self,
        corpus: Corpus,
        edition: Edition,
        letter: str,
        reports: Mapping[int, Report],
        language: str,
    ) -> None:
        self.edition = edition
        self._letter = letter
        self._text = corpus.editions.text(edition.id)
        self._passages = corpus.editions.passages(edition.id)
        self._index = {number: i for i, number in enumerate(self._passages.numbers)}
        self._since = corpus.editions.known_since(edition.id)
        self._reports = {
            report_id: SheetReport(
                report.number, report.heading, report.author, shown_time(report.reported, language)
            )
            for report_id, report in reports.items()
        }
        if edition.kind is not EditionKind.DIGEST:
            self._use_own_headings()

    def _use_own_headings(self) -> None:
        """Take the reports' headings from this text: those on record are in a digest's words."""
        passages = self._passages
        seen: set[int] = set()
        for index, kind in enumerate(passages.kinds):
            report_id = passages.reports[index]
            if kind is PassageKind.HEADING and report_id in self._reports and report_id not in seen:
                seen.add(report_id)
                old = self._reports[report_id]
                heading = self._text[passages.starts[index] : passages.ends[index]]
                self._reports[report_id] = SheetReport(
                    old.number, heading, old.author, old.reported
                )

    def known(self, number: int, known_by: int | None) -> bool:
        """Whether a passage was certainly published by an instant; always so for None."""
        if known_by is None:
            return True
        since = self._since[self._index[number]]
        return since is not None and since <= known_by

    def quote(self, number: int, places: Sequence[Placement], context: int | None) -> Quotation:
        """The words of a passage that speak of an event, whole or with some context."""
        index = self._index[number]
        whole = self._passages.starts[index], self._passages.ends[index]
        start, end = whole
        if context is not None:
            start, end = clipped(self._text, start, end, places, context)
        return Quotation(
            address=f"{self._letter}.{number}",
            edition=self.edition.key,
            kind=self._passages.kinds[index],
            language=self.edition.language,
            start=start,
            end=end,
            runs=runs_of(self._text, start, end, places),
            report=self._reports.get(self._passages.reports[index]),
            cut_before=start > whole[0],
            cut_after=end < whole[1],
        )
