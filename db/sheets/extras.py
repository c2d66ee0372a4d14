"""What a sheet shows beside its cells: links, notes, and what each source calls people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from db.comparing.naming import NameCounter
from db.corpus import Corpus
from db.records import Name, Note, Placement, Source
from db.sheets.choices import Part
from db.sheets.claim_model import NameUse, SheetLink, SheetName, SheetNote, SheetPlace
from db.sheets.requests import SheetRequest
from db.sheets.texts import QuotableText, ranked
from db.sheets.times import SheetTime
from db.sheets.watching import Watch, unwatched
from db.text.instants import date_of, local_of
from db.text.zones import resolve_zone

_ENDS: Final = """SELECT pl.anchor_id, pl.edition_id, p.number, pl.start, pl.end FROM placement pl
JOIN passage p ON p.id = pl.passage_id"""


class Extras:
    """Reads a corpus when it is first asked and answers for every event.

    `texts` holds the texts of each source by its id, the one to quote first; `mentions`
    are all.
    """

    def __init__(
        self,
        corpus: Corpus,
        request: SheetRequest,
        sources: Sequence[Source],
        texts: Mapping[int, list[QuotableText]],
        mentions: Sequence[Placement],
    ) -> None:
        self._corpus = corpus
        self._mentions = mentions
        self._request = request
        self._sources = sources
        self._texts = texts
        self._editions = ranked(texts)

    # ------------------------------------------------------------------ links
    def links_of(self, event_id: int) -> tuple[SheetLink, ...]:
        """The links between words that both speak of an event."""
        if Part.LINKS not in self._request.show:
            return ()
        found = (self._links[i] for i in sorted(self._links_by_event.get(event_id, ())))
        return tuple(found)

    @cached_property
    def _places(self) -> dict[int, tuple[QuotableText, int, SheetPlace]]:
        """The words of each anchor in the first text that has them, as far as they are known."""
        best: dict[int, int] = {}
        found: dict[int, tuple[QuotableText, int, SheetPlace]] = {}
        for anchor, edition, number, start, end in self._corpus.connection.execute(_ENDS):
            rank, text = self._editions.get(edition, (0, None))
            if text is None or not text.known(number, self._request.known_by):
                continue
            if anchor not in best or rank < best[anchor]:
                best[anchor] = rank
                place = SheetPlace(
                    text.source.key, text.address(number), text.edition.key, start, end,
                    text.words(start, end),
                )  # fmt: skip
                found[anchor] = (text, number, place)
        return found

    @cached_property
    def _links(self) -> dict[int, SheetLink]:
        places = self._places
        return {
            link.id: SheetLink(
                places[link.a_anchor_id][2], places[link.b_anchor_id][2], link.kind, link.note
            )
            for link in self._corpus.links.all()
            if link.a_anchor_id in places and link.b_anchor_id in places
        }

    @cached_property
    def _links_by_event(self) -> dict[int, set[int]]:
        """Links by the events that the words at both their ends speak of."""
        ends: defaultdict[tuple[int, int], list[tuple[int, int, int, int]]] = defaultdict(list)
        for link in self._corpus.links.all() if self._links else ():
            for side, anchor in enumerate((link.a_anchor_id, link.b_anchor_id)):
                if link.id in self._links:
                    text, number, place = self._places[anchor]
                    ends[text.edition.id, number].append((link.id, side, place.start, place.end))
        reached: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
        for found in self._mentions if ends else ():
            for link_id, side, start, end in ends.get((found.edition_id, found.passage), ()):
                if found.start < end and start < found.end:
                    reached[found.event_id, link_id].add(side)
        links: defaultdict[int, set[int]] = defaultdict(set)
        for (event_id, link_id), sides in reached.items():
            if len(sides) == 2:
                links[event_id].add(link_id)
        return links

    # ------------------------------------------------------------------ notes
    def notes(self) -> tuple[SheetNote, ...]:
        """The notes on the corpus and on the sheet's sources."""
        titles = {("source", s.id): s.label for s in self._sources}
        return tuple(
            self._note(note, titles.get((note.subject, note.subject_id), ""))
            for note in self._all_notes
            if note.subject == "corpus" or (note.subject, note.subject_id) in titles
        )

    def notes_on(self, event_id: int) -> tuple[SheetNote, ...]:
        """The notes on an event, and on the claims and words that speak of it."""
        return tuple(self._notes_by_event.get(event_id, ()))

    @cached_property
    def _all_notes(self) -> list[Note]:
        return self._corpus.notes.all() if Part.NOTES in self._request.show else []

    @cached_property
    def _notes_by_event(self) -> dict[int, list[SheetNote]]:
        found: defaultdict[int, list[SheetNote]] = defaultdict(list)
        for note in self._all_notes:
            for event_id, on in self._events_of(note):
                found[event_id].append(self._note(note, on))
        return found

    def _events_of(self, note: Note) -> Iterator[tuple[int, str]]:
        """The events that a note belongs under, and what it is on in words."""
        if note.subject == "event":
            event = self._corpus.events.get(note.subject_id)
            yield note.subject_id, event.title if event else ""
        elif note.subject == "claim" and (claim := self._claims.get(note.subject_id)):
            event_id, anchor_id = claim
            if anchor_id in self._places:
                yield event_id, self._places[anchor_id][2].address
        elif note.subject == "anchor" and note.subject_id in self._places:
            text, number, place = self._places[note.subject_id]
            for event_id in self._events_at.get((text.edition.source_id, number), ()):
                yield event_id, place.address

    @cached_property
    def _claims(self) -> dict[int, tuple[int, int]]:
        rows = self._corpus.connection.execute("SELECT id, event_id, anchor_id FROM claim")
        return {claim: (event, anchor) for claim, event, anchor in rows}

    @cached_property
    def _events_at(self) -> dict[tuple[int, int], list[int]]:
        found: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        for place in self._mentions:
            events = found[place.source_id, place.passage]
            if place.event_id not in events:
                events.append(place.event_id)
        return found

    def _note(self, note: Note, on: str) -> SheetNote:
        zone = resolve_zone(self._corpus.info.zone)
        day = "{:04}-{:02}-{:02}".format(*date_of(local_of(note.made, zone) // 86_400))
        return SheetNote(on, note.text, _day(day, self._request.language))

    # ------------------------------------------------------------------ names
    def names(self, watch: Watch = unwatched) -> tuple[SheetName, ...]:
        """What each source calls people, places and things; only who is named in some.

        Of chosen events, those who are named where a source speaks of them.
        """
        if Part.NAMES not in self._request.show:
            return ()
        names = self._corpus.names.all()
        counter = NameCounter(names)
        uses = [self._uses(counter, source, watch) for source in self._sources]
        named = self._named(counter)
        return tuple(
            _name(name, tuple(found.get(name.id, ()) for found in uses))
            for name in names
            if any(name.id in found for found in uses) and (named is None or name.id in named)
        )

    def _named(self, counter: NameCounter) -> set[int] | None:
        """Who is named in the passages of the chosen events; None where all are shown."""
        chosen = set(self._request.events)
        if not chosen or self._request.whole_texts:
            return None
        found: set[int] = set()
        for source in self._sources:
            shown = {
                number
                for (source_id, number), events in self._events_at.items()
                if source_id == source.id and not chosen.isdisjoint(events)
            }
            for text in self._texts[source.id][:1]:
                found |= set(
                    counter.count(text.text, text.known_passages(self._request.known_by, shown))
                )
        return found

    def _uses(
        self, counter: NameCounter, source: Source, watch: Watch
    ) -> dict[int, tuple[NameUse, ...]]:
        texts = self._texts[source.id]
        if not texts:
            return {}
        text = texts[0]
        passages = text.known_passages(self._request.known_by)
        found = counter.count(text.text, passages, watch=watch)
        return {
            name_id: tuple(
                NameUse(c.spelling, c.count, text.address(c.passage)) for c in called
            )
            for name_id, called in found.items()
        }  # fmt: skip

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling of every name, for whoever has to find them in words."""
        return tuple(s.text for name in self._corpus.names.all() for s in name.spellings)


def _name(name: Name, uses: tuple[tuple[NameUse, ...], ...]) -> SheetName:
    spellings = tuple(dict.fromkeys(s.text for s in name.spellings))
    return SheetName(name.key, name.kind, spellings[0] if spellings else name.key, spellings, uses)


def _day(day: str, language: str) -> SheetTime:
    from db.corpus.times import understood
    from db.sheets.times import shown_time

    return shown_time(understood(day, "UTC"), language)
