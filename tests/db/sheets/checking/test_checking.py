"""A sheet checked against its corpus: exact as exported, and every change to it is found."""

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.corpus import Corpus
from db.corpus.editions import text_hash
from db.corpus.events import EventFields
from db.corpus.sources import SourceFields
from db.records import EditionKind
from db.sheets.checking.checking import check_sheet, check_text
from db.sheets.checking.finding import SheetText, Verdict
from db.sheets.checking.packages import odt_text
from db.sheets.checking.reading import is_sheet, read_sheet_file
from db.sheets.exporting import FORMATS, export
from db.sheets.requests import SheetRequest
from tests.db.sheets.conftest import add_edition


@pytest.fixture(scope="module")
def corpus(case):
    with Corpus.open(case, read_only=True) as opened:
        yield opened


def exported(case: Path, folder: Path, ending: str, **asked: object) -> Path:
    file = folder / f"sheet.{ending}"
    export(SheetRequest(date="2026-01-01", **asked), case, file)
    return file


def verdicts(corpus: Corpus, file: Path) -> set[str]:
    return {str(each.verdict) for each in check_sheet(corpus, file)}


@pytest.mark.parametrize("ending", [f for f in FORMATS if f != "take-home"])
def test_every_quotation_of_the_case_is_exact_in_every_format(case, corpus, tmp_path, ending):
    file = exported(case, tmp_path, ending)
    checked = check_sheet(corpus, file)
    assert len(checked) > 100
    assert [c for c in checked if c.verdict is not Verdict.EXACT] == []


def test_a_changed_figure_is_found_and_shown(case, corpus, tmp_path):
    file = exported(case, tmp_path, "md")
    text = file.read_text(encoding="utf-8")
    place = re.search(r"(?m)^> .*\b70\b", text)
    assert place is not None
    changed = place[0].replace("70", "17")
    file.write_text(text.replace(place[0], changed), encoding="utf-8")
    found = [c for c in check_sheet(corpus, file) if c.verdict is not Verdict.EXACT]
    assert {c.verdict for c in found} == {Verdict.ALTERED}
    assert any("17" in c.found and "70" in c.expected for c in found)


def test_a_table_that_states_a_part_of_a_passage_does_not_alter_it(case, corpus, tmp_path):
    pages = read_sheet_file(exported(case, tmp_path, "md")).pages
    whole = next(c for c in check_text(corpus, pages) if len(c.expected) > 200)
    row = f"{whole.address} {whole.edition} {whole.start} {whole.end - 90} {whole.expected[:-90]}"
    assert {c.verdict for c in check_text(corpus, [*pages, row])} == {Verdict.EXACT}


def test_a_quotation_that_was_taken_out_is_missing(case, corpus, tmp_path):
    file = exported(case, tmp_path, "html")
    text = file.read_text(encoding="utf-8")
    place = re.search(r'(?s)<blockquote[^>]*data-address="(A\.7)".*?</blockquote>', text)
    assert place is not None
    gone = re.sub(r'(?s)<blockquote[^>]*data-address="A\.7".*?</blockquote>', "", text)
    file.write_text(gone, encoding="utf-8")
    missing = [c.address for c in check_sheet(corpus, file) if c.verdict is Verdict.MISSING]
    assert missing == ["A.7"]


def test_another_text_of_the_source_is_told_from_an_altered_sheet(case, corpus, tmp_path):
    file = exported(case, tmp_path, "md")
    text = file.read_text(encoding="utf-8")
    code = re.search(r"A\.7 ⟦\S+ \d+–\d+ #([0-9a-f]{12})⟧", text)
    assert code is not None
    # As a sheet would stand that was made from other words at this place.
    old = "#" + text_hash("what stood there then")[:12]
    file.write_text(text.replace("#" + code[1], old), encoding="utf-8")
    changed = [c for c in check_sheet(corpus, file) if c.verdict is not Verdict.EXACT]
    assert [(c.address, c.verdict) for c in changed] == [("A.7", Verdict.SOURCE_CHANGED)]
    assert changed[0].expected


