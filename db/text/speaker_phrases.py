"""The words that name a speaker, before or after a verb of speaking."""

from __future__ import annotations

from typing import Final

from db.text.phrase_edges import BY_MEANS, LONGEST, SOME_OF, STOPS
from db.text.phrase_names import PhraseNames

Range = tuple[int, int]
_DETOURS: Final = 4
_LATER: Final = 8
_NEAR: Final = 4
_SHORT: Final = 4
_FEW: Final = 3
_CLAUSES: Final = frozenset(["after", "when", "until", "since", "before", "because", "where", "as"])
_WHEN: Final = frozenset(["when", "while", "if", "once", "though", "although"])
_PARTICIPLES: Final = (
    "ing", "ed", "щий", "щая", "щие", "щего", "щей", "щих", "вший", "вшая", "вшие", "вшего", "вшей",
    "вших", "нный", "нная", "нные", "нного", "нной", "нных", "шийся", "шаяся", "шиеся", "щийся",
    "щаяся", "щиеся", "знакомый", "близкий",
)  # fmt: skip
_THAT_TIME: Final = frozenset(["that", "this", "the", "last", "next", "same", "earlier"])
_FOLLOWING: Final = frozenset(["next", "same", "following", "previous", "this", "last"])
_TIMES: Final = frozenset(
    ["day", "night", "morning", "evening", "afternoon", "week", "month", "year", "weekend"]
)
# «Источник, близкий к следствию»: it is said by it which source it is.
_CLOSE: Final = ("близк", "знаком", "приближенн")
_BEHIND: Final = frozenset(["by", "from"])
_ACCUSING: Final = (
    "обвин", "винят", "винил", "подозрева", "заподозр", "упрек", "улич", "изоблич",
)  # fmt: skip
_MONTHS: Final = frozenset(
    ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
     "октября", "ноября", "декабря"]
)  # fmt: skip
_AND: Final = frozenset(["and", "or", "nor", "и"])


