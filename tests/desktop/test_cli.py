"""`triptych-cli` as it is promised: its fields, its exit status, its one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.names import NameFields
from db.corpus.voices import VoiceFields
from db.records import Silence, Spelling
from desktop.cli import main
from tests import builders
from tests.project import ROOT

# What each kind of row promises, and what it gives besides.
PROMISED = {
    "sources": "key label title creators publisher language published position",
    "editions": "source kind sha256 characters media_type",
    "reports": "source edition number heading author reported reported_as_printed zone",
    "passages": "source edition address kind start end report text",
    "events": "key title when earliest latest place parent",
    "mentions": "event source edition address start end relation",
    "claims": "id event source edition address start end aspect min max value vague unit scope "
    "hedge polarity voices as_of reported status",
    "voices": "key name kind first_hand",
    "names": "key kind spellings",
    "links": "a b kind note",
    "notes": "on text made",
    "reviews": "event source state silence",
}
BESIDES = {
    "editions": "edition",
    "mentions": "id",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The harbour with something of every kind in it."""
    path = tmp_path / "harbour.triptych"
    with builders.harbour(path) as opened:
        herald, digest = (builders.held(opened, k) for k in ("herald/original", "tower/digest"))
        opened.sources.add_report(2, 1, "A crane fell", "A. B.", opened.events.all()[0].happened)
        opened.mentions.add(1, herald, *builders.span(opened, herald, "crane fell"))
        opened.mentions.add(1, digest, *builders.span(opened, digest, "two hurt"))
        aspect, _ = opened.aspects.add(AspectFields(title="Injured", type="number", unit="people"))
        voice, _ = opened.voices.add(VoiceFields(name="Dockers"))
        fields = ClaimFields(1, aspect, min=3, max=3, voices=(voice,))
        opened.claims.add(fields, herald, *builders.span(opened, herald, "three were hurt"))
        opened.names.add(NameFields("person", (Spelling("Өскен", "Cyrl", "kk"),)))
        opened.links.add((herald, 0, 7), (digest, 0, 6), "supports")
        opened.notes.add("event", 1, "Ask the dockers.")
        opened.reviews.settle(2, 1, "silent", Silence.OUT_OF_SCOPE)
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[Any], list[str]]:
    """Exit status, JSON lines and the lines of standard error of one command."""
    capsys.readouterr()
    status = main([str(a) for a in arguments])
    said = capsys.readouterr()
    return status, [json.loads(line) for line in said.out.splitlines()], said.err.splitlines()


