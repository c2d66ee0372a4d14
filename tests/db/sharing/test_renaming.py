"""Where places are after names were replaced: on the same words, whatever the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.corpus import Corpus
from db.corpus.names import NameFields
from db.records import Spelling
from db.sharing.finding import Finder
from db.sharing.keys import KeyRow, pseudonym_in, read_key, write_key
from db.sharing.persons import Persons
from db.sharing.renaming import Renamer
from db.sharing.request import ShareRequest
from db.sharing.vocabulary import Kind

PIECES = st.sampled_from(
    ["Oskar Tingrev", "Tingrev", "TINGREV", "Тингрев", "Тингреву", "Оскар Тингрев", " ", ". ", "\n",
     "стоит", "🏗", "é", "e\u0301", "ש", "\u200f", "-", "O. ", ", ", "stands", "x"]
)  # fmt: skip


@pytest.fixture(scope="module")
def renamer(tmp_path_factory: Any) -> Renamer:
    path = tmp_path_factory.mktemp("renaming") / "c.triptych"
    with Corpus.create(path) as corpus:
        texts = ("Oskar Tingrev", "Tingrev", "Оскар Тингрев", "Тингрев", "Тингреву")
        spellings = tuple(Spelling(text, "", "") for text in texts)
        corpus.names.add(NameFields("person", spellings, key="tingrev"))
        persons = Persons(corpus, ShareRequest(pseudonyms={"tingrev": "A stranger"}))
        persons.name()
        return Renamer(persons)


@given(data=st.data(), pieces=st.lists(PIECES, min_size=1, max_size=14))
def test_places_stay_on_their_words(renamer: Renamer, data: Any, pieces: list[str]) -> None:
    text = "".join(pieces)
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    renamed, shift = renamer.shifted(text, spans)
    assert "ingre" not in renamed.casefold() and "ингре" not in renamed.casefold()
    moved = [(shift.start(a), shift.end(b)) for a, b in spans]
    # Passages hold the same words, the names apart, and none is lost or overlaps another.
    assert [renamed[a:b] for a, b in moved] == renamed_lines(renamed)
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, len(text)))
    start, end = shift.start(first), shift.end(last)
    assert 0 <= start < end <= len(renamed)
    inside = [i for i, a in enumerate(shift.starts) if a < first < shift.ends[i]]
    if not inside and text[first] not in " \n" and first not in shift.starts:
        assert renamed[start] == text[first]


@pytest.mark.parametrize(
    "text",
    ["O. Tingrev O. Tingrev", "Tingrev O. Tingrev came", "Oskar Tingrev O. Oskar Tingrev",
     "Tingrev O.O. Oskar Tingrev", "Tingrev O., Tingrev O., Oskar O. Tingrev Oskar Tingrev"],
)  # fmt: skip
def test_a_name_that_shares_an_initial_with_the_next_leaves_nothing(
    renamer: Renamer, text: str
) -> None:
    renamed, _ = renamer.shifted(text, [(0, len(text))])
    assert "ingrev" not in renamed and "Oskar" not in renamed
    assert renamed.startswith("A stranger")


def renamed_lines(renamed: str) -> list[str]:
    return [line for line in renamed.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oskar Tingrev’s", [("Oskar Tingrev", Kind.LISTED)]),
        ("OSKAR\u00a0TINGREV", [("OSKAR\u00a0TINGREV", Kind.LISTED)]),
        ("oskar-tingrev", [("oskar-tingrev", Kind.LISTED)]),
        ("Ti\u00adngrev", [("Ti\u00adngrev", Kind.LISTED)]),
        ("Tíngrev", [("Tíngrev", Kind.LISTED)]),
        ("tingrev", [("tingrev", Kind.LOWER)]),
        ("Оскару Тингреву", [("Оскару Тингреву", Kind.ENDING)]),
        ("Тингревтің, Тингревпен", [("Тингревтің", Kind.ENDING), ("Тингревпен", Kind.ENDING)]),
        ("О. Тингрев", [("О. Тингрев", Kind.ROMANISED)]),
        ("Oskar", [("Oskar", Kind.PART)]),
        ("Tingrew", [("Tingrew", Kind.ROMANISED)]),
        ("Tingrov", [("Tingrov", Kind.ALIKE)]),
        ("mail@tingrev.example", [("tingrev", Kind.LOWER)]),
        ("ingrev String", []),
        ("Tingrevite, tingrevite", [("Tingrevite", Kind.PART), ("tingrevite", Kind.INSIDE)]),
        ("#FreeTingrev", [("FreeTingrev", Kind.PART)]),
        ("President Oskar", [("President", Kind.ALIKE), ("Oskar", Kind.PART)]),
        ("Malm", [("Malm", Kind.ALIKE)]),
        ("他说李雷来了", [("李雷", Kind.LISTED)]),
    ],
)
def test_forms_of_names(text: str, found: list[tuple[str, Kind]]) -> None:
    persons = [["President Oskar Tingrev", "Oskar Tingrev", "Tingrev"], ["Berta Malm"], ["李雷"]]
    if any("\u0400" <= char <= "\u04ff" for char in text) and "О." not in text:
        persons[0].append("Оскар Тингрев")
        persons[0].append("Тингрев")
    hits = Finder(persons, ["Malm & Sons"]).find(text)
    assert [(text[h.start : h.end], h.kind) for h in hits] == found


def test_a_key_keeps_pseudonyms_and_who_is_not_in_this_copy(tmp_path: Path) -> None:
    file = tmp_path / "who.json"
    old = [KeyRow("malm", ("Berta Malm",), "Person 1"), KeyRow("x", ("X",), "Person 7")]
    write_key(file, old)
    new = [KeyRow("malm", ("Berta Malm", "Malm"), "Person 1")]
    write_key(file, new, read_key(file))
    assert read_key(file) == [*new, old[1]]
    assert pseudonym_in(read_key(file), "other-key", ["BERTA MALM"]) == "Person 1"
    assert pseudonym_in(read_key(file), "nobody", ["Nobody"]) == ""


def test_what_may_be_two_persons_is_said_of_both(tmp_path: Path) -> None:
    with Corpus.create(tmp_path / "c.triptych") as corpus:
        for first in ("Anna", "Jan"):
            spellings = (Spelling(f"{first} Berg", "", ""), Spelling("Berg", "", ""))
            corpus.names.add(NameFields("person", spellings, key=first.lower()))
        persons = Persons(corpus, ShareRequest())
        persons.name()
        renamed = Renamer(persons).text("Berg spoke. A. Berg, Berg Jan and Anna Berg; Berg's hat")
    assert renamed == (
        "Person 1 or Person 2 spoke. Person 1, Person 2 and Person 1; Person 1 or Person 2's hat"
    )
