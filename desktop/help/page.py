"""The page of the help window: rich text that can load nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QAccessible, QImage, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from desktop.help.safe_markdown import TOPIC_SCHEME
from desktop.style import mix
from desktop.theme import READING_PIXELS, Theme, reading_font

_STYLE = """
h1 {{ font-size: {h1}px; font-weight: 600; margin: 0 0 10px 0; }}
h2 {{ font-size: {h2}px; font-weight: 600; margin: 22px 0 6px 0; }}
h3 {{ font-size: {body}px; font-weight: 600; margin: 14px 0 4px 0; }}
p, dd, li {{ margin: 0 0 9px 0; line-height: 132%; }}
li {{ margin: 0 0 3px 0; }}
ul, ol {{ margin: 0 0 9px 0; }}
table {{ margin: 2px 0 10px 0; }}
td, th {{ padding: 3px 18px 3px 0; font-family: "{family}"; font-size: {small}px; }}
th {{ text-align: left; font-weight: 600; }}
code {{ font-family: "{family}"; font-size: {small}px; background: {code}; }}
a {{ color: {link}; text-decoration: underline; }}
"""


class HelpPage(QTextBrowser):
    """Shows safe HTML; links lead to topics, and every resource is an empty picture."""

    topic_asked = Signal(str)
    """A link to a topic was followed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = ""
        self._found: list[QTextCursor] = []
        self.asked: list[str] = []
        """What Qt wanted to load; safe pages leave it empty."""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Help text"))
        self.document().setDocumentMargin(28)
        self.anchorClicked.connect(self._follow)
        self.set_theme(theme)

    def loadResource(self, type: int, name: QUrl | str) -> QImage:
        """Return an empty picture for whatever is asked; only a non-null answer keeps Qt off."""
        self.asked.append(name if isinstance(name, str) else name.toString())
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(0)
        return empty

    def showEvent(self, event: QShowEvent) -> None:
        """Let keys move a caret for who has the page read aloud: without it nothing is read."""
        super().showEvent(event)
        if QAccessible.isActive():
            keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(self.textInteractionFlags() | keys)

    def show_page(self, html: str) -> None:
        """Show a page of safe HTML from its top."""
        self._html = html
        self.setHtml(html)
        self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts, staying where the page is."""
        self._theme = theme
        font = reading_font(theme, READING_PIXELS)
        body = font.pixelSize()
        self.document().setDefaultFont(font)
        self.document().setDefaultStyleSheet(
            _STYLE.format(
                h1=round(body * 1.5),
                h2=round(body * 1.15),
                body=body,
                small=round(body * 0.9),
                family=theme.interface_family,
                code=theme.selection.name(),
                link=theme.accent.name(),
            )
        )
        # The window's style sheet shows what cannot be edited on the panel's colour.
        self.setStyleSheet(f"QTextBrowser {{ background: {theme.paper.name()}; border: none; }}")
        at = self.verticalScrollBar().value()
        self.setHtml(self._html)
        self.verticalScrollBar().setValue(at)

    @property
    def found(self) -> int:
        """How many places are marked."""
        return len(self._found)

    def mark_words(self, words: str) -> int:
        """Mark every place of some words and return how many there are."""
        self._found = list(self._places(words)) if words else []
        self._show_marks(-1)
        return len(self._found)

    def go_to_place(self, number: int) -> None:
        """Bring one of the marked places into sight."""
        if not 0 <= number < len(self._found):
            return
        self._show_marks(number)
        there = QTextCursor(self._found[number])
        there.clearSelection()
        self.setTextCursor(there)
        self.ensureCursorVisible()

    def _places(self, words: str) -> list[QTextCursor]:
        found = []
        cursor = self.document().find(words, 0)
        while not cursor.isNull():
            found.append(cursor)
            cursor = self.document().find(words, cursor)
        return found

    def _show_marks(self, current: int) -> None:
        marks = []
        for number, cursor in enumerate(self._found):
            mark = QTextEdit.ExtraSelection()
            format = QTextCharFormat()
            strong = mix(self._theme.accent_tint, self._theme.accent, 0.35)
            format.setBackground(strong if number == current else self._theme.accent_tint)
            format.setFontUnderline(number == current)
            mark.format = format
            mark.cursor = cursor
            marks.append(mark)
        self.setExtraSelections(marks)

    @Slot(QUrl)
    def _follow(self, link: QUrl) -> None:
        target = link.toString()
        if target.startswith(TOPIC_SCHEME):
            self.topic_asked.emit(target.removeprefix(TOPIC_SCHEME))
