"""Voices made one, scopes and choices renamed: the claims follow, in one step back."""

import pytest

from db.corpus.aspects import AspectFields, Renamed
from db.corpus.voices import VoiceFields
from tests.db.corpus.made import Made, make_corpus
from tests.db.corpus.test_recording import refused, undone_and_done_again


@pytest.fixture
def made(tmp_path):
    with make_corpus(tmp_path / "made.triptych") as corpus:
        yield Made(corpus)


def chains(made):
    keys = {voice.id: voice.key for voice in made.corpus.voices.all()}
    return {c.key: [keys[v] for v in c.voices] for c in made.corpus.claims.all()}


def voice(made, name, **fields):
    number, _ = made.corpus.voices.add(VoiceFields(name, **fields))
    made.voices.update({v.key: v.id for v in made.corpus.voices.all()})
    return number


def test_two_voices_become_one_with_claims_and_notes(made):
    voice(made, "A passer-by")
    made.claim("daily", "11 dead", min=11, voices=("the-mayor", "a-passer-by"))
    made.claim("weekly", "15 dead", min=15, voices=("a-witness",))
    made.corpus.notes.add("voice", made.voices["a-passer-by"], "Met twice.")
    gone = made.voices["a-passer-by"]
    change = made.corpus.voices.merge(made.voices["a-witness"], gone)
    assert chains(made) == {"A001": ["the-mayor", "a-witness"], "B001": ["a-witness"]}
    assert made.corpus.voices.uses()[made.voices["a-witness"]] == 2
    assert [n.text for n in made.corpus.notes.on("voice", made.voices["a-witness"])] == [
        "Met twice."
    ]
    undone_and_done_again(made, change)


def test_where_one_quotes_the_other_directly_one_link_is_left(made):
    voice(made, "A passer-by")
    made.claim("daily", "11 dead", min=11, voices=("a-witness", "a-passer-by", "the-mayor"))
    made.corpus.voices.merge(made.voices["a-witness"], made.voices["a-passer-by"])
    assert chains(made) == {"A001": ["a-witness", "the-mayor"]}


def test_voices_that_would_quote_themselves_are_refused(made):
    voices = made.corpus.voices
    voice(made, "A passer-by")
    made.claim("daily", "11 dead", min=11, voices=("a-witness", "the-mayor", "a-passer-by"))
    witness, passer = made.voices["a-witness"], made.voices["a-passer-by"]
    refused(made, "In A001 a voice would quote itself", voices.merge, witness, passer)
    refused(made, "Two different voices", voices.merge, witness, witness)
    daily = VoiceFields("The daily", source_id=made.sources["daily"])
    refused(made, "In A001 a voice would quote itself", voices.change, passer, daily)
    # The outermost voice may be the source itself.
    voices.change(witness, VoiceFields("A witness", source_id=made.sources["daily"]))
    weekly = voice(made, "The weekly", source_id=made.sources["weekly"])
    refused(made, "are two sources", voices.merge, witness, weekly)


def test_a_voice_that_is_a_source_gives_that_to_the_one_it_becomes(made):
    weekly = voice(made, "The weekly", source_id=made.sources["weekly"])
    made.corpus.voices.merge(made.voices["a-witness"], weekly)
    kept = next(v for v in made.corpus.voices.all() if v.key == "a-witness")
    assert kept.source_id == made.sources["weekly"]


def test_names_and_keys_are_given_once(made):
    voices = made.corpus.voices
    refused(made, "voice named A witness already", voices.add, VoiceFields(" A  witness "))
    other = voice(made, "Another")
    refused(made, "named A witness", voices.change, other, VoiceFields("A witness"))
    refused(made, "key a-witness exists", voices.change, other, VoiceFields("X", key="a-witness"))
    undone_and_done_again(made, voices.change(other, VoiceFields("Another", key="new-key")))
    assert "new-key" in [v.key for v in voices.all()]


def test_a_renamed_scope_and_choice_go_with_their_claims(made):
    aspects = made.corpus.aspects
    fields = AspectFields(
        "Wounded", counts=True, scopes=(("all", ""), ("children", "all"), ("women", "all"))
    )
    wounded, _ = aspects.add(fields)
    made.aspects["wounded"] = wounded
    for scope in ("all", "children", "women"):
        made.claim("daily", "11 dead", aspect="wounded", min=11, scope=scope)
    swapped = AspectFields(
        "Wounded", counts=True, scopes=(("everyone", ""), ("women", "everyone"), ("children", ""))
    )
    renamed = Renamed(scopes=(("all", "everyone"), ("children", "women"), ("women", "children")))
    undone_and_done_again(made, aspects.change(wounded, swapped, renamed))
    said = [c.scope for c in made.corpus.claims.all() if c.aspect_id == wounded]
    assert sorted(said) == ["children", "everyone", "women"]
    assert aspects.uses()[wounded].scopes == {"children": 1, "everyone": 1, "women": 1}
    less = AspectFields("Wounded", scopes=(("everyone", ""),))
    refused(made, "has the scope “women”, which must stay", aspects.change, wounded, less)
    refused(made, "an aspect “Wounded” already", aspects.add, AspectFields("Wounded"))


def test_a_renamed_choice_goes_with_its_claims(made):
    aspects = made.corpus.aspects
    made.claim("daily", "The dam held", aspect="dam", value="held")
    before = next(a for a in aspects.all() if a.key == "dam")
    choices = tuple(("stood" if c == "held" else c, "") for c, _ in before.choices)
    fields = AspectFields(before.title, type="choice", choices=choices)
    refused(made, "must stay a choice", aspects.change, before.id, fields)
    renamed = Renamed(choices=(("held", "stood"),))
    undone_and_done_again(made, aspects.change(before.id, fields, renamed))
    (claim,) = made.corpus.claims.all()
    assert claim.value == "stood"
