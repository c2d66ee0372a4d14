"""Names of chosen persons in a text: as listed, and in forms that are likely to be theirs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from db.sharing.endings import nobodys
from db.sharing.vocabulary import SHORTEST_PART, Kind, Token, Tokens, Vocabulary
from db.text.folding import FILLER, fold
from db.text.romanising import plain_latin

# Between two words of one name: spaces, hyphens, quotes, and a stop after an initial.
_GAP: Final = re.compile(rf"[\s'\"_{FILLER}-]{{1,4}}")
_GAP_AFTER_INITIAL: Final = re.compile(rf"[\s'\"_.{FILLER}-]{{1,4}}")
# Scripts that write words without a space between them.
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]"
)
_WORD: Final = re.compile(r"\w")
SHORTEST_LOWER: Final = 4


class Hit(NamedTuple):
    """A name in a text: where, whose (a place in the list given), in which folded form.

    `also` are others of the list whose name it may be as well, as of one family.
    """

    start: int
    end: int
    person: int
    form: str
    kind: Kind
    also: tuple[int, ...] = ()

    @property
    def persons(self) -> tuple[int, ...]:
        """Everybody whose name it may be."""
        return (self.person, *self.also)

    def of(self, persons: Sequence[int]) -> Hit:
        """The same name as that of some persons."""
        return self._replace(person=persons[0], also=tuple(persons[1:]))


@dataclass(frozen=True, slots=True)
class _Spelling:
    person: int
    words: tuple[str, ...]
    capital: bool


Accepts = Callable[[Hit], bool]


def any_hit(hit: Hit) -> bool:
    """Accept whatever may be a name."""
    return True


class Finder:
    """Finds persons by all their spellings, each person given as a sequence of spellings.

    `others` are names of somebody or something else: a word of theirs alone is not taken for a
    chosen person's.
    """

    def __init__(self, persons: Sequence[Sequence[str]], others: Collection[str] = ()) -> None:
        self._common = set(nobodys())
        self._common.update(word for other in others for word in Tokens(fold(other)).words)
        self._spellings: defaultdict[str, list[_Spelling]] = defaultdict(list)
        self._parts: defaultdict[str, list[int]] = defaultdict(list)
        self._vocabulary = Vocabulary()
        self._literal: list[tuple[int, re.Pattern[str], str]] = []
        self._initials: list[set[str]] = []
        for person, spellings in enumerate(persons):
            self._initials.append(set())
            for spelling in spellings:
                self._add(person, spelling)
        for listed in self._spellings.values():
            listed.sort(key=lambda s: -len(s.words))

    def _add(self, person: int, spelling: str) -> None:
        words = tuple(filter(None, Tokens(fold(spelling)).words))
        if not words or _UNSPACED.search(spelling):
            self._add_literal(person, spelling)
            return
        made = _Spelling(person, words, spelling.strip()[:1].isupper())
        self._spellings[words[0]].append(made)
        self._initials[person].update(word[0] for word in words)
        self._initials[person].update(plain_latin(word)[:1] for word in words)
        for word in words:
            if person not in self._parts[word]:
                self._parts[word].append(person)
            self._vocabulary.add(word)

    def _add_literal(self, person: int, spelling: str) -> None:
        folded = fold(spelling).replace(FILLER, "").strip()
        if folded:
            pattern = re.compile(f"{FILLER}*".join(map(re.escape, folded)))
            self._literal.append((person, pattern, folded))

    def find(self, text: str, accepts: Accepts = any_hit) -> list[Hit]:
        """Every hit in a text that is accepted, in order, none overlapping another.

        Where one name begins, the longest counts. Initials beside a name belong to it.
        """
        folded = fold(text)
        tokens = Tokens(folded)
        found = [hit for hit in self._literal_hits(folded) if accepts(hit)]
        kinds_of, free = self._vocabulary.kinds_of, 0
        for at, word in enumerate(tokens.words):
            if at < free or not kinds_of(word):
                continue
            hit, used = self._at(text, folded, tokens, at, accepts)
            if hit is not None:
                found.append(_with_initials(hit, text, folded, self._initials))
            free = at + used
        return list(_apart(found, folded))

    def _literal_hits(self, folded: str) -> list[Hit]:
        return [
            Hit(*m.span(), person, form, Kind.LISTED)
            for person, pattern, form in self._literal
            for m in pattern.finditer(folded)
        ]

    def _at(
        self, text: str, folded: str, tokens: Tokens, at: int, accepts: Accepts
    ) -> tuple[Hit | None, int]:
        """The best hit that begins with a word, and the words it takes."""
        best: Hit | None = None
        used = 1
        for name, kind in self._vocabulary.kinds_of(tokens.words[at]):
            for spelling in self._spellings.get(name, ()):
                hit = self._spelled(text, folded, tokens, at, spelling, kind)
                if hit is None or not accepts(hit):
                    continue
                rank = (-len(spelling.words), hit.kind)
                if best is None or rank < (-used, best.kind):
                    best, used = hit, len(spelling.words)
                elif rank == (-used, best.kind) and hit.person not in best.persons:
                    best = best.of((*best.persons, hit.person))
        part = None if best is not None else self._part(text, tokens[at])
        return best or (part if part is not None and accepts(part) else None), used

    def _spelled(
        self,
        text: str,
        folded: str,
        tokens: Tokens,
        at: int,
        spelling: _Spelling,
        kind: Kind,
    ) -> Hit | None:
        run = tokens.run(at, len(spelling.words))
        if len(run) < len(spelling.words):
            return None
        for before, token, wanted in zip(run, run[1:], spelling.words[1:], strict=False):
            own = dict(self._vocabulary.kinds_of(token.word)).get(wanted)
            if own is None or not _joins(folded, before, token):
                return None
            kind = max(kind, own)
        if kind > Kind.LOWER:
            # Its surer words count each by itself.
            return None
        if len(run) == 1:
            kind = _alone(kind, text, run[0], spelling)
        form = " ".join(token.word for token in run)
        if kind is Kind.LOWER and len(run[0].word) < SHORTEST_LOWER:
            return None
        return Hit(run[0].start, run[-1].end, spelling.person, form, kind)

    def _part(self, text: str, token: Token) -> Hit | None:
        """One word of a longer name, written with a capital or in an address."""
        if len(token.word) < SHORTEST_PART:
            return None
        capital = text[token.start].isupper()
        for name, kind in self._vocabulary.kinds_of(token.word):
            # A word in small letters is told only where it is the very word of a name.
            if len(name) >= SHORTEST_PART and (capital or kind in (Kind.LISTED, Kind.INSIDE)):
                own = self._part_kind(text, token, name, kind)
                first, *more = self._parts[name]
                return Hit(token.start, token.end, first, token.word, own, tuple(more))
        return None

    def _part_kind(self, text: str, token: Token, name: str, kind: Kind) -> Kind:
        if kind is Kind.INSIDE and not text[_place_in(text, token, name)].isupper():
            # "#FreeTingrev" is a person's, the sting in "existing" is not.
            return kind
        if name in self._common or token.word in self._common or kind is Kind.ALIKE:
            return Kind.ALIKE
        if kind is Kind.INSIDE:
            return Kind.PART
        written = text[token.start].isupper() or _in_address(text, token)
        return Kind.PART if written else Kind.ALIKE


def _alone(kind: Kind, text: str, token: Token, spelling: _Spelling) -> Kind:
    """How sure a single word is: "will" may be the verb where the name is Will."""
    lower = spelling.capital and not text[token.start].isupper()
    return max(kind, Kind.LOWER) if lower else kind


_ADDRESS_SIGNS: Final = re.compile(r"://|@|/|www\.|#")


def _in_address(text: str, token: Token) -> bool:
    """Whether a word stands in a web address, a mail address or a tag."""
    left, right = text[max(0, token.start - 200) : token.start], text[token.end : token.end + 60]
    before, after = left[-1:], right[:1]
    if (not before or before.isspace()) and (not after or after.isspace()):
        return False
    chunk = left.split()[-1:] if before and not before.isspace() else []
    chunk += right.split()[:1] if after and not after.isspace() else []
    return _ADDRESS_SIGNS.search(" ".join(chunk)) is not None


def _place_in(text: str, token: Token, name: str) -> int:
    """Where a name begins inside a word, marks and invisible characters counted."""
    letters = [at for at in range(token.start, token.end) if fold(text[at]) != FILLER]
    return letters[max(0, token.word.find(name))]


def _joins(folded: str, before: Token, token: Token) -> bool:
    gap = _GAP_AFTER_INITIAL if len(before.word) <= 2 else _GAP
    return gap.fullmatch(folded, before.end, token.start) is not None


def _apart(hits: list[Hit], folded: str) -> Iterator[Hit]:
    """Hits in order; of two that overlap the later keeps what is its own: no letter is lost."""
    end = 0
    for hit in sorted(hits, key=lambda h: (h.start, h.start - h.end)):
        start = max(hit.start, end)
        if start > hit.start:
            # What stands between two names is neither's.
            rest = _WORD.search(folded, start, hit.end)
            start = rest.start() if rest is not None else hit.end
        if start < hit.end:
            yield hit._replace(start=start)
            end = hit.end


def joined(hits: Sequence[Hit], text: str) -> list[Hit]:
    """Hits with those of one person that stand side by side made one, as in "Berg Anna"."""
    folded = fold(text)
    made: list[Hit] = []
    for hit in hits:
        last = made[-1] if made else None
        both = [p for p in last.persons if p in hit.persons] if last is not None else []
        if last is not None and both and _beside(folded, last, hit):
            form, end = f"{last.form} {hit.form}", max(last.end, hit.end)
            made[-1] = last.of(both)._replace(end=end, form=form)
        else:
            made.append(hit)
    return made


def _beside(folded: str, one: Hit, other: Hit) -> bool:
    return other.start <= one.end or _GAP.fullmatch(folded, one.end, other.start) is not None


_BEFORE: Final = re.compile(r"(?:(?<!\w)\w\.[ \u00a0]?-?){1,3}$")
_AFTER: Final = re.compile(r",?[ \u00a0](?:\w\.[ \u00a0]?-?){1,3}")


def _with_initials(hit: Hit, text: str, folded: str, initials: Sequence[set[str]]) -> Hit:
    """A hit with the initials beside it, where they are somebody's whose name it may be.

    Of several persons of one family, initials tell who it is.
    """
    before = _BEFORE.search(text, max(0, hit.start - 12), hit.start)
    after = _AFTER.match(text, hit.end, hit.end + 13)
    for beside in (before, after):
        whose = _whose(hit, text, folded, beside.span(), initials) if beside else []
        if beside and whose:
            start, end = beside.start(), beside.start() + len(beside[0].rstrip())
            hit = hit.of(whose)._replace(start=min(hit.start, start), end=max(hit.end, end))
    return hit


def _whose(
    hit: Hit, text: str, folded: str, span: tuple[int, int], initials: Sequence[set[str]]
) -> list[int]:
    """The persons of a hit whose initials the capitals of a span may be."""
    letters = [at for at in range(*span) if text[at].isalpha()]
    if not letters or not all(text[at].isupper() for at in letters):
        return []
    forms = [{folded[at], plain_latin(text[at])[:1]} for at in letters]
    return [p for p in hit.persons if all(form & initials[p] for form in forms)]
