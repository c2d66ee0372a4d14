"""The pages of a sheet as they will print, drawn anew while the reader chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from db.errors import CorpusError
from db.sheets.requests import SheetRequest
from desktop.dialogs.base import label
from desktop.jobs import Cancelled, Job, Jobs, Report
from desktop.sheets.pdf_pages import open_pages
from desktop.theme import Theme

PATIENCE: Final = 350
"""Milliseconds without a change before the pages are made."""
MOST_EVENTS: Final = 10
MOST_PAGES: Final = 12
GAP: Final = 14
PIXELS: Final = 1400
"""The width of a page's picture: sharp at twice the size it is mostly shown at."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The first pages of a sheet as pictures, and how many there are of how many events."""

    pictures: tuple[QImage, ...]
    pages: int
    events: int
    all_events: int


class PagePreview(QWidget):
    """Shows the first pages of what is asked for; `jobs` are the preview's own."""

    def __init__(self, corpus: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The pages as they will print"))
        self._corpus = corpus
        self._jobs = Jobs(self)
        self._ticket = 0
        self._request: SheetRequest | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._make)
        self._jobs.done.connect(self._show)
        self._jobs.failed.connect(self._failed)
        self.words = label("", kind="secondary", parent=self)
        self.paper = _Paper(theme)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.accessibleName())
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.paper)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.words)
        box.addWidget(self._scroll, 1)

    def sizeHint(self) -> QSize:
        """As much as a page lying on its side needs to be read."""
        return QSize(620, 640)

    def ask(self, request: SheetRequest | None) -> None:
        """Show other pages soon; None = there is nothing to show."""
        self._request = request
        if request is None:
            self._timer.stop()
            self.paper.set_pages(())
            self.words.setText("")
            return
        self.words.setText(self.tr("Making the pages…"))
        self._timer.start()

    def close_jobs(self) -> None:
        """Stop what runs and wait for it."""
        self._timer.stop()
        self._jobs.close()

    @property
    def is_busy(self) -> bool:
        """Whether pages are being made, or about to be."""
        return self._timer.isActive() or self._jobs.is_busy

    def _make(self) -> None:
        if self._request is not None:
            self._jobs.cancel(self._ticket)
            self._ticket = self._jobs.start(_job(self._corpus, self._request))

    def _show(self, ticket: int, made: object) -> None:
        if ticket != self._ticket or not isinstance(made, Pages):
            return
        self.paper.set_pages(made.pictures)
        self._scroll.verticalScrollBar().setValue(0)
        parts = [self.tr("%n page(s)", None, made.pages)]
        if made.events < made.all_events:
            parts = [
                self.tr("The first {some} of {all} events as they will print").format(
                    some=made.events, all=made.all_events
                )
            ]
        elif made.pages > len(made.pictures):
            parts.append(self.tr("the first {count} are shown").format(count=len(made.pictures)))
        self.words.setText(" · ".join(parts))

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket == self._ticket:
            self.paper.set_pages(())
            self.words.setText(str(error) if isinstance(error, CorpusError) else "")


def _job(corpus: Path, request: SheetRequest) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        return draw_pages(corpus, request, cancelled)

    return job


def draw_pages(corpus: Path, request: SheetRequest, cancelled: Cancelled) -> Pages | None:
    """The first pages of a sheet of its first events; None where it was stopped."""
    from db.corpus import Corpus
    from db.sheets.building import build_sheet
    from db.sheets.pdf import render

    with Corpus.open(corpus, read_only=True) as opened:
        every = [e.id for e in opened.events.all()]
        wanted = list(request.events) or every
        some = replace(request, events=tuple(wanted[:MOST_EVENTS]))
        sheet = build_sheet(opened, some)
        # The whole sheet's own words at its head, whatever part of it is shown.
        sheet = replace(sheet, every_event=not request.events)
    if cancelled():
        return None
    data = render(sheet)
    if cancelled():
        return None
    pictures, count = _pictures(data)
    return Pages(pictures, count, len(sheet.rows), len(wanted))


def _pictures(data: bytes) -> tuple[tuple[QImage, ...], int]:
    with open_pages(data) as pages:
        pictures = [
            pages.picture(number, PIXELS / pages.size(number).width())
            for number in range(min(len(pages), MOST_PAGES))
        ]
        return tuple(pictures), len(pages)


class _Paper(QWidget):
    """Pages one below another, as wide as there is room."""

    resized = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: tuple[QImage, ...] = ()
        self.setAccessibleName(self.tr("Pages"))

    def set_pages(self, pages: tuple[QImage, ...]) -> None:
        """Show other pages."""
        self._pages = pages
        self.setAccessibleDescription(self.tr("%n page(s) shown", None, len(pages)))
        self._fit()
        self.update()

    @property
    def pages(self) -> tuple[QImage, ...]:
        """The pages shown."""
        return self._pages

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        rects = self._rects()
        self.setMinimumHeight(rects[-1].bottom() + GAP if rects else 0)

    def _rects(self) -> list[QRect]:
        width = max(1, self.width() - 2)
        y, rects = 0, []
        for page in self._pages:
            height = round(page.height() * width / page.width())
            rects.append(QRect(0, y, width, height))
            y += height + GAP
        return rects

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for rect, page in zip(self._rects(), self._pages, strict=True):
            if rect.intersects(event.rect()):
                painter.drawImage(rect, page)
                painter.setPen(QPen(self._theme.hairline, 1))
                painter.drawRect(rect.translated(QPoint(0, 0)))
        painter.end()
