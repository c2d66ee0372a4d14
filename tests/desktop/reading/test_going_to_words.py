"""Words that are gone to are seen, whatever the columns show at that moment."""

from pathlib import Path

import pytest

from db.corpus import Corpus
from desktop.application import Application
from tests.builders import add_edition, add_event, add_source, held, span
from tests.stories.conftest import application, own_folders
from tests.stories.reader import Reader

__all__ = ["application", "own_folders"]

LETTERS = "abcdefg"


@pytest.fixture
def reader(application: Application, tmp_path: Path) -> Reader:
    """A person with six columns, of seven sources."""
    corpus = Corpus.create(tmp_path / "seven.triptych", title="Seven", zone="UTC")
    for letter in LETTERS:
        add_edition(corpus, add_source(corpus, f"source-{letter}"), (f"Source {letter} speaks.",))
    add_event(corpus, "Something", "2011-12-16")
    corpus.close()
    reader = Reader(application, tmp_path / "seven.triptych")
    for source in reader.desk.session.sources[3:6]:
        reader.desk.reading.add_column(source.id)
    reader.wait()
    return reader


def shown(reader: Reader) -> str:
    return "".join(column.source.letter for column in reader.desk.reading.columns)


def test_the_last_column_that_is_not_pinned_gives_way_to_words_of_a_seventh_source(
    reader: Reader,
) -> None:
    reading, session = reader.desk.reading, reader.desk.session
    assert shown(reader) == "ABCDEF"
    reading.set_pinned(reader.column("F"), True)
    edition = held(session.corpus, "source-g/original")
    session.selection.go_to_words(edition, *span(session.corpus, edition, "Source g"))
    reader.wait()
    assert shown(reader) == "ABCDFG"
    assert reader.column("G").pane.selected_text() == "Source g"
