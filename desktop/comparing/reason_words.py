"""Why two claims relate as they do, in the reader's language and with the reader's numbers."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from db.comparing.reasons import CLAIMS, Grounds, Reason
from db.records import Aspect, Claim
from desktop.comparing.wording import hedge_words, scope_words, value_words
from desktop.when import display_when

translate = QCoreApplication.translate


def reason_sentence(case: Reason, grounds: Grounds) -> str:
    """The sentence of one case of a rule about two claims."""
    return (_of_values(case) or _of_scopes(case)).format(**_names(grounds))


def _of_values(case: Reason) -> str:
    """The cases that compare what is said; empty for any other."""
    return {
        Reason.EQUAL: translate("reasons", "both say {first}."),
        Reason.OVERLAP: translate(
            "reasons", "{first} and {second} overlap, so that both can be right."
        ),
        Reason.MEET: translate(
            "reasons", "{first} and {second} part at one number that both name."
        ),
        Reason.VAGUE: translate("reasons", "{first} and {second} differ only by a vague word."),
        Reason.APART: translate("reasons", "{first} and {second} cannot both be right."),
        Reason.NARROWER: translate(
            "reasons", "one of {first} and {second} is a more general word for the other."
        ),
        Reason.OPPOSITE: translate("reasons", "one says {first}, the other {second}."),
        Reason.EXCLUDE: translate("reasons", "{first} and {second} rule each other out."),
        Reason.LEAVES_NO_ROOM: translate(
            "reasons",
            "who says {affirmed} leaves no room for what the other denies; it says {denied}.",
        ),
        Reason.DENIES_ELSE: translate(
            "reasons", "{denied} does not touch {affirmed}; a program cannot judge more."
        ),
        Reason.NOT_JUDGED: translate(
            "reasons", "{first} and {second} are words that a program cannot judge."
        ),
    }.get(case, "")


def _of_scopes(case: Reason) -> str:
    """The cases that ask when, of whom or what, and by whom something is said."""
    return {
        Reason.VOICE_LATER: translate(
            "reasons", "the same voice ({voice}) said {first} and later {second}."
        ),
        Reason.SOURCE_LATER: translate(
            "reasons", "the same source said {first} and later {second}."
        ),
        Reason.GREW: translate(
            "reasons",
            "the count was still rising: {first}, and later {second}; both can be right.",
        ),
        Reason.PART_EXCEEDS: translate(
            "reasons",
            "{part} ({part_scope}) is more than {whole} ({whole_scope}), of which it is a part.",
        ),
        Reason.OTHER_SCOPE: translate(
            "reasons", "{first} is said of “{first_scope}”, {second} of “{second_scope}”."
        ),
        Reason.PART_OF_SCOPE: translate(
            "reasons",
            "{part} is said of “{part_scope}” only, {whole} of “{whole_scope}”, of whom they are "
            "a part.",
        ),
        Reason.OTHER_MOMENT: translate(
            "reasons",
            "{first} and {second} are said of two moments; what changes with time can be both.",
        ),
        Reason.EXPECTED: translate(
            "reasons",
            "{expected} is expected and {found} is told; what is yet to come is another moment.",
        ),
        Reason.OTHER_UNIT: translate(
            "reasons", "{first} and {second} are counted in different units."
        ),
        Reason.PART_OF_EVENT: translate(
            "reasons",
            "{first} is said of “{first_event}”, {second} of “{second_event}”; one event is a "
            "part of the other.",
        ),
    }[case]


def _names(grounds: Grounds) -> dict[str, str]:
    """Words for every name in the sentences."""
    claims = {name: getattr(grounds, name) for name in CLAIMS}
    words = {name: told(claim, grounds.aspect) for name, claim in claims.items()}
    words["voice"] = grounds.voice or translate("reasons", "the source itself")
    for name in ("part", "whole", "first", "second"):
        words[f"{name}_scope"] = scope_words(claims[name].scope)
    if not grounds.same_event:
        for name in ("part", "whole"):
            words[f"{name}_scope"] = grounds.event_of(claims[name])
    words["first_event"], words["second_event"] = grounds.first_event, grounds.second_event
    return words


def changed_sentence(before: Claim, now: Claim, aspect: Aspect) -> str:
    """That a pair was judged before one of its claims was changed, and what that said then."""
    was, says = _in_full(before, aspect), _in_full(now, aspect)
    if was == says or before.aspect_id != now.aspect_id:
        words = translate("reasons", "Judged before the claim that says {now} was changed.")
    else:
        words = translate(
            "reasons", "Judged before a claim was changed: it said {before}, now {now}."
        )
    return words.format(before=was, now=says)


def _in_full(claim: Claim, aspect: Aspect) -> str:
    """What a claim says, of whom, how sure and as of when."""
    scope = scope_words(claim.scope) if claim.scope else ""
    beside = ", ".join(
        w for w in (scope, hedge_words(claim.hedge), display_when(claim.as_of.edtf)) if w
    )
    return f"{told(claim, aspect)} ({beside})" if beside else told(claim, aspect)


def told(claim: Claim, aspect: Aspect) -> str:
    """What a claim says, for a sentence about it: words of a text or a choice are quoted."""
    if aspect.type in ("number", "time"):
        return value_words(claim, aspect)
    quoted = translate("reasons", "“{words}”").format(
        words=value_words(replace(claim, polarity="affirm"), aspect)
    )
    if claim.polarity == "deny":
        return translate("comparing", "not: {words}").format(words=quoted)
    return quoted
