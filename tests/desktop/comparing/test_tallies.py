"""Rows of very many claims: compared in spare moments, the window never waits for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.records import ClaimRelation
from desktop.comparing.cards import Cards
from desktop.comparing.compared import Compared
from desktop.comparing.relating import relating
from desktop.comparing.tallies import MOST_KEPT, Tallies
from desktop.session import Session
from tests.builders import add_edition, add_event, add_source, held

EACH = 60


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two sources that each count the same crowd sixty times."""
    path = tmp_path_factory.mktemp("crowded") / "crowded.triptych"
    corpus = Corpus.create(path, title="Crowd", zone="UTC")
    event = add_event(corpus, "A march", "2011-12-16")
    fields = AspectFields("Crowd", unit="people", counts=True)
    aspect, _ = corpus.aspects.add(fields)
    for key in ("north", "south"):
        add_edition(corpus, add_source(corpus, key), ("They counted the crowd.",))
        edition = held(corpus, f"{key}/original")
        for number in range(EACH):
            least = number + (1_000 if key == "south" else 1)
            made = ClaimFields(event, aspect, min=least, max=least, unit="people")
            corpus.claims.add(made, edition, 0, 4)
    corpus.close()
    return path


@pytest.fixture
def compared(qapp, crowded: Path) -> Iterator[Compared]:
    session = Session(Corpus.open(crowded, read_only=True))
    yield Compared(session)
    session.close()


def finish(tallies: Tallies) -> list[object]:
    told: list[object] = []
    tallies.changed.connect(told.append)
    while not told:
        tallies._turn()
    return told


def test_a_large_row_is_told_of_when_it_has_been_compared(compared: Compared) -> None:
    (row,) = compared.rows
    assert row.weight == 120 * 119 // 2
    assert compared.tallies.of(row) is None
    assert "pairs" not in row.__dict__
    assert finish(compared.tallies) == [(row.event_id, row.aspect_id)]
    found = compared.tallies.of(row)
    assert found == relating(row)
    assert sum(count for _, count in found.counts) == row.weight


def test_its_card_says_so_and_then_shows_what_weighs_most(compared: Compared) -> None:
    (row,) = compared.rows
    cards = Cards(compared)
    cards.open.add((row.event_id, row.aspect_id))
    head = cards.of_row(row, within=row.event_id)[0]
    assert "comparing" in head.text
    assert not head.badge
    finish(compared.tallies)
    lines = cards.of_row(row, within=row.event_id)
    assert lines[0].badge is not None
    assert lines[0].badge.relation is ClaimRelation.CONFLICT
    pairs = compared.tallies.weightiest(row)
    assert len(pairs) == MOST_KEPT
    assert {pair.relation for pair in pairs} == {ClaimRelation.CONFLICT}
    assert "7,128 more pairs" in lines[-1].text


def test_a_change_compares_anew(compared: Compared) -> None:
    (row,) = compared.rows
    compared.tallies.of(row)
    finish(compared.tallies)
    compared._corpus_changed()
    (row,) = compared.rows
    assert compared.tallies.of(row) is None
    assert row.has(ClaimRelation.CONFLICT)
    assert "pairs" not in row.__dict__
