"""The comparing part of a sheet as Markdown: tables of claims, lists of relations, links, notes."""

from __future__ import annotations

from collections.abc import Iterator

from db.sheets.choices import Part
from db.sheets.claim_model import SheetComparison, SheetNote
from db.sheets.compared import ClaimLine, ComparedLines
from db.sheets.ladder_pictures import ladder_words
from db.sheets.markdown_text import GAP, answered, code, line, moment
from db.sheets.model import Cell, Row, Sheet
from db.sheets.wording import words_of


class MarkdownClaims:
    """Writes what one sheet compares, line by line."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._words = words_of(sheet)
        self._lines = ComparedLines(sheet)

    def row(self, row: Row) -> Iterator[str]:
        """What stands under an event's passages."""
        labels = self._words.labels
        if row.comparisons:
            heads = [f"{s.letter} · {line(s.label) or GAP * 12}" for s in self._sheet.sources]
            yield ""
            yield f"#### {labels['claims']}"
            yield ""
            yield _table_row([labels["aspect"], *heads])
            yield _table_row(["---"] * (len(heads) + 1))
            for comparison in row.comparisons:
                yield self._aspect(row, comparison)
        for comparison in row.comparisons:
            yield from self._below(comparison)
        if row.links:
            yield ""
            yield f"{labels['links']}:"
            yield ""
            for link in map(self._lines.link, row.links):
                note = f": {line(link.note)}" if link.note else ""
                quoted = "".join(f" “{line(w)}”" for w in link.words if w)
                yield f"- {code(link.a)} {link.kind} {code(link.b)}{note}{quoted}"
        yield from self._notes(row.notes)

    def _aspect(self, row: Row, comparison: SheetComparison) -> str:
        summary = self._lines.summary(comparison)
        title = f"{line(comparison.title)}<br>{summary}" if summary else line(comparison.title)
        cells = (self._cell(comparison, cell, at) for at, cell in enumerate(row.cells))
        return _table_row([title, *cells])

    def _cell(self, comparison: SheetComparison, cell: Cell, at: int) -> str:
        claims = [self._claim(claim) for claim in self._lines.claims(cell, comparison.aspect)]
        silence = self._lines.silence(comparison, at)
        if silence:
            claims.append(f"*{line(silence)}*")
        if cell.gap:
            claims.append(GAP * 12)
        return "<br>".join(claims)

    def _claim(self, claim: ClaimLine) -> str:
        said = GAP * 12 if claim.gap else f"**{line(claim.said)}**" if claim.said.strip() else ""
        parts = [answered(said) if claim.answer else said]
        parts += [line(claim.scope), line(claim.how), moment(claim.when)]
        quoted = f" “{line(claim.words)}”" if claim.words else ""
        places = ", ".join(code(address) for address in claim.addresses)
        return f"{' · '.join(p for p in parts if p)}{quoted} {places}"

    def _below(self, comparison: SheetComparison) -> Iterator[str]:
        relations = self._lines.relations(comparison)
        # What a ladder shows stands in the table already, where figures are shown.
        ladders = () if Part.FIGURES in self._sheet.show else comparison.ladders
        if not relations and not ladders:
            return
        yield ""
        yield f"{line(comparison.title)}:"
        yield ""
        for relation in relations:
            one, other = (f"{code(address)} {line(said)}" for address, said in
                          (relation.a, relation.b))  # fmt: skip
            yield f"- {one} – {other}: **{line(relation.relation)}**. {line(relation.reason)}"
        if relations:
            counts = self._lines.counts(comparison)
            yield f"- {self._words.labels['relations']}: {counts}"
        for ladder in ladders:
            for words in ladder_words(ladder):
                yield f"- {line(words)}"

    def _notes(self, notes: tuple[SheetNote, ...]) -> Iterator[str]:
        if notes:
            yield ""
            yield f"{self._words.labels['notes']}:"
        yield from _listed(notes)

    def ending(self) -> Iterator[str]:
        """What stands under all rows: notes on the whole, and what each source calls whom."""
        labels = self._words.labels
        if self._sheet.notes:
            yield ""
            yield f"## {labels['notes']}"
            yield from _listed(self._sheet.notes)
        if not self._sheet.names:
            return
        yield ""
        yield f"## {labels['names']}"
        yield ""
        yield _table_row([labels["name"], *(s.letter for s in self._sheet.sources)])
        yield _table_row(["---"] * (len(self._sheet.sources) + 1))
        for name in self._sheet.names:
            blank = GAP * 12 if name.gap else ""
            uses = (", ".join(map(line, self._lines.uses(u))) or blank for u in name.uses)
            yield _table_row([line(name.title) or blank, *uses])


def _listed(notes: tuple[SheetNote, ...]) -> Iterator[str]:
    """Notes line by line, no word of them markup: they may be another's, read in from a file."""
    for note in notes:
        on = f"{line(note.on)}, " if note.on else ""
        yield ""
        yield f"- {on}{moment(note.made)}:"
        yield ""
        lines = [line(each) for each in note.text.splitlines() if each.strip()]
        yield "\\\n".join(f"  {each}" for each in lines)


def _table_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
