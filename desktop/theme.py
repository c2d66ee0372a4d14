"""Colours, source styles and fonts: what every painted thing asks before it paints."""

import json
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

import resources

NAMES: Final = ("light", "dark", "contrast-light", "contrast-dark")
STYLED: Final = "styled"
"""The property of an application that was begun in the right style."""
INTERFACE_PIXELS: Final = 13
SECONDARY_PIXELS: Final = 11.5
READING_PIXELS: Final = 15.5
POINTS_PER_INCH: Final = 72


class Pattern(StrEnum):
    """How a source's bar is drawn, so that colour never stands alone."""

    SOLID = "solid"
    DIAGONAL = "diagonal"
    DOTS = "dots"
    DASHES = "dashes"
    DOUBLE = "double"
    WAVES = "waves"


class Presence(StrEnum):
    """Whether a source has passages on an event."""

    SPEAKS = "speaks"
    SILENT = "silent"
    NOT_LOOKED = "not-looked"


class SourceStyle(NamedTuple):
    """The look of one source: its letter, colour, tint and pattern."""

    index: int  # type: ignore[assignment]  # nobody looks for something in a style
    letter: str
    colour: QColor
    tint: QColor
    pattern: Pattern

    def __hash__(self) -> int:
        # Qt's colours cannot be hashed; these three already tell styles apart.
        return hash((self.index, self.letter, self.pattern))


class Theme(NamedTuple):
    """All colours of one theme, and the two type families."""

    name: str
    paper: QColor  # the page itself, fields, cards
    panel: QColor  # what lies beside the page: bars, lists, timeline
    selection: QColor  # the chosen row, the pressed or checked button
    hover: QColor  # a row or button under the pointer
    ink: QColor  # text
    muted: QColor  # secondary text
    disabled: QColor  # what cannot be used now
    hairline: QColor  # lines between things
    outline: QColor  # edges of buttons and fields
    accent: QColor  # the reader's own position, and keyboard focus
    on_accent: QColor  # text on the accent
    accent_tint: QColor  # selected text
    disagreement: QColor  # sources disagree, nothing else
    disagreement_tint: QColor
    sources: tuple[SourceStyle, ...]
    dark: bool = False
    contrast: bool = False
    reading_family: str = "IBM Plex Serif"
    interface_family: str = "IBM Plex Sans"

    def __hash__(self) -> int:
        return hash(self.name)

    def source(self, index: int) -> SourceStyle:
        """Return the style of the source at `index` (0 = A).

        Past the last colour the colours come round again, each time with the next pattern,
        so that colour and pattern together stay unique for 36 sources.
        """
        count = len(self.sources)
        style = self.sources[index % count]
        if index == style.index:
            return style
        pattern = self.sources[(index + index // count) % count].pattern
        return style._replace(index=index, letter=source_letter(index), pattern=pattern)


def source_letter(index: int) -> str:
    """Return A for 0, Z for 25, AA for 26, as spreadsheets count columns."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@cache
def theme(name: str) -> Theme:
    """Return the theme of that name; KeyError for a name not in `NAMES`."""
    if name not in NAMES:
        raise KeyError(name)
    data = json.loads(resources.path("themes", f"{name}.json").read_text(encoding="utf-8"))
    values: dict[str, Any] = {token: QColor(value) for token, value in data["tokens"].items()}
    values |= {"dark": data["dark"], "contrast": data["contrast"]}
    return Theme(name=name, sources=_sources(data["sources"]), **values)


def _sources(table: dict[str, dict[str, str]]) -> tuple[SourceStyle, ...]:
    rows = zip(table.items(), Pattern, strict=True)
    return tuple(
        SourceStyle(index, letter, QColor(row["colour"]), QColor(row["tint"]), pattern)
        for index, ((letter, row), pattern) in enumerate(rows)
    )


def theme_for_system(app: QGuiApplication) -> Theme:
    """Return the theme the system asks for: light or dark, plain or high contrast."""
    shade = "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    return theme(f"contrast-{shade}" if _wants_contrast(app) else shade)


def _wants_contrast(app: QGuiApplication) -> bool:
    hints = app.styleHints()
    # Qt tells the contrast preference from 6.10 on; before that nobody asked for contrast.
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


class ThemeWatcher(QObject):
    """Says when the system changes between light and dark or plain and high contrast."""

    changed = Signal(object)
    """The `Theme` the system now asks for."""

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._theme = theme_for_system(app)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.look_again)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self.look_again)

    @Slot()
    def look_again(self) -> None:
        """Ask the system once more and emit `changed` if the answer is another theme."""
        now = theme_for_system(self._app)
        if now.name != self._theme.name:
            self._theme = now
            self.changed.emit(now)


@cache
def load_fonts() -> None:
    """Make the bundled fonts known to Qt; a second call does nothing."""
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def text_scale() -> float:
    """Return how much larger than 13 px the reader's system wants its text (1.0 to 2.0)."""
    # Reckoned, not asked of Qt's own measures: they would load a font that nothing is drawn in.
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    pixels = system.pixelSize()
    if pixels < 0:
        dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        pixels = round(system.pointSizeF() * dots / POINTS_PER_INCH)
    return min(2.0, max(1.0, pixels / INTERFACE_PIXELS))


def interface_font(theme: Theme, pixels: float = INTERFACE_PIXELS) -> QFont:
    """Return the interface font at a size in logical pixels, scaled as the system asks."""
    return _font(theme.interface_family, pixels * text_scale())


def reading_font(theme: Theme, pixels: float = READING_PIXELS) -> QFont:
    """Return the reading font at a size in logical pixels, scaled as the system asks."""
    return _font(theme.reading_family, pixels * text_scale())


def _font(family: str, pixels: float) -> QFont:
    load_fonts()
    font = QFont(family)
    font.setPixelSize(round(pixels))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole program a theme: style, palette, font and style sheet."""
    # Imported late: the style asks this module what a theme is.
    from desktop.style import palette, style_sheet

    if not app.property(STYLED):
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(interface_font(theme))
    app.setStyleSheet(style_sheet(theme, text_scale()))
