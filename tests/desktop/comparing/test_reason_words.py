"""Why claims relate: said in the reader's language, with the reader's numbers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from db.comparing.comparison import ComparedPair
from db.comparing.reasons import Reason
from db.records import ClaimRelation, Judgement
from db.sheets.reason_words import reason_words
from db.sheets.wording import words_in
from desktop.comparing.reason_words import reason_sentence
from desktop.comparing.relating import rule_words, why
from desktop.when import display_day, display_when
from tests.db.comparing.world import DAILY, FARMERS, WEEKLY, World

GERMAN = {
    "Rule {number}: {sentence}": "Regel {number}: {sentence}",
    "{first} and {second} cannot both be right.": "{first} und {second} schließen sich aus.",
    "over {number}": "mehr als {number}",
    "all": "alle",
    "{part} ({part_scope}) is more than {whole} ({whole_scope}), of which it is a part.":
        "{part} ({part_scope}) ist mehr als {whole} ({whole_scope}).",
}  # fmt: skip


class German(QTranslator):
    def translate(self, context, source, disambiguation=None, n=-1):
        return GERMAN.get(source, "")

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def german(qapp) -> Iterator[None]:
    before, translator = QLocale(), German()
    QCoreApplication.installTranslator(translator)
    QLocale.setDefault(QLocale(QLocale.Language.German))
    yield
    QLocale.setDefault(before)
    QCoreApplication.removeTranslator(translator)


def test_a_rule_speaks_the_readers_language_and_writes_the_readers_numbers(german) -> None:
    world = World()
    one = world.claim("drowned", (1501, None), source=DAILY)
    other = world.claim("drowned", 1200, source=WEEKLY)
    found = rule_words(world.propose(one, other))
    assert found == "Regel 7: mehr als 1.500 und 1.200 schließen sich aus."


def test_a_part_and_its_whole_are_named_in_the_readers_words(german) -> None:
    world = World()
    part = world.claim("drowned", 90, source=DAILY, scope="farmers")
    whole = world.claim("drowned", 11, source=WEEKLY)
    assert rule_words(world.propose(part, whole)) == "Regel 3: 90 (farmers) ist mehr als 11 (alle)."


@pytest.mark.parametrize("case", Reason)
def test_every_case_has_a_sentence_that_names_what_it_speaks_of(qapp, case: Reason) -> None:
    world = World()
    one = world.claim("state", "wet", source=DAILY, voices=(FARMERS,), scope="north")
    other = world.claim("state", "closed", source=WEEKLY, deny=True, unit="days")
    sentence = reason_sentence(case, world.propose(one, other).grounds())
    assert sentence.endswith((".", "!"))
    assert "{" not in sentence
    pair = ComparedPair(replace(world.propose(one, other), case=case))
    printed = {reason_words(pair, words_in(language)) for language in ("en", "ru", "kk")}
    assert len(printed) == 3, "a sheet says it in its own language"


def test_words_are_quoted_and_a_denial_is_not_hidden(qapp) -> None:
    world = World()
    one = world.claim("state", "wet", source=DAILY)
    other = world.claim("state", "wet", source=WEEKLY, deny=True)
    assert rule_words(world.propose(one, other)) == "Rule 7: one says “wet”, the other not: “wet”."


class Russian(QTranslator):
    def translate(self, context, source, disambiguation=None, n=-1):
        return "ru" if (context, source) == ("language", "en") else ""

    def isEmpty(self) -> bool:
        return False


def test_times_are_written_in_the_programs_language(qapp) -> None:
    assert display_when("2011-12-16") == "16 Dec 2011"
    translator = Russian()
    QCoreApplication.installTranslator(translator)
    try:
        assert "дек" in display_when("2011-12-16")
        assert "декабря" in display_day(date(2011, 12, 16))
    finally:
        QCoreApplication.removeTranslator(translator)


def test_what_was_judged_before_a_change_says_so_in_every_language(qapp) -> None:
    world = World()
    one = world.claim("drowned", 11, source=DAILY)
    other = world.claim("drowned", 15, source=WEEKLY)
    said = (one.event_id, one.aspect_id, 7, 7, None, None, one.unit, "all", "stated", "affirm")
    before = ((one.id, (*said, "", None, None, "[]")),)
    judged = Judgement(one.id, other.id, ClaimRelation.AGREE, "Both.", "reader", before)
    pair = ComparedPair(world.propose(one, other), judged)
    assert "Both. Judged before a claim was changed: it said 7 (all), now 11 (all)." in why(pair)
    printed = [reason_words(pair, words_in(language)) for language in ("en", "ru", "kk")]
    assert printed[0] == "Both. Judged before a claim was changed: it said 7, now 11."
    assert all("7" in words and "11" in words for words in printed)
    assert len(set(printed)) == 3
