"""Asking for files: what is the same wherever the reader is asked for one."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

# Names that Windows keeps for itself.
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_UNSAFE: Final = re.compile(
    r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+'
)
MOST_LETTERS: Final = 80
MOST_BYTES: Final = 200
"""Names of files have at most 255 bytes, and an ending is to follow."""


def clean_stem(words: str, otherwise: str) -> str:
    """Words as the name of a file that every system takes, or another name where none is left.

    Letters of any script, spaces and dashes stay. Qt reads a quotation mark in a name as the end
    of it, and a slash as a folder.
    """
    stem = " ".join(_UNSAFE.sub(" ", words).split())[:MOST_LETTERS]
    stem = stem.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    return otherwise if not stem or _RESERVED.fullmatch(stem) else stem


def ask_file(parent: QWidget, title: str, folder: str, kinds: str) -> str:
    """Ask for a file to open; empty where the reader asks for none.

    Qt's own dialog deletes and renames files where it is not told that it is for reading.
    """
    read_only = QFileDialog.Option.ReadOnly
    return QFileDialog.getOpenFileName(parent, title, folder, kinds, "", read_only)[0]


def ask_files(parent: QWidget, title: str, folder: str, kinds: str) -> list[str]:
    """Ask for files to open; none where the reader asks for none."""
    read_only = QFileDialog.Option.ReadOnly
    return QFileDialog.getOpenFileNames(parent, title, folder, kinds, "", read_only)[0]
