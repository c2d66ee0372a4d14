"""Why two claims relate as they do, in the language of a sheet."""

from __future__ import annotations

from dataclasses import replace

from db.comparing.comparison import ComparedPair
from db.comparing.reasons import CLAIMS, Grounds
from db.records import Aspect, Claim
from db.sheets.figure_words import value_words
from db.sheets.wording import Words


def reason_words(pair: ComparedPair, words: Words) -> str:
    """One sentence: the person's own where one judged, else that of the rule."""
    if pair.judgement is not None:
        later = [_changed(before, now, pair, words) for before, now in pair.changed]
        return " ".join((pair.judgement.reason, *later))
    proposal, sentences = pair.proposal, words.table("reasons")
    sentence = sentences[proposal.case].format(**_names(proposal.grounds(), words))
    verdict = "rule" if proposal.relation else "not_judged"
    return sentences[verdict].format(rule=proposal.rule, sentence=sentence)


def _changed(before: Claim, now: Claim, pair: ComparedPair, words: Words) -> str:
    """That a person judged before a claim was changed, and what it said then."""
    aspect, sentences = pair.proposal.grounds().aspect, words.table("reasons")
    was, says = (_told(claim, aspect, words) for claim in (before, now))
    alike = was == says or before.aspect_id != now.aspect_id
    sentence = sentences["judged_before" if alike else "judged_before_it_said"]
    return sentence.format(before=was, now=says)


def _names(grounds: Grounds, words: Words) -> dict[str, str]:
    """Words for every name that stands in the sentences."""
    sentences = words.table("reasons")
    claims: dict[str, Claim] = {name: getattr(grounds, name) for name in CLAIMS}
    named = {name: _told(claim, grounds.aspect, words) for name, claim in claims.items()}
    named["voice"] = grounds.voice or sentences["source_itself"]
    for name in ("part", "whole"):
        counted = _scope(claims[name], words, words.table("figures")["everyone"])
        named[f"{name}_scope"] = counted if grounds.same_event else grounds.event_of(claims[name])
    for name in ("first", "second"):
        named[f"{name}_scope"] = _scope(claims[name], words, sentences["no_scope"])
        named[f"{name}_unit"] = claims[name].unit or sentences["no_unit"]
    named["first_event"], named["second_event"] = grounds.first_event, grounds.second_event
    return named


def _scope(claim: Claim, words: Words, none: str) -> str:
    return words.table("figures")["everyone"] if claim.scope == "all" else claim.scope or none


def _told(claim: Claim, aspect: Aspect, words: Words) -> str:
    """What a claim says, for a sentence about it: words of a text or a choice are quoted."""
    if aspect.type in ("number", "time"):
        return value_words(claim, aspect, words)
    affirmed = value_words(replace(claim, polarity="affirm"), aspect, words)
    quoted = words.table("reasons")["quoted"].format(words=affirmed)
    return words.labels["not_said"].format(words=quoted) if claim.polarity == "deny" else quoted
