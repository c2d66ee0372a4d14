"""The pages of a PDF as pictures, one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import pypdfium2

# PDFium knows no threads; a preview and a printer may both want pages.
_ALONE: Final = Lock()


class PdfPages:
    """An open PDF; sizes are in points."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def __len__(self) -> int:
        with _ALONE:
            return len(self._document)

    def size(self, number: int) -> QSizeF:
        """How large a page is, the first being 0."""
        with _ALONE:
            return QSizeF(*self._document.get_page_size(number))

    def picture(self, number: int, scale: float) -> QImage:
        """A page with so many pixels to a point."""
        with _ALONE:
            page = self._document[number]
            bitmap = page.render(scale=scale, rev_byteorder=True)
            try:
                format = QImage.Format.Format_RGB888
                if bitmap.n_channels == 4:
                    format = QImage.Format.Format_RGBX8888
                view = memoryview(bitmap.buffer)
                image = QImage(view, bitmap.width, bitmap.height, bitmap.stride, format)
                return image.copy()
            finally:
                bitmap.close()
                page.close()


@contextmanager
def open_pages(data: bytes) -> Iterator[PdfPages]:
    """The pages of a PDF, as long as they are wanted."""
    import pypdfium2

    with _ALONE:
        document = pypdfium2.PdfDocument(data)
    try:
        yield PdfPages(document)
    finally:
        with _ALONE:
            document.close()
