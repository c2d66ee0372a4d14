"""A sheet holds what the corpus says: order, places, silences, and what was known when."""

from pathlib import Path

import pytest

from db.corpus import Corpus
from db.corpus.sources import SourceFields
from db.errors import InvalidEditError
from db.records import EditionKind, Relation, Silence
from db.sheets.building import build_sheet
from db.sheets.model import Sheet
from db.sheets.requests import SheetRequest
from db.text.edtf import bounds


def build(path: Path, **asked) -> Sheet:
    with Corpus.open(path, read_only=True) as corpus:
        return build_sheet(corpus, SheetRequest(date="2011-06-10", **asked))


def cell(sheet: Sheet, event: str, source: str):
    row = next(r for r in sheet.rows if r.event.key == event)
    return next(c for c in row.cells if c.source == source)


def known_by(time: str) -> int:
    latest = bounds(time, "Asia/Aqtau")[1]
    assert latest is not None
    return latest


def test_every_quotation_stands_where_it_says(harbour):
    sheet = build(harbour)
    with Corpus.open(harbour, read_only=True) as corpus:
        texts = {e.key: corpus.editions.text(e.id) for e in corpus.editions.all()}
    quotations = list(sheet.quotations())
    assert len(quotations) == 6
    for quotation in quotations:
        assert quotation.text == texts[quotation.edition][quotation.start : quotation.end]


def test_rows_stand_in_the_order_of_events_and_children_under_their_parent(harbour):
    rows = [(r.event.key, r.event.depth, r.event.parent) for r in build(harbour).rows]
    assert rows == [
        ("launch", 0, ""),
        ("crane", 0, ""),
        ("hurt", 1, "Fall of the crane"),
        ("inquiry", 0, ""),
    ]


def test_a_child_whose_parent_is_not_chosen_names_it_but_is_not_moved_in(harbour):
    with Corpus.open(harbour, read_only=True) as corpus:
        hurt = next(e.id for e in corpus.events.all() if e.key == "hurt")
    (row,) = build(harbour, events=(hurt,)).rows
    assert (row.event.depth, row.event.parent) == (0, "Fall of the crane")


def test_silences_tell_why(harbour):
    sheet = build(harbour)
    assert cell(sheet, "crane", "letter").silence is Silence.NOT_LOOKED
    assert cell(sheet, "hurt", "letter").silence is Silence.SILENT
    assert cell(sheet, "launch", "herald").silence is Silence.NO_FIGURE
    assert cell(sheet, "launch", "tower").silence is Silence.OUT_OF_SCOPE
    assert cell(sheet, "inquiry", "tower").silence is Silence.NOT_PUBLISHED


def test_the_original_is_quoted_before_the_digest_unless_asked(harbour):
    assert build(harbour).sources[0].edition.kind is EditionKind.ORIGINAL
    digest = build(harbour, prefer=EditionKind.DIGEST)
    assert digest.sources[0].edition.key == "tower/digest"
    assert {q.edition for q in cell(digest, "crane", "tower").quotations} == {"tower/digest"}


def test_what_was_published_later_is_left_out_and_counted(harbour):
    sheet = build(harbour, known_by=known_by("2011-06-01T15:00"))
    crane = cell(sheet, "crane", "tower")
    assert [q.address for q in crane.quotations] == ["A.2"]
    assert crane.withheld == 1
    assert cell(sheet, "crane", "herald").silence is Silence.NOT_PUBLISHED
    assert cell(sheet, "crane", "letter").silence is Silence.NOT_PUBLISHED
    assert sheet.known_by is not None
    assert sheet.known_by.shown == "1 Jun 2011, 15:00"


def test_relations_and_reports_come_with_the_words(harbour):
    quotations = cell(build(harbour), "crane", "tower").quotations
    assert [q.relations for q in quotations] == [(Relation.REPORTS,), (Relation.DENIES,)]
    assert [q.report and q.report.heading for q in quotations] == [
        "14:10: Smoke over the harbour",
        "15:30: The crane was standing",
    ]
    assert [q.marked for q in quotations] == [True, False]


def test_context_cuts_the_passage_around_the_words(harbour):
    quotation = cell(build(harbour, context=4), "hurt", "tower").quotations[0]
    assert quotation.text == "Two of them are hurt."
    assert (quotation.cut_before, quotation.cut_after) == (True, False)


def test_columns_stand_as_they_were_asked_for(harbour):
    with Corpus.open(harbour, read_only=True) as corpus:
        ids = [s.id for s in corpus.sources.all()]
    assert [s.letter for s in build(harbour, sources=(ids[2], ids[0])).sources] == ["C", "A"]


def test_more_sources_than_a_page_holds_are_refused(harbour):
    with Corpus.open(harbour) as corpus:
        for n in range(4):
            corpus.sources.add(SourceFields(f"more {n}"))
    with pytest.raises(InvalidEditError, match="1 to 6 sources, not 7"):
        build(harbour)


@pytest.mark.parametrize("date", ["soon", "2011", "2011-06-10/2011-06-11"])
def test_a_date_that_is_no_day_is_refused(harbour, date):
    with Corpus.open(harbour, read_only=True) as corpus, pytest.raises(InvalidEditError):
        build_sheet(corpus, SheetRequest(date=date))


def test_what_is_no_longer_there_is_refused(harbour):
    with pytest.raises(InvalidEditError, match="no longer in the corpus"):
        build(harbour, events=(99,))


def test_the_reading_of_a_sheet_can_be_stopped_between_any_two_of_its_steps(case):
    calls = []
    with Corpus.open(case, read_only=True) as corpus:
        sheet = build_sheet(corpus, SheetRequest(), lambda: calls.append(0))
        assert len(calls) > len(sheet.rows)

        def stop() -> None:
            raise InterruptedError

        with pytest.raises(InterruptedError):
            build_sheet(corpus, SheetRequest(), stop)
