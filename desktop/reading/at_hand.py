"""Where a column stands, in words: for whom its text is read aloud."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.reading.accessible import passage_words
from desktop.reading.column import Column

STOPS = ".!?…:"


def at_hand(column: Column) -> str:
    """The passage at hand with its words, and which one of the event it is; or why there is none.

    That is the passage the reader has stepped to while it is in sight, else the one at the line.
    """
    passage = passage_at_hand(column)
    if passage < 0:
        return silence_at_hand(column)
    return sentences((step_words(column, passage), words_at(column, passage)))


def words_at(column: Column, passage: int) -> str:
    """A passage, and first whether it was published at all by the reader's clock."""
    late = column.pane.body.decoration.is_dimmed(passage)
    said = QCoreApplication.translate("Pane", "not yet published") if late else ""
    return sentences((said, passage_words(column.pane, passage)))


def place_words(column: Column) -> str:
    """Where the column stands on the event, without the text: "A.14, 1 of 3"; or its silence."""
    passages = column.distinct_passages()
    if not passages or column.shown is None:
        said = column.pane.body.decoration.silence
        return f"{column.source.letter}: {said.text}" if said is not None else ""
    passage = passages[max(0, column.step - 1)]
    address = column.shown.text.addresses[passage]
    return f"{address}, {step_words(column, passage)}"


def step_words(column: Column, passage: int) -> str:
    """Which of the event's passages this one is, empty where it does not speak of it."""
    passages = column.distinct_passages()
    if passage not in passages:
        return ""
    words = QCoreApplication.translate("pane_header", "{at} of {count}")
    return words.format(at=passages.index(passage) + 1, count=len(passages))


def passage_at_hand(column: Column) -> int:
    """The passage the reader has come to, -1 where the silence on the event is what is seen."""
    pane, passages = column.pane, column.distinct_passages()
    if passages and passages[max(0, column.step - 1)] in pane.visible_passages():
        return passages[max(0, column.step - 1)]
    return -1 if _silence_in_sight(column) else pane.passage_at_line()


def silence_at_hand(column: Column) -> str:
    """The silence's words and what can be done about it."""
    said = column.pane.body.decoration.silence
    return f"{said.text} {said.action}".strip() if said is not None else ""


def sentences(told: Iterable[str]) -> str:
    """What is told one after another, with a stop after each that has none."""
    return " ".join(each if each[-1] in STOPS else f"{each}." for each in told if each)


def _silence_in_sight(column: Column) -> bool:
    pane = column.pane
    if pane.body.decoration.silence is None:
        return False
    return pane.painter.silence_top(pane.scroller.visible()) is not None
