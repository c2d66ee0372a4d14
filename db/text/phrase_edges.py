"""Where a noun phrase of English or Russian begins and ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from db.text.speech_verbs import SpeechVerb
from db.text.tokens import Token
from db.text.voice_words import VoiceWords

Range = tuple[int, int]

LONGEST: Final = 12
STOPS: Final = frozenset(".,;:!?…()[]-")
BY_MEANS: Final = frozenset(
    ["телефону", "почте", "радио", "видеосвязи", "скайпу", "поводу", "словам"]
)
_TITLED: Final = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "st", "gen", "col", "capt", "lt", "sgt", "gov", "sen", "rep",
     "rev", "fr", "maj", "hon"]
)  # fmt: skip
_DOMAINS: Final = frozenset(["kz", "ru", "com", "org", "net", "info", "uk", "ua", "ge"])
_SHORT_ING: Final = 5
_SAYING: Final = frozenset(["saying", "adding", "claiming", "arguing", "insisting", "noting"])
_OFFICES: Final = frozenset(
    ["boss", "president", "vice", "chief", "head", "secretary", "director", "chairman", "leader"]
)
_REGIONS: Final = frozenset(["области", "краю", "району", "округу", "республике"])
SOME_OF: Final = frozenset(
    ["один", "одна", "одного", "одной", "двое", "трое", "некоторые", "многие", "часть",
     "большинство"]
)  # fmt: skip
_CONJUNCTIONS: Final = frozenset(
    ["that", "what", "but", "because", "while", "if", "though", "although", "whereas", "did",
     "does", "что", "но", "а", "чтобы", "если", "когда"]
)  # fmt: skip


class PhraseEdges:
    """Looks for the edges of noun phrases among the tokens of one sentence."""

    def __init__(
        self,
        text: str,
        words: VoiceWords,
        tokens: Sequence[Token],
        verbs: Mapping[int, SpeechVerb],
    ) -> None:
        self._text = text
        self._words = words
        self._tokens = tokens
        self._verbs = verbs
        self._in_verbs = {at for verb in verbs.values() for at in range(verb.first, verb.last)}

    def word(self, index: int) -> str:
        """Return the plain form of a token, "" outside the sentence."""
        return self._tokens[index].plain if 0 <= index < len(self._tokens) else ""

    def phrase_end(self, index: int) -> int:
        """Return the index after the noun phrase that begins at a token."""
        last, content, quoted = index, False, False
        while last < min(index + LONGEST, len(self._tokens)) and (
            quoted or not self._ends(last, content)
        ):
            quoted = quoted != (self.word(last) == '"')
            content = content or self.word(last) not in self._words.articles
            last += 1
        return last

    def _ends(self, at: int, content: bool) -> bool:
        """Tell whether a noun phrase ends before a token."""
        token = self._tokens[at]
        if token.plain in STOPS:
            return not self.joins(at)
        aged = token.is_figure and not content and self.word(at + 1) == "-"
        # "министр по делам", "комитет по правам человека"
        office = token.plain == "по" and bool(self._words.nouns.at(self._tokens, at - 1))
        # «ГУ МЧС по Ростовской области»
        office = office or (token.plain == "по" and self.word(at + 2) in _REGIONS)
        office = office and self.word(at + 1) not in BY_MEANS
        # "Kazakhstan Today" is a name, though "today" is not.
        capital = content and self._text[token.start].isupper()
        # "источник в МВД": where a source is says which it is.
        placed = token.plain in ("в", "во") and self.word(at - 1).startswith("источник")
        close = (self.word(at - 1), token.plain) in (("close", "to"), ("familiar", "with"))
        placed = placed or (close and content)
        home = token.plain == "из" and content and self._is_capital(at + 1)
        # "один из задержанных"
        of_them = token.plain == "из" and self.word(at - 1) in SOME_OF
        placed = placed or home or of_them
        # «и.о. министра»
        initial = self.word(at - 1) == "." and token.start == self._tokens[at - 1].end
        office = office or initial
        bounded = token.plain in self._words.boundaries and not (office or capital or placed)
        bounded = bounded or (token.plain in self._words.boundaries and not content)
        if (token.is_figure and not aged and not self._is_numbered(at, content)) or bounded:
            return True
        if at in self._verbs and token.plain not in self._words.nouns_or_verbs:
            return True
        if content and token.plain == "in" and self.word(at + 2) in self._words.documents:
            # "wrote Father Ambrose in a letter"
            return True
        if content and self._words.passed_on.at(self._tokens, at):
            return True
        if token.plain == "of" and self._is_doing(at + 1):
            # "accused by residents of burning boats"
            return True
        if token.plain == '"':
            return not self.closes(at)
        determiner = content and token.plain in self._words.articles
        near = self.word(at - 2) in ("close", "familiar")
        return determiner and not near and self.word(at - 1) not in self._words.links

    def _is_numbered(self, at: int, content: bool) -> bool:
        """Tell whether a figure is inside a title: "UAW Local 402 boss Charlie Hayden"."""
        after = self.word(at + 1)
        named = content and self._is_capital(at - 1) and after.isalpha()
        return named and bool(self._words.nouns.at(self._tokens, at + 1) or after in _OFFICES)

    def _is_doing(self, index: int) -> bool:
        """Tell whether an English word in -ing tells what is done: "burning", no name."""
        word = self.word(index)
        return word.endswith("ing") and len(word) > _SHORT_ING and not self._is_capital(index)

    def joins(self, at: int) -> bool:
        """Tell whether a sign is inside a name: "A. Person", "пресс-служба", "K+"."""
        token = self._tokens[at]
        joined = at > 0 and token.start == self._tokens[at - 1].end
        domain = self.word(at + 1) in _DOMAINS and self._next_start(at) == token.end
        if token.plain == "." and joined and domain:
            return True
        if token.plain == ".":
            initial = len(self.word(at - 1)) == 1 and self._tokens[at - 1].is_word
            return joined and (initial or self.word(at - 1) in _TITLED)
        follows = at + 1 < len(self._tokens) and self._tokens[at + 1].start == token.end
        return token.plain == "-" and joined and follows

    def closes(self, at: int) -> bool:
        """Tell whether a quotation mark belongs to a name of a few words in quotation marks."""
        before = [n for n in range(max(0, at - 6), at) if self.word(n) == '"']
        after = [n for n in range(at + 1, min(at + 6, len(self._tokens))) if self.word(n) == '"']
        if self._tokens[at].end == self._next_start(at) and self.word(at + 1) not in STOPS:
            return bool(after)
        # A stop inside the marks shows that they quoted speech.
        return bool(before) and self.word(at - 1) not in STOPS

    def _next_start(self, at: int) -> int:
        return self._tokens[at + 1].start if at + 1 < len(self._tokens) else -1

    def _is_capital(self, index: int) -> bool:
        return index < len(self._tokens) and self._text[self._tokens[index].start].isupper()

    def _chunk_start(self, index: int) -> int:
        first = index
        while first > 0 and not self._stops_backward(first - 1):
            first -= 1
        return first

    def _stops_backward(self, at: int) -> bool:
        word = self.word(at)
        if at in self._in_verbs:
            return True
        if word in STOPS:
            return not self.joins(at)
        if word == '"':
            return not self.closes(at)
        return word in self._words.relatives or word in _CONJUNCTIONS or word in _SAYING

    def _nouns(self, first: int, last: int) -> list[int]:
        return [at for at in range(first, last) if self._words.nouns.at(self._tokens, at)]
