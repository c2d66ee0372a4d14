"""The claims a list shows, each with where its words stand and whether they still fit."""

from __future__ import annotations

from collections import defaultdict
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from db.comparing.speakers import Speakers
from db.records import Claim, ClaimPlacement
from desktop.comparing.wording import source_words, value_words
from desktop.recording.words import Words
from desktop.session import Session

SUGGESTED: Final = "suggested"
translate = QCoreApplication.translate


class ClaimLine(NamedTuple):
    """A claim and where it stands in the edition read first; None where it stands in no text."""

    claim: Claim
    place: ClaimPlacement | None
    fits: bool


class ClaimLines:
    """Reads the claims of a corpus once; made anew when they have changed."""

    def __init__(self, session: Session) -> None:
        corpus = session.corpus
        self._session = session
        self._aspects = {a.id: a for a in corpus.aspects.all()}
        self._speakers = Speakers({v.id: v for v in corpus.voices.all()})
        self._order = {edition.id: number for number, edition in enumerate(session.editions)}
        self._places: defaultdict[int, list[ClaimPlacement]] = defaultdict(list)
        for place in corpus.claims.placements():
            self._places[place.claim_id].append(place)
        self._unfit = {key for key, _ in corpus.claims.unfitting()}
        self._claims = corpus.claims.all()

    def all(self) -> list[ClaimLine]:
        """Every claim by event, aspect and source."""
        order = self._session.event_order
        lines = [self._line(claim, self._first(claim)) for claim in self._claims]
        return sorted(lines, key=lambda line: order.get(line.claim.event_id, 0))

    def here(self, words: Words) -> list[ClaimLine]:
        """Those of a passage, in reading order."""
        claims = {claim.id: claim for claim in self._claims}
        found = [
            self._line(claims[place.claim_id], place)
            for places in self._places.values()
            for place in places
            if (place.edition_id, place.passage) == (words.edition_id, words.number)
        ]
        return sorted(found, key=_start)

    def _line(self, claim: Claim, place: ClaimPlacement | None) -> ClaimLine:
        return ClaimLine(claim, place, claim.key not in self._unfit)

    def _first(self, claim: Claim) -> ClaimPlacement | None:
        """The place in the edition that is read first: the original where it is held."""
        places = self._places.get(claim.id, [])
        order = [edition.id for edition in self._session.editions_of(claim.source_id)]
        known = [place for place in places if place.edition_id in order]
        return min(known, key=lambda place: order.index(place.edition_id), default=None)

    def words(self, line: ClaimLine) -> tuple[str, ...]:
        """What a list says of a claim: where, event, about, says, whose word."""
        claim = line.claim
        aspect = self._aspects[claim.aspect_id]
        return (
            self._where(line),
            self._session.events_by_id[claim.event_id].title,
            aspect.title,
            value_words(claim, aspect),
            source_words(claim, self._speakers),
        )

    def _where(self, line: ClaimLine) -> str:
        source = self._session.source(line.claim.source_id)
        letter = source.letter if source is not None else "?"
        where = f"{letter}.{line.place.passage}" if line.place is not None else letter
        if not line.fits:
            return translate("claims", "{address} · words lost").format(address=where)
        if line.claim.status == SUGGESTED:
            return translate("claims", "{address} · suggested").format(address=where)
        return where


def _start(line: ClaimLine) -> tuple[int, int]:
    return (line.place.start if line.place is not None else 0, line.claim.id)
