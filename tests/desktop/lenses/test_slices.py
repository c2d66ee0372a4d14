"""Long passages are looked at in parts, and nothing is seen less or elsewhere for it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop.lenses.finder import Finder
from desktop.lenses.lens import Lens
from desktop.lenses.reader_lists import ReaderLists
from desktop.lenses.slices import SLICE, slices

WORDS = st.lists(st.sampled_from(["ab", "c", " ", ". ", "\n", "é", "🏗", "? ", "zzzzzzz"]))


@given(WORDS, st.integers(2, 12))
def test_parts_follow_one_another_and_are_short(pieces: list[str], most: int) -> None:
    text = "".join(pieces)
    parts = list(slices(text, most))
    assert "".join(text[a:b] for a, b in parts) == text
    assert all(b - a <= most for a, b in parts)
    assert all(a < b for a, b in parts) or not text


def test_a_short_passage_is_one_part() -> None:
    assert list(slices("")) == [(0, 0)]
    assert list(slices("A crane fell. It hurt two.")) == [(0, 26)]


def test_a_part_ends_with_a_sentence() -> None:
    text = "The mayor denied that seven people were hurt. " * 400
    assert all(text[:b].endswith(". ") for _, b in slices(text))


def test_what_is_seen_in_parts_is_what_is_seen_at_once(tmp_path: Path) -> None:
    finder = Finder(ReaderLists(tmp_path).lists, [])
    text = "The mayor denied that seven people were hurt. " * (3 * SLICE // 46)
    for lens in (Lens.NUMBERS, Lens.HEDGES, Lens.ATTRIBUTIONS, Lens.PASSIVES):
        whole = [(s.start, s.end, s.what) for s in finder.find(text, lens)]
        parts = [
            (a + s.start, a + s.end, s.what)
            for a, b in slices(text)
            for s in finder.find(text[a:b], lens)
        ]
        assert whole == parts, lens
