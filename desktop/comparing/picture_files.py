"""Ladders as picture files: SVG and PNG, in the colours of the light theme."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QPainter

from db.comparing.ladder_svg import Colours, picture_svg
from db.comparing.number_ladder import NumberLadder
from desktop.comparing.figures import picture
from desktop.comparing.ladder_painter import paint_items
from desktop.comparing.type import Type
from desktop.theme import Theme, theme

WIDTH: Final = 820
DENSITY: Final = 2
"""Pixels of a PNG for each of the drawing: sharp on paper and on dense screens."""


def write_picture(file: Path, ladders: list[NumberLadder]) -> None:
    """Write ladders to a file whose ending says how; OSError where that fails."""
    if file.suffix.lower() == ".png":
        if not ladder_image(ladders).save(str(file)):
            words = QCoreApplication.translate("comparing", "the picture was not accepted")
            raise OSError(0, words)
        return
    file.write_text(ladder_document(ladders), encoding="utf-8")


def ladder_document(ladders: list[NumberLadder]) -> str:
    """Ladders as an SVG document."""
    light = Type(theme("light"))
    light.scale = 1.0
    shown = picture(ladders, WIDTH, light.measure)
    title = ladders[0].title if ladders else ""
    note = ladders[0].note if ladders else ""
    return picture_svg(shown, colours(light.theme), title, note)


def ladder_image(ladders: list[NumberLadder]) -> QImage:
    """Ladders as an image."""
    light = Type(theme("light"))
    light.scale = 1.0
    shown = picture(ladders, WIDTH, light.measure)
    image = QImage(
        WIDTH * DENSITY, max(1, round(shown.height * DENSITY)), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(DENSITY)
    image.fill(light.theme.paper)
    painter = QPainter(image)
    paint_items(painter, shown.items, light)
    painter.end()
    return image


def colours(theme_: Theme) -> Colours:
    """A theme's colours for a drawing."""

    def source(style: int) -> str:
        return theme_.source(style).colour.name()

    return Colours(
        theme_.paper.name(), theme_.ink.name(), theme_.muted.name(), theme_.hairline.name(), source
    )
