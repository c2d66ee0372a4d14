"""A text falls into passages that leave nothing out, and bytes into text with doubts counted."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.text.passages import DecodeError, decode, split_passages

ORIGINALS = Path(__file__).parents[4] / "shared" / "originals"


def texts(text):
    return [text[span.start : span.end] for span in split_passages(text)]


def kinds(text):
    return [str(span.kind) for span in split_passages(text)]


@given(st.text(alphabet=st.sampled_from("ab .\n\t•-«»\u00a0\u3000😀е")) | st.text())
def test_only_white_space_lies_between_passages(text):
    at = 0
    for span in split_passages(text):
        assert text[at : span.start].strip() == ""
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        at = span.end
    assert text[at:].strip() == ""


@given(st.lists(st.text(alphabet="abc дом. ", min_size=1), max_size=20))
def test_a_line_is_a_passage(lines):
    long_line = "x" * 200
    expected = [line.strip() for line in [*lines, long_line] if line.strip()]
    assert texts("\n".join([*lines, long_line])) == expected


PROSE = (
    "The meeting was held in the hall of the school, because the office had been closed since "
    "the morning and nobody could say when it would open. Those who came stood along the walls. "
    "The first to speak was a driver, then two women from the laundry, then a retired teacher."
)


@pytest.mark.parametrize("width", [60, 66, 72, 78, 100])
def test_hard_wrapped_lines_are_joined(width):
    paragraphs = [PROSE, PROSE[90:], PROSE[21:200]]
    wrapped = "\n\n".join(textwrap.fill(part, width) for part in paragraphs)
    assert [" ".join(part.split()) for part in texts(wrapped)] == paragraphs


def test_a_signature_under_a_wrapped_text_keeps_its_lines():
    wrapped = textwrap.fill(PROSE + " " + PROSE, 72) + "\n\nWith thanks,\nThe residents\nof block 7"
    assert texts(wrapped)[1:] == ["With thanks,", "The residents", "of block 7"]


def test_a_dash_wrapped_to_the_start_of_a_line_does_not_split():
    words = "one two three four five six seven eight nine - ten eleven twelve "
    wrapped = textwrap.fill(words * 8, 58)
    assert any(line.startswith("- ") for line in wrapped.splitlines())
    assert len(texts(wrapped)) == 1


def test_short_lines_are_not_taken_for_wrapped_ones():
    names = "\n".join(["Aigul", "Bolat", "Serik Tulegenov", "Marat", "Zhanna and two others"])
    assert len(texts(names)) == 5


def test_kinds():
    page = [
        ("Water returns to the lower town", "heading"),
        ("By A. Writer", "paragraph"),
        ("12/03/2011 10:15", "paragraph"),
        (PROSE, "paragraph"),
        ("“Nobody told us, we simply waited until the tanks were full again.”", "quotation"),
        ("«Мы просто ждали».", "quotation"),
        ("“We waited,” she said, “and went home.” Others had left by then.", "paragraph"),
        ("• a list of the streets", "list-item"),
        ("2) the second street", "list-item"),
        ("– Кто там? – спросила она.", "paragraph"),
        ("> quoted in a letter", "quotation"),
        ("A short sentence.", "paragraph"),
        ("3 March at 10:15: The Tanks Are Full Again!", "heading"),
        (PROSE, "paragraph"),
        ("Notes from the District", "heading"),
        ("Update 4/03 09:20", "heading"),
        (PROSE, "paragraph"),
        ("A Long Title That Goes On and On about Water and Tanks, Written in Capitals "
         "as in Papers, with a Colon: Here", "heading"),
        (PROSE, "paragraph"),
        ("[address hidden] for answers", "paragraph"),
        ("example.org", "paragraph"),
        ("3 March was cold, and at 10:15 the tanks were empty.", "paragraph"),
        (PROSE, "paragraph"),
        ("With thanks,", "paragraph"),
        ("The residents", "paragraph"),
        (PROSE, "paragraph"),
        ("• Share", "furniture"),
        ("Комментарии (3)", "furniture"),
        ("© 2011 An Agency", "furniture"),
    ]  # fmt: skip
    assert kinds("\n".join(text for text, _ in page)) == [kind for _, kind in page]


@pytest.mark.parametrize("text", ["", "\n\n", " \t\u00a0\n"])
def test_nothing_is_no_passage(text):
    assert split_passages(text) == []


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not at hand")
def test_each_line_of_the_originals_is_a_passage():
    files = sorted(ORIGINALS.glob("*.txt"))
    assert files
    for file in files:
        decoded = decode(file.read_bytes())
        assert decoded.replaced == 0
        lines = [line.strip() for line in decoded.text.split("\n")]
        assert texts(decoded.text) == [line for line in lines if line]


RUSSIAN = "Жители города вышли на площадь и стояли там до вечера, пока не стемнело. " * 3
KAZAKH = "Қала тұрғындары алаңға шығып, қараңғы түскенше сол жерде тұрды, үйге қайтпады. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-8-sig"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"),
        (RUSSIAN, "utf-32"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (KAZAKH, "utf-8"),
        (KAZAKH, "kz1048"),
        ("It was “quiet” — they said — in the café. " * 3, "cp1252"),
        ("plain", "ascii"),
    ],
)
def test_encodings_are_found(text, encoding):
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.replaced) == (text, 0)
    assert decode(text.encode(encoding), encoding).text == text


def test_line_ends_marks_and_nul():
    decoded = decode("\ufeffa\r\nb\rc\x00d\ufeff\ufffd".encode())
    assert decoded.text == "a\nb\nc\ufffdd\ufeff\ufffd"
    assert decoded.replaced == 1


def test_what_does_not_fit_the_encoding_is_counted():
    decoded = decode(b"caf\xe9 \xff", "utf-8")
    assert (decoded.text, decoded.replaced) == ("caf\ufffd \ufffd", 2)


@pytest.mark.parametrize("encoding", ["rot13", "hex", "nonsense", "idna", "undefined", "\x00", ""])
def test_an_encoding_that_is_none_is_refused_in_a_sentence(encoding):
    with pytest.raises(DecodeError, match=r"\.$"):
        decode(b"caf\xe9" * 30, encoding)


@given(st.binary())
def test_any_bytes_are_text_that_can_be_stored(data):
    decoded = decode(data)
    assert "\x00" not in decoded.text
    assert "\r" not in decoded.text
    decoded.text.encode("utf-8")
    assert decoded.replaced <= decoded.text.count("\ufffd")


@given(st.text(alphabet=st.characters(exclude_characters="\x00\r", exclude_categories=["Cs"])))
def test_utf8_comes_back_unchanged(text):
    controls = sum(text.count(chr(code)) for code in range(9))
    if controls == 0 and not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text
