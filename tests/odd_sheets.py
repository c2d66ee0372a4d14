"""Sheets full of what no format may lose: odd characters everywhere a word can stand."""

from dataclasses import replace

from hypothesis import strategies as st

from db.comparing.intervals import Interval
from db.comparing.number_ladder import Figure, Manner, NumberLadder, Rung, ladder_axis
from db.corpus.editions import text_hash
from db.corpus.times import understood
from db.records import ClaimRelation, EditionKind, PassageKind, Relation, Silence
from db.sheets.choices import Part
from db.sheets.claim_model import (
    NameUse,
    SheetClaim,
    SheetComparison,
    SheetLink,
    SheetName,
    SheetNote,
    SheetPair,
    SheetPlace,
)
from db.sheets.model import (
    Cell,
    Quotation,
    Row,
    Run,
    Sheet,
    SheetEdition,
    SheetEvent,
    SheetReport,
    SheetSource,
)
from db.sheets.times import SheetTime

ZONE = "Asia/Aqtau"
# Markup of every kind, white space, controls, direction, invisibles, combining, other scripts.
ODD_CHARACTERS = (
    "<>&\"'/;,\\`*_[]{}%$#=+-@|~^ \t\n\r\x01\x0b\x0c\x1b\x7f\x85\xa0\xad\u2028\u2029\ufeff"
    "\ufffe\uffff\u200b\u200d\u200e\u202a\u202e\u2066\u2069\u0301\u0489שאלالعربҚқӨ語🏗👩\U000e0041"
    "⟨⟩U041‹›⟦⟧…·_x"
)
ODD = st.text(
    st.sampled_from(ODD_CHARACTERS) | st.characters(exclude_categories=["Cs"]), max_size=60
)
NAUGHTY = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''", "x;=1+1", 'a;"=1', "\n=1",
    "=HYPERLINK(\"http://example.org\")", "http://example.org", "mailto:a@example.org", "＝1",
    "_x0001_", "_x005F_", "⟨U+0041⟩", "⟨U+27E8⟩", "&#0;", "]]>", "<w:p/>", "{{ x }}", "%s {n}",
    "  two  spaces  ", "\n", "", " ", "a\r\nb\rc", "\ufeffx", "x\u0301" * 40, "👩\u200d🔬" * 20,
    "1e5", "00123", "2011-12-16", "TRUE", "#REF!", "… cut …", "‹answer›", "A.1 (2)\u2002x",
]  # fmt: skip


def odd_sheet(words: str, *, sources: int = 2, rows: int = 1, **changed: object) -> Sheet:
    """A sheet with every part there is, the words wherever words can stand."""
    columns = tuple(_source(words, n) for n in range(sources))
    made = SheetTime(understood("2011-06-10", ZONE), "10 June 2011")
    sheet = Sheet(
        title=f"T {words}",
        corpus_title=f"C {words}",
        corpus_hash=text_hash(words),
        zone=ZONE,
        language="en",
        made=made,
        sources=columns,
        rows=tuple(_row(words, columns, n) for n in range(rows)),
        show=frozenset(Part),
        names=(SheetName("name", "person", f"N {words}", (words,),
                         tuple((NameUse(words, 2, f"{s.letter}.1"),) for s in columns)),),
        notes=(SheetNote(words, words, made),),
    )  # fmt: skip
    return replace(sheet, **changed)


def _source(words: str, number: int) -> SheetSource:
    key = f"source-{number}"
    edition = SheetEdition(f"{key}/original", EditionKind.ORIGINAL, "en", 10, "0" * 64, "1" * 64)
    return SheetSource(
        key, "ABCDEF"[number], f"S {words}", number, title=words, creators=(words,),
        publisher=words, rights=words, citation=words, position=words, reports=2, edition=edition,
    )  # fmt: skip


def odd_quotation(words: str, letter: str, key: str, **changed: object) -> Quotation:
    """A quotation of which some words speak of the event."""
    at = understood("2011-06-01T14:10:00", ZONE, printed=words[:9])
    made = Quotation(
        f"{letter}.1", f"{key}/original", PassageKind.PARAGRAPH, "ru", 3, 3 + 4 + len(words),
        (Run("Ab, "), Run(words, Relation.DENIES)),
        SheetReport(1, f"R {words}", words, SheetTime(at, "1 June 2011, 14:10")),
        cut_after=True,
    )  # fmt: skip
    return replace(made, **changed)


def _row(words: str, sources: tuple[SheetSource, ...], number: int) -> Row:
    event = SheetEvent(f"event-{number}", f"E {words}", SheetTime(), words, words, "parent")
    cells = [
        Cell(
            s.key,
            (odd_quotation(words, s.letter, s.key),),
            claims=(_claim(words, f"c{n}", s, 70 + n),),
        )
        for n, s in enumerate(sources[:-1] or sources)
    ]
    if len(sources) > 1:
        cells.append(Cell(sources[-1].key, silence=Silence.SILENT, reason=words))
    places = [SheetPlace(s.key, f"{s.letter}.1", f"{s.key}/original", 3, 9, words)
              for s in (sources[0], sources[-1])]  # fmt: skip
    return Row(
        event,
        tuple(cells),
        (_comparison(words, cells),),
        (SheetLink(places[0], places[1], "contradicts", words),),
        (SheetNote("event", words, SheetTime(understood("2011-06-09", ZONE), "9 June 2011")),),
    )


def _claim(words: str, key: str, source: SheetSource, least: int) -> SheetClaim:
    return SheetClaim(
        key, "deaths", "number", f"{source.letter}.1", f"{source.key}/original", "ru", 7,
        7 + len(words), words, f"over {least} {words}", least, None, words, words, words, words,
        "alleged", "affirm", (words,), SheetTime(understood("2011-06-01", ZONE), "1 June 2011"),
    )  # fmt: skip


def _comparison(words: str, cells: list[Cell]) -> SheetComparison:
    claims = [c for cell in cells for c in cell.claims]
    figures = tuple(
        Figure(Interval(c.min, c.max), c.shown, address=c.address, style=n, manner=Manner.HEDGED)
        for n, c in enumerate(claims)
    )
    ladder = NumberLadder(f"L {words}", words, ladder_axis(f.interval for f in figures),
                          (Rung(words, figures),))  # fmt: skip
    pairs = tuple(
        SheetPair(claims[0].key, other.key, ClaimRelation.CONFLICT, None, words, judged=True)
        for other in claims[1:]
    )
    return SheetComparison(
        "deaths", f"A {words}", "number", words,
        tuple(None if cell.claims else Silence.NO_FIGURE for cell in cells),
        tuple(0 for _ in cells), pairs, len(claims), 1, (ladder,),
    )  # fmt: skip
