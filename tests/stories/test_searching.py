"""Searching: words, names in all their spellings, addresses."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.reading.decoration import MarkStyle
from desktop.searching.search_model import find
from tests.stories.reader import Reader


def test_a_name_is_found_in_all_its_spellings_and_a_hit_leads_to_its_words(reader: Reader) -> None:
    reader.window.search_field.setText("Жаңаөзен")
    reader.desk.search.search_now()
    assert reader.desk.search.model.rowCount() > 10
    reader.desk.search.step(1)
    chosen = reader.desk.reading.active.pane.selected_text()  # type: ignore[union-attr]
    assert chosen.casefold() in ("zhanaozen", "zhanozen", "zhenaozen")


def test_an_address_leads_to_its_passage(reader: Reader) -> None:
    field = reader.window.search_field
    field.setFocus()
    QTest.keyClicks(field, "B.14")
    reader.presses(Qt.Key.Key_Return)
    assert reader.address_at_line("B") == "B.14"


def test_escape_brings_the_events_back(reader: Reader) -> None:
    field = reader.window.search_field
    field.setFocus()
    QTest.keyClicks(field, "curfew")
    reader.wait()
    assert reader.desk.side.currentWidget() is reader.desk.search
    reader.presses(Qt.Key.Key_Escape)
    assert reader.desk.side.currentWidget() is reader.desk.events
    assert not field.text()


def test_nothing_found_is_said(reader: Reader) -> None:
    reader.window.search_field.setText("xyzzy")
    reader.desk.search.search_now()
    assert "Nothing found" in reader.desk.search.head.text()


def test_odd_queries_are_no_errors(reader: Reader) -> None:
    for query in ('"', "AND", "*", "-", "NEAR(", "a" * 5000, "'; DROP TABLE", "\u202e", "😀"):
        reader.window.search_field.setText(query)
        reader.desk.search.search_now()


def test_words_are_found_in_one_column_and_stepped_through(reader: Reader) -> None:
    reader.column("B").pane.setFocus()
    reader.does("find_here")
    reader.desk.find_bar.field.setText("activist")
    reader.does("find_next")
    first = reader.column("B").pane.selection()
    reader.does("find_next")
    second = reader.column("B").pane.selection()
    assert first and second and first < second
    assert reader.column("B").pane.selected_text() == "activist"
    reader.does("find_previous")
    assert reader.column("B").pane.selection() == first


def test_only_the_column_that_is_looked_through_is_marked(reader: Reader) -> None:
    def marks(letter: str) -> int:
        column = reader.column(letter)
        assert column.shown is not None
        made = column.pane.body.decoration.marks
        kinds = (MarkStyle.FOUND, MarkStyle.FOUND_CURRENT)
        return sum(m.style in kinds for i in range(len(column.shown.text)) for m in made(i))

    reader.column("A").pane.setFocus()
    reader.does("find_here")
    reader.desk.find_bar.field.setText("police")
    assert marks("A") > 0
    reader.column("B").pane.setFocus()
    reader.wait()
    assert marks("A") == 0
    assert marks("B") > 0
    reader.desk.find_bar.close_bar()
    assert marks("B") == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("В.14", ["B.14"]),
        ("b 2–4", ["B.2", "B.3", "B.4"]),
        ("B.2–B.3", ["B.2", "B.3"]),
        ("A.1, С.5", ["A.1", "C.5"]),
        ("“railway” (Moscow News, 17 Dec 2011, B.24)", ["B.24"]),
        ("Moscow News, 17 Dec 2011, B.24–B.25.", ["B.24", "B.25"]),
        ("B.2–C.3", []),
        ("Z.1", []),
    ],
)
def test_addresses_are_found_as_they_are_printed_and_typed(
    reader: Reader, typed: str, found: list[str]
) -> None:
    rows = find(reader.desk.session, typed).rows
    assert [row.address for row in rows if row.start == row.end] == found
