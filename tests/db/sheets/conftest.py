"""A small invented corpus, and sheets made by hand around any words."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.editions import NewEdition, PassageRow, text_hash
from db.corpus.events import EventFields
from db.corpus.names import NameFields
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.corpus.voices import VoiceFields
from db.packs.cases import compile_case
from db.records import EditionKind, PassageKind, Relation, Silence, Spelling, Time
from db.sheets.model import (
    Cell,
    Quotation,
    Row,
    Run,
    Sheet,
    SheetEdition,
    SheetEvent,
    SheetSource,
)
from db.sheets.times import SheetTime
from db.text.zones import ZoneStatus
from tests.builders import held, span

ZONE = "Asia/Aqtau"
TOWER = [
    "14:10: Smoke over the harbour",
    "Dockers say that the crane fell. Two of them are hurt.",
    "15:30: The crane was standing",
    "The port master denies that any crane fell.",
]
TOWER_DIGEST = ["Smoke.", "A fall, two hurt.", "A denial.", "The port master denies it."]
HERALD = [
    "The *Herald* <front> #1 [page] $5",
    "A crane 🏗 fell at noon; three were hurt, Өскен says.",
    "The mayor expects an inquiry on Monday.",
]


def passages(texts: list[str], reports: list[int | None] | None = None) -> list[PassageRow]:
    rows, start = [], 0
    for index, text in enumerate(texts):
        kind = PassageKind.HEADING if text[0].isdigit() or index == 0 else PassageKind.PARAGRAPH
        report = reports[index] if reports else None
        rows.append(PassageRow(index + 1, start, start + len(text), kind, report))
        start += len(text) + 1
    return rows


def add_edition(
    corpus: Corpus,
    source: int,
    kind: EditionKind,
    texts: list[str],
    reports: list[int | None] | None = None,
) -> int:
    text = "\n".join(texts)
    data = text.encode()
    edition = NewEdition(
        source, kind, "en", text_hash(text), text_hash(text), len(text), text=text, data=data
    )
    return corpus.editions.add(edition, passages(texts, reports))


def at(edtf: str, printed: str = "") -> Time:
    return understood(edtf, ZONE, printed=printed, status=ZoneStatus.ASSUMED)


@pytest.fixture(scope="session")
def case(tmp_path_factory) -> Path:
    """The bundled case, compiled without the originals; tests only read it."""
    path = tmp_path_factory.mktemp("case") / "case.triptych"
    compile_case("zhanaozen-2011", path)
    return path


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """Three sources on a crane: a ticker with two reports, a newspaper, and a late letter."""
    path = tmp_path / "harbour.triptych"
    with Corpus.create(path, title="The crane at the harbour", zone=ZONE) as corpus:
        tower, herald, letter = _sources(corpus)
        crane, hurt, inquiry, launch = _events(corpus)
        reports = [
            corpus.sources.add_report(tower, 1, "Smoke", "", at("2011-06-01T14:10:00", "14:10")),
            corpus.sources.add_report(tower, 2, "Denial", "", at("2011-06-01T15:30:00", "15:30")),
        ]
        ids = [reports[0], reports[0], reports[1], reports[1]]
        original = add_edition(corpus, tower, EditionKind.ORIGINAL, TOWER, list(ids))
        add_edition(corpus, tower, EditionKind.DIGEST, TOWER_DIGEST, list(ids))
        news = add_edition(corpus, herald, EditionKind.DIGEST, HERALD)
        _mention(corpus, crane, original, "the crane fell")
        _mention(corpus, hurt, original, "Two of them are hurt")
        _mention(corpus, crane, original, TOWER[3], Relation.DENIES)
        _mention(corpus, crane, news, "A crane 🏗 fell at noon")
        _mention(corpus, hurt, news, "three were hurt")
        _mention(corpus, inquiry, news, HERALD[2], Relation.EXPECTS)
        corpus.reviews.settle(inquiry, tower, "silent")
        corpus.reviews.settle(launch, tower, "silent")
        corpus.reviews.settle(launch, herald, "silent", Silence.NO_FIGURE)
        corpus.reviews.settle(hurt, letter, "silent")
    return path


@pytest.fixture
def quarrel(harbour: Path) -> Path:
    """The harbour with figures that cannot both be right, a link, notes, and a name."""
    with Corpus.open(harbour) as corpus:
        crane, hurt = (event.id for event in corpus.events.all()[1:3])
        original, news = (held(corpus, key) for key in ("tower/original", "herald/digest"))
        injured, _ = corpus.aspects.add(
            AspectFields("Hurt *badly*", unit="people", counts=True, key="injured")
        )
        called, _ = corpus.aspects.add(AspectFields("What it is called", "text", key="called"))
        oesken, _ = corpus.voices.add(VoiceFields("Өскен <mayor>", "official", key="oesken"))
        two, three = (
            span(corpus, edition, words)
            for edition, words in ((original, "Two of them are hurt"), (news, "three were hurt"))
        )
        corpus.claims.add(
            ClaimFields(hurt, injured, 2, 2, unit="people", scope="dockers"), original, *two
        )
        corpus.claims.add(
            ClaimFields(hurt, injured, 3, unit="people", hedge="reported", voices=(oesken,)),
            news, *three,
        )  # fmt: skip
        corpus.claims.add(
            ClaimFields(hurt, injured, vague="many", unit="people", polarity="deny"), original, *two
        )
        corpus.claims.add(ClaimFields(crane, called, value="a [fall]"), news, *three)
        corpus.links.add((original, *two), (news, *three), "contradicts", "Two or three?")
        corpus.names.add(NameFields("person", (Spelling("Өскен", "Cyrl", "kk"),), key="oesken"))
        corpus.notes.add("event", hurt, "Ask the dockers.\n# Not a heading")
        corpus.notes.add("corpus", 1, "Read *twice*.")
        corpus.connection.execute("UPDATE note SET made = 1307000000")
        corpus.connection.commit()
    return harbour


def _sources(corpus: Corpus) -> list[int]:
    fields = [
        SourceFields("The *Tower*", key="tower", published=at("2011-06-01T15:30:00")),
        SourceFields(
            "Harbour Herald",
            key="herald",
            title="Crane <falls> & 3 hurt",
            creators=("A. Writer",),
            citation="A. Writer, “Crane <falls>”, Harbour Herald, 2 June 2011.",
            published=at("2011-06-02", "2 June"),
        ),
        SourceFields("A letter", key="letter", published=at("2011-06-09")),
    ]
    return [corpus.sources.add(f)[0] for f in fields]


def _events(corpus: Corpus) -> list[int]:
    crane, _ = corpus.events.add(
        EventFields("Fall of the crane", "2011-06-01T12:00:00~", key="crane", place="Harbour")
    )
    hurt, _ = corpus.events.add(
        EventFields("Dockers hurt", "2011-06-01T12:00:00/2011-06-01", key="hurt", parent_id=crane)
    )
    inquiry, _ = corpus.events.add(EventFields("Inquiry", "2011-06-06", key="inquiry"))
    launch, _ = corpus.events.add(EventFields("Launch of the crane", "1950", key="launch"))
    return [crane, hurt, inquiry, launch]


def _mention(
    corpus: Corpus, event: int, edition: int, words: str, relation: Relation = Relation.REPORTS
) -> None:
    start = corpus.editions.text(edition).index(words)
    corpus.mentions.add(event, edition, start, start + len(words), relation)


@pytest.fixture(scope="session")
def sheet_of() -> Callable[..., Sheet]:
    """A sheet of one event whose cells quote the runs given, one list of runs for each source."""
    return make_sheet


def make_sheet(*cells: list[Run], title: str = "Sheet", rows: int = 1) -> Sheet:
    sources = tuple(make_source(i) for i in range(len(cells)))
    quoted = tuple(
        Cell(source.key, (make_quotation(source, runs),))
        for source, runs in zip(sources, cells, strict=True)
    )
    event = SheetEvent("event", title, SheetTime(), "place")
    made = SheetTime(understood("2011-06-10", ZONE), "10 June 2011")
    return Sheet(
        title=title,
        corpus_title="Corpus",
        corpus_hash=text_hash(title),
        zone=ZONE,
        language="en",
        made=made,
        sources=sources,
        rows=tuple(Row(replace(event, key=f"event-{n}"), quoted) for n in range(rows)),
    )


def make_source(index: int) -> SheetSource:
    key = f"source-{index}"
    edition = SheetEdition(f"{key}/original", EditionKind.ORIGINAL, "en", 10, "0" * 64, "1" * 64)
    return SheetSource(key, "ABCDEF"[index], f"Source {index}", index, edition=edition)


def make_quotation(source: SheetSource, runs: list[Run]) -> Quotation:
    length = sum(len(run.text) for run in runs)
    return Quotation(
        address=f"{source.letter}.1",
        edition=f"{source.key}/original",
        kind=PassageKind.PARAGRAPH,
        language="en",
        start=0,
        end=length,
        runs=tuple(runs),
    )
