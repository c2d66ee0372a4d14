"""Search finds what a reader means, in every script and spelling, and says exactly where."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import search as searching
from db.corpus import Corpus
from db.corpus.names import NameFields
from db.queries import expression, terms
from db.records import Spelling
from db.search import first_place, highlighter, search, snippet
from db.text.folding import FILLER, fold
from tests import builders

PASSAGES = (
    "🏗🏗 В Жаңаөзене (Жанаозен) ещё стреляют.",
    "Zhanaozen: the cafe\u0301 on the square, café again; résumé of the day.",
    "Телефон не отвечает, ЕЛКА стоит. Ёлка 2011 года.",
    "Вот и нефтяники, нефтяник и нефть; oil workers, “oil” and co-workers.",
    "⚡️Полиция сообщает: 16 декабря, 14:52 — ½ площади.",
    "Zhanaozen and Aktau; the town of oil workers is called Novy Uzen by some.",
)


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    path: Path = tmp_path_factory.mktemp("wire") / "wire.triptych"
    with builders.harbour(path) as corpus:
        builders.add_edition(corpus, builders.add_source(corpus, "wire"), PASSAGES)
        corpus.names.add(
            NameFields(
                key="town", kind="place",
                spellings=(
                    Spelling("Жаңаөзен", "Cyrl", "kk"), Spelling("Жанаозен", "Cyrl", "ru"),
                    Spelling("Zhanaozen", "Latn", "en"), Spelling("Novy Uzen", "Latn", "en"),
                ),
            )
        )  # fmt: skip
        yield corpus


def found(corpus: Corpus, query: str, **narrow: list[int]) -> set[int]:
    """Numbers of the wire's passages that a query finds."""
    edition = builders.held(corpus, "wire/original")
    return {h.passage for h in search(corpus, query, **narrow).hits if h.edition_id == edition}


def words(corpus: Corpus, query: str) -> dict[int, str]:
    """The words found in each of the wire's passages."""
    edition = builders.held(corpus, "wire/original")
    text = corpus.editions.text(edition)
    return {
        h.passage: text[h.start : h.end]
        for h in search(corpus, query).hits
        if h.edition_id == edition
    }


@pytest.mark.parametrize(
    "query, expected",
    [
        ("ЕЩЕ", {1: "ещё"}),
        ("ёлка", {3: "ЕЛКА"}),
        ("елка", {3: "ЕЛКА"}),
        ("CAFÉ", {2: "cafe\u0301"}),
        ("cafe", {2: "cafe\u0301"}),
        ("resume", {2: "résumé"}),
        ("стреляют", {1: "стреляют"}),
        ("полиция", {5: "Полиция"}),
        ("2011", {3: "2011"}),
        ("14:52", {5: "14:52"}),
        ("½", {5: "½"}),
        ("co-workers", {4: "co-workers"}),
        ("нефтяни*", {4: "нефтяники"}),
        ("неф", {}),
        ("oil town", {6: "town"}),
        ('"oil workers"', {4: "oil workers", 6: "oil workers"}),
        ('"workers town"', {}),
        ("oil -town", {4: "oil"}),
        ("oil -square -aktau", {4: "oil"}),
        ("“OIL” workers", {4: "oil", 6: "oil"}),
    ],
)
def test_a_query_finds_these_words(wire: Corpus, query: str, expected: dict[int, str]) -> None:
    assert words(wire, query) == expected


@pytest.mark.parametrize(
    "spelling", ["Жаңаөзен", "ЖАНАОЗЕН", "zhanaozen", "Novy  Uzen", "novy uzen"]
)
def test_one_spelling_of_a_name_finds_them_all(wire: Corpus, spelling: str) -> None:
    assert found(wire, spelling) == {1, 2, 6}
    assert words(wire, spelling)[1] == "Жанаозен", "whole words: the town's own form, uninflected"


@pytest.mark.parametrize(
    "query, passages",
    [
        ("zhanaozen oil", {6}),
        ("aktau жаңаөзен", {6}),
        ("square -жаңаөзен", set()),
        ("oil -жанаозен", {4}),
        ('"zhanaozen"', {2, 6}),
        ("zhanaoz*", {2, 6}),
        ("novy", {6}),
        ("the novy uzen", {2, 6}),
    ],
)
def test_names_among_other_words(wire: Corpus, query: str, passages: set[int]) -> None:
    assert found(wire, query) == passages


def test_text_from_outside_the_plane_moves_no_offset(wire: Corpus) -> None:
    (hit,) = search(wire, "ещё").hits
    text = wire.editions.text(hit.edition_id)
    assert text[hit.start : hit.end] == "ещё"
    assert hit.start == PASSAGES[0].index("ещё")
    assert hit.snippet == "🏗🏗 В Жаңаөзене (Жанаозен) ещё стреляют."


@pytest.mark.parametrize(
    "query",
    ["", " ", "-", "--", '"', '""', "*", "-oil", "()", "AND", "NOT", "NEAR(a b)", "a:b", "^x", "🏗",
     "\u0301", "\ud800", "'; DROP TABLE event", "words:oil", "col : x", "{a b}", "-" * 999,
     "a" * 9999, '"' * 99, "oil " * 500, "*" * 99, "+oil", "o*l", "oil**", '"oil"*', "—", "–oil",
     '-"oil workers"', "\ue000", "\u200b", "٣", "ﬁ", "İ", "ß", "a\x00b", "\n"],
)  # fmt: skip
def test_odd_queries_never_raise(wire: Corpus, query: str) -> None:
    search(wire, query)


@given(st.text(max_size=60))
def test_no_query_raises(wire: Corpus, query: str) -> None:
    search(wire, query)


