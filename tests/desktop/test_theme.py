"""The themes: which there are, which one the system gets, what a source looks like."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from desktop.theme import (
    NAMES,
    Pattern,
    ThemeWatcher,
    interface_font,
    reading_font,
    source_letter,
    theme,
    theme_for_system,
)


class Hints(QObject):
    """Stands in for the style hints of a system that can change its mind."""

    colorSchemeChanged = Signal()
    contrastPreferenceChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = Qt.ColorScheme.Light
        self.contrast = Qt.ContrastPreference.NoPreference

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme

    def accessibility(self) -> "Hints":
        return self

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.contrast


@pytest.fixture
def system() -> Any:
    hints = Hints()
    return SimpleNamespace(styleHints=lambda: hints, hints=hints)


@pytest.mark.parametrize(
    ("scheme", "contrast", "name"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast-light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast-dark"),
    ],
)
def test_the_system_gets_the_theme_it_asks_for(
    system: Any, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, name: str
) -> None:
    system.hints.scheme, system.hints.contrast = scheme, contrast
    assert theme_for_system(system).name == name


def test_an_older_qt_without_contrast_hints_still_gets_light_and_dark() -> None:
    old = SimpleNamespace(colorScheme=lambda: Qt.ColorScheme.Dark)
    app: Any = SimpleNamespace(styleHints=lambda: old)
    assert theme_for_system(app).name == "dark"


def test_the_watcher_tells_once_when_the_system_changes(system: Any, qapp: QApplication) -> None:
    watcher = ThemeWatcher(system)
    told: list[str] = []
    watcher.changed.connect(lambda new: told.append(new.name))
    system.hints.colorSchemeChanged.emit()
    system.hints.scheme = Qt.ColorScheme.Dark
    system.hints.colorSchemeChanged.emit()
    system.hints.colorSchemeChanged.emit()
    system.hints.contrast = Qt.ContrastPreference.HighContrast
    system.hints.contrastPreferenceChanged.emit()
    assert told == ["dark", "contrast-dark"]


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        theme("sepia")


@pytest.mark.parametrize("name", NAMES)
def test_every_token_of_a_theme_is_a_colour(name: str) -> None:
    shown = theme(name)
    colours = [getattr(shown, field) for field in shown.__slots__]
    assert all(value.isValid() for value in colours if isinstance(value, QColor))
    assert [style.letter for style in shown.sources] == list("ABCDEF")
    assert [style.pattern for style in shown.sources] == list(Pattern)


def test_sources_past_the_sixth_keep_colour_and_pattern_unique() -> None:
    styles = [theme("light").source(index) for index in range(36)]
    assert len({(style.colour.name(), style.pattern) for style in styles}) == 36
    assert [style.index for style in styles] == list(range(36))


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ")]
)
def test_letters_go_on_after_z(index: int, letter: str) -> None:
    assert source_letter(index) == letter


def test_themes_and_styles_can_be_keys_of_a_cache() -> None:
    assert len({theme("light"), theme("dark"), theme("light")}) == 2
    assert len({theme("light").source(7), theme("light").source(7)}) == 1


def test_the_reading_face_is_the_serif(qapp: QApplication) -> None:
    assert QFontInfo(reading_font(theme("light"))).family() == "IBM Plex Serif"
    assert QFontInfo(interface_font(theme("light"), 11)).pixelSize() >= 11
