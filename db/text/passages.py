"""Plain text in passages: where each begins and ends, and what kind of thing it is.

When is a text hard-wrapped?  When no line is longer than 120 characters, some line has at least
50, at least three lines follow another without a blank line between, and in two of three of
those the line before was full: its length and the first word of the next together exceed the
longest line but for a tenth.  In such a text a passage is a block between blank lines; it also
ends after a line so short that it was ended on purpose (addresses, signatures), and before a
bullet that is nothing else.  In every other text each line that is not blank is a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from db.text.decoding import Decoded, DecodeError, decode

__all__ = ["DecodeError", "Decoded", "PassageKind", "PassageSpan", "decode", "split_passages"]


class PassageKind(StrEnum):
    """What a passage is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    LIST_ITEM = "list-item"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class PassageSpan:
    """A passage as offsets in the text, in code points, the end not included."""

    start: int
    end: int
    kind: PassageKind


Range = tuple[int, int]
_LONGEST_WRAPPED: Final = 120
_SHORTEST_WIDTH: Final = 50


def split_passages(text: str) -> list[PassageSpan]:
    """Return the passages of a text in order; only white space lies between them."""
    lines = list(_lines(text))
    width = _wrapped_width(text, lines)
    ranges = list(_blocks(text, lines, width) if width else _stripped(text, lines))
    return [
        PassageSpan(start, end, _kind(text, ranges, index))
        for index, (start, end) in enumerate(ranges)
    ]


def _lines(text: str) -> Iterator[Range]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield start, end
        start = end + 1


def _stripped(text: str, ranges: Sequence[Range]) -> Iterator[Range]:
    """Yield the ranges without outer white space, those that are nothing else left out."""
    for start, end in ranges:
        line = text[start:end]
        content = line.strip()
        if content:
            begin = start + len(line) - len(line.lstrip())
            yield begin, begin + len(content)


def _wrapped_width(text: str, lines: Sequence[Range]) -> int:
    """Return the length of the longest line when the text is hard-wrapped, else 0."""
    written = [text[start:end].rstrip() for start, end in lines]
    width = max(map(len, written))
    if not _SHORTEST_WIDTH <= width <= _LONGEST_WRAPPED:
        return 0
    pairs = [(one, next_) for one, next_ in pairwise(written) if one and next_]
    full = sum(_room_needed(one, next_) > width * 0.9 for one, next_ in pairs)
    return width if len(pairs) >= 3 and 3 * full >= 2 * len(pairs) else 0


def _room_needed(line: str, following: str) -> int:
    return len(line) + 1 + len(following.split(maxsplit=1)[0])


def _blocks(text: str, lines: Sequence[Range], width: int) -> Iterator[Range]:
    block: list[Range] = []
    for start, end in lines:
        line = text[start:end].rstrip()
        if block and _begins_block([text[slice(*part)].rstrip() for part in block], line, width):
            yield from _stripped(text, [(block[0][0], block[-1][1])])
            block = []
        if line:
            block.append((start, end))
    if block:
        yield from _stripped(text, [(block[0][0], block[-1][1])])


def _begins_block(block: Sequence[str], line: str, width: int) -> bool:
    if not line or _room_needed(block[-1], line) < width * 0.6:
        return True
    # A dash or a number at the start of a line may have been wrapped there.
    bullet = _BULLET.match(line)
    return bool(bullet and (line.lstrip()[0] in _SIGNS or _BULLET.match(block[0])))


_SIGNS: Final = "•‣◦▪●○■□⁃∙"
_BULLET: Final = re.compile(rf"\s*(?:[{_SIGNS}*-]|\(?\d{{1,2}}[.)]|[a-zа-я]\))\s+(?=\S)")
_QUOTED: Final = re.compile(r"(?:“[^“”]*”|«[^«»]*»|\"[^\"]*\"|„[^„“”]*[“”])[.,;:!?…]?", re.DOTALL)
_FINAL: Final = tuple(".,;:…?!”»\"'’")
_FURNITURE: Final = re.compile(
    r"©.*|copyright\b.*|all rights reserved\W*|все права защищены\W*|барлық құқықтар қорғалған\W*"
    r"|(?:share|print|subscribe|comments?|log ?in|sign ?in|sign up|menu|search|home|tweet|like"
    r"|send to (?:a )?friend|add to blog|most read|read more|back to top|related|tags?|archive"
    r"|be the first to comment|leave a (?:reply|comment)|advertis(?:ing|ement)\b.*|e-?mail|pdf"
    r"|поделиться|печать|распечатать|подписаться|комментарии|войти|меню|поиск|главная|реклама"
    r"|читайте также|читать далее|наверх|архив|бөлісу|басып шығару|жазылу|пікірлер|кіру|мәзір"
    r"|іздеу|басты бет|жарнама|тағы оқыңыз)(?:\s*\(?\d*\)?)\W*",
    re.IGNORECASE,
)


def _kind(text: str, ranges: Sequence[Range], index: int) -> PassageKind:
    start, end = ranges[index]
    passage = text[start:end]
    bullet = _BULLET.match(passage)
    if end - start <= 100 and _FURNITURE.fullmatch(passage, bullet.end() if bullet else 0):
        return PassageKind.FURNITURE
    if bullet:
        return PassageKind.LIST_ITEM
    if passage.startswith(">") or _QUOTED.fullmatch(passage):
        return PassageKind.QUOTATION
    return PassageKind.HEADING if _heads(text, ranges, index) else PassageKind.PARAGRAPH


_BYLINE: Final = re.compile(
    r"(?:by|edited by|written by|автор|авторы|текст|фото|photo)[: ].*|[\d\s/.:,-]+", re.IGNORECASE
)
_SHORT: Final = 100
_LONG_TITLE: Final = 200


def _heads(text: str, ranges: Sequence[Range], index: int) -> bool:
    """Tell whether a passage is a heading.

    It is one line without a final mark that is short, or written in capitals, or it begins with
    a printed time; and longer text follows, at once or after names, dates and other headings.
    """
    for place in range(index, min(index + 5, len(ranges) - 1)):
        passage = text[slice(*ranges[place])]
        start, end = ranges[place + 1]
        if not _looks_like_title(passage):
            # What stands under the title is passed over, but is none itself.
            if place == index or not _BYLINE.fullmatch(passage):
                return False
        elif place == index and _is_signature(text, ranges, index):
            return False
        if end - start > max(60, 1.5 * len(passage)) and not _looks_like_title(text[start:end]):
            return True
    return False


def _looks_like_title(passage: str) -> bool:
    if "\n" in passage or len(passage) > _LONG_TITLE or _BYLINE.fullmatch(passage):
        return False
    if _STAMP.match(passage):
        return not passage.endswith(".")
    if passage.endswith(_FINAL) or not (passage[0].isalpha() or passage[0] in "“«\"'‘"):
        return False
    address = " " not in passage and bool(set(passage) & set(".@/"))
    return not address and (len(passage) <= _SHORT or _is_capitalised(passage))


_STAMP: Final = re.compile(
    r"(?:[^\W\d_]{2,12}:?\s){0,2}\d{1,4}(?:[./-]\d{1,2}|\s[^\W\d_]{3,12}).{0,12}?\d{1,2}[:.]\d{2}(?!\d)"
)


def _is_capitalised(passage: str) -> bool:
    """Tell whether nearly all longer words begin with a capital, as in English titles."""
    words = [word for word in passage.split() if word[0].isalpha() and len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) * 5 > len(words) * 4


def _is_signature(text: str, ranges: Sequence[Range], index: int) -> bool:
    return index > 0 and text[ranges[index - 1][1] - 1] == ","
