"""A sheet's request as it is saved in a corpus: JSON that names everything by its key.

What is no longer in the corpus when a saved sheet is opened is left out and told.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from db.corpus import Corpus
from db.records import EditionKind
from db.sheets.choices import (
    LANGUAGES,
    USUAL_PARTS,
    Blank,
    CitationStyle,
    Order,
    Orientation,
    Paper,
    Part,
    SheetKind,
)
from db.sheets.requests import SheetRequest

_LISTS: Final = ("events", "sources", "aspects")


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """A saved sheet's request and format; `lost` are the keys that the corpus no longer has.

    `emptied` names those of "events", "sources" and "aspects" of which some were chosen and none
    is left: in a request that would mean all of them.
    """

    request: SheetRequest
    format: str
    lost: tuple[str, ...]
    emptied: frozenset[str] = frozenset()


def layout_of(corpus: Corpus, request: SheetRequest, format: str) -> str:
    """A request as it is saved; the sheet's date is not part of it."""
    events, sources, aspects = _keys(corpus)
    layout = {
        "format": format,
        "events": [events[i] for i in request.events if i in events],
        "sources": [sources[i] for i in request.sources if i in sources],
        "aspects": [aspects[i] for i in request.aspects if i in aspects],
        "order": request.order,
        "known_by": request.known_by,
        "title": request.title,
        "context": request.context,
        "prefer": request.prefer,
        "show": sorted(request.show),
        "kind": request.kind,
        "blank": sorted(request.blank),
        "blind": request.blind,
        "citations": request.citation_style,
        "paper": request.paper,
        "orientation": request.orientation,
        "language": request.language,
    }
    return json.dumps(layout, ensure_ascii=False)


def open_layout(corpus: Corpus, layout: str) -> OpenedSheet:
    """The request that was saved; what cannot be understood is as a new sheet has it."""
    try:
        saved = json.loads(layout)
    except ValueError:
        saved = {}
    if not isinstance(saved, dict):
        saved = {}
    lost: list[str] = []
    chosen = [
        _ids(saved.get(name), keys, lost) for name, keys in zip(_LISTS, _keys(corpus), strict=True)
    ]
    emptied = frozenset(
        n for n, ids in zip(_LISTS, chosen, strict=True) if saved.get(n) and not ids
    )
    usual = SheetRequest()
    known_by, context = saved.get("known_by"), saved.get("context")
    language = saved.get("language")
    request = SheetRequest(
        events=chosen[0],
        sources=chosen[1],
        aspects=chosen[2],
        order=_one(Order, saved.get("order"), usual.order),
        known_by=known_by if isinstance(known_by, int) else None,
        title=str(saved.get("title") or ""),
        context=context if isinstance(context, int) and context >= 0 else None,
        prefer=_one(EditionKind, saved.get("prefer"), usual.prefer),
        show=_some(Part, saved.get("show"), USUAL_PARTS),
        kind=_one(SheetKind, saved.get("kind"), usual.kind),
        blank=_some(Blank, saved.get("blank"), frozenset()),
        blind=saved.get("blind") is True,
        citation_style=_one(CitationStyle, saved.get("citations"), usual.citation_style),
        paper=_one(Paper, saved.get("paper"), usual.paper),
        orientation=_one(Orientation, saved.get("orientation"), usual.orientation),
        language=language if language in LANGUAGES else usual.language,
    )
    return OpenedSheet(request, str(saved.get("format") or ""), tuple(lost), emptied)


def with_title(layout: str, title: str) -> str:
    """A saved layout under another title; one that cannot be understood stays as it is."""
    try:
        saved = json.loads(layout)
    except ValueError:
        return layout
    if not isinstance(saved, dict):
        return layout
    return json.dumps({**saved, "title": title}, ensure_ascii=False)


def _keys(corpus: Corpus) -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
    """The keys of events, sources and aspects by their ids."""
    return (
        {e.id: e.key for e in corpus.events.all()},
        {s.id: s.key for s in corpus.sources.all()},
        {a.id: a.key for a in corpus.aspects.all()},
    )


def _ids(keys: Any, known: dict[int, str], lost: list[str]) -> tuple[int, ...]:
    ids = {key: row_id for row_id, key in known.items()}
    found: list[int] = []
    for key in keys if isinstance(keys, list) else ():
        if key in ids:
            found.append(ids[key])
        else:
            lost.append(str(key))
    return tuple(found)


def _one(kind: Any, value: Any, usual: Any) -> Any:
    return kind(value) if value in set(kind) else usual


def _some(kind: Any, values: Any, usual: Any) -> Any:
    if not isinstance(values, list):
        return usual
    return frozenset(kind(v) for v in values if v in set(kind))
