"""What the formats of a sheet are called, and names for the files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from db.corpus.opening import is_corpus as is_database
from db.errors import ExportError, said
from db.sheets.choices import Orientation, Paper
from db.sheets.exporting import ENDINGS, FORMATS
from desktop.error_words import error_words
from desktop.file_questions import clean_stem

# Formats that are set on pages, so that paper matters.
PAGED: Final = frozenset({"pdf", "html", "docx", "odt"})


def format_words(format: str) -> str:
    """What a format is called, and what it is good for."""
    known = {
        "pdf": QCoreApplication.translate("sheets", "PDF, to print and to hand out"),
        "docx": QCoreApplication.translate("sheets", "Word document"),
        "odt": QCoreApplication.translate("sheets", "OpenDocument text"),
        "html": QCoreApplication.translate("sheets", "Web page, one file"),
        "xlsx": QCoreApplication.translate("sheets", "Excel table"),
        "csv": QCoreApplication.translate("sheets", "Table as plain text (CSV)"),
        "md": QCoreApplication.translate("sheets", "Markdown"),
        "take-home": QCoreApplication.translate("sheets", "Take-home, a page that reads like this"),
        "json": QCoreApplication.translate("sheets", "JSON, for other programs"),
    }
    return known.get(format, format.upper())


def formats() -> Sequence[str]:
    """The formats this version writes."""
    return list(FORMATS)


def paper_words(paper: Paper, orientation: Orientation) -> str:
    """A sheet of paper and how it lies."""
    sizes = {Paper.A4: "A4", Paper.LETTER: QCoreApplication.translate("sheets", "Letter")}
    lies = {
        Orientation.LANDSCAPE: QCoreApplication.translate("sheets", "landscape"),
        Orientation.PORTRAIT: QCoreApplication.translate("sheets", "portrait"),
    }
    return f"{sizes[paper]}, {lies[orientation]}"


def usual_paper() -> Paper:
    """The paper of the reader's country."""
    imperial = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if imperial else Paper.A4


def file_name(title: str, format: str) -> str:
    """A name for the file of a sheet that every system takes."""
    stem = clean_stem(title, QCoreApplication.translate("sheets", "Sheet"))
    return f"{stem}.{ending(format)}"


def ending(format: str) -> str:
    """The ending of a format's files."""
    return ENDINGS.get(format, format)


def refusal(target: Path) -> str:
    """Why a sheet cannot be written to a place, as far as that is seen before; else empty."""
    folder = target.parent
    reason: str = ""
    if target.is_file() and is_database(target):
        reason = said("a corpus or another database has that name; choose another")
    elif target.exists() and not target.is_file():
        reason = said("something else than a file has that name")
    elif not folder.is_dir():
        reason = said("there is no such folder")
    elif not os.access(folder, os.W_OK):
        reason = said("nothing may be written to that folder")
    return error_words(ExportError(file=target, reason=reason)) if reason else ""
