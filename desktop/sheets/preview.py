"""The pages of a sheet as they will print, made anew while the reader chooses."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from db.errors import CorpusError
from db.sheets.requests import SheetRequest
from desktop.comparing.wording import number
from desktop.dialogs.base import label
from desktop.error_words import error_words
from desktop.jobs import Jobs
from desktop.sheets.page_making import MOST_EVENTS, MOST_WHOLE, Pages, drawing, making
from desktop.sheets.page_stack import PageScroll, PageStack
from desktop.theme import Theme

PATIENCE: Final = 350
"""Milliseconds without a change before the pages are made."""


class PagePreview(QWidget):
    """Shows the pages of what is asked for: those of the first events, then all of them."""

    def __init__(self, corpus: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The pages as they will print"))
        self._corpus = corpus
        # Pages in sight are drawn while more of them are made.
        self._making, self._drawing = Jobs(self), Jobs(self)
        self._made = 0
        self._drawings: dict[int, Pages] = {}
        self._waiting: set[int] = set()
        self._place = 0
        self._request: SheetRequest | None = None
        self._pages: Pages | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._make)
        self.words = label("", kind="secondary", parent=self)
        self.paper = PageStack(theme)
        self.room = PageScroll(self.paper, theme, self)
        self.room.setAccessibleName(self.accessibleName())
        self._lay_out()
        self.paper.wanted.connect(self._draw)
        self.room.moved.connect(self._tell)
        self._making.done.connect(self._show)
        self._making.failed.connect(self._failed)
        self._drawing.done.connect(self._take)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        for sign, words, keys, slot in (
            ("−", self.tr("Smaller pages"), "Ctrl+-", self._smaller),
            ("+", self.tr("Larger pages"), "Ctrl++", self._larger),
        ):
            button = QToolButton(self)
            button.setText(sign)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({keys})")
            button.clicked.connect(slot)
            head.addWidget(button)
            QWidget.setTabOrder(button, self.room)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.room, 1)

    def _smaller(self) -> None:
        self.room.zoom_by(-1)

    def _larger(self) -> None:
        self.room.zoom_by(1)

    def sizeHint(self) -> QSize:
        """As much as a page lying on its side needs to be read."""
        return QSize(620, 640)

    def ask(self, request: SheetRequest | None, complaint: str = "") -> None:
        """Show other pages soon; None = there is nothing to show, and why."""
        if request is not None and request == self._request:
            return
        self._request = request
        if self._pages is not None and self._pages.is_whole:
            self._place = self.room.page
        self._making.cancel(self._made)
        self._made = 0
        if request is None:
            self._timer.stop()
            self._clear(complaint)
            return
        self.words.setText(self.tr("Making the pages…"))
        self._timer.start()

    def close_jobs(self) -> None:
        """Stop what runs and wait for it, which is a moment."""
        self._timer.stop()
        self._making.close()
        self._drawing.close()

    @property
    def is_busy(self) -> bool:
        """Whether pages are being made or drawn, or about to be."""
        busy = self._making.is_busy or self._drawing.is_busy
        return self._timer.isActive() or busy

    # Making

    def _make(self, most: int = MOST_EVENTS) -> None:
        if self._request is not None:
            self._made = self._making.start(making(self._corpus, self._request, most))

    def _show(self, ticket: int, made: object) -> None:
        if ticket != self._made or not isinstance(made, Pages):
            return
        # Where the reader has moved meanwhile there is nothing to come back to.
        is_more = self._pages is not None and not self._pages.is_whole and made.is_whole
        if is_more and self.room.page != min(self._place, len(self.paper) - 1):
            self._place = self.room.page
        self._pages = made
        self._waiting.clear()
        self.paper.set_pages(made.sizes)
        self._made = 0
        if not made.is_whole and made.all_events <= MOST_WHOLE:
            self._make(made.all_events)
        self.room.go_to(self._place)
        self._tell()

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket != self._made:
            return
        self._made = 0
        words = self.tr("The pages cannot be shown.")
        if isinstance(error, CorpusError):
            words = f"{words} {error_words(error)}"
        self._clear(words)

    def _clear(self, words: str) -> None:
        self._pages = None
        self.paper.set_pages(())
        self.words.setText(words)

    def _tell(self) -> None:
        """Say which pages these are."""
        made = self._pages
        if made is None or self._timer.isActive():
            return
        parts = []
        if made.is_whole:
            parts.append(
                self.tr("Page {page} of {pages}").format(
                    page=number(self.room.page + 1), pages=number(len(made.sizes))
                )
            )
        else:
            words = self.tr("The first {some} of {all} events; the pages count only these")
            some = {"some": number(made.events), "all": number(made.all_events)}
            parts.append(words.format(**some))
            if self._made:
                parts.append(self.tr("making the others…"))
        if self.room.zoom > 1:
            parts.append(f"{self.room.zoom:.0%}")
        self.words.setText(" · ".join(parts))

    # Drawing

    def _draw(self, numbers: list[int]) -> None:
        """Draw pages, and the next one, which is likely to be wanted."""
        if self._pages is None or not numbers:
            return
        last = min(numbers[-1] + 1, len(self._pages.sizes) - 1)
        wanted = sorted({*numbers, last} - self._waiting)
        if wanted and not self._waiting.issuperset(numbers):
            self._waiting.update(wanted)
            job = drawing(self._pages.data, wanted, self.paper.pixels())
            self._drawings[self._drawing.start(job)] = self._pages

    def _take(self, ticket: int, drawn: object) -> None:
        # What was drawn of other pages than are shown now is thrown away.
        if self._drawings.pop(ticket, None) is self._pages and isinstance(drawn, list):
            self._waiting -= {number for number, _ in drawn}
            self.paper.add_pictures(drawn)
