"""Held editions made ready to be quoted."""

from __future__ import annotations

from array import array
from collections.abc import Container, Mapping, Sequence
from typing import Final

from db.corpus import Corpus
from db.records import Edition, EditionKind, PassageKind, Passages, Placement, Report, Source
from db.sheets.model import Quotation, SheetPassage, SheetReport, SheetText
from db.sheets.quoting import clipped, runs_of
from db.sheets.times import SheetTime, shown_time

_USUAL: Final = (EditionKind.ORIGINAL, EditionKind.TRANSLATION, EditionKind.DIGEST)


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
        source: Source,
        reports: Mapping[int, Report],
        language: str,
    ) -> None:
        self.edition = edition
        self.source = source
        self._published = shown_time(source.published, language)
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

    def address(self, number: int) -> str:
        """The short address of a passage, such as A.14."""
        return f"{self.source.letter}.{number}"

    def words(self, start: int, end: int) -> str:
        """The words between two offsets."""
        return self._text[start:end]

    def reported(self, number: int) -> SheetTime:
        """When a passage was reported: by its report, else by its source."""
        report = self._reports.get(self._passages.reports[self._index[number]])
        return report.reported if report and report.reported.time else self._published

    def known(self, number: int, known_by: int | None) -> bool:
        """Whether a passage was certainly published by an instant; always so for None."""
        if known_by is None:
            return True
        since = self._since[self._index[number]]
        return since is not None and since <= known_by

    def known_passages(self, known_by: int | None, only: Container[int] | None = None) -> Passages:
        """Those passages that were certainly published by an instant; all for None.

        `only` may limit them to some numbers.
        """
        if known_by is None and only is None:
            return self._passages
        known = [
            i
            for i, n in enumerate(self._passages.numbers)
            if (only is None or n in only) and self.known(n, known_by)
        ]
        every = self._passages
        return Passages(
            array(every.numbers.typecode, (every.numbers[i] for i in known)),
            array(every.starts.typecode, (every.starts[i] for i in known)),
            array(every.ends.typecode, (every.ends[i] for i in known)),
            array(every.reports.typecode, (every.reports[i] for i in known)),
            [every.kinds[i] for i in known],
        )

    def whole(self, known_by: int | None) -> SheetText:
        """The text with those passages that were published by an instant; all for None."""
        passages = self.known_passages(known_by)
        places = {report_id: at for at, report_id in enumerate(self._reports)}
        return SheetText(
            self.source.key,
            self.edition.key,
            self.edition.language,
            tuple(self._reports.values()),
            tuple(
                SheetPassage(
                    number, kind, start, self._text[start:end], places.get(report),
                    self._since[self._index[number]],
                )
                for number, kind, start, end, report in zip(
                    passages.numbers, passages.kinds, passages.starts, passages.ends,
                    passages.reports, strict=True,
                )
            ),
        )  # fmt: skip

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def quote(self, number: int, places: Sequence[Placement], context: int | None) -> Quotation:
        """The words of a passage that speak of an event, whole or with some context."""
        index = self._index[number]
        whole = self._passages.starts[index], self._passages.ends[index]
        start, end = whole
        if context is not None:
            start, end = clipped(self._text, start, end, places, context)
        return Quotation(
            address=self.address(number),
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


def ranked(texts: Mapping[int, Sequence[QuotableText]]) -> dict[int, tuple[int, QuotableText]]:
    """Texts by their edition's id, each with its rank among those of its source, 0 = quoted first.

    `texts` holds those of each source by its id.
    """
    return {
        text.edition.id: (rank, text) for each in texts.values() for rank, text in enumerate(each)
    }
