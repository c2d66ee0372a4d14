"""Invented running text in Russian, Kazakh and English, the same for the same seed.

The spread is that of real text: few words that are everywhere, many that are rare (Zipf and
Mandelbrot's 1 / (rank + 2.7)), short ones first, about seven characters a word with its space.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

FREQUENT = {
    "ru": (
        "и в не на что с по как это из у за от к о для но же бы до при его а то их все так было "
        "мы он ещё только или уже были город рабочие площадь Жанаозен полиция нефтяники власти "
        "забастовка люди день после сказал около телефон больница раненые суд зарплата"
    ),
    "kk": (
        "және мен бұл да де үшін бір ол деп болды туралы сол осы бар жоқ кейін дейін қала алаң "
        "жұмысшы мұнай Жаңаөзен полиция халық талап ереуіл аурухана күн түн адам өз еді көп жыл "
        "жалақы сот куә хабар үкімет әкім өңір"
    ),
    "en": (
        "the of and to in a that was for on with as it at by from were had they but not which "
        "be he their said workers police strike square oil Zhanaozen people town after company "
        "on December who more one hospital phone résumé court wage about"
    ),
}
SYLLABLES = {
    "ru": "ба ве го ди жа зо ки лу ма ни по ра се ту фо ха ци че ша щё ость ный ка ение ств про",
    "kk": "ба қа ғы ні ңа өз ұр үш ам кі лы ма не ой па ра са тұ шы жі дар мен тың лық ды рғ",
    "en": "ba ker di fo gal hin jo li man ner op ra se ti un ver wa yo ing ed tion est ment th",
}
MARKS = (",", ",", ",", ";", " —", ":", ".", ".", ".", "», «")
SHARES = {"ru": 0.6, "kk": 0.25, "en": 0.15}
VOCABULARY = 60_000
STREAM = 600_000
PASSAGE_WORDS = 68


class Words:
    """A source of passages in three languages."""

    def __init__(self, seed: int = 20111216) -> None:
        self.random = random.Random(seed)
        self._streams = {language: self._stream(language) for language in FREQUENT}

    def _vocabulary(self, language: str) -> list[str]:
        """Frequent words first, then invented ones that grow longer as they grow rarer."""
        syllables = SYLLABLES[language].split()
        known = dict.fromkeys(FREQUENT[language].split())
        while len(known) < VOCABULARY:
            length = 2 + (len(known) > 1_500) + (len(known) > 20_000)
            known["".join(self.random.choices(syllables, k=length))] = None
            if self.random.random() < 0.02:
                known["".join(self.random.choices(syllables, k=3)).capitalize()] = None
        return list(known)

    def _stream(self, language: str) -> list[str]:
        words = self._vocabulary(language)
        weights = list(accumulate(1 / (rank + 2.7) for rank in range(1, len(words) + 1)))
        stream = self.random.choices(words, cum_weights=weights, k=STREAM)
        for at in range(11, STREAM, 11):
            stream[at] += self.random.choice(MARKS)
        return stream

    def language(self) -> str:
        """One of the three languages, by their shares."""
        return self.random.choices(list(SHARES), list(SHARES.values()))[0]

    def passage(self, language: str, words: int = PASSAGE_WORDS) -> str:
        """Running text of that many words, with a number at the end that is rare."""
        at = self.random.randrange(STREAM - words)
        run = self._streams[language][at : at + words]
        return f"{' '.join(run)} {self.random.randrange(10**6)}."

    def passages(self, language: str, count: int) -> Iterator[str]:
        """That many passages of uneven length."""
        for _ in range(count):
            yield self.passage(language, self.random.randrange(20, 2 * PASSAGE_WORDS - 20))
