"""What the program remembers between runs, outside any corpus.

One small JSON file per reader: theme, language, recent files, and for each corpus (known by its
nonce, not its path) where the reader was. A damaged file counts as none, and is never fatal.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

MOST_RECENT = 12
MOST_CORPORA = 100
REPORT = "crash-report.txt"
"""The report of a fault, beside the settings."""
_MOST: Final = 100_000
"""No number of pixels that a window has is larger."""
_FIRST_INSTANT, _LAST_INSTANT = -62_135_596_800, 253_402_300_799
"""The years 1 to 9999 in UTC seconds: what a clock can show."""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isascii()


def _is_zoom(value: object) -> bool:
    return type(value) is float and 0.1 <= value <= 10


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _are_pixels(value: object) -> bool:
    return isinstance(value, list) and all(type(n) is int and abs(n) <= _MOST for n in value)


def _are_switches(value: object) -> bool:
    return isinstance(value, dict) and all(type(each) is bool for each in value.values())


def _is_instant(value: object) -> bool:
    return type(value) is int and _FIRST_INSTANT <= value <= _LAST_INSTANT


def _anything(value: object) -> bool:
    return True


FITTING: Final[Mapping[str, Callable[[object], bool]]] = {
    "zoom": _is_zoom, "window": _is_text, "recent": _are_texts, "bars": _are_pixels,
    "columns": _are_texts, "columns_sizes": _is_text, "event": lambda value: type(value) is str,
    "known_by": _is_instant, "sizes": _are_pixels, "rows": _are_pixels, "ways": _are_switches,
    "standing": lambda value: isinstance(value, dict),
}  # fmt: skip
"""What may stand in the file, of the reader and of a corpus; anything else counts as nothing."""


class Settings:
    """The reader's settings; `save` writes them."""

    def __init__(self) -> None:
        self.theme = "system"
        self.remember_recent = True
        self.recent: list[str] = []
        self.zoom = 1.0
        self.window = ""
        self.bars: list[int] = []
        self.citation_style = "short"
        self.citation_language = "en"
        self.corpora: dict[str, dict[str, Any]] = {}
        # What this program has written, and another running one has not.
        self._own: list[str] = []
        self._opened: list[str] = []

    def public(self) -> dict[str, Any]:
        """What is written down."""
        return {name: value for name, value in vars(self).items() if name[0] != "_"}

    def beside(self, others: Settings) -> dict[str, Any]:
        """What is written down where another program has written meanwhile.

        The files it opened and where it was in its corpora are kept.
        """
        if not self.remember_recent:
            self._opened.clear()
        own = {nonce: self.corpora[nonce] for nonce in self._own if nonce in self.corpora}
        rest = {n: state for n, state in others.corpora.items() if n not in own}
        corpora = list({**rest, **own}.items())[-MOST_CORPORA:]
        recent = dict.fromkeys([*self._opened, *others.recent, *self.recent])
        kept = list(recent)[:MOST_RECENT] if self.remember_recent else []
        return {**self.public(), "corpora": dict(corpora), "recent": kept}

    def take(self, data: Mapping[str, Any]) -> None:
        """Take over what is known and of the right kind."""
        for name, default in self.public().items():
            value = data.get(name)
            if type(value) is type(default) and FITTING.get(name, _anything)(value):
                setattr(self, name, value)

    def remember_file(self, path: Path) -> None:
        """Put a file at the head of the recent ones, unless the reader wants no such list."""
        if not self.remember_recent:
            return
        text = str(path.absolute())
        self.recent = [text, *(r for r in self.recent if r != text)][:MOST_RECENT]
        self._opened = [text, *(r for r in self._opened if r != text)][:MOST_RECENT]

    def corpus_state(self, nonce: str) -> dict[str, Any]:
        """What is remembered of one corpus."""
        state = self.corpora.get(nonce)
        kept = state.items() if isinstance(state, dict) else ()
        return {name: value for name, value in kept if FITTING.get(name, _anything)(value)}

    def set_corpus_state(self, nonce: str, state: dict[str, Any]) -> None:
        """Remember the state of one corpus, newest last."""
        self.corpora.pop(nonce, None)
        self.corpora[nonce] = state
        self._own = [*(n for n in self._own if n != nonce), nonce]
        for old in list(self.corpora)[:-MOST_CORPORA]:
            del self.corpora[old]


def folder() -> Path:
    """Where settings live on this system; TRIPTYCH_SETTINGS names another folder."""
    given = os.environ.get("TRIPTYCH_SETTINGS")
    if given:
        return Path(given)
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(place)


def data_folder() -> Path:
    """Where the reader's copy of the bundled case lives; TRIPTYCH_DATA names another folder."""
    given = os.environ.get("TRIPTYCH_DATA")
    if given:
        return Path(given)
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place)


def documents_folder() -> Path:
    """Where what the program writes is put unless the reader says otherwise."""
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def load(file: Path | None = None) -> Settings:
    """Read the settings; defaults where there are none or they cannot be read."""
    file = file or folder() / "settings.json"
    settings = Settings()
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return settings
    if isinstance(data, dict):
        settings.take(data)
    return settings


def save(settings: Settings, file: Path | None = None) -> bool:
    """Write the settings by a rename; False where the place cannot be written."""
    file = file or folder() / "settings.json"
    partial = file.with_suffix(".partial")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        data = settings.beside(load(file))
        partial.write_text(json.dumps(data, indent=1), encoding="utf-8")
        partial.replace(file)
    except OSError:
        return False
    return True
