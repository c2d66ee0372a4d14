"""Quotations hold exactly the words of the text, whole or cut, whatever places overlap."""

from hypothesis import given
from hypothesis import strategies as st

from db.records import Placement, Relation
from db.sheets.quoting import clipped, runs_of


def place(start: int, end: int, relation: Relation = Relation.REPORTS) -> Placement:
    return Placement(1, 1, 1, 1, 1, start, end, relation)


def test_runs_tell_the_words_that_speak_from_those_around():
    text = "before the words after"
    runs = runs_of(text, 0, len(text), [place(7, 16)])
    assert [(r.text, r.relation) for r in runs] == [
        ("before ", None),
        ("the words", Relation.REPORTS),
        (" after", None),
    ]


def test_a_denial_shows_where_a_report_lies_over_it():
    runs = runs_of("abcdef", 0, 6, [place(0, 6), place(2, 4, Relation.DENIES)])
    assert [r.relation for r in runs] == [Relation.REPORTS, Relation.DENIES, Relation.REPORTS]


def test_context_is_cut_between_words():
    text = "One two three four five six seven"
    start, end = clipped(text, 0, len(text), [place(14, 18)], 8)
    assert text[start:end] == "three four five"


def test_context_never_leaves_the_passage():
    text = "first passage\nsecond one\nthird passage"
    start, end = clipped(text, 14, 24, [place(14, 20)], 500)
    assert text[start:end] == "second one"


@given(st.data())
def test_runs_are_the_text_and_a_cut_keeps_every_place(data):
    text = data.draw(st.text(min_size=1, max_size=60))
    span = st.integers(0, len(text) - 1).flatmap(
        lambda s: st.tuples(st.just(s), st.integers(s + 1, len(text)))
    )
    places = [place(s, e) for s, e in data.draw(st.lists(span, min_size=1, max_size=4))]
    start, end = clipped(text, 0, len(text), places, data.draw(st.integers(0, 20)))
    assert start <= min(p.start for p in places)
    assert end >= max(p.end for p in places)
    assert "".join(r.text for r in runs_of(text, start, end, places)) == text[start:end]
