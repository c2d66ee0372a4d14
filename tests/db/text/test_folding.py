"""Folding keeps offsets, finds the spellings people use, and never upsets the index."""

import sqlite3
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.folding import FILLER, find_folded, fold, fold_query


@given(st.text())
def test_offsets_stay(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_every_code_point_folds_to_one_settled_code_point():
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    once = fold(everything)
    assert len(once) == len(everything)
    assert fold(once) == once


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Zhañaözén", "zhanaozen"),
        ("ЖАҢАӨЗЕН", "жанаозен"),
        ("әғқңөұүһі", "агкноуухи"),
        ("Ёлка, Йод", "елка, иод"),
        ("Łódź", "lodz"),
        ("ĞIŞÖÜÇİı", "gisouciı".replace("ı", "i")),
        ("Straße", "strase"),
        ("Ærø", "aro"),
        ("“q” ‘a’ «b» — –", '"q" \'a\' "b" - -'),
        ("Ｗａｔｃｈ　２０１１", "watch 2011"),
        ("٢٠١١", "2011"),
        ("Οδυσσεύς", "οδυσσευσ"),
        ("10\u00a0000", "10 000"),
        ("№ ½ 한국", "№ ½ 한국"),
        ("𝐀𐐀", "a𐐨"),
    ],
)
def test_spellings_meet(written, searched):
    assert fold(written) == searched


def test_cyrillic_and_latin_stay_apart():
    assert fold("Актау") != fold("Aktau")


def test_case_is_ignored_in_every_letter():
    letters = [char for char in map(chr, range(sys.maxunicode + 1)) if char.isalpha()]
    cased = [char for char in letters if len(char.upper()) == 1 == len(char.lower())]
    assert [char for char in cased if fold(char.upper()) != fold(char.lower())] == []


def test_an_iota_below_is_a_mark_though_its_capital_is_a_letter():
    assert fold("\u0345") == FILLER
    assert fold("α\u0345") == "α" + FILLER
    assert find_folded(fold("τα\u0345"), "ᾳ") == (1, 3)


@given(st.text(alphabet="éèёйñçşŻЇў ab"))
def test_decomposed_differs_only_by_fillers(text):
    decomposed = fold(unicodedata.normalize("NFD", text))
    assert decomposed.replace(FILLER, "") == fold(text)


def test_find_ignores_marks_in_the_text_and_in_the_words():
    text = fold("A cafe\u0301 in Ма\u0301нгистау")
    assert find_folded(text, "CAFÉ") == (2, 7)
    assert find_folded(text, "Мангистау") == (11, 21)
    assert find_folded(text, "in", start=9) is None
    assert find_folded(text, "") is None


@pytest.fixture(scope="module")
def index():
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='unicode61')")
    texts = [
        "The cafe\u0301 near the oil-workers' square",
        "Жаңаөзен қаласында мұнайшылар",
        "He said NOT now, AND NEAR the «town hall»",
        "co\u00adoperative Ме\u0301стный житель",
    ]
    base.executemany("INSERT INTO t VALUES (?)", [(fold(text),) for text in texts])
    yield base
    base.close()


def found(index, query):
    rows = index.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid", (fold_query(query),))
    return [row[0] for row in rows]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("café", [1]),
        ("oil workers", [1]),
        ('"oil workers"', [1]),
        ('"workers oil"', []),
        ("oil-wor*", [1]),
        ("жанаозен", [2]),
        ("ЖАҢАӨЗЕН МҰНАЙ*", [2]),
        ("not", [3]),
        ("NEAR(the)", [1, 3]),
        ("“town hall”", [3]),
        ("the", [1, 3]),
        ("the -square", [3]),
        ('the -"town hall"', [1]),
        ("cooperative", [4]),
        ("местный", [4]),
        ("the – square", [1]),
        ('"town ha', []),
        ('"town ha*', [3]),
        ("square, hall", []),
    ],
)
def test_what_a_person_types_is_found(index, query, rows):
    assert found(index, query) == rows


@pytest.mark.parametrize("query", ["", " ", "*", "-", '""', "-only", "…!?", "\x00", "\ud800", "👍"])
def test_nothing_searchable_is_no_query(query):
    assert fold_query(query) == ""


@given(st.text() | st.text(alphabet='ab "*-^:(){}+,NOTANDé\x00\ud800'))
def test_no_input_is_a_syntax_error_or_matches_all(index, query):
    expression = fold_query(query)
    if expression:
        rows = index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (expression,)).fetchone()
        assert rows[0] < 4 or set(fold(query)) & set("e")


def test_a_pasted_page_is_cut_not_refused(index):
    assert found(index, "the " * 5_000) == [1, 3]
    assert fold_query("-x " * 300 + "the") == ""
