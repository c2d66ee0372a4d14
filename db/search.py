"""Search over every held text: the first page at once, with exact places.

Ranking the hits of a frequent word by relevance takes seconds on a million passages, so the
best are picked among the first RANKED_AMONG hits in the order they were stored; `complete` says
whether that was all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from db.corpus import Corpus
from db.text.folding import FILLER, fold, fold_query

RANKED_AMONG = 2_000
CONTEXT = 60


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
    expression = with_spellings(corpus, query)
    if not expression or limit < 1:
        return Found((), True, ())
    rows, complete = _ranked(corpus, expression, sources, events, limit)
    terms = match_terms(expression)
    pattern = highlighter(terms)
    hits = [_hit(corpus, row, pattern) for row in rows]
    return Found(tuple(hits), complete, terms)


def with_spellings(corpus: Corpus, query: str) -> str:
    """The FTS5 expression for a query in which every known name stands for all its spellings."""
    folded = f" {_words(fold(query))} "
    names: list[str] = []
    if '"' not in query and "-" not in query.split(" ")[0][:1]:
        for text, name_id in _spellings(corpus):
            if f" {text} " in folded:
                folded = folded.replace(f" {text} ", "  ")
                names.append(_any_spelling(corpus, name_id))
    if not names:
        return fold_query(query)
    rest = fold_query(folded)
    return " AND ".join([*names, rest] if rest else names)


def _spellings(corpus: Corpus) -> list[tuple[str, int]]:
    rows = corpus.connection.execute(
        "SELECT folded, name_id FROM spelling ORDER BY length(folded) DESC"
    )
    return [(_words(text), name_id) for text, name_id in rows if _words(text)]


def _any_spelling(corpus: Corpus, name_id: int) -> str:
    rows = corpus.connection.execute("SELECT folded FROM spelling WHERE name_id = ?", (name_id,))
    phrases = dict.fromkeys(_words(text) for (text,) in rows)
    return "(" + " OR ".join(f'"{p}"' for p in phrases if p) + ")"


def _words(folded: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", folded.replace(FILLER, "")))


def match_terms(expression: str) -> tuple[str, ...]:
    """The words and phrases an expression looks for, a `*` at the end for a beginning."""
    wanted = expression.split(" NOT (", 1)[0]
    return tuple(f"{a}{b}" for a, b in re.findall(r'"([^"]*)"(\*?)', wanted))


@lru_cache(maxsize=64)
def highlighter(terms: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern that finds the terms in folded text as the index does: whole words, marks aside."""
    inside = rf"(?:[^\W_]|{FILLER})"
    alternatives = []
    for term in sorted(terms, key=len, reverse=True):
        words = term.rstrip("*").split()
        body = rf"(?:[\W_])+?{FILLER}*".join(
            f"{FILLER}*".join(re.escape(c) for c in word) + f"{FILLER}*" for word in words
        )
        tail = f"{inside}*" if term.endswith("*") else ""
        alternatives.append(body + tail)
    return re.compile(rf"(?<!{inside})(?:{'|'.join(alternatives) or '(?!)'})(?!{inside})")


def _ranked(
    corpus: Corpus, expression: str, sources: Sequence[int], events: Sequence[int], limit: int
) -> tuple[list[tuple[int, float]], bool]:
    narrow, parameters = _narrowing(sources, events)
    rows = corpus.connection.execute(
        "SELECT rowid FROM passage_index WHERE passage_index MATCH ?"
        f"{narrow} LIMIT {RANKED_AMONG + 1}",
        (expression, *parameters),
    ).fetchall()
    complete = len(rows) <= RANKED_AMONG
    if not rows:
        return [], True
    last = rows[:RANKED_AMONG][-1][0]
    ranked = corpus.connection.execute(
        "SELECT rowid, bm25(passage_index) AS score FROM passage_index "
        f"WHERE passage_index MATCH ? AND rowid <= ? {narrow} ORDER BY score, rowid LIMIT ?",
        (expression, last, *parameters, limit),
    ).fetchall()
    return ranked, complete


def _narrowing(sources: Sequence[int], events: Sequence[int]) -> tuple[str, list[int]]:
    narrow = ""
    if sources:
        marks = ", ".join("?" * len(sources))
        narrow += (
            " AND rowid IN (SELECT p.id FROM passage p JOIN edition e ON e.id = p.edition_id "
            f"WHERE e.source_id IN ({marks}))"
        )
    if events:
        marks = ", ".join("?" * len(events))
        narrow += (
            " AND rowid IN (SELECT pl.passage_id FROM placement pl "
            f"JOIN mention m ON m.anchor_id = pl.anchor_id WHERE m.event_id IN ({marks}))"
        )
    return narrow, [*sources, *events]


def _hit(corpus: Corpus, row: tuple[int, float], pattern: re.Pattern[str]) -> Hit:
    passage_id, score = row
    source_id, edition_id, number, start, words = corpus.connection.execute(
        "SELECT e.source_id, e.id, p.number, p.start, "
        "substr(t.text, p.start + 1, p.end - p.start) FROM passage p "
        "JOIN edition e ON e.id = p.edition_id JOIN edition_text t ON t.edition_id = e.id "
        "WHERE p.id = ?",
        (passage_id,),
    ).fetchone()
    found = pattern.search(fold(words))
    at, until = found.span() if found else (0, 0)
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
