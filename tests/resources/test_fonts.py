"""The bundled fonts hold every letter the reader's languages need."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

import resources
from desktop.theme import load_fonts

FILES = sorted(resources.path("fonts").glob("*.ttf"))
KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
SIGNS = "₸₽€→←↑↓…—–-«»„“”‘’№%×−≈≤≥±·•§½✓0123456789\u00a0\u2009\u202f\u2011"
LATIN_KAZAKH = "ÄäĞğİıÑñÖöŞşŪūÜü"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_letter_of_the_three_languages_is_missing(file: object, qapp: QApplication) -> None:
    font = QRawFont(str(file), 15)
    assert font.isValid()
    wanted = KAZAKH + KAZAKH.upper() + SIGNS + LATIN_KAZAKH
    assert [sign for sign in wanted if not font.supportsCharacter(ord(sign))] == []


def test_every_weight_the_look_asks_for_is_there(qapp: QApplication) -> None:
    load_fonts()
    for family, weights in (
        ("IBM Plex Serif", (400, 600, 700)),
        ("IBM Plex Sans", (400, 500, 600, 700)),
    ):
        assert family in QFontDatabase.families()
        for weight in weights:
            font = QFont(family)
            font.setWeight(QFont.Weight(weight))
            assert QFontInfo(font).weight() == weight
    assert QFontDatabase.styles("IBM Plex Serif").count("Bold Italic") == 1


def test_the_licence_of_the_fonts_lies_beside_them() -> None:
    text = resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Plex" in text
