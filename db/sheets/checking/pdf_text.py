"""The text of a PDF page by page, without what stands in its head and foot."""

from __future__ import annotations

from typing import Final

import pypdfium2

_POINTS: Final = 72 / 25.4
# The margins of our pages in millimetres; running heads and feet stand in them.
_HEAD: Final = 16.0
_FOOT: Final = 14.5
# What PDFium gives for a hyphen at the end of a line; ours are all in the words.
_HYPHEN: Final = "\x02"


class PasswordError(Exception):
    """A PDF opens with a password only."""


def pages(data: bytes) -> list[str]:
    """The text of each page in the order of the file's content.

    Raises ValueError for no PDF, PasswordError for one that is locked.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise PasswordError from error
        raise ValueError(str(error)) from error
    try:
        return [_page(document[number]) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> str:
    width, height = page.get_size()
    text = page.get_textpage()
    try:
        words = text.get_text_bounded(0, _FOOT * _POINTS, width, height - _HEAD * _POINTS)
        return str(words).replace(_HYPHEN, "-")
    finally:
        text.close()
        page.close()
