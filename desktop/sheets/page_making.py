"""The jobs of a preview: setting a sheet's pages, and drawing those in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from db.errors import CorpusError
from db.sheets.choices import Part
from db.sheets.requests import SheetRequest
from desktop.jobs import Cancelled, Job, Report
from desktop.sheets.pdf_pages import open_pages
from desktop.sheets.stopping import StoppingWatch

MOST_EVENTS: Final = 10
"""The events whose pages are made first, so that something is seen soon."""
MOST_WHOLE: Final = 400
"""Sheets of more events are not made whole while the reader still chooses."""


class PreviewStoppedError(CorpusError):
    """Pages that are not wanted any more."""

    template: ClassVar[str] = "The pages are made anew."


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF with its pages' sizes in points, and how many of how many events are in it."""

    data: bytes
    sizes: tuple[QSizeF, ...]
    events: int
    all_events: int

    @property
    def is_whole(self) -> bool:
        """Whether every event is in it."""
        return self.events >= self.all_events


def make_pages(
    corpus: Path, request: SheetRequest, cancelled: Cancelled, *, most: int = MOST_EVENTS
) -> Pages:
    """The pages of a sheet's first events; raises PreviewStoppedError as soon as it is stopped."""
    from db.corpus import Corpus
    from db.sheets.building import build_sheet
    from db.sheets.pdf import render

    watch = StoppingWatch(PreviewStoppedError, cancelled)
    with Corpus.open(corpus, read_only=True) as opened:
        wanted = list(request.events) or [e.id for e in opened.events.all()]
        watch.check()
        some = replace(request, events=tuple(wanted[:most]))
        if len(wanted) > most:
            # They stand at the end of the whole sheet, and take the longest to be counted.
            some = replace(some, show=some.show - {Part.NAMES})
        sheet = build_sheet(opened, some, watch)
        # The whole sheet's own words at its head, whatever part of it is shown.
        sheet = replace(sheet, every_event=not request.events)
    data = render(sheet, watch)
    watch.check()
    with open_pages(data) as pages:
        sizes = tuple(pages.size(number) for number in range(len(pages)))
    return Pages(data, sizes, min(most, len(wanted)), len(wanted))


def making(corpus: Path, request: SheetRequest, most: int) -> Job:
    """The job that makes pages."""

    def job(report: Report, cancelled: Cancelled) -> object:
        return make_pages(corpus, request, cancelled, most=most)

    return job


def drawing(data: bytes, numbers: Sequence[int], pixels: int) -> Job:
    """The job that draws some pages so many pixels wide, one of a time while it is wanted."""

    def job(report: Report, cancelled: Cancelled) -> object:
        drawn: list[tuple[int, QImage]] = []
        with open_pages(data) as pages:
            for number in numbers:
                if cancelled():
                    break
                drawn.append((number, pages.picture(number, pixels / pages.size(number).width())))
        return drawn

    return job
