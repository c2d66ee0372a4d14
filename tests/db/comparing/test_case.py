"""The bundled case as a researcher would check it: figures at their addresses, and relations."""

from collections import Counter

import pytest

from db.comparing.comparison import Comparison
from db.records import ClaimRelation

AGREE, UPDATE = ClaimRelation.AGREE, ClaimRelation.UPDATE
SCOPE, ROUNDING, CONFLICT = ClaimRelation.SCOPE, ClaimRelation.ROUNDING, ClaimRelation.CONFLICT


class Case:
    """The case's claims by address, and its pairs by the claims' keys."""

    def __init__(self, corpus):
        aspects = {a.id: a.key for a in corpus.aspects.all()}
        letters = {s.id: s.letter for s in corpus.sources.all()}
        numbers = {p.claim_id: p.passage for p in corpus.claims.placements()}
        self.claims = [
            (f"{letters[c.source_id]}.{numbers[c.id]}", aspects[c.aspect_id], c)
            for c in corpus.claims.all()
        ]
        self.rows = list(Comparison(corpus).rows())
        self.pairs = {frozenset((p.a.key, p.b.key)): p for row in self.rows for p in row.pairs}

    def at(self, address, aspect, value):
        """The claims of an aspect at an address: by their bounds, else by their words."""
        found = [
            c for where, about, c in self.claims
            if (where, about) == (address, aspect) and value in ((c.min, c.max), c.value, c.vague)
        ]  # fmt: skip
        assert found, (address, aspect, value)
        return found

    def pairs_of(self, one, other):
        """The pairs of the claims at two places."""
        keys = (frozenset((a.key, b.key)) for a in self.at(*one) for b in self.at(*other))
        found = [self.pairs[key] for key in keys if key in self.pairs]
        assert found, (one, other)
        return found


@pytest.fixture(scope="module")
def told(case):
    return Case(case)


def deaths(address, *value):
    return (address, "deaths", value if len(value) == 2 else value[0])


def injured(address, *value):
    return (address, "injured", value if len(value) == 2 else value[0])


def months(address, number):
    return (address, "duration", (number, number))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        # Whose figure: the government's against the strikers', at one time and from two sources.
        (deaths("B.6", 11, 11), deaths("B.6", 70, None), CONFLICT),
        (deaths("A.56", 15, 15), deaths("A.56", 70, None), CONFLICT),
        (deaths("B.6", 11, 11), deaths("A.56", 70, None), CONFLICT),
        (deaths("A.25", 51, None), deaths("A.56", 15, 15), CONFLICT),
        (deaths("B.5", "dozens"), deaths("B.6", 11, 11), CONFLICT),
        (deaths("A.41", 71, None), deaths("B.6", 11, 11), CONFLICT),
        # One voice, two days.
        (deaths("B.6", 11, 11), deaths("A.56", 15, 15), UPDATE),
        # The ticker's own account, upwards and downwards.
        (deaths("A.16", 21, None), deaths("A.23", 5, 5), UPDATE),
        (deaths("A.23", 5, 5), deaths("A.41", 71, None), UPDATE),
        (deaths("A.25", 51, None), deaths("A.32", 20, None), UPDATE),
        (("A.8", "crowd", (3001, None)), ("A.31", "crowd", (5001, None)), UPDATE),
        (injured("A.12", 7, 8), injured("A.25", 500, 500), UPDATE),
        # Two moments of a rising count, two sources.
        (deaths("A.12", 7, 8), deaths("B.6", 11, 11), UPDATE),
        (injured("A.12", 7, 8), injured("B.6", "several hundred"), UPDATE),
        # A total and a part.
        (deaths("A.23", 5, 5), deaths("B.6", 70, None), SCOPE),
        (deaths("A.41", 71, None), deaths("B.6", 70, None), SCOPE),
        (deaths("B.5", "dozens"), deaths("A.56", 70, None), SCOPE),
        # A heading and its text.
        (deaths("A.40", 70, 70), deaths("A.41", 71, None), SCOPE),
        (deaths("A.16", 21, None), deaths("A.17", 21, None), AGREE),
        (deaths("A.24", 51, None), deaths("A.25", 51, None), AGREE),
        # One number, said a little differently.
        (deaths("A.49", None, 70), deaths("A.41", 71, None), ROUNDING),
        (("C.9", "forces", (1500, 1500)), ("A.41", "forces", (1501, None)), ROUNDING),
        (injured("A.41", 501, None), injured("A.56", 500, 500), ROUNDING),
        # What can be true together.
        (deaths("B.6", 70, None), deaths("A.56", 70, None), AGREE),
        (injured("A.50", 500, 800), injured("B.6", "several hundred"), AGREE),
        (("A.51", "deaths", (2, 2)), ("B.35", "deaths", (2, 2)), AGREE),
        # Differences that no time and no scope explains.
        (months("A.34", 7), months("C.15", 8), CONFLICT),
        (months("A.5", 7), months("C.15", 8), CONFLICT),
        (months("A.5", 5), months("C.15", 8), SCOPE),
        (("A.56", "detained", (2, 2)), ("C.13", "detained", (4, 4)), CONFLICT),
        (("A.59", "dismissed", "hundreds"), ("B.35", "dismissed", (2601, None)), CONFLICT),
    ],
)  # fmt: skip
def test_figures_relate_as_the_documents_have_them(told, one, other, relation):
    for pair in told.pairs_of(one, other):
        assert pair.relation is relation, pair.reason


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (("A.9", "vehicle", "car"), ("B.11", "vehicle", "bus"), CONFLICT),
        (("B.11", "vehicle", "bus"), ("B.17", "vehicle", "truck"), CONFLICT),
        (("A.55", "actor", "oil workers"), ("B.11", "actor", "men in company uniforms"), CONFLICT),
        (("A.27", "first-attack", "police"), ("B.18", "first-attack", "dismissed oil workers"),
         CONFLICT),
        (("A.27", "first-attack", "police"), ("C.14", "first-attack", "troops or police"), AGREE),
        (("A.12", "actor", "national guard"), ("C.14", "actor", "troops or police"), AGREE),
        (("A.50", "actor", "riot police"), ("B.5", "actor", "police"), AGREE),
        (("A.56", "what-happened", "martial law"),
         ("B.22", "what-happened", "state of emergency and curfew at night"), CONFLICT),
        (("A.19", "extent", "disturbed"), ("A.50", "extent", "cut off"), UPDATE),
        # What was planned or announced, and what came of it.
        (("A.8", "character", "peaceful"), ("A.33", "character", "hooliganism"), CONFLICT),
        (("B.29", "character", "peaceful"), ("A.33", "character", "hooliganism"), SCOPE),
        (("A.10", "what-happened", "the whole town in the streets"),
         ("A.41", "what-happened", "the whole town in the streets"), UPDATE),
    ],
)  # fmt: skip
def test_versions_relate_as_the_documents_have_them(told, one, other, relation):
    for pair in told.pairs_of(one, other):
        if pair.a.event_id == pair.b.event_id:
            assert pair.relation is relation, pair.reason


