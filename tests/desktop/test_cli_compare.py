"""`compare` and `read` from the command line: the fields that stay stable."""

import json

import pytest

from db.packs.cases import compile_case
from desktop.cli import main

SILENCES = {"not-published", "out-of-scope", "no-figure", "silent", "not-looked"}
RELATIONS = {"agree", "update", "scope", "rounding", "conflict", None}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    path = tmp_path_factory.mktemp("case") / "case.triptych"
    compile_case("zhanaozen-2011", path)
    return str(path)


def rows(capsys, *arguments):
    assert main([*arguments, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_row_of_compare_has_the_promised_fields(capsys, case):
    found = rows(capsys, "compare", case)
    claims = {c["id"] for c in rows(capsys, "list", case, "claims")}
    assert {claim for row in found for cell in row["cells"] for claim in cell["claims"]} == claims
    for row in found:
        assert set(row) == {"event", "aspect", "cells", "pairs", "sources", "origins"}
        assert [c["source"] for c in row["cells"]] == [
            "ticker", "moscow-news", "campaign-kazakhstan",
        ]  # fmt: skip
        assert row["sources"] == sum(bool(c["claims"]) for c in row["cells"])
        for cell in row["cells"]:
            assert (cell["silence"] in SILENCES) is not bool(cell["claims"])
        for pair in row["pairs"]:
            assert set(pair) == {"a", "b", "relation", "proposed", "reason"}
            assert {pair["relation"], pair["proposed"]} <= RELATIONS
            assert {pair["a"], pair["b"]} <= claims
            assert pair["reason"]


def test_compare_shows_what_was_asked_for(capsys, case):
    (row,) = rows(capsys, "compare", case, "--event", "casualties", "--aspect", "deaths")
    assert (row["event"], row["aspect"]) == ("casualties", "deaths")
    own = [claim for cell in row["cells"] for claim in cell["claims"]]
    assert len(row["pairs"]) == len(own) * (len(own) - 1) // 2
    (row,) = rows(
        capsys, "compare", case, "--event", "casualties", "--aspect", "deaths", "--source", "B"
    )
    assert [c["source"] for c in row["cells"]] == ["moscow-news"]
    assert len(row["pairs"]) == 3


def test_known_by_withholds_what_may_have_come_later(capsys, case):
    options = ("compare", case, "--event", "casualties", "--aspect", "deaths", "--known-by")
    (early,) = rows(capsys, *options, "2011-12-16T14:53")
    assert [len(c["claims"]) for c in early["cells"]] == [1, 0, 0]
    assert [c["silence"] for c in early["cells"]] == [None, "not-published", "not-published"]
    (stated,) = rows(capsys, *options, "2011-12-17T19:59:59Z")
    assert [len(c["claims"]) for c in stated["cells"]][1] == 3
    (second_before,) = rows(capsys, *options, "2011-12-17T19:59:58Z")
    assert [len(c["claims"]) for c in second_before["cells"]][1] == 0


def test_compare_in_words_names_claims_relations_and_silences(capsys, case):
    assert main(["compare", case, "--event", "casualties", "--aspect", "injured"]) == 0
    shown = capsys.readouterr().out
    assert "A045 7 to 8" in shown
    assert "names the event, gives no figure" in shown
    assert "rounding: A199, A303. Rule 6:" in shown
    assert main(["compare", case, "--event", "political-demands"]) == 0
    assert "conflict (judged; proposed: not judged): C111, C115. " in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [("--aspect", "colour"), ("--event", "flood"), ("--source", "Z"), ("--known-by", "Friday"),
     ("--known-by", "2011-12-16/..")],
)  # fmt: skip
def test_compare_refuses_what_is_not_there_in_one_sentence(capsys, case, arguments):
    assert main(["compare", case, *arguments]) == 2
    heard = capsys.readouterr()
    assert heard.out == ""
    assert len(heard.err.splitlines()) == 1


def test_read_gives_a_row_for_each_paragraph(capsys, tmp_path):
    text = "At least 40 people drowned, a doctor said.\n\nDozens were missing on 2 May 2020.\n"
    file = tmp_path / "words.txt"
    file.write_text(text, encoding="utf-8")
    first, second = rows(capsys, "read", str(file), "--language", "en")
    for row in (first, second):
        assert set(row) == {
            "start", "end", "language", "hedge", "voices", "quantities", "dates",
        }  # fmt: skip
    assert text[first["start"] : first["end"]] == text.split("\n")[0]
    (drowned,) = first["quantities"]
    assert (drowned["min"], drowned["max"], drowned["unit"]) == (40, None, "people")
    assert text[drowned["start"] : drowned["end"]].startswith("At least 40")
    assert (first["hedge"], first["voices"]) == ("reported", ["a doctor"])
    (missing,) = second["quantities"]
    assert (missing["min"], missing["max"], missing["vague"]) == (None, None, "dozens")
    (day,) = second["dates"]
    assert day["when"] == "2020-05-02"


def test_read_says_which_file_is_not_there(capsys, tmp_path):
    assert main(["read", str(tmp_path / "none.txt")]) == 2
    assert "none.txt" in capsys.readouterr().err


def test_a_folder_is_not_read_and_is_named(capsys):
    assert main(["read", "."]) == 2
    assert ": . could not be read: " in capsys.readouterr().err
