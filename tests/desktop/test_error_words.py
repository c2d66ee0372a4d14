"""What went wrong is told in the reader's language, to the last reason within a reason.

The data of these tests is in Cyrillic: a Latin letter that is told is one nobody could translate.
"""

import ast
import copy
import importlib
import string
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from db.citing.files import read_bytes
from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.events import EventFields
from db.corpus.names import NameFields
from db.corpus.times import understood
from db.corpus.voices import VoiceFields
from db.errors import CorpusError, NotACorpusError, counted, part, said
from db.originals import read_whole
from db.packs.cases import compile_folder
from db.records import Spelling
from db.sharing.keys import read_key
from db.sheets.checking.apart import Asked, check_apart
from db.text.decoding import decode
from db.text.list_files import parse_list
from db.text.zones import zone_key
from db.verifying import verify
from desktop.error_words import error_words, words_of
from tests.db.corpus.made import make_corpus
from tests.marking import narrow_words, wide, wide_letters
from tests.project import name_of, python_files, tree

JSON = b'["", {}]'
EMPTY, CUT_OFF, OTHER = b"", b"SQLite format 3\0", "Это не корпус".encode()


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with make_corpus(tmp_path / "ж") as made:
        yield made


def kinds() -> Iterator[type[CorpusError]]:
    """Every kind of error in the program."""
    for path in python_files():
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef) and "CorpusError" in map(ast.unparse, node.bases):
                module = importlib.import_module(name_of(path)[:-3].replace("/", "."))
                yield getattr(module, node.name)


@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.__name__)
def test_every_kind_of_error_is_told_in_the_readers_language(kind: type[CorpusError]) -> None:
    names = [name for _, name, _, _ in string.Formatter().parse(kind.template) if name]
    inner = said("because of {what}", what=said("a reason"))
    error = kind(**dict.fromkeys(names, inner))
    with wide_letters():
        words = error_words(error)
    assert narrow_words(words) == []
    assert words.count(wide("because of")) == len(names)
    assert str(error).count("because of a reason") == len(names)


@pytest.mark.parametrize(
    "refused",
    [
        lambda: understood("2011-13-01", "UTC"),
        lambda: understood("2011-12-17/2011-12-16", "UTC"),
        lambda: understood("ж" * 600, "UTC"),
        lambda: understood("2011-12-16T14:52+23:00", "UTC"),
        lambda: understood("2011", "Ж/Ж"),
        lambda: zone_key("ж"),
        lambda: zone_key("+23:00"),
        lambda: decode(b"", "ж"),
        lambda: parse_list('"ж" = 1', "vague"),
        lambda: parse_list('"ж" = [3, 2]', "vague"),
        lambda: read_bytes(b"\xd0\xb6", "ж"),
        lambda: read_bytes(JSON, "ж"),
        lambda: read_bytes(b"TY  - \n" * 20_001, "ж"),
    ],
)
def test_what_cannot_be_read_is_told_in_the_readers_language(refused: Callable[[], object]) -> None:
    assert narrow_words(told_in_wide(refused)) in ([], ["TY"], ["CSL", "JSON", "RIS", "BibTeX"])


@pytest.mark.parametrize("data", [EMPTY, CUT_OFF, OTHER])
def test_a_file_that_is_no_corpus_is_told_of_in_the_readers_language(
    data: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "ж"
    file.write_bytes(data)
    assert narrow_words(told_in_wide(lambda: Corpus.open(file))) == []
    assert narrow_words(told_in_wide(lambda: read_key(file))) == []
    folder = tmp_path / "щ"
    folder.mkdir()
    assert narrow_words(told_in_wide(lambda: read_whole(folder))) == []


@pytest.mark.parametrize(
    "edit",
    [
        lambda c: c.notes.add("event", 99, "ж"),
        lambda c: c.names.add(NameFields("ж", (Spelling("ж", "", ""),))),
        lambda c: c.aspects.add(AspectFields("ж", scopes=(("ж", "щ"),))),
        lambda c: c.aspects.add(AspectFields("ж", scopes=(("ж", "щ"), ("щ", "ж")))),
        lambda c: c.links.change(1, "ж"),
        lambda c: c.events.add(EventFields("ж", when="ж")),
        lambda c: c.events.change(99, EventFields("ж")),
        lambda c: c.voices.add(VoiceFields("ж", first_hand="ж")),
        lambda c: c.reviews.settle(1, 1, "ж"),
    ],
)
def test_an_edit_that_cannot_be_is_told_of_in_the_readers_language(
    edit: Callable[[Corpus], object], corpus: Corpus
) -> None:
    keys = ["person", "place", "body", "thing", "contradicts", "supports", "repeats", "updates",
            "explains"]  # fmt: skip
    assert set(narrow_words(told_in_wide(lambda: edit(corpus)))) <= set(keys)


def test_a_damaged_text_is_told_of_in_the_readers_language(corpus: Corpus) -> None:
    corpus.connection.execute("UPDATE edition SET sha256 = 'ж', text_sha256 = 'ж', characters = 1")
    with wide_letters():
        bad = [words_of(finding.message) for finding in verify(corpus) if not finding.ok]
    assert bad
    assert [narrow_words(words) for words in bad] == [[]] * len(bad)


def test_a_case_that_contradicts_itself_is_told_of_in_the_readers_language(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "case.toml").write_text("", encoding="utf-8")
    told = told_in_wide(lambda: compile_folder(tmp_path, tmp_path / "ж"))
    assert wide("is missing") in told
    assert wide("the whole file") in told


def test_what_another_process_refuses_is_told_in_the_readers_language(
    corpus: Corpus, tmp_path: Path
) -> None:
    file = tmp_path / "щ"
    file.write_bytes(b"PK\x03\x04")
    asked = Asked(corpus.path, file)
    told = told_in_wide(lambda: check_apart(asked, lambda done, every: None, lambda: None))
    assert narrow_words(told) == []
    assert "щ" in told


def test_a_plural_is_chosen_by_the_language_and_by_english() -> None:
    one, many = (counted("1 claim is", "{count} claims are", n) for n in (1, 5))
    assert (str(one), str(many)) == ("1 claim is", "5 claims are")
    assert (words_of(one), words_of(many)) == ("1 claim is", "5 claims are")
    with wide_letters():
        assert words_of(many) == wide("{count} claims are").format(count=5)


def test_a_sentence_within_another_has_no_full_stop() -> None:
    inner = part(said("It is {what}.", what="жж"))
    error = NotACorpusError(file="ж", reason=inner)
    assert inner == "It is жж"
    with wide_letters():
        assert wide("It is ") + "жж. " in error_words(error)


def test_a_translation_that_asks_for_what_is_not_there_falls_back() -> None:
    class Broken(QTranslator):
        def translate(self, context, sourceText, disambiguation=None, n=-1):
            return "{nothing.of[the]} kind"

        def isEmpty(self):
            return False

    broken = Broken()
    QCoreApplication.installTranslator(broken)
    try:
        assert words_of(said("It is {what}.", what="ж")) == "It is ж."
    finally:
        QCoreApplication.removeTranslator(broken)


def test_words_are_copied_whole() -> None:
    words = said("It is {what}.", what=(said("this"), "that"))
    again = copy.deepcopy(words)
    assert str(again) == "It is this, that."
    assert (again.template, again.fields) == (words.template, words.fields)


def told_in_wide(do: Callable[[], object]) -> str:
    """What is told of a failure in the language of wide letters."""
    with wide_letters(), pytest.raises((CorpusError, ValueError)) as failure:
        do()
    with wide_letters():
        return error_words(failure.value)
