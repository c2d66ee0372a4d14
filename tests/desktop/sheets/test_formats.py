"""Names for files that every system takes, and words for every format there is."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.sheets.exporting import FORMATS
from desktop.file_questions import MOST_LETTERS
from desktop.sheets.formats import file_name, format_words, formats


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Zhanaozen, December 2011", "Zhanaozen, December 2011.pdf"),
        ("Жаңаөзен", "Жаңаөзен.pdf"),
        ("who/what\\when: *?", "who what when.pdf"),
        ("..", "Sheet.pdf"),
        ("", "Sheet.pdf"),
        ("CON", "Sheet.pdf"),
        ("lpt1.txt", "Sheet.pdf"),
        ("a\u202efdp.exe", "a fdp.exe.pdf"),
        ("  two   spaces  ", "two spaces.pdf"),
    ],
)
def test_a_title_becomes_a_file_name(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


@given(st.text())
def test_no_title_leads_out_of_its_folder(title: str) -> None:
    name = file_name(title, "pdf")
    assert PurePosixPath(name).name == name
    assert PureWindowsPath(name).name == name
    assert len(name) <= MOST_LETTERS + 4


def test_every_format_that_can_be_written_is_offered_in_words() -> None:
    assert list(formats()) == list(FORMATS)
    for format in formats():
        assert format_words(format) != format.upper()
