"""The matrix: what its rows and cells say, its filters, and the way from a cell to the words."""

from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.corpus.claim_fields import ClaimFields
from db.corpus.times import understood
from db.records import ClaimRelation
from desktop.comparing.centre import Page
from desktop.comparing.matrix_page import MatrixPage
from desktop.comparing.matrix_rows import Filter, Show
from tests.builders import ZONE, held, span
from tests.stories.reader import Reader


@pytest.fixture
def page(reader: Reader) -> MatrixPage:
    """The matrix, opened by its command."""
    reader.does("view_matrix")
    return cast(MatrixPage, reader.desk.centre.view(Page.MATRIX))


def rows(page: MatrixPage) -> list[str]:
    """The names of the rows, an event's head with its colon."""
    model = page.model
    return [
        f"{model.head(at)}:" if model.is_head(at) else model.label(at)[0]
        for at in range(model.rowCount())
    ]


def at(page: MatrixPage, name: str, letter: str) -> QModelIndex:
    column = next(i for i, s in enumerate(page.model.sources) if s.letter == letter)
    return page.model.index(rows(page).index(name), column)


def text(page: MatrixPage, name: str, letter: str) -> str:
    return str(page.model.data(at(page, name, letter)))


def test_events_stand_over_their_aspects(page: MatrixPage) -> None:
    assert rows(page) == [
        "A rope breaks:", "Injured",
        "The crane falls:", "Deaths", "Cause", "What it is called",
    ]  # fmt: skip


def test_it_opens_at_the_event_at_hand_however_high_the_rows_before_it_are(
    reader: Reader,
) -> None:
    session = reader.desk.session
    rope = next(e.id for e in session.events if e.title == "A rope breaks")
    edition = held(session.corpus, "tower/original")
    injured = next(a.id for a in session.corpus.aspects.all() if a.title == "Injured")
    place = span(session.corpus, edition, "dozens hurt")
    for number in range(60):
        fields = ClaimFields(rope, injured, min=number, max=number, unit="people")
        session.perform(lambda c, new=fields: c.claims.add(new, edition, *place))
    reader.does("view_matrix")
    reader.wait()
    page = cast(MatrixPage, reader.desk.centre.view(Page.MATRIX))
    assert page.view.visualRect(page.view.currentIndex()).intersects(page.view.viewport().rect())
    assert page.view.verticalScrollBar().value() > 500
    assert page.key == (session.selection.event_id, rows_key(page))


def rows_key(page: MatrixPage) -> int:
    return next(a.id for a in page.compared.aspects.values() if a.title == "Deaths")


def test_cells_hold_value_time_hedge_voice_and_address(page: MatrixPage) -> None:
    assert text(page, "Deaths", "A").split("\n") == [
        "5 · 15:54 · confirmed  A.2", "over 70 · 17:28  A.3  A.3",
    ]  # fmt: skip
    assert text(page, "Cause", "B") == "arson · alleged · The mayor  B.2"


def test_an_empty_cell_says_why(page: MatrixPage) -> None:
    assert text(page, "Deaths", "C") == "silent"
    assert text(page, "Injured", "B") == "not looked at yet"