def test_pasted_words_are_found_with_and_without_their_address(corpus):
    edition = next(e for e in corpus.editions.all() if e.held)
    passages = corpus.editions.passages(edition.id)
    words = corpus.editions.text(edition.id)[passages.starts[8] : passages.ends[8]]
    address = f"A.{passages.numbers[8]}"
    assert check_text(corpus, [f"{address} {words}"])[0].verdict is Verdict.EXACT
    without = check_text(corpus, [words])[0]
    assert (without.verdict, without.address) == (Verdict.EXACT, address)
    changed = check_text(corpus, [f"{words} And more that never stood there."])[0]
    assert changed.verdict is Verdict.ALTERED
    assert check_text(corpus, ["Quite another matter."])[0].verdict is Verdict.MISSING


def test_a_place_beyond_all_numbers_is_no_place(case, corpus, tmp_path):
    file = exported(case, tmp_path, "json")
    text = re.sub(r'"start": ?\d+', '"start": 1e999', file.read_text(encoding="utf-8"), count=1)
    file.write_text(text, encoding="utf-8")
    assert Counter(c.verdict for c in check_sheet(corpus, file))[Verdict.SOURCE_CHANGED] == 1


sentences = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=4
).filter(lambda words: "A.1" not in words)


@given(sentences, st.integers(0, 200), st.booleans())
@example("0000B", 14, True)
def test_words_cut_by_a_page_are_whole_again(words, place, two_columns):
    cut = place % len(words)
    head = "Event A The ticker "
    other = "\nB.1 other words here" if two_columns else ""
    text = SheetText([f"A.1 {words[:cut]}{other}", f"{head}{words[cut:]}"])
    found = list(text.quotations("A.1", words))
    if cut >= 3:
        assert found
        assert found[0].verdict is Verdict.EXACT


@given(st.integers(0, 60), st.sampled_from(["x", "not ", "7"]))
def test_a_word_more_is_never_exact(place, more):
    words = "It is said that 70 people were killed on the square at noon."
    at = place % (len(words) - 1) + 1
    text = SheetText([f"A.1 {words[:at]}{more}{words[at:]}"])
    assert [f.verdict for f in text.quotations("A.1", words)] == [Verdict.ALTERED]


@pytest.mark.parametrize(
    "added", ["It is false that {}", "{} This never happened.", "{} not", "{}!"]
)
def test_what_is_written_beside_a_quotation_alters_it(corpus, tmp_path, case, added):
    pages = read_sheet_file(exported(case, tmp_path, "docx")).pages
    whole = [c for c in check_text(corpus, pages) if len(c.expected) > 200]
    # One whose words speak of their event otherwise than by reporting it.
    quoted = next(c for c in whole if f"background\u2002{c.expected}\n" in pages[0])
    line = f"background\u2002{quoted.expected}\n"
    written = added.format(quoted.expected)
    other = pages[0].replace(line, f"background\u2002{written}\n", 1)
    told = [c for c in check_text(corpus, [other]) if c.verdict is not Verdict.EXACT]
    assert [(c.address, c.found) for c in told] == [(quoted.address, written)]


def test_a_table_in_an_old_encoding_and_text_with_ends_of_pages_are_exact(case, corpus, tmp_path):
    table = exported(case, tmp_path, "csv")
    text = table.read_text(encoding="utf-8").replace('","', '";"')
    table.write_bytes(text.encode("cp1251", "replace"))
    assert verdicts(corpus, table) == {"exact"}
    pages = read_sheet_file(exported(case, tmp_path, "md")).pages
    words = next(c.expected for c in check_text(corpus, pages) if len(c.expected) > 200)
    copied = tmp_path / "copied.txt"
    torn = pages[0].replace(words, f"{words[:90]}\npage 1 of 2\n\fEvent\n{words[90:]}")
    copied.write_text(torn, encoding="utf-8")
    assert verdicts(corpus, copied) == {"exact"}