def test_who_drove_the_vehicle_is_no_conflict_with_who_is_held_responsible(told):
    (driver,) = told.at("A.9", "actor", "police")
    others = [p for p in told.pairs.values() if driver in (p.a, p.b)]
    assert not [p for p in others if p.relation is CONFLICT]
    assert told.at("A.31", "responsibility", "the government")


def test_the_order_of_a_video_is_not_told_as_what_set_off_the_violence(told):
    assert {where for where, about, _ in told.claims if about == "trigger"} == {
        "A.9", "A.27", "A.31", "B.11", "B.17", "B.18", "C.14"
    }  # fmt: skip


def test_every_pair_has_a_reason_and_every_proposal_names_its_rule(told):
    for pair in told.pairs.values():
        assert pair.reason.strip()
        assert "Rule " in pair.proposal.reason
        assert "{" not in pair.proposal.reason


def test_no_two_claims_of_different_scope_or_unit_conflict_but_a_part_above_its_whole(told):
    for pair in told.pairs.values():
        if pair.proposed is CONFLICT and (pair.a.scope, pair.a.unit) != (pair.b.scope, pair.b.unit):
            assert pair.proposal.rule == 3, pair.reason


def test_nothing_that_happened_between_an_event_and_its_part_is_called_a_conflict(told):
    across = [p for p in told.pairs.values() if p.a.event_id != p.b.event_id]
    assert across
    assert {p.relation for p in across} <= {SCOPE, AGREE}


def test_what_the_case_leaves_open_is_words_and_not_figures(told, case):
    kinds = {a.id: a.type for a in case.aspects.all()}
    left = Counter(kinds[p.a.aspect_id] for p in told.pairs.values() if p.relation is None)
    assert not left["number"]
    assert not left["time"]


def test_each_judgement_of_the_case_settles_a_pair_and_adds_to_what_the_rules_say(told, case):
    judged = [p for p in told.pairs.values() if p.judgement]
    assert len(judged) == len(case.judgements.all()) > 150
    assert [(p.a.key, p.b.key) for p in judged if p.proposed is p.relation] == []


def test_every_row_gives_each_source_claims_or_a_silence(told):
    for row in told.rows:
        assert len(row.cells) == 3
        for cell in row.cells:
            assert bool(cell.claims) is (cell.silence is None)
        assert 1 <= row.origins <= row.sources
