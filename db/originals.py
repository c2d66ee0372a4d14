"""Originals: the texts a corpus describes and a reader brings."""

from __future__ import annotations

import stat
from pathlib import Path

from db.backup import plain_reason
from db.corpus import Corpus
from db.errors import UnknownOriginalError, UnreadableFileError, said
from db.records import Edition

# No original described by hash is larger; a bigger file is refused before it is read.
MOST_BYTES = 256 * 1024 * 1024


def add_original_file(corpus: Corpus, file: Path) -> tuple[Edition, bool]:
    """Add an original from a file; returns its edition and whether anything changed.

    Raises UnknownOriginalError or UnreadableFileError, naming the file.
    """
    return corpus.editions.add_original(file.name, read_original(corpus, file))


def read_original(corpus: Corpus, file: Path) -> bytes:
    """The bytes of a file that may be an original by its size; raises as `read_whole` does.

    A file larger than the largest original is not read: that might take seconds.
    """
    return read_whole(file, min(MOST_BYTES, corpus.editions.most_bytes()))


def read_whole(file: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a regular file of at most so many.

    Raises UnreadableFileError where there is none, UnknownOriginalError for a larger one.
    """
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFileError(file=file, reason=said("it is not a regular file"))
        if status.st_size > most:
            raise UnknownOriginalError(file=file)
        return file.read_bytes()
    except OSError as error:
        raise UnreadableFileError(file=file, reason=plain_reason(error)) from error
