"""`triptych-cli cite` as a person types it."""

import json

import pytest

from db.citing.files import read_bytes
from db.corpus import Corpus
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from desktop.cli import main


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "c.triptych"
    with Corpus.create(path) as opened:
        for key, title in (("herald", "A crane falls"), ("bell", "A crane stands")):
            fields = SourceFields(
                key.title(), key=key, title=title, creators=("Anna Berg",), publisher="Quay",
                published=understood("2011-12-17", "UTC"),
            )  # fmt: skip
            opened.sources.add(fields)
    return path


def test_references_in_both_styles(corpus, capsys):
    assert main(["cite", str(corpus)]) == 0
    assert capsys.readouterr().out == (
        "Berg, Anna. 2011a. “A crane falls.” Quay, December 17, 2011.\n"
        "Berg, Anna. 2011b. “A crane stands.” Quay, December 17, 2011.\n"
    )
    assert main(["cite", str(corpus), "--style", "note", "--source", "bell"]) == 0
    assert capsys.readouterr().out == "Anna Berg, “A crane stands,” Quay, December 17, 2011.\n"
    assert main(["cite", str(corpus), "--json", "--source", "A", "--language", "ru"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["source"] == "herald" and "17 декабря 2011 г." in row["reference"]


@pytest.mark.parametrize("format", ["csl-json", "ris", "bibtex"])
def test_references_for_other_programs_can_be_read_back(corpus, capsys, format):
    assert main(["cite", str(corpus), "--format", format]) == 0
    found = read_bytes(capsys.readouterr().out.encode(), "x")
    assert found.format == format
    assert [e.fields["title"] for e in found.entries] == ["A crane falls", "A crane stands"]


def test_an_unknown_source_is_told(corpus, capsys):
    assert main(["cite", str(corpus), "--source", "nobody"]) == 2
    assert "no source with the key nobody" in capsys.readouterr().err
