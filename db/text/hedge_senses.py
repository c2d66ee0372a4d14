"""Words of a hedge that mean something else where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from db.text.kazakh_names import is_published
from db.text.speech_verbs import VerbReader
from db.text.tokens import Token

# A noun of saying passes something on only with what was said: "her claim that …".
_CONTENT: Final = frozenset(["that", "of", "by"])
_NOUNS: Final = frozenset(["claim", "claims", "blame", "suspect", "suspects"])
# "was asked to confirm it": nobody has done so.  But "went on to deny it", "had to admit it".
_ARTICLES: Final = frozenset(["the", "a", "an", "this", "these", "its", "of", "over", "their"])
_PLAIN: Final = frozenset(
    ["say", "tell", "confirm", "verify", "deny", "report", "announce", "declare", "explain",
     "describe", "testify", "inform", "claim", "allege", "accuse", "blame", "warn", "reveal",
     "disclose", "corroborate", "admit", "acknowledge", "disown", "refute", "rebut", "cite",
     "quote", "state", "speak", "talk", "prove"]
)  # fmt: skip
_NOT_DONE: Final = frozenset(
    ["to", "will", "would", "shall", "should", "must", "may", "might", "cannot", "please", "let",
     "not"]
)  # fmt: skip
_DONE: Final = frozenset(
    ["on", "continue", "continues", "continued", "continuing", "had", "has", "have", "forced",
     "compelled", "obliged", "rushed", "hastened", "quick", "first", "used", "came", "only",
     "seemed", "seems", "appeared", "appears", "began", "begun", "started", "last"]
)  # fmt: skip


def means_other(tokens: Sequence[Token], first: int, last: int, verbs: VerbReader) -> bool:
    """Tell whether the words first..last of a hedge say nothing of how sure the text is."""
    if not tokens[first].plain.isascii():
        if tokens[first].plain == "согласно" and last == first + 1 and verbs.is_measure(last):
            return True
        published = is_published(tokens, last - 1)
        return published or verbs.is_no_saying(first, last)
    word = tokens[first].plain
    before = tokens[first - 1].plain if first else ""
    if word in _PLAIN and before in _NOT_DONE:
        return not (before == "to" and first > 1 and tokens[first - 2].plain in _DONE)
    if word == "according" and verbs.is_measure(last):
        return True
    if word == "dismissed" and verbs.is_office(last):
        return True
    if verbs.is_no_saying(first, last) or (word == "disputed" and before in _ARTICLES):
        return True
    if word == "accused" and _are_people(tokens, first):
        return True
    after = tokens[last].plain if last < len(tokens) else ""
    return word in _NOUNS and after not in _CONTENT and verbs.is_noun(first, last)


def _are_people(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the accused are people: "the three accused were acquitted"."""
    before = tokens[max(0, index - 2) : index]
    follows = tokens[index + 1].plain if index + 1 < len(tokens) else ""
    counted = bool(before) and (before[-1].is_figure or before[-1].plain in _COUNTED)
    return (counted or (bool(before) and before[-1].plain == "the")) and follows not in ("of", "by")


_COUNTED: Final = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "several", "both", "all", "other", "main", "young"]
)  # fmt: skip
_REJECTED: Final = frozenset(
    ["rejected", "dismissed", "disputed", "contradicted", "refuted", "rebutted", "false", "untrue",
     "unfounded", "wrong", "fabricated"]
)  # fmt: skip
_PASSIVE: Final = frozenset(["is", "are", "was", "were", "been", "being"])
_SAYINGS: Final = frozenset(
    ["claim", "claims", "report", "reports", "allegation", "allegations", "accusation",
     "accusations", "rumour", "rumours", "rumor", "rumors", "suggestion", "suggestions", "figure",
     "figures", "account", "accounts", "version", "toll", "number", "numbers", "statement",
     "statements", "assertion", "assertions", "story", "charge", "charges", "information"]
)  # fmt: skip
_REACH: Final = 12


def passive_denials(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the words of "the claim that … was rejected": a bill or a worker may be so too."""
    for index in range(2, len(tokens)):
        if tokens[index].plain not in _REJECTED:
            continue
        before = [token.plain for token in tokens[max(0, index - _REACH) : index]]
        if _PASSIVE.isdisjoint(before[-2:]) or _SAYINGS.isdisjoint(before):
            continue
        yield index - 1, index + 1
