"""What the corpus holds, as words for a sentence to the reader."""

from __future__ import annotations

from typing import Final

from db.errors import said

_THINGS: Final = {
    str(word): word
    for word in (
        said("corpus"), said("source"), said("edition"), said("report"), said("anchor"),
        said("placement"), said("event"), said("mention"), said("claim"), said("aspect"),
        said("voice"), said("name"), said("link"), said("note"), said("sheet"), said("review"),
        said("scope"), said("choice"), said("hedge"), said("polarity"), said("status"),
    )
}  # fmt: skip


def thing(word: str) -> str:
    """A table, a column, or another word of the model, to be told in a sentence."""
    return _THINGS.get(word, word)
