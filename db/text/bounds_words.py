"""The words around a number that make it a bound: "more than", "or so", "жуық"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from db.text.quantity_words import QuantityWords
from db.text.tokens import Token

_BOUNDS: Final = ("more", "least", "most", "fewer")
_MOST_WORDS: Final = 4
_REACH: Final = 4


@dataclass(frozen=True, slots=True)
class Modifier:
    """What stands around a number: the token range with it, its bound and its vague word."""

    first: int
    last: int
    bound: str = ""
    vague: str = ""


class ModifierReader:
    """Reads the modifiers of numbers among the tokens of one text."""

    def __init__(self, words: QuantityWords, tokens: Sequence[Token]) -> None:
        self._words = words
        self._tokens = tokens

    def read(
        self, first: int, last: int, unit_last: int, case: str, *, from_: bool, scale: bool
    ) -> Modifier:
        """Return what modifies the number at tokens first..last.

        ``unit_last`` is the index after its unit, ``case`` the Kazakh case of its ending;
        ``from_`` tells whether "from" before it makes it the least, and ``scale`` whether it is
        a scale word alone, as in "с десяток".
        """
        before = self._before(first, from_=from_, scale=scale)
        after = self._after(last, unit_last, case)
        bound = before.bound or after.bound
        return Modifier(
            first=min(before.first, first),
            last=max(after.last, unit_last),
            bound=self._limited(bound, before.first, max(after.last, unit_last)),
            vague=before.vague or after.vague,
        )

    def _limited(self, bound: str, first: int, last: int) -> str:
        """Return the bound where there is no room for more: "cannot hold more than 30".

        What denies it stands before the words or behind: «больше 30 сюда не поместится».
        """
        if bound != "more":
            return bound
        if self._words.limits_before.before(self._tokens, first):
            return "most"
        for at in range(last, min(last + _REACH, len(self._tokens))):
            if self._words.limits_after.at(self._tokens, at):
                return "most"
            if not self._tokens[at].is_word:
                break
        return bound

    def _before(self, first: int, *, from_: bool, scale: bool) -> Modifier:
        bound, vague, start, index = "", "", first, first
        for _ in range(_MOST_WORDS):
            found = self._words.before.before(self._tokens, index)
            if found is None:
                break
            length, name = found
            if (name == "from" and not from_) or (name == "about_scale" and not scale):
                break
            index -= length
            if name == "skip":
                continue
            start = index
            if name.startswith("about"):
                vague = vague or self._text(index, index + length)
            elif vague and length == 1 and name in ("more", "fewer"):
                # "spread over some four hectares" is a place, not more than four.
                break
            else:
                bound = bound or ("least" if name == "from" else name)
        return Modifier(start, first, bound, vague)

    def _after(self, last: int, unit_last: int, case: str) -> Modifier:
        if case == "approximate":
            return Modifier(last, last, vague=self._tokens[last - 1].plain)
        for index in range(last, unit_last + 1):
            found = self._kazakh(index, case if index == last else "")
            if found:
                return found
        for index in dict.fromkeys((last, unit_last)):
            if (
                self._word(index) == "+"
                and self._tokens[index].start == self._tokens[index - 1].end
            ):
                return Modifier(last, index + 1, "least")
            after = self._words.after.at(self._tokens, index + (self._word(index) == "-"))
            if after and self._ends_aside(index, after[0]):
                end = index + (self._word(index) == "-") + after[0]
                return self._named(last, end, after[1], self._text(end - after[0], end))
        return Modifier(last, last)

    def _ends_aside(self, index: int, length: int) -> bool:
        """Tell whether what begins with a comma ends with a sign: "200, not more", he said."""
        if self._word(index) != ",":
            return True
        end = index + length
        return end >= len(self._tokens) or not (
            self._tokens[end].is_word or self._tokens[end].is_figure
        )

    def _named(self, first: int, last: int, name: str, text: str) -> Modifier:
        if name == "about":
            return Modifier(first, last, vague=text)
        return Modifier(first, last, bound=name)

    def _kazakh(self, index: int, case: str) -> Modifier | None:
        """Read words that follow a case ending: "70-тен астам", "70 адамға жуық"."""
        for name, phrases in (("ablative", self._words.ablative), ("dative", self._words.dative)):
            endings = self._words.cases.get(name)
            if not endings:
                return None
            if case == name or (not case and self._word(index - 1).endswith(endings)):
                start, found = index, phrases.at(self._tokens, index)
                if not found and self._word(index) in self._words.adverbs:
                    start, found = index + 1, phrases.at(self._tokens, index + 1)
                if found:
                    end = start + found[0]
                    return self._named(index, end, found[1], self._text(index, end))
        return None

    def _word(self, index: int) -> str:
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def _text(self, first: int, last: int) -> str:
        return " ".join(token.plain for token in self._tokens[first:last])
