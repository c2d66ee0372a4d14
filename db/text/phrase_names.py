"""Whether the words of a noun phrase name somebody, or a document that speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.text.phrase_edges import LONGEST, SOME_OF, PhraseEdges

Range = tuple[int, int]
_INFINITIVES: Final = ("ться", "тись", "ить", "ать", "еть", "уть")
_OWNERS: Final = frozenset(["его", "ее", "их", "наш", "нашей"])
_SPEAKING: Final = frozenset(
    ["report", "study", "survey", "poll", "investigation", "inquiry", "audit", "indictment",
     "statement", "document", "verdict", "record", "records", "census", "register", "log",
     "archive", "transcript"]
)  # fmt: skip
_FEW: Final = 3


class PhraseNames(PhraseEdges):
    """Tells speakers from pronouns, hearers and mere "reports"."""

    def _is_document(self, first: int, last: int) -> bool:
        return any(self.word(at) in self._words.documents for at in range(first, last))

    def _head(self, content: Sequence[str]) -> str:
        """Return the head of an English phrase: "sources" in "sources close to the inquiry"."""
        ends = self._words.prepositions | {"close", "familiar"}
        end = next((at for at, word in enumerate(content) if at and word in ends), len(content))
        return content[end - 1]

    def _is_document_named(self, first: int, last: int, head: str) -> bool:
        """Tell whether the head is a document and no part of a name: "The Evening Post"."""
        if head not in self._words.documents or self._is_the_report(first, last, head):
            return False
        qualified = last - first >= _FEW and self.word(first) in ("a", "an")
        if qualified and not self._words.generic.at(self._tokens, first + 1):
            # "A UN report", "an internal memo": it is said which.
            return head.endswith("s")
        places = [at for at in range(first + 1, last) if self.word(at) == head]
        return not any(self._is_capital(at) for at in places)

    def _is_measure(self, first: int, last: int, head: str) -> bool:
        """Tell whether the head is a plan or a rule: "tradition", no name such as "Jude Law"."""
        if head not in self._words.measures:
            return False
        return not any(
            self.word(at) == head and self._is_capital(at) for at in range(first, last) if at
        )

    def document(self, first: int) -> Range | None:
        """Return a certain document whose words are passed on: "citing a leaked memo"."""
        last = self.phrase_end(first)
        words = [self.word(at) for at in range(first, last)]
        certain = len(words) > 1 and words[0] in self._words.articles
        return (first, last) if certain and words[-1] in self._words.documents else None

    def named(self, first: int, last: int) -> Range | None:
        """Return the range when it names a speaker: no pronoun, no mere "reports"."""
        while first < last and self.word(last - 1) in self._words.links and last - first > 1:
            if self.word(last - 1) in ('"', "»"):
                break
            last -= 1
        words = [self.word(at) for at in range(first, last)]
        content = [word for word in words if word not in self._words.articles and word[0].isalpha()]
        # "по утверждению их жен" names somebody, "по их словам" does not.
        owned = len(content) > 1 and (
            content[0] in _OWNERS or (content[1] == "из" and content[0] in SOME_OF)
        )
        if not content or last - first > LONGEST:
            return None
        if (content[0] in self._words.pronouns and not owned) or _is_dative(content):
            return None
        if content[0].endswith(_INFINITIVES) and not self._words.nouns.at(self._tokens, first):
            # «сказали расходиться»
            return None
        head = first + words.index(content[0])
        head += owned
        said = self._head(content)
        if self._is_document_named(first, last, said) or self._is_measure(first, last, said):
            return None
        generic = self._words.generic.at(self._tokens, head)
        return (
            None if generic and not self._is_the_report(first, last, words[-1]) else (first, last)
        )

    def _is_the_report(self, first: int, last: int, head: str) -> bool:
        """Tell whether a certain document speaks that nobody is named for: "the report"."""
        return head in _SPEAKING and self.word(first) == "the" and last - first <= _FEW


def _is_dative(content: Sequence[str]) -> bool:
    """Tell whether a single word is a Russian dative plural: those told something."""
    return len(content) == 1 and len(content[0]) > 6 and content[0].endswith(("ам", "ям", "ами"))
