"""References as RIS (Research Information Systems, tagged lines), read and written by rispy.

Every line is one tag; a record ends with ER. A value cannot hold a line end, so longer ones are
carried along (see `carrier`) in C8, a tag free for such use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final

from db.citing import carrier
from db.citing.csl_json import as_said
from db.citing.dates import numbers_of, read_date
from db.citing.entries import Entry, Fields
from db.citing.people import Person, person
from db.citing.reading import NotReferencesError, kept_details, one_line
from db.errors import said

CARRIER: Final = "C8"
_NAMES: Final = {
    "ID": "key", "TI": "title", "ST": "label", "T2": "publisher", "CY": "place",
    "LA": "language", "AB": "summary", "RN": "position",
}  # fmt: skip
# Where other programs put the same; the first that is there counts.
_ALSO: Final = {
    "title": ("T1", "CT", "BT"), "publisher": ("JO", "JF", "PB"), "place": ("PP",),
    "summary": ("N2",), "label": (), "key": (), "language": (), "position": (),
}  # fmt: skip
_DETAILS: Final = {"VL": "volume", "IS": "issue", "SP": "pages", "SN": "ISSN or ISBN"}
_USED: Final = {
    *_NAMES, *_DETAILS, "EP", "TY", "ER", "AU", "A1", "PY", "Y1", "DA", "Y2", "UR", "L2", "DO",
    CARRIER,
    *(tag for tags in _ALSO.values() for tag in tags),
}  # fmt: skip
_LINE: Final = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*))?")
Record = dict[str, list[str]]


def write(entries: Sequence[Entry]) -> str:
    """An RIS file of references."""
    return "\n".join(f"{_record(entry)}\n" for entry in entries)


def _record(entry: Entry) -> str:
    natural = list(_natural(entry))
    seen = _fields(_records(_lines([*natural, ("ER", "")]))[0])[0]
    lost = carrier.carried(entry.fields, seen)
    return _lines([*natural, *([(CARRIER, lost)] if lost else []), ("ER", "")])


def _lines(pairs: Sequence[tuple[str, str]]) -> str:
    return "".join(f"{tag}  - {value}\n" for tag, value in pairs)


def _natural(entry: Entry) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    yield "TY", "ELEC" if entry.url else "NEWS"
    values = {tag: fields.get(ours, "") for tag, ours in _NAMES.items()}
    values |= {"Y2": _date(fields.get("retrieved", "")), "UR": entry.url, "DO": entry.doi}
    yield from ((tag, plain) for tag, value in values.items() if (plain := _plain(value)))
    for creator in entry.creators:
        found = person(creator, {fields.get("publisher", "")})
        yield "AU", _plain(found.turned if found else creator)
    date = _date(fields.get("published", ""))
    if date:
        yield "PY", date[:4]
        yield "DA", date


def _date(edtf: str) -> str:
    """A date as RIS has it: 2011/12/17/; nothing for what is no plain date."""
    numbers = numbers_of(edtf)
    if not numbers or len(numbers) > 1 or numbers[0][0] < 0:
        return ""
    year, *rest = [f"{number:02}" for number in numbers[0]]
    return "/".join([year.zfill(4), *rest, *[""] * (3 - len(rest))][:4])


def _plain(value: str) -> str:
    """A value in one line, without characters that would end it for some reader."""
    return one_line("".join(c if c.isprintable() or c.isspace() else " " for c in value))


def read(text: str) -> list[Entry]:
    """The references of an RIS text; raises NotReferencesError where there is none."""
    records = _records(text)
    if not records:
        raise NotReferencesError(said("it has no reference that begins with TY"))
    return [_entry(record) for record in records]


def _records(text: str) -> list[Record]:
    import rispy

    reader = rispy.RisParser(mapping=_Tags(), list_tags=_Every(), delimiter_tags_mapping={})
    records: list[Record] = reader.parse("\n".join(_whole(text)))
    return records


class _Tags(dict[str, str]):
    """Tags under their own names, so that none is dropped."""

    def __missing__(self, tag: str) -> str:
        return tag


class _Every(list[str]):
    """All tags, each of which may stand more than once."""

    def __contains__(self, tag: object) -> bool:
        return tag != "TY"


def _whole(text: str) -> Iterator[str]:
    """Lines as rispy wants them: one for each value, and each record with its end.

    It drops a record that is not ended, as in a file that was cut off, and takes a line that only
    begins with the letters TY for the beginning of one.
    """
    pending: list[str] = []
    for line in [*text.split("\n"), "ER  -"]:
        found = _LINE.fullmatch(line.strip("\r \ufeff"))
        if found is None:
            # What follows a tag's line belongs to it; what stands before the first is a heading.
            if pending and line.strip():
                pending.append(line.strip())
            continue
        tag, value = found[1], (found[2] or "").strip()
        begun = bool(pending)
        if begun:
            yield " ".join(pending)
        if tag == "ER" or (tag == "TY" and begun):
            yield "ER  - "
        keeps = tag == "TY" or (begun and tag != "ER")
        pending = [f"{tag}  - {value}"] if keeps else []


def _entry(record: Record) -> Entry:
    fields, left = _fields(record)
    lost = _first(record, CARRIER)
    fields = carrier.restored(fields, lost)
    if not lost.startswith("{"):
        details = {ours: _first(record, tag) for tag, ours in _DETAILS.items()}
        if last := _first(record, "EP"):
            details["pages"] = f"{details['pages']}–{last}".lstrip("–")
        fields["citation"] = kept_details(details)
    return Entry(
        fields, _first(record, "UR", "L2"), _first(record, "DO"), left, lost.startswith("{")
    )


def _fields(record: Record) -> tuple[Fields, tuple[str, ...]]:
    fields = {ours: _first(record, tag, *_ALSO[ours]) for tag, ours in _NAMES.items()}
    names = [name for tag in ("AU", "A1") for name in record.get(tag, ()) if name]
    fields["creators"] = json.dumps([_creator(name) for name in names], ensure_ascii=False)
    date = _first(record, "DA") or _first(record, "PY", "Y1")
    # Year, month, day, and what else is known of it, as in 2011/12/17/noon.
    plain, rest = "/".join(date.split("/")[:3]), "/".join(date.split("/")[3:])
    fields["published"] = read_date(plain) or read_date(_first(record, "PY", "Y1"))
    fields["printed"] = rest if fields["published"] else date
    fields["retrieved"] = read_date(_first(record, "Y2"))
    fields["zone_status"] = "unknown"
    left = sorted(tag for tag, values in record.items() if tag not in _USED and any(values))
    return fields, tuple(left)


def _creator(name: str) -> str:
    family, comma, given = (part.strip() for part in name.partition(","))
    return as_said(Person(family, given)) if comma and family and given else name


def _first(record: Record, *tags: str) -> str:
    return next((value for tag in tags for value in record.get(tag, ()) if value), "")
