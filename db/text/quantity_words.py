"""The word lists of quantities, made ready to be looked up among tokens."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from db.text.phrases import Phrases
from db.text.word_lists import SHIPPED, WordLists, word_list


@dataclass(frozen=True, slots=True)
class QuantityWords:
    """Phrases around numbers in one language, by what they mean; see the files themselves."""

    vague: Phrases
    exact: Phrases
    zero: frozenset[str]
    zero_nouns: Phrases
    uncounted: frozenset[str]
    before: Phrases
    after: Phrases
    ablative: Phrases
    dative: Phrases
    cases: dict[str, tuple[str, ...]]
    units: Phrases
    unit_stops: frozenset[str]
    continuous: frozenset[str]
    currency: Phrases
    negative: frozenset[str]
    measures: frozenset[str]
    zero_after: Phrases
    reached: Phrases
    range_words: frozenset[str]
    range_phrases: Phrases
    range_from: Phrases
    range_and: frozenset[str]
    between: Phrases
    change: Phrases
    never_change: frozenset[str]
    compounds: dict[str, tuple[str, ...]]
    with_unit: dict[str, tuple[float, str]]
    only_before: dict[str, tuple[str, ...]]
    not_before: dict[str, tuple[str, ...]]
    ones: frozenset[str]
    one_not_before: frozenset[str]
    one_not_after: frozenset[str]
    one_counts_after: frozenset[str]
    one_counts: Phrases
    one_counts_things: Phrases
    one_measures: frozenset[str]
    not_numbers: frozenset[str]
    fractions: Phrases
    fraction_between: Phrases
    ordinal_endings: frozenset[str]
    labels_before: Phrases
    labels_capital: Phrases
    labels_after: Phrases
    titles: Phrases
    place_words: frozenset[str]
    measured_nouns: frozenset[str]
    adverbs: frozenset[str]
    limits_before: Phrases
    limits_after: Phrases
    idioms: Phrases
    denied_before: Phrases
    denied_not_after: Phrases
    denied_after: Phrases
    denied_after_events: Phrases
    denied_events: Phrases
    # Whether a quantity may begin with a word, found once for each word met.
    known: dict[str, bool] = field(default_factory=dict, compare=False)
    # The same of turns in which a number counts nothing.
    known_idioms: dict[str, bool] = field(default_factory=dict, compare=False)


@lru_cache(maxsize=8)
def quantity_words(language: str, lists: WordLists = SHIPPED) -> QuantityWords:
    """Return the lists of a language; English ones for a language without any."""
    words = lists.table(language, "quantities")
    joined, one, fractions = words["joined"], words["one"], words["fractions"]
    return QuantityWords(
        vague=_named(lists.table(language, "vague")),
        exact=Phrases(_by_value(words["exact"])),
        zero=frozenset(words["zero"]["words"]),
        uncounted=frozenset(words["zero"].get("uncounted", [])),
        zero_nouns=_listed(words["zero"]["nouns"]),
        before=Phrases(_with_joints(words["before"], words.get("joints"))),
        after=Phrases(words["after"]),
        ablative=Phrases(words.get("ablative", {})),
        dative=Phrases(words.get("dative", {})),
        cases={case: tuple(endings) for case, endings in words.get("cases", {}).items()},
        units=Phrases({**words["continuous"], **words["counted"]}),
        unit_stops=frozenset(words["unit_stops"]["words"]),
        continuous=frozenset(words["continuous"]),
        currency=Phrases(_by_value(words["currency"])),
        negative=frozenset(words["negative"]["words"]),
        measures=frozenset(words["negative"].get("measures", [])),
        zero_after=_listed(words["zero"].get("after", [])),
        reached=_listed(joined.get("reached", [])),
        range_words=frozenset(joined["range"]),
        range_phrases=_listed(joined.get("range_phrases", [])),
        range_from=_listed(joined["range_from"]),
        range_and=frozenset(joined["range_and"]),
        between=_listed(words.get("between", {}).get("words", [])),
        change=_listed(joined["change"]),
        never_change=frozenset(joined.get("never_change", [])),
        compounds={unit: tuple(stems) for unit, stems in words.get("compounds", {}).items()},
        with_unit={w: (value, unit) for w, (value, unit) in words.get("with_unit", {}).items()},
        only_before={w: tuple(e) for w, e in words.get("only_before", {}).items()},
        not_before={w: tuple(e) for w, e in words.get("not_before", {}).items()},
        **_ones(one),
        not_numbers=frozenset(words["not_numbers"]["words"]),
        fractions=_listed(fractions["ordinals"]),
        fraction_between=_listed(fractions["between"]),
        ordinal_endings=frozenset(words["ordinals"]["suffixes"]),
        **_labels(words["labels"]),
        adverbs=frozenset(words.get("adverbs", {}).get("words", [])),
        **_limits(words.get("limits", {})),
        idioms=_listed(words.get("idioms", {}).get("words", [])),
        **_denials(words.get("denied", {})),
    )


def _denials(denied: dict[str, Any]) -> dict[str, Any]:
    """Return the lists that tell figures which are said not to be; "not" precedes each verb."""
    before = denied.get("before", [])
    verbs = [f"{word} {verb}" for word in before for verb in denied.get("verbs", [])]
    return {
        "denied_before": _listed([*before, *verbs]),
        "denied_not_after": _listed(denied.get("not_after", [])),
        "denied_after": _listed(denied.get("after", [])),
        "denied_after_events": _listed(denied.get("after_events", [])),
        "denied_events": _listed(denied.get("events", [])),
    }


def _limits(limits: dict[str, Any]) -> dict[str, Any]:
    """Return the lists that tell what has no room for more; "not" precedes each verb."""
    verbs = [f"{word} {verb}" for word in limits.get("not", []) for verb in limits.get("verbs", [])]
    return {"limits_before": _listed(verbs), "limits_after": _listed(limits.get("after", []))}


def _ones(one: dict[str, Any]) -> dict[str, Any]:
    """Return the lists that tell the number one from the pronoun and the article."""
    return {
        "ones": frozenset(one["words"]),
        "one_not_before": frozenset(one["not_before"]),
        "one_not_after": frozenset(one["not_after"]),
        "one_counts_after": frozenset(one.get("counts_after", [])),
        "one_counts": _listed(one.get("counts", [])),
        "one_counts_things": _listed(one.get("counts_things", [])),
        "one_measures": frozenset(one.get("measures", [])),
    }


def _labels(labels: dict[str, Any]) -> dict[str, Any]:
    """Return the lists of what has a number for its name."""
    return {
        "labels_before": _listed(labels["before"]),
        "labels_capital": _listed(labels.get("before_capital", [])),
        "labels_after": _listed(labels["after"]),
        "titles": _listed(labels.get("titles", [])),
        "place_words": frozenset(labels.get("places", [])),
        "measured_nouns": frozenset(labels.get("not_after", [])),
    }


def _with_joints(
    listed: dict[str, list[str]], joints: dict[str, Any] | None
) -> dict[str, list[str]]:
    """Add to each phrase that ends with a certain word those with a preposition after it."""
    if not joints:
        return listed
    return {
        name: [
            *phrases,
            *(
                f"{phrase} {word}"
                for phrase in phrases
                if phrase.endswith(tuple(joints["after"]))
                for word in joints["words"]
            ),
        ]
        for name, phrases in listed.items()
    }


def _listed(phrases: Iterable[str]) -> Phrases:
    return Phrases({"": phrases})


def _named(phrases: Iterable[str]) -> Phrases:
    return Phrases({phrase: [phrase] for phrase in phrases})


def _by_value(valued: dict[str, object]) -> dict[str, list[str]]:
    """Return the phrases of each value, under the value as text."""
    by_value: dict[str, list[str]] = {}
    for phrase, value in valued.items():
        by_value.setdefault(str(value), []).append(phrase)
    return by_value


def vague_range(word: str, language: str = "en") -> tuple[float, float] | None:
    """Return the range a vague word stands for in comparisons, None for a word not listed."""
    listed = word_list(language, "vague").get(word.strip().lower())
    return (listed[0], listed[1]) if listed else None
