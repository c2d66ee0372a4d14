"""What a format has no place for, carried along in one field, so that nothing is lost on the way.

The field holds JSON in ASCII: for each of our fields that the format's own would not give back
exactly, what they do give, and what it is. Whoever edits an entry elsewhere edits the format's own
fields; where these give something else than they did, they count and what was carried does not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from db.citing.entries import FIELDS, Fields

NAME: Final = "triptych"
_HIDDEN: Final = str.maketrans({"{": "\\u007b", "}": "\\u007d"})


def carried(fields: Mapping[str, str], seen: Mapping[str, str]) -> str:
    """The JSON to carry, empty where the format's own fields give everything back."""
    lost = {
        name: [seen.get(name, ""), fields.get(name, "")]
        for name in FIELDS
        if seen.get(name, "") != fields.get(name, "")
    }
    if not lost:
        return ""
    # Braces inside words are hidden: some formats count them.
    pairs = (
        f"{_words(name)}: [{', '.join(_words(value) for value in values)}]"
        for name, values in lost.items()
    )
    return "{" + ", ".join(pairs) + "}"


def _words(value: str) -> str:
    return json.dumps(value).translate(_HIDDEN)


def restored(fields: Mapping[str, str], carrier: object) -> Fields:
    """Fields as read from the format's own, with what was carried put back."""
    found = dict(fields)
    for name, pair in _pairs(carrier).items():
        if name in FIELDS and isinstance(pair, list) and len(pair) == 2:
            seen, value = pair
            if isinstance(value, str) and found.get(name, "") == seen:
                found[name] = value
    return found


def _pairs(carrier: object) -> Mapping[str, object]:
    if isinstance(carrier, str):
        try:
            carrier = json.loads(carrier)
        except (ValueError, RecursionError):
            return {}
    return carrier if isinstance(carrier, dict) else {}
