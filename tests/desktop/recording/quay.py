"""An invented corpus of three sources in two languages, with something claimed already."""

from pathlib import Path

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.corpus.claim_fields import ClaimFields
from db.corpus.names import NameFields
from db.corpus.voices import VoiceFields
from db.records import Spelling
from tests.builders import ZONE, add_edition, add_event, add_source, held, made_once, span

TOWER = (
    "Smoke over the harbour",
    "Dockers say that more than 70 people were killed when the crane fell. Two of them are hurt.",
    "The port master denies that any crane fell. 🏗 He shows nobody the quay of Gullhaven.",
)
HERALD = (
    "A crane fell at noon; three dockers were killed, Өскен says.",
    "The mayor expects an inquiry on Monday. Unconfirmed reports speak of dozens injured.",
)
CHRONICLE = (
    "Полиция сообщила, что погибли не менее 11 человек.",
    "Кран в Галхавене был подожжен 17 декабря 2011 года.",
)


def make_quay(path: Path) -> Path:
    """Write the corpus and return its place."""
    return made_once(_build, path)


def _build(path: Path) -> None:
    corpus = Corpus.create(path, title="Quay", zone=ZONE)
    for key, passages, language in (
        ("tower", TOWER, "en"), ("herald", HERALD, "en"), ("chronicle", CHRONICLE, "ru"),
    ):  # fmt: skip
        add_edition(corpus, add_source(corpus, key, language), passages)
    crane = add_event(corpus, "The crane falls", "2011-12-16T12:00:00")
    add_event(corpus, "The inquiry", "2011-12-19")
    people = (("all", ""), ("dockers", "all"))
    deaths, _ = corpus.aspects.add(
        AspectFields("Deaths", unit="people", counts=True, scopes=people)
    )
    injured, _ = corpus.aspects.add(AspectFields("Injured", unit="people", counts=True))
    corpus.aspects.add(AspectFields("Cause", "choice", choices=(("storm", ""), ("fire", ""))))
    corpus.aspects.add(AspectFields("Moment", "time"))
    corpus.aspects.add(AspectFields("What happened", "text"))
    for name in ("Dockers", "The port master", "Полиция"):
        corpus.voices.add(VoiceFields(name))
    herald = held(corpus, "herald/original")
    corpus.mentions.add(crane, herald, *span(corpus, herald, "A crane fell at noon"))
    for aspect, words, least, vague in (
        (deaths, "three dockers were killed", 3, ""), (injured, "dozens injured", None, "dozens"),
    ):  # fmt: skip
        fields = ClaimFields(crane, aspect, least, least, vague=vague, unit="people")
        corpus.claims.add(fields, herald, *span(corpus, herald, words))
    spellings = (Spelling("Gullhaven", "Latn", "en"),)
    corpus.names.add(NameFields("place", spellings))
    corpus.close()
