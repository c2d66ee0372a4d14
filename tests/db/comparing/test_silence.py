"""Silences: a source that says nothing is never taken for one that nobody has read."""

import pytest

from db.comparing.silence import PHRASES, Coverage, Silences, Span, derive_silence
from db.corpus import Corpus
from db.corpus.editions import NewEdition, PassageRow, text_hash
from db.corpus.events import EventFields
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.records import EditionKind, PassageKind, Review, Silence

COVERAGE = Coverage(events=Span(100, 200), first_known=150, last_published=300)
READ = Review(1, 1, "silent", None, "")


@pytest.mark.parametrize(
    ("event", "silence"),
    [
        (Span(120, 130), Silence.SILENT),
        (Span(50, 100), Silence.SILENT),
        (Span(50, 99), Silence.OUT_OF_SCOPE),
        (Span(None, 99), Silence.OUT_OF_SCOPE),
        (Span(50, None), Silence.SILENT),
        (Span(201, 210), Silence.OUT_OF_SCOPE),
        (Span(300, 310), Silence.OUT_OF_SCOPE),
        (Span(301, None), Silence.NOT_PUBLISHED),
        (Span(None, None), Silence.SILENT),
    ],
)
def test_a_read_source_is_silent_for_the_reason_the_dates_show(event, silence):
    assert derive_silence(event, COVERAGE, READ) is silence


def test_what_the_reader_set_comes_before_the_dates():
    review = Review(1, 1, "silent", Silence.NO_FIGURE, "")
    assert derive_silence(Span(301, 302), COVERAGE, review) is Silence.NO_FIGURE


@pytest.mark.parametrize("review", [None, Review(1, 1, "not-looked", None, "")])
def test_an_unread_source_is_never_called_silent(review):
    assert derive_silence(Span(301, 302), COVERAGE, review) is Silence.NOT_LOOKED


def test_before_its_first_piece_a_source_was_not_published_whoever_has_read_it():
    assert derive_silence(Span(1, 2), COVERAGE, READ, known_by=149) is Silence.NOT_PUBLISHED
    assert derive_silence(Span(1, 2), COVERAGE, None, known_by=149) is Silence.NOT_PUBLISHED
    assert derive_silence(Span(120, 130), COVERAGE, READ, known_by=150) is Silence.SILENT


def test_a_source_without_dates_is_known_at_no_time_and_late_for_nothing():
    undated = Coverage()
    assert derive_silence(Span(1, 2), undated, READ) is Silence.SILENT
    assert derive_silence(Span(1, 2), undated, READ, known_by=10**9) is Silence.NOT_PUBLISHED


def test_every_kind_has_its_words():
    assert set(PHRASES) == set(Silence)


@pytest.fixture
def corpus(tmp_path):
    with Corpus.create(tmp_path / "c.triptych", zone="UTC") as opened:
        yield opened


def _source(corpus: Corpus, published: str) -> tuple[int, int]:
    fields = SourceFields(f"of {published}", published=understood(published, "UTC"))
    source, _ = corpus.sources.add(fields)
    text = "words that tell"
    edition = NewEdition(
        source, EditionKind.DIGEST, "en", text_hash(text), text_hash(text), 15, text=text,
        data=text.encode(),
    )  # fmt: skip
    passage = PassageRow(1, 0, 15, PassageKind.PARAGRAPH)
    return source, corpus.editions.add(edition, [passage])


def test_a_whole_corpus_is_answered_for_each_event_and_source(corpus):
    early, text = _source(corpus, "2011-01-10")
    undated, _ = _source(corpus, "2011-01-10/..")
    told, _ = corpus.events.add(EventFields("told", "2011-01-05"))
    before, _ = corpus.events.add(EventFields("before", "2011-01-01"))
    after, _ = corpus.events.add(EventFields("after", "2011-02-01"))
    corpus.mentions.add(told, text, 0, 5)
    for event in (before, after):
        corpus.reviews.settle(event, early, "silent")
        corpus.reviews.settle(event, undated, "silent")
    silences = Silences(corpus)
    assert silences.kind(told, early) is None
    assert silences.kind(told, undated) is Silence.NOT_LOOKED
    assert silences.kind(before, early) is Silence.OUT_OF_SCOPE
    assert silences.kind(after, early) is Silence.NOT_PUBLISHED
    assert silences.kind(after, undated) is Silence.SILENT


def test_a_source_speaks_only_once_its_words_were_published(corpus):
    source, text = _source(corpus, "2011-01-10")
    told, _ = corpus.events.add(EventFields("told", "2011-01-05"))
    corpus.mentions.add(told, text, 0, 5)
    published = corpus.sources.all()[0].published.latest
    assert Silences(corpus, known_by=published - 1).kind(told, source) is Silence.NOT_PUBLISHED
    assert Silences(corpus, known_by=published).kind(told, source) is None


def test_what_has_no_date_was_known_at_no_time(corpus):
    source, text = _source(corpus, "2011-01-10/..")
    told, _ = corpus.events.add(EventFields("told", "2011-01-05"))
    corpus.mentions.add(told, text, 0, 5)
    assert Silences(corpus).kind(told, source) is None
    assert Silences(corpus, known_by=10**12).kind(told, source) is Silence.NOT_PUBLISHED
