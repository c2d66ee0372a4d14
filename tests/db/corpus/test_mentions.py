"""Which words speak of which event: offsets in code points, in every edition of the source."""

import pytest

from db.corpus import Corpus
from db.errors import InvalidEditError
from db.records import EditionKind, Relation
from tests import builders
from tests.builders import held, span


def words(corpus: Corpus, event_id: int) -> list[tuple[str, str, Relation]]:
    """Edition, words and relation of every mention of an event."""
    editions = {e.id: e for e in corpus.editions.all()}
    return [
        (
            editions[p.edition_id].key,
            corpus.editions.text(p.edition_id)[p.start : p.end],
            p.relation,
        )
        for p in corpus.mentions.of_event(event_id)
    ]


def test_a_mention_stands_on_the_words_that_were_marked(harbour: Corpus) -> None:
    herald = held(harbour, "herald/original")
    harbour.mentions.add(1, herald, *span(harbour, herald, "Өскен"), Relation.REPORTS)
    harbour.mentions.add(2, herald, *span(harbour, herald, "an inquiry"), Relation.EXPECTS)
    assert words(harbour, 1) == [("herald/original", "Өскен", Relation.REPORTS)]
    assert words(harbour, 2) == [("herald/original", "an inquiry", Relation.EXPECTS)]
    assert harbour.mentions.sources_by_event() == {1: {2}, 2: {2}}


def test_offsets_count_code_points_past_an_astral_character(harbour: Corpus) -> None:
    source = builders.add_source(harbour, "wire")
    wire = builders.add_edition(harbour, source, ["🏗🏗 before", "𝒜fter 🏗 the crane"])
    start, end = span(harbour, wire, "the crane")
    harbour.mentions.add(1, wire, start, end)
    assert words(harbour, 1) == [("wire/original", "the crane", Relation.REPORTS)]
    assert harbour.editions.words(wire, start, end) == "the crane"


def test_a_mention_in_the_digest_stands_on_the_whole_passage_of_the_original(
    harbour: Corpus,
) -> None:
    digest = held(harbour, "tower/digest")
    harbour.mentions.add(1, digest, *span(harbour, digest, "two hurt"))
    assert words(harbour, 1) == [("tower/digest", "two hurt", Relation.REPORTS)]
    harbour.editions.add_original("tower.txt", builders.text_of(builders.TOWER).encode())
    assert words(harbour, 1) == [
        ("tower/original", builders.TOWER[1], Relation.REPORTS),
        ("tower/digest", "two hurt", Relation.REPORTS),
    ]


def test_a_later_edition_takes_over_what_was_said(harbour: Corpus) -> None:
    herald = held(harbour, "herald/original")
    harbour.mentions.add(1, herald, *span(harbour, herald, "crane fell"))
    russian = ["Кран упал в полдень.", "Мэр ждёт расследования."]
    for _ in range(2):
        builders.add_edition(harbour, 2, russian, EditionKind.TRANSLATION)
    assert words(harbour, 1) == [
        ("herald/original", "crane fell", Relation.REPORTS),
        ("herald/translation", russian[0], Relation.REPORTS),
        ("herald/translation-2", russian[0], Relation.REPORTS),
    ]


@pytest.mark.parametrize("start, end", [(0, 0), (5, 5), (9, 4), (40, 60), (0, 500), (-1, 3)])
def test_words_outside_one_passage_are_refused(harbour: Corpus, start: int, end: int) -> None:
    before = builders.contents(harbour)
    with pytest.raises(InvalidEditError, match="must lie within one passage"):
        harbour.mentions.add(1, held(harbour, "herald/original"), start, end)
    assert builders.contents(harbour) == before


def test_a_mention_changes_its_event_and_relation(harbour: Corpus) -> None:
    herald = held(harbour, "herald/original")
    mention, _ = harbour.mentions.add(1, herald, 0, 7)
    harbour.mentions.change(mention, event_id=2, relation=Relation.DENIES)
    assert words(harbour, 1) == []
    assert words(harbour, 2) == [("herald/original", "A crane", Relation.DENIES)]


def test_deleting_a_mention_leaves_the_event_and_no_anchor(harbour: Corpus) -> None:
    herald = held(harbour, "herald/original")
    one, _ = harbour.mentions.add(1, herald, 0, 7)
    other, _ = harbour.mentions.add(2, herald, 0, 7)
    harbour.mentions.delete([one, other])
    assert len(harbour.events.all()) == 2
    assert not builders.contents(harbour)["anchor"]
    with pytest.raises(InvalidEditError, match="gone"):
        harbour.mentions.delete([one])


def test_deleting_an_event_keeps_words_that_a_note_still_stands_on(harbour: Corpus) -> None:
    herald = held(harbour, "herald/original")
    mention, _ = harbour.mentions.add(1, herald, 0, 7)
    (anchor,) = harbour.connection.execute("SELECT anchor_id FROM mention").fetchone()
    harbour.notes.add("anchor", anchor, "Which one?")
    harbour.notes.add("event", 1, "Ask again")
    harbour.notes.add("mention", mention, "Unsure")
    harbour.events.delete(1)
    assert [(n.subject, n.subject_id) for n in harbour.notes.all()] == [("anchor", anchor)]
    # Ids are given anew: a note on what is gone must not come to stand on what is added.
    assert builders.add_event(harbour, "Another") != 1 or not harbour.notes.on("event", 1)


def test_in_edition_lists_every_mention_in_reading_order(harbour: Corpus) -> None:
    herald = held(harbour, "herald/original")
    places = [span(harbour, herald, w) for w in ("Monday", "noon", "The mayor", "A crane")]
    for start, end in places:
        harbour.mentions.add(1, herald, start, end)
    found = harbour.mentions.in_edition(herald)
    assert [(p.start, p.end) for p in found] == sorted(places)
    assert [p.passage for p in found] == [1, 1, 2, 2]
    assert harbour.mentions.first_places(herald) == {1: 0}
