"""Words made to fit: broken into lines, or shortened with an ellipsis."""

from __future__ import annotations

from db.comparing.ladder_items import Measure


def broken(words: str, room: float, size: float, measure: Measure) -> list[str]:
    """Words in lines that fit, broken between words and, where one is too long, inside it."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        joined = f"{line} {word}" if line else word
        if measure(joined, size, False) <= room:
            line = joined
            continue
        lines += [line] if line else []
        *cut, line = _pieces(word, room, size, measure)
        lines += cut
    return [*lines, line] if line else lines


def _pieces(word: str, room: float, size: float, measure: Measure) -> list[str]:
    """A word in pieces that fit, of a letter at least."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter, size, False) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def shortened(words: str, room: float, size: float, measure: Measure, *, bold: bool = False) -> str:
    """Words, or as many of their letters as there is room for with an ellipsis."""
    if measure(words, size, bold) <= room:
        return words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(f"{words[:middle].rstrip()}…", size, bold) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{words[:low].rstrip()}…" if low else ""
