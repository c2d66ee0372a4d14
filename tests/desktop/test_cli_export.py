"""`triptych-cli export` as a person types it."""

import pytest

from db.corpus import Corpus
from db.corpus.events import EventFields
from db.corpus.sources import SourceFields
from desktop.cli import main


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "c.triptych"
    with Corpus.create(path, title="Two voices", zone="Asia/Aqtau") as opened:
        opened.sources.add(SourceFields("First", key="first"))
        opened.sources.add(SourceFields("Second", key="second"))
        opened.events.add(EventFields("Rally", "2011-06-01", key="rally"))
        opened.events.add(EventFields("March", "2011-06-02", key="march"))
    return path


def test_events_and_sources_are_chosen_by_key_or_letter(corpus, tmp_path, capsys):
    file = tmp_path / "x.md"
    options = ["--event", "march", "--source", "B", "--date", "2011-07-01"]
    assert main(["export", str(corpus), str(file), *options]) == 0
    text = file.read_text(encoding="utf-8")
    assert "### March" in text and "Rally" not in text
    assert "Second" in text and "First" not in text
    assert "1 July 2011" in text or "1 Jul 2011" in text
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "x.md holds 1 event of" in captured.err


def test_known_by_is_the_end_of_the_time_in_the_zone_of_the_corpus(corpus, tmp_path):
    file = tmp_path / "x.md"
    assert main(["export", str(corpus), str(file), "--known-by", "2011-06-01"]) == 0
    assert "published by 1 Jun 2011 is shown" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["x.doc"], "not as doc"),
        (["x.md", "--format", "rtf"], "not as rtf"),
        (["x.md", "--aspect", "colour"], "colour"),
        (["x.md", "--event", "nowhere"], "nowhere"),
        (["x.md", "--source", "Q"], "Q"),
        (["x.md", "--known-by", "soon"], "soon"),
        (["x.md", "--known-by", "2011-06-01/.."], "no end"),
        (["x.md", "--date", "2011"], "2011"),
        (["x.md", "--context", "-3"], "-3"),
        (["no/such/folder/x.md"], "x.md"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    corpus, tmp_path, monkeypatch, capsys, options, words
):
    monkeypatch.chdir(tmp_path)
    assert main(["export", str(corpus), *options]) == 2
    complaint = capsys.readouterr().err
    assert words in complaint
    assert complaint.count("\n") == 1
    assert [p.name for p in tmp_path.iterdir()] == ["c.triptych"]
