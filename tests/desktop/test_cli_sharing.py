"""`triptych-cli share` as a person types it."""

import json

import pytest

from db.corpus import Corpus
from desktop.cli import main
from tests.db.sharing.world import named_everywhere


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "c.triptych"
    named_everywhere(path)
    return path


def spelled(path):
    with Corpus.open(path, read_only=True) as opened:
        return {n.spellings[0].text for n in opened.names.all() if n.kind == "person"}


def test_every_person_is_renamed_unless_some_are_chosen(corpus, tmp_path, capsys):
    before = corpus.read_bytes()
    assert main(["share", str(corpus), str(tmp_path / "all.triptych")]) == 0
    assert spelled(tmp_path / "all.triptych") == {"Person 1", "Person 2"}
    said = capsys.readouterr()
    assert said.out == ""
    assert "“tingrevite” (1, A.5) was left: it may be a name chosen." in said.err
    assert main(["share", str(corpus), str(tmp_path / "one.triptych"), "--person", "malm"]) == 0
    assert spelled(tmp_path / "one.triptych") == {"Person 1", "Oskar Tingrev"}
    assert main(["verify", str(tmp_path / "all.triptych")]) == 0
    assert corpus.read_bytes() == before


def test_a_key_gives_the_same_pseudonyms_again(corpus, tmp_path):
    key = tmp_path / "who.json"
    options = ["--key", str(key), "--as", "malm=The baker", "--also", "malm=Bertie"]
    assert main(["share", str(corpus), str(tmp_path / "1.triptych"), *options]) == 0
    again = ["--key", str(key), "--person", "malm"]
    assert main(["share", str(corpus), str(tmp_path / "2.triptych"), *again]) == 0
    assert spelled(tmp_path / "2.triptych") == {"The baker", "Oskar Tingrev"}
    assert {p["pseudonym"] for p in json.loads(key.read_text())["persons"]} == {
        "The baker",
        "Person 1",
    }


def test_a_dry_run_lists_forms_and_writes_nothing(corpus, tmp_path, capsys):
    options = ["--dry-run", "--json", "--person", "tingrev"]
    assert main(["share", str(corpus), str(tmp_path / "x.triptych"), *options]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found[0]["kind"] == "listed" and found[0]["pseudonym"] == "Person 1"
    assert {row["form"]: row["replaced"] for row in found[1:]}["Тингревым"] is True
    assert not (tmp_path / "x.triptych").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--person", "nobody"], "no name of a person with the key nobody"),
        (["--as", "malm"], "--as takes NAMEKEY=WORDS"),
        (["--date", "yesterday"], "yesterday is no day"),
        (["--key", "c.triptych"], "must be another file than the corpus"),
    ],
)
def test_wrong_usage_is_told_in_a_sentence(corpus, tmp_path, capsys, monkeypatch, options, words):
    monkeypatch.chdir(tmp_path)
    assert main(["share", str(corpus), str(tmp_path / "x.triptych"), *options]) == 2
    assert words in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["c.triptych"]


def test_a_file_that_is_there_is_left(corpus, tmp_path, capsys):
    assert main(["share", str(corpus), str(corpus)]) == 2
    assert "exists already" in capsys.readouterr().err
