"""References of a file find their sources, change nothing unseen, and are taken in as one edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.citing.entries import Entry
from db.citing.files import Format, read_bytes, write_text
from db.citing.matching import Match, match, plain_url
from db.citing.taking_in import Choice, take_in
from db.corpus import Corpus
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from tests.builders import contents

TITLE = "A crane falls on the quay"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.create(tmp_path / "c.triptych", zone="Asia/Aqtau") as made:
        herald = SourceFields(
            "Herald", key="herald", title=TITLE, creators=("Anna Berg",), language="en",
            citation="Herald, https://www.a.example/crane/",
            published=understood("2011-12-17T23:59:00", "Asia/Aqtau", printed="17/12 23:59"),
        )  # fmt: skip
        made.sources.add(herald)
        made.sources.add(SourceFields("Tower", key="tower", citation="doi:10.1234/Tower"))
        made.sources.add(SourceFields("Twin", key="twin", title="Same"))
        made.sources.add(SourceFields("Other twin", key="twin-2", title="Same"))
        yield made


def matched(corpus: Corpus, text: str) -> list[Match]:
    return match(corpus.sources.all(), read_bytes(text.encode(), "x").entries)


def everything(found: list[Match]) -> list[Choice]:
    return [Choice(m, m.changes) for m in found]


def test_a_source_is_found_by_key_doi_address_or_title(corpus: Corpus) -> None:
    found = matched(
        corpus,
        "@misc{herald, title={Other}}\n@misc{a, doi={10.1234/tower}}\n"
        "@misc{b, url={http://a.example/crane}}\n@misc{c, title={“A crane” falls — on the QUAY}}\n"
        "@misc{d, title={Same}}\n@misc{e, title={New}}\n",
    )
    assert [(m.source.key if m.source else None, m.by, m.also) for m in found] == [
        ("herald", "key", 0), ("tower", "doi", 0), ("herald", "url", 1), ("herald", "title", 2),
        (None, "", 0), (None, "", 0),
    ]  # fmt: skip


def test_the_preview_says_what_would_be_filled_and_what_overwritten(corpus: Corpus) -> None:
    [found] = matched(
        corpus,
        "@article{herald, title={A crane fell}, author={Berg, Anna}, journal={Herald},"
        " date={2011-12-17}, langid={English}, volume={3}, url={https://a.example/other}}",
    )
    said = {c.name: (c.now, c.brought, c.overwrites) for c in found.changes}
    assert said["title"] == (TITLE, "A crane fell", True)
    assert said["publisher"] == ("", "Herald", False)
    assert said["citation"][1:] == (
        "Herald, https://www.a.example/crane/, volume 3 https://a.example/other",
        False,
    )
    # The same person, a coarser date and the same language are no news.
    assert not {"creators", "published", "language"} & set(said)


def test_only_what_was_chosen_is_changed_and_undone_in_one_step(corpus: Corpus) -> None:
    before = contents(corpus)
    found = matched(
        corpus, "@misc{herald, title={A crane fell}, publisher={Herald}}\n@misc{new, title={New}}\n"
    )
    publisher = next(c for c in found[0].changes if c.name == "publisher")
    count, change = take_in(corpus, [Choice(found[0], (publisher,)), Choice(found[1])])
    herald, new = corpus.sources.by_key("herald"), corpus.sources.by_key("new")
    assert count == 2
    assert (herald.title, herald.publisher) == (TITLE, "Herald")
    assert (herald.letter, new.letter, new.label) == ("A", "E", "New")
    assert herald.published.edtf == "2011-12-17T23:59:00"
    redo = corpus.revert(change)
    assert contents(corpus) == before
    corpus.revert(redo)
    assert corpus.sources.by_key("herald").publisher == "Herald"


@pytest.mark.parametrize("format", list(Format))
def test_our_own_export_changes_nothing_and_brings_back_what_was_lost(
    corpus: Corpus, format: Format
) -> None:
    text = write_text(corpus.sources.all(), format)
    before = corpus.sources.all()
    assert [m.changes for m in matched(corpus, text)] == [()] * 4
    corpus.sources.change(before[0].id, SourceFields("Herald", title="Else", position="Odd"))
    found = matched(corpus, text)
    take_in(corpus, everything(found))
    restored = corpus.sources.by_key("herald")
    assert restored.published == before[0].published
    assert (restored.title, restored.citation) == (TITLE, before[0].citation)


def test_a_new_source_of_a_foreign_file_keeps_what_has_no_field(corpus: Corpus) -> None:
    text = (
        "TY  - JOUR\nTI  - Cranes\nAU  - Berg, Anna\nJO  - Quays\nVL  - 3\nSP  - 4\nPY  - 2010\n"
        "UR  - https://a.example/x\nDO  - 10.1234/x\nLA  - Russian\nID  - herald\nER  - \n"
    ).replace("ID  - herald\n", "")
    take_in(corpus, everything(matched(corpus, text)))
    made = corpus.sources.all()[-1]
    assert (made.label, made.key, made.language) == ("Quays", "quays", "ru")
    assert made.citation == "volume 3, pages 4 https://doi.org/10.1234/x https://a.example/x"
    assert made.published.edtf == "2010"


def test_a_date_without_zone_does_not_keep_the_zone_of_the_old_one(corpus: Corpus) -> None:
    found = matched(corpus, "@misc{herald, date={2011-12-19}}")
    take_in(corpus, everything(found))
    published = corpus.sources.by_key("herald").published
    assert (published.edtf, published.zone, published.printed) == ("2011-12-19", "", "")


def test_addresses_that_are_the_same() -> None:
    assert plain_url("HTTPS://www.A.example/x/#top") == plain_url("http://a.example/x")
    assert plain_url("https://a.example/x?y=1") != plain_url("https://a.example/x")
    assert plain_url("http://[bad") == "http://[bad"
    assert match([], [Entry({})]) == [Match(Entry({}))]
