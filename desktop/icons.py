"""Line icons from Lucide, drawn in the theme's ink at the size they are shown."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from desktop.theme import Theme

_LOGICAL_SIZES: Final = (16, 20, 24)
_LARGEST: Final = 48
_STROKE: Final = "1.75"


def icon(name: str, theme: Theme, colour: QColor | None = None) -> QIcon:
    """Return a Lucide icon in the theme's ink, or in another `colour`.

    The disabled state is drawn in the theme's disabled colour. FileNotFoundError for a name
    that does not ship.
    """
    shown = QIcon()
    for size in _device_sizes():
        live = QPixmap.fromImage(_tinted(name, (colour or theme.ink).rgba(), size))
        shown.addPixmap(live, QIcon.Mode.Normal)
        # Given here so that no style washes the icon in a selected row with its highlight.
        shown.addPixmap(live, QIcon.Mode.Selected)
        idle = QPixmap.fromImage(_tinted(name, theme.disabled.rgba(), size))
        shown.addPixmap(idle, QIcon.Mode.Disabled)
    return shown


def _device_sizes() -> list[int]:
    """Return the sizes in device pixels that need no scaling on the screens there are.

    The largest is always among them: a screen plugged in later then shows an icon scaled
    down, never up.
    """
    ratios = {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    return sorted({round(size * ratio) for size in _LOGICAL_SIZES for ratio in ratios} | {_LARGEST})


def program_icon() -> QIcon:
    """Return the icon of the program itself, for windows and the task bar."""
    shown = QIcon()
    svg = resources.path("icons", "triptych.svg").read_bytes()
    for size in (16, 24, 32, 48, 64, 128, 256):
        shown.addPixmap(QPixmap.fromImage(render(svg, size)))
    return shown


@lru_cache(maxsize=1024)
def _tinted(name: str, rgba: int, size: int) -> QImage:
    image = _mask(name, size).copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgba(rgba))
    painter.end()
    return image


@lru_cache(maxsize=512)
def _mask(name: str, size: int) -> QImage:
    file = resources.path("icons", "lucide", f"{name}.svg")
    svg = file.read_text(encoding="utf-8").replace("currentColor", "#000000")
    # Lucide's 2-unit stroke is heavy beside 13 px text; a lighter one sits with it.
    return render(svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"').encode(), size)


def render(svg: bytes, size: int) -> QImage:
    """Return an SVG drawn on a transparent square of `size` device pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image
