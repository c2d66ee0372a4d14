"""Invented texts and panes that show them."""

from array import array
from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from desktop.reading.pane import Pane
from desktop.reading.pane_text import PaneText, PassageKind
from desktop.theme import theme

MakeText = Callable[..., PaneText]
MakePane = Callable[..., Pane]

STORY = (
    "A lamp went out on the quay.",
    "The watchman wrote that a grey van stood at the eastern gate, and nobody could say whose.",
    "Түнде айлақта жарық сөнді, 😀 деп жазды күзетші.",
    "انطفأت الأنوار على الرصيف عند الساعة 2:20 ليلاً",
    "By three the pumps had been switched off; seven or eight dockers heard an engine.",
)


@pytest.fixture
def make_text() -> MakeText:
    def make(
        passages: Sequence[str] = STORY,
        kinds: dict[int, PassageKind] | None = None,
        letter: str = "A",
        edition: str = "original",
    ) -> PaneText:
        text, starts, ends = "", array("Q"), array("Q")
        for passage in passages:
            text += "\n\n" if text else ""
            starts.append(len(text))
            text += passage
            ends.append(len(text))
        of = kinds or {}
        return PaneText(
            text,
            starts,
            ends,
            [of.get(i, PassageKind.PARAGRAPH) for i in range(len(passages))],
            [f"{letter}.{i + 1}" for i in range(len(passages))],
            "en",
            edition,
        )

    return make


@pytest.fixture
def long_text(make_text: MakeText) -> PaneText:
    """Forty passages of different lengths: several screens."""
    words = ["pump", "quay", "lamp", "gate", "harbour", "night", "watch", "engine", "crate", "rope"]
    passages = [
        " ".join(words[(i * 7 + j) % len(words)] for j in range(12 + (i * 13) % 50))
        for i in range(40)
    ]
    return make_text(passages)


@pytest.fixture
def make_pane(qtbot: QtBot) -> MakePane:
    def make(text: PaneText, companion: PaneText | None = None, source: int = 0) -> Pane:
        colours = theme("light")
        pane = Pane(colours, colours.source(source))
        qtbot.addWidget(pane)
        pane.resize(420, 500)
        pane.set_text(text, companion)
        pane.show()
        qtbot.waitExposed(pane)
        return pane

    return make
