"""What claims said when they were judged, where they have been changed since.

A person's judgement stays in force when one of its claims is corrected; but it was made of other
words, and whoever reads it must be told so.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from db.records import Claim, Time
from db.text.zones import ZoneStatus

if TYPE_CHECKING:
    from db.corpus.corpus import Corpus

OF_THE_CLAIM: Final = (
    "event_id", "aspect_id", "min", "max", "value", "vague", "unit", "scope", "hedge", "polarity",
)  # fmt: skip
OF_ITS_TIME: Final = ("as_of_edtf", "as_of_earliest", "as_of_latest")
_COLUMNS: Final = ", ".join((*OF_THE_CLAIM, *OF_ITS_TIME))

State = tuple[Any, ...]
"""All of a claim that a judgement can depend on: its columns, and its voices' ids as JSON."""


def state_of(corpus: Corpus, claim_id: int) -> State:
    """What a claim says now."""
    row = corpus.connection.execute(
        f"SELECT {_COLUMNS} FROM claim WHERE id = ?", (claim_id,)
    ).fetchone()
    voices = corpus.connection.execute(
        "SELECT voice_id FROM claim_voice WHERE claim_id = ? ORDER BY position", (claim_id,)
    )
    return (*row, json.dumps([voice_id for (voice_id,) in voices]))


def keep(corpus: Corpus, claim_id: int, before: State) -> None:
    """Keep for each judgement of a claim what that said before a change, as part of that edit.

    What is kept is what was judged, however often the claim is changed; a claim that says it again
    is as it was judged.
    """
    now = state_of(corpus, claim_id)
    if now == before:
        return
    judged = corpus.connection.execute(
        "SELECT id FROM judgement WHERE ? IN (a_claim_id, b_claim_id)", (claim_id,)
    )
    for (judgement_id,) in judged.fetchall():
        known = corpus.connection.execute(
            f"SELECT id, {_COLUMNS}, voices FROM judged_as WHERE judgement_id = ? AND claim_id = ?",
            (judgement_id, claim_id),
        ).fetchone()
        if known is None:
            names = (*OF_THE_CLAIM, *OF_ITS_TIME, "voices")
            values = dict(zip(names, before, strict=True))
            corpus.insert(
                "judged_as", {"judgement_id": judgement_id, "claim_id": claim_id} | values
            )
        elif tuple(known[1:]) == now:
            corpus.delete("judged_as", known[0])


def changed_since(corpus: Corpus) -> dict[int, tuple[tuple[int, State], ...]]:
    """Of each judgement by id: its claims that were changed since, by id, with what they said."""
    found: dict[int, tuple[tuple[int, State], ...]] = {}
    rows = corpus.connection.execute(
        f"SELECT judgement_id, claim_id, {_COLUMNS}, voices FROM judged_as ORDER BY id"
    )
    for judgement_id, claim_id, *state in rows:
        found[judgement_id] = (*found.get(judgement_id, ()), (claim_id, tuple(state)))
    return found


def as_judged(claim: Claim, state: State) -> Claim:
    """A claim as it was when it was judged."""
    *plain, edtf, earliest, latest, voices = state
    as_of = Time(edtf=edtf, zone_status=ZoneStatus.ASSUMED, earliest=earliest, latest=latest)
    said = dict(zip(OF_THE_CLAIM, plain, strict=True))
    return replace(claim, **said, as_of=as_of, voices=tuple(json.loads(voices)))
