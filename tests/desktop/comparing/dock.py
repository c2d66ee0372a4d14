"""An invented corpus whose three sources claim different things about a crane that fell."""

from pathlib import Path

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.names import NameFields
from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.corpus.voices import VoiceFields
from db.records import EditionKind, Silence, Spelling
from tests.builders import ZONE, add_edition, add_event, held, made_once, span

TOWER = (
    "Smoke over Gullhaven",
    "Five are dead, this is confirmed. A storm broke the crane.",
    "Later: over seventy dead in Gullhaven. Over seventy dead, we repeat.",
    "Dockers report dozens hurt by the rope.",
)
TOWER_DIGEST = ("Smoke.", "Five dead, confirmed; a storm.", "Over 70 dead, twice.", "Dozens hurt.")
HERALD = (
    "Eleven died, the mayor of Gull Haven says.",
    "Arson, says the mayor. The crowd was a mob.",
)
RADIO = ("Nothing but music from Gullhaven.",)
SOURCES = (
    ("tower", "2011-12-16T18:00:00", TOWER),
    ("herald", "2011-12-18", HERALD),
    ("radio", "2011-12-19", RADIO),
)


def make_dock(path: Path) -> Path:
    """Write the corpus and return its place."""
    return made_once(_build, path)


def _build(path: Path) -> None:
    corpus = Corpus.create(path, title="Dock", zone=ZONE)
    for key, published, passages in SOURCES:
        fields = SourceFields(key.title(), key, published=understood(published, ZONE))
        add_edition(corpus, corpus.sources.add(fields)[0], passages)
    tower = next(s.id for s in corpus.sources.all() if s.key == "tower")
    add_edition(corpus, tower, TOWER_DIGEST, EditionKind.DIGEST)
    add_event(corpus, "A quiet morning", "2011-12-15")
    crane = add_event(corpus, "The crane falls", "2011-12-16T12:00:00")
    rope = add_event(corpus, "A rope breaks", "2011-12-16T11:58:00", parent_id=crane)
    _claim(corpus, crane, rope)
    radio = next(s.id for s in corpus.sources.all() if s.key == "radio")
    corpus.reviews.settle(crane, radio, "silent", Silence.SILENT)
    spellings = (Spelling("Gullhaven", "", ""), Spelling("Gull Haven", "", ""))
    corpus.names.add(NameFields("place", spellings))
    corpus.close()


def _claim(corpus: Corpus, crane: int, rope: int) -> None:
    scopes = (("all", ""), ("dockers", "all"))
    deaths, _ = corpus.aspects.add(
        AspectFields("Deaths", unit="people", counts=True, scopes=scopes)
    )
    hurt, _ = corpus.aspects.add(AspectFields("Injured", unit="people", counts=True))
    choices = (("storm", ""), ("arson", ""))
    cause, _ = corpus.aspects.add(AspectFields("Cause", "choice", excludes=True, choices=choices))
    called, _ = corpus.aspects.add(AspectFields("What it is called", "text", key="description"))
    mayor, _ = corpus.voices.add(VoiceFields("The mayor", "official"))
    dockers, _ = corpus.voices.add(VoiceFields("Dockers"))

    def claim(event: int, aspect: int, key: str, words: str, **fields: object) -> None:
        edition = held(corpus, key)
        made = ClaimFields(event, aspect, **fields)  # type: ignore[arg-type]
        corpus.claims.add(made, edition, *span(corpus, edition, words))

    counted = {"unit": "people", "scope": "all"}
    tower, herald = "tower/original", "herald/original"
    claim(crane, deaths, tower, "Five are dead", min=5, max=5, hedge="confirmed",
          as_of="2011-12-16T15:54:00", **counted)  # fmt: skip
    claim(crane, deaths, tower, "over seventy dead in", min=71,
          as_of="2011-12-16T17:28:00", **counted)  # fmt: skip
    claim(crane, deaths, tower, "Over seventy dead, we", min=71,
          as_of="2011-12-16T17:28:00", **counted)  # fmt: skip
    claim(crane, deaths, herald, "Eleven died", min=11, max=11, hedge="reported",
          voices=(mayor,), **counted)  # fmt: skip
    claim(rope, hurt, tower, "dozens hurt", vague="dozens", hedge="reported",
          voices=(dockers,), unit="people")  # fmt: skip
    claim(crane, cause, tower, "A storm", value="storm")
    claim(crane, cause, herald, "Arson", value="arson", hedge="alleged", voices=(mayor,))
    claim(crane, called, herald, "mob", value="a mob")
