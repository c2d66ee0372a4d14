from pytestqt.qtbot import QtBot

from desktop.reading.decoration import Mark, MarkStyle, Silence, Span
from desktop.reading.pane import Pane
from desktop.reading.prewarmer import Wanted


def wanted(pane: Pane, passage: int) -> Wanted:
    text = pane.body.text
    return Wanted(passage, [Span(passage, text.starts[passage], text.ends[passage])])


def warmed(pane: Pane, passage: int, qtbot: QtBot) -> None:
    pane.prewarmer.want([wanted(pane, passage)])
    qtbot.waitUntil(lambda: not pane.prewarmer.is_busy)


def event_at(pane: Pane, passage: int) -> None:
    text = pane.body.text
    pane.set_event([Span(passage, text.starts[passage], text.ends[passage])])
    pane.scroll_to_passage(passage)


def test_the_next_event_is_ready_before_it_is_asked_for(make_pane, long_text, qtbot) -> None:
    pane = make_pane(long_text)
    warmed(pane, 30, qtbot)
    ready = {i for i in range(40) if pane.body.is_laid_out(i)}
    event_at(pane, 30)
    assert {index for index, _ in pane.scroller.visible()} <= ready


def test_what_was_drawn_ahead_looks_like_what_is_drawn_now(make_pane, long_text, qtbot) -> None:
    ahead, now = make_pane(long_text), make_pane(long_text)
    now.prewarmer.hold(True)
    warmed(ahead, 30, qtbot)
    for pane in (ahead, now):
        event_at(pane, 30)
        pane.clearFocus()
    assert ahead.viewport().grab().toImage() == now.viewport().grab().toImage()


def test_words_drawn_ahead_do_not_hide_what_lies_behind_them(make_pane, long_text, qtbot) -> None:
    ahead, now = make_pane(long_text), make_pane(long_text)
    now.prewarmer.hold(True)
    warmed(ahead, 30, qtbot)
    found = [
        Mark(long_text.starts[p] + 2, long_text.starts[p] + 9, MarkStyle.FOUND) for p in (30, 31)
    ]
    for pane in (ahead, now):
        event_at(pane, 30)
        pane.set_marks(lambda passage: [m for m in found if long_text.passage_at(m[0]) == passage])
        pane.select(long_text.starts[32], long_text.starts[32] + 20)
        pane.clearFocus()
    assert ahead.viewport().grab().toImage() == now.viewport().grab().toImage()


def test_nothing_is_prepared_while_the_reader_drags(make_pane, long_text, qtbot) -> None:
    pane = make_pane(long_text)
    qtbot.waitUntil(lambda: not pane.prewarmer.is_busy)
    pane.prewarmer.hold(True)
    pane.prewarmer.want([wanted(pane, 30)])
    qtbot.wait(20)
    assert not pane.body.is_laid_out(30)
    pane.prewarmer.hold(False)
    qtbot.waitUntil(lambda: pane.body.is_laid_out(30))


def test_memory_stays_within_bounds_however_far_one_reads(make_pane, make_text, qtbot) -> None:
    pane = make_pane(make_text([f"Passage number {i} of very many." for i in range(2000)]))
    for passage in range(0, 2000, 40):
        warmed(pane, passage, qtbot)
    assert sum(pane.body.is_laid_out(i) for i in range(2000)) <= 200


def shown_picture(pane: Pane) -> object:
    slots = list(pane.scroller.visible())
    return pane.prewarmer.pictures.find(slots, pane.viewport().size(), pane.devicePixelRatioF())


def test_the_next_event_is_a_picture_until_anything_in_it_changes(
    make_pane, long_text, qtbot
) -> None:
    pane = make_pane(long_text)
    changes = [
        lambda: pane.set_marks(lambda p: [Mark(long_text.starts[p], 9, MarkStyle.FOUND)]),
        lambda: pane.select(long_text.starts[30], long_text.starts[30] + 5),
        lambda: pane.set_dimmed(lambda passage: passage == 30, "later"),
        lambda: pane.set_event([Span(31, long_text.starts[31], long_text.ends[31])]),
        lambda: pane.set_silence(Silence(29, "Nothing is said.")),
        lambda: pane.set_zoom(1.1),
        lambda: pane.scroll_by(1),
    ]
    for change in changes:
        event_at(pane, 0)
        warmed(pane, 30, qtbot)
        event_at(pane, 30)
        assert shown_picture(pane) is not None
        change()
        assert shown_picture(pane) is None
