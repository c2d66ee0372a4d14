"""Three panes of invented text, and the bare reference they are measured against."""

from __future__ import annotations

import random
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
    """Three times a screen of plain text, set and drawn: what any Qt program would need."""

    def __init__(self) -> None:
        application()
        super().__init__()
        words = Words(SEED)
        self._texts = ["\n".join(words.passages("ru", 7)) for _ in range(60)]
        self._documents = [QTextDocument() for _ in range(3)]
        self._at = 0
        self.painted = 0
        for document in self._documents:
            document.setDefaultFont(reading_font(theme("light")))
            document.setTextWidth(SIZE.width() / 3 - 90)
        self.resize(SIZE)
        self.show()
        QApplication.processEvents()

    def draw(self) -> None:
        """Set the next three screens of text and draw them."""
        for document in self._documents:
            self._at = (self._at + 1) % len(self._texts)
            document.setPlainText(self._texts[self._at])
        self.update()
        QApplication.sendPostedEvents()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the three documents beside one another."""
        self.painted += 1
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme("light").paper)
        for document in self._documents:
            document.drawContents(painter)
            painter.translate(SIZE.width() / 3, 0)
        painter.end()
