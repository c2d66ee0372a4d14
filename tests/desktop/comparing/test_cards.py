"""This event: what its cards say, where their lines lead, and how they are gone through by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from db.corpus.events import EventFields
from db.corpus.times import understood
from db.records import ClaimRelation
from desktop.comparing.cards import Cards
from desktop.comparing.compared import Compared
from desktop.comparing.lines import Kind, Leads, Line, Part
from tests.builders import ZONE, held
from tests.stories.reader import Reader


def lines_of(compared: Compared, title: str = "The crane falls") -> list[Line]:
    event = next(e for e in compared.session.events if e.title == title)
    return Cards(compared).of_event(event)


def card(compared: Compared, title: str) -> list[Line]:
    """The lines of a card, its head first."""
    lines = lines_of(compared)
    start = next(i for i, ln in enumerate(lines) if ln.kind is Kind.HEAD and title in ln.text)
    end = next(i for i, ln in enumerate(lines[start:], start) if ln.part is Part.LAST)
    return lines[start : end + 1]


def row(reader: Reader, words: str) -> int:
    lines = reader.desk.panel.list.cards.lines
    return next(i for i, line in enumerate(lines) if words in line.spoken)


def test_figures_stand_in_the_order_in_which_they_held_each_with_its_address(
    compared: Compared,
) -> None:
    figures = [line.figure for line in card(compared, "Deaths") if line.figure]
    assert [(f.address, f.words, f.label) for f in figures] == [
        ("A.2", "5", "15:54"), ("A.3", "over 70", "17:28"), ("B.1", "11", ""),
    ]  # fmt: skip


def test_what_a_source_says_twice_is_one_line_with_both_addresses(compared: Compared) -> None:
    line = next(ln for ln in card(compared, "Deaths") if ln.figure and ln.figure.words == "over 70")
    assert [t.to.key for t in line.targets] == ["A002", "A003"]


def test_nobody_is_silent_without_words(compared: Compared) -> None:
    silent = [line for line in card(compared, "Deaths") if line.kind is Kind.SILENCE]
    assert [line.text for line in silent] == ["C  silent"]
    cause = [line.text for line in card(compared, "Cause") if line.kind is Kind.SILENCE]
    assert cause == ["C  silent"]


def test_a_conflict_has_its_badge_and_says_that_it_is_computed(compared: Compared) -> None:
    head = card(compared, "Cause")[0]
    assert head.badge is not None
    assert (head.badge.relation, head.badge.words) == (ClaimRelation.CONFLICT, "conflict")
    assert "rules" in head.tooltip


def test_figures_of_a_part_are_shown_under_its_name(compared: Compared) -> None:
    hurt = card(compared, "Injured")
    assert any("A rope breaks" in line.text for line in hurt)
    assert any(line.figure and line.figure.vague for line in hurt)


def test_hedge_and_voice_stand_with_the_words(compared: Compared) -> None:
    said = next(line for line in card(compared, "Cause") if "arson" in line.text)
    assert said.text == "arson · alleged · The mayor  B.2"


def test_what_was_published_later_is_grey_and_says_so(compared: Compared) -> None:
    evening = understood("2011-12-16T20:00:00", ZONE).latest
    session = compared.session
    event = next(e.id for e in session.events if e.title == "The crane falls")
    words = held(session.corpus, "herald/original"), 0, 6
    session.perform(lambda c: c.mentions.add(event, *words))
    assert compared.origins(event) == (2, 2)
    session.selection.set_known_by(evening)
    assert compared.origins(event) == (1, 1), "the herald had told nothing yet"
    cause = card(compared, "Cause")
    assert cause[0].badge is None, "one claim alone cannot conflict"
    arson = next(line for line in cause if "arson" in line.text)
    assert arson.later
    assert "not yet published" in arson.text
    figures = [line.figure for line in card(compared, "Deaths") if line.figure]
    assert [f.later for f in figures] == [False, False, True]


def test_opening_a_card_shows_each_pair_with_its_rule(reader: Reader) -> None:
    panel = reader.desk.panel
    head = row(reader, "Cause. conflict")
    panel.list.go_to_row(head)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    pairs = [line for line in panel.list.cards.lines if line.kind is Kind.PAIR]
    assert len(pairs) == 1
    assert "Rule 7" in pairs[0].spoken
    assert panel.list.currentIndex().row() == head, "the reader stays where he was"
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert not any(line.kind is Kind.PAIR for line in panel.list.cards.lines)


def test_enter_goes_to_the_words_and_back_returns(reader: Reader) -> None:
    cards = reader.desk.panel.list
    cards.setFocus()
    cards.go_to_row(row(reader, "Tower; storm"))
    QTest.keyClick(cards, Qt.Key.Key_Return)
    reader.wait()
    assert reader.column("A").pane.selected_text() == "A storm"
    reader.does("back")
    assert reader.desk.session.selection.place.edition is None


def test_right_and_enter_reach_every_address_of_a_line(reader: Reader) -> None:
    cards = reader.desk.panel.list
    cards.go_to_row(row(reader, "over 70"))
    QTest.keyClick(cards, Qt.Key.Key_Right)
    assert "A.3" in cards.accessibleDescription()
    QTest.keyClick(cards, Qt.Key.Key_Return)
    reader.wait()
    assert reader.column("A").pane.selected_text() == "Over seventy dead, we"


def test_a_click_goes_to_the_words_in_the_edition_that_is_shown(reader: Reader) -> None:
    cards = reader.desk.panel.list
    index = cards.cards.index(row(reader, "Herald; 11"))
    cards.scrollTo(index, QListView.ScrollHint.PositionAtCenter)
    at = cards.visualRect(index).topLeft() + QPoint(30, 9)
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
    reader.wait()
    assert reader.column("B").pane.selected_text() == "Eleven died"


def test_enter_on_a_silence_asks_to_settle_it(reader: Reader) -> None:
    asked: list[object] = []
    reader.desk.panel.settle_requested.disconnect()
    reader.desk.panel.settle_requested.connect(asked.append)
    cards = reader.desk.panel.list
    cards.go_to_row(row(reader, "Radio: silent"))
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert asked == [reader.column("C").source.id]


def test_every_line_that_leads_somewhere_can_be_heard(reader: Reader) -> None:
    model = reader.desk.panel.list.cards
    for at, line in enumerate(model.lines):
        if line.targets:
            heard = model.data(model.index(at), Qt.ItemDataRole.AccessibleTextRole)
            assert isinstance(heard, str) and heard.strip()


@pytest.mark.parametrize("width", [170, 290, 700])
def test_no_line_is_cut_at_any_width(reader: Reader, width: int) -> None:
    cards = reader.desk.panel.list
    heights = [cards.painter.measures.height(line, width) for line in cards.cards.lines]
    assert all(height > 0 for height in heights)
    narrow = [cards.painter.measures.height(line, 170) for line in cards.cards.lines]
    assert sum(narrow) >= sum(heights)


def test_a_judgement_shows_in_the_card(reader: Reader) -> None:
    session, compared = reader.desk.session, reader.desk.compared
    event = session.selection.event_id
    cause = next(r for r in compared.rows_of(event) if compared.aspects[r.aspect_id].key == "cause")
    one, other = cause.pairs[0].a.id, cause.pairs[0].b.id
    session.perform(
        lambda c: c.judgements.settle(one, other, ClaimRelation.AGREE, "both can be true")
    )
    reader.desk.panel.refill()
    head = reader.desk.panel.list.cards.lines[row(reader, "Cause. agree")]
    assert "1 judged" in head.tooltip
    session.undo_stack.undo()
    reader.desk.panel.refill()
    assert row(reader, "Cause. conflict") >= 0


def test_targets_lead_only_where_there_is_something(reader: Reader) -> None:
    for line in reader.desk.panel.list.cards.lines:
        for target in line.targets:
            assert target.leads in Leads
            assert target.spoken


def test_a_part_of_a_part_is_a_part(compared: Compared) -> None:
    events = {e.title: e for e in compared.session.events}
    crane, rope, morning = (
        events[t] for t in ("The crane falls", "A rope breaks", "A quiet morning")
    )
    fields = EventFields(morning.title, when=morning.happened.edtf, parent_id=rope.id)
    compared.session.perform(lambda c: (None, c.events.change(morning.id, fields)))
    assert compared.parts(crane.id) == [morning.id, rope.id]
    assert compared.parts(morning.id) == []
