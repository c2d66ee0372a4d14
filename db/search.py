"""Search over every held text: the first page at once, with exact places.

Ranking the hits of a frequent word by relevance takes seconds on a million passages, so the
best are picked among the first RANKED_AMONG hits in the order they were stored; `complete` says
whether that was all of them.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from db.corpus import Corpus
from db.queries import expression, terms
from db.text.folding import FILLER, fold

RANKED_AMONG = 2_000
CONTEXT = 60

# Letters, numbers and private letters (their categories are what the index takes for words).
_LETTER: Final = "[^\\W_]|[\ue000-\uf8ff\U000f0000-\U0010ffff]"
_INSIDE: Final = rf"(?:{_LETTER}|{FILLER})"
_BETWEEN: Final = rf"(?!{_LETTER})[\W_]"
_LONE_MARKS: Final = re.compile(rf"(?<!{_INSIDE}){FILLER}+")


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that holds the words; start and end span the first place of them."""

    source_id: int
    edition_id: int
    passage: int
    start: int
    end: int
    snippet: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """A page of hits, best first; `complete` is False where more were there than were ranked."""

    hits: tuple[Hit, ...]
    complete: bool
    terms: tuple[str, ...]


def search(
    corpus: Corpus,
    query: str,
    *,
    sources: Sequence[int] = (),
    events: Sequence[int] = (),
    limit: int = 50,
) -> Found:
    """Find passages that hold the words a person typed, names in all their spellings.

    `sources` and `events` narrow it to those ids (an event: passages that mention it).
    """
    wanted = expression(corpus, query)
    if not wanted or limit < 1:
        return Found((), True, ())
    rows, complete = _ranked(corpus, wanted, sources, events, limit)
    words = terms(wanted)
    pattern = highlighter(words)
    hits = [_hit(corpus, row, pattern) for row in rows]
    return Found(tuple(hits), complete, words)


@lru_cache(maxsize=64)
def highlighter(terms: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds the terms in folded text as the index does: whole words, marks aside."""
    alternatives = []
    for term in sorted(terms, key=len, reverse=True):
        words = term.rstrip("*").split()
        body = rf"(?:{_BETWEEN})+?".join(
            f"{FILLER}*".join(re.escape(c) for c in word) + f"{FILLER}*" for word in words
        )
        tail = f"{_INSIDE}*" if term.endswith("*") else ""
        alternatives.append(body + tail)
    return re.compile(rf"(?<!{_INSIDE})(?:{'|'.join(alternatives) or '(?!)'})(?!{_INSIDE})")


def first_place(words: str, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """Where a highlighter's pattern first matches in words as they stand in a text."""
    folded = fold(words)
    if FILLER in folded:
        # A mark that stands on no letter, as after many emoji, belongs to no word.
        folded = _LONE_MARKS.sub(lambda marks: " " * len(marks[0]), folded)
    found = pattern.search(folded)
    return found.span() if found else None


def _ranked(
    corpus: Corpus, wanted: str, sources: Sequence[int], events: Sequence[int], limit: int
) -> tuple[list[tuple[int, float]], bool]:
    narrow, parameters = _narrowing(sources, events)
    among = max(RANKED_AMONG, limit)
    # In one pass and sorted here: asked for in order of rank, the index would rank every hit.
    rows = corpus.connection.execute(
        "SELECT rowid, bm25(passage_index) FROM passage_index WHERE passage_index MATCH ?"
        f"{narrow} LIMIT {among + 1}",
        (wanted, *parameters),
    ).fetchall()
    complete = len(rows) <= among
    best = heapq.nsmallest(limit, rows[:among], key=lambda row: (row[1], row[0]))
    return best, complete


def _narrowing(sources: Sequence[int], events: Sequence[int]) -> tuple[str, list[int]]:
    """Conditions that keep only passages of those sources and events, with their parameters.

    The plus keeps SQLite from asking the index anew for each passage: one walk through the hits
    between the first and the last passage that count is never slow.
    """
    narrow, parameters = "", list[int]()
    if sources:
        passages = (
            "FROM passage p JOIN edition e ON e.id = p.edition_id "
            f"WHERE e.source_id IN ({', '.join('?' * len(sources))})"
        )
        narrow += _within(passages, "p.id")
        parameters += [*sources] * 3
    if events:
        passages = (
            "FROM placement pl JOIN mention m ON m.anchor_id = pl.anchor_id "
            f"WHERE m.event_id IN ({', '.join('?' * len(events))})"
        )
        narrow += _within(passages, "pl.passage_id")
        parameters += [*events] * 3
    return narrow, parameters


def _within(passages: str, column: str) -> str:
    return (
        f" AND rowid >= (SELECT min({column}) {passages}) "
        f"AND rowid <= (SELECT max({column}) {passages}) AND +rowid IN (SELECT {column} {passages})"
    )


def _hit(corpus: Corpus, row: tuple[int, float], pattern: re.Pattern[str]) -> Hit:
    passage_id, score = row
    source_id, edition_id, number, start, end = corpus.connection.execute(
        "SELECT e.source_id, e.id, p.number, p.start, p.end FROM passage p "
        "JOIN edition e ON e.id = p.edition_id WHERE p.id = ?",
        (passage_id,),
    ).fetchone()
    words = corpus.editions.words(edition_id, start, end)
    at, until = first_place(words, pattern) or (0, len(words))
    return Hit(
        source_id, edition_id, number, start + at, start + until, snippet(words, at, until),
        round(-score, 6),
    )  # fmt: skip


def snippet(words: str, at: int, until: int) -> str:
    """The words around a hit on one line, cut at word ends and marked with … where cut."""
    first = max(0, at - CONTEXT)
    last = min(len(words), until + CONTEXT)
    if first:
        first = words.find(" ", first, at) + 1 or first
    if last < len(words):
        cut = words.rfind(" ", until, last)
        last = cut if cut > 0 else last
    inside = " ".join(words[first:last].split())
    return f"{'… ' if first else ''}{inside}{' …' if last < len(words) else ''}"
