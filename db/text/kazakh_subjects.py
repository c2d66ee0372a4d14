"""The subject of a Kazakh clause, where it names a speaker."""

from __future__ import annotations

from typing import Final

from db.text.kazakh_names import AT, DATIVE, GENITIVE, LONGEST, OBLIQUE, SAID, SHORT
from db.text.kazakh_openings import PARTICIPLE, OpeningReader

Range = tuple[int, int]
_STOPS: Final = frozenset(".,;:!?…()[]")
_PLURAL: Final = (
    "лар", "лер", "дар", "дер", "тар", "тер", "лары", "лері", "дары", "дері", "тары", "тері",
)  # fmt: skip
_AGENT: Final = ("ушы", "уші", "шы", "ші", "кер", "гер", "шысы", "шісі")
_CALLED: Final = frozenset(["есімді", "атты", "деген", "лақапты"])
# Heads that belong to the noun before: "полиция бастығы", "аурухана қызметкерлері".
_HEADS: Final = (
    "шысы", "шісі", "тығы", "тігі", "шылары", "шілері", "керлері", "герлері", "кері", "гері",
    "лығы", "лігі",
)  # fmt: skip
_ADDRESSED: Final = frozenset(["ақсақал", "апа", "ханым", "мырза", "көке", "аға", "әже", "ата"])
_THOSE: Final = ("ғандар", "гендер", "қандар", "кендер")
_WITH: Final = frozenset(["мен", "пен", "бен"])
_OWNED: Final = ("ы", "і")
_OWNED_OBJECT: Final = ("ын", "ін", "ына", "іне")
_OWNED_OBLIQUE: Final = ("іне", "ына", "інің", "ының", "інен", "ынан")
_MANY: Final = ("лар", "лер", "дар", "дер", "тар", "тер")


