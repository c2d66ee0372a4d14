"""Quotations that a format states field by field: what they quote, from where, and their hash."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any, Final

from db.sheets.checking.plain_text import decoded
from db.sheets.csv_sheet import unguarded
from db.sheets.visible import unseen

_NEEDED: Final = ("address", "edition", "start", "end", "sha256")
_WORDS: Final = ("text", "words")


@dataclass(frozen=True, slots=True)
class StatedQuotation:
    """Words with the place and the hash that the sheet states for them."""

    address: str
    edition: str
    start: int
    end: int
    sha256: str
    words: str

    @property
    def place(self) -> tuple[str, str, int, int]:
        """Where the words are said to stand."""
        return (self.address, self.edition, self.start, self.end)


def from_csv(data: bytes) -> list[StatedQuotation]:
    """The quotations and claims of a table; what goes on in the next record is joined."""
    rows = list(csv.reader(io.StringIO(decoded(data), newline=""), delimiter=delimiter_of(data)))
    return list(joined(_records(rows, unguard=True)))


def delimiter_of(data: bytes) -> str:
    """What parts the fields of a table, whoever saved it."""
    csv.field_size_limit(2**31 - 1)
    first = decoded(data[:100_000]).split("\n", 1)[0]
    return max(",;\t", key=first.count)


def words_in_csv(data: bytes) -> dict[str, list[str]]:
    """The words of a table's quotations by address, also of those that state no hash."""
    rows = list(csv.reader(io.StringIO(decoded(data), newline=""), delimiter=delimiter_of(data)))
    return _by_address(_records(rows, unguard=True))


def words_in_tables(tables: Iterable[Sequence[Sequence[str]]]) -> dict[str, list[str]]:
    """The words of a workbook's quotations by address, also of those that state no hash."""
    return _by_address(record for rows in tables for record in _records(rows, unguard=False))


def words_in_json(data: bytes) -> dict[str, list[str]]:
    """The words of a JSON text's quotations by address, also of those that state no hash."""
    return _by_address(item for item in _objects(data) if "runs" in item)


def _by_address(records: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record in records:
        is_quotation = record.get("record", "quotation") == "quotation" and not record.get("aspect")
        if is_quotation and record.get("address") and record.get("text"):
            texts = found.setdefault(str(record["address"]), [])
            if str(record.get("part") or "1") == "1" or not texts:
                texts.append("")
            texts[-1] += str(record["text"])
    return found


def from_tables(tables: Iterable[Sequence[Sequence[str]]]) -> list[StatedQuotation]:
    """The quotations and claims in the tables of a workbook."""
    return [q for rows in tables for q in joined(_records(rows, unguard=False))]


def _records(rows: Sequence[Sequence[str]], *, unguard: bool) -> Iterator[dict[str, str]]:
    """Rows by the names in the first row that has those of a quotation's fields."""
    names: list[str] = []
    for row in rows:
        if not names:
            found = [cell.strip().lower().replace("-", "") for cell in row]
            if set(_NEEDED) <= set(found) and set(_WORDS) & set(found):
                names = found
            continue
        yield {
            name: unguarded(cell) if unguard else unseen(cell)
            for name, cell in zip(names, row, strict=False)
        }


def joined(records: Iterable[Mapping[str, str]]) -> Iterator[StatedQuotation]:
    """Quotations from records, the parts of a long one put together."""
    last: StatedQuotation | None = None
    for record in records:
        part = record.get("part", "")
        if last is not None and part.isdigit() and int(part) > 1:
            last = replace(last, words=last.words + _words(record))
            continue
        if last is not None:
            yield last
        last = _quotation(record)
    if last is not None:
        yield last


def _words(record: Mapping[str, Any]) -> str:
    return next((str(record[name]) for name in _WORDS if record.get(name)), "")


def _quotation(record: Mapping[str, Any]) -> StatedQuotation | None:
    """The quotation in a record; None where it states none."""
    if not all(record.get(name) for name in ("address", "edition", "end", "sha256")):
        return None
    try:
        start, end = (float(record.get(name) or 0) for name in ("start", "end"))
    except (TypeError, ValueError):
        return None
    # No text has infinitely many characters: nothing stands there.
    start, end = (place if isfinite(place) else 0 for place in (start, end))
    kind = record.get("record", "quotation")
    words = _words(record)
    if kind not in ("quotation", "claim") or not words:
        return None
    address, edition, digits = (str(record[n]) for n in ("address", "edition", "sha256"))
    return StatedQuotation(address, edition, int(start), int(end), digits, words)


def from_json(data: bytes) -> list[StatedQuotation]:
    """Every object of a JSON text that states a quotation."""
    found = (_quotation(item) for item in _objects(data) if "address" in item)
    return [quotation for quotation in found if quotation is not None]


def _objects(data: bytes) -> Iterator[dict[str, Any]]:
    """Every object of a JSON text, however deep."""
    waiting: list[Any] = [json.loads(decoded(data))]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            waiting.extend(reversed(item))
