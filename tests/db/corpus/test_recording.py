"""Recording what the sources say: every edit is one step back, and nonsense is refused in words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.names import NameFields
from db.corpus.voices import VoiceFields
from db.errors import InvalidEditError
from db.fingerprint import content_hash
from db.records import Silence, Spelling
from db.verifying import verify
from tests.db.corpus.made import Made, make_corpus


@pytest.fixture
def made(tmp_path):
    with make_corpus(tmp_path / "made.triptych") as corpus:
        yield Made(corpus)


def refused(made, sentence, do, *arguments, **options):
    """Nothing is changed, and the sentence says why."""
    before = content_hash(made.corpus)
    with pytest.raises(InvalidEditError, match=sentence):
        do(*arguments, **options)
    assert content_hash(made.corpus) == before


def undone_and_done_again(made, change):
    """Taking an edit back leaves what was there before, and doing it again what it made."""
    after = content_hash(made.corpus)
    again = made.corpus.revert(change)
    before = content_hash(made.corpus)
    assert before != after
    made.corpus.revert(again)
    assert content_hash(made.corpus) == after


def only_claim(made):
    (claim,) = made.corpus.claims.all()
    return claim


def test_a_claim_keeps_what_was_said_and_stands_on_its_words(made):
    claim_id, change = made.claim(
        "daily", "11 dead", min=11, max=11, scope="all", voices=("the-mayor",), as_of="2020-05-01"
    )
    claim = only_claim(made)
    assert (claim.id, claim.key, claim.unit) == (claim_id, "A001", "people")
    assert (claim.min, claim.max, claim.voices) == (11, 11, (made.voices["the-mayor"],))
    assert claim.as_of.edtf == "2020-05-01"
    (place,) = made.corpus.claims.placements()
    assert made.corpus.editions.text(place.edition_id)[place.start : place.end] == "11 dead"
    undone_and_done_again(made, change)


def test_keys_go_on_from_the_highest_of_their_source(made):
    first, _ = made.claim("weekly", "15 dead", min=15)
    made.claim("weekly", "Children", min=2)
    made.corpus.claims.delete([first])
    made.claim("weekly", "drowned", min=1)
    assert sorted(c.key for c in made.corpus.claims.all()) == ["B002", "B003"]


def test_a_claim_can_be_changed_and_keeps_its_key_and_words(made):
    claim_id, _ = made.claim("daily", "11 dead", min=11, voices=("the-mayor", "a-witness"))
    change = made.corpus.claims.change(claim_id, made.fields(vague="a few", hedge="alleged"))
    claim = only_claim(made)
    assert (claim.key, claim.min, claim.vague, claim.voices) == ("A001", None, "a few", ())
    undone_and_done_again(made, change)
    other, _ = made.claim("weekly", "15 dead", min=15)
    made.corpus.judgements.settle(claim_id, other, "agree", "x")
    change = made.corpus.claims.change(claim_id, made.fields(vague="a few", scope="children"))
    assert [dict(j.before).keys() for j in made.corpus.judgements.all()] == [{claim_id}]
    undone_and_done_again(made, change)
    undone_and_done_again(made, made.corpus.judgements.settle(claim_id, other, "agree", "y")[1])


def test_a_scope_named_for_the_first_time_is_offered_from_then_on(made):
    made.claim("daily", "11 dead", min=11, scope="guests")
    (drowned,) = (a for a in made.corpus.aspects.all() if a.key == "drowned")
    assert ("guests", "") in drowned.scopes
    made.claim("weekly", "15 dead", min=15, scope=" Guests", unit="People")
    made.claim("daily", "The dam held", aspect="dam", value="HELD")
    said = {(c.scope, c.unit, c.value) for c in made.corpus.claims.all()}
    assert said == {("guests", "people", None), ("", "", "held")}, "one word, however it is typed"


def test_a_deleted_claim_takes_its_judgements_and_notes_with_it(made):
    one, _ = made.claim("daily", "11 dead", min=11)
    other, _ = made.claim("weekly", "15 dead", min=15)
    made.corpus.judgements.settle(one, other, "agree", "x")
    made.corpus.notes.add("claim", one, "Which mayor?")
    change = made.corpus.claims.delete([one])
    assert made.corpus.judgements.all() == []
    assert made.corpus.notes.all() == []
    undone_and_done_again(made, change)
    made.corpus.revert(made.corpus.claims.delete([other]))
    assert all(f.ok for f in verify(made.corpus))


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"min": 9, "max": 5}, "The least value, 9, is above the greatest, 5"),
        ({}, "no figure and no word"),
        ({"vague": "  "}, "no figure and no word"),
        ({"min": float("nan")}, "must be a number"),
        ({"min": float("inf")}, "leave an open end empty"),
        ({"min": 1, "hedge": "perhaps"}, "no hedge"),
        ({"min": 1, "polarity": "no"}, "no polarity"),
        ({"min": 1, "status": "new"}, "no status"),
        ({"min": 1, "as_of": "last Friday"}, "cannot be understood"),
        ({"min": 1, "voices": ("the-mayor", "a-witness", "the-mayor")}, "quote itself"),
        ({"aspect": "told", "value": "  "}, "says nothing about “Told”"),
        ({"aspect": "told", "value": "x", "min": 3}, "not about figures"),
        ({"aspect": "dam", "value": "leaked"}, "not among the choices"),
        ({"aspect": "when", "value": "Friday"}, "cannot be understood"),
    ],
)
def test_what_cannot_be_claimed_is_refused_in_words(made, said, sentence):
    refused(made, sentence, made.claim, "daily", "11 dead", **said)


def test_a_claim_needs_an_aspect_an_event_and_words_within_one_passage(made):
    nowhere = ClaimFields(made.events["flood"], 999, min=1)
    refused(made, "needs an aspect", made.corpus.claims.add, nowhere, *made.place("daily", "11"))
    lost = ClaimFields(999, made.aspects["drowned"], min=1)
    refused(made, "needs an event", made.corpus.claims.add, lost, *made.place("daily", "11"))
    edition, start, _ = made.place("daily", "evening.")
    fields = made.fields(min=1)
    for first, last in ((start, start + 20), (5, 5), (9, 3), (-4, 2), (9_000, 9_005)):
        refused(made, "within one passage", made.corpus.claims.add, fields, edition, first, last)


def test_a_source_cannot_quote_itself_through_others(made):
    paper = VoiceFields("The daily itself", source_id=made.sources["daily"])
    voice_id, _ = made.corpus.voices.add(paper)
    chain = (made.voices["a-witness"], voice_id)
    fields = ClaimFields(made.events["flood"], made.aspects["drowned"], min=1, voices=chain)
    refused(made, "quote itself", made.corpus.claims.add, fields, *made.place("daily", "11"))
    made.corpus.claims.add(fields, *made.place("weekly", "15"))


@pytest.fixture(scope="module")
def often_made(tmp_path_factory):
    with make_corpus(tmp_path_factory.mktemp("often") / "made.triptych") as corpus:
        yield Made(corpus)


@given(st.floats() | st.none(), st.floats() | st.none())
def test_no_figure_upside_down_ever_gets_in(often_made, least, most):
    try:
        _, change = often_made.claim("daily", "11 dead", min=least, max=most)
    except InvalidEditError:
        assert often_made.corpus.claims.all() == []
    else:
        claim = only_claim(often_made)
        assert None in (claim.min, claim.max) or claim.min <= claim.max
        often_made.corpus.revert(change)


def test_an_anchor_moves_within_its_passage_or_to_another(made):
    made.claim("daily", "11 dead", min=11)
    anchor_id = only_claim(made).anchor_id
    change = made.corpus.anchors.move(anchor_id, *made.place("daily", "The dam"))
    (place,) = made.corpus.claims.placements()
    assert (place.start, place.end) == made.place("daily", "The dam")[1:]
    undone_and_done_again(made, change)
    made.corpus.anchors.move(anchor_id, *made.place("daily", "40 people"))
    (place,) = made.corpus.claims.placements()
    assert place.passage == 1
    move = made.corpus.anchors.move
    for place_elsewhere in (made.place("weekly", "15"), (place.edition_id, 0, 300)):
        refused(made, "within one passage", move, anchor_id, *place_elsewhere)


def test_a_claim_whose_words_are_gone_is_listed_and_kept(made):
    made.claim("daily", "11 dead", min=11)
    made.claim("weekly", "15 dead", min=15)
    assert made.corpus.claims.unfitting() == []
    made.corpus.connection.execute("UPDATE placement SET end = end + 900 WHERE id = 1")
    assert made.corpus.claims.unfitting() == [("A001", "daily/original")]
    findings = [f for f in verify(made.corpus) if f.check == "claim"]
    assert [(f.subject, f.ok) for f in findings] == [("A001", False)]
    assert "kept" in findings[0].message
    made.corpus.connection.execute("DELETE FROM placement WHERE id = 2")
    assert made.corpus.claims.unfitting() == [("A001", "daily/original"), ("B001", "")]
    assert len(made.corpus.claims.all()) == 2


def test_an_aspect_is_made_changed_and_deleted(made):
    aspects = made.corpus.aspects
    fields = AspectFields("Colour", type="choice", choices=(("red", ""), ("scarlet", "red")))
    aspect_id, change = aspects.add(fields)
    undone_and_done_again(made, change)
    made.claim("daily", "The dam held", aspect="dam", value="held")
    dam = replace(fields, title="Dam")
    refused(made, "must stay a choice", aspects.change, made.aspects["dam"], dam)
    refused(made, "1 claim is about", aspects.delete, made.aspects["dam"])
    refused(made, "type choice", aspects.change, made.aspects["dam"], AspectFields("Dam"))
    text = AspectFields("Dam", type="text")
    undone_and_done_again(made, aspects.change(made.aspects["dam"], text))
    aspects.delete(aspect_id)
    assert "colour" not in [a.key for a in aspects.all()]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (AspectFields(" "), "needs a title"),
        (AspectFields("X", type="colour"), "no type"),
        (AspectFields("X", type="choice"), "at least one choice"),
        (AspectFields("X", scopes=(("a", "b"), ("b", "a"))), "lies within itself: a → b → a"),
        (AspectFields("X", scopes=(("a", "b"),)), "is no scope"),
        (AspectFields("X", scopes=(("a", ""), ("a", ""))), "word of its own"),
        (AspectFields("X", key="dam"), "exists"),
    ],
)
def test_an_aspect_that_makes_no_sense_is_refused(made, fields, sentence):
    refused(made, sentence, made.corpus.aspects.add, fields)


def test_voices_are_kept_while_claims_rest_on_them(made):
    voices = made.corpus.voices
    voice_id, change = voices.add(VoiceFields(" A nurse ", kind="eyewitness", first_hand="yes"))
    assert [v.name for v in voices.all() if v.id == voice_id] == ["A nurse"]
    undone_and_done_again(made, change)
    undone_and_done_again(made, voices.change(voice_id, VoiceFields("A doctor")))
    made.claim("daily", "11 dead", min=11, voices=("the-mayor",))
    refused(made, "1 claim rests", voices.delete, made.voices["the-mayor"])
    undone_and_done_again(made, voices.delete(voice_id))
    refused(made, "needs a name", voices.add, VoiceFields("  "))
    refused(made, "yes, no or unknown", voices.add, VoiceFields("X", first_hand="perhaps"))


def test_a_name_is_found_by_every_spelling_until_it_is_changed(made):
    names = made.corpus.names
    spellings = (Spelling("Aqköl", "Latn", "kk"), Spelling("Ақкөл", "Cyrl", "kk"))
    name_id, change = names.add(NameFields("place", spellings))
    assert [s.text for s in names.all()[0].spellings] == ["Aqköl", "Ақкөл"]
    undone_and_done_again(made, change)
    undone_and_done_again(made, names.change(name_id, NameFields("place", spellings[:1])))
    refused(made, "needs a spelling", names.add, NameFields("place", ()))
    dash = NameFields("place", (Spelling("\u200b—", "", ""),))
    refused(made, "has no letter", names.add, dash)
    refused(made, "given once", names.add, NameFields("place", spellings[:1] * 2))
    refused(made, "not “river”", names.add, NameFields("river", spellings))
    undone_and_done_again(made, names.delete(name_id))


def test_a_link_joins_words_of_two_sources(made):
    links = made.corpus.links
    ends = (made.place("daily", "11 dead"), made.place("weekly", "15 dead"))
    link_id, change = links.add(*ends, "updates", "Two days later.")
    assert [(x.id, x.kind, x.note) for x in links.all()] == [
        (link_id, "updates", "Two days later.")
    ]
    undone_and_done_again(made, change)
    undone_and_done_again(made, links.change(link_id, "contradicts"))
    refused(made, "different sources", links.add, ends[0], ends[0], "updates")
    refused(made, "no kind of link", links.add, *ends, "resembles")
    undone_and_done_again(made, links.delete([link_id]))
    assert all(f.ok for f in verify(made.corpus))


def test_a_note_can_be_on_words_or_on_anything_that_is_there(made):
    notes = made.corpus.notes
    event = made.events["flood"]
    note_id, change = notes.add("event", event, "Which **river**?")
    assert [n.text for n in notes.on("event", event)] == ["Which **river**?"]
    undone_and_done_again(made, change)
    undone_and_done_again(made, notes.change(note_id, "The Ural."))
    on_words, change = notes.add_on_words(*made.place("daily", "the river"), "Unnamed.")
    undone_and_done_again(made, change)
    undone_and_done_again(made, notes.delete([note_id, on_words]))
    refused(made, "some words", notes.add, "event", event, " \n")
    refused(made, "is gone", notes.add, "event", 999, "x")
    refused(made, "cannot be on a sheet", notes.add, "sheet", 1, "x")


def test_a_review_says_why_a_source_is_silent(made):
    reviews = made.corpus.reviews
    event, radio = made.events["flood"], made.sources["radio"]
    change = reviews.settle(event, radio, "silent", Silence.OUT_OF_SCOPE, "A sports page.")
    (review,) = reviews.all()
    assert (review.silence, review.reason) == (Silence.OUT_OF_SCOPE, "A sports page.")
    undone_and_done_again(made, change)
    refused(made, "nothing that a review", reviews.settle, event, radio, "read")
    refused(made, "goes with", reviews.settle, event, radio, "mentioned", Silence.SILENT)
    refused(made, "goes with", reviews.settle, event, radio, "silent", Silence.NOT_LOOKED)
    reviews.settle(event, radio, "not-looked")
    assert reviews.all() == []
