"""Qt's own widgets in a theme: the palette, and the style sheet filled from its tokens."""

import re
from typing import Final

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QPalette

import resources
from desktop.theme import Theme

_SCALED = re.compile(r"(\d+(?:\.\d+)?)sp\b")
_TOKEN = re.compile(r"\$(\w+)")
_STROKE_GLYPHS: Final = {
    "chevron_down": "M2 4l4 4 4-4",
    "chevron_up": "M2 8l4-4 4 4",
    "chevron_right": "M4 2l4 4-4 4",
    "branch_closed": "M5 3.5L7.5 6 5 8.5",
    "branch_open": "M3.5 5L6 7.5 8.5 5",
}
_CHOSEN_GLYPHS: Final = {
    "check": '<path d="M2.5 6.3l2.4 2.4 4.6-5" {stroke}/>',
    "dash": '<path d="M3 6h6" {stroke}/>',
    "dot": '<circle cx="6" cy="6" r="2.6" fill="{colour}"/>',
}
_FRAME: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12">{}</svg>\n'
_LINE: Final = (
    'fill="none" stroke="{}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"'
)


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """Return the style sheet of a theme, with text `scale` times 13 px."""
    QDir.setSearchPaths("glyph", [str(resources.path("themes", "glyphs"))])
    template = resources.path("themes", "style.qss").read_text(encoding="utf-8")
    values = _values(theme)
    return _scaled(_TOKEN.sub(lambda token: values[token[1]], template), scale)


def mix(first: QColor, second: QColor, share: float) -> QColor:
    """Return the colour `share` of the way (0 to 1) from the first to the second."""

    def between(start: int, end: int) -> int:
        return round(start + (end - start) * share)

    return QColor(
        between(first.red(), second.red()),
        between(first.green(), second.green()),
        between(first.blue(), second.blue()),
    )


def _values(theme: Theme) -> dict[str, str]:
    colours = theme._asdict().items()
    values = {name: value.name() for name, value in colours if isinstance(value, QColor)}
    values |= {
        "accent_hover": mix(theme.accent, theme.ink, 0.18).name(),
        "checked_edge": (theme.ink if theme.contrast else theme.outline).name(),
        "field_edge": theme.muted.name(),
        "scroll": mix(theme.outline, theme.muted, 0.9 if theme.contrast else 0.3).name(),
        "reading_family": theme.reading_family,
        # A chosen row that differs by shade alone is too little where contrast is asked for.
        "contrast_border": f"border-color: {theme.ink.name()};" if theme.contrast else "",
        "contrast_row": f"border: 1px solid {theme.ink.name()};" if theme.contrast else "",
        "conflict_edge": _edge(theme.disagreement) if theme.contrast else "",
    }
    return values | {name: f"glyph:{theme.name}/{name}.svg" for name in glyphs(theme)}


def _edge(colour: QColor) -> str:
    return f"border: 1px solid {colour.name()};"


def _scaled(sheet: str, scale: float) -> str:
    def pixels(match: re.Match[str]) -> str:
        return f"{max(1, round(float(match[1]) * scale))}px"

    return _SCALED.sub(pixels, sheet)


def glyphs(theme: Theme) -> dict[str, str]:
    """Return the small drawings the style sheet points to, as SVG text by name.

    Qt's style sheets can only name files, so these are kept as files under
    ``resources/themes/glyphs``; a test holds the files to what is returned here.
    """
    drawn = {}
    for name, path in _STROKE_GLYPHS.items():
        for suffix, colour in (("", theme.muted), ("_off", theme.disabled)):
            line = _LINE.format(colour.name())
            drawn[name + suffix] = _FRAME.format(f'<path d="{path}" {line}/>')
    for name, shape in _CHOSEN_GLYPHS.items():
        on_accent = theme.on_accent.name()
        shape = shape.format(stroke=_LINE.format(on_accent), colour=on_accent)
        drawn[name] = _FRAME.format(shape)
    return drawn


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for all that no style sheet reaches."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.panel,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.panel,
        role.Text: theme.ink,
        role.Button: theme.paper,
        role.ButtonText: theme.ink,
        role.BrightText: theme.paper,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.paper,
        role.ToolTipText: theme.ink,
        role.Highlight: theme.accent_tint,
        role.HighlightedText: theme.ink,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.paper,
        role.Midlight: theme.hover,
        role.Mid: theme.outline,
        role.Dark: theme.muted,
        role.Shadow: theme.hairline,
    }
    shown = QPalette()
    for each, colour in colours.items():
        shown.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        shown.setColor(QPalette.ColorGroup.Disabled, each, theme.disabled)
    return shown
