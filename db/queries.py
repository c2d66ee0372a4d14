"""What a person typed into the search box, as an expression for the index.

Words are joined by AND, "quoted words" are a phrase, `word*` is a beginning, `-word` excludes.
A name the corpus knows stands for all its spellings, excluded as well as wanted; quoted, it is
taken as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from db.corpus import Corpus
from db.corpus.indexing import plain_words
from db.text.folding import FILLER, MAX_QUERY_LENGTH, MAX_QUERY_TERMS, fold, fold_query

_PIECE: Final = re.compile(r'(?P<minus>-+)?(?P<words>"[^"]*"?\*?|[^\s"]+)')
_PHRASE: Final = re.compile(r'"([^"]*)"(\*?)')
_EXCLUDING: Final = " NOT ("


def expression(corpus: Corpus, query: str) -> str:
    """The FTS5 expression for a query; empty when nothing in it can be searched for."""
    wanted: list[str] = []
    excluded: list[str] = []
    run: list[str] = []
    names = _Names(corpus)
    for excludes, words in _pieces(query):
        plain = not words.startswith('"') and not words.endswith("*")
        found = fold_query(words)
        if not found:
            continue
        if excludes:
            excluded += names.replace([found]) if plain else [found]
        elif plain:
            run.append(found)
        else:
            wanted += [*names.replace(run), found]
            run = []
    wanted += names.replace(run)
    if not wanted:
        return ""
    joined = " AND ".join(wanted)
    return f"({joined}){_EXCLUDING}{' OR '.join(excluded)})" if excluded else joined


def terms(expression: str) -> tuple[str, ...]:
    """The words and phrases an expression looks for, a `*` at the end for a beginning."""
    wanted = expression.split(_EXCLUDING, 1)[0]
    return tuple(f"{words}{star}" for words, star in _PHRASE.findall(wanted))


def _pieces(query: str) -> Iterator[tuple[bool, str]]:
    """Yield (excluded?, words) for what stands between spaces or in quotes."""
    # A dash before a word excludes only as typed on a keyboard: "–" opens a pasted sentence.
    typed = re.sub("[–—―]", " ", query[:MAX_QUERY_LENGTH])
    for number, match in enumerate(_PIECE.finditer(fold(typed).replace(FILLER, ""))):
        if number == MAX_QUERY_TERMS:
            return
        yield match["minus"] is not None, match["words"]


class _Names:
    """The corpus's names by their spellings."""

    def __init__(self, corpus: Corpus) -> None:
        self._by_spelling: dict[str, list[int]] = {}
        self._spellings: dict[int, list[str]] = {}
        for name_id, text in corpus.connection.execute("SELECT name_id, text FROM spelling"):
            words = " ".join(plain_words(text).split())
            if words:
                self._by_spelling.setdefault(words, []).append(name_id)
                self._spellings.setdefault(name_id, []).append(words)
        self._longest = max((s.count(" ") for s in self._by_spelling), default=0) + 1

    def replace(self, phrases: list[str]) -> list[str]:
        """The quoted phrases, those that make up a name put as any of its spellings."""
        replaced: list[str] = []
        at = 0
        while at < len(phrases):
            for until in range(min(len(phrases), at + self._longest), at, -1):
                words = " ".join(p.strip('"') for p in phrases[at:until])
                if words in self._by_spelling:
                    replaced.append(self._any_spelling(words))
                    at = until
                    break
            else:
                replaced.append(phrases[at])
                at += 1
        return replaced

    def _any_spelling(self, words: str) -> str:
        found = {s: None for i in self._by_spelling[words] for s in self._spellings[i]}
        return "(" + " OR ".join(f'"{s}"' for s in found) + ")"
