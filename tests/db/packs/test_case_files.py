"""A case compiles whole or not at all, and what is wrong with it is named with file and row."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.errors import CaseError, FileExistsAlreadyError, UnknownCaseError, WriteError
from db.packs.cases import compile_case, compile_folder, known_cases
from db.verifying import verify
from tests import builders

FILES = {
    "case.toml": 'key = "harbour"\ntitle = "Harbour"\nzone = "Asia/Aqtau"\nsummary = "*One*."\n',
    "events.toml": """
[[event]]
key = "fall"
title = "The crane falls"
when = "2011-12-16T12:00:00"

[[event]]
key = "hurt"
title = "Two are hurt"
parent = "fall"
after = ["fall"]
lasting = true
""",
    "aspects.toml": '[[aspect]]\nkey = "injured"\ntitle = "Injured"\ntype = "number"\n'
    'unit = "people"\n\n[[aspect]]\nkey = "told"\ntitle = "Told"\ntype = "text"\n',
    "voices.toml": '[[voice]]\nkey = "dockers"\nname = "Dockers"\nsource = "tower"\n',
    "names.toml": '[[name]]\nkey = "osken"\nkind = "person"\nspellings = [{ text = "Өскен" }]\n',
    "links.csv": "a_source,a_number,a_start,a_end,b_source,b_number,b_start,b_end,kind,note\n"
    "tower,2,0,7,herald,1,,,supports,why\n",
    "sources/A-tower/source.toml": """
letter = "A"
key = "tower"
label = "Tower"
language = "en"
read_for_all_events = true
[published]
printed = "16/12"
edtf = "2011-12-16"
zone_status = "unknown"
[original]
sha256 = "aa"
characters = 96
media_type = "text/plain"
""",
    "sources/A-tower/reports.csv": "number,heading,author,printed,edtf,zone,zone_status,note\n"
    "1,Smoke,A. B.,16 Dec,2011-12-16T14:00:00,Asia/Aqtau,assumed,\n",
    "sources/A-tower/passages.csv": "number,kind,report,start,end\n1,heading,1,0,22\n"
    "2,paragraph,1,23,77\n",
    "sources/A-tower/digest.md": "# Tower\n\n### A.1\n\nSmoke.\n\n### A.2\n\nA fall,\ntwo hurt.\n",
    "sources/A-tower/mentions.csv": "event,number,relation,start,end\nfall,2,reports,17,31\n",
    "sources/A-tower/claims.csv": "id,event,number,start,end,digest,aspect,min,max,value,vague,"
    "unit,scope,hedge,polarity,voices,as_of,note\n"
    "A001,fall,2,33,36,two hurt,injured,2,2,,,people,,stated,affirm,dockers,,\n"
    "A002,fall,2,37,40,,injured,1,2,,,,,,,,,\n"
    "A003,fall,2,,,,told,,,smoke,,,,,,,,\n",
    "judgements.csv": "a,b,relation,reason\nA001,A002,agree,Two twice.\n",
    "sources/B-herald/source.toml": """
letter = "B"
key = "herald"
label = "Herald"
[original]
sha256 = "bb"
characters = 50
media_type = "text/plain"
""",
    "sources/B-herald/passages.csv": "number,kind,report,start,end\n1,paragraph,,0,49\n",
    "sources/B-herald/digest.md": "### B.1\nA crane fell; three were hurt.\n",
    "sources/B-herald/reviews.csv": "event,state,silence\nhurt,silent,no-figure\n",
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The folder of a small case that is right."""
    folder = tmp_path / "case"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_case_becomes_a_corpus(case: Path, tmp_path: Path) -> None:
    compile_folder(case, tmp_path / "c.triptych")
    with Corpus.open(tmp_path / "c.triptych") as corpus:
        assert all(finding.ok for finding in verify(corpus))
        info = corpus.info
        assert (info.title, info.zone, info.case_key) == ("Harbour", "Asia/Aqtau", "harbour")
        fall, hurt = corpus.events.all()
        assert (fall.key, hurt.key, hurt.parent_id, hurt.lasting) == ("fall", "hurt", fall.id, True)
        (edition, _) = corpus.editions.all()
        assert corpus.editions.text(edition.id) == "Smoke.\n\nA fall, two hurt.\n"
        (place,) = corpus.mentions.of_event(fall.id)
        assert (place.passage, place.start, place.end) == (2, 8, 25)
        awaited = [e for e in corpus.editions.all(held_only=False) if not e.held]
        assert [e.key for e in awaited] == ["tower/original", "herald/original"]
        assert [r.heading for r in corpus.sources.reports()] == ["Smoke"]
        assert {c.unit for c in corpus.claims.all()} == {"people", ""}, "an aspect has its unit"
        states = {(r.event_id, r.source_id): r.state for r in corpus.reviews.all()}
        assert states == {(1, 1): "mentioned", (2, 1): "silent", (2, 2): "silent"}


