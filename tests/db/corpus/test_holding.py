"""One program at a time changes a corpus; the next is told who has it; none that died holds it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.corpus.holding import Hold, lock_file
from db.errors import HeldError, NotACorpusError
from tests import builders

PROGRAM = (
    "import sys; from pathlib import Path; from db.corpus import Corpus; "
    "corpus = Corpus.open(Path(sys.argv[1]), hold=True); print('open', flush=True); "
    "sys.stdin.read()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "harbour.triptych"
    builders.harbour(file).close()
    return file


def test_the_second_program_reads_and_is_told_who_has_it(path: Path) -> None:
    with Corpus.open(path, hold=True) as first:
        assert first.holder is None
        with Corpus.open(path, hold=True) as second:
            assert second.read_only
            assert second.holder is not None
            assert second.holder.pid == os.getpid()
            assert second.holder.is_here
            assert second.holder.since
            with pytest.raises(HeldError, match=r"harbour\.triptych is open in another Triptych"):
                builders.add_event(second, "Never made")
        builders.add_event(first, "The other one goes on")
        # Whoever only reads asks nobody.
        assert Corpus.open(path, read_only=True, hold=True).holder is None
    with Corpus.open(path, hold=True) as third:
        assert not third.read_only
        builders.add_event(third, "Now it is free")


def test_nothing_is_left_beside_a_file_that_was_closed(path: Path) -> None:
    with Corpus.open(path, hold=True):
        assert lock_file(path).exists()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_what_is_no_corpus_is_not_held(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("no corpus")
    with pytest.raises(NotACorpusError):
        Corpus.open(file, hold=True)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_a_program_that_was_killed_holds_nothing_back(path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == b"open\n"
        with Corpus.open(path, hold=True) as here:
            assert here.holder is not None
            assert here.holder.pid == program.pid
    finally:
        os.kill(program.pid, signal.SIGKILL)
        program.communicate()
    assert lock_file(path).exists()
    with Corpus.open(path, hold=True) as here:
        assert here.holder is None
        assert not here.read_only
    assert not lock_file(path).exists()


@pytest.mark.parametrize("written", [b"", b"{", b"[]", b'{"user": "A"}', b"\xff" * 9_000])
def test_a_note_that_cannot_be_read_still_says_that_somebody_has_it(
    path: Path, written: bytes
) -> None:
    with Corpus.open(path, hold=True):
        lock_file(path).write_bytes(written)
        other = Hold(path)
        assert other.holder is not None
        assert other.holder.words == "another program"


def test_a_link_to_the_file_leads_to_the_same_hold(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.triptych"
    link.parent.mkdir()
    link.symlink_to(path)
    with Corpus.open(path, hold=True), Corpus.open(link, hold=True) as second:
        assert second.holder is not None


def test_a_note_left_by_another_machine_is_no_hold(path: Path) -> None:
    left = {"user": "someone", "host": "elsewhere", "pid": 1, "since": 1}
    lock_file(path).write_text(json.dumps(left))
    with Corpus.open(path, hold=True) as corpus:
        assert corpus.holder is None
