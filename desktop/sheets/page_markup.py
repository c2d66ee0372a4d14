"""The parts of a printed sheet as markup of our own: every word escaped, no picture, no link."""

from __future__ import annotations

from html import escape

from db.fingerprint import shown
from db.records import PassageKind
from db.sheets import palette
from db.sheets.model import Cell, Quotation, Row, Sheet, SheetReport, SheetSource
from db.sheets.printable import Printer
from db.sheets.references import DIGITS, references
from db.sheets.times import SheetTime
from db.sheets.wording import words_of
from desktop.theme import Theme

UNITS = 8
"""So many units make a point, so that letters keep their places at any resolution."""

# Point sizes of the text by the number of columns.
_SIZES = {1: 10.0, 2: 9.5, 3: 9.0, 4: 8.2, 5: 7.6, 6: 7.0}
_DOUBTFUL = "*"


class PageMarkup:
    """One sheet's parts, for `QTextDocument`."""

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._sheet = sheet
        self._theme = theme
        self._printable = Printer()
        self._words = words_of(sheet)

    def css(self) -> str:
        """The style of all parts; sizes are in units, not in screen pixels."""
        size = _SIZES[max(1, min(6, len(self._sheet.sources)))] * UNITS
        muted = palette.tokens("light")["muted"]
        sans = f"font-family: '{self._theme.interface_family}';"
        small = f"{sans} font-size: {round(size * 0.84)}px; color: {muted};"
        gap = f"margin: 0 0 {round(size * 0.45)}px 0;"
        return f"""
            p {{ {gap} }}
            .title {{ font-size: {round(size * 2)}px; font-weight: 600; }}
            .event {{ {sans} font-weight: 600; {gap} }}
            .small {{ {small} }}
            .head {{ {sans} font-weight: 600; }}
            .heading {{ font-weight: 600; }}
            .section {{ {sans} font-weight: 600; margin: {round(size)}px 0 {round(size / 2)}px 0; }}
            body {{ font-family: '{self._theme.reading_family}'; font-size: {round(size)}px;
                    color: {palette.tokens("light")["ink"]}; }}
        """

    def opening(self) -> str:
        """The title, what is compared, and what one must know to read it."""
        sheet = self._sheet
        notes = self._words.notes(sheet, dotted="asterisk", marked="underlined")
        small = [f"{self._words.extent(sheet)} · {sheet.made.shown}", *notes]
        title = self._text(sheet.title or self._words.kind(sheet))
        return f'<p class="title">{title}</p>' + "".join(
            f'<p class="small">{self._text(note)}</p>' for note in small
        )

    def column_heads(self) -> list[str]:
        """The cells that stand at the head of every page."""
        event = f'<span class="small">{self._words.labels["event"]}</span>'
        return [event, *(self._column_head(source) for source in self._sheet.sources)]

    def row(self, row: Row) -> list[str]:
        """One event and what each source has on it, a cell each."""
        pairs = zip(self._sheet.sources, row.cells, strict=True)
        return [self._event(row), *(self._cell(source, cell) for source, cell in pairs)]

    def continued(self, row: Row) -> str:
        """What stands over the rest of a row on the next page."""
        words = f"{row.event.title} — {self._words.labels['continued']}"
        return f'<p class="small">{self._text(words)}</p>'

    def closing(self) -> str:
        """What is known of the sources, and where every quotation stands."""
        parts = [f'<p class="section">{self._words.labels["sources"]}</p>']
        for source in self._sheet.sources:
            known = " · ".join(f"{n}: {v}" for n, v in self._words.description(source))
            head = f'<b style="color: {_colour(source)}">{self._text(source.letter)}</b>'
            parts.append(f"<p>{head} {self._text(source.label)}<br>"
                         f'<span class="small">{self._text(known)}</span></p>')  # fmt: skip
        found = references(self._sheet)
        if found:
            note = self._words.labels["references_note"].format(digits=DIGITS)
            parts.append(f'<p class="section">{self._words.labels["references"]}</p>')
            parts.append(f'<p class="small">{self._text(note)}</p>')
        for _, listed in found:
            codes = " ".join(f"{reference}" for reference in listed)
            parts.append(f'<p class="small">{self._text(codes)}</p>')
        return "".join(parts)

    def foot(self, page: int) -> str:
        """The line at the foot of every page: which corpus, in which state, which page."""
        sheet = self._sheet
        content = f"{self._words.labels['content']} {shown(sheet.corpus_hash)}"
        return " · ".join([sheet.corpus_title, sheet.made.shown, content, str(page)])

    def _column_head(self, source: SheetSource) -> str:
        about = self._words.about(source)
        letter = self._text(source.letter)
        return (
            f'<span class="head" style="color: {_colour(source)}">{letter}</span>'
            f' <span class="head">{self._text(source.label)}</span><br>'
            f'<span class="small">{self._text(about)}</span>'
        )

    def _event(self, row: Row) -> str:
        event = row.event
        lines = [self._time(event.happened), self._text(event.place)]
        lines.append(self._text(self._words.parent_words(event.parent)))
        small = "<br>".join(filter(None, lines))
        return f'<p class="event">{self._text(event.title)}</p><p class="small">{small}</p>'

    def _cell(self, source: SheetSource, cell: Cell) -> str:
        parts: list[str] = []
        for report, quotations in cell.by_report():
            if report and source.reports > 1:
                parts.append(self._report(report, quotations))
            parts += [self._quotation(quotation) for quotation in quotations]
        silence = (
            self._words.withheld_words(cell) if cell.quotations else self._words.silence_words(cell)
        )
        said = " — ".join(filter(None, [silence, cell.reason]))
        if said:
            parts.append(f'<p class="small"><i>{self._text(said)}</i></p>')
        return "".join(parts)

    def _report(self, report: SheetReport, quotations: list[Quotation]) -> str:
        heading = self._text(self._words.report_heading(report, quotations))
        words = " · ".join(filter(None, [self._time(report.reported), heading]))
        return f'<p class="small">{words}</p>' if words else ""

    def _quotation(self, quotation: Quotation) -> str:
        runs = "".join(
            f"<u>{self._text(run.text)}</u>"
            if run.relation is not None and quotation.marked
            else self._text(run.text)
            for run in quotation.runs
        )
        cut = ("… " if quotation.cut_before else "", " …" if quotation.cut_after else "")
        tags = [quotation.address, self._words.relation_words(quotation)]
        address = " · ".join(filter(None, tags))
        kind = "heading" if quotation.kind is PassageKind.HEADING else "words"
        return (
            f'<p class="{kind}"><span class="small">{self._text(address)}</span> '
            f"{cut[0]}{runs}{cut[1]}</p>"
        )

    def _time(self, time: SheetTime) -> str:
        return self._text(time.shown) + (_DOUBTFUL if time.zone_doubtful else "")

    def _text(self, words: str) -> str:
        return escape(self._printable(words), quote=True)


def _colour(source: SheetSource) -> str:
    return palette.look(source.style).colour
