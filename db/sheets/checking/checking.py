"""Checking every quotation of a sheet: exact, altered, missing, or its source changed since."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from db.corpus import Corpus
from db.corpus.editions import text_hash
from db.records import Edition
from db.sheets.checking.anywhere import EveryPassage
from db.sheets.checking.finding import Found, SheetText, Verdict
from db.sheets.checking.folded import squeezed
from db.sheets.checking.from_right import runs_from_right
from db.sheets.checking.quoted import QuotedCheck
from db.sheets.checking.reading import SheetFile, read_sheet_file
from db.sheets.checking.stated import StatedQuotation
from db.sheets.references import DIGITS, Reference, find_references
from db.sheets.seals import find_quoted, without_quoted

# A blind sheet has letters in place of the keys of editions.
_KEY_MARK: Final = "/"
Told = Callable[[int, int], None]
"""Called with the quotations looked at and all there are; may raise to stop."""
_ADDRESS: Final = re.compile(r"(?<![\w.])([A-Z]{1,3}\.[0-9]{1,9})(?![\w.]*[0-9])")


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """One quotation: what it should say, and what the sheet says where that is not the same.

    `edition`, `start` and `end` are those of its reference; empty and 0 for words without one.
    """

    address: str
    verdict: Verdict
    expected: str
    found: str
    edition: str = ""
    start: int = 0
    end: int = 0


def check_sheet(corpus: Corpus, file: Path) -> list[CheckedQuotation]:
    """Check a sheet in any of our formats; raises UnreadableSheetError for anything else."""
    return check_read(corpus, read_sheet_file(file))


def check_read(corpus: Corpus, read: SheetFile) -> list[CheckedQuotation]:
    """Check a sheet whose file has been read."""
    return list(each_quotation(corpus, read))


def check_text(corpus: Corpus, pages: Sequence[str]) -> list[CheckedQuotation]:
    """Check the text of a sheet page by page, or words that were pasted."""
    return list(each_quotation(corpus, SheetFile(list(pages))))


def _untold(done: int, every: int) -> None:
    pass


def each_quotation(
    corpus: Corpus, read: SheetFile, told: Told = _untold
) -> Iterator[CheckedQuotation]:
    """The quotations of a sheet one after another, as each is checked.

    Every reference is checked at every place where its address is followed by its words. Where
    there is no reference, the addresses themselves are, and then whole paragraphs.
    """
    quoted = find_quoted(read.pages)
    if quoted is not None:
        pages = [without_quoted(page) for page in read.pages]
        stated = [each for each in read.stated if _KEY_MARK in each.edition]
        read = replace(read, pages=pages, stated=stated)
        yield from _quoted(QuotedCheck(corpus, pages, read.words), quoted)
    references = _references(read.pages)
    if read.stated:
        yield from _Checker(corpus, SheetText([])).stated(read.stated, references, told)
        return
    if quoted is not None and not references:
        return
    checker = _Checker(corpus, SheetText(read.pages))
    if references:
        alike: defaultdict[str, list[Reference]] = defaultdict(list)
        for reference in references:
            alike[reference.address].append(reference)
        for done, reference in enumerate(references):
            told(done, len(references))
            yield from checker.reference(reference, alike[reference.address])
        return
    found = list(checker.addresses(read.pages))
    yield from found or checker.paragraphs(read.pages, told)


def _quoted(check: QuotedCheck, addresses: Sequence[str]) -> Iterator[CheckedQuotation]:
    """The quotations of a worksheet that have no reference."""
    for address in addresses:
        verdict, words, edition = check.verdict(address)
        if verdict is not None:
            found = words if verdict is Verdict.EXACT else ""
            yield CheckedQuotation(address, verdict, words, found, edition.key if edition else "")


def _references(pages: Sequence[str]) -> list[Reference]:
    """Every reference in a text, once, in order; one may be cut by the end of a page."""
    found = [r for page in pages for r in find_references(page)]
    return list(dict.fromkeys(found or find_references("".join(pages))))


class _Checker:
    """Compares one sheet with one corpus."""

    def __init__(self, corpus: Corpus, text: SheetText) -> None:
        self._corpus = corpus
        self._text = text
        self._editions = {e.key: e for e in corpus.editions.all()}
        self._letters = {s.id: s.letter for s in corpus.sources.all()}
        self._texts: dict[int, str] = {}
        self._every: EveryPassage | None = None

    def _words(self, edition: Edition, start: int, end: int) -> str:
        if edition.id not in self._texts:
            self._texts[edition.id] = self._corpus.editions.text(edition.id)
        return self._texts[edition.id][start:end]

    def _referred(self, reference: Reference) -> str:
        """The words of a reference as the corpus has them."""
        edition = self._editions.get(reference.edition)
        return self._words(edition, reference.start, reference.end) if edition else ""

    def reference(
        self, reference: Reference, alike: Sequence[Reference]
    ) -> Iterator[CheckedQuotation]:
        """Every place where one reference's words stand or should; `alike` share its address."""
        words = self._referred(reference)
        if text_hash(words)[:DIGITS] != reference.digits:
            found = next(iter(self._text.quotations(reference.address, words)), None)
            shown = found.words if found and found.words else words if found else ""
            yield self._checked(reference, Verdict.SOURCE_CHANGED, words, shown)
            return
        others = [self._referred(other) for other in alike if other != reference]
        places = list(self._text.quotations(reference.address, words, others))
        exact = bool(places) and all(place.verdict is Verdict.EXACT for place in places)
        if not exact and self._text.holds_in_marks(words):
            # Claims are quoted in marks, before their address.
            places = [Found(Verdict.EXACT)]
        elif not exact and runs_from_right(words):
            altered = sum(place.verdict is Verdict.ALTERED for place in places)
            if self._text.letters.count(squeezed(words)) >= max(1, altered):
                places = [Found(Verdict.EXACT)]
        for place in _told(places):
            yield self._checked(reference, place.verdict, words, place.words)

    def stated(
        self, quotations: Sequence[StatedQuotation], references: Sequence[Reference], told: Told
    ) -> Iterator[CheckedQuotation]:
        """Words that state themselves where they stand; then references that are not stated."""
        seen: set[StatedQuotation] = set()
        for done, each in enumerate(quotations):
            told(done, len(quotations))
            if each not in seen:
                seen.add(each)
                yield self._one_stated(each)
        places = {(q.address, q.edition, q.start, q.end) for q in quotations}
        for one in references:
            if (one.address, one.edition, one.start, one.end) not in places:
                yield self._checked(one, Verdict.MISSING, self._referred(one), "")

    def _one_stated(self, each: StatedQuotation) -> CheckedQuotation:
        edition = self._editions.get(each.edition)
        words = self._words(edition, each.start, each.end) if edition else ""
        digits = text_hash(words)
        if digits[:DIGITS] != each.sha256[:DIGITS]:
            verdict = Verdict.SOURCE_CHANGED
        elif squeezed(each.words) == squeezed(words):
            verdict = Verdict.EXACT
        else:
            verdict = Verdict.ALTERED
        return CheckedQuotation(each.address, verdict, words, each.words, *each.place[1:])

    @staticmethod
    def _checked(
        reference: Reference, verdict: Verdict, expected: str, found: str
    ) -> CheckedQuotation:
        shown = expected if verdict is Verdict.EXACT else found
        return CheckedQuotation(
            reference.address, verdict, expected, shown,
            reference.edition, reference.start, reference.end,
        )  # fmt: skip

    # ------------------------------------------------------------------ words without a reference
    def addresses(self, pages: Sequence[str]) -> Iterator[CheckedQuotation]:
        """What follows each address, compared with the passage of that address."""
        for page in pages:
            matches = list(_ADDRESS.finditer(page))
            for at, match in enumerate(matches):
                end = matches[at + 1].start() if at + 1 < len(matches) else len(page)
                said = page[match.end() : end].strip()
                if len(said) >= 3:
                    yield from self._passage(match[1], said)

    def _passage(self, address: str, said: str) -> Iterator[CheckedQuotation]:
        letter, number = address.split(".")
        best: Found | None = None
        expected = ""
        for edition in self._editions.values():
            if self._letters.get(edition.source_id) != letter:
                continue
            passages = self._corpus.editions.passages(edition.id)
            if int(number) not in passages.numbers:
                continue
            at = list(passages.numbers).index(int(number))
            words = self._words(edition, passages.starts[at], passages.ends[at])
            found = _part_of(said, words)
            if best is None or found.verdict is Verdict.EXACT:
                best, expected = found, words
        if best is None:
            yield CheckedQuotation(address, Verdict.MISSING, "", said)
        else:
            yield CheckedQuotation(address, best.verdict, expected, said)

    def paragraphs(self, pages: Sequence[str], told: Told) -> Iterator[CheckedQuotation]:
        """Pasted words without an address: each paragraph, looked for in every text."""
        parts = [part.strip() for page in pages for part in re.split(r"\n\s*\n|\r?\n", page)]
        wanted = [part for part in parts if part]
        for done, paragraph in enumerate(wanted):
            told(done, len(wanted))
            yield self._anywhere(paragraph)

    def _anywhere(self, said: str) -> CheckedQuotation:
        if self._every is None:
            self._every = EveryPassage(self._corpus)
        wanted = squeezed(said.strip("“”\"'«» "))
        held = self._every.holding(wanted)
        if held is not None:
            return CheckedQuotation(held.address, Verdict.EXACT, held.words, said, held.edition)
        like = self._every.likest(said)
        if like is None:
            return CheckedQuotation("", Verdict.MISSING, "", said)
        return CheckedQuotation(like.address, Verdict.ALTERED, like.words, said, like.edition)


def _told(places: list[Found]) -> list[Found]:
    """What to tell of all places of one reference: each that is altered, else that it is exact."""
    altered = [p for p in places if p.verdict is Verdict.ALTERED]
    if altered:
        return list(dict.fromkeys(altered))
    return places[:1] or [Found(Verdict.MISSING)]


def _part_of(said: str, words: str) -> Found:
    """Whether some words are a part of a passage, or else are altered."""
    inner = squeezed(said).strip('…“”"«»–—')
    if inner and inner in squeezed(words):
        return Found(Verdict.EXACT)
    return Found(Verdict.ALTERED, said)
