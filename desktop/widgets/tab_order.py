"""The order in which Tab visits the parts of a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def visit_in_turn(parts: Sequence[QWidget]) -> None:
    """Have Tab visit one part after another, each in the order its own widgets were made."""
    if not parts:
        return
    chain = list(_chain(parts[0].window()))
    stops = [w for part in parts for w in chain if part.isAncestorOf(w)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _chain(window: QWidget) -> Iterator[QWidget]:
    for widget in _in_focus_chain(window):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def _in_focus_chain(window: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        found.append(at)
        at = at.nextInFocusChain()
    # PySide takes the widget before in the chain for the parent of the next one: with a column
    # that is removed all that follows it would be lost, the menus too. Each is told its own again.
    for widget in (window, *found):
        widget.setParent(widget.parentWidget())
    return found
