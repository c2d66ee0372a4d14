"""What stands in the file of a take-home page, and what does not."""

import base64
import json
import re
import socket
from hashlib import sha256
from pathlib import Path

import pytest

import resources
from db.corpus import Corpus
from db.errors import InvalidEditError
from db.sheets.choices import LANGUAGES, Part, SheetKind
from db.sheets.exporting import export
from db.sheets.requests import SheetRequest
from db.sheets.wording import words_in

MOST = 1_000_000


def exported(corpus: Path, folder: Path, **request: object) -> str:
    file = folder / "page.html"
    export(SheetRequest(date="2026-01-01", **request), corpus, file, "take-home")
    return file.read_text(encoding="utf-8")


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_policy_lets_run_what_is_in_the_page_and_nothing_else(quarrel, tmp_path):
    page = exported(quarrel, tmp_path)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    parts = {
        "script-src": re.search(r"<script>(.*?)</script>", page, re.DOTALL),
        "style-src": re.search(r"<style>(.*?)</style>", page, re.DOTALL),
    }
    for name, part in parts.items():
        digest = base64.b64encode(sha256(part[1].encode()).digest()).decode()
        assert rules.pop(name) == f"'sha256-{digest}'"
    assert rules == {
        "default-src": "'none'", "font-src": "data:", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    assert re.findall(r'(?:src|href)="|url\((?!data:|#)|@import|style="', page) == []


def test_the_page_tells_nothing_of_the_machine_and_is_the_same_twice(quarrel, tmp_path):
    pages = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        pages.append(exported(quarrel, folder))
    assert pages[0] == pages[1]
    without_fonts = re.sub(r"base64,[A-Za-z0-9+/=]+", "", pages[0])
    for told in (str(tmp_path), str(Path.home()), socket.gethostname()):
        assert not re.search(rf"\b{re.escape(told)}\b", without_fonts), told


def test_the_page_without_its_text_and_fonts_is_under_a_megabyte(case, tmp_path):
    page = exported(case, tmp_path)
    without_fonts = re.sub(r"base64,[A-Za-z0-9+/=]+", "", page)
    data = data_of(page)
    text = sum(len(p[2].encode()) for s in data["sources"] for p in s["passages"])
    assert len(without_fonts.encode()) - text < MOST


def test_what_was_published_later_is_nowhere_in_a_page_of_what_was_known(quarrel, tmp_path):
    early = 1306923000  # 1 June 2011, 10:10 UTC: only the tower's first report was out.
    page = exported(quarrel, tmp_path, known_by=early, show=frozenset(Part))
    assert "Smoke over the harbour" in page
    with Corpus.open(quarrel, read_only=True) as corpus:
        later = [corpus.editions.text(e.id).split("\n") for e in corpus.editions.all()]
    assert len(later) == 3
    for words in ("The crane was standing", "port master denies", "three were hurt", "mayor"):
        assert words not in page


@pytest.mark.parametrize(
    "asked", [{"blind": True}, {"kind": SheetKind.WORKSHEET}, {"kind": SheetKind.KEY}]
)
def test_a_page_of_whole_texts_is_refused_where_something_is_to_be_hidden(quarrel, tmp_path, asked):
    with pytest.raises(InvalidEditError, match="cannot be a worksheet or blind"):
        exported(quarrel, tmp_path, **asked)
    assert list(tmp_path.glob("*.html")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_all_its_words_in_every_language(language):
    folder = resources.path("sheets", "take-home", "script")
    script = "".join(part.read_text(encoding="utf-8") for part in sorted(folder.glob("*.js")))
    used = set(re.findall(r"words\.(\w+)|say\(\"(\w+)\"|tool\(\"(\w+)\"", script))
    named = {next(filter(None, each)) for each in used} | set(re.findall(r'"(key_\w+)"', script))
    table = words_in(language).table("take_home")
    assert named <= set(table)
    assert set(table) - named == {"without"}
