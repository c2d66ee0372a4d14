"""Three panes of invented text, and the bare reference they are measured against."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.reading.decoration import Span
from desktop.reading.pane import Pane
from desktop.reading.pane_text import PaneText, PassageKind
from desktop.theme import apply_theme, reading_font, theme
from tests.benchmarks.corpora import InventedText, invent_long
from tests.benchmarks.words import Words

SIZE = QSize(1900, 1000)
SHORT, LONG = 20_000, 5_000_000
SCREENFUL = 2_850
"""Characters that a pane 630 wide and 1000 high shows at once, counted."""
SEED = 20111216


def application() -> QApplication:
    """The one application, with the program's theme."""
    app = QApplication.instance() or QApplication(["benchmarks"])
    assert isinstance(app, QApplication)
    apply_theme(app, theme("light"))
    return app


def pane_text(invented: InventedText, letter: str) -> PaneText:
    """An invented source as a pane reads it."""
    rows = invented.passages
    return PaneText(
        invented.text,
        [r.start for r in rows],
        [r.end for r in rows],
        [PassageKind.PARAGRAPH] * len(rows),
        [f"{letter}.{r.number}" for r in rows],
        invented.language,
        "original",
    )


@dataclass
class Screen:
    """A window with three panes of one length each."""

    window: QWidget
    panes: list[Pane]
    random: random.Random

    @classmethod
    def of(cls, characters: int) -> Screen:
        """Three panes of so many characters in a window 1900 wide and 1000 high."""
        application()
        window = QWidget()
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        panes = []
        for index, letter in enumerate("ABC"):
            pane = Pane(theme("light"), theme("light").source(index), window)
            pane.set_text(pane_text(invent_long(Words(SEED + index), letter, characters), letter))
            row.addWidget(pane)
            panes.append(pane)
        window.resize(SIZE)
        window.show()
        QApplication.processEvents()
        return cls(window, panes, random.Random(SEED))

    def draw(self) -> None:
        """Let everything be drawn that is due; timers wait, as they do for a reader's key."""
        QApplication.sendPostedEvents()

    def go(self, passages: list[int]) -> None:
        """Bring every pane to a passage, marked as the event's, and draw."""
        for pane, passage in zip(self.panes, passages, strict=True):
            text = pane.body.text
            pane.set_event([Span(passage, text.starts[passage], text.ends[passage])])
            pane.scroll_to_passage(passage)
        self.draw()

    def anywhere(self) -> list[int]:
        """A passage of each pane by chance."""
        return [self.random.randrange(len(p.body.text)) for p in self.panes]

    def settle(self) -> None:
        """Let all be laid out and drawn ahead that the panes want to."""
        while any(pane.prewarmer.is_busy for pane in self.panes):
            QApplication.processEvents()


class Bare(QWidget):
    """Three times a screen of plain text, set and drawn: what any Qt program would need.

    The words are those of the same long sources, from any place in them, as many as a pane shows.
    """

    def __init__(self, panes: Sequence[Pane]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self._random = random.Random(SEED)
        self._texts = [pane.body.text for pane in panes]
        width = panes[0].body.margins.width
        self._sheets = [_Sheet(width) for _ in self._texts]
        for sheet in self._sheets:
            row.addWidget(sheet)
        self.resize(SIZE)
        self.show()
        QApplication.processEvents()

    def draw(self) -> None:
        """Set another screen of text in each and draw it."""
        for sheet, text in zip(self._sheets, self._texts, strict=True):
            start = text.starts[self._random.randrange(len(text) - 20)]
            sheet.document.setPlainText(text.text[start : start + SCREENFUL])
            sheet.update()
        QApplication.sendPostedEvents()


class _Sheet(QWidget):
    """One plain document on paper."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.document = QTextDocument()
        self.document.setDefaultFont(reading_font(theme("light")))
        self.document.setTextWidth(width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the document."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme("light").paper)
        self.document.drawContents(painter)
        painter.end()
