"""Words on their way into styled spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.sheets import palette
from db.sheets.model import Quotation, Run, Sheet, SheetSource
from db.sheets.office.direction import is_rtl
from db.sheets.office.document import Paragraph, Span
from db.sheets.times import SheetTime
from db.sheets.visible import visible
from db.sheets.wording import words_of

BETWEEN: Final = "\u2002"
"""Parts what a sheet adds from the words it quotes."""
_ROOM: Final = "\u00a0"
_MAY_BREAK: Final = "\u200b"
_LONGEST_GAP: Final = 60


class Pen:
    """Writes the words of one sheet in styles; every one of them in a form that is kept."""

    def __init__(self, sheet: Sheet) -> None:
        self._words = words_of(sheet)
        self._language = sheet.language
        self.title = self.plain(" ".join(sheet.title.split())) or self._words.kind(sheet)

    def plain(self, text: str) -> str:
        """A text with what cannot be kept as its number."""
        return visible(text)

    def paragraph(self, style: str, text: str, language: str = "") -> Paragraph:
        """A paragraph in one style."""
        return Paragraph(style, (Span(visible(text), language=language),), is_rtl(text))

    def time(self, time: SheetTime, style: str = "") -> list[Span]:
        """A time, its zone marked where no source states it; nothing for none."""
        marked = f"{style}Doubtful" if time.zone_doubtful else style
        return [Span(visible(time.shown), marked)] if time.shown else []

    def joined(self, *parts: list[Span], by: str = " · ") -> list[Span]:
        """Parts one after another, those that say something."""
        found: list[Span] = []
        for part in parts:
            if any(span.text for span in part):
                found += [Span(by), *part] if found else part
        return found

    def gap(self, letters: int) -> Span:
        """Room to write on, for so many letters."""
        room = min(letters, _LONGEST_GAP) * 2
        # A long gap may break where the line ends.
        pieces = [_ROOM * min(8, room - at) for at in range(0, room, 8)]
        return Span(_MAY_BREAK.join(pieces), "Gap")

    def answered(self, words: str) -> Span:
        """An answer: told apart by signs and by a line, not by colour."""
        return Span(f"‹{visible(words)}›", "Answer")

    def source(self, source: SheetSource) -> Paragraph:
        """A source by letter and name."""
        colour = palette.look(source.style).colour
        letter = Span(visible(source.letter), "Letter", colour=colour)
        if source.gap:
            return Paragraph("Column", (letter, Span(BETWEEN), self.gap(20)))
        label = visible(source.label)
        name = self.answered(source.label) if source.answer else Span(label, "Strong")
        return Paragraph("Column", (letter, Span(BETWEEN), name))

    def said(self, quotation: Quotation, style: int) -> Iterator[Span]:
        """The quoted words, those that speak of the event underlined where others do not."""
        tag = quotation.language
        if quotation.cut_before:
            yield Span("… ", language=tag)
        for run in quotation.runs:
            yield self._run(run, quotation, style)
        if quotation.cut_after:
            yield Span(" …", language=tag)

    def _run(self, run: Run, quotation: Quotation, style: int) -> Span:
        if run.gap:
            return self.gap(run.gap)
        if run.answer:
            return self.answered(run.text)
        words, tag = visible(run.text), quotation.language
        if not quotation.marked:
            return Span(words, language=tag)
        if run.relation is None:
            return Span(words, "Around", tag)
        return Span(words, "Speaks", tag, palette.look(style).colour)
