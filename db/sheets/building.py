"""Building a sheet from a corpus: what was asked for, in the corpus's order, with every place."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from db.citing import references
from db.comparing.silence import Silences
from db.corpus import Corpus
from db.corpus.times import understood
from db.errors import InvalidEditError, said, told
from db.fingerprint import content_hash
from db.records import Edition, Event, Source, Time
from db.sheets.blanking import as_asked
from db.sheets.cells import CellBuilder
from db.sheets.choices import Order, Part
from db.sheets.extras import Extras
from db.sheets.model import Row, Sheet, SheetEdition, SheetEvent, SheetSource
from db.sheets.requests import MOST_SOURCES, SheetRequest
from db.sheets.texts import QuotableText, by_preference
from db.sheets.times import SheetTime, shown_time
from db.sheets.watching import Watch, unwatched, watched
from db.text.edtf import EdtfError, Precision, parse
from db.text.instants import DAY, date_of, local_of
from db.text.zones import ZoneStatus, resolve_zone

_DATES: Final = (Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND)
_FAR: Final = 2**62


def build_sheet(corpus: Corpus, request: SheetRequest, watch: Watch = unwatched) -> Sheet:
    """Read a sheet from a corpus; raises InvalidEditError where it asks for what is not there.

    `watch` is called between two steps, after each row and while names are counted, and may raise
    to stop.
    """
    info = corpus.info
    sources = _chosen_sources(corpus, request.sources)
    texts = _texts(corpus, sources, request)
    watch()
    silences = Silences(corpus, known_by=request.known_by)
    watch()
    mentions = corpus.mentions.all()
    cells = CellBuilder(corpus, request, sources, texts, silences, mentions)
    watch()
    extras = Extras(corpus, request, sources, texts, mentions)
    sheet = Sheet(
        title=request.title or info.title,
        corpus_title=info.title,
        corpus_hash=content_hash(corpus),
        zone=info.zone,
        language=request.language,
        made=_made(request, info.zone),
        sources=_columns(corpus, sources, texts, request),
        rows=tuple(watched(_rows(corpus, request, sources, cells, extras), watch)),
        known_by=_known_by(request, info.zone),
        paper=request.paper,
        orientation=request.orientation,
        show=request.show,
        blind=request.blind,
        every_event=not request.events,
        texts=tuple(
            texts[s.id][0].whole(request.known_by)
            for s in sources
            if request.whole_texts and texts[s.id]
        ),
        citation_style=request.citation_style,
        names=extras.names(watch),
        notes=extras.notes(),
    )
    return as_asked(sheet, request, extras.spellings)


def _chosen_sources(corpus: Corpus, ids: Sequence[int]) -> list[Source]:
    known = {s.id: s for s in corpus.sources.all()}
    _check_ids(ids, known, said("source"))
    sources = [known[i] for i in dict.fromkeys(ids)] or list(known.values())
    if not 1 <= len(sources) <= MOST_SOURCES:
        raise InvalidEditError(
            reason=said(
                "A sheet shows 1 to {most} sources, not {count}; choose some.",
                most=MOST_SOURCES,
                count=len(sources),
            )
        )
    return sources


def _check_ids(ids: Sequence[int], known: dict[int, Source] | dict[int, Event], what: str) -> None:
    missing = [i for i in ids if i not in known]
    if missing:
        raise InvalidEditError(
            reason=said("A {what} that was chosen is no longer in the corpus.", what=what)
        )


def _texts(
    corpus: Corpus, sources: Sequence[Source], request: SheetRequest
) -> dict[int, list[QuotableText]]:
    """The held texts of each source, the one to quote first."""
    held = corpus.editions.all()
    texts: dict[int, list[QuotableText]] = {}
    for source in sources:
        reports = {r.id: r for r in corpus.sources.reports(source.id)}
        own = by_preference([e for e in held if e.source_id == source.id], request.prefer)
        texts[source.id] = [QuotableText(corpus, e, source, reports, request.language) for e in own]
    return texts


def _columns(
    corpus: Corpus,
    sources: Sequence[Source],
    texts: Mapping[int, list[QuotableText]],
    request: SheetRequest,
) -> tuple[SheetSource, ...]:
    cited: dict[int, str] = {}
    if Part.CITATIONS in request.show:
        style = str(request.citation_style)
        cited = {s.id: words for s, words in references(sources, style, request.language)}
    return tuple(_column(corpus, s, texts[s.id], request, cited.get(s.id, "")) for s in sources)


def _column(
    corpus: Corpus,
    source: Source,
    texts: Sequence[QuotableText],
    request: SheetRequest,
    cited: str,
) -> SheetSource:
    return SheetSource(
        key=source.key,
        letter=source.letter,
        label=source.label,
        style=source.style,
        title=source.title,
        creators=source.creators,
        publisher=source.publisher,
        language=source.language,
        place=source.place,
        position=source.position,
        rights=source.rights,
        citation=source.citation if cited else "",
        reference=cited,
        published=shown_time(source.published, request.language),
        reports=len(corpus.sources.reports(source.id)),
        edition=_edition(texts[0].edition) if texts else None,
    )


def _edition(edition: Edition) -> SheetEdition:
    return SheetEdition(
        key=edition.key,
        kind=edition.kind,
        language=edition.language,
        characters=edition.characters,
        sha256=edition.sha256,
        text_sha256=edition.text_sha256,
    )


def _rows(
    corpus: Corpus, request: SheetRequest, sources: Sequence[Source], cells: CellBuilder,
    extras: Extras,
) -> Iterator[Row]:  # fmt: skip
    known = {e.id: e for e in corpus.events.all()}
    _check_ids(request.events, known, said("event"))
    above: list[int] = []
    for event in _ordered(known, request):
        _go_under(above, event)
        parent = known.get(event.parent_id or 0)
        told = SheetEvent(
            key=event.key,
            title=event.title,
            happened=shown_time(event.happened, request.language),
            place=event.place,
            parent=parent.title if parent else "",
            parent_key=parent.key if parent else "",
            depth=len(above) - 1,
        )
        yield Row(
            told,
            tuple(cells.cell(event.id, source) for source in sources),
            cells.comparisons(event),
            extras.links_of(event.id),
            extras.notes_on(event.id),
        )


def _ordered(known: Mapping[int, Event], request: SheetRequest) -> list[Event]:
    """The chosen events as they are to follow each other; those without a time come last."""
    if request.order is Order.CHOSEN and request.events:
        return [known[i] for i in dict.fromkeys(request.events)]
    wanted = frozenset(request.events or known)
    chosen = [event for event in known.values() if event.id in wanted]
    return sorted(chosen, key=_moment) if request.order is Order.TIME else chosen


def _moment(event: Event) -> tuple[int, int]:
    happened = event.happened
    first = happened.earliest if happened.earliest is not None else happened.latest
    last = happened.latest if happened.latest is not None else _FAR
    return (_FAR if first is None else first, last)


def _go_under(above: list[int], event: Event) -> None:
    """Keep in `above` the events that the rows right above nest in, and this one last."""
    keep = above.index(event.parent_id) + 1 if event.parent_id in above else 0
    above[keep:] = [event.id]


def _made(request: SheetRequest, zone: str) -> SheetTime:
    """The sheet's date: a day, or a time of one."""
    text = request.date.strip() or _local(int(time.time()), zone)[:10]
    try:
        when = parse(text)
    except EdtfError as error:
        raise InvalidEditError(
            reason=said(
                "The date {text} cannot be understood: {error}", text=text, error=told(error)
            )
        ) from error
    if when.precision not in _DATES:
        raise InvalidEditError(
            reason=said("The date {text} is not a day such as 2011-12-31.", text=text)
        )
    return shown_time(understood(text, zone), request.language)


def _known_by(request: SheetRequest, zone: str) -> SheetTime | None:
    if request.known_by is None:
        return None
    text = _local(request.known_by, zone)
    at = Time(
        edtf=text,
        zone=zone,
        zone_status=ZoneStatus.STATED,
        earliest=request.known_by,
        latest=request.known_by,
    )
    return shown_time(at, request.language)


def _local(instant: int, zone: str) -> str:
    """An instant as EDTF on the zone's clocks; the last second of a day or minute stands for it."""
    day, second = divmod(local_of(instant, resolve_zone(zone)), DAY)
    date = "{:04}-{:02}-{:02}".format(*date_of(day))
    if second == DAY - 1:
        return date
    shown = second - 59 if second % 60 == 59 else second
    return f"{date}T{shown // 3600:02}:{shown // 60 % 60:02}:{shown % 60:02}"
