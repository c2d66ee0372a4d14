"""What is read from words: numbers as typed, likeness of names, the aspect they may be about."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.corpus import Corpus
from db.records import Voice
from db.text.reading import read_text
from desktop.recording.figure_field import plain_number, read_number
from desktop.recording.guessing import AspectGuesser, guess_choice, guess_scope
from desktop.recording.likeness import likeness, script_of
from desktop.recording.proposal import Proposal, ReadFigure, ReadVoice, like_voice
from desktop.recording.words import trimmed
from tests.desktop.recording.quay import make_quay


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("  ", None), ("70", 70), ("3,000", 3000), ("3 000", 3000),
        ("3\u202f000", 3000), ("1,234,567", 1234567), ("3.5", 3.5), ("3,5", 3.5), ("-6", -6),
        ("−6,5", -6.5), ("1'500", 1500), ("0", 0),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(text: str, value: float | None) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize("text", ["many", "3-4", "1e9", "nan", "∞", "7 people", "1.2.3", "9" * 40])
def test_what_is_no_number_is_told(text: str) -> None:
    with pytest.raises(ValueError):
        read_number(text)


@given(st.integers(-(10**14), 10**14) | st.floats(-1e6, 1e6).map(lambda x: round(x, 9)))
def test_a_number_shown_is_read_back_as_it_was(value: float) -> None:
    assert read_number(plain_number(value)) == value


@given(st.text())
def test_no_typed_text_breaks_the_form(text: str) -> None:
    try:
        value = read_number(text)
    except ValueError:
        return
    assert value is None or value == value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhanaozen", "Жанаозен"), ("Zhanaozen", "Жаңаөзен"), ("Gullhaven", "Галхавен"),
        ("Nazarbaev", "Nazarbayev"), ("Kurmanov", "Ainur Kurmanov"), ("Zhanaozen", "Zhanozen"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert likeness(one, other) > 0.72


def test_other_names_are_not_alike() -> None:
    assert likeness("Gullhaven", "Aktau") < 0.5
    assert likeness("", "Aktau") == 0
    assert likeness("!!", "??") == 0
    assert [script_of(t) for t in ("Aktau", "Ақтау", "12", "Ақтау K")] == [
        "Latn", "Cyrl", "", "Cyrl",
    ]  # fmt: skip


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_holds_for_any_text(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1


def test_a_voice_is_found_by_its_name_and_an_unclear_one_is_left_open() -> None:
    voices = [
        Voice(1, "a", "Opposition activists", "", "unknown"),
        Voice(2, "b", "Activists at the mill", "", "unknown"),
        Voice(3, "c", "The mayor", "", "unknown"),
    ]
    assert like_voice("the Mayor", voices) == 3
    assert like_voice("activists", voices) is None
    assert like_voice("activists", voices, {2}) == 2
    assert like_voice("the fire brigade", voices) is None


def test_the_aspect_is_learned_from_other_claims_and_fits_the_figure(tmp_path: Path) -> None:
    with Corpus.open(make_quay(tmp_path / "quay.triptych")) as corpus:
        titles = {a.id: a.title for a in corpus.aspects.all()}
        guesser = AspectGuesser(corpus)

        def guess(words: str, *, figure: bool, unit: str = "") -> str:
            found = guesser.guess(words, words, figure=figure, unit=unit)
            return titles[found.aspect_id] if found else ""

        assert guess("forty were killed", figure=True, unit="people") == "Deaths"
        assert guess("scores injured", figure=True, unit="people") == "Injured"
        assert guess("the cause of it", figure=False) == "Cause"
        assert guess("forty were killed", figure=True, unit="months") == ""
        assert guess("nothing of the kind", figure=True) == ""
        deaths, cause = corpus.aspects.all()[0], corpus.aspects.all()[2]
        assert guess_scope(deaths, "three dockers") == ("dockers", True)
        assert guess_scope(deaths, "three people") == ("all", False)
        assert guess_choice(cause, "the storm", "") == "storm"
        assert guess_choice(cause, "it fell", "in the fire") == "fire"
        assert guess_choice(cause, "it fell", "") == ""


def test_an_empty_corpus_teaches_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    with Corpus.create(tmp_path / "new.triptych") as corpus:
        assert AspectGuesser(corpus).guess("70 killed", "70 killed", figure=True) is None


@pytest.mark.parametrize(("start", "end"), [(0, 9), (1, 9), (2, 8), (0, 10)])
def test_white_space_at_the_ends_of_a_selection_is_left_out(start: int, end: int) -> None:
    assert trimmed("  a 😀 b \n ", start, end) == (2, min(end, 7))


def test_a_figure_that_the_words_deny_is_denied_by_whoever_speaks() -> None:
    (said,) = read_text("Reuters quoted the mayor as saying that not 70 people died.")[0].quantities
    figure = ReadFigure("70 people", 70, 70, "", "people", str(said.hedge), 0, said.negated)
    chain = (ReadVoice("Reuters", None), ReadVoice("the mayor", None))
    read = Proposal((figure,), figure.hedge, "", chain, (), "", "en")
    assert figure.hedge == "denied"
    assert read.denies(figure.hedge, figure)
    assert not read.denies("denied")