def test_the_words_of_the_original_are_known_before_it_is_there(case: Path, tmp_path: Path) -> None:
    text = builders.text_of(builders.TOWER[:2])
    toml = case / "sources/A-tower/source.toml"
    digest = hashlib.sha256(text.encode()).hexdigest()
    toml.write_text(toml.read_text().replace('"aa"', f'"{digest}"').replace("96", str(len(text))))
    compile_folder(case, tmp_path / "c.triptych")
    with Corpus.open(tmp_path / "c.triptych") as corpus:
        edition, _ = corpus.editions.add_original("tower.txt", text.encode())
        place = corpus.mentions.in_edition(edition.id)[0]
        assert text[place.start : place.end] == "the crane fell"
        assert all(finding.ok for finding in verify(corpus))


BROKEN: list[tuple[str, str, str, str]] = [
    # file, what stands in it, what is put there, what is said of it after the file's name
    ("case.toml", 'zone = "Asia/Aqtau"', 'zone = "Mars"', "the whole file: “Mars” is not a"),
    ("case.toml", 'zone = "Asia/Aqtau"', "", "the whole file: zone is missing"),
    ("case.toml", 'title = "', "title = ", "the whole file: "),
    ("events.toml", 'key = "hurt"', 'key = "fall"', "fall: the key stands twice"),
    ("events.toml", 'key = "hurt"', "", "event 2: key is missing"),
    ("events.toml", 'title = "Two are hurt"', "", "hurt: title is missing"),
    ("events.toml", 'title = "Two are hurt"', 'title = ""', "hurt: title is empty"),
    ("events.toml", "2011-12-16T12:00:00", "16/12", "fall: The time 16/12 cannot be understood"),
    ("events.toml", 'when = "2011-12-16T12:00:00"', "when = 2011-12-16", "fall: "),
    ("events.toml", 'parent = "fall"', 'parent = "rise"', "hurt: there is no event rise"),
    ("events.toml", 'after = ["fall"]', 'after = ["rise"]', "hurt: there is no event rise"),
    ("aspects.toml", '"number"', '"figure"', "injured: type must be one of number, time"),
    ("voices.toml", "name =", "nam =", "dockers: name is missing"),
    ("names.toml", "text =", "txt =", "osken: text is missing"),
    ("links.csv", "tower,2", "tower,9", "line 2: there is no passage 9"),
    ("links.csv", "supports", "likes", "line 2: kind must be one of contradicts"),
    ("links.csv", "tower,2", "spire,2", "line 2: there is no source spire"),
    ("source.toml", 'label = "Tower"', "", "the whole file: label is missing"),
    ("source.toml", 'letter = "A"', "", "the whole file: letter is missing"),
    ("source.toml", 'key = "tower"', 'key = "herald"', "the whole file: "),
    ("source.toml", 'sha256 = "aa"', "", "original: sha256 is missing"),
    ("source.toml", '"2011-12-16"', '"soon"', "published: The time soon cannot be understood"),
    ("reports.csv", "2011-12-16T14:00:00", "2 pm", "line 2: The time 2 pm cannot be understood"),
    ("reports.csv", "assumed", "guessed", "line 2: “guessed” cannot stand here"),
    ("reports.csv", ",assumed,", ",assumed", "line 2: the columns do not fit"),
    ("passages.csv", "2,paragraph", "2,verse", "line 3: “verse” cannot stand here"),
    ("passages.csv", "2,paragraph", "two,paragraph", "line 3: “two” cannot stand here"),
    ("passages.csv", "2,paragraph,1", "2,paragraph,7", "line 3: there is no report 7"),
    ("passages.csv", "number,kind", "no,kind", "line 2: number is missing"),
    ("passages.csv", "2,paragraph,1,23,77", '2,paragraph,1,23,"77', "line 3: unexpected end"),
    ("digest.md", "### A.2", "### A.3", "2: the digest is missing"),
    ("digest.md", "### A.2", "### A.1", "A.1: it stands twice"),
    ("digest.md", "Smoke.", "", "A.1: it is empty"),
    ("digest.md", "# Tower", "### A.7\n\nMore.", "7: a digest has no passage"),
    ("mentions.csv", "fall,2", "rise,2", "line 2: there is no event rise"),
    ("mentions.csv", "fall,2", "fall,9", "line 2: there is no passage 9"),
    ("mentions.csv", "17,31", "17,99", "line 2: 17-99 does not fit"),
    ("mentions.csv", "17,31", "31,17", "line 2: 31-17 does not fit"),
    ("mentions.csv", "reports", "hints", "line 2: relation must be one of reports"),
    ("claims.csv", "two hurt", "two dead", "line 2: the digest of 2 has “two dead” 0 times"),
    ("claims.csv", "injured", "killed", "line 2: there is no aspect killed"),
    ("claims.csv", "dockers", "sailors", "line 2: there is no voice sailors"),
    ("claims.csv", ",2,2,", ",3,2,", "line 2: The least value, 3, is above"),
    ("claims.csv", ",2,2,", ",x,2,", "line 2: “x” is not a number"),
    ("claims.csv", ",2,2,", ",nan,2,", "line 2: A figure must be a number"),
    ("claims.csv", ",2,2,", ",,,", "line 2: The claim has no figure and no word for one"),
    ("claims.csv", ",2,2,,", ",2,2,two,", "line 2: “Injured” is about figures, not words"),
    ("claims.csv", "injured", "", "line 2: there is no aspect “”"),
    ("claims.csv", "stated", "maybe", "line 2: “maybe” is no hedge of a claim"),
    ("claims.csv", ",dockers,", ",dockers>dockers,", "line 2: Dockers would quote itself"),
    ("voices.toml", '"tower"', '"tower"\nfirst_hand = "so"', "dockers: first_hand must be one of"),
    ("aspects.toml", '"Injured"', '" "', "injured: An aspect needs a title"),
    ("events.toml", 'key = "fall"', 'key = "fall"\nparent = "hurt"', "fall: parent goes in a circ"),
    ("judgements.csv", "A001,A002", "A001,A001", "line 2: Only two claims about one aspect"),
    ("judgements.csv", "A001,A002", "A001,A003", "line 2: Only two claims about one aspect"),
    ("judgements.csv", "A001,A002", "A001,A009", "line 2: there is no claim A009"),
    ("judgements.csv", "agree", "alike", "line 2: relation must be one of agree"),
    ("judgements.csv", "Two twice.", "", "line 2: a reason is missing"),
]