def test_hits_can_be_kept_to_sources_and_events(wire: Corpus) -> None:
    sources = {s.key: s.id for s in wire.sources.all()}
    both = search(wire, "crane")
    assert {h.source_id for h in both.hits} == {sources["herald"]}
    assert not search(wire, "crane", sources=[sources["wire"]]).hits
    assert search(wire, "crane", sources=[sources["wire"], sources["herald"]]).hits == both.hits
    herald = builders.held(wire, "herald/original")
    _, change = wire.mentions.add(2, herald, *builders.span(wire, herald, "The mayor expects"))
    assert [h.passage for h in search(wire, "the", events=[2]).hits] == [2]
    assert not search(wire, "crane", events=[2]).hits
    assert not search(wire, "the", events=[2], sources=[sources["wire"]]).hits
    assert not search(wire, "the", events=[99]).hits
    wire.revert(change)


def test_the_best_hits_come_first_and_no_more_than_asked(wire: Corpus) -> None:
    hits = search(wire, "oil").hits
    assert hits[0].passage == 4, "the passage that says it most often"
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)
    assert search(wire, "oil", limit=1).hits == hits[:1]
    assert search(wire, "oil", limit=0).hits == ()


def test_it_says_when_there_were_more_than_were_ranked(
    wire: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert search(wire, "oil").complete
    monkeypatch.setattr(searching, "RANKED_AMONG", 1)
    cut = search(wire, "oil", limit=1)
    assert not cut.complete and len(cut.hits) == 1
    assert len(search(wire, "oil", limit=9).hits) == 2, "a reader who asks for more gets them"


def test_awaited_and_removed_texts_are_not_found(harbour: Corpus) -> None:
    assert not search(harbour, "dockers").hits
    edition, _ = harbour.editions.add_original("t", builders.text_of(builders.TOWER).encode())
    assert search(harbour, "dockers").hits
    harbour.editions.remove_original(edition.id)
    assert not search(harbour, "dockers").hits


def test_a_hit_in_a_long_text_is_where_it_says(harbour: Corpus) -> None:
    passages = [f"🏗 Passage {n} of a long report on cranes, and no. {n * 7}." for n in range(3_000)]
    edition = builders.add_edition(harbour, builders.add_source(harbour, "long"), passages)
    text = harbour.editions.text(edition)
    parts = harbour.editions.text_parts(edition)
    assert len(parts) > 5 and "".join(part for _, part in parts) == text
    for number in (0, 1, 291, 1_500, 2_999):
        (hit,) = (h for h in search(harbour, f'"Passage {number} of"').hits)
        assert text[hit.start : hit.end] == f"Passage {number} of"
        assert hit.passage == number + 1
        assert hit.snippet == passages[number]


WORDY = st.text(
    st.one_of(
        st.sampled_from("aбё ё é é ңөҰ-–_.,\n 19½🏗\ufe0f\u0301\u00ad\u200b\ue000«»"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1, max_size=40,
)  # fmt: skip


@given(passages=st.lists(WORDY, min_size=1, max_size=6), pick=st.data())
def test_any_word_of_any_text_is_found_where_it_stands(
    tmp_path_factory: pytest.TempPathFactory, passages: list[str], pick: st.DataObject
) -> None:
    from db.corpus.indexing import plain_words

    passages = [p.replace("\n", " ").replace("\x00", " ") for p in passages]
    everything = [w for p in passages for w in plain_words(p).split()]
    folder = tmp_path_factory.mktemp("any")
    with Corpus.create(folder / "any.triptych") as corpus:
        corpus.connection.execute("PRAGMA synchronous = OFF")
        edition = builders.add_edition(corpus, builders.add_source(corpus, "any"), passages)
        text = corpus.editions.text(edition)
        if not everything:
            assert not search(corpus, " ".join(passages)).hits
            return
        word = pick.draw(st.sampled_from(everything))
        hits = search(corpus, f'"{word}"').hits
        holding = {n for n, p in enumerate(passages, 1) if word in plain_words(p).split()}
        assert {h.passage for h in hits} == holding
        for hit in hits:
            assert plain_words(text[hit.start : hit.end]).split() == [word]


def test_the_index_folds_as_the_highlighter_does() -> None:
    pattern = highlighter(("oil workers", "неф*"))
    assert first_place("Oil, “WORKERS”!", pattern) == (0, 13)
    assert first_place("the нефтяники", pattern) == (4, 13)
    assert first_place("oily workers", pattern) is None
    assert first_place("oil and workers", pattern) is None


def test_terms_are_what_was_wanted_and_not_what_was_excluded(wire: Corpus) -> None:
    assert terms(expression(wire, 'oil "the town" неф* -square')) == ("oil", "the town", "неф*")
    assert terms(expression(wire, "-oil")) == ()


@given(st.text(max_size=300), st.data())
def test_a_snippet_holds_the_words_found_on_one_line(words: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words)))
    until = data.draw(st.integers(at, len(words)))
    short = snippet(words, at, until)
    assert " ".join(words[at:until].split()) in " ".join(short.split())
    assert "\n" not in short and len(short) <= until - at + 2 * searching.CONTEXT + 4


def test_folding_a_hit_gives_the_folded_words(wire: Corpus) -> None:
    for query in ("ещё", "cafe", "zhanaozen", "полиция", "oil workers"):
        for hit in search(wire, query).hits:
            text = wire.editions.text(hit.edition_id)
            shown = fold(text[hit.start : hit.end]).replace(FILLER, "")
            assert shown in {fold(w) for w in (query, "Жанаозен", "oil", "workers")}
