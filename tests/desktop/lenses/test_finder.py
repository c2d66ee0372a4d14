"""What each lens sees in a paragraph, in three languages."""

from pathlib import Path

import pytest

from db.records import Name, Spelling
from desktop.lenses.finder import Finder
from desktop.lenses.lens import Lens
from desktop.lenses.reader_lists import ReaderLists


def name(number: int, *spellings: str) -> Name:
    return Name(number, f"n{number}", "place", "", tuple(Spelling(s, "", "") for s in spellings))


NAMES = [
    name(1, "Gullhaven", "Галхавен", "Ғалхауен"),
    name(2, "Dockers' Union"),
    name(3, "Dockers' Union of Gullhaven"),
    name(4, "K+"),
    name(5, "Волна"),
]


@pytest.fixture
def finder(tmp_path: Path) -> Finder:
    return Finder(ReaderLists(tmp_path).lists, NAMES)


def seen(finder: Finder, lens: Lens, text: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.what) for s in finder.find(text, lens)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lamps went out in Gullhaven.", [("Gullhaven", "Gullhaven")]),
        ("В Галхавене погас свет.", [("Галхавене", "Gullhaven")]),
        ("Ғалхауенде жарық сөнді.", [("Ғалхауенде", "Gullhaven")]),
        ("О «Волне» не писали, как и о Волнах.", [("Волне", "Волна"), ("Волнах", "Волна")]),
        (
            "The Dockers’ Union of Gullhaven met; the Dockers' Union did not.",
            [
                ("Dockers’ Union of Gullhaven", "Dockers' Union of Gullhaven"),
                ("Dockers' Union", "Dockers' Union"),
            ],
        ),
        ("the dockers' union of another town", []),
        ("Channel K+ showed it, K did not.", [("K", "K+")]),
        ("😀 Gullhaven", [("Gullhaven", "Gullhaven")]),
    ],
)
def test_every_spelling_of_a_name_is_seen_and_nothing_like_it(
    finder: Finder, text: str, found: list[tuple[str, str]]
) -> None:
    assert seen(finder, Lens.NAMES, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three lamps were smashed on the quay.", [("were smashed", "passive")]),
        ("They were not yet freed by the guards.", [("were not yet freed", "passive-agent")]),
        ("He was tired and the town was calm.", []),
        ("Guards beat two men.", []),
        ("Shots rang out and two dockers died.",
         [("Shots rang out", "agentless"), ("died", "agentless")]),
        ("Два докера были избиты, склад сожжен.",
         [("были избиты", "passive"), ("сожжен", "passive")]),
        ("Охрана избила двух докеров, а цены стоят.", []),
        ("Екі докер тұтқындалды, біреуі қаза тапты.",
         [("тұтқындалды", "passive"), ("қаза тапты", "agentless")]),
        ("Докер үйде қалды, жауап берді.", []),
    ],
)  # fmt: skip
def test_verbs_without_an_actor_are_seen(
    finder: Finder, text: str, found: list[tuple[str, str]]
) -> None:
    assert seen(finder, Lens.PASSIVES, text) == found


@pytest.mark.parametrize(
    ("lens", "text", "found"),
    [
        (Lens.NUMBERS, "More than 70 workers came on 16 December 2011.",
         [("More than 70 workers", "71 or more people")]),
        (Lens.NUMBERS, "Не менее 11 человек.", [("Не менее 11 человек", "11 or more people")]),
        (Lens.HEDGES, "Two men allegedly lit it.", [("allegedly", "alleged")]),
        (Lens.HEDGES, "Якобы двое подожгли склад.", [("Якобы", "alleged")]),
        (Lens.ATTRIBUTIONS, "According to the union, two are hurt.",
         [("According to", "attribution")]),
        (Lens.ATTRIBUTIONS, "Two deaths were reported.", []),
        (Lens.ATTRIBUTIONS, "Полиция сообщила о двух раненых.", [("сообщила", "attribution")]),
    ],
)  # fmt: skip
def test_other_lenses(finder: Finder, lens: Lens, text: str, found: list[tuple[str, str]]) -> None:
    assert seen(finder, lens, text) == found


def test_no_text_is_too_odd(finder: Finder) -> None:
    for text in ("", " ", "\n\n", "😀😀", "((((", "was", "was not", "a\u0301" * 30, "١٢ شخصا"):
        for lens in Lens:
            for each in finder.find(text, lens):
                assert 0 <= each.start < each.end <= len(text)