@pytest.mark.parametrize("name, old, new, said", BROKEN, ids=[f"{b[0]} {b[2]}" for b in BROKEN])
def test_what_is_wrong_is_named_with_file_and_row(
    case: Path, tmp_path: Path, name: str, old: str, new: str, said: str
) -> None:
    file = next(f for f in sorted(case.rglob(name)) if f.exists())
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        compile_folder(case, tmp_path / "c.triptych")
    sentence = str(refused.value)
    named = {"source.toml", name} if new == 'key = "herald"' else {name}
    assert any(sentence.startswith(f"{n}, {said}") for n in named), sentence
    assert sentence.endswith(".") and not sentence.endswith("..")
    assert [p.name for p in tmp_path.iterdir()] == ["case"], "whole or not at all"


@pytest.mark.parametrize("missing", ["case.toml", "digest.md", "source.toml"])
def test_a_file_that_is_missing_is_named(case: Path, tmp_path: Path, missing: str) -> None:
    next(case.rglob(missing)).unlink()
    with pytest.raises(CaseError, match=missing):
        compile_folder(case, tmp_path / "c.triptych")


def test_a_file_that_is_no_text_is_named(case: Path, tmp_path: Path) -> None:
    for name in ("mentions.csv", "digest.md", "events.toml"):
        file = next(case.rglob(name))
        before = file.read_bytes()
        file.write_bytes(b"\xff\xfe\x00" + before)
        with pytest.raises(CaseError, match=name):
            compile_folder(case, tmp_path / "c.triptych")
        file.write_bytes(before)


def test_a_name_that_is_taken_is_left_alone(case: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.triptych"
    target.write_text("mine")
    with pytest.raises(FileExistsAlreadyError, match=r"mine\.triptych"):
        compile_folder(case, target)
    assert target.read_text() == "mine"


def test_a_full_disk_leaves_nothing_and_names_the_file_that_was_asked_for(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("db.backup.sync_file", full)
    with pytest.raises(WriteError, match=r"^c\.triptych could not be written: no space left"):
        compile_folder(case, tmp_path / "c.triptych")
    assert [p.name for p in tmp_path.iterdir()] == ["case"]


def test_cases_are_known_by_name(tmp_path: Path) -> None:
    assert "zhanaozen-2011" in known_cases()
    with pytest.raises(UnknownCaseError, match=r"no bundled case named \.\./spam"):
        compile_case("../spam", tmp_path / "c.triptych")
