"""The naming table: spellings counted in the texts shown, and what acts are called."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.comparing.centre import Page
from desktop.comparing.naming_page import NamingPage
from tests.stories.reader import Reader


@pytest.fixture
def page(reader: Reader) -> NamingPage:
    """The names, opened by their command."""
    reader.does("view_names")
    page = cast(NamingPage, reader.desk.centre.view(Page.NAMES))
    while page._slices.isActive():
        page._next_slice()
    return page


def cells(page: NamingPage) -> dict[str, list[str]]:
    model = page.model
    return {
        model.label(at)[0]: [str(model.data(model.index(at, c))) for c in range(3)]
        for at in range(model.rowCount())
        if not model.is_head(at)
    }


def test_each_source_with_its_spelling_its_count_and_its_first_place(page: NamingPage) -> None:
    assert cells(page)["Gullhaven"] == [
        "Gullhaven  ×2  A.1", "Gull Haven  ×1  B.1", "Gullhaven  ×1  C.1",
    ]  # fmt: skip


def test_what_the_act_is_called_stands_under_its_event(page: NamingPage) -> None:
    assert cells(page)["The crane falls"] == ["not named", "a mob  B.2", "not named"]


def test_words_typed_and_kinds_narrow_the_table(page: NamingPage) -> None:
    page.typed.setText("haven")
    assert list(cells(page)) == ["Gullhaven"]
    page.typed.setText("zebra")
    assert cells(page) == {}
    page.typed.clear()
    page.kind_box.setCurrentIndex(page.kind_box.findData("description"))
    assert list(cells(page)) == ["The crane falls"]


def test_enter_goes_to_the_first_place_and_back_returns(reader: Reader, page: NamingPage) -> None:
    # The first row is a head, which no key can stand on.
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(page.view, key)
    reader.wait()
    assert reader.column("B").pane.selected_text() == "Gull Haven"
    reader.does("back")
    assert reader.desk.centre.page is Page.NAMES


def test_what_nobody_had_published_yet_is_counted_apart(reader: Reader, page: NamingPage) -> None:
    reader.desk.session.selection.set_known_by(0)
    while page._slices.isActive():
        page._next_slice()
    assert cells(page)["Gullhaven"][0] == "Gullhaven  ×2 · not yet published  A.1"
    assert "what came later is in grey" in page.note.text()
    reader.desk.session.selection.set_known_by(None)
    while page._slices.isActive():
        page._next_slice()
    assert cells(page)["Gullhaven"][0] == "Gullhaven  ×2  A.1"
