"""Files that a copy or a new corpus may not take the place of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from db.backup import is_taken
from db.corpus.holding import hold_file


def refusal(target: Path, corpus: Path | None = None) -> str:
    """Why a copy of a corpus, or a new one, cannot be written to a place; empty where it can.

    A corpus that is open somewhere would go on being written to a file that has no name any more.
    """
    if corpus is not None and is_taken(target) and target.samefile(corpus):
        words = QCoreApplication.translate(
            "sharing", "A copy needs another name: {name} is the corpus itself."
        )
        return words.format(name=target.name)
    hold = hold_file(target)
    if hold is None:
        return ""
    try:
        if hold.holder is None:
            return ""
    finally:
        hold.release()
    words = QCoreApplication.translate(
        "sharing",
        "{name} is open in a window or another program. Close it there first, or choose another "
        "name. Nothing was written.",
    )
    return words.format(name=target.name)
