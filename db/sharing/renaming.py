"""Putting pseudonyms into texts, keys and JSON, and where every place of a text then is."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from db.corpus.facet import key_from
from db.sharing.finding import Hit, joined
from db.sharing.persons import Persons
from db.sharing.vocabulary import Kind

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Shift:
    """How places move where words were replaced: for each, its old start and end, and its length.

    A place inside replaced words moves to their start or end, so that it still lies on a name.
    """

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    grown: list[int] = field(default_factory=list)

    def start(self, offset: int) -> int:
        """Where words that began at an offset begin now."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset
        if offset < self.ends[at]:
            return self.starts[at] + self._before(at)
        return offset + self.grown[at]

    def end(self, offset: int) -> int:
        """Where words that ended at an offset end now."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0 or offset == self.starts[at]:
            return offset + (self._before(at) if at >= 0 else 0)
        return max(offset, self.ends[at]) + self.grown[at]

    def _before(self, at: int) -> int:
        return self.grown[at - 1] if at else 0

    @property
    def changed(self) -> bool:
        """Whether anything was replaced."""
        return bool(self.starts)


class Renamer:
    """Replaces the chosen persons by their pseudonyms."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons
        self._names = [person.pseudonym for person in persons.listed]
        self.keys: dict[str, str] = {}
        """Old keys with their new ones, as far as they differ."""

    def text(self, words: str) -> str:
        """Words with pseudonyms."""
        return self.shifted(words, ())[0] if words else words

    def shifted(self, words: str, passages: Spans) -> tuple[str, Shift]:
        """Words with pseudonyms, and how places in them have moved.

        A name that runs over the end of a passage becomes two, so that no passage loses its words.
        """
        hits = joined(self._persons.finder.find(words, self._persons.accepts), words)
        shift = Shift()
        made: list[str] = []
        at = grown = 0
        for start, end, hit in _pieces(hits, passages, words):
            pseudonym = self._name(hit)
            made += [words[at:start], pseudonym]
            grown += len(pseudonym) - (end - start)
            shift.starts.append(start)
            shift.ends.append(end)
            shift.grown.append(grown)
            at = end
        return "".join([*made, words[at:]]), shift

    def _name(self, hit: Hit) -> str:
        """The pseudonym, or those of everybody it may be."""
        return " or ".join(self._names[person] for person in hit.persons)

    def json(self, words: str) -> str:
        """JSON with pseudonyms in every string of it; what is no JSON is treated as words."""
        try:
            value = json.loads(words)
        except (ValueError, RecursionError):
            return self.text(words)
        return json.dumps(self._value(value), ensure_ascii=False)

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.keys.get(value) or self.text(value)
        if isinstance(value, list):
            return [self._value(each) for each in value]
        if isinstance(value, dict):
            return {self._value(name): self._value(each) for name, each in value.items()}
        return value

    def key(self, key: str, taken: Mapping[str, object] | set[str]) -> str:
        """A key without the names in it; one that would be taken gets a number."""
        written = "".join(
            char.upper() if len(char.upper()) == 1 and not key[at - 1 : at].isalnum() else char
            for at, char in enumerate(key)
        )
        hits = [h for h in self._persons.finder.find(written) if h.kind <= Kind.PART]
        made, at = [], 0
        for hit in joined(hits, written):
            made += [key[at : hit.start], self._name(hit)]
            at = hit.end
        if not hits:
            return key
        return key_from("".join([*made, key[at:]]), taken.__contains__)

    def pseudonym_key(self, pseudonym: str, taken: set[str]) -> str:
        """The key of a person under a pseudonym."""
        return key_from(pseudonym, taken.__contains__)


def _pieces(hits: Sequence[Hit], passages: Spans, words: str) -> list[tuple[int, int, Hit]]:
    """Hits cut where a passage begins or ends inside them, the white space between left out."""
    edges = sorted({edge for span in passages for edge in span})
    found = []
    for hit in hits:
        inner = edges[bisect_right(edges, hit.start) : bisect_right(edges, hit.end - 1)]
        cuts = [hit.start, *inner, hit.end]
        for start, end in pairwise(cuts):
            if words[start:end].strip():
                found.append((start, end, hit))
    return found
