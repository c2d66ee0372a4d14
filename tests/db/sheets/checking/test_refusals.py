"""Files that are no sheet are refused in a sentence, however they are made."""

import io
import zipfile

import pytest

from db.corpus import Corpus
from db.sheets.checking.checking import check_sheet, check_text
from db.sheets.checking.finding import Verdict
from db.sheets.checking.reading import UnreadableSheetError


@pytest.fixture(scope="module")
def corpus(case):
    with Corpus.open(case, read_only=True) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.pdf", b"%PDF-1.7 torn"),
        ("x.docx", b"PK\x03\x04 torn"),
        ("x.json", b"{"),
        ("x.exe", b"MZ"),
        ("x.docx", b""),
        ("x.json", b"[" * 100_000),
    ],
)
def test_what_is_no_sheet_is_refused_in_a_sentence(corpus, tmp_path, name, data):
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UnreadableSheetError, match=name):
        check_sheet(corpus, file)


def locked_odt() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        package.writestr("content.xml", b"\x00")
    return packed.getvalue()


# An empty PDF that was given a password, as qpdf writes one.
LOCKED_PDF = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
3 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O<%s>/U<%s>>>endobj
trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>
""" % (b"11" * 32, b"22" * 32)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.odt", locked_odt()),
        ("x.pdf", LOCKED_PDF),
        (
            "x.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        ),
    ],
)
def test_a_file_with_a_password_is_called_so(corpus, tmp_path, name, data):
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UnreadableSheetError, match="password"):
        check_sheet(corpus, file)


def test_a_missing_file_is_refused_in_a_sentence(corpus, tmp_path):
    with pytest.raises(UnreadableSheetError, match=r"none\.pdf"):
        check_sheet(corpus, tmp_path / "none.pdf")


def test_words_of_no_sheet_at_all_are_refused_or_told_at_once(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr("db.sheets.checking.reading._MOST_TEXT", {"md": 100})
    large = tmp_path / "large.md"
    large.write_text("* x\n" * 100, encoding="utf-8")
    with pytest.raises(UnreadableSheetError, match="larger than any sheet"):
        check_sheet(corpus, large)
    monkeypatch.setattr("db.sheets.checking.reading.MOST_CHARACTERS", 1000)
    file = tmp_path / "book.txt"
    file.write_text("word " * 300, encoding="utf-8")
    with pytest.raises(UnreadableSheetError, match="more words than any sheet"):
        check_sheet(corpus, file)
    lines = check_text(corpus, ["\n".join(f"nothing holds qx{n}" for n in range(2000))])
    assert {c.verdict for c in lines} == {Verdict.MISSING}
