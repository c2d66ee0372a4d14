"""The comparison of a corpus: cells, silences, pairs, judgements, what was known when, origins."""

from dataclasses import replace

import pytest

from db.comparing.comparison import Comparison
from db.comparing.origins import propose_origins
from db.corpus.times import understood
from db.errors import InvalidEditError
from db.records import ClaimRelation, Relation, Silence


@pytest.fixture
def flood(made):
    """Forty by the daily, eleven and fifteen by the mayor, and children among them."""
    made.claim("daily", "At least 40 people", min=40, scope="all")
    made.claim("daily", "11 dead", min=11, max=11, scope="all", voices=("the-mayor",))
    made.claim("weekly", "15 dead", min=15, max=15, scope="all", voices=("the-mayor",))
    made.claim("weekly", "Children", min=2, scope="children", event="market")
    made.corpus.mentions.add(made.events["flood"], *made.place("daily", "drowned"))
    return made


def row_of(made, aspect="drowned", **options):
    comparison = Comparison(made.corpus, **options)
    return comparison.row(made.events["flood"], made.aspects[aspect])


def relations(row):
    return {(p.a.key, p.b.key): p.relation for p in row.pairs}


def test_each_source_has_a_cell_with_its_claims_or_the_reason_for_none(flood):
    daily, weekly, radio = row_of(flood).cells
    assert [c.key for c in daily.claims] == ["A001", "A002"]
    assert [c.key for c in weekly.claims] == ["B001"]
    assert (daily.silence, radio.claims, radio.silence) == (None, (), Silence.NOT_LOOKED)


def test_a_source_that_names_the_event_without_the_aspect_gives_no_figure(flood):
    flood.corpus.mentions.add(
        flood.events["flood"], *flood.place("radio", "the flood"), Relation.CONTEXT
    )
    assert row_of(flood).cells[2].silence is Silence.NO_FIGURE


def test_every_two_claims_are_paired_also_with_those_of_a_part(flood):
    row = row_of(flood)
    assert relations(row) == {
        ("A001", "A002"): ClaimRelation.CONFLICT,
        ("A001", "B001"): ClaimRelation.CONFLICT,
        ("A002", "B001"): ClaimRelation.UPDATE,
        ("A001", "B002"): ClaimRelation.SCOPE,
        ("A002", "B002"): ClaimRelation.SCOPE,
        ("B001", "B002"): ClaimRelation.SCOPE,
    }
    assert row.has(ClaimRelation.CONFLICT)
    assert not row.has(ClaimRelation.ROUNDING)


def test_a_judgement_is_in_force_and_the_proposal_stays_visible(flood):
    ids = {c.key: c.id for c in flood.corpus.claims.all()}
    judgements = flood.corpus.judgements
    _, change = judgements.settle(ids["B001"], ids["A001"], ClaimRelation.ROUNDING, " Guessed. ")
    pair = next(p for p in row_of(flood).pairs if {p.a.key, p.b.key} == {"A001", "B001"})
    assert (pair.relation, pair.proposed) == (ClaimRelation.ROUNDING, ClaimRelation.CONFLICT)
    assert pair.reason == "Guessed."
    flood.corpus.revert(change)
    assert judgements.all() == []


def test_a_judgement_replaces_the_one_before_and_can_be_withdrawn(flood):
    ids = {c.key: c.id for c in flood.corpus.claims.all()}
    pair = (ids["A001"], ids["A002"])
    flood.corpus.judgements.settle(*pair, ClaimRelation.AGREE, "one")
    flood.corpus.judgements.settle(*pair[::-1], ClaimRelation.SCOPE, "two")
    assert [(j.relation, j.reason) for j in flood.corpus.judgements.all()] == [("scope", "two")]
    flood.corpus.judgements.withdraw(*pair)
    assert relations(row_of(flood))["A001", "A002"] is ClaimRelation.CONFLICT
    with pytest.raises(InvalidEditError, match="Nothing was judged"):
        flood.corpus.judgements.withdraw(*pair)


def test_a_judgement_stays_in_force_and_says_that_a_claim_was_changed_after_it(flood):
    ids = {c.key: c.id for c in flood.corpus.claims.all()}
    claims, judgements = flood.corpus.claims, flood.corpus.judgements
    judgements.settle(ids["A001"], ids["B001"], ClaimRelation.ROUNDING, "Guessed.")
    said = flood.fields(min=40, scope="all")

    def reason():
        keys = {"A001", "B001"}
        pair = next(p for p in row_of(flood).pairs if {p.a.key, p.b.key} == keys)
        assert pair.relation is ClaimRelation.ROUNDING
        return pair.reason

    claims.change(ids["A001"], replace(said, note="Read twice."))
    assert reason() == "Guessed.", "a note changes nothing that was judged"
    first = claims.change(ids["A001"], replace(said, min=30))
    claims.change(ids["A001"], replace(said, min=20))
    assert reason() == "Guessed. Judged before A001 was changed: it said 40 or more."
    assert row_of(flood).is_outdated
    claims.change(ids["A001"], said)
    assert reason() == "Guessed.", "it says again what was judged"
    claims.change(ids["A001"], replace(said, hedge="alleged"))
    assert reason() == "Guessed. Judged before A001 was changed."
    judgements.settle(ids["A001"], ids["B001"], ClaimRelation.ROUNDING, "Guessed.")
    assert reason() == "Guessed.", "judged again as it now stands"
    assert not row_of(flood).is_outdated
    assert first.touches("judged_as")
    for key in ("A001", "B001"):
        claims.change(ids[key], flood.fields("told", value="water"))
    for key in ("A001", "B001"):
        claims.change(ids[key], flood.fields("told", value="fire"))
    pair = next(iter(row_of(flood, "told").pairs))
    assert pair.reason == "Guessed. " + " ".join(
        f"Judged before {key} was changed." for key in ("A001", "B001")
    ), "a figure is no word of another aspect"


