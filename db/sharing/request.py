"""What a sharing copy is asked to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from db.errors import CorpusError
from db.sharing.vocabulary import Kind

Report = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Form(NamedTuple):
    """A form of a name that is not listed: the name's key, the words folded, how it was found."""

    person: str
    words: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class ShareRequest:
    """Whom to give another name, and which.

    `persons` are keys of names, empty = every name of a person. `pseudonyms` are the reader's own,
    by key; the others are numbered. `also` are spellings that the corpus does not list. `forms`
    are the forms to replace besides those listed, None = all that are likely. `day` is what every
    time of recording becomes, in UTC seconds.
    """

    persons: tuple[str, ...] = ()
    pseudonyms: Mapping[str, str] = field(default_factory=dict)
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: frozenset[Form] | None = None
    day: int = 0


class SharingCancelledError(CorpusError):
    """The reader stopped the copying."""

    template = "The copy was stopped and nothing was written. The corpus was not touched."


def no_report(done: int, total: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Go on."""
    return False


def check(cancelled: Cancelled) -> None:
    """Raise SharingCancelledError where the reader has stopped the work."""
    if cancelled():
        raise SharingCancelledError