def test_a_screen_reader_hears_event_aspect_relation_and_claim(page: MatrixPage) -> None:
    heard = page.model.data(at(page, "Cause", "A"), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "The crane falls. Cause. conflict. Tower; storm; A.2"


def test_the_name_of_a_row_says_why_its_claims_conflict(page: MatrixPage) -> None:
    row = rows(page).index("Cause")
    vertical, tip = Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole
    said = str(page.model.headerData(row, vertical, tip))
    assert "Proposed by the program's rules" in said
    assert "Rule 7" in said


def test_only_conflicts_only_one_aspect_only_one_scope(page: MatrixPage) -> None:
    def wants(wanted: Filter) -> list[str]:
        page.bar.want(wanted)
        while page._coming is not None:
            page._next_slice()
        return rows(page)

    assert wants(Filter(Show.CONFLICTS)) == ["The crane falls:", "Deaths", "Cause"]
    aspects = {a.title: a.id for a in page.compared.aspects.values()}
    assert wants(Filter(aspect=aspects["Injured"])) == ["A rope breaks:", "Injured"]
    assert wants(Filter(aspect=aspects["Deaths"], scope="dockers")) == []
    assert wants(Filter(aspect=aspects["Deaths"], scope="all")) == ["The crane falls:", "Deaths"]
    unread = wants(Filter(Show.NOT_LOOKED))
    assert unread == ["A rope breaks:", "Injured", "The crane falls:", "What it is called"]
    assert len(wants(Filter())) == 6
    assert page.bar.count.text() == "4 rows"


def test_enter_goes_to_the_words_and_back_returns_to_the_cell(
    reader: Reader, page: MatrixPage
) -> None:
    page.view.setCurrentIndex(at(page, "Cause", "B"))
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    reader.wait()
    assert reader.desk.centre.page is Page.READ
    assert reader.column("B").pane.selected_text() == "Arson"
    reader.does("back")
    assert reader.desk.centre.page is Page.MATRIX
    assert page.view.currentIndex() == at(page, "Cause", "B")
    assert reader.window.actions_["view_matrix"].isChecked()


def test_a_click_goes_to_the_claim_under_the_pointer(reader: Reader, page: MatrixPage) -> None:
    index = at(page, "Deaths", "A")
    rect = page.view.visualRect(index)
    below = page.view.painter.target_span(page.model.cell(3, 0), 2, rect.width())
    spot = rect.topLeft() + QPoint(12, round((below[0] + below[1]) / 2))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    reader.wait()
    assert reader.column("A").pane.selected_text() == "over seventy dead in"


def test_down_goes_through_the_claims_of_a_cell_before_it_leaves(page: MatrixPage) -> None:
    page.view.setFocus()
    page.view.setCurrentIndex(at(page, "Deaths", "A"))
    stops = []
    for _ in range(4):
        stops.append((rows(page)[page.view.currentIndex().row()], page.view.target))
        QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert stops == [("Deaths", 0), ("Deaths", 1), ("Deaths", 2), ("Cause", 0)]
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    QTest.keyClick(page.view, Qt.Key.Key_Up)
    assert (rows(page)[page.view.currentIndex().row()], page.view.target) == ("Deaths", 2)


def test_a_claim_beside_a_high_row_comes_out_from_under_the_head(page: MatrixPage) -> None:
    view = page.view
    view.setFixedSize(360, 130)
    QApplication.processEvents()
    view.setCurrentIndex(at(page, "Deaths", "A"))
    assert view.horizontalScrollBar().maximum() > 0
    assert view.rowHeight(rows_key(page)) > view.viewport().height() - view.painter.head_height
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
        index = view.currentIndex()
        rect = view.visualRect(index)
        top, _ = view.painter.target_span(view.cell_at(index), view.target, rect.width())
        assert rect.top() + top >= view.painter.head_height - 1
        assert 0 <= rect.left() < view.viewport().width()


def test_heads_are_passed_over_by_key(page: MatrixPage) -> None:
    page.view.setFocus()
    page.view.setCurrentIndex(at(page, "Injured", "A"))
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert rows(page)[page.view.currentIndex().row()] == "Deaths"


def test_the_key_toggles_and_escape_returns_to_reading(reader: Reader) -> None:
    matrix = reader.window.actions_["view_matrix"]
    reader.does("view_matrix")
    assert reader.desk.centre.page is Page.MATRIX
    reader.does("view_matrix")
    assert reader.desk.centre.page is Page.READ
    assert not matrix.isChecked()
    reader.does("view_matrix")
    reader.presses(Qt.Key.Key_Escape)
    assert reader.desk.centre.page is Page.READ
    assert reader.window.actions_["view_read"].isChecked()


def test_what_was_published_later_is_said_to_be_so(reader: Reader, page: MatrixPage) -> None:
    reader.desk.session.selection.set_known_by(understood("2011-12-16T20:00:00", ZONE).latest)
    page.refill()
    assert text(page, "Deaths", "B").endswith("not yet published  B.1")
    assert page.model.label(rows(page).index("Cause"))[1] is None
    assert "16 Dec 2011, 20:00" in page.bar.note.text()


def test_an_edit_is_seen_at_once_and_the_reader_stays_at_the_cell(
    reader: Reader, page: MatrixPage
) -> None:
    page.view.setCurrentIndex(at(page, "Cause", "B"))
    session = reader.desk.session
    pair = page.compared.row(page.key or (0, 0)).pairs[0]
    session.perform(
        lambda c: c.judgements.settle(pair.a.id, pair.b.id, ClaimRelation.SCOPE, "other cranes")
    )
    page._refill_if_shown()
    badge = page.model.label(rows(page).index("Cause"))[1]
    assert badge is not None
    assert badge.words == "other scope"
    assert page.view.currentIndex() == at(page, "Cause", "B")


def test_the_head_of_the_event_at_hand_stays_in_sight(reader: Reader, page: MatrixPage) -> None:
    reader.window.resize(900, 500)
    reader.wait()
    page.view.go_to(rows(page).index("Cause"))
    assert page.view._sticky.isVisible()
    assert page.view._sticky._title == "The crane falls"
    index = page.view.currentIndex()
    assert page.view.visualRect(index).top() >= page.view.painter.head_height - 1
