"""Files that are none, damaged or made to hang: refused in a sentence or read as far as can be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.citing.files import MOST_BYTES, read_bytes, read_file
from db.citing.reading import MOST_ENTRIES
from db.errors import CorpusError, UnreadableFileError

REFUSED = {
    "empty": b"",
    "binary": bytes(range(256)) * 1000,
    "zip": b"PK\x03\x04" + b"\x00" * 5000,
    "too large": b"@" * (MOST_BYTES + 1),
    "deep json": b"[" * 200_000,
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a number": b"[1, 2, 3]",
    "half a list": b'[{"title": "x"',
    "an enormous number": b"[" + b"9" * 100_000 + b"]",
    "a million RIS": b"TY  - NEWS\nER  - \n" * 900_000,
    "a million BibTeX": b"@a{b,}\n" * 1_000_000,
    "a million CSL": b"[" + b"{}," * 1_000_000 + b"{}]",
    "only signs": b"@" * 1_000_000,
    "entries never closed": b"@article{k, title = {" * 50_000,
    "a page": b"<!DOCTYPE html><html><body>mail@example.org</body></html>",
    "RIS without a record": b"TI  - x\nER  - \n" * 1000,
}


@pytest.mark.parametrize("name", REFUSED)
def test_is_refused_with_a_sentence(name: str) -> None:
    with pytest.raises(UnreadableFileError) as refusal:
        read_bytes(REFUSED[name], "list.bib")
    assert str(refusal.value).startswith("list.bib could not be read: ")
    assert "Nothing was changed." in str(refusal.value)


def test_braces_without_end_are_read() -> None:
    deep = b"@article{k, title = {" + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}}"
    assert read_bytes(deep, "x").entries[0].fields["title"] == "x"
    macros = b"@article{k, title = {" + b"\\v\\^" * 100_000 + b"}}"
    assert len(read_bytes(macros, "x").entries) == 1


def test_damaged_entries_are_counted() -> None:
    text = b"@article{a, title = {Whole}}\n@article{b, title = {Half\n@article{c, title={Two}}\n"
    found = read_bytes(text, "x")
    assert found.entries[0].fields["title"] == "Whole"
    assert found.warnings


def test_other_encodings_are_read() -> None:
    text = "TY  - NEWS\nTI  - В порту упал кран, двое пострадали\nER  - \n"
    for encoding in ("utf-8", "utf-16", "utf-16-be", "cp1251", "koi8-r"):
        data = text.encode(encoding)
        if encoding == "utf-16-be":
            data = b"\xfe\xff" + data
        [entry] = read_bytes(data, "x").entries
        assert entry.fields["title"] == "В порту упал кран, двое пострадали", encoding


def test_a_long_field_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="longer than a million"):
        read_bytes(json.dumps([{"title": "x" * 1_000_001}]).encode(), "x")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.ris"):
        with pytest.raises(UnreadableFileError):
            read_file(path)


def test_most_entries_are_read_at_once() -> None:
    data = "".join(f"TY  - NEWS\nTI  - {n}\nER  - \n" for n in range(MOST_ENTRIES))
    assert len(read_bytes(data.encode(), "x").entries) == MOST_ENTRIES


@given(data=st.binary(max_size=200), head=st.sampled_from([b"[{", b"TY  - X\n", b"@a{b,", b""]))
def test_no_bytes_break_it(data: bytes, head: bytes) -> None:
    try:
        read_bytes(head + data, "x")
    except CorpusError as refusal:
        assert "could not be read" in str(refusal)
