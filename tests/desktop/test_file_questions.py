from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.file_questions import ask_file, ask_files, clean_stem


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("Жаңаөзен — 2011", "Жаңаөзен — 2011"),
        ('the "first" hour', "the first hour"),
        ("day/night", "day night"),
        ("two\nlines", "two lines"),
        ("a\u2028b", "a b"),
        ("ends with dots...", "ends with dots"),
        ("nul", "other"),
        ("///", "other"),
        ("\udcff", "other"),
        ("ж" * 300, "ж" * 80),
        ("😀" * 80, "😀" * 50),
    ],
)
def test_words_become_a_name_for_a_file(words: str, stem: str) -> None:
    assert clean_stem(words, "other") == stem


@given(st.text())
def test_no_words_lead_out_of_the_folder_or_end_the_name(words: str) -> None:
    stem = clean_stem(words, "other")
    assert stem
    assert PurePosixPath(stem).name == stem
    assert PureWindowsPath(stem).name == stem
    assert '"' not in stem
    assert len(stem.splitlines()) == 1
    assert len(stem.encode()) <= 200


def test_questions_for_a_file_to_open_change_nothing_on_the_disk(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Qt's own dialog a key deletes the file that is marked, unless it is for reading."""
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[object] = []

    def answer(*given: object) -> tuple[object, str]:
        asked.append(given[-1])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    ask_file(parent, "Open", "", "All (*)")
    ask_files(parent, "Open", "", "All (*)")
    assert asked == [QFileDialog.Option.ReadOnly] * 2


def test_every_question_for_a_file_to_open_is_asked_in_one_place() -> None:
    desktop = Path(__file__).parents[2] / "desktop"
    asking = [f.name for f in desktop.rglob("*.py") if "getOpenFileName" in f.read_text("utf-8")]
    assert asking == ["file_questions.py"]