class SpeakerPhrases(PhraseNames):
    """Finds noun phrases among the tokens of one sentence."""

    def forward(self, index: int) -> Range | None:
        """Return the noun phrase that begins at a token, where it names a speaker."""
        carrier = self._words.carriers.at(self._tokens, index + (self.word(index) == "the"))
        if carrier:
            index += carrier[0] + (self.word(index) == "the")
        if self.word(index) in self._words.in_institution:
            if self.word(index - 1).startswith(_ACCUSING):
                # «обвинили в организации беспорядков»: of what, not where.
                return None
            index += 1
            if self.word(index) in self._words.occasions or not self._is_institution(index):
                return None
        elif self.word(index) in self._words.prepositions:
            return None
        elif self.word(index) in _AND and self.word(index + 1) != ".":
            # "fear and suffering", but «и.о. министра»
            return None
        last = self.phrase_end(index)
        if self.word(last) in _BEHIND and self._is_document(index, last):
            # "a statement released by the police": the police speak.
            return self.forward(last + 1)
        governed = self.word(index - 1) == "согласно"
        if not (governed or self._words.passed_on.before(self._tokens, index)):
            # «ссылаясь на служебную записку», «согласно жителю» have no hearer.
            last = self._before_hearer(index, last)
        return self.named(index, last)

    def _before_hearer(self, first: int, last: int) -> int:
        """Return the end of a Russian speaker without who was told: "сказал майор биографу"."""
        hearers = [at for at in range(first + 1, last) if self._is_told(at)]
        last = hearers[0] if hearers and not self._words.passive else last
        while not self._words.passive and last - first > 1:
            word, small = self.word(last - 1), not self._is_capital(last - 1)
            told = small and word.endswith(("у", "ю", "ам", "ям")) and len(word) > _SHORT
            governed = any(self.word(at) in self._words.prepositions for at in range(first, last))
            if not told or governed:
                break
            last -= 1
        return last

    def _is_told(self, index: int) -> bool:
        # "полиции" and "радио" may as well belong to the speaker.
        word = self.word(index)
        return word in self._words.recipients and word.endswith(("у", "ю", "ам", "ям"))

    def _is_institution(self, first: int) -> bool:
        """Tell whether a Russian place may speak: "сообщили в полиции", not «винят в краже»."""
        near = range(first, min(first + _NEAR, len(self._tokens)))
        return any(
            self.word(at) == '"' or self._is_capital(at) or self._words.nouns.at(self._tokens, at)
            for at in near
        )

    def backward(self, index: int) -> Range | None:
        """Return the noun phrase that ends before a verb, past what is said of it by the way.

        "A. Person, who leads the union, said": back over "who …", "the …", "of …", "or …".
        """
        last = index - (self.word(index - 1) == "," and index > 1)
        for _ in range(_DETOURS):
            first = self._chunk_start(last)
            if self.word(first - 1) in self._words.relatives:
                if last == index and self._begins_subject(first):
                    # "the crowd, which police estimated at": the clause has its own subject.
                    return self._subject(first, last)
                commas = [at for at in range(max(0, first - 4), first) if self.word(at) == ","]
                last = commas[-1] if commas else first - 1
            elif last < index and self.word(first - 1) == "," and self._is_aside(first):
                last = first - 1
            else:
                break
        if self.word(last) == "," and self.word(last + 1).startswith(_CLOSE):
            last = index - (self.word(index - 1) == ",")
        first = self._with_title(first) if last == index - 1 else self._after_clause(first, last)
        return self._subject(first, last) if first < last else None

    def shared(self, index: int) -> Range | None:
        """Return the speaker a clause begins with, given a later verb: "The mayor … and said"."""
        first = self._chunk_start(index)
        while first < index and self.word(first) in self._words.openers:
            first += 1
        for at in range(first, min(first + _FEW, index)):
            listed = self._words.nouns.at(self._tokens, at)
            if listed:
                return self.named(first, min(self.phrase_end(first), index))
        return None

    def _after_clause(self, first: int, last: int) -> int:
        """Return where the last clause begins: "it ended when | the owners told them"."""
        if not self._words.passive:
            return first
        cuts = [at for at in range(first + 1, last) if self.word(at) in _CLAUSES]
        cuts = [at for at in cuts if self._nouns(at + 1, last)]
        return cuts[-1] + 1 if cuts else first

    def _with_title(self, first: int) -> int:
        """Return where "the police chief, A. Person," begins, given where the name does.

        The title must begin what is said or stand behind its quotation, with an article.
        """
        before = first - 2
        named = self.word(first - 1) == "," and self._is_capital(first)
        if not named or before < 0 or not self._tokens[before].is_word:
            return first
        start = self._chunk_start(first - 1)
        titled = self.word(start) in ("the", "its", "a", "his", "her", "their") and bool(
            self._nouns(start, first - 1)
        )
        free = start == 0 or self.word(start - 1) == '"'
        return start if titled and free else first

    def _begins_subject(self, first: int) -> bool:
        listed = self._words.nouns.at(self._tokens, first)
        return bool(listed) or self.word(first) in self._words.articles

    def _is_aside(self, first: int) -> bool:
        word = self.word(first)
        articles, prepositions = self._words.articles, self._words.prepositions
        titles = self._words.titles
        listed = word in articles or word in prepositions or word in titles
        # "…, живущий в Киеве, …" and "…, ныне живущий в Киеве, …".
        opening = (word, self.word(first + 1)) if not self._words.passive else (word,)
        participle = any(len(one) > 5 and one.endswith(_PARTICIPLES) for one in opening)
        # "the prosecutor, when asked, said"
        participle = participle or (word in _WHEN and self.word(first + 1).endswith(("ed", "ing")))
        # "…, ссылаясь на адвоката, …"
        passed_on = bool(self._words.passed_on.at(self._tokens, first))
        # "Stanley Dale, Local 13 vice president, said"
        end = next(
            (at for at in range(first, first + LONGEST) if self.word(at) in (",", "")), first
        )
        titled = any(self.word(at) in titles for at in range(first, end))
        # "Glenn Rabon, executive officer of the council, said"; "the mayor, however, said"
        named = self._is_capital(first - 2) and first > 2 and self._is_capital(first - 3)
        titled = titled or (named and bool(self._nouns(first, end)))
        titled = titled or (end == first + 1 and word in self._words.openers)
        return listed or participle or passed_on or titled or self._tokens[first].is_figure

    def later(self, index: int) -> Range | None:
        """Return the first speaker named by a noun after an index: "сказал журналистам аким"."""
        accused = self.word(index - 1).startswith(_ACCUSING)
        if accused and self.word(index) in self._words.in_institution:
            return None
        for at in range(index, min(index + _LATER, len(self._tokens))):
            if self.word(at) in STOPS and not self.joins(at):
                return None
            if self.word(at) in SOME_OF and self.word(at + 1) == "из":
                return self.named(at, self.phrase_end(at))
            before = self.word(at - 1)
            # "сообщили во вторник в полиции": an institution speaks where it is.
            placed = before in self._words.prepositions - self._words.in_institution
            # "заявил в суде подсудимый": where it was said.
            placed = placed or self.word(at) in self._words.occasions
            # "рассказала в эфире общественного радио секретарь": the outlet is where.
            outlet = bool(self._words.hearers.at(self._tokens, at))
            placed = placed or (outlet and before.endswith(("ого", "его", "ой", "ей")))
            if self._words.in_institution and not placed and self._is_person(at):
                return self.named(at, self.phrase_end(at))
            if self._words.nouns.at(self._tokens, at) and not placed:
                return self.named(at, self.phrase_end(at))
        return None

    def _is_person(self, at: int) -> bool:
        """Tell whether a Russian name stands at a token, no place: "рассказал из дома Ерлан"."""
        placed = self.word(at - 1) in self._words.prepositions
        quoted = self.word(at - 1) == '"'
        name = self._tokens[at].is_word and self._is_capital(at) and len(self.word(at)) > 2
        cased = self.word(at).endswith(("у", "ю", "е", "ом", "ем", "ой", "ым", "ии"))
        return name and not (placed or quoted or cased)

    def _subject(self, first: int, last: int) -> Range | None:
        while first < last:
            timed = self._after_date(first) or self._after_time(first, last)
            initial = self.word(first + 1) == "." and self.joins(first + 1)
            if timed == first and (self.word(first) not in self._words.openers or initial):
                break
            first = max(timed, first + 1)
        if first < last and self.word(first) in self._words.prepositions:
            start = self._after_preposition(first, last)
            if start is None:
                return None
            if self.word(first) in self._words.in_institution and start == first + 1:
                last = min(last, max(start + 1, self.phrase_end(start)))
            first = start
        carrier = self._words.carriers.at(self._tokens, first)
        first += carrier[0] if carrier else 0
        # «накануне отмены режима | один из участников»
        some = [at for at in range(first + 1, last - 1) if self.word(at) in SOME_OF]
        first = next((at for at in some if self.word(at + 1) == "из"), first)
        last = next((at for at in range(first + 1, last) if self._is_end(at)), last)
        # "министр 22 января на брифинге рассказал"
        last = next((at for at in range(first + 1, last) if self._after_date(at)), last)
        if self.word(first) == "both" and _AND & {self.word(at) for at in range(first, last)}:
            first += 1
        behind = next((at for at in range(first + 1, last) if self.word(at) in _BEHIND), last)
        if behind < last and self._is_document(first, behind):
            # "Figures from the ministry show …"
            return self.named(behind + 1, last)
        if self.word(last - 1) in _AND:
            # "the ministry called it a smear and denied it": the speaker stands further back.
            nouns = self._nouns(first, last)
            return self.named(first, nouns[0] + 1) if nouns else None
        return self.named(first, last)

    def _after_date(self, first: int) -> int:
        """Return the index after a Russian date, «13 июля», else 0."""
        month = self._tokens[first].is_figure and self.word(first + 1) in _MONTHS
        return first + 2 if month else 0

    def _after_time(self, first: int, last: int) -> int:
        """Return where the speaker begins behind "that day", "the following week"."""
        if self.word(first) in _TIMES and self.word(first - 1) in _THAT_TIME:
            return first + 1
        if self.word(first) not in _THAT_TIME:
            return first
        follows = self.word(first + 1)
        at = first + 1 + (follows in _FOLLOWING or self.word(first) == "earlier")
        plain = self.word(first) != "the" or follows in _FOLLOWING
        timed = plain and self.word(at) in _TIMES and at + 1 < last and not self._is_capital(at)
        return at + 1 if timed else first

    def _is_end(self, at: int) -> bool:
        passed_on = self._words.passed_on.at(self._tokens, at)
        # "ее брат официальную версию отвергает": an object in the accusative.
        accusative = self.word(at).endswith(("ую", "юю"))
        by_means = self.word(at) == "по" and self.word(at + 1) in BY_MEANS
        return bool(passed_on) or accusative or by_means or self.word(at) in self._words.endings

    def _after_preposition(self, first: int, last: int) -> int | None:
        """Return where the speaker begins after "on Thursday", "at the hospital", "в полиции"."""
        nouns = self._nouns(first + 1, last)
        timed = self.word(first + 1) in self._words.occasions
        if (
            not timed
            and self.word(first) in self._words.in_institution
            and (not nouns or nouns[0] <= first + 2 or self.word(first + 1) == '"')
        ):
            return first + 1
        dated = first + 1
        while dated < last and (
            self.word(dated) in self._words.openers | _TIMES
            or self.word(dated) in self._words.occasions
            or self._tokens[dated].is_figure
        ):
            dated += 1
        if first + 1 < dated < last:
            return dated
        for at in range(first + 3, last):
            determined = self.word(at) in self._words.articles
            if determined and self.word(at - 1) not in self._words.links:
                return at
        # "At the hospital doctors said": the second noun speaks, unless it belongs to the first.
        if len(nouns) > 1 and nouns[1] == nouns[0] + 1 and nouns[0] <= first + 2:
            return nouns[1]
        return nouns[0] if nouns else None
