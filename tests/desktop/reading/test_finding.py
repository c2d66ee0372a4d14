import itertools

from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.finding import find_all


def fold(text: str) -> str:
    return text.lower().replace("ё", "е")


def test_spellings_are_found_where_they_stand() -> None:
    text = "Ещё раз: ещё, ЕЩЕ."
    assert [text[a:b] for a, b in find_all(fold(text), "еще", fold)] == ["Ещё", "ещё", "ЕЩЕ"]


def test_nothing_is_found_for_nothing() -> None:
    assert find_all("a b", "") == []
    assert find_all("a b", " ") == []


@given(st.text("ab", max_size=30), st.text("ab", min_size=1, max_size=3))
def test_hits_hold_the_words_in_order_and_apart(text: str, words: str) -> None:
    hits = find_all(text, words)
    assert all(text[a:b] == words for a, b in hits)
    assert all(x[1] <= y[0] for x, y in itertools.pairwise(hits))
    assert bool(hits) == (words in text)