class SubjectReader(OpeningReader):
    """Finds subjects among the tokens of one sentence."""

    def at(self, first: int, verb: int | None = None) -> Range | None:
        """Return the subject that begins at a token or after words of time and place.

        ``verb`` is where its verb stands; without one only what surely names a speaker is taken.
        """
        first = self._after_openers(first)
        placed = self._after_place(first)
        if placed and self._noun_end(placed):
            first = placed
        first = self._after_topic(first)
        part, noun = self._part_end(first), self._noun_end(first)
        if part and noun and noun + 1 < part:
            # "дүкен иесі Гүлнәр … терезелердің бәрі": a part of something else.
            part = None
        last = (
            part
            or noun
            or self._those_end(first)
            or self._name_end(first)
            or self._agent_end(first)
        )
        if last is None and verb is not None:
            before = self._before_verb(first, verb)
            if before:
                return before
            last = self._single(first, verb)
        return self.named(first, last) if last else None

    def _before_verb(self, first: int, verb: int) -> Range | None:
        """Return the subject behind its object: "ақпаратты әкімдік жоққа шығарды"."""
        at = verb - 1
        listed = at > first and self._words.nouns.at(self._tokens, at)
        if not listed or at + listed[0] != verb or self._tokens[at - 1].is_figure:
            return None
        while (
            at > first
            and self._tokens[at - 1].is_word
            and not (self._is_object(at - 1) or self._is_owned_object(at - 1))
        ):
            at -= 1
        return self.named(at, verb) if at > first else None

    def second(self, first: int, verb: int) -> Range | None:
        """Return the subject of what the first one says, where it is itself of speaking.

        "Төраға орынбасары оған … айтқанын мәлімдеді": the deputy said it, the chairman says so.
        """
        said = [at for at in range(first, verb) if self._word(at).startswith(_SAYING)]
        end = self._noun_end(first) if said else None
        return self.named(first, end) if end else None

    def before_object(self, first: int, last: int) -> Range | None:
        """Return a first word that bears no case before one that does: "Amnesty дәрігерлерге"."""
        if last - first < 2 or self._word(first).endswith(OBLIQUE):
            return None
        return self.named(first, first + 1) if self._word(first + 1).endswith(DATIVE) else None

    def is_speaker(self, first: int, last: int) -> bool:
        """Tell whether a noun of a speaker or a name stands among some words."""
        places = range(first, last)
        listed = any(self._words.nouns.at(self._tokens, at) or self._is_name(at) for at in places)
        return listed or self._word(last - 1).endswith(_PLURAL)

    def _noun_end(self, first: int) -> int | None:
        """Return the index after the first noun of a speaker and the name that follows it."""
        for at in range(first, min(first + LONGEST, len(self._tokens))):
            listed = self._words.nouns.at(self._tokens, at)
            if listed and at == first and at > 0 and self._tokens[at - 1].is_figure:
                # "10 адам қаза тапқанын": those who are counted do not speak.
                return None
            if listed and at > first + 1 and self._is_placed(at + listed[0]):
                # "Бауыржан Сыздықов Үкімет отырысында": the noun belongs to the occasion.
                return self._name_end(first)
            if listed:
                end = self._with_more(at + listed[0])
                return None if self._is_oblique_head(end) else end
            stopped = self._word(at) in _STOPS and not self._is_site(at)
            # "Меруерт Алматыдағы …": the name ended before.
            stopped = stopped or (at == first + 1 and self._is_next(first, at))
            if stopped or self._tokens[at].is_figure:
                return None
            # "жергілікті", local, ends as an object does: the first word may be either.
            if at > first and self._is_object(at) and self._word(at) not in _CALLED:
                return self._described_end(first)
        return None

    def _those_end(self, first: int) -> int | None:
        """Return the index after "оқиғаны көргендер", those who saw what happened."""
        return first + 2 if self._word(first + 1).endswith(_THOSE) else None

    def _is_next(self, first: int, at: int) -> bool:
        """Tell whether a place begins behind a name that no list knows."""
        return self._word(at).endswith(AT) and self._is_name(first) and self._is_name(at)

    def _described_end(self, first: int) -> int | None:
        """Return the index after "атын атамауды сұраған полицей", a noun behind a participle."""
        for at in range(first + 1, min(first + LONGEST, len(self._tokens))):
            if not self._tokens[at].is_word:
                return None
            listed = self._words.nouns.at(self._tokens, at)
            if listed and self._word(at - 1).endswith(PARTICIPLE):
                return self._with_more(at + listed[0])
        return None

    def _is_oblique_head(self, index: int) -> bool:
        """Tell whether the head of what seemed a subject has a case: "полиция қызметкеріне"."""
        listed = bool(self._words.nouns.at(self._tokens, index))
        # "үкімет отырысынан кейін"
        occasion = self._word(index + 1) in ("кейін", "соң", "бұрын", "бері")
        return (listed or occasion) and self._word(index).endswith(_OWNED_OBLIQUE)

    def _owned_end(self, last: int) -> int | None:
        """Return the index after the head that a genitive belongs to: "комиссиясының төрағасы"."""
        for at in range(last, min(last + 6, len(self._tokens))):
            if not self._tokens[at].is_word or (at > last and self._is_object(at - 1)):
                return None
            if self._word(at).endswith(GENITIVE):
                for head in (at + 1, at + 2):
                    listed = self._words.nouns.at(self._tokens, head)
                    if listed and self._word(head + listed[0] - 1).endswith(_OWNED):
                        return head + listed[0]
                return None
        return None

    def _with_more(self, last: int) -> int:
        """Add a further noun and a name: "полиция департаменті", "адвокат Вера Ким"."""
        owned = self._owned_end(last)
        if owned:
            return self._with_more(owned)
        body = self._body_end(last)
        if body:
            return body
        named = self._names_end(last)
        if self._word(last - 1).endswith(_PLURAL) and self._word(named).endswith(_OWNED_OBJECT):
            # "депутаттар Қазақстан билігін айыптады": the name belongs to the object.
            return last
        if self._word(named) in _WITH and named == last + 1:
            # "орындар Жаңаөзен мен Шетпедегі"
            return last
        if self._word(last) == "-" and self._word(named).endswith(_OWNED):
            # "премьер-министр орынбасары"
            return self._service_end(named)
        if named > last and self._word(named - 1) != '"' and self._word(named).isalpha():
            # "Куәгер Сәуле полиция …": the name ends the subject, but for how one is addressed.
            called = 2 * (self._word(named) in _CALLED) or int(self._word(named) in _ADDRESSED)
            return named + called
        return self._without_name(named)

    def _without_name(self, last: int) -> int:
        """Add what belongs to a noun that no name follows: "комиссия мүшесі Аманжол Қабылов"."""
        if self._word(last).endswith(_OWNED) and len(self._word(last)) > SHORT:
            called = self._names_end(last + 1)
            joined = self._word(called) in _WITH
            if called > last + 1 and not self._is_name(last) and not joined:
                return called + int(self._word(called) in _ADDRESSED)
        listed = self._words.nouns.at(self._tokens, last)
        if listed and self._word(last - 1).endswith(_MANY) and self._is_owned(last, listed[0]):
            # "кеншілер одағы", the union of miners
            return self._with_more(last + listed[0])
        if self._word(last - 1).endswith((*_OWNED, *_MANY)):
            return last
        return self._service_end(last)

    def _service_end(self, last: int) -> int:
        """Return the index after "ІІМ баспасөз қызметі", given the index after "ІІМ"."""
        # One word may stand between a body and its service.
        for at in (last, last + 1):
            listed = self._words.nouns.at(self._tokens, at)
            if listed and self._is_owned(at, listed[0]):
                return self._with_more(at + listed[0])
            if at == last and self._word(at).endswith(_HEADS):
                return self._with_more(at + 1)
            # "БҰҰ жоғарғы комиссары": "жоғарғы" ends as an adjective does.
            case = self._word(at).endswith(OBLIQUE) and not self._word(at).endswith(("ғы", "гі"))
            if not self._word(at).isalpha() or case:
                break
        return last

    def _is_owned(self, index: int, length: int) -> bool:
        """Tell whether a listed noun belongs to the one before: "одағы", "қызметі"."""
        return self._word(index + length - 1).endswith(_OWNED)

    def _body_end(self, last: int) -> int | None:
        """Return the index after "БҰҰ-ның … комитеті", given the index after "БҰҰ"."""
        if self._word(last) != "-" or not self._word(last + 1).endswith(GENITIVE):
            return None
        for at in range(last + 2, min(last + 2 + LONGEST, len(self._tokens))):
            listed = self._words.nouns.at(self._tokens, at)
            if listed and self._word(at + listed[0] - 1).endswith(_OWNED):
                return at + listed[0]
            if not self._tokens[at].is_word:
                break
        return None

    def hearer(self, first: int, verb: int) -> Range | None:
        """Return the outlet told between a subject and its verb, with its name before it."""
        for at in range(first, min(first + 5, verb)):
            if self._is_heard(at):
                return self.named(first, at + 1)
        return None

    def _agent_end(self, first: int) -> int | None:
        for at in range(first, min(first + 4, len(self._tokens))):
            word = self._word(at)
            if not self._tokens[at].is_word or self._is_object(at) or self._is_owned_object(at):
                return None
            if word.endswith(_PLURAL) or (word.endswith(_AGENT) and len(word) > 5):
                return self._names_end(at + 1)
        return None

    def _single(self, first: int, verb: int) -> int | None:
        """Return the end of a subject of one word that no list knows: "Тергеу … деп санайды"."""
        if first >= verb or not self._tokens[first].is_word:
            return None
        said = self._word(verb - 1) == "деп" or self._word(verb) in ("деп", "деді", "дейді", "десе")
        said = said or any(self._word(at).endswith(SAID) for at in range(first + 1, verb))
        # "Армия шекарадан …", "Тергеу оны …": what follows is no longer the subject.
        follows = self._word(first + 1)
        said = said or follows.endswith(OBLIQUE) or follows in self._words.pronouns
        word = self._word(first)
        owned = first + 1 < verb and follows.endswith(_OWNED) and len(follows) > 4
        if word.endswith(GENITIVE) and owned and not follows.endswith(SAID):
            # "Марқұмның жесірі …": whose it is stands before.
            return first + 2
        return first + 1 if said and not word.endswith(OBLIQUE) and len(word) > 2 else None


_SAYING: Final = ("айтқан", "хабарлаған", "мәлімдеген", "жеткізген", "растаған")
