"""What each lens sees in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from db.records import Name
from db.text.language import detect_language
from db.text.phrases import Phrases
from db.text.quantities import find_quantities
from db.text.reading import dates_in
from db.text.sentences import sentences
from db.text.tokens import Token, plain, tokenize
from db.text.word_lists import WordLists
from desktop.lenses.lens import Lens, Seen
from desktop.lenses.name_finder import NameFinder
from desktop.lenses.passives import PassiveFinder
from desktop.recording.figure_words import figure_words

_ATTRIBUTING = ("before_speaker", "after_speaker", "passed_on", "verbs", "inverted", "carriers")


class Finder:
    """Looks at one paragraph at a time; made anew when lists or names have changed."""

    def __init__(self, lists: WordLists, names: Sequence[Name]) -> None:
        self._lists = lists
        self._names = list(names)
        self._name_finder = NameFinder(names)
        self._hedges = lru_cache(maxsize=8)(self._hedge_phrases)
        self._attributions = lru_cache(maxsize=8)(self._attribution_phrases)
        self._passives = lru_cache(maxsize=8)(self._passive_finder)
        self._look: dict[Lens, Callable[[str], Iterator[Seen]]] = {
            Lens.NAMES: self._see_names,
            Lens.NUMBERS: self._see_numbers,
            Lens.HEDGES: self._see_hedges,
            Lens.ATTRIBUTIONS: self._see_attributions,
            Lens.PASSIVES: self._see_passives,
        }

    def find(self, text: str, lens: Lens) -> list[Seen]:
        """What a lens sees in a paragraph, in order."""
        return list(self._look[lens](text))

    def _hedge_phrases(self, language: str) -> Phrases:
        return Phrases(self._lists.table(language, "hedges"))

    def _attribution_phrases(self, language: str) -> tuple[Phrases, frozenset[str]]:
        table = self._lists.table(language, "voices")
        listed = {name: table.get(name, []) for name in _ATTRIBUTING}
        return Phrases(listed), frozenset(table.get("passive", ()))

    def _passive_finder(self, language: str) -> PassiveFinder:
        return PassiveFinder(self._lists.table(language, "passives"))

    def _see_names(self, text: str) -> Iterator[Seen]:
        for found in self._name_finder.find(text):
            spellings = self._names[found.name].spellings
            yield Seen(found.start, found.end, Lens.NAMES, spellings[0].text)

    def _see_numbers(self, text: str) -> Iterator[Seen]:
        language = detect_language(text)
        for start, end in sentences(text):
            words = text[start:end]
            dates = [(date.start, date.end) for date in dates_in(words, language)]
            for each in find_quantities(words, language, dates, lists=self._lists):
                what = figure_words(each.min, each.max, each.vague, each.unit)
                yield Seen(start + each.start, start + each.end, Lens.NUMBERS, what)

    def _see_hedges(self, text: str) -> Iterator[Seen]:
        phrases = self._hedges(detect_language(text))
        tokens = tokenize(plain(text))
        for first, last, name in _runs(tokens, phrases):
            if name != "none":
                yield Seen(tokens[first].start, tokens[last - 1].end, Lens.HEDGES, name)

    def _see_attributions(self, text: str) -> Iterator[Seen]:
        phrases, passive = self._attributions(detect_language(text))
        tokens = tokenize(plain(text))
        for first, last, name in _runs(tokens, phrases):
            # "It was reported" passes nobody's words on by name; the hedges have it.
            if name == "verbs" and first and tokens[first - 1].plain in passive:
                continue
            start, end = tokens[first].start, tokens[last - 1].end
            yield Seen(start, end, Lens.ATTRIBUTIONS, "attribution")

    def _see_passives(self, text: str) -> Iterator[Seen]:
        tokens = tokenize(plain(text))
        for turn in self._passives(detect_language(text)).find(tokens):
            start, end = tokens[turn.first].start, tokens[turn.last - 1].end
            yield Seen(start, end, Lens.PASSIVES, turn.kind)


def _runs(tokens: Sequence[Token], phrases: Phrases) -> Iterator[tuple[int, int, str]]:
    """Where phrases stand, as first and last token and the list, none within another."""
    index = 0
    while index < len(tokens):
        found = phrases.at(tokens, index)
        if found:
            yield index, index + found[0], found[1]
        index += found[0] if found else 1
