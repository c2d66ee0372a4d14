"""References as CSL-JSON (citationstyles.org, schema 1.0.2), which Zotero and others exchange."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from db.citing import carrier
from db.citing.dates import checked, from_numbers, numbers_of, read_date
from db.citing.entries import Entry, Fields
from db.citing.people import Person, person
from db.citing.reading import NotReferencesError, check_number, kept_details, one_line
from db.errors import said

_NAMES: Final = {
    "title": "title",
    "title-short": "label",
    "publisher-place": "place",
    "language": "language",
    "abstract": "summary",
    "annote": "position",
}
_DETAILS: Final = {"volume": "volume", "issue": "issue", "page": "pages", "edition": "edition",
                   "ISBN": "ISBN", "ISSN": "ISSN"}  # fmt: skip
_USED: Final = {
    *_NAMES, *_DETAILS, "id", "type", "author", "container-title", "publisher", "issued",
    "accessed", "URL", "DOI", "custom", "citation-key",
}  # fmt: skip


def write(entries: Sequence[Entry]) -> str:
    """A CSL-JSON file of references."""
    return json.dumps([_item(entry) for entry in entries], ensure_ascii=False, indent=1) + "\n"


def _item(entry: Entry) -> dict[str, Any]:
    item = _natural(entry)
    lost = carrier.carried(entry.fields, _fields(item)[0])
    if lost:
        item["custom"] = {carrier.NAME: json.loads(lost)}
    return item


def _natural(entry: Entry) -> dict[str, Any]:
    fields = entry.fields
    item: dict[str, Any] = {
        "id": fields.get("key", ""),
        "type": "webpage" if entry.url else "article-newspaper",
        **{name: fields.get(ours, "") for name, ours in _NAMES.items()},
        "container-title": fields.get("publisher", ""),
        "author": [_name(c, fields.get("publisher", "")) for c in entry.creators],
        "issued": _date(fields.get("published", "")),
        "accessed": _date(fields.get("retrieved", "")),
        "URL": entry.url,
        "DOI": entry.doi,
    }
    return {name: value for name, value in item.items() if value or name == "id"}


def _name(creator: str, publisher: str) -> dict[str, str]:
    found = person(creator, {publisher})
    if found is None:
        return {"literal": creator}
    return {"family": found.family, "given": found.given}


def _date(edtf: str) -> dict[str, Any]:
    if not edtf:
        return {}
    bare = edtf.removesuffix("~")
    numbers = numbers_of(bare)
    if numbers is None:
        return {"raw": edtf}
    return {"date-parts": numbers, **({"circa": True} if bare != edtf else {})}


def read(text: str) -> list[Entry]:
    """The references of a CSL-JSON text; raises NotReferencesError where it is none."""
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise NotReferencesError(said("it is nested too deeply")) from error
    except ValueError as error:
        raise NotReferencesError(said("it is not JSON from beginning to end")) from error
    if isinstance(found, dict):
        found = found.get("items", [found])
    if isinstance(found, list):
        check_number(len(found))
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise NotReferencesError(said("it is JSON, but no list of references"))
    return [_entry(item) for item in found]


def _entry(item: dict[str, Any]) -> Entry:
    fields, left = _fields(item)
    own = item.get("custom")
    lost = own.get(carrier.NAME) if isinstance(own, dict) else None
    fields = carrier.restored(fields, lost)
    if lost is None:
        details = {ours: _text(item.get(name)) for name, ours in _DETAILS.items()}
        fields["citation"] = kept_details(details)
    return Entry(
        fields,
        one_line(_text(item.get("URL"))),
        one_line(_text(item.get("DOI"))),
        left,
        lost is not None,
    )


def _fields(item: dict[str, Any]) -> tuple[Fields, tuple[str, ...]]:
    fields = {ours: _text(item.get(name)) for name, ours in _NAMES.items()}
    fields["key"] = _text(item.get("id"))
    container, publisher = _text(item.get("container-title")), _text(item.get("publisher"))
    fields["publisher"] = container or publisher
    fields["creators"] = json.dumps(_creators(item.get("author")), ensure_ascii=False)
    fields["published"], fields["printed"] = _edtf(item.get("issued"))
    fields["retrieved"] = _edtf(item.get("accessed"))[0]
    # Without a zone of its own a date is in none that is known.
    fields["zone_status"] = "unknown"
    left = sorted(name for name in item if name not in _USED and item[name])
    if container and publisher and publisher != container:
        left.append("publisher")
    return fields, tuple(left)


def _creators(authors: object) -> list[str]:
    listed = authors if isinstance(authors, list) else []
    return [name for author in listed if isinstance(author, dict) and (name := _creator(author))]


def _creator(author: dict[str, Any]) -> str:
    family, given = _text(author.get("family")), _text(author.get("given"))
    family = " ".join(filter(None, [_text(author.get("non-dropping-particle")), family]))
    given = " ".join(filter(None, [given, _text(author.get("dropping-particle"))]))
    if not family or not given:
        return _text(author.get("literal")) or family or given
    return as_said(Person(family, given))


def as_said(name: Person) -> str:
    """A person's name as one says it, where that can be turned round again; else family first."""
    return name.straight if person(name.straight) == name else name.turned


def _edtf(date: object) -> tuple[str, str]:
    """A date as EDTF, and as printed where it is none."""
    if isinstance(date, str):
        return read_date(date), "" if read_date(date) else date
    if not isinstance(date, dict):
        return "", ""
    parts = date.get("date-parts")
    ends = [_end(end) for end in parts] if isinstance(parts, list) else []
    if ends and all(ends) and len(ends) <= 2:
        about = "~" if date.get("circa") and len(ends) == 1 else ""
        return checked("/".join(ends) + about), ""
    words = _text(date.get("raw")) or _text(date.get("literal"))
    return (read_date(words), "") if read_date(words) else ("", words)


def _end(parts: object) -> str:
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3:
        return ""
    try:
        numbers = [int(str(part)[:6]) for part in parts]
    except ValueError:
        return ""
    return from_numbers(numbers)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