def test_a_judgement_needs_a_reason_and_two_claims_of_one_aspect(flood):
    other, _ = flood.claim("daily", "The dam held", aspect="dam", value="held")
    ids = [c.id for c in flood.corpus.claims.all()]
    for pair, reason, sentence in (
        (ids[:2], "  ", "needs a reason"),
        ((ids[0], other), "x", "one aspect"),
        ((ids[0], ids[0]), "x", "two claims"),
    ):
        with pytest.raises(InvalidEditError, match=sentence):
            flood.corpus.judgements.settle(*pair, ClaimRelation.AGREE, reason)


def test_what_was_not_published_yet_is_in_no_cell_and_no_pair(flood):
    daily, weekly, radio = row_of(flood, known_by=_last("2020-05-02")).cells
    assert (len(daily.claims), daily.withheld) == (2, 0)
    assert (weekly.claims, weekly.withheld, weekly.silence) == ((), 1, Silence.NOT_PUBLISHED)
    assert radio.silence is Silence.NOT_PUBLISHED
    known = row_of(flood, known_by=_last("2020-05-02"))
    assert set(relations(known)) == {("A001", "A002")}
    assert known.sources == 1


def test_a_claim_is_known_only_once_its_last_possible_moment_is_past(flood):
    morning = understood("2020-05-02T08:00", "UTC").latest
    assert row_of(flood, known_by=morning).claims == ()


def test_sources_events_and_aspects_can_be_chosen(flood):
    weekly = flood.sources["weekly"]
    rows = list(Comparison(flood.corpus, sources=[weekly]).rows())
    assert [(r.event_id, len(r.cells), len(r.claims)) for r in rows] == [
        (flood.events["flood"], 1, 1), (flood.events["market"], 1, 1),
    ]  # fmt: skip
    assert {p.a.source_id for r in rows for p in r.pairs} <= {weekly}
    only = Comparison(flood.corpus, events=[flood.events["market"]]).rows()
    assert [r.event_id for r in only] == [flood.events["market"]]
    assert list(Comparison(flood.corpus, aspects=[flood.aspects["dam"]]).rows()) == []


def test_a_suggested_claim_enters_no_comparison_before_it_is_accepted(flood):
    claim_id, _ = flood.claim("radio", "No word", min=1, status="suggested")
    assert row_of(flood).cells[2].claims == ()
    flood.corpus.claims.accept([claim_id])
    assert len(row_of(flood).cells[2].claims) == 1


def test_the_rows_of_one_event_are_those_of_the_whole_comparison(flood):
    flood.claim("daily", "The dam held", aspect="dam", value="held")
    comparison = Comparison(flood.corpus)
    of_flood = [(r.event_id, r.aspect_id) for r in comparison.rows_of(flood.events["flood"])]
    everything = [(r.event_id, r.aspect_id) for r in comparison.rows()]
    assert of_flood == [key for key in everything if key[0] == flood.events["flood"]]


def test_only_what_a_reader_confirmed_counts_as_one_origin(made):
    made.claim("daily", "11 dead", min=11, max=11, voices=("the-mayor",))
    made.claim("weekly", "15 dead", min=15, max=15, voices=("the-mayor",))
    row = row_of(made)
    assert (row.sources, row.origins) == (2, 2)
    (proposed,) = propose_origins(made.corpus, row.claims)
    assert (proposed.basis, proposed.state) == ("voice", "proposed")
    made.corpus.origins.settle(proposed.a_id, proposed.b_id, confirmed=True, basis="voice")
    assert (row_of(made).sources, row_of(made).origins) == (2, 1)
    made.corpus.origins.settle(proposed.a_id, proposed.b_id, confirmed=False)
    assert row_of(made).origins == 2
    (refused,) = propose_origins(made.corpus, row.claims)
    assert refused.state == "rejected"
    made.corpus.origins.withdraw(proposed.a_id, proposed.b_id)
    assert made.corpus.origins.all() == []


def test_a_source_with_a_claim_of_its_own_stays_an_origin(flood):
    ids = {c.key: c.id for c in flood.corpus.claims.all()}
    flood.corpus.origins.settle(ids["A002"], ids["B001"], confirmed=True)
    assert row_of(flood).origins == 1  # the weekly has nothing but the mayor
    flood.claim("weekly", "drowned", min=3)
    assert row_of(flood).origins == 2


def test_long_runs_of_words_that_two_texts_share_are_proposed_as_one_origin(made):
    made.claim("daily", "At least 40 people", min=40)
    made.claim("weekly", "people drowned", vague="many")
    made.claim("weekly", "Children", vague="many")
    found = propose_origins(made.corpus, row_of(made).claims)
    assert [(o.basis, o.state) for o in found] == [("words", "proposed")]


def test_claims_of_one_source_are_no_two_origins(flood):
    ids = {c.key: c.id for c in flood.corpus.claims.all()}
    with pytest.raises(InvalidEditError, match="different sources"):
        flood.corpus.origins.settle(ids["A001"], ids["A002"], confirmed=True)


def _last(day):
    return understood(day, "UTC").latest
