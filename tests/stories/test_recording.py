"""Recording: events and mentions, and taking everything back."""

from db.corpus.events import EventFields
from db.records import Relation, Silence
from tests.stories.reader import Reader


def dump(reader: Reader) -> list[tuple[object, ...]]:
    connection = reader.desk.session.corpus.connection
    tables = ("event", "mention", "anchor", "placement", "review", "claim")
    return [row for t in tables for row in connection.execute(f"SELECT * FROM {t} ORDER BY id")]


def test_a_mention_added_to_selected_words_is_shown_and_can_be_undone(reader: Reader) -> None:
    reader.goes_to("hospitals")
    before = dump(reader)
    event = reader.desk.session.selection.event_id
    assert event is not None
    reader.selects("B", "emergency")
    commands = reader.window.commands.editing
    from desktop.commands.editing import selected_spans

    commands.add_mentions(event, selected_spans(reader.column("B")), Relation.REPORTS)
    reader.wait()
    assert reader.column("B").spans
    assert reader.column("B").pane.body.decoration.silence is None
    reader.does("undo")
    assert not reader.column("B").spans
    assert dump(reader) == before
    reader.does("redo")
    assert reader.column("B").spans


def test_deleting_an_event_takes_its_mentions_and_undo_brings_all_back(reader: Reader) -> None:
    reader.goes_to("shooting")
    before = dump(reader)
    reader.does("delete_event")
    assert reader.event not in ("", "shooting")
    assert "Undo" in reader.said()
    reader.does("undo")
    assert dump(reader) == before
    reader.goes_to("shooting")
    assert reader.column("A").spans


def test_an_edited_event_moves_in_the_list_and_on_the_timeline(reader: Reader) -> None:
    reader.goes_to("shooting")
    event = reader.desk.session.selection.event_id
    assert event is not None
    reader.window.commands.editing.change_event(
        event, EventFields(title="Shots", when="2011-12-19", place="elsewhere")
    )
    reader.wait()
    changed = reader.desk.session.events_by_id[event]
    assert (changed.title, changed.happened.edtf) == ("Shots", "2011-12-19")
    texts = [
        reader.desk.events.model.data(reader.desk.events.model.index(row))
        for row in range(reader.desk.events.model.rowCount())
    ]
    assert texts.index("Shots") > texts.index("State of emergency")
    reader.does("undo")
    assert reader.desk.session.events_by_id[event].title == "Shooting in Zhanaozen"


def test_a_time_that_cannot_be_understood_is_refused_with_a_sentence(reader: Reader) -> None:
    reader.goes_to("shooting")
    event = reader.desk.session.selection.event_id or 0
    before = dump(reader)
    reader.window.commands.editing.change_event(event, EventFields(title="X", when="yesterdayish"))
    assert "yesterdayish" in reader.said()
    assert dump(reader) == before


def test_a_silence_is_settled_and_shown(reader: Reader) -> None:
    reader.goes_to("hospitals")
    session = reader.desk.session
    event, source = session.selection.event_id or 0, reader.column("C").source.id
    session.perform(
        lambda corpus: (
            1,
            corpus.reviews.settle(event, source, "silent", Silence.OUT_OF_SCOPE),
        )
    )
    reader.wait()
    bar = reader.column("C").pane.body.decoration.silence
    assert bar is not None and "scope" in bar.text
    reader.does("undo")
    assert session.silences.kind(event, source) is Silence.SILENT


def test_a_selection_over_several_passages_becomes_one_mention_each(reader: Reader) -> None:
    from desktop.commands.editing import selected_spans

    column = reader.column("A")
    assert column.shown is not None
    text = column.shown.text
    column.pane.select(text.starts[10] + 3, text.ends[12] - 3)
    spans = selected_spans(column)
    assert len(spans) == 3
    assert spans[0][1] == text.starts[10] + 3
    assert spans[1][1:] == (text.starts[11], text.ends[11])
    assert spans[2][2] == text.ends[12] - 3


def test_a_read_only_corpus_refuses_edits_with_a_sentence(reader: Reader) -> None:
    from db.corpus import Corpus
    from desktop.session import Session

    path = reader.desk.session.corpus.path
    reader.window.open_session(Session(Corpus.open(path, read_only=True)))
    reader.wait()
    assert "read only" in reader.window.windowTitle()
    reader.goes_to("shooting")
    reader.does("delete_event")
    assert "reading only" in reader.said()
    assert reader.event == "shooting"
