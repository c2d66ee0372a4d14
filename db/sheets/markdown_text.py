"""Texts escaped for Markdown, so that reading them with CommonMark gives every character back.

Escapes are backslashes where all readers know them, entities where not. Every escape is worked
out on the whole text, one token a character, so that marks can be set between any two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from db.sheets.model import Run
from db.sheets.times import SheetTime

# Escaped, so that no reader takes a row of them for a rule or for emphasis.
GAP: Final = "\\_"
_DOUBTFUL: Final = "\\*"

# Wherever they stand, these can begin markup: $ ^ @ { in Pandoc, ~ | in GFM, the rest anywhere.
_ALWAYS: Final = {c: f"\\{c}" for c in "\\`*_[]~|$^@{}"} | {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "\r": "&#13;",
    "\f": "&#12;",
}
_SPACE: Final = "[^\\S\\n\\v\\r\\x1c-\\x1f\\x85]"
# Headings, lists, rules, underlined headings, definitions: only at the beginning of a line.
_BLOCK: Final = re.compile(r"(?m)^(?:[#+=:-]|[0-9]{1,9}[.)])")
# White space at the ends of a line, but for what only some readers take for it and cannot be
# told otherwise: entities for control characters are not valid everywhere.
_EDGE: Final = re.compile(rf"(?m)^{_SPACE}+|{_SPACE}+$")
# GFM makes links of these by itself; of mail addresses even where the @ is escaped, for which
# reason an empty comment parts them.
_LINK: Final = re.compile(r"://|(?i:www)\.")
_MAIL: Final = re.compile(r"(?<=[\w.+-])@")


def escape(text: str) -> str:
    """A text in which no character is markup."""
    return "".join(tokens(text))


def tokens(text: str) -> list[str]:
    """What to write for each character of a text that begins a line."""
    made = [_ALWAYS.get(c, c) for c in text]
    for match in _BLOCK.finditer(text):
        made[match.end() - 1] = f"\\{text[match.end() - 1]}"
    for match in _LINK.finditer(text):
        at = match.start() if match[0] == "://" else match.end() - 1
        made[at] = f"\\{text[at]}"
    for match in _MAIL.finditer(text):
        made[match.start()] = "<!-- -->\\@"
    for match in _EDGE.finditer(text):
        made[match.start() : match.end()] = [f"&#{ord(c)};" for c in match[0]]
    for at, character in enumerate(text):
        if character == "\n" and "\n" in (*text[at - 1 : at], *text[at + 1 : at + 2]):
            made[at] = "&#10;"
    if text.startswith("\n"):
        made[0] = "&#10;"
    if text.endswith("\n"):
        made[-1] = "&#10;"
    return made


def line(text: str) -> str:
    """A title, name or note: on one line, no character of it markup."""
    return escape(" ".join(text.split()))


def moment(time: SheetTime) -> str:
    """A time, with an asterisk where its zone is doubtful."""
    return line(time.shown) + (_DOUBTFUL if time.zone_doubtful else "")


def answered(words: str) -> str:
    """Words already escaped, marked as an answer."""
    return f"‹{words}›"


def written(runs: Sequence[Run], *, bold: bool) -> str:
    """The words of a quotation with its gaps and answers; in bold, where wanted, what speaks."""
    made = tokens("".join(run.text for run in runs))
    _mark_answers(runs, made)
    at = 0
    for speaks, group in groupby(filter(_has_words, runs), key=_speaks):
        length = sum(len(run.text) for run in group)
        if speaks and bold:
            _embolden(made, at, at + length)
        at += length
    return "".join(_with_gaps(runs, made))


def _with_gaps(runs: Sequence[Run], made: list[str]) -> Iterator[str]:
    at = 0
    for run in runs:
        words = "".join(made[at : at + len(run.text)])
        at += len(run.text)
        if run.gap:
            yield GAP * min(run.gap, 40)
        else:
            yield words


def _mark_answers(runs: Sequence[Run], made: list[str]) -> None:
    """Set answers between their signs, inside the marks for bold."""
    at = 0
    for run in filter(_has_words, runs):
        end = at + len(run.text)
        if run.answer:
            before, after = answered("\0").split("\0")
            made[at] = before + made[at]
            made[end - 1] += after
        at = end


def _has_words(run: Run) -> bool:
    return bool(run.text)


def _speaks(run: Run) -> bool:
    return run.relation is not None


def _embolden(made: list[str], start: int, end: int) -> None:
    """Put marks around tokens, moved inwards over white space; nothing for white space alone."""
    while start < end and made[start].isspace():
        start += 1
    while end > start and made[end - 1].isspace():
        end -= 1
    if start == end:
        return
    before = made[start - 1][-1:] if start else ""
    after = made[end][:1] if end < len(made) else ""
    plain = _opens(before, made[start][0]) and _opens(after, made[end - 1][-1])
    opening, closing = ("**", "**") if plain else ("<strong>", "</strong>")
    made[start] = opening + made[start]
    made[end - 1] += closing


def _opens(outside: str, inside: str) -> bool:
    """Whether CommonMark takes asterisks between two characters for a mark on this side."""
    return not _is_mark(inside) or not outside or outside.isspace() or _is_mark(outside)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def code(text: str) -> str:
    """A text as a code span on one line, in which nothing is markup."""
    line = " ".join(text.split())
    fence = "`" * (1 + max((len(m) for m in re.findall("`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"
