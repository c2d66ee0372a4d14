"""Following a sheet while it is written, row by row, so that it can be stopped."""

from __future__ import annotations

from collections.abc import Callable

Watch = Callable[[], None]
"""Called after each row of a sheet is ready; raises to stop the work."""


def unwatched() -> None:
    """Watch nothing."""
