"""What the readers of all formats share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from db.errors import said

MOST_ENTRIES: Final = 20_000


class NotReferencesError(ValueError):
    """A text that is not of the format; its words say why, for a sentence about the file."""


def one_line(words: str) -> str:
    """Words with single spaces for line ends and other white space."""
    return " ".join(words.split())


def kept_details(details: Mapping[str, str]) -> str:
    """What only a citation has a place for, such as "volume 12, pages 3–4"."""
    return ", ".join(f"{name} {one_line(value)}" for name, value in details.items() if value)


def check_number(count: int) -> None:
    """Raise NotReferencesError for more entries than a person can look through."""
    if count > MOST_ENTRIES:
        raise NotReferencesError(
            said(
                "it holds more than {most:,} references; take a part of them",
                most=MOST_ENTRIES,
            )
        )
