"""Exporting: the right format, whole files only, and never over a corpus."""

import errno
import os
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from db.errors import CorpusNotFoundError, ExportError
from db.sheets import writing
from db.sheets.exporting import (
    FORMATS,
    ExportCancelledError,
    UnknownFormatError,
    export,
    format_of,
)
from db.sheets.requests import SheetRequest

REQUEST = SheetRequest(date="2011-06-10")


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_sheet_is_the_same_bytes(harbour, tmp_path, ending):
    files = [tmp_path / f"{n}.{ending}" for n in "ab"]
    for file in files:
        export(REQUEST, harbour, file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_nothing_of_the_machine_is_written(harbour, tmp_path):
    for ending in FORMATS:
        file = tmp_path / f"x.{ending}"
        export(REQUEST, harbour, file)
        for data in contents(file):
            assert str(tmp_path).encode() not in data
            assert b"harbour.triptych" not in data


def contents(file: Path) -> list[bytes]:
    """The bytes of a file, and of every file packed in it."""
    data = [file.read_bytes()]
    if is_zipfile(file):
        with ZipFile(file) as packed:
            data += [packed.read(name) for name in packed.namelist()]
    return data


def test_the_format_follows_the_ending_unless_one_is_named():
    assert format_of(Path("a.PDF")) == "pdf"
    assert format_of(Path("a.htm")) == "html"
    assert format_of(Path("a.txt"), "md") == "md"


@pytest.mark.parametrize("name", ["a.rtf", "a.xls", "a", "a.triptych"])
def test_a_format_that_is_not_there_is_refused_naming_those_that_are(harbour, tmp_path, name):
    *others, last = FORMATS
    with pytest.raises(UnknownFormatError, match=f"{', '.join(others)} or {last}"):
        export(REQUEST, harbour, tmp_path / name)
    assert not (tmp_path / name).exists()


def test_an_older_export_is_written_over(harbour, tmp_path):
    file = tmp_path / "x.md"
    file.write_text("old")
    export(REQUEST, harbour, file)
    assert file.read_text().startswith("# The crane")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["harbour.triptych", "x.md"]


def test_a_corpus_is_never_written_over(harbour, tmp_path):
    before = harbour.read_bytes()
    with pytest.raises(ExportError, match="corpus or another database"):
        export(REQUEST, harbour, harbour, "md")
    assert harbour.read_bytes() == before


def test_a_folder_is_never_written_over(harbour, tmp_path):
    with pytest.raises(ExportError, match="something else than a file"):
        export(REQUEST, harbour, tmp_path, "md")


def test_a_link_goes_on_pointing_to_the_file(harbour, tmp_path):
    (tmp_path / "real.md").write_text("old")
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "real.md")
    export(REQUEST, harbour, link)
    assert link.is_symlink()
    assert (tmp_path / "real.md").read_text().startswith("# The crane")


def test_a_full_disk_leaves_what_was_there(harbour, tmp_path, monkeypatch):
    def full(_handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = tmp_path / "x.md"
    file.write_text("old")
    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(ExportError, match=r"x\.md could not be written: no space left"):
        export(REQUEST, harbour, file)
    assert file.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_progress_is_told_row_by_row(harbour, tmp_path):
    steps = []
    export(REQUEST, harbour, tmp_path / "a.json", report=lambda *step: steps.append(step))
    assert steps == [(n, 6) for n in range(1, 7)]


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_says_how_far_it_is_and_ends_at_the_end(harbour, tmp_path, ending):
    steps = []
    export(REQUEST, harbour, tmp_path / f"a.{ending}", report=lambda *step: steps.append(step))
    done = [step for step, _ in steps]
    assert done == sorted(set(done))
    assert steps[-1][0] == steps[-1][1] >= 6
    assert {total for _, total in steps} == {steps[-1][1]}


@pytest.mark.parametrize("asked", [1, 2, 4, 5])
def test_a_stop_at_any_step_leaves_nothing(harbour, tmp_path, asked):
    told = iter([False] * (asked - 1) + [True] * 9)
    with pytest.raises(ExportCancelledError):
        export(REQUEST, harbour, tmp_path / "b.json", cancelled=lambda: next(told))
    assert [p.name for p in tmp_path.iterdir()] == ["harbour.triptych"]


def test_a_corpus_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CorpusNotFoundError, match="none"):
        export(REQUEST, tmp_path / "none.triptych", tmp_path / "x.md")


def test_an_export_is_stopped_while_the_corpus_is_still_read(case, tmp_path):
    asked = []

    def stop() -> bool:
        asked.append(0)
        return len(asked) > 2

    told = []
    with pytest.raises(ExportCancelledError):
        export(SheetRequest(), case, tmp_path / "x.csv", "", lambda *s: told.append(s), stop)
    assert told == []
    assert list(tmp_path.iterdir()) == []
