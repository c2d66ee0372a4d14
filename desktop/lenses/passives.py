"""Passive and agentless verbs, as far as lists and word order show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from db.text.phrases import Phrases
from db.text.tokens import Token

MOST_BETWEEN: Final = 2
SHORTEST: Final = 4
"""A shorter word is no participle, whatever it ends in."""


class Turn(NamedTuple):
    """Tokens first..last, and which kind of turn they are."""

    first: int
    last: int
    kind: str


class PassiveFinder:
    """Finds them in the tokens of a text; the lists are those of `passives.toml`."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._auxiliaries = frozenset(lists.get("auxiliaries", ()))
        self._between = frozenset(lists.get("between", ()))
        self._between_endings = tuple(lists.get("between_endings", ()))
        self._endings = tuple(lists.get("endings", ()))
        self._alone_endings = tuple(lists.get("alone_endings", ()))
        self._not = frozenset(lists.get("not_participles", ()))
        self._agents = frozenset(lists.get("agents", ()))
        self._participles = Phrases({"passive": lists.get("participles", ())})
        self._alone = Phrases({"passive": lists.get("alone", ())})
        self._agentless = Phrases({"agentless": lists.get("agentless", ())})

    def find(self, tokens: Sequence[Token]) -> Iterator[Turn]:
        """The turns in a text, none within another."""
        index = 0
        while index < len(tokens):
            found = self._agentless_at(tokens, index) or self._passive_at(tokens, index)
            if found:
                yield found
            index = found.last if found else index + 1

    def _agentless_at(self, tokens: Sequence[Token], index: int) -> Turn | None:
        found = self._agentless.at(tokens, index)
        return Turn(index, index + found[0], "agentless") if found else None

    def _passive_at(self, tokens: Sequence[Token], index: int) -> Turn | None:
        last = self._after_auxiliary(tokens, index) or self._standing_alone(tokens, index)
        if not last:
            return None
        named = last < len(tokens) and tokens[last].plain in self._agents
        return Turn(index, last, "passive-agent" if named else "passive")

    def _after_auxiliary(self, tokens: Sequence[Token], index: int) -> int:
        """Where a passive ends that an auxiliary begins, 0 where there is none."""
        if tokens[index].plain not in self._auxiliaries:
            return 0
        at = index + 1
        while at < len(tokens) and at <= index + MOST_BETWEEN + 1:
            last = self._participle(tokens, at)
            if last:
                return last
            if not self._is_between(tokens[at].plain):
                return 0
            at += 1
        return 0

    def _is_between(self, word: str) -> bool:
        endings = self._between_endings
        return word in self._between or bool(endings and word.endswith(endings))

    def _participle(self, tokens: Sequence[Token], at: int) -> int:
        listed = self._participles.at(tokens, at) or self._alone.at(tokens, at)
        if listed:
            return at + listed[0]
        return at + 1 if self._ends_in(tokens[at], self._endings) else 0

    def _standing_alone(self, tokens: Sequence[Token], index: int) -> int:
        listed = self._alone.at(tokens, index)
        if listed:
            return index + listed[0]
        return index + 1 if self._ends_in(tokens[index], self._alone_endings) else 0

    def _ends_in(self, token: Token, endings: tuple[str, ...]) -> bool:
        word = token.plain
        if not endings or not token.is_word or len(word) < SHORTEST or word in self._not:
            return False
        return word.endswith(endings)
