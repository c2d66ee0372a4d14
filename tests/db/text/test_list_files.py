"""Word lists as files: whatever is shipped can be edited, and what cannot be used is told why."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from db.text.hedges import Hedge, hedge_marks
from db.text.list_files import NAMES, VAGUE, WordListError, list_source, parse_list, remarks
from db.text.quantities import find_quantities
from db.text.voices import find_voices
from db.text.word_lists import LANGUAGES, WordLists, word_list

SHIPPED_FILES = [(language, name) for language in LANGUAGES for name in NAMES]


def shipped(language: str, name: str) -> str:
    place: Path = resources.path("word_lists", language, f"{name}.toml")
    return place.read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "name"), SHIPPED_FILES)
def test_every_shipped_list_survives_being_saved(language: str, name: str) -> None:
    source = shipped(language, name)
    table = parse_list(source, name)
    saved = list_source(table, name, source)
    assert parse_list(saved, name) == table
    assert list_source(table, name, saved) == saved
    told = remarks(saved)
    assert all(told.get(key) == said for key, said in list(remarks(source).items())[1:] if said)


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("hedges", 'alleged = ["mayhap"', "It is no list"),
        ("hedges", "[[[", "It is no list"),
        ("hedges", "x = " + "[" * 60_000, "It is no list"),
        ("hedges", "\0", "It is no list"),
        ("hedges", "x" * 1_100_000, "longer than 1,000,000"),
        (
            "hedges",
            'unconfirmd = ["mayhap"]',
            "“unconfirmd” is no list of hedges; there are confirmed",
        ),
        ("hedges", "alleged = 3", "“alleged” is no list of words"),
        ("hedges", 'alleged = ["mayhap", 7]', "“alleged” holds 7"),
        ("voices", 'verbs = [" * "]', "is no word"),
        ("passives", 'alone = [""]', "is no word"),
        ("voices", f'verbs = ["{"a" * 90}"]', "longer than 80 letters"),
        ("voices", f"verbs = {[f'w{n}' for n in range(5_001)]}", "more than 5,000"),
        (VAGUE, 'umpteen = "many"', "“umpteen” needs two numbers"),
        (VAGUE, "umpteen = [12]", "“umpteen” needs two numbers"),
        (VAGUE, "umpteen = [12, true]", "“umpteen” needs two numbers"),
        (VAGUE, "umpteen = [12, nan]", "“umpteen” needs two numbers"),
        (VAGUE, "umpteen = [40, 12]", "the least, 40, is above the greatest, 12"),
    ],
)
def test_what_is_amiss_is_told_in_a_sentence(name: str, source: str, said: str) -> None:
    with pytest.raises(WordListError) as refused:
        parse_list(source, name)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".")


@given(st.lists(st.text(max_size=20)))
def test_any_phrase_that_is_kept_is_read_back(phrases: list[str]) -> None:
    source = list_source({"alleged": phrases}, "hedges", "")
    try:
        assert parse_list(source, "hedges") == {"alleged": phrases}
    except WordListError as refused:
        assert "no word" in str(refused)


def test_a_readers_lists_are_read_by_and_the_shipped_ones_left_alone() -> None:
    own = WordLists(
        {
            ("en", "hedges"): {"alleged": ["mayhap"]},
            ("en", "voices"): {**word_list("en", "voices"), "verbs": ["quoth"]},
            ("en", VAGUE): {"umpteen": [12, 40]},
        }
    )
    text = "Mayhap umpteen ships sank, quoth the harbour master."
    assert [mark.hedge for mark in hedge_marks(text, "en", lists=own)] == [Hedge.ALLEGED]
    assert hedge_marks(text, "en") == []
    assert [voice.text for voice in find_voices(text, "en", lists=own)] == ["the harbour master"]
    assert find_voices(text, "en") == []
    (found,) = find_quantities(text, "en", lists=own)
    assert (found.vague, found.min, found.max) == ("umpteen", None, None)
    assert find_quantities(text, "en") == []
    assert own.table("ru", "hedges") == word_list("ru", "hedges")
