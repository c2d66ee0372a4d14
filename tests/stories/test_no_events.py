"""An empty list of events says what to do."""

from pathlib import Path

from db.corpus import Corpus
from desktop.application import Application
from tests import builders
from tests.stories.reader import Reader


def test_a_corpus_without_events_says_how_to_make_one(
    application: Application, tmp_path: Path
) -> None:
    path = tmp_path / "bare.triptych"
    corpus = Corpus.create(path, title="Bare", zone="UTC")
    builders.add_edition(corpus, builders.add_source(corpus, "herald"), ["The crane fell."])
    corpus.close()
    reader = Reader(application, path)
    words = reader.desk.events.view.nothing
    assert "press E" in words
    assert "Event ▸ New event" in words


def test_a_filter_that_fits_nothing_says_so(reader: Reader) -> None:
    reader.desk.events.text.setText("zzzzzz")
    reader.desk.events.refill()
    assert "fits the filter" in reader.desk.events.view.nothing
