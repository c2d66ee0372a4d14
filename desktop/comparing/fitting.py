"""Words that have to fit into a few lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QTextLayout, QTextOption

from desktop.reading.utf16 import Units

MOST_LETTERS = 2_000
"""What is looked at: nobody's few lines hold more."""


def line_option() -> QTextOption:
    """How words are broken into lines."""
    option = QTextOption()
    option.setTextDirection(QGuiApplication.layoutDirection())
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def fitted(words: str, font: QFont, width: float, lines: int) -> str:
    """Words as they are if they fit into the lines, else cut with an ellipsis at the last's end."""
    shown = words[:MOST_LETTERS]
    layout = QTextLayout(shown, font)
    layout.setTextOption(line_option())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= lines and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= lines:
        return shown
    last = Units(shown).point(starts[lines - 1])
    rest = " ".join(shown[last:].split())
    elided = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return shown[:last] + elided
