"""What claims say, how sure and on whose word, in the language of a sheet."""

from __future__ import annotations

from typing import Final

from db.records import Aspect, Claim
from db.sheets.claim_model import SheetClaim
from db.sheets.wording import Words
from db.text.display import display_when

_UNSAID: Final = ("", "people")


def value_words(claim: Claim, aspect: Aspect, words: Words) -> str:
    """What a claim says, without who says it or how sure it is."""
    if aspect.type == "number":
        said = _figure(claim, aspect, words)
    elif aspect.type == "time":
        said = display_when(claim.value or "", language=words.language)
    else:
        said = claim.value or ""
    return words.labels["not_said"].format(words=said) if claim.polarity == "deny" else said


def _figure(claim: Claim, aspect: Aspect, words: Words) -> str:
    said = _bounds(claim, aspect, words)
    if claim.vague:
        said = f"{claim.vague} {said}" if said else f"“{claim.vague}”"
    unit = claim.unit or aspect.unit
    return said if unit in (*_UNSAID, aspect.key) else f"{said} {unit}"


def _bounds(claim: Claim, aspect: Aspect, words: Words) -> str:
    least, most, forms = claim.min, claim.max, words.table("figures")
    if least is not None and most is not None:
        if least == most:
            return words.number(least)
        return forms["range"].format(least=words.number(least), most=words.number(most))
    if least is not None:
        # Of things that are counted, 71 or more is what "over 70" says.
        if aspect.counts and _is_round(least - 1):
            return forms["over"].format(number=words.number(least - 1))
        return forms["at_least"].format(number=words.number(least))
    if most is None:
        return ""
    if aspect.counts and _is_round(most + 1):
        return forms["under"].format(number=words.number(most + 1))
    return forms["at_most"].format(number=words.number(most))


def _is_round(value: float) -> bool:
    return value >= 10 and value % 10 == 0


def voice_words(claim: SheetClaim, words: Words) -> str:
    """On whose word a claim rests, and through whom; empty for the source itself."""
    names = list(reversed(claim.voices))
    if not names:
        return words.labels["unnamed_voice"] if claim.hedge == "reported" else ""
    said = names[0]
    for through in names[1:]:
        said = words.labels["through"].format(voice=said, other=through)
    return said


def manner_words(claim: SheetClaim, words: Words) -> str:
    """How sure a claim is and on whose word, as "alleged · Interior Ministry"."""
    hedge = words.table("hedges").get(claim.hedge, "")
    return " · ".join(w for w in (hedge, voice_words(claim, words)) if w)


def scope_words(claim: SheetClaim, words: Words) -> str:
    """Whom a figure counts; empty for everyone."""
    return "" if claim.scope in ("", words.table("figures")["everyone"], "all") else claim.scope
