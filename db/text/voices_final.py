"""Voices where the verb ends the clause: Kazakh.

The speaker is the subject at the head of the clause, or stands before a marker («айтуынша»), or
behind the verb where that follows a quotation («…», — деді Айгүл).  A Kazakh noun phrase ends with
its head, which as a subject bears no case: its end is known by the nouns of the word list, by
names, and by agent nouns in -шы/-ші and the plural; genitives and adjectives stand before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from db.text.kazakh_inverted import FINITE, LONGEST, PERFECT, STOPS, InvertedReader, Range
from db.text.kazakh_names import AT, SAID, is_published
from db.text.tokens import Token
from db.text.voice_words import VoiceWords

_RECENT: Final = ("соңғы", "ресми", "жаңа", "алғашқы", "кейінгі", "бұрынғы")
_TELLING: Final = ("айтып", "мәлімдеп", "хабарлап", "жеткізіп", "ескертіп")
_DELIVERED: Final = ("делінген", "делінеді", "делінді")
_SPREAD: Final = ("таратқан", "жариялаған", "жіберген", "берген")
_QUOTATION: Final = 40
# The most words of a clause that names a speaker before a marker.
_CLAUSE: Final = 10
# "бұл туралы бірінші болып жазды"
_ABOUT: Final = frozenset(["туралы", "жайлы", "жайында", "жөнінде"])
_NEAR: Final = 4
_GENITIVE: Final = ("ның", "нің", "дың", "дің", "тың", "тің")
# "айтуынша", "мәліметінше": according to what somebody said.
_ACCORDING: Final = ("уынша", "уінше", "тінше", "гінше", "сынша", "сінше", "ғынша", "ларынша")
_PASSIVE: Final = (
    "ылды", "ілді", "алды", "елді", "ылады", "іледі", "алады", "еледі", "ылған", "ілген",
)  # fmt: skip
_IMPERSONAL: Final = ("хабарлан", "болжан", "жоспарлан", "айыпта", "баяндан", "жариялан")
_WEPT: Final = ("жылады", "жылаған", "жылап")
_OTHER: Final = frozenset(
    ["тапты", "тапқан", "табады", "таниды", "келді", "кетті", "отырды", "болды", "болады", "жүрді",
     "тұрды"]
)  # fmt: skip
_GOING_ON: Final = frozenset(["отыр", "жатыр", "жүр", "тұр"])
_WAS: Final = frozenset(["еді", "болатын", "екен", "болған", "болды"])
_HOWEVER: Final = frozenset(["ал", "бірақ", "алайда", "дегенмен"])


def find_verb_final(text: str, tokens: Sequence[Token], words: VoiceWords) -> list[Range]:
    """Return the token ranges of the speakers of a sentence, the outermost first."""
    return _Reader(text, tokens, words).voices()


class _Reader(InvertedReader):
    """Walks over the tokens of one sentence."""

    def voices(self) -> list[Range]:
        """Return the speakers: those who speak, then those they pass on."""
        inner, outer = self._passed_on()
        outer += [speaker for speaker in self._marked() if not _overlaps(speaker, inner)]
        outer += [one for one in self._delivered() if not _overlaps(one, outer + inner)]
        spoken, before = self._inverted()
        if spoken and before:
            # "… растады, – деп хабарлайды Zakon.kz": whoever is reported on speaks within.
            inner += [one for one in self._spoken(before) if not _overlaps(one, outer + inner)]
        subjects = [one for one in spoken or self._spoken() if not _overlaps(one, outer + inner)]
        outer = subjects + outer if spoken else outer + subjects
        return outer + inner

    def _marked(self) -> Iterator[Range]:
        """Yield who stands before "айтуынша" and its like, or before "мәлімдемесінде"."""
        for index in range(1, len(self._tokens)):
            listed = self._words.after_speaker.at(self._tokens, index)
            genitive = self._word(index - 1).endswith(_GENITIVE)
            by_ending = genitive and self._word(index).endswith(_ACCORDING)
            stated = self._word(index) in self._words.statements and self._is_stated(index)
            speaker = self._before(index) if listed or by_ending or stated else None
            if speaker and self._is_distant(index, stated=stated):
                speaker = self._subjects.at(speaker[0]) or speaker
            if speaker and speaker[1] - speaker[0] > 1 and self._is_told(index - 1):
                # "белсендінің Азаттыққа айтуынша": an outlet that is told.
                yield index - 1, index
                speaker = (speaker[0], index - 1)
            if speaker:
                yield speaker

    def _is_told(self, index: int) -> bool:
        """Tell whether an outlet is told before a marker, behind a genitive."""
        owner = self._word(index - 1).endswith(_GENITIVE)
        return owner and self._subjects.is_heard(index)

    def _is_distant(self, index: int, *, stated: bool) -> bool:
        """Tell whether more than the speaker stands before a marker.

        "Белсенді телефон арқылы берген сұхбатында", "тілші оқиға орнынан хабарлағандай", "әкім
        Twitter парақшасында": the subject alone speaks.
        """
        before = self._word(index - 1)
        if self._word(index).endswith(("дай", "дей")) or stated:
            site = before.isascii() and before.isalpha()
            return before.endswith((*PERFECT, "нан", "нен", "дан", "ден", "да", "де")) or site
        return False

    def _is_stated(self, index: int) -> bool:
        verbs = self._words.statement_verbs
        rest = range(len(self._tokens))
        return any(self._word(at) in verbs for at in rest) or bool(list(self._verbs()))

    def _passed_on(self) -> tuple[list[Range], list[Range]]:
        """Return (those referred to, those who refer to them)."""
        for index in range(len(self._tokens)):
            phrase = self._words.passed_on.at(self._tokens, index)
            whole = self._before(self._before_quotation(index)) if phrase else None
            if not phrase or not whole:
                continue
            head = self._subjects.at(whole[0]) or self._subjects.before_object(*whole)
            if head and self._word(head[1] - 1).endswith(AT):
                # "ІІМ-дегі дереккөзге": where a source is says which it is.
                head = None
            head = self._quoted_name(*whole) or self._latin_name(*whole) or head
            if self._words.verbs.before(self._tokens, whole[0]) and whole[1] - whole[0] > 1:
                # "деп хабарлайды Xnews | Tengri.kz-ке сілтеме жасап"
                head = (whole[0], self._name_end(whole[0]))
            if head and head[1] < whole[1]:
                # "Телеарна министрдің сөзін келтіріп": the one who refers stands first.
                return [(head[1], whole[1])], [head]
            outer = self._subjects.at(index + phrase[0])
            marked = [one for one in self._marked() if outer and _overlaps(one, [outer])]
            return [whole], marked[:1] or ([outer] if outer else [])
        return [], []

    def _before_quotation(self, index: int) -> int:
        """Return where what was said begins, given what follows it: "«…» деген | сөзін"."""
        closing = index - 2
        if self._word(index - 1) != "деген" or self._word(closing) != '"':
            return index
        openings = range(closing - 1, max(0, closing - _QUOTATION), -1)
        return next((at for at in openings if self._word(at) == '"'), index)

    def _quoted_name(self, first: int, last: int) -> Range | None:
        """Return the name in quotation marks that words begin with, when more than it follows."""
        if self._word(first) != '"':
            return None
        closing = next((at for at in range(first + 1, last) if self._word(at) == '"'), last)
        if closing + 1 >= last or self._word(closing + 1).endswith(("ы", "і")):
            return None
        return first, closing + 1

    def _name_end(self, first: int) -> int:
        """Return the index after a name without spaces: "BAQ.KZ"."""
        last = first + 1
        while last < len(self._tokens) and self._tokens[last].start == self._tokens[last - 1].end:
            last += 1
        return last

    def _latin_name(self, first: int, last: int) -> Range | None:
        """Return the Latin name before another name: "Reuters | ІІМ-ге"."""
        at = first
        while at < last and self._word(at).isascii() and self._subjects.is_name(at):
            at += 1
        other = first < at < last and self._subjects.is_name(at)
        return (first, at) if other else None

    def _before(self, index: int) -> Range | None:
        """Return the words between the clause's start and a marker: "куәгерлердің | айтуынша"."""
        if self._word(index - 1) in _RECENT and self._word(index - 2).endswith(_GENITIVE):
            # "штабының соңғы мәліметінше"
            index -= 1
        first = index
        while first > 0 and not self._bounds(first - 1) and index - first < _CLAUSE:
            first -= 1
        while first < index and self._word(first) in self._words.openers:
            first += 1
        return self._subjects.named(first, index)

    def _bounds(self, index: int) -> bool:
        if self._word(index) == "." and self._is_joined(index):
            return False
        if self._words.passed_on.before(self._tokens, index + 1):
            return True
        if self._word(index - 1) == "деп" and self._words.verbs.at(self._tokens, index):
            return True
        return self._word(index) in STOPS or self._word(index) in self._words.statement_verbs

    def _delivered(self) -> Iterator[Range]:
        """Yield the speaker of "…», – делінген департамент таратқан хабарламада"."""
        for index in range(1, len(self._tokens)):
            if self._word(index) not in _DELIVERED:
                continue
            for at in range(index + 2, min(index + LONGEST + 3, len(self._tokens))):
                if self._word(at) in self._words.statements:
                    last = at - (self._word(at - 1) in _SPREAD)
                    speaker = self._subjects.named(index + 1, last) if last > index + 1 else None
                    yield from [speaker] if speaker else []
                    break

    def _verbs(self) -> Iterator[int]:
        """Yield where a verb of speaking ends its clause."""
        index = 0
        while index < len(self._tokens):
            verb = self._words.verbs.at(self._tokens, index) or self._any_verb(index)
            verb = None if verb and self._is_act(index, verb[0]) else verb
            last = index + (verb[0] if verb else 1)
            # "мәлімдеген еді"
            last += self._word(last) in _WAS
            ends = self._word(last) in STOPS or self._word(last) in ("", "-", '"')
            # "полиция төрт мың деп бағалаған жұрт": a clause before a noun ends so too.
            ends = ends or (self._word(index) == "деп" and self._word(last - 1).endswith(PERFECT))
            if (verb and ends and self._says(index)) or self._tells(index):
                yield index
            index = last

    def _tells(self, index: int) -> bool:
        """Tell whether it is the "айтып" of "жазықсыз екенін айтып жылады"."""
        return self._word(index) in _TELLING and self._word(index - 1).endswith(SAID)

    def _is_act(self, index: int, length: int) -> bool:
        """Tell whether a verb of speaking has an object that is no saying: "ән айтты"."""
        for first in (index - 2, index - 1, index):
            act = self._words.acts.at(self._tokens, first)
            if act and first + act[0] >= index + length:
                return True
        return False

    def _says(self, index: int) -> bool:
        """Tell whether "жазды" passes something on, and is no test that is written."""
        before = self._word(index - 1)
        if is_published(self._tokens, index):
            return False
        if not self._word(index).startswith("жаз") or before == "деп" or before.endswith(SAID):
            return True
        return any(self._word(at) in _ABOUT for at in range(max(0, index - _NEAR), index))

    def _any_verb(self, index: int) -> tuple[int, str] | None:
        """Return "деп" with an active verb behind it: saying, thinking, fearing and the like."""
        verb = self._word(index + 1)
        goes_on = self._word(index + 2) in _GOING_ON and not verb.startswith(_IMPERSONAL)
        if self._word(index) == "деп" and goes_on and verb.endswith("п"):
            # "деп күтіп отыр"
            return (3, "")
        passive = verb.endswith(_PASSIVE) and verb not in _WEPT
        active = verb.endswith(FINITE) and not passive and verb not in _OTHER
        active = active and not verb.startswith(_IMPERSONAL)
        return (2, "") if self._word(index) == "деп" and active else None

    def _spoken(self, until: int | None = None) -> list[Range]:
        """Return the subjects of the verbs of speaking, each sought from its clause's start.

        With ``until`` only those before a token that surely name a speaker are taken.
        """
        found: list[Range] = []
        first = 0
        for verb in self._verbs():
            if until is not None:
                sure = self._subjects.at(first) if verb < until else None
                found.extend([sure] if sure and sure[1] <= verb else [])
                break
            passed = self._after_marker(first, verb)
            subject = self._subjects.at(passed) if passed else self._subjects.at(first, verb)
            subject = subject or self._after_comma(first, verb)
            if subject:
                hearer = self._subjects.hearer(subject[1], verb)
                found.extend([hearer, subject] if hearer else [subject])
                said = self._subjects.second(subject[1], verb)
                found.extend([said] if said else [])
            first = verb + 2
            while first < len(self._tokens) and self._word(first) in STOPS:
                first += 1
        return found

    def _after_marker(self, first: int, verb: int) -> int:
        """Return the index after "Анасының айтуынша,", behind which another may speak, else 0."""
        for at in range(verb - 1, first, -1):
            marker = self._words.after_speaker.at(self._tokens, at)
            if marker and self._word(at + marker[0]) == ",":
                return at + marker[0] + 1
        return 0

    def _after_comma(self, first: int, verb: int) -> Range | None:
        """Return the subject of the last clause: "адам шықты, ал компания екі жүз деп отыр"."""
        for at in range(verb - 1, first, -1):
            if self._word(at) == "," and self._word(at + 1) in _HOWEVER:
                return self._subjects.at(at + 1)
        return None


def _overlaps(one: Range, others: Sequence[Range]) -> bool:
    return any(one[0] < other[1] and other[0] < one[1] for other in others)
