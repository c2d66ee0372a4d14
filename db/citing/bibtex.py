"""References as BibTeX (and biblatex), split into entries and fields by bibtexparser.

Written for biber and BibTeX alike: a page is @online, an article @article; `date` is EDTF, which
biblatex reads, beside `year` and `month`. Bodies stand in a second pair of braces, as always.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from db.citing import carrier
from db.citing.bibtex_values import value_of
from db.citing.csl_json import as_said
from db.citing.dates import checked, month_number, numbers_of, read_date
from db.citing.entries import Entry, Fields
from db.citing.latex import decoded, encoded
from db.citing.people import Person, person
from db.citing.reading import NotReferencesError, kept_details, one_line
from db.citing.styles import letters
from db.errors import said

_NAMES: Final = {
    "title": "title", "shorttitle": "label", "location": "place", "langid": "language",
    "abstract": "summary", "annotation": "position",
}  # fmt: skip
_ALSO: Final = {
    "place": ("address",), "language": ("language",), "position": ("annote",), "title": (),
    "label": (), "summary": (),
}  # fmt: skip
_CONTAINERS: Final = ("journaltitle", "journal", "organization", "booktitle", "publisher",
                      "institution")  # fmt: skip
_DETAILS: Final = {"volume": "volume", "number": "issue", "pages": "pages", "edition": "edition",
                   "isbn": "ISBN", "issn": "ISSN"}  # fmt: skip
_USED: Final = {
    *_NAMES, *_DETAILS, *_CONTAINERS, "author", "date", "year", "month", "urldate", "url", "doi",
    carrier.NAME, *(name for names in _ALSO.values() for name in names),
}  # fmt: skip
_UNFIT_IN_KEY: Final = re.compile(r"[^\w:.+/-]+")
_ESCAPED: Final = re.compile(r"\{?\\([_%&#~$])\}?")
Values = Mapping[str, str]


def write(entries: Sequence[Entry]) -> str:
    """A BibTeX file of references."""
    used: set[str] = set()
    return "\n".join([_block(entry, used) for entry in entries])


def _block(entry: Entry, used: set[str]) -> str:
    kind = "online" if entry.url else "article"
    key = _free_key(entry.fields.get("key", ""), used)
    natural = list(_natural(entry))
    lost = carrier.carried(entry.fields, _fields(key, dict(natural))[0])
    pairs = [*natural, *([(carrier.NAME, lost)] if lost else [])]
    lines = [f"  {name} = {{{value}}},\n" for name, value in pairs]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _free_key(key: str, used: set[str]) -> str:
    base = _UNFIT_IN_KEY.sub("-", key).strip("-") or "source"
    number, made = 0, base
    while made.casefold() in used:
        made, number = f"{base}-{letters(number)}", number + 1
    used.add(made.casefold())
    return made


def _natural(entry: Entry) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    if entry.creators:
        yield "author", " and ".join(_name(c, fields.get("publisher", "")) for c in entry.creators)
    container = "organization" if entry.url else "journal"
    values = {name: fields.get(ours, "") for name, ours in _NAMES.items()}
    values[container] = fields.get("publisher", "")
    for name, value in values.items():
        if plain := _plain(value):
            # A second pair of braces keeps the capitals of a title.
            yield name, f"{{{encoded(plain)}}}" if name == "title" else encoded(plain)
    yield from _dates(fields)
    for name, value in (("doi", entry.doi), ("url", entry.url)):
        if value:
            yield name, value


def _dates(fields: Fields) -> Iterator[tuple[str, str]]:
    edtf = fields.get("published", "")
    if edtf and _plain(edtf) == edtf and not set(edtf) & set("{}\\"):
        yield "date", edtf
        numbers = numbers_of(edtf)
        if numbers and len(numbers) == 1 and numbers[0][0] > 0:
            yield "year", f"{numbers[0][0]:04}"
            if len(numbers[0]) > 1:
                yield "month", f"{numbers[0][1]:02}"
    retrieved = fields.get("retrieved", "")
    if checked(retrieved) and not set(retrieved) & set("{}\\"):
        yield "urldate", retrieved


def _name(creator: str, publisher: str) -> str:
    found = person(creator, {publisher})
    if found is None or " and " in creator:
        return f"{{{encoded(_plain(creator))}}}"
    return encoded(_plain(found.turned))


def _plain(value: str) -> str:
    return one_line("".join(c if c.isprintable() or c.isspace() else " " for c in value))


def read(text: str) -> list[Entry]:
    """The references of a BibTeX text; raises NotReferencesError where there is none."""
    from bibtexparser.entrypoint import parse_string

    # What it cannot read it tells a log that nobody keeps; here the blocks that failed are counted.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    library = parse_string(text, parse_stack=[])
    macros = {s.key.lower(): value_of(str(s.value), {}) for s in library.strings}
    found = [
        _entry(block.key, {f.key.lower(): value_of(str(f.value), macros) for f in block.fields})
        for block in library.entries
    ]
    if not found:
        raise NotReferencesError(said("it has no entry such as @article{{…}} that can be read"))
    return found


def _entry(key: str, values: Values) -> Entry:
    fields, left = _fields(key, values)
    lost = values.get(carrier.NAME, "")
    fields = carrier.restored(fields, lost)
    if not lost:
        details = {ours: _words(values.get(name, "")) for name, ours in _DETAILS.items()}
        fields["citation"] = kept_details(details)
    url, doi = (_address(values.get(name, "")) for name in ("url", "doi"))
    return Entry(fields, url, doi, left, bool(lost))


def _fields(key: str, values: Values) -> tuple[Fields, tuple[str, ...]]:
    fields = {ours: _first(values, name, *_ALSO[ours]) for name, ours in _NAMES.items()}
    fields["key"] = key
    fields["publisher"] = _first(values, *_CONTAINERS)
    authors = _split_names(values.get("author", ""))
    names = [_creator(name) for name in authors if name.lower() != "others"]
    fields["creators"] = json.dumps([name for name in names if name], ensure_ascii=False)
    date = _words(values.get("date", "")) or _year_month(values)
    fields["published"] = read_date(date)
    fields["printed"] = "" if fields["published"] else date
    fields["retrieved"] = read_date(_words(values.get("urldate", "")))
    fields["zone_status"] = "unknown"
    left = [name for name in values if name not in _USED and values[name].strip()]
    left += ["others"] if len(names) < len(authors) else []
    return fields, tuple(sorted(left))


def _year_month(values: Values) -> str:
    year = _words(values.get("year", ""))
    month = month_number(_words(values.get("month", "")))
    return f"{year}-{month:02}" if month and re.fullmatch(r"\d{4}", year) else year


def _first(values: Values, *names: str) -> str:
    return next((said for name in names if (said := _words(values.get(name, "")))), "")


def _words(value: str) -> str:
    return one_line(decoded(value))


def _split_names(authors: str) -> list[str]:
    """The names of a list, parted by "and" outside of braces."""
    names, depth, at = [], 0, 0
    for match in re.finditer(r"\\.|[{}]|\sand(?=\s)", authors, re.DOTALL | re.IGNORECASE):
        if match[0] in "{}":
            depth += 1 if match[0] == "{" else -1
        elif match[0][0] != "\\" and depth <= 0:
            names.append(authors[at : match.start()])
            at = match.end()
    return [name.strip() for name in [*names, authors[at:]] if name.strip()]


def _creator(name: str) -> str:
    if name.startswith("{") and name.endswith("}"):
        return _words(name)
    parts = [_words(part) for part in name.split(",")]
    if len(parts) == 3:
        # Family, Jr, Given.
        parts = [f"{parts[0]} {parts[1]}".strip(), parts[2]]
    if len(parts) == 2 and all(parts):
        return as_said(Person(*parts))
    return _words(name)


def _address(value: str) -> str:
    """An address as it stands, or with the signs back that an older style has escaped."""
    value = value.replace("\\textasciitilde{}", "~").replace("{\\textasciitilde}", "~")
    return _ESCAPED.sub(r"\1", value).strip("{} ").removeprefix("\\url{")
