"""What `triptych-cli` refuses: in one sentence, with nothing done and no file hurt."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from db.sheets import writing
from desktop.cli import main
from tests import builders


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a corpus, links to it and a folder that has a sheet's name."""
    with builders.harbour(tmp_path / "h.triptych"):
        pass
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "soft.md").symlink_to("h.triptych")
    os.link(tmp_path / "h.triptych", tmp_path / "hard.md")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a refused command says, without the name of the program."""
    capsys.readouterr()
    assert main(arguments) == 2
    said = capsys.readouterr()
    assert not said.out
    [line] = said.err.splitlines()
    return line.removeprefix("triptych-cli: ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("", "COMMAND is missing; nothing was done, triptych-cli --help tells more."),
        ("nosuch", "nosuch is no command; there is case, new, "),
        ("export", "CORPUS and FILE are missing; nothing was done, triptych-cli export --help"),
        ("export h.triptych", "FILE is missing;"),
        ("export h.triptych -x.md", "FILE is missing (a file whose name begins with - is given as"),
        ("export h.triptych x.md more", "more is not understood; nothing was done, "),
        ("export h.triptych x.md --nosuch", "--nosuch is not understood;"),
        ("export h.triptych x.md --title", "--title needs a value after it;"),
        ("export h.triptych x.md --blind=3", "--blind takes no value, so not 3;"),
        ("export h.triptych x.md --b", "--b may mean --blank or --blind;"),
        ("export h.triptych x.md --language fr", "--language takes en, ru or kk, not fr;"),
        ("export h.triptych x.md --paper a3", "--paper takes a4 or us-letter, not a3;"),
        ("export h.triptych x.md --context -5", "--context takes a whole number from 0, not -5;"),
        ("search h.triptych x --limit ten", "--limit takes a whole number from 1, not ten;"),
        ("list h.triptych cats", "KIND takes sources, editions, "),
        ("cite h.triptych --style x", "--style takes author-date or note, not x;"),
    ],
)
def test_wrong_words_are_named_in_one_sentence(here, capsys, arguments, words):
    assert refused(capsys, *arguments.split()).startswith(words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("x.rtf", "not as rtf"),
        ("x", "not as a file without an ending"),
        ("x.md --format doc", "not as doc"),
        ("x.md --date nonsense", "nonsense cannot be understood"),
        ("x.md --known-by tomorrow", "tomorrow cannot be understood"),
        ("x.md --event nope", "has no event with the key nope"),
        ("- --format md", "give it a name"),
        ("folder.md", "something else than a file"),
        ("none/x.md", "its folder is not there"),
        ("h.triptych --format md", "a corpus or another database has that name"),
        ("soft.md", "a corpus or another database has that name"),
        ("hard.md", "a corpus or another database has that name"),
        ("h.triptych-wal --format md", "it belongs to a corpus"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused_and_no_file_is_hurt(here, capsys, arguments, words):
    before = {path: path.read_bytes() for path in here.iterdir() if path.is_file()}
    assert words in refused(capsys, "export", "h.triptych", *arguments.split())
    assert {path: path.read_bytes() for path in here.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_full_disk_and_a_closed_folder_are_told(here, capsys, monkeypatch, number):
    def failing(_partial: Path, _data: bytes) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(writing, "_write", failing)
    line = refused(capsys, "export", "h.triptych", "x.md")
    assert line == (
        f"x.md could not be written: {os.strerror(number).lower()}. The corpus was not touched."
    )


@pytest.mark.parametrize("name", ["two words.md", "имя с пробелом.md", "./-x.md", "dangling.md"])
def test_any_name_will_do(here, capsys, name):
    (here / "dangling.md").symlink_to("later.md")
    assert main(["export", "h.triptych", name]) == 0
    assert Path(name).read_text(encoding="utf-8").startswith("# Harbour")


def test_the_key_of_a_copy_is_neither_the_corpus_nor_the_copy(here, capsys):
    for key in ("h.triptych", "copy.triptych"):
        line = refused(capsys, "share", "h.triptych", "copy.triptych", "--key", key)
        assert line.startswith("The key must be another file")
    assert not (here / "copy.triptych").exists()
