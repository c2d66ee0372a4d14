"""The style sheet: every token is filled in, and Qt has nothing to complain of."""

import re

import pytest
from PySide6 import QtWidgets
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

import resources
from desktop.style import glyphs, style_sheet
from desktop.theme import NAMES, apply_theme, theme

KINDS = [
    QtWidgets.QCheckBox,
    QtWidgets.QComboBox,
    QtWidgets.QDateTimeEdit,
    QtWidgets.QDialog,
    QtWidgets.QDockWidget,
    QtWidgets.QGroupBox,
    QtWidgets.QLabel,
    QtWidgets.QLineEdit,
    QtWidgets.QListWidget,
    QtWidgets.QMenu,
    QtWidgets.QMenuBar,
    QtWidgets.QPlainTextEdit,
    QtWidgets.QProgressBar,
    QtWidgets.QPushButton,
    QtWidgets.QRadioButton,
    QtWidgets.QScrollBar,
    QtWidgets.QSlider,
    QtWidgets.QSpinBox,
    QtWidgets.QSplitter,
    QtWidgets.QStatusBar,
    QtWidgets.QTabWidget,
    QtWidgets.QTableWidget,
    QtWidgets.QToolBar,
    QtWidgets.QToolButton,
    QtWidgets.QTreeWidget,
]


def test_applying_a_theme_reaches_palette_font_and_widgets(
    qapp: QApplication, plain_again: None
) -> None:
    apply_theme(qapp, theme("dark"))
    button = QtWidgets.QPushButton("Open")
    button.ensurePolished()
    assert qapp.palette().window().color() == theme("dark").panel
    assert qapp.palette().placeholderText().color() == theme("dark").muted
    assert QFontInfo(button.font()).family() == "IBM Plex Sans"
    assert QFontInfo(button.font()).pixelSize() >= 13


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_widget_is_drawn_without_a_warning(
    name: str, qapp: QApplication, plain_again: None
) -> None:
    apply_theme(qapp, theme(name))
    for kind in KINDS:
        widget = kind()
        widget.resize(120, 60)
        assert not widget.grab().isNull()
        widget.deleteLater()


@pytest.mark.parametrize("name", NAMES)
def test_no_token_is_left_unfilled(name: str) -> None:
    sheet = style_sheet(theme(name))
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert not re.search(r"\d(sp|pt)\b", sheet)


@pytest.mark.parametrize("name", NAMES)
def test_every_glyph_the_sheet_points_to_is_there(name: str) -> None:
    for file in re.findall(r"url\(glyph:([^)]*)\)", style_sheet(theme(name))):
        assert resources.path("themes", "glyphs", file).is_file(), file


@pytest.mark.parametrize("name", NAMES)
def test_the_glyph_files_are_in_the_colours_of_their_theme(name: str) -> None:
    for glyph, svg in glyphs(theme(name)).items():
        file = resources.path("themes", "glyphs", name, f"{glyph}.svg")
        assert file.read_text(encoding="utf-8") == svg, file


def test_text_grows_with_the_system_and_lines_do_not() -> None:
    plain, large = (style_sheet(theme("light"), scale) for scale in (1.0, 1.5))
    assert "font-size: 17px" in plain
    assert "font-size: 26px" in large
    assert plain.count("border: 1px solid") == large.count("border: 1px solid")


def test_no_text_is_smaller_than_eleven_pixels() -> None:
    sizes = re.findall(r"font-size: (\d+)px", style_sheet(theme("light")))
    assert sizes
    assert min(map(int, sizes)) >= 11


def test_there_are_no_gradients_and_no_shadows() -> None:
    assert "gradient" not in style_sheet(theme("light")).split("*/", 1)[1]
