"""Ladders: scopes within scopes, words under more general words."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from db.comparing.ladders import Ladder

words = st.sampled_from("abcdef")


def test_a_word_lies_within_all_that_stand_above_it():
    ladder = Ladder.of([("oak", "tree"), ("tree", "plant"), ("plant", ""), ("stone", "")])
    assert ladder.lies_within("oak", "plant")
    assert not ladder.lies_within("plant", "oak")
    assert not ladder.lies_within("oak", "oak")
    assert ladder.related("oak", "oak")
    assert ladder.related("plant", "oak")
    assert not ladder.related("oak", "stone")
    assert ladder.circle() == []


@given(st.dictionaries(words, words))
def test_a_circle_is_found_wherever_a_word_stands_above_itself(above):
    ladder = Ladder(above)
    circle = ladder.circle()
    if circle:
        assert circle[0] == circle[-1]
        assert all(above[a] == b for a, b in pairwise(circle))
    else:
        for word in above:
            seen, current = set(), word
            while current in above and current not in seen:
                seen.add(current)
                current = above[current]
            assert current not in seen


@given(st.dictionaries(words, words), words, words)
def test_relation_is_the_same_from_both_sides_even_in_a_circle(above, one, other):
    ladder = Ladder(above)
    assert ladder.related(one, other) is ladder.related(other, one)
