"""Names in marks and in capitals that hold a number: «Двенадцать стульев», «Россия 24»."""

from __future__ import annotations

from typing import Final

from db.text.number_words import Cardinal
from db.text.units import UnitReader

# The most tokens from one mark to the other of a title.
_TITLE: Final = 7
_PLACED: Final = frozenset(["г", "с", "пос", "обл", "қ"])


class TitleReader(UnitReader):
    """Tells titles and codes of places by marks and capitals."""

    def is_quoted_name(self, number: Cardinal) -> bool:
        """Tell whether it is in a name in quotation marks: «Двенадцать стульев», «Россия 24»."""
        if self._is_titled(number) or self._ends_title(number):
            return True
        if self.word(number.first - 1) != '"' or not self._is_capital(number.first):
            return False
        if self.unit_near(number.last) and not self._is_capital_at(number.last):
            return False
        rest = range(number.last, min(number.last + 4, len(self._tokens)))
        closing = next((at for at in rest if self.word(at) == '"'), None)
        if closing is not None and self.word(closing + 1) in (",", "-"):
            # What is said, not a name: «Двадцать убитых», — сказал он.
            return False
        return closing is not None and all(
            self._tokens[at].is_word for at in range(number.last, closing)
        )

    def _is_titled(self, number: Cardinal) -> bool:
        """Tell whether it is in marks beside what has a title: «фильм «17 мгновений»»."""
        marks = range(number.first - 1, max(-1, number.first - _TITLE), -1)
        opening = next((at for at in marks if self.word(at) == '"'), -1)
        closings = range(number.last, min(number.last + _TITLE, len(self._tokens)))
        closing = next((at for at in closings if self.word(at) == '"'), -1)
        if opening < 0 or closing < 0 or closing - opening > _TITLE:
            return False
        if self._words.cases:
            return bool(self._words.titles.at(self._tokens, closing + 1))
        return bool(self._words.titles.before(self._tokens, opening))

    def _ends_title(self, number: Cardinal) -> bool:
        """Tell whether it ends a name in marks of which each word has a capital: «Россия 24»."""
        first = number.first
        while first > 0 and self._is_capital(first - 1) and number.first - first < _TITLE:
            first -= 1
        marked = self.word(number.last) == '"' and self.word(first - 1) == '"'
        written = self._tokens[number.first].is_figure or self._is_capital(number.first)
        # «Ранены трое», — сказал он: what is said, not a name.
        said = self.word(number.last + 1) in (",", "-") or self.word(first - 2) == ":"
        return marked and first < number.first and written and not said

    def is_postal(self, number: Cardinal) -> bool:
        """Tell whether it is the code of a place: "Aktau 130000", "130000, Актау"."""
        code = self.word(number.first)
        if not (code.isdigit() and len(code) in (5, 6)) or self.unit_near(number.last):
            return False
        before, after = number.first - 1, number.last
        if self.word(after) == "," and self.word(after + 1) in _PLACED:
            return True
        ended = self.word(after) in (",", ".", "", ";")
        placed = before > 0 and self._is_capital_at(before)
        listed = self.word(before) == "," and self.word(after) == ","
        return ended and (placed or (listed and self._is_capital_at(after + 1)))

    def _is_title(self) -> bool:
        """Tell whether all longer words begin with capitals, as in a heading."""
        longer = [at for at, token in enumerate(self._tokens) if len(token.plain) > 2]
        return all(self._is_capital(at) for at in longer if self._tokens[at].is_word)

    def _is_capital_at(self, index: int) -> bool:
        return index < len(self._tokens) and self._is_capital(index)

    def _is_capital(self, index: int) -> bool:
        return self._tokens[index].is_word and self._text[self._tokens[index].start].isupper()
