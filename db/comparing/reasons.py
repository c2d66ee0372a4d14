"""Why two claims relate as they do: one sentence for each case of the seven rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from db.comparing.said import said
from db.records import Aspect, Claim, ClaimRelation


class Reason(StrEnum):
    """One case of a rule."""

    EQUAL = "equal"
    VOICE_LATER = "voice-later"
    SOURCE_LATER = "source-later"
    GREW = "grew"
    PART_EXCEEDS = "part-exceeds"
    OTHER_SCOPE = "other-scope"
    PART_OF_SCOPE = "part-of-scope"
    OTHER_UNIT = "other-unit"
    PART_OF_EVENT = "part-of-event"
    OTHER_MOMENT = "other-moment"
    EXPECTED = "expected"
    OVERLAP = "overlap"
    MEET = "meet"
    VAGUE = "vague"
    APART = "apart"
    NARROWER = "narrower"
    OPPOSITE = "opposite"
    EXCLUDE = "exclude"
    LEAVES_NO_ROOM = "leaves-no-room"
    DENIES_ELSE = "denies-else"
    NOT_JUDGED = "not-judged"


# In English, for the command line; the window has them in the reader's language. {first} and
# {second} are what the two claims say, the earlier one first where the order is known.
SENTENCES: Final[Mapping[Reason, str]] = {
    Reason.EQUAL: "both say {first}.",
    Reason.VOICE_LATER: "the same voice ({voice}) said {first} and later {second}.",
    Reason.SOURCE_LATER: "the same source said {first} and later {second}.",
    Reason.GREW: "the count was still rising: {first}, and later {second}; both can be right.",
    Reason.PART_EXCEEDS: "{part} ({part_scope}) is more than {whole} ({whole_scope}), "
    "of which it is a part.",
    Reason.OTHER_SCOPE: "{first} is said of “{first_scope}”, {second} of “{second_scope}”.",
    Reason.PART_OF_SCOPE: "{part} is said of “{part_scope}” only, {whole} of “{whole_scope}”, "
    "of whom they are a part.",
    Reason.OTHER_UNIT: "{first} is in {first_unit}, {second} in {second_unit}.",
    Reason.PART_OF_EVENT: "{first} is said of “{first_event}”, {second} of “{second_event}”; "
    "one event is a part of the other.",
    Reason.OTHER_MOMENT: "{first} and {second} are said of two moments; what changes with time "
    "can be both.",
    Reason.EXPECTED: "{expected} is expected and {found} is told; what is yet to come is another "
    "moment.",
    Reason.OVERLAP: "{first} and {second} overlap, so that both can be right.",
    Reason.MEET: "{first} and {second} part at one number that both name.",
    Reason.VAGUE: "{first} and {second} differ only by a vague word.",
    Reason.APART: "{first} and {second} cannot both be right.",
    Reason.NARROWER: "one of {first} and {second} is a more general word for the other.",
    Reason.OPPOSITE: "one says {first}, the other {second}.",
    Reason.EXCLUDE: "{first} and {second} rule each other out.",
    Reason.LEAVES_NO_ROOM: "who says {affirmed} leaves no room for what the other "
    "denies; it says {denied}.",
    Reason.DENIES_ELSE: "{denied} does not touch {affirmed}; a program cannot judge more.",
    Reason.NOT_JUDGED: "{first} and {second} are words that a program cannot judge.",
}


# The claims that sentences name.
CLAIMS: Final = (
    "first", "second", "part", "whole", "affirmed", "denied", "expected", "found",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the sentence of a reason names, not yet in the words of any language.

    `first` and `second` are the two claims, `part` the one that counts a part of what `whole`
    counts, `affirmed` the one that affirms where one of them denies, `expected` the one that only
    expects where the other tells. `voice` is the name of the
    first one's voice, empty for the source itself. The events are titles.
    """

    aspect: Aspect
    first: Claim
    second: Claim
    part: Claim
    whole: Claim
    affirmed: Claim
    denied: Claim
    expected: Claim
    found: Claim
    voice: str
    first_event: str
    second_event: str

    @property
    def same_event(self) -> bool:
        """Whether both speak of one event, not of an event and its part."""
        return self.first.event_id == self.second.event_id

    def event_of(self, claim: Claim) -> str:
        """The title of the event that one of the claims speaks of."""
        return self.first_event if claim.event_id == self.first.event_id else self.second_event


@dataclass(frozen=True, slots=True)
class Proposal:
    """The relation a rule gives two claims, None = not judged, with the rule's number.

    `claims` are the two, the earlier one first where the order is known. `grounds` gives what the
    sentence of the case names; it is asked only when somebody reads the sentence.
    """

    claims: tuple[Claim, Claim]
    relation: ClaimRelation | None
    rule: int
    case: Reason
    grounds: Callable[[], Grounds]

    @property
    def reason(self) -> str:
        """One English sentence in plain words that names the rule."""
        sentence = SENTENCES[self.case].format(**english(self.grounds()))
        verdict = "" if self.relation else "Not judged. "
        return f"{verdict}Rule {self.rule}: {sentence}"


def changed_words(before: Claim, now: Claim, aspect: Aspect) -> str:
    """That a claim was judged before it was changed, and what it said then."""
    words = said(before, aspect)
    if words == said(now, aspect) or before.aspect_id != now.aspect_id:
        return f"Judged before {now.key} was changed."
    return f"Judged before {now.key} was changed: it said {words}."


def english(grounds: Grounds) -> dict[str, str]:
    """Words for every name that stands in `SENTENCES`."""
    claims = {name: getattr(grounds, name) for name in CLAIMS}
    words = {name: said(claim, grounds.aspect) for name, claim in claims.items()}
    words["voice"] = grounds.voice or "the source itself"
    for name in ("part", "whole"):
        counted = claims[name].scope or "all"
        words[f"{name}_scope"] = counted if grounds.same_event else grounds.event_of(claims[name])
    for name, event in (("first", grounds.first_event), ("second", grounds.second_event)):
        words[f"{name}_scope"] = claims[name].scope or "no scope named"
        words[f"{name}_unit"] = claims[name].unit or "no unit"
        words[f"{name}_event"] = event
    return words
