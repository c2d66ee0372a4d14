"""What stands right before and right after quoted words, on their own line.

Between an address and its words a sheet has at most a word such as "denies", and after them
nothing: whatever else stands there was written into the quotation.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from db.sheets.checking.folded import Squeezed
from db.sheets.choices import LANGUAGES
from db.sheets.wording import words_in

_LINE: Final = re.compile(r"[^\r\n]*")
# Places of other words, of claims or of a table's fields: not what a person adds to a quotation.
_OTHER: Final = re.compile(r"⟦|/(?:original|translation|digest)\b|(?<![\w.])[A-Z]{1,3}\.[0-9]")
# Marks of cuts, quotation marks, and marks by which texts are laid out.
_MARKS: Final = " `\t…“”„‟\"'«»‹›‘’|*_>#:·–—-\u200b\u2002"
_AFTER: Final = "`…“”\"»›’'|*_ \t\u200b\u2002"


def intrusion(page: Squeezed, after_address: int, start: int, end: int) -> tuple[str, str]:
    """What was added before and after the words at `start` to `end` of a page's squeezed text.

    Both are empty where nothing was, and where it cannot be told: an address that stands within a
    line is not that of a quotation.
    """
    last = page.places[end - 1] + 1
    before = _lead(page, after_address, start)
    if before is None or not _is_first(page, after_address):
        return "", ""
    # The last line may be another's, whose beginning ends these words by chance.
    first = max(page.places[start], _line_start(page.readable, last))
    rest = _line(page.readable, last)
    if _OTHER.search(page.readable[first:last] + rest):
        return before, ""
    # A tab ends a field of a table that was pasted.
    rest = rest.partition("\t")[0]
    return before, rest if rest.strip(_AFTER) else ""


def heads(page: Squeezed, after_address: int, start: int) -> bool:
    """Whether nothing but what a sheet puts there parts an address from the line of some words."""
    return _lead(page, after_address, start) is not None


def _lead(page: Squeezed, after_address: int, start: int) -> str | None:
    """What was added before some words; None where other lines stand between, or other places."""
    lead = page.readable[_after(page, after_address) : page.places[start]]
    *lines, beside = lead.replace("\r", "\n").split("\n")
    if _OTHER.search(lead) or not all(map(_is_told, lines)):
        return None
    words = " ".join(beside.split()).strip(_MARKS)
    if _is_told(words) or words.replace(" ", "").isdigit():
        return ""
    for tag in sorted(_tags(), key=len, reverse=True):
        words = words.removeprefix(f"{tag} ").removesuffix(f" {tag}")
    return words


def _after(page: Squeezed, place: int) -> int:
    """The readable place right after a squeezed one."""
    return page.places[place - 1] + 1 if place else 0


def _is_first(page: Squeezed, after_address: int) -> bool:
    """Whether an address begins its line, as that of a quotation does."""
    return not _before(page.readable, _after(page, after_address)).strip(_MARKS).count(" ")


def _before(text: str, address: int) -> str:
    """The line of an address up to and with it."""
    return text[_line_start(text, address) : address]


def _line_start(text: str, place: int) -> int:
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1


def _line(text: str, place: int) -> str:
    """What is left of a line."""
    match = _LINE.match(text, place)
    return match[0] if match else ""


def _is_told(words: str) -> bool:
    """Whether words are those by which a sheet tells how a quotation speaks of its event."""
    return all(part.strip(_MARKS) in _tags() for part in words.split(","))


@cache
def _tags() -> frozenset[str]:
    """How words speak of an event, in every language of sheets; nothing is said of most."""
    return frozenset(
        {"", *(w for tongue in LANGUAGES for w in words_in(tongue).table("mentions").values())}
    )
