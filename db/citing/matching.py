"""Which source each reference of a file is about, and what taking it in would change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from db.citing.entries import TIME, Entry, Fields, fields_of
from db.citing.locators import locators, with_locators
from db.citing.people import person
from db.citing.wording import language_tag
from db.corpus.indexing import plain_words
from db.records import Source
from db.text.zones import ZoneStatus

COMPARED: Final = (
    "label", "title", "creators", "publisher", "published", "language", "place", "position",
    "rights", "citation", "summary", "retrieved",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a source as it is and as a file has it; `values` are what would be written.

    `now` and `brought` are for reading. A time is one field here.
    """

    name: str
    now: str
    brought: str
    values: Fields

    @property
    def overwrites(self) -> bool:
        """Whether what stands there now would be lost; more words after it lose nothing."""
        return bool(self.now) and not self.brought.startswith(self.now)


@dataclass(frozen=True, slots=True)
class Match:
    """A reference, the source it is about (None for none here), and by what that was found.

    `by` is `key`, `doi`, `url` or `title`. `also` counts earlier references of the same file about
    the same source.
    """

    entry: Entry
    source: Source | None = None
    by: str = ""
    changes: tuple[FieldChange, ...] = ()
    also: int = 0


def match(sources: Iterable[Source], entries: Iterable[Entry]) -> list[Match]:
    """What each reference is about, in the order of the file.

    By key, else by DOI, else by web address, else by a title that one source alone has.
    """
    known = _Known(list(sources))
    seen: Counter[int] = Counter()
    found = []
    for entry in entries:
        source, by = known.source_of(entry)
        if source is None:
            found.append(Match(entry))
            continue
        found.append(Match(entry, source, by, changes(source, entry), seen[source.id]))
        seen[source.id] += 1
    return found


class _Known:
    """The sources by each thing that they can be known by."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._by: dict[str, dict[str, list[Source]]] = {}
        for source in sources:
            url, doi = locators(source.citation)
            for by, value in _signs(source.key, doi, url, source.title):
                self._by.setdefault(by, {}).setdefault(value, []).append(source)

    def source_of(self, entry: Entry) -> tuple[Source | None, str]:
        """The source of an entry and by what it was found."""
        fields = entry.fields
        for by, value in _signs(
            fields.get("key", ""), entry.doi, entry.url, fields.get("title", "")
        ):
            found = self._by.get(by, {}).get(value, [])
            if len(found) == 1:
                return found[0], by
        return None, ""


def _signs(key: str, doi: str, url: str, title: str) -> Iterator[tuple[str, str]]:
    signs = {"key": key.strip(), "doi": doi.strip().lower(), "url": plain_url(url)}
    signs["title"] = " ".join(plain_words(title).split())
    return ((by, value) for by, value in signs.items() if value)


def plain_url(url: str) -> str:
    """A web address without what does not tell pages apart: scheme, www, fragment, last slash."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = parts.netloc.lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}" if host else ""


def changes(source: Source, entry: Entry) -> tuple[FieldChange, ...]:
    """What a reference says otherwise than the source does; silence changes nothing."""
    now = fields_of(source)
    found = (_change(name, now, entry) for name in COMPARED)
    return tuple(change for change in found if change is not None)


def _change(name: str, now: Fields, entry: Entry) -> FieldChange | None:
    if name == "published":
        return _time_change(now, entry)
    brought = entry.fields.get(name, "")
    if name == "creators":
        return _creators_change(now, entry)
    if name == "citation" and not entry.own:
        brought = _citation(now["citation"], entry)
    if name == "language" and not entry.own:
        brought = language_tag(brought)
    if not brought or brought == now[name]:
        return None
    return FieldChange(name, now[name], brought, {name: brought})


def _citation(now: str, entry: Entry) -> str:
    """The citation with what the file knows and it does not: volume, pages, address, DOI."""
    details = entry.fields.get("citation", "")
    words = ", ".join(filter(None, [now, "" if details in now else details]))
    return with_locators(words, entry.url, entry.doi)


def _creators_change(now: Fields, entry: Entry) -> FieldChange | None:
    held = tuple(json.loads(now["creators"]))
    brought = entry.creators
    if not brought or list(map(_known_as, held)) == list(map(_known_as, brought)):
        return None
    value = entry.fields["creators"]
    return FieldChange("creators", "; ".join(held), "; ".join(brought), {"creators": value})


def _known_as(creator: str) -> object:
    # "Anna Berg" and "Berg, Anna" are one.
    return person(creator) or creator


def _time_change(now: Fields, entry: Entry) -> FieldChange | None:
    fields = entry.fields
    names = TIME if entry.own else ("published", "printed")
    values = {name: fields.get(name, "") for name in names if fields.get(name, "")}
    if not values.get("published") and not values.get("printed"):
        return None
    if all(now[name] == value for name, value in values.items()):
        return None
    # A day is no news to a source that is known to the minute.
    if not entry.own and now["published"].startswith(values.get("published") or "\n"):
        return None
    if not entry.own:
        # The file says no zone, so that of the corpus's time no longer holds.
        values |= {
            "zone": "",
            "zone_status": str(ZoneStatus.UNKNOWN),
            "printed": values.get("printed", ""),
        }
    return FieldChange("published", _time_words(now), _time_words({**now, **values}), values)


def _time_words(fields: Fields) -> str:
    printed = f"“{fields['printed']}”" if fields["printed"] else ""
    zone = f"({fields['zone']}, {fields['zone_status']})" if fields["zone"] else ""
    return " ".join(filter(None, [fields["published"], zone, printed]))
