"""What a check found, as a text to read or a table, and a row of it to paste."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.sheets.checking.apart import Outcome
from db.sheets.checking.checking import CheckedQuotation
from db.sheets.checking.finding import Verdict
from db.sheets.csv_sheet import guarded
from db.sheets.visible import visible
from db.sheets.writing import write_whole
from desktop.comparing.wording import number
from desktop.error_words import words_of
from desktop.sheets.difference import difference
from desktop.sheets.verdict_words import change_words, verdict_words


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked and what was found."""

    name: str
    outcome: Outcome


def counts_words(outcome: Outcome) -> str:
    """How many quotations have which verdict."""
    counts = Counter(q.verdict for q in outcome.quotations)
    return " · ".join(f"{verdict_words(v)} {number(counts[v])}" for v in Verdict if counts[v])


def row_words(quotation: CheckedQuotation) -> str:
    """A quotation as it is pasted elsewhere."""
    return "\n".join(_quotation(quotation))


def write_report(file: Path, checked: Checked, corpus: str, day: str) -> None:
    """Write a report, as a table where the file ends in .csv; raises ExportError."""
    if file.suffix.lower() == ".csv":
        data = _table(checked.outcome).encode("utf-8-sig", "replace")
    else:
        text = "\n".join(_report(checked, corpus, day)) + "\n"
        data = text.encode("utf-8", "replace")
    write_whole(file, data)


def _report(checked: Checked, corpus: str, day: str) -> Iterator[str]:
    words = QCoreApplication.translate("sheets", "{name}, checked against {corpus} on {day}")
    yield words.format(name=checked.name, corpus=corpus, day=day)
    outcome = checked.outcome
    if outcome.quotations:
        yield counts_words(outcome)
    if outcome.elsewhere:
        yield elsewhere_words()
    if outcome.why_not:
        yield words_of(outcome.why_not)
    for quotation in outcome.quotations:
        if quotation.verdict is not Verdict.EXACT:
            yield ""
            yield from _quotation(quotation)
    if outcome.changes:
        yield ""
        yield QCoreApplication.translate("sheets", "Changed since")
        for change in outcome.changes:
            parts = (change_words(change.kind), change.subject, change.then, change.now)
            yield " · ".join(part for part in parts if part)
    exact = [q.address or "—" for q in outcome.quotations if q.verdict is Verdict.EXACT]
    if exact:
        yield ""
        yield f"{verdict_words(Verdict.EXACT)}: {', '.join(exact)}"


def elsewhere_words() -> str:
    """That a sheet is another corpus's."""
    return QCoreApplication.translate(
        "sheets", "None of the texts it quotes is in this corpus: it was made from another one."
    )


def _quotation(quotation: CheckedQuotation) -> Iterator[str]:
    yield f"{verdict_words(quotation.verdict)} · {quotation.address or '—'}"
    expected, found = visible(quotation.expected), visible(quotation.found)
    if quotation.verdict is Verdict.EXACT:
        yield expected or found
        return
    if expected and found:
        expected, found = difference(expected, found)
    for words, text in (
        (QCoreApplication.translate("sheets", "In the corpus"), expected),
        (QCoreApplication.translate("sheets", "On the sheet"), found),
    ):
        if text:
            yield f"{words}: {text}"


def _table(outcome: Outcome) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["verdict", "address", "edition", "start", "end", "expected", "found"])
    for q in outcome.quotations:
        texts = map(guarded, (q.address, q.edition))
        words = map(guarded, (q.expected, q.found))
        writer.writerow([str(q.verdict), *texts, q.start, q.end, *words])
    return out.getvalue()
