"""What the panel says of an event around its cards: its title and time, its passages, its parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from db.records import Event, Placement, Source
from db.text.zones import ZoneStatus
from desktop.comparing.cards import MOST_SOURCES, Cards, origin_words
from desktop.comparing.compared import Compared
from desktop.comparing.lines import Kind, Leads, Line, Lines, Role, Run, Target
from desktop.comparing.paragraph import isolated
from desktop.reading.silence_words import silence_name
from desktop.session import Session
from desktop.theme import Presence
from desktop.when import display_when
from desktop.widgets.plain import cut_short, without_marks

translate = QCoreApplication.translate

MOST_ADDRESSES = 40
MOST_NOTES = 3
FEW_LETTERS = 80


def event_lines(event: Event, compared: Compared, cards: Cards) -> list[Line]:
    """Everything the panel shows of an event, from its title to its parts."""
    lines = Lines()
    _head(lines, event, compared)
    lines.found += cards.of_event(event)
    if event.summary:
        lines.add(Line(Kind.SECTION, (Run(translate("comparing", "Summary"), Role.LABEL),)))
        lines.words(without_marks(event.summary))
    _passages(lines, event, compared)
    _parts(lines, event, compared.session)
    return lines.found


def no_event_lines() -> list[Line]:
    """What the panel shows where no event is current."""
    words = translate("comparing", "No event is chosen.")
    return [Line(Kind.TEXT, (Run(words, Role.MUTED),), spoken=words)]


def _head(lines: Lines, event: Event, compared: Compared) -> None:
    title = (Run(event.title, Role.TITLE),)
    lines.add(Line(Kind.TITLE, title, tooltip=_tip(event.title), spoken=event.title))
    _notes(lines, event, compared.session)
    lines.words(time_words(event, compared.session), role=Role.SMALL)
    # A place in Arabic would else turn the counts beside it.
    parts = [isolated(cut_short(event.place))] if event.place else []
    sources, origins = compared.origins(event.id)
    if sources:
        parts.append(origin_words(sources, origins))
    lines.words(" · ".join(parts), role=Role.SMALL)
    parent = compared.session.events_by_id.get(event.parent_id or 0)
    if parent is not None:
        words = translate("comparing", "Part of: {event}").format(event=parent.title)
        _event_link(lines, words, parent.id)


def _tip(words: str) -> str:
    """The whole of words that are likely to be cut; nothing for a few."""
    return words if len(words) > FEW_LETTERS else ""


def _notes(lines: Lines, event: Event, session: Session) -> None:
    """How each of the reader's notes on the event begins, the newest first; any of them opens."""
    notes = session.notes.get(("event", event.id), [])[::-1]
    does = translate("comparing", "Open the notes on this event")
    target = Target(Leads.NOTES, ("event", event.id), does)
    for note in notes[:MOST_NOTES]:
        words = cut_short(without_marks(note.text))
        said = translate("comparing", "Note: {words}").format(words=words)
        lines.add(
            Line(Kind.NOTE, (Run(words, Role.SMALL, 0),), (target,), tooltip=does, spoken=said)
        )
    if len(notes) > MOST_NOTES:
        words = translate("comparing", "and %n more", None, len(notes) - MOST_NOTES)
        lines.add(Line(Kind.NOTE, (Run(words, Role.SMALL, 0),), (target,), spoken=words))


def time_words(event: Event, session: Session) -> str:
    """When an event happened, and by which clock where that is an assumption."""
    when = display_when(event.happened.edtf) or translate("comparing", "Time not known")
    if event.happened.zone_status is ZoneStatus.ASSUMED and event.happened.edtf:
        zone = event.happened.zone or session.info.zone
        words = translate("comparing", "{when} · {zone} time, assumed")
        return words.format(when=when, zone=zone)
    return when


def _event_link(lines: Lines, words: str, event: int) -> None:
    target = Target(Leads.EVENT, event, translate("comparing", "Go to this event"))
    runs = (Run(cut_short(words), Role.LINK, 0),)
    lines.add(Line(Kind.TEXT, runs, (target,), tooltip=_tip(words), spoken=words))


def _passages(lines: Lines, event: Event, compared: Compared) -> None:
    lines.add(Line(Kind.SECTION, (Run(translate("comparing", "Passages"), Role.LABEL),)))
    places = compared.session.corpus.mentions.of_event(event.id)
    for source in compared.session.sources[:MOST_SOURCES]:
        own = [p for p in places if p.source_id == source.id]
        kind = compared.session.silences.kind(event.id, source.id)
        if kind is None:
            lines.add(_spoken_line(source, own, compared))
        else:
            words = silence_name(kind)
            does = translate("comparing", "Review why {source} is silent")
            target = Target(Leads.SETTLE, (event.id, source.id), does.format(source=source.label))
            silent = Presence.NOT_LOOKED if kind == "not-looked" else Presence.SILENT
            runs = (Run(f"{source.label}: ", Role.SMALL), Run(words, Role.MUTED, 0))
            spoken = f"{source.label}: {words}"
            lines.add(
                Line(Kind.SAYING, runs, (target,), letter=source.letter, style=source.style,
                     presence=silent, spoken=spoken, tooltip=target.spoken)
            )  # fmt: skip


def _spoken_line(source: Source, places: Sequence[Placement], compared: Compared) -> Line:
    """A source with every address at which it speaks of the event."""
    wanted = compared.places.edition(source.id)
    seen: dict[int, Placement] = {}
    for place in places:
        if place.edition_id == wanted:
            seen.setdefault(place.passage, place)
    runs = [Run(source.label, Role.SMALL)]
    targets: list[Target] = []
    go = translate("comparing", "Go to {address}")
    for place in list(seen.values())[:MOST_ADDRESSES]:
        address = f"{source.letter}.{place.passage}"
        to = (place.edition_id, place.start, place.end)
        runs += [Run("  ", Role.SMALL), Run(address, Role.LINK, len(targets))]
        targets.append(Target(Leads.PLACE, to, go.format(address=address)))
    spoken = f"{source.label}: {', '.join(r.text for r in runs if r.target >= 0)}"
    return Line(
        Kind.SAYING, tuple(runs), tuple(targets), letter=source.letter, style=source.style,
        presence=Presence.SPEAKS, spoken=spoken,
    )  # fmt: skip


def _parts(lines: Lines, event: Event, session: Session) -> None:
    children = [e for e in session.events if e.parent_id == event.id]
    if children:
        lines.add(Line(Kind.SECTION, (Run(translate("comparing", "Its parts"), Role.LABEL),)))
    for child in children:
        _event_link(lines, child.title, child.id)
