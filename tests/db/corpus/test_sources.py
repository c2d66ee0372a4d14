"""Sources and their reports: every field is kept, and a letter is given once."""

import pytest

from db.corpus import Corpus
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.errors import InvalidEditError
from db.search import search
from db.text.zones import ZoneStatus
from tests import builders

STAMP = understood(
    "2011-12-17T23:59:00", "Europe/Moscow", printed="17/12/2011 23:59",
    status=ZoneStatus.ASSUMED, note="Day first.",
)  # fmt: skip


def test_every_field_of_a_source_comes_back(harbour: Corpus) -> None:
    given = SourceFields(
        label="Вестник", key="vestnik", title="T “i”", creators=("А. Б.", "C, D"), publisher="P",
        language="ru", place="Moscow", position="far", rights="none", citation="cite",
        summary="*s*", retrieved="2011-12-20", published=STAMP,
    )  # fmt: skip
    assert all(given), "a field is left out of this test"
    source_id, _ = harbour.sources.add(given)
    source = harbour.sources.by_key("vestnik")
    assert source.id == source_id and source.letter == "C" and source.style == 2
    for field, value in given._asdict().items():
        assert getattr(source, field) == value, field


def test_every_field_of_a_report_comes_back(harbour: Corpus) -> None:
    report_id = harbour.sources.add_report(1, 7, "Heading", "Author", STAMP)
    (report,) = harbour.sources.reports(1)
    assert (report.id, report.source_id, report.number) == (report_id, 1, 7)
    assert (report.heading, report.author, report.reported) == ("Heading", "Author", STAMP)
    assert harbour.sources.reports(2) == []


def test_a_letter_is_never_given_again(harbour: Corpus) -> None:
    assert [s.letter for s in harbour.sources.all()] == ["A", "B"]
    change = harbour.sources.delete(2)
    assert builders.add_source(harbour, "third") == 2, "row ids are given again, letters are not"
    assert [s.letter for s in harbour.sources.all()] == ["A", "C"]
    harbour.sources.delete(2)
    harbour.revert(change)
    assert [s.letter for s in harbour.sources.all()] == ["A", "B"]
    builders.add_source(harbour, "fourth")
    assert [s.letter for s in harbour.sources.all()] == ["A", "B", "D"]


def test_letters_go_on_after_z(harbour: Corpus) -> None:
    for number in range(2, 30):
        builders.add_source(harbour, f"s{number}")
    assert [s.letter for s in harbour.sources.all()][25:] == ["Z", "AA", "AB", "AC", "AD"]


def test_deleting_a_source_takes_its_texts_and_all_that_was_said(harbour: Corpus) -> None:
    herald = builders.held(harbour, "herald/original")
    harbour.mentions.add(1, herald, 0, 7)
    harbour.reviews.settle(2, 2, "silent")
    before = builders.contents(harbour)
    assert search(harbour, "mayor").hits
    change = harbour.sources.delete(2)
    assert not search(harbour, "mayor").hits
    assert not harbour.mentions.of_event(1) and not harbour.reviews.all()
    assert len(harbour.events.all()) == 2
    harbour.revert(change)
    assert builders.contents(harbour) == before
    assert search(harbour, "mayor").hits


def test_deleting_what_is_gone_is_refused(harbour: Corpus) -> None:
    with pytest.raises(InvalidEditError, match="gone"):
        harbour.sources.delete(99)


def test_keys_are_short_and_each_stands_once(harbour: Corpus) -> None:
    added = [harbour.sources.add(SourceFields(label="The Herald, № 5"))[0] for _ in range(3)]
    keys = {s.id: s.key for s in harbour.sources.all()}
    assert [keys[i] for i in added] == ["the-herald-no-5", "the-herald-no-5-2", "the-herald-no-5-3"]
    with pytest.raises(InvalidEditError, match="key herald exists"):
        builders.add_source(harbour, "herald")
    with pytest.raises(InvalidEditError, match="no source with the key spam"):
        harbour.sources.by_key("spam")