def test_numbers_of_characters_that_a_text_itself_tells_of_are_exact(corpus):
    words = "⟨U+0041⟩ is what ⟨U+202E⟩ is not"
    for printed in (words, words.replace("⟨", "⟨U+27E8⟩")):
        found = SheetText([f"A.1 {printed}"]).quotations("A.1", words)
        assert [f.verdict for f in found] == [Verdict.EXACT]


@pytest.mark.parametrize("changed", [0, 2_000, 30_000, 59_000])
def test_a_change_in_a_very_long_quotation_is_told(changed):
    words = "".join(f"Sentence {n} goes on and on. " for n in range(2_200))
    altered = f"{words[:changed]}No. {words[changed:]}"
    found = list(SheetText([f"A.1 {altered}\nB.1 {words}"]).quotations("A.1", words))
    assert [f.verdict for f in found] == [Verdict.ALTERED]
    assert "No. " in found[0].words


def test_words_from_the_right_are_exact_in_a_pdf_and_a_figure_of_theirs_is_not(tmp_path):
    words = [
        "قال المسؤولون إن 70 شخصا (لا أقل) قتلوا في الساحة، وأصيب 500-دەن.",
        "לפי הדיווח נהרגו 11 בני אדם ונפצעו 86. העיתון כתב: המשטרה ירתה.",
    ]
    file = tmp_path / "right.triptych"
    with Corpus.create(file, title="Right", zone="UTC") as made:
        source, _ = made.sources.add(SourceFields("One", key="one"))
        event, _ = made.events.add(EventFields("Event", key="event"))
        edition = add_edition(made, source, EditionKind.ORIGINAL, words)
        for start in (0, len(words[0]) + 1):
            made.mentions.add(event, edition, start, start + len(words[start > 0]))
    sheet = exported(file, tmp_path, "pdf")
    pages = read_sheet_file(sheet).pages
    with Corpus.open(file, read_only=True) as made:
        assert [c.verdict for c in check_sheet(made, sheet)] == [Verdict.EXACT] * 2
        changed = [page.replace("70", "17", 1) for page in pages]
        told = {c.address: c for c in check_text(made, changed)}
        assert [str(c.verdict) for c in told.values()] == ["altered", "exact"]
        assert "17" in told["A.1"].found


@pytest.mark.parametrize("torn", ["⟨U\n+1F467⟩", "⟨U\u200b+\u200b1F4\r\n67⟩", "\U0001f467"])
def test_the_number_of_a_character_may_be_torn_by_the_end_of_a_line(torn):
    found = SheetText([f"A.1 The ﬁrst {torn} of them"]).quotations("A.1", "The first 👧 of them")
    assert [f.verdict for f in found] == [Verdict.EXACT]


def test_a_comment_and_a_footnote_are_not_among_the_words():
    body = (
        "<text:p>A.1 The crane<office:annotation><text:p>really?</text:p></office:annotation>"
        " fell<text:note><text:note-body><text:p>1 who says?</text:p></text:note-body></text:note>."
        "</text:p>"
    )
    gone = "<text:tracked-changes><text:p>A.2 Gone.</text:p></text:tracked-changes>"
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("text", "office")
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("content.xml", f"<office:text {names}>{gone}{body}</office:text>")
    lines = odt_text(packed.getvalue()).split("\n")
    assert lines[0] == "A.1 The crane fell."
    assert not any("A.2" in line for line in lines)


@pytest.mark.parametrize("ending", ["pdf", "docx", "odt", "html", "xlsx", "csv", "md", "json"])
def test_a_sheet_is_known_by_its_marks(case, tmp_path, ending):
    with Corpus.open(case, read_only=True) as opened:
        event = opened.events.all()[0].id
    assert is_sheet(exported(case, tmp_path, ending, events=(event,)))


def test_no_other_file_is_taken_for_a_sheet(case, tmp_path):
    words = tmp_path / "words.txt"
    words.write_text("A.1 Some words with an address.", encoding="utf-8")
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.7 torn")
    assert not any(map(is_sheet, (words, torn, case, tmp_path, tmp_path / "none.md")))
