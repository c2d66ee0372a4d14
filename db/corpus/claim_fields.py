"""What a reader says in a claim, and what makes a claim impossible."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from db.corpus.things import thing
from db.corpus.times import understood
from db.errors import InvalidEditError, said
from db.records import Aspect, Voice

if TYPE_CHECKING:
    from db.corpus.corpus import Corpus

HEDGES: Final = (
    "stated", "confirmed", "reported", "unconfirmed", "alleged", "denied", "expected",
)  # fmt: skip
POLARITIES: Final = ("affirm", "deny")
STATUSES: Final = ("accepted", "suggested")


@dataclass(frozen=True, slots=True)
class ClaimFields:
    """What a reader says in a claim; None bounds are open, `voices` are ids, outermost first.

    `value` is that of a choice, a text or, as EDTF, a time; `as_of` is EDTF.
    """

    event_id: int
    aspect_id: int
    min: float | None = None
    max: float | None = None
    value: str = ""
    vague: str = ""
    unit: str = ""
    scope: str = ""
    hedge: str = "stated"
    polarity: str = "affirm"
    voices: tuple[int, ...] = ()
    as_of: str = ""
    note: str = ""
    status: str = "accepted"


def checked_columns(corpus: Corpus, fields: ClaimFields) -> dict[str, Any]:
    """Column values of a claim; raises InvalidEditError with a sentence on what cannot be."""
    aspect = next((a for a in corpus.aspects.all() if a.id == fields.aspect_id), None)
    if aspect is None:
        raise InvalidEditError(reason=said("A claim needs an aspect: what is it about?"))
    if corpus.events.get(fields.event_id) is None:
        raise InvalidEditError(reason=said("A claim needs an event that is in the corpus."))
    return columns_of(fields, aspect, corpus.info.zone)


def columns_of(fields: ClaimFields, aspect: Aspect, zone: str) -> dict[str, Any]:
    """Column values of a claim about an aspect that is there; raises as `checked_columns` does."""
    for value, known, what in (
        (fields.hedge, HEDGES, "hedge"),
        (fields.polarity, POLARITIES, "polarity"),
        (fields.status, STATUSES, "status"),
    ):
        if value not in known:
            raise InvalidEditError(
                reason=said("“{value}” is no {what} of a claim.", value=value, what=thing(what))
            )
    as_of = understood(fields.as_of.strip(), zone)
    return {
        "event_id": fields.event_id,
        "aspect_id": fields.aspect_id,
        **(_figure(fields, aspect) if aspect.type == "number" else _value(fields, aspect, zone)),
        "unit": _as_known(fields.unit, [aspect.unit])
        or (aspect.unit if aspect.type == "number" else ""),
        "scope": _as_known(fields.scope, [scope for scope, _ in aspect.scopes]),
        "hedge": fields.hedge,
        "polarity": fields.polarity,
        "as_of_edtf": as_of.edtf,
        "as_of_earliest": as_of.earliest,
        "as_of_latest": as_of.latest,
        "note": fields.note,
        "status": fields.status,
    }


def _as_known(word: str, known: Iterable[str]) -> str:
    """A word as it is written already: “Workers” beside “workers” would be other people."""
    word = " ".join(word.split())
    folded = word.casefold()
    return next((each for each in known if each.casefold() == folded), word)


def _figure(fields: ClaimFields, aspect: Aspect) -> dict[str, Any]:
    if fields.value.strip():
        raise InvalidEditError(
            reason=said("“{title}” is about figures, not words.", title=aspect.title)
        )
    vague = fields.vague.strip() or None
    if fields.min is None and fields.max is None and vague is None:
        raise InvalidEditError(reason=said("The claim has no figure and no word for one."))
    for bound in (fields.min, fields.max):
        if bound is not None and not math.isfinite(bound):
            raise InvalidEditError(
                reason=said("A figure must be a number; leave an open end empty.")
            )
    if fields.min is not None and fields.max is not None and fields.min > fields.max:
        reason = said(
            "The least value, {least:g}, is above the greatest, {most:g}.",
            least=fields.min,
            most=fields.max,
        )
        raise InvalidEditError(reason=reason)
    return {"min": fields.min, "max": fields.max, "value": None, "vague": vague}


def _value(fields: ClaimFields, aspect: Aspect, zone: str) -> dict[str, Any]:
    value = " ".join(fields.value.split())
    if not value:
        raise InvalidEditError(
            reason=said("The claim says nothing about “{title}”.", title=aspect.title)
        )
    if fields.min is not None or fields.max is not None:
        raise InvalidEditError(reason=said("“{title}” is not about figures.", title=aspect.title))
    if aspect.type == "time":
        understood(value, zone)
    choices = [choice for choice, _ in aspect.choices]
    value = _as_known(value, choices if aspect.type == "choice" else [])
    if aspect.type == "choice" and value not in choices:
        reason = said(
            "“{value}” is not among the choices of “{title}”; add it there first.",
            value=value,
            title=aspect.title,
        )
        raise InvalidEditError(reason=reason)
    return {"min": None, "max": None, "value": value, "vague": None}


def checked_voices(corpus: Corpus, voices: tuple[int, ...], source_id: int) -> tuple[int, ...]:
    """A chain of voices; raises InvalidEditError where one would quote itself."""
    known = {v.id: v for v in corpus.voices.all()}
    if not known.keys() >= set(voices):
        raise InvalidEditError(reason=said("A voice of the claim is no longer in the corpus."))
    require_no_circle([known[voice_id] for voice_id in voices], source_id)
    return voices


def require_no_circle(chain: Sequence[Voice], source_id: int) -> None:
    """Raise InvalidEditError where a voice of a chain would quote itself through others."""
    for position, voice in enumerate(chain):
        if voice in chain[:position] or (position and voice.source_id == source_id):
            raise InvalidEditError(
                reason=said("{name} would quote itself through other voices.", name=voice.name)
            )
