"""Claims as they are made, corrected and taken away: one edit each, voices and choices with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields, checked_columns, checked_voices
from db.errors import CorpusError
from db.records import Aspect, Change, Claim
from desktop.error_words import error_words
from desktop.recording.voice_chain import Link
from desktop.recording.words import Words

Edit = Callable[[Corpus], tuple[int, Change]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form holds: the fields, the chain with voices still to be made, a new choice.

    `mention` asks that the words be marked as speaking of the event too.
    """

    fields: ClaimFields
    chain: tuple[Link, ...] = ()
    new_choice: str = ""
    mention: bool = False


def problem(corpus: Corpus, draft: Draft, source_id: int) -> str:
    """Why a draft cannot be kept, in the corpus's own sentence; empty where it can."""
    fields = draft.fields
    try:
        if not draft.new_choice:
            checked_columns(corpus, fields)
        known = tuple(link for link in draft.chain if isinstance(link, int))
        checked_voices(corpus, known, source_id)
    except CorpusError as error:
        return error_words(error)
    return ""


def recording(words: Words, draft: Draft) -> Edit:
    """The edit that records a claim on words."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        with corpus.edit("Add claim") as pending:
            fields = _complete(corpus, draft)
            claim_id, _ = corpus.claims.add(fields, words.edition_id, words.start, words.end)
            if draft.mention:
                corpus.mentions.add(fields.event_id, words.edition_id, words.start, words.end)
        return claim_id, pending.change

    return do


def correcting(claim_id: int, draft: Draft) -> Edit:
    """The edit that replaces what a claim says."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        with corpus.edit("Edit claim") as pending:
            corpus.claims.change(claim_id, _complete(corpus, draft))
        return claim_id, pending.change

    return do


def deleting(claim_id: int) -> Edit:
    """The edit that deletes a claim."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return claim_id, corpus.claims.delete([claim_id])

    return do


def accepting(claim_id: int) -> Edit:
    """The edit that takes a suggested claim for the reader's own."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return claim_id, corpus.claims.accept([claim_id])

    return do


def resting(claim: Claim, words: Words) -> Edit:
    """The edit that puts a claim on other words of its source."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        change = corpus.anchors.move(claim.anchor_id, words.edition_id, words.start, words.end)
        return claim.id, change

    return do


def _complete(corpus: Corpus, draft: Draft) -> ClaimFields:
    """The fields with every voice of the chain in the corpus, and the choice known."""
    if draft.new_choice:
        aspect = next(a for a in corpus.aspects.all() if a.id == draft.fields.aspect_id)
        corpus.aspects.change(aspect.id, with_choice(aspect, draft.new_choice))
    voices = tuple(
        link if isinstance(link, int) else corpus.voices.add(link)[0] for link in draft.chain
    )
    return replace(draft.fields, voices=voices)


def with_choice(aspect: Aspect, choice: str) -> AspectFields:
    """An aspect's fields with one more choice."""
    return AspectFields(
        title=aspect.title,
        type=aspect.type,
        unit=aspect.unit,
        counts=aspect.counts,
        grows=aspect.grows,
        excludes=aspect.excludes,
        scopes=aspect.scopes,
        choices=(*aspect.choices, (choice, "")),
    )


def fields_of(claim: Claim) -> ClaimFields:
    """What a claim says, as the fields that would say it again."""
    return ClaimFields(
        event_id=claim.event_id,
        aspect_id=claim.aspect_id,
        min=claim.min,
        max=claim.max,
        value=claim.value or "",
        vague=claim.vague or "",
        unit=claim.unit,
        scope=claim.scope,
        hedge=claim.hedge,
        polarity=claim.polarity,
        voices=claim.voices,
        as_of=claim.as_of.edtf,
        note=claim.note,
        status=claim.status,
    )
