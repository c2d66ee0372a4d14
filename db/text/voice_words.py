"""The word lists of voices, made ready to be looked up among tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from db.text.phrases import Phrases
from db.text.word_lists import SHIPPED, WordLists


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """Phrases and words of one language by their part in naming a speaker; see the files."""

    before_speaker: Phrases
    after_speaker: Phrases
    passed_on: Phrases
    verbs: Phrases
    verbs_that: Phrases
    quoting: Phrases
    inverted: Phrases
    not_inverted: Phrases
    by_verbs: Phrases
    generic: Phrases
    carriers: Phrases
    hearers: Phrases
    nouns: Phrases
    acts: Phrases
    helpers: frozenset[str]
    passive: frozenset[str]
    by: frozenset[str]
    boundaries: frozenset[str]
    articles: frozenset[str]
    links: frozenset[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    pronouns: frozenset[str]
    relatives: frozenset[str]
    titles: frozenset[str]
    endings: frozenset[str]
    not_hearers: frozenset[str]
    in_institution: frozenset[str]
    statements: frozenset[str]
    statement_verbs: frozenset[str]
    recipients: frozenset[str]
    nouns_or_verbs: frozenset[str]
    documents: frozenset[str]
    occasions: frozenset[str]
    owned_after: frozenset[str]
    owned_before: frozenset[str]
    measures: frozenset[str]
    prizes: frozenset[str]
    # Whether a verb, or anything else that names a speaker, may begin with a word met before.
    known_verbs: dict[str, bool] = field(default_factory=dict, compare=False)
    known_cues: dict[str, bool] = field(default_factory=dict, compare=False)


_MOST_KNOWN: Final = 20_000


def remember(known: dict[str, bool], word: str, may: bool) -> bool:
    """Keep what was found out of a word, for a bounded number of words."""
    if len(known) > _MOST_KNOWN:
        known.clear()
    known[word] = may
    return may


_PHRASES = (
    "before_speaker", "after_speaker", "passed_on", "verbs", "verbs_that", "quoting", "inverted",
    "not_inverted", "by_verbs", "generic", "carriers", "hearers", "nouns", "acts",
)  # fmt: skip
_WORDS = (
    "helpers", "passive", "by", "boundaries", "articles", "links", "prepositions", "openers",
    "pronouns", "relatives", "titles", "endings", "not_hearers", "in_institution",
    "statements", "statement_verbs", "recipients", "nouns_or_verbs",
    "documents", "occasions", "owned_after", "owned_before", "measures", "prizes",
)  # fmt: skip


@lru_cache(maxsize=8)
def voice_words(language: str, lists: WordLists = SHIPPED) -> VoiceWords:
    """Return the lists of a language; a list it has not is empty."""
    table = lists.table(language, "voices")
    phrases = {name: Phrases({"": table.get(name, [])}) for name in _PHRASES}
    words = {name: frozenset[str](table.get(name, [])) for name in _WORDS}
    return VoiceWords(**phrases, **words)  # type: ignore[arg-type]
