"""What the views of a window share."""

from datetime import timedelta
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtWidgets import QApplication

from db.corpus import Corpus
from db.corpus.events import EventFields
from db.errors import WriteError, told
from desktop.events.event_rows import group_title
from desktop.session import Session


@pytest.mark.parametrize(("zone", "hours"), [("+06:00", 6), ("-03:30", -3.5), ("Asia/Aqtau", 5)])
def test_a_day_of_a_corpus_is_that_day_in_its_zone_whether_a_place_or_an_offset(
    qapp: QApplication, tmp_path: Path, zone: str, hours: float
) -> None:
    corpus = Corpus.create(tmp_path / "ferry.triptych", title="The ferry", zone=zone)
    corpus.events.add(EventFields("It sinks", when="2016-03-03"))
    session = Session(corpus)
    assert session.zone.utcoffset(None) in (None, timedelta(hours=hours))
    assert group_title(session.events[0], session.zone) == "3 March 2016"
    session.close()


def test_events_stand_under_no_day_that_nobody_has_said(qapp: QApplication, tmp_path: Path) -> None:
    corpus = Corpus.create(tmp_path / "ferry.triptych", title="The ferry")
    heads = {
        "156X": "1560s", "2011-21": "spring 2011", "2011-XX-16": "16 Jan – 16 Dec 2011",
        "2011-12-XX": "Dec 2011", "2011-12": "Dec 2011", "2011-12-21": "21 December 2011",
    }  # fmt: skip
    for when in heads:
        corpus.events.add(EventFields(when, when=when))
    session = Session(corpus)
    assert {e.title: group_title(e, session.zone) for e in session.events} == heads
    session.close()


def test_an_edit_that_the_file_does_not_let_go_of_can_be_taken_back_later(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session(Corpus.create(tmp_path / "ferry.triptych"))
    said: list[str] = []
    session.failed.connect(said.append)
    session.perform(lambda corpus: corpus.events.add(EventFields("It sinks")))
    stack, full = session.undo_stack, WriteError(file=tmp_path, reason=told(OSError("full")))
    for step, there, after in ((session.undo, 1, 0), (session.redo, 0, 1)):
        before = stack.index()
        with monkeypatch.context() as patch:
            patch.setattr(session.corpus, "revert", Mock(side_effect=full))
            step()
        assert said and (stack.count(), stack.index()) == (1, before), "it stays to be taken back"
        assert len(session.events) == there
        step()
        assert (stack.count(), stack.index(), len(session.events)) == (1, after, after)
        said.clear()
    session.close()


def test_an_event_that_is_brought_back_is_the_current_one(
    qapp: QApplication, tmp_path: Path
) -> None:
    session = Session(Corpus.create(tmp_path / "ferry.triptych"))
    event = session.perform(lambda corpus: corpus.events.add(EventFields("It sinks")))
    assert event is not None
    session.selection.set_event(event)
    session.perform(lambda corpus: (event, corpus.events.delete(event)))
    assert session.selection.event_id is None
    session.undo()
    assert session.selection.event_id == event
    session.undo()
    assert session.selection.event_id is None
    session.redo()
    assert session.selection.event_id == event
    session.close()
