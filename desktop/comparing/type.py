"""The fonts and colours that cards, cells and ladders are set in."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from desktop.comparing.lines import Role
from desktop.theme import SECONDARY_PIXELS, Theme, interface_font, reading_font, text_scale

TITLE_PIXELS = 17


class Type:
    """How each role is set in a theme, and how wide words are in it."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.scale = text_scale()
        self.base = interface_font(theme)
        self.small = interface_font(theme, SECONDARY_PIXELS)
        self.strong = _weighted(self.base)
        self.small_strong = _weighted(self.small)
        self.title = _weighted(reading_font(theme, TITLE_PIXELS))
        self._metrics: dict[tuple[int, bool], QFontMetricsF] = {}
        self.line = QFontMetricsF(self.base).height()
        self.small_line = QFontMetricsF(self.small).height()

    @property
    def grid(self) -> QColor:
        """The colour of gridlines: faint also where hairlines are ink."""
        return self.theme.selection if self.theme.contrast else self.theme.hairline

    def font(self, role: Role) -> QFont:
        """The font of a role."""
        return {
            Role.TITLE: self.title,
            Role.STRONG: self.strong,
            Role.SMALL: self.small,
            Role.LABEL: self.small_strong,
            Role.LINK: self.small,
        }.get(role, self.base)

    def colour(self, role: Role) -> QColor:
        """The colour of a role."""
        theme = self.theme
        return {
            Role.MUTED: theme.muted,
            Role.SMALL: theme.muted,
            Role.LABEL: theme.muted,
            Role.LINK: theme.accent,
            Role.LATER: theme.muted,
        }.get(role, theme.ink)

    def width(self, words: str, font: QFont) -> float:
        """How wide words are in a font."""
        return QFontMetricsF(font).horizontalAdvance(words)

    def measure(self, words: str, size: float, bold: bool) -> float:
        """How wide words are in the interface face at a size in pixels."""
        key = (round(size), bold)
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(sized(self.base, size, bold))
        return self._metrics[key].horizontalAdvance(words)


def sized(font: QFont, size: float, bold: bool) -> QFont:
    """A font at another size in pixels, bold or not."""
    made = QFont(font)
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def _weighted(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
