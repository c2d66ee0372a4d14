"""Words as JSON carries them from one process to another, said ones with their templates."""

from __future__ import annotations

from typing import Any

from db.errors import Said


def packed(words: object) -> object:
    """Words, or a field of theirs, as JSON can carry them."""
    if isinstance(words, Said):
        fields = {name: packed(value) for name, value in words.fields.items()}
        return {"said": [words.template, fields, words.one, words.number, words.is_part]}
    return {"list": [packed(each) for each in words]} if type(words) is tuple else words


def unpacked(data: Any) -> Any:
    """What `packed` made of words."""
    match data:
        case {"said": [template, fields, *rest]}:
            return Said(template, {name: unpacked(value) for name, value in fields.items()}, *rest)
        case {"list": every}:
            return tuple(map(unpacked, every))
    return data
