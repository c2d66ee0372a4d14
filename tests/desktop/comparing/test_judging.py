"""From disagreement to disagreement, judging them, and crossing lines."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import desktop.dialogs.base
import desktop.theme
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.records import ClaimRelation
from desktop.comparing.centre import Page
from desktop.comparing.crossing import crossings
from desktop.comparing.lines import Kind
from desktop.comparing.matrix_rows import Filter, Show
from desktop.comparing.relating import relating, why
from desktop.dialogs.base import Dialog
from desktop.dialogs.judge_dialog import JudgeDialog
from desktop.recording.claim_edits import fields_of
from desktop.timeline.scene import Axis
from tests.builders import span
from tests.stories.reader import Reader

Answer = Callable[[JudgeDialog], None]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """What the reader does with the next dialogs, in order; one left open is closed."""
    waiting: list[Answer] = []

    def run(dialog: JudgeDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        waiting.pop(0)(dialog)
        result = dialog.result()
        if dialog.isVisible():
            dialog.reject()
        return result

    monkeypatch.setattr(Dialog, "exec", run)
    return waiting


def at_card(reader: Reader) -> str:
    """The aspect of the card the reader has been brought to."""
    key = reader.desk.panel.key
    return reader.desk.compared.aspects[key[1]].title if key else ""


def relation(reader: Reader, aspect: str) -> ClaimRelation | None:
    compared = reader.desk.compared
    row = next(r for r in compared.rows if compared.aspects[r.aspect_id].title == aspect)
    return next(p.relation for p in row.pairs if p.a.source_id != p.b.source_id)


def judges(dialog: JudgeDialog, relation: ClaimRelation, reason: str) -> None:
    dialog.relations.button(list(ClaimRelation).index(relation)).click()
    dialog.reason.setPlainText(reason)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_f8_goes_from_conflict_to_conflict_and_round(reader: Reader) -> None:
    seen = []
    for _ in range(3):
        reader.does("next_conflict")
        seen.append(at_card(reader))
    assert seen == ["Deaths", "Cause", "Deaths"]
    reader.does("previous_conflict")
    assert at_card(reader) == "Cause"


def test_f8_leads_to_the_event_from_anywhere(reader: Reader) -> None:
    session = reader.desk.session
    session.selection.set_event(session.events[0].id)
    reader.does("next_conflict")
    assert session.events_by_id[session.selection.event_id or 0].title == "The crane falls"


def test_f8_moves_the_matrix_too(reader: Reader) -> None:
    reader.does("view_matrix")
    reader.does("next_conflict")
    view = reader.desk.centre.view(Page.MATRIX)
    assert view.key is not None  # type: ignore[attr-defined]
    assert reader.desk.compared.aspects[view.key[1]].title == "Deaths"  # type: ignore[attr-defined]


def test_without_conflicts_f8_says_so(reader: Reader) -> None:
    session = reader.desk.session
    for claim in session.corpus.claims.all():
        session.perform(lambda c, i=claim.id: (None, c.claims.delete([i])))
    reader.does("next_conflict")
    assert "No claims in this corpus conflict" in reader.said()


def test_judging_overrules_the_program_with_a_reason_and_can_be_undone(
    reader: Reader, answers: list[Answer]
) -> None:
    def answer(dialog: JudgeDialog) -> None:
        assert not dialog.ok.isEnabled(), "nothing is judged yet"
        dialog.relations.button(list(ClaimRelation).index(ClaimRelation.AGREE)).click()
        assert not dialog.ok.isEnabled(), "a judgement needs a reason"
        judges(dialog, ClaimRelation.AGREE, "Arson during a storm")

    answers.append(answer)
    reader.does("next_conflict")
    reader.does("next_conflict")
    reader.does("judge")
    assert relation(reader, "Cause") is ClaimRelation.AGREE
    judged = reader.desk.session.corpus.judgements.all()
    assert [(j.reason, j.recorder) for j in judged] == [("Arson during a storm", "reader")]
    reader.does("undo")
    assert relation(reader, "Cause") is ClaimRelation.CONFLICT
    reader.does("redo")
    assert relation(reader, "Cause") is ClaimRelation.AGREE


def test_a_judgement_can_be_withdrawn(reader: Reader, answers: list[Answer]) -> None:
    answers.append(lambda dialog: judges(dialog, ClaimRelation.AGREE, "Both"))
    answers.append(lambda dialog: dialog.withdraw.click())
    for _ in range(2):
        reader.desk.panel.refill()
        reader.does("next_conflict")
        if at_card(reader) != "Cause":
            reader.does("next_conflict")
        if answers and len(answers) == 1:
            lines = reader.desk.panel.list.cards.lines
            row = next(i for i, ln in enumerate(lines) if ln.spoken.startswith("Cause. "))
            reader.desk.panel.list.go_to_row(row)
        reader.does("judge")
    assert relation(reader, "Cause") is ClaimRelation.CONFLICT
    assert reader.desk.session.corpus.judgements.all() == []


def test_a_claim_changed_after_it_was_judged_asks_to_be_judged_again(
    reader: Reader, answers: list[Answer]
) -> None:
    session, compared = reader.desk.session, reader.desk.compared
    row = next(r for r in compared.rows if compared.aspects[r.aspect_id].title == "Cause")
    pair = row.pairs[0]
    session.perform(
        lambda c: c.judgements.settle(pair.a.id, pair.b.id, ClaimRelation.AGREE, "Both.")
    )
    changed = replace(fields_of(pair.b), hedge="confirmed")
    session.perform(lambda c: (None, c.claims.change(pair.b.id, changed)))
    reader.does("view_matrix")
    matrix = reader.desk.centre.view(Page.MATRIX)
    matrix.bar.want(Filter(Show.OUTDATED))  # type: ignore[attr-defined]
    _, found = matrix.model.rows  # type: ignore[attr-defined]
    related = compared.tallies.of(found)
    assert related is not None
    assert related.name == "agree · look again"
    assert "1 judged before a claim was changed" in related.sentence
    told = why(found.pairs[0])
    assert "Both. Judged before a claim was changed: it said “arson” (alleged" in told
    assert "now “arson” (confirmed" in told

    def confirms(dialog: JudgeDialog) -> None:
        assert "it said “arson” (alleged" in dialog.proposal.text()
        assert dialog.ok.isEnabled(), "the same can be said again"
        dialog.ok.click()

    answers.append(confirms)
    compared.reveal((found.event_id, found.aspect_id))
    reader.does("judge")
    assert [j.before for j in session.corpus.judgements.all()] == [()]
    reader.does("undo")
    assert relating(compared.row((found.event_id, found.aspect_id))).outdated == 1


def test_the_dialog_says_what_the_program_proposes_and_why(
    reader: Reader, answers: list[Answer]
) -> None:
    said: list[str] = []

    def look(dialog: JudgeDialog) -> None:
        said.extend((dialog.one.text(), dialog.other.text(), dialog.proposal.text()))

    answers.append(look)
    reader.does("next_conflict")
    reader.does("next_conflict")
    reader.does("judge")
    assert "Tower; storm; A.2" in said
    assert any("Herald; arson; alleged" in words for words in said)
    assert "conflict" in said[2]
    assert "Rule 7" in said[2]


def test_enter_on_a_pair_judges_that_pair(reader: Reader, answers: list[Answer]) -> None:
    seen: list[str] = []
    answers.append(lambda dialog: seen.append(dialog.list.currentItem().text()))
    reader.does("next_conflict")
    cards = reader.desk.panel.list
    QTest.keyClick(cards, Qt.Key.Key_Return)
    pairs = [i for i, line in enumerate(cards.cards.lines) if line.kind is Kind.PAIR]
    cards.go_to_row(pairs[1])
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert len(seen) == 1
    first, second = (a.strip() for a in cards.cards.lines[pairs[1]].runs[0].text.split("–"))
    assert first in seen[0]
    assert second in seen[0]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dialog_fits_the_smallest_screen(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, scale: float
) -> None:
    for module in (desktop.theme, desktop.dialogs.base):
        monkeypatch.setattr(module, "text_scale", lambda: scale)
    row = next(r for r in reader.desk.compared.rows if r.pairs)
    dialog = JudgeDialog(reader.desk.compared, row.pairs, reader.window)
    dialog.show()
    assert dialog.width() <= 1240
    assert dialog.height() <= 760
    for field in (dialog.list, dialog.reason, dialog.origin):
        assert field.accessibleName()
    dialog.reject()


def test_one_origin_counts_once_when_the_reader_has_confirmed_it(
    reader: Reader, answers: list[Answer]
) -> None:
    def confirm(dialog: JudgeDialog) -> None:
        dialog.origin.setCurrentIndex(dialog.origin.findData("confirmed"))
        assert dialog.ok.isEnabled()
        dialog.ok.click()

    answers.append(confirm)
    event = reader.desk.session.selection.event_id or 0
    assert reader.desk.compared.origins(event) == (2, 2)
    reader.does("next_conflict")
    reader.does("next_conflict")
    reader.does("judge")
    compared = reader.desk.compared
    cause = next(r for r in compared.rows if compared.aspects[r.aspect_id].title == "Cause")
    assert (cause.sources, cause.origins) == (2, 1)
    reader.desk.panel.refill()
    assert "2 sources, 1 origin" in " ".join(ln.text for ln in reader.desk.panel.list.cards.lines)
    one, other = (claim.id for claim in cause.claims)
    reader.desk.session.perform(
        lambda c: c.origins.settle(one, other, confirmed=True, basis="voice")
    )
    heard: list[str] = []
    answers.append(lambda dialog: heard.append(dialog.origin_hint.text()))
    compared.reveal((cause.event_id, cause.aspect_id))
    reader.does("judge")
    assert "by now the two rest on different ones" in heard[0]


def tells(reader: Reader, letter: str, title: str, when: str, words: str) -> None:
    """Let a source speak of an event and say when it happened."""
    session, column = reader.desk.session, reader.column(letter)
    event = next(e.id for e in session.events if e.title == title)
    moment = next(a.id for a in session.corpus.aspects.all() if a.type == "time")
    edition = next(e.id for e in session.editions if e.source_id == column.source.id)
    place = (edition, *span(session.corpus, edition, words))
    session.perform(lambda c: c.mentions.add(event, *place))
    session.perform(lambda c: c.claims.add(ClaimFields(event, moment, value=when), *place))


def test_crossing_lines_join_events_that_sources_put_in_another_order(reader: Reader) -> None:
    session, timeline = reader.desk.session, reader.desk.timeline
    reader.does("crossings")
    assert crossings(session, Axis.HAPPENED) == []
    assert "No two sources" in reader.window.status.currentMessage()
    session.perform(lambda c: c.aspects.add(AspectFields("Time", "time")))
    tells(reader, "A", "A rope breaks", "2011-12-16T11:58:00", "hurt by the rope")
    tells(reader, "A", "The crane falls", "2011-12-16T12:00:00", "broke the crane")
    tells(reader, "B", "A rope breaks", "2011-12-16T12:30:00", "Arson, says")
    tells(reader, "B", "The crane falls", "2011-12-16T12:10:00", "Eleven died")
    assert [set(pair) for pair in crossings(session, Axis.HAPPENED)] == [
        {e.id for e in session.events if e.title in ("A rope breaks", "The crane falls")}
    ]
    assert timeline._board.scene.crossings, "an edit is followed while the lines are on"
    reader.does("crossings")
    assert not timeline._board.scene.crossings