@pytest.mark.parametrize("kind", PROMISED)
def test_rows_have_the_fields_that_are_promised(
    corpus: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, rows, said = run(capsys, "list", corpus, kind, "--json")
    assert status == 0 and rows and not said
    promised, besides = PROMISED[kind].split(), BESIDES.get(kind, "").split()
    for row in rows:
        assert set(row) == {*promised, *besides}
        assert "" not in row.values(), "what is absent is null"


def test_a_name_lists_its_spellings(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, [name], _ = run(capsys, "list", corpus, "names", "--json")
    assert name["spellings"] == [{"text": "Өскен", "script": "Cyrl", "language": "kk"}]


def test_an_edition_is_named_by_source_and_kind(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, rows, _ = run(capsys, "list", corpus, "editions", "--json")
    assert [(r["source"], r["edition"], r["kind"]) for r in rows] == [
        ("tower", "tower/digest", "digest"),
        ("herald", "herald/original", "original"),
    ]


def test_a_mention_is_listed_once_for_each_text_with_one_id(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    original = tmp_path / "tower.txt"
    original.write_text(builders.text_of(builders.TOWER), encoding="utf-8")
    assert run(capsys, "originals", corpus, original)[0] == 0
    _, rows, _ = run(capsys, "list", corpus, "mentions", "--json")
    tower = [r for r in rows if r["source"] == "tower"]
    assert [r["edition"] for r in tower] == ["tower/original", "tower/digest"]
    assert len({r["id"] for r in tower}) == 1 and {r["address"] for r in tower} == {"A.2"}
    text = original.read_text(encoding="utf-8")
    assert text[tower[0]["start"] : tower[0]["end"]] == builders.TOWER[1]


def test_search_gives_places_and_words(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, [hit], said = run(capsys, "search", corpus, "ӨСКЕН", "--json")
    assert status == 0 and not said
    assert " ".join(hit) == "source edition address start end snippet score"
    assert hit["address"] == "B.1"
    assert builders.HERALD[0][hit["start"] : hit["end"]] == "Өскен"


@pytest.mark.parametrize(
    "options, found",
    [
        (["--source", "herald"], 1),
        (["--source", "B"], 1),
        (["--source", "tower"], 0),
        (["--event", "the-crane-falls"], 1),
        (["--event", "the-inquiry"], 0),
        (["--limit", "1"], 1),
    ],
)
def test_search_is_narrowed(
    corpus: Path, options: list[str], found: int, capsys: pytest.CaptureFixture[str]
) -> None:
    status, hits, _ = run(capsys, "search", corpus, "crane", *options, "--json")
    assert (status, len(hits)) == (0, found)


def test_verify_says_what_is_whole_and_what_is_not(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, rows, _ = run(capsys, "verify", corpus, "--json")
    assert status == 0 and all(row["ok"] for row in rows)
    assert set(rows[0]) == {"check", "subject", "ok", "message"}
    with Corpus.open(corpus) as opened:
        opened.connection.execute("UPDATE edition_text SET text = upper(text) WHERE edition_id = 3")
    status, rows, _ = run(capsys, "verify", corpus, "--json")
    assert status == 1
    assert ("hash", "herald/original") in {(r["check"], r["subject"]) for r in rows if not r["ok"]}


def test_originals_are_added_and_refused_by_name(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(builders.text_of(builders.TOWER), encoding="utf-8")
    bad.write_text("Something else.")
    status, _, said = run(capsys, "originals", corpus, bad, good, tmp_path / "none.txt")
    assert status == 1
    assert said == [
        "triptych-cli: bad.txt is not one of the originals this corpus describes, so nothing was "
        "added. It must be the same text, letter for letter.",
        "triptych-cli: good.txt is tower/original, added.",
        "triptych-cli: none.txt could not be read: no such file or directory. Nothing was changed.",
    ]
    status, _, said = run(capsys, "originals", corpus, good)
    assert status == 0 and said == ["triptych-cli: good.txt is tower/original, there already."]


def test_a_new_corpus_is_empty_and_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new.triptych"
    assert run(capsys, "new", path, "--title", "Ещё", "--zone", "Asia/Aqtau") == (0, [], [])
    with Corpus.open(path) as opened:
        assert (opened.info.title, opened.info.zone) == ("Ещё", "Asia/Aqtau")
    assert run(capsys, "list", path, "sources", "--json") == (0, [], [])
    assert run(capsys, "verify", path, "--json")[0] == 0


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["list", "{}/none.triptych", "events"], "none.triptych was not found"),
        (["list", "{}/letter.txt", "events"], "letter.txt is not a Triptych corpus"),
        (["list", "{}", "events"], "not a regular file"),
        (["verify", "{}/letter.txt"], "letter.txt is not a Triptych corpus"),
        (
            ["search", "{}/harbour.triptych", "x", "--source", "spam"],
            "harbour.triptych has no source with the key spam",
        ),
        (["search", "{}/harbour.triptych", "x", "--event", "spam"], "no event with the key spam"),
        (["new", "{}/letter.txt"], "letter.txt exists already"),
        (["new", "{}/n.triptych", "--zone", "Mars"], "zone Mars is not known"),
        (["new", "{}/no/such/n.triptych"], "n.triptych could not be written"),
        (["case", "spam", "{}/n.triptych"], "no bundled case named spam; there is: zhanaozen-2011"),
        (["case", "zhanaozen-2011", "{}/letter.txt"], "letter.txt exists already"),
        (["case", "zhanaozen-2011", "{}/no/n.triptych"], "n.triptych could not be written"),
        (["new", "{}/" + 300 * "n"], "could not be written: file name too long"),
        (["case", "zhanaozen-2011", "{}/" + 300 * "n"], "could not be written: file name too"),
        (["originals", "{}/letter.txt", "{}/letter.txt"], "is not a Triptych corpus"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_2(
    corpus: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus.parent / "letter.txt").write_text("Dear reader, this is no corpus. " * 9)
    before = {p.name: p.read_bytes() for p in corpus.parent.iterdir()}
    status, rows, said = run(capsys, *(a.format(corpus.parent) for a in arguments))
    assert status == 2 and not rows
    assert len(said) == 1 and words in said[0]
    assert said[0].startswith("triptych-cli: ") and said[0].endswith(".") and ".." not in said[0]
    assert {p.name: p.read_bytes() for p in corpus.parent.iterdir()} == before


@pytest.mark.parametrize(
    "arguments",
    [[], ["spam"], ["list", "x"], ["list", "x", "spam"], ["search", "x", "y", "--limit", "0"]],
)
def test_wrong_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_an_original_is_not_added_to_what_may_only_be_read(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("db.corpus.opening.os.access", lambda p, mode: False)
    status, _, [said] = run(capsys, "originals", corpus, corpus)
    assert status == 2 and "harbour.triptych is open for reading only" in said


def test_a_person_reads_a_line_for_each_row(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", str(corpus), "events"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("the-crane-falls\tThe crane falls\t2011-12-16T12:00:00\t")
    assert second.startswith("the-inquiry\t") and "—" in second


def test_the_installed_program_loads_no_window(corpus: Path) -> None:
    script = (
        "import sys; from desktop.cli import main; status = main(sys.argv[1:]); "
        "print([m for m in sys.modules if m.startswith('PySide6')], file=sys.stderr); "
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "search", str(corpus), "Өскен", "--json"],
        capture_output=True, cwd=ROOT, check=True, encoding="utf-8",
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PATH": ""},
    )  # fmt: skip
    assert json.loads(done.stdout)["address"] == "B.1"
    assert done.stderr.splitlines() == ["[]"]


def test_a_reader_that_stops_reading_is_no_error(corpus: Path) -> None:
    command = [sys.executable, "-m", "desktop.cli", "list", str(corpus), "passages", "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


def test_a_damaged_text_is_one_sentence_that_quotes_nothing(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus.write_bytes(corpus.read_bytes().replace(b"Smoke over", b"Smo\xffe over"))
    for kind in ("sources", "passages", "editions"):
        status, _, said = run(capsys, "list", corpus, kind, "--json")
        if status:
            assert status == 2 and len(said) == 1
            assert "harbour.triptych is damaged" in said[0] and "harbour over" not in said[0]
    status, _, said = run(capsys, "search", corpus, "crane", "--json")
    assert status in (0, 2) and len(said) <= 1
    corpus.write_bytes(corpus.read_bytes().replace(b"paragraph", b"parag2aph"))
    status, _, said = run(capsys, "list", corpus, "passages", "--json")
    assert (status, len(said)) == (2, 1)


def test_a_fault_of_the_program_is_no_damage(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> int:
        raise KeyError("ours")

    monkeypatch.setattr("desktop.cli_commands._run_list", fails)
    with pytest.raises(KeyError, match="ours"):
        main(["list", str(corpus), "sources"])
