"""Following a sheet while it is written, row by row, so that it can be stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Watch = Callable[[], None]
"""Called after each row of a sheet is ready; raises to stop the work."""


def unwatched() -> None:
    """Watch nothing."""


def watched(rows: Iterable[T], watch: Watch) -> Iterator[T]:
    """The rows one after another, each told of when the next is asked for."""
    for row in rows:
        yield row
        watch()


def stopping(watch: Watch) -> Callable[[], None] | None:
    """What raises where work that knows no rows is to stop; None where nobody may stop it."""
    found: Callable[[], None] | None = getattr(watch, "check", None)
    return found


def telling(watch: Watch) -> Callable[[float], None]:
    """What is told how much of work that knows no rows is done, from 0 to 1."""
    found: Callable[[float], None] = getattr(watch, "within", _unheard)
    return found


def _unheard(_share: float) -> None:
    """Nobody asked."""
