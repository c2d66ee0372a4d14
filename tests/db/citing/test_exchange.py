"""References written and read again are the same, in all three formats, whatever they hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.citing.entries import entry_of, source_fields
from db.citing.files import Format, read_bytes, write_text
from db.corpus.sources import SourceFields
from tests.db.citing.made import any_fields, as_source, source

FORMATS = list(Format)


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60)
@given(made=st.lists(any_fields(), min_size=1, max_size=3))
def test_what_is_exported_comes_back_the_same(format: Format, made: list[SourceFields]) -> None:
    sources = [as_source(fields) for fields in made]
    found = read_bytes(write_text(sources, format).encode(), "x")
    assert found.format is format
    assert [source_fields(entry.fields) for entry in found.entries] == made
    assert [(e.url, e.doi) for e in found.entries] == [
        (e.url, e.doi) for e in map(entry_of, sources)
    ]


@pytest.mark.parametrize("format", FORMATS)
def test_what_was_changed_elsewhere_counts(format: Format) -> None:
    """The title is carried along as well, since it has two lines; a new one is not undone by it."""
    text = write_text([source(title="A crane\nfalls", position="Sober")], format)
    kept = "A crane\\nfalls" if format is Format.CSL_JSON else "A crane falls"
    text = text.replace(kept, "A crane stands", 1)
    [entry] = read_bytes(text.encode(), "x").entries
    assert entry.fields["title"] == "A crane stands"
    assert entry.fields["position"] == "Sober"


def test_other_programs_find_what_they_look_for() -> None:
    made = source(creators=("Anna van den Berg", "Harbour Union"), citation="https://a.example/b.")
    bibtex = write_text([made], "bibtex")
    assert "author = {van den Berg, Anna and {Harbour Union}}" in bibtex
    assert "url = {https://a.example/b}" in bibtex
    ris = write_text([made], "ris").splitlines()
    assert {"TY  - ELEC", "AU  - van den Berg, Anna", "AU  - Harbour Union"} <= set(ris)
    assert {"DA  - 2011/12/17/", "UR  - https://a.example/b", "T2  - The Harbour Herald"} <= set(
        ris
    )
    [item] = json.loads(write_text([made], "csl-json"))
    assert item["author"] == [{"family": "van den Berg", "given": "Anna"},
                              {"literal": "Harbour Union"}]  # fmt: skip
    assert item["issued"] == {"date-parts": [[2011, 12, 17]]}
    assert item["type"] == "webpage"


def test_bibtex_of_other_programs_is_read() -> None:
    text = r"""
    % from somewhere
    @string{hh = "Harbour Herald"}
    @Article{berg2011, title = "{A} crane {\"u}ber the \v{S}ea -- and {\'e}t{\'e} \& more",
      author = {Berg, Anna and {Union of Dockers} and Jan de Vries and others},
      journal = hh # " (Quay)", year = 2011, month = dec, volume = 3,
      pages = {4--5}, keywords = {x}}
    @comment{nothing}
    @misc{второй, title = {Кран упал}, date = {2011-12-17}, url = {https://a.example/?x=1\&y=2}}
    """
    first, second = read_bytes(text.encode(), "x").entries
    assert first.fields["title"] == "A crane über the Šea – and été & more"
    assert first.creators == ("Anna Berg", "Union of Dockers", "Jan de Vries")
    assert first.fields["publisher"] == "Harbour Herald (Quay)"
    assert first.fields["published"] == "2011-12"
    assert first.fields["citation"] == "volume 3, pages 4–5"
    assert first.left == ("keywords", "others")
    assert (second.fields["key"], second.fields["title"]) == ("второй", "Кран упал")
    assert second.url == "https://a.example/?x=1&y=2"


def test_ris_of_other_programs_is_read() -> None:
    text = (
        "\ufeff1.\r\nTY  - NEWS\r\nT1  - A crane\r\n   falls\r\nA1  - Berg, Anna\r\nAU  - Union\r\n"
        "JO  - Herald\r\nY1  - 2011/12/17/noon\r\nKW  - quay\r\nER  - \r\n\r\n"
        "TY  - ELEC\nTI  - Cut off\nPY  - 2011\nUR  - https://a.example\n"
    )
    first, second = read_bytes(text.encode(), "x").entries
    assert first.fields["title"] == "A crane falls"
    assert set(first.creators) == {"Anna Berg", "Union"}
    assert first.fields["publisher"] == "Herald"
    assert (first.fields["published"], first.fields["printed"]) == ("2011-12-17", "noon")
    assert first.left == ("KW",)
    assert (second.fields["title"], second.fields["published"]) == ("Cut off", "2011")
    assert second.url == "https://a.example"


def test_csl_json_of_other_programs_is_read() -> None:
    item = {
        "id": 7, "title": "A crane", "container-title": "Herald", "publisher": "Harbour House",
        "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van"},
                   {"literal": "Union"}],
        "issued": {"date-parts": [["2011", 12, "17"]], "circa": True}, "volume": 3,
        "accessed": {"raw": "2012-01-05"}, "genre": "report",
    }  # fmt: skip
    [entry] = read_bytes(json.dumps({"items": [item]}).encode("utf-16"), "x").entries
    assert entry.creators == ("Anna van Berg", "Union")
    assert entry.fields["published"] == "2011-12-17~"
    assert entry.fields["retrieved"] == "2012-01-05"
    assert (entry.fields["publisher"], entry.fields["citation"]) == ("Herald", "volume 3")
    assert entry.left == ("genre", "publisher")
