"""What claims say, how sure they are and on whose word, in the reader's language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from db.comparing.pairs import EVERYONE as EVERYONE
from db.comparing.said import places
from db.comparing.speakers import Speakers
from db.records import Aspect, Claim, ClaimRelation, Silence
from desktop.reading.silence_words import silence_name
from desktop.when import display_when

translate = QCoreApplication.translate


def number(value: float) -> str:
    """A number as the reader writes it."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        # A system that names no language groups no digits either.
        locale = QLocale(QLocale.Language.English)
    whole = float(value).is_integer()
    words = locale.toString(int(value)) if whole else locale.toString(value, "f", places(value))
    # A hyphen beside a dash would not be seen as a sign.
    return words.replace("-", "−", 1) if value < 0 else words


def value_words(claim: Claim, aspect: Aspect) -> str:
    """What a claim says, without who says it or how sure it is."""
    if aspect.type == "number":
        words = _figure(claim, aspect)
    elif aspect.type == "time":
        words = display_when(claim.value or "")
    else:
        words = claim.value or ""
    if claim.polarity == "deny":
        return translate("comparing", "not: {words}").format(words=words)
    return words


def _figure(claim: Claim, aspect: Aspect) -> str:
    unit = claim.unit or aspect.unit
    shown = "" if unit in ("", "people", aspect.key) else f" {unit}"
    words = _bounds(claim, aspect, shown)
    if not claim.vague:
        return words
    return f"{claim.vague} {words}" if words else f"“{claim.vague}”{shown}"


def _bounds(claim: Claim, aspect: Aspect, unit: str) -> str:
    """The bounds in words, each with its unit: "70 litres or more"."""
    least, most = claim.min, claim.max
    if least is not None and most is not None:
        return f"{_range(least, most)}{unit}"
    if least is not None:
        # Of things that are counted, 71 or more is what "over 70" says.
        if aspect.counts and _is_round(least - 1):
            return translate("comparing", "over {number}").format(
                number=f"{number(least - 1)}{unit}"
            )
        return translate("comparing", "{number} or more").format(number=f"{number(least)}{unit}")
    if most is None:
        return ""
    if aspect.counts and _is_round(most + 1):
        return translate("comparing", "under {number}").format(number=f"{number(most + 1)}{unit}")
    return translate("comparing", "up to {number}").format(number=f"{number(most)}{unit}")


def _range(least: float, most: float) -> str:
    if least == most:
        return number(least)
    if least < 0:
        # A dash beside a sign is taken for one.
        words = translate("comparing", "{least} to {most}")
        return words.format(least=number(least), most=number(most))
    return f"{number(least)}–{number(most)}"


def _is_round(value: float) -> bool:
    return value >= 10 and value % 10 == 0


def scope_words(scope: str) -> str:
    """Whom or what a claim counts; the corpus's own word but for everyone and for nobody named."""
    known = {
        "": translate("comparing", "no scope named"),
        EVERYONE: translate("comparing", "all"),
    }
    return known.get(scope, scope)


def hedge_words(hedge: str) -> str:
    """How sure a claim is; nothing for what is plainly stated or passed on."""
    return {
        "confirmed": translate("comparing", "confirmed"),
        "unconfirmed": translate("comparing", "unconfirmed"),
        "alleged": translate("comparing", "alleged"),
        "denied": translate("comparing", "denied"),
        "expected": translate("comparing", "expected"),
    }.get(hedge, "")


def voice_words(claim: Claim, speakers: Speakers, *, whole: bool = True) -> str:
    """On whose word a claim rests, and through whom if `whole`; nothing for the source itself."""
    names = [voice.name for voice in reversed(speakers.chain(claim))]
    if not names:
        return translate("comparing", "others, not named") if claim.hedge == "reported" else ""
    words = names[0]
    for through in names[1:] if whole else ():
        words = translate("comparing", "{voice}, through {other}").format(
            voice=words, other=through
        )
    return words


def source_words(claim: Claim, speakers: Speakers, *, whole: bool = True) -> str:
    """How sure a claim is and on whose word, as "alleged · Interior Ministry"."""
    voice = voice_words(claim, speakers, whole=whole)
    return " · ".join(w for w in (hedge_words(claim.hedge), voice) if w)


def silence_of(kind: Silence, aspect: Aspect) -> str:
    """Why a source has nothing on an aspect, in a few words."""
    if kind is Silence.NO_FIGURE and aspect.type != "number":
        return translate("comparing", "speaks of it, does not say this")
    return silence_name(kind)


def relation_name(relation: ClaimRelation | None) -> str:
    """How two claims relate, in a word or two."""
    return {
        ClaimRelation.AGREE: translate("comparing", "agree"),
        ClaimRelation.UPDATE: translate("comparing", "update"),
        ClaimRelation.SCOPE: translate("comparing", "other scope"),
        ClaimRelation.ROUNDING: translate("comparing", "rounding"),
        ClaimRelation.CONFLICT: translate("comparing", "conflict"),
        None: translate("comparing", "not judged"),
    }[relation]


def relation_count(relation: ClaimRelation | None, count: int) -> str:
    """So many pairs that relate so, as "3 conflicts"."""
    return {
        ClaimRelation.AGREE: translate("comparing", "%n pair(s) agree", None, count),
        ClaimRelation.UPDATE: translate("comparing", "%n update(s)", None, count),
        ClaimRelation.SCOPE: translate("comparing", "%n pair(s) of other scope", None, count),
        ClaimRelation.ROUNDING: translate("comparing", "%n rounding(s)", None, count),
        ClaimRelation.CONFLICT: translate("comparing", "%n conflict(s)", None, count),
        None: translate("comparing", "%n pair(s) not judged", None, count),
    }[relation]


def short_time(edtf: str, day: date | None) -> str:
    """A time for a narrow label: the clock alone on the day given, else the day with its month."""
    if is_clock(edtf, day):
        return display_when(edtf, short=True, reference_day=day)
    return display_when(edtf, short=True, now_year=day.year if day else None)


def is_clock(edtf: str, day: date | None) -> bool:
    """Whether a time is one moment of a day."""
    return day is not None and edtf.startswith(f"{day.isoformat()}T") and "/" not in edtf


def known_by_words(time: str) -> str:
    """That only what was published by a time counts; nothing where everything does."""
    words = translate("comparing", "As published by {time}; what came later is in grey")
    return words.format(time=time) if time else ""
