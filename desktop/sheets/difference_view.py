"""What a quotation should say and what the sheet says, the difference marked in the words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from db.sheets.checking.checking import CheckedQuotation
from db.sheets.checking.finding import Verdict
from db.sheets.visible import visible
from desktop.sheets.difference import Part, parts
from desktop.theme import Theme


class DifferenceView(QTextEdit):
    """Two paragraphs: the corpus and the sheet.

    What only one of them has stands between ⟦ and ⟧: struck through in the corpus's words,
    underlined in the sheet's.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("What is different"))

    def show_quotation(self, quotation: CheckedQuotation | None, *, elsewhere: bool) -> None:
        """Tell of another quotation; `elsewhere` says that the sheet is another corpus's."""
        self.clear()
        if quotation is None:
            return
        note = self._note(quotation, elsewhere)
        if note:
            self._write(note, self._head())
            self._begin_paragraph()
        if quotation.verdict is Verdict.EXACT:
            self._write(visible(quotation.expected or quotation.found), QTextCharFormat())
        else:
            self._compare(quotation)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _note(self, quotation: CheckedQuotation, elsewhere: bool) -> str:
        if elsewhere:
            return self.tr("The text it quotes is not in this corpus.")
        if quotation.verdict is Verdict.MISSING:
            if not quotation.expected:
                return self.tr("These words stand in no text of the corpus.")
            return self.tr("The sheet names this place, but its words are not there.")
        if quotation.verdict is Verdict.SOURCE_CHANGED and not quotation.expected:
            return self.tr("The corpus does not hold the text that was quoted.")
        if quotation.verdict is Verdict.SOURCE_CHANGED:
            return self.tr("The corpus has another text there than when the sheet was made.")
        return ""

    def _compare(self, quotation: CheckedQuotation) -> None:
        expected, found = visible(quotation.expected), visible(quotation.found)
        sides = parts(expected, found) if expected and found else _apart(expected, found)
        heads = (self.tr("In the corpus"), self.tr("On the sheet"))
        for head, side, mark in zip(heads, sides, (self._gone(), self._added()), strict=True):
            if not side:
                continue
            self._begin_paragraph()
            self._write(head + "  ", self._head())
            for words, differ in side:
                self._write(f"⟦{words}⟧" if differ else words, mark if differ else None)

    def _begin_paragraph(self) -> None:
        """Begin another paragraph, a little below the one before it; an empty one is enough."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if cursor.block().length() > 1:
            block = QTextBlockFormat()
            block.setTopMargin(self.fontMetrics().lineSpacing() / 3)
            cursor.insertBlock(block)

    def _write(self, words: str, format: QTextCharFormat | None) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(words, format or QTextCharFormat())

    def _head(self) -> QTextCharFormat:
        format = QTextCharFormat()
        format.setFontWeight(QFont.Weight.DemiBold)
        format.setForeground(self._theme.muted)
        return format

    def _gone(self) -> QTextCharFormat:
        format = QTextCharFormat()
        format.setFontStrikeOut(True)
        format.setBackground(self._theme.disagreement_tint)
        return format

    def _added(self) -> QTextCharFormat:
        format = QTextCharFormat()
        format.setFontUnderline(True)
        format.setFontWeight(QFont.Weight.DemiBold)
        format.setBackground(self._theme.disagreement_tint)
        return format

    def sizeHint(self) -> QSize:
        """Six lines."""
        return QSize(400, self.fontMetrics().lineSpacing() * 6 + 16)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(240, self.fontMetrics().lineSpacing() * 3 + 16)


def _apart(expected: str, found: str) -> tuple[list[Part], list[Part]]:
    """Where one side has nothing, there is nothing to mark."""
    return [(expected, False)] if expected else [], [(found, False)] if found else []
