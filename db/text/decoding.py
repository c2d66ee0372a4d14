"""Bytes of a plain-text file as text, with every doubt counted."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from db.errors import said


class DecodeError(ValueError):
    """An encoding that cannot be used; its text is a sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file.

    ``encoding`` is Python's name of it, ``confidence`` 0 to 1 how sure the choice is, ``replaced``
    the number of characters that became U+FFFD because they were NUL or no character at all.
    """

    text: str
    encoding: str
    confidence: float
    replaced: int


# The longer marks first: UTF-32's begins like UTF-16's.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FALLBACK: Final = "cp1252"
_UNFIT: Final = re.compile("[\x00\ud800-\udfff]")
_SAMPLE: Final = 65_536


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode by the encoding given, else by byte-order mark, strict UTF-8, detection, in turn.

    Line ends become \\n, a leading byte-order mark is dropped, NUL becomes U+FFFD; nothing else
    is changed.  Raises DecodeError when the encoding given is none.
    """
    if encoding is not None:
        return _decoded(data, _known(encoding), 1.0)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data, name, 1.0)
    if not _looks_wide(data[:_SAMPLE]) and _is_utf8(data):
        return _decoded(data, "utf-8", 1.0)
    return _detected(data)


def _detected(data: bytes) -> Decoded:
    import chardet  # costs more than a small file takes; most files never need it

    found = chardet.detect(data, prefer_superset=True)
    name = found["encoding"]
    confidence = found["confidence"] or 0.0
    if _is_utf8(data) and not (name or "").lower().startswith(("utf-16", "utf-32")):
        return _decoded(data, "utf-8", 1.0)
    if name is None:
        return _decoded(data, _FALLBACK, 0.0)
    return _decoded(data, _known(name), confidence)


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, errors="replace")
    except (LookupError, ValueError, UnicodeError) as error:
        raise DecodeError(
            said("“{encoding}” is not an encoding of text.", encoding=encoding[:40])
        ) from error
    return {"utf-8-sig": "utf-8"}.get(name, name)


def _decoded(data: bytes, encoding: str, confidence: float) -> Decoded:
    try:
        text = data.decode(encoding, errors="replace")
    except (UnicodeError, ValueError) as error:
        raise DecodeError(
            said("The file cannot be read as {encoding}.", encoding=encoding)
        ) from error
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text, unfit = _UNFIT.subn("\ufffd", text)
    damaged = 0 if _is_exact(data, encoding) else text.count("\ufffd") - unfit
    return Decoded(text, encoding, confidence, unfit + damaged)


def _is_exact(data: bytes, encoding: str) -> bool:
    """Tell whether every U+FFFD of the text stood in the file as such."""
    try:
        data.decode(encoding)
    except (UnicodeError, ValueError):
        return False
    return True


def _is_utf8(data: bytes) -> bool:
    return _is_exact(data, "utf-8")


def _looks_wide(sample: bytes) -> bool:
    """Tell whether there are so many control bytes that this may be UTF-16 or UTF-32.

    Russian in UTF-16 is valid UTF-8 too: each letter is a control byte and a sign.
    """
    controls = sum(sample.count(code) for code in range(9))
    return controls * 8 > len(sample)
