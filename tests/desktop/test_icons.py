"""Every icon is there, is drawn sharp, and shows when it cannot be used."""

import ast

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

import resources
from desktop.icons import icon, program_icon, render
from desktop.theme import theme
from tests.project import ROOT, python_files, tree

NAMES = sorted(file.stem for file in resources.path("icons", "lucide").glob("*.svg"))


def colours(image: QImage, size: int) -> set[str]:
    image = image.scaled(size, size)
    points = [(x, y) for x in range(size) for y in range(size)]
    solid = [image.pixelColor(x, y) for x, y in points if image.pixelColor(x, y).alpha() == 255]
    return {colour.name() for colour in solid}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn(name: str, qapp: QApplication) -> None:
    image = icon(name, theme("light")).pixmap(QSize(16, 16)).toImage()
    inked = sum(
        image.pixelColor(x, y).alpha() > 100
        for x in range(image.width())
        for y in range(image.height())
    )
    assert 8 <= inked <= 200


def test_every_icon_that_ships_is_asked_for() -> None:
    asked = {
        node.value
        for path in python_files()
        if path.is_relative_to(ROOT / "desktop")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(NAMES) <= asked


def test_a_name_that_does_not_ship_is_refused(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", theme("light"))


@pytest.mark.parametrize("size", [16, 20, 24])
def test_icons_are_drawn_for_the_screen_they_are_on(size: int, qapp: QApplication) -> None:
    ratio = qapp.devicePixelRatio()
    pixmap = icon("pin", theme("light")).pixmap(QSize(size, size), ratio)
    assert pixmap.size() == QSize(size, size) * ratio


def test_icons_take_the_ink_of_the_theme(qapp: QApplication) -> None:
    for name in ("light", "dark"):
        image = icon("maximize-2", theme(name)).pixmap(QSize(24, 24)).toImage()
        assert colours(image, 24) == {theme(name).ink.name()}


def test_an_icon_can_have_another_colour(qapp: QApplication) -> None:
    image = icon("zap", theme("light"), QColor("#8a5a00")).pixmap(QSize(24, 24)).toImage()
    assert colours(image, 24) == {"#8a5a00"}


def test_an_icon_that_cannot_be_used_is_paler(qapp: QApplication) -> None:
    pixmap = icon("maximize-2", theme("light")).pixmap(QSize(24, 24), QIcon.Mode.Disabled)
    assert colours(pixmap.toImage(), 24) == {theme("light").disabled.name()}


@pytest.mark.parametrize("size", [16, 32, 256])
def test_the_program_has_an_icon_of_its_own(size: int, qapp: QApplication) -> None:
    assert program_icon().pixmap(QSize(size, size)).size() == QSize(size, size)


@pytest.mark.parametrize("file", ["triptych.svg", "triptych-document.svg"])
def test_program_and_document_icons_show_several_colours(file: str, qapp: QApplication) -> None:
    image = render(resources.path("icons", file).read_bytes(), 64)
    assert len(colours(image, 64)) >= 3
