"""The bundled case: nothing missing, nothing out of place, nobody named only once.

What the three documents say was checked by people; here is what a program can check.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.packs.cases import compile_case
from db.records import Edition, EditionKind, PassageKind
from db.search import search
from db.text.edtf import EdtfError, parse
from db.text.zones import ZoneStatus
from db.verifying import verify
from tests import builders
from tests.project import ROOT

ORIGINALS = ROOT.parent / "shared" / "originals"
PASSAGES = {"ticker": 70, "moscow-news": 48, "campaign-kazakhstan": 19}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """The case as it is shipped, without any original."""
    path: Path = tmp_path_factory.mktemp("case") / "case.triptych"
    compile_case("zhanaozen-2011", path)
    with Corpus.open(path, read_only=True) as corpus:
        yield corpus


def editions(corpus: Corpus, kind: EditionKind) -> dict[str, Edition]:
    """The editions of a kind by the key of their source, held or awaited."""
    return {e.source_key: e for e in corpus.editions.all(held_only=False) if e.kind is kind}


def test_it_is_whole(case: Corpus) -> None:
    assert [f for f in verify(case) if not f.ok] == []
    assert {s.letter: s.key for s in case.sources.all()} == dict(zip("ABC", PASSAGES, strict=True))


def test_every_passage_has_one_digest_at_its_address(case: Corpus) -> None:
    originals = editions(case, EditionKind.ORIGINAL)
    for key, digest in editions(case, EditionKind.DIGEST).items():
        described = case.editions.passages(originals[key].id)
        retold = case.editions.passages(digest.id)
        assert list(retold.numbers) == list(described.numbers) == list(range(1, PASSAGES[key] + 1))
        assert retold.kinds == described.kinds and list(retold.reports) == list(described.reports)
        text = case.editions.text(digest.id)
        for index in range(len(retold)):
            words = text[retold.starts[index] : retold.ends[index]]
            assert words == words.strip() and len(words) > 1, f"{key} {index + 1}"


def test_passages_of_the_originals_do_not_overlap_and_fill_the_text(case: Corpus) -> None:
    for edition in editions(case, EditionKind.ORIGINAL).values():
        passages = case.editions.passages(edition.id)
        last = 0
        for start, end in zip(passages.starts, passages.ends, strict=True):
            assert last <= start < end <= edition.characters
            last = end
        assert sum(passages.ends) - sum(passages.starts) > 0.97 * edition.characters


def test_every_event_is_spoken_of_and_every_source_speaks(case: Corpus) -> None:
    spoken = case.mentions.sources_by_event()
    silent = [e.key for e in case.events.all() if e.id not in spoken]
    assert silent == []
    counted = Counter(source for sources in spoken.values() for source in sources)
    assert set(counted) == {s.id for s in case.sources.all()}
    assert len([e for e in spoken if len(spoken[e]) == 3]) >= 10, "what all three tell"


def test_every_passage_of_a_report_speaks_of_some_event(case: Corpus) -> None:
    """A passage of words that speaks of nothing was forgotten; page furniture speaks of nothing."""
    for key, digest in editions(case, EditionKind.DIGEST).items():
        passages = case.editions.passages(digest.id)
        spoken = {p.passage for p in case.mentions.in_edition(digest.id)}
        mute = [
            number
            for number, kind in zip(passages.numbers, passages.kinds, strict=True)
            if kind not in (PassageKind.FURNITURE, PassageKind.HEADING) and number not in spoken
        ]
        assert len(mute) <= 0.15 * len(passages), f"{key}: {mute}"


def test_times_are_edtf_and_lie_where_they_can(case: Corpus) -> None:
    for event in case.events.all():
        assert event.happened.edtf, f"{event.key} has no time at all"
        parse(event.happened.edtf)
        time = event.happened
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
    for report in case.sources.reports():
        parse(report.reported.edtf)
        assert (report.reported.zone_status is ZoneStatus.STATED) == (
            report.reported.edtf.endswith("Z") or "+" in report.reported.edtf
        ), f"report {report.number}: only a printed zone is stated"
    with pytest.raises(EdtfError):
        parse("16/12/2011")


def test_a_year_long_after_is_no_date_of_publication(case: Corpus) -> None:
    for source in case.sources.all():
        assert source.published.edtf.startswith("2011-12"), source.key


def test_parts_fall_in_the_time_of_their_whole_and_in_no_circle(case: Corpus) -> None:
    events = {e.id: e for e in case.events.all()}
    for event in events.values():
        seen = {event.id}
        above = event.parent_id
        while above is not None:
            assert above in events and above not in seen, event.key
            seen.add(above)
            above = events[above].parent_id
        if event.parent_id is not None:
            part, whole = event.happened, events[event.parent_id].happened
            # A part may be known less exactly than its whole, but not to another time.
            if part.latest is not None and whole.earliest is not None:
                assert part.latest >= whole.earliest, event.key
            if part.earliest is not None and whole.latest is not None:
                assert part.earliest <= whole.latest, event.key


def test_keys_can_be_typed_and_titles_take_no_side(case: Corpus) -> None:
    for event in case.events.all():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", event.key) and len(event.key) <= 40
        assert 3 <= len(event.title) <= 90 and event.title == event.title.strip()
        assert not re.search(r"massacre|terrorist|hooligan|murder|bandit|!", event.title.lower())


def test_no_mention_stands_twice(case: Corpus) -> None:
    for event in case.events.all():
        places = [
            (p.edition_id, p.start, p.end, p.relation) for p in case.mentions.of_event(event.id)
        ]
        # In the digest a mention is the whole passage, so that two may share it.
        anchors = case.connection.execute(
            "SELECT pl.edition_id, pl.start, pl.end, count(*) FROM mention m JOIN placement pl "
            "ON pl.anchor_id = m.anchor_id JOIN edition e ON e.id = pl.edition_id "
            "WHERE m.event_id = ? AND e.kind = 'original' GROUP BY 1, 2, 3 HAVING count(*) > 1",
            (event.id,),
        ).fetchall()
        assert not anchors, f"{event.key} {anchors}"
        assert places


def test_claims_stand_on_words_of_the_digest(case: Corpus) -> None:
    held = {e.id: case.editions.text(e.id) for e in case.editions.all()}
    claims = {c.id: c for c in case.claims.all()}
    placed = [p for p in case.claims.placements() if p.edition_id in held]
    assert {p.claim_id for p in placed} == set(claims)
    for place in placed:
        words = held[place.edition_id][place.start : place.end]
        claim = claims[place.claim_id]
        assert words.strip(), claim.key
        if claim.vague:
            assert claim.min is None or claim.max is None or claim.min == claim.max, claim.key


def test_names_of_the_town_are_found_in_every_source(case: Corpus) -> None:
    found = {h.source_id for h in search(case, "Жаңаөзен", limit=500).hits}
    assert found == {s.id for s in case.sources.all()}
    assert search(case, "Zhanaozen", limit=500).hits == search(case, "ЖАНАОЗЕН", limit=500).hits


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    """The case with the three documents, where they are at hand."""
    if not ORIGINALS.is_dir():
        pytest.skip("the documents are not here")
    path: Path = tmp_path_factory.mktemp("complete") / "case.triptych"
    compile_case("zhanaozen-2011", path)
    with Corpus.open(path) as corpus:
        for file in sorted(ORIGINALS.glob("*.txt")):
            _, added = corpus.editions.add_original(file.name, file.read_bytes())
            assert added, file.name
        yield corpus


def test_the_documents_are_the_ones_described(complete: Corpus) -> None:
    assert [f for f in verify(complete) if not f.ok] == []
    kept = {e.key: e for e in complete.editions.all() if e.kind is EditionKind.ORIGINAL}
    assert {e.source_key for e in kept.values()} == set(PASSAGES)
    files = {file.read_bytes() for file in ORIGINALS.glob("*.txt")}
    assert {complete.editions.data(e.id) for e in kept.values()} == files


def test_every_mention_lands_inside_its_passage_on_whole_words(complete: Corpus) -> None:
    for edition in editions(complete, EditionKind.ORIGINAL).values():
        text = complete.editions.text(edition.id)
        passages = complete.editions.passages(edition.id)
        spans = dict(
            zip(passages.numbers, zip(passages.starts, passages.ends, strict=True), strict=True)
        )
        places = complete.mentions.in_edition(edition.id)
        assert places
        for place in places:
            start, end = spans[place.passage]
            assert start <= place.start < place.end <= end
            words = text[place.start : place.end]
            where = f"{edition.key} {place.passage} {place.start - start}-{place.end - start}"
            assert words == words.strip(), where
            assert (
                not (text[place.start - 1 : place.start] + words[0]).isalnum() or not place.start
            ), where
            assert not (words[-1] + text[place.end : place.end + 1]).isalnum() or place.end == len(
                text
            ), where


def test_a_passage_of_an_original_is_a_line_of_its_file(complete: Corpus) -> None:
    for edition in editions(complete, EditionKind.ORIGINAL).values():
        text = complete.editions.text(edition.id)
        passages = complete.editions.passages(edition.id)
        for start, end in zip(passages.starts, passages.ends, strict=True):
            words = text[start:end]
            assert words == words.strip() and words
            assert text[:start].strip() == "" or text[:start][-1].isspace()


def test_taken_out_again_the_case_is_as_it_was(complete: Corpus, tmp_path: Path) -> None:
    complete.save_copy(tmp_path / "copy.triptych")
    compile_case("zhanaozen-2011", tmp_path / "fresh.triptych")
    with (
        Corpus.open(tmp_path / "copy.triptych") as corpus,
        Corpus.open(tmp_path / "fresh.triptych") as fresh,
    ):
        for edition in editions(corpus, EditionKind.ORIGINAL).values():
            corpus.editions.remove_original(edition.id)
        after, before = builders.contents(corpus), builders.contents(fresh)
        for table in before.keys() - {"corpus", "edition", "edition_text"}:
            assert after[table] == before[table], table
        assert {e.key for e in corpus.editions.all()} == {f"{key}/digest" for key in PASSAGES}
