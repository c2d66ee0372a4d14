"""The simple future of Russian verbs, told from the present by prefix and ending.

A verb with a prefix is perfective and its present form a future ("приедет", "назначат"), unless it
is a verb of motion or a stem with a suffix such as -ыва- (Academy Grammar of 1980, §§ 1386–1429).
Words that only look so are listed: nouns ("ответ"), short participles ("убит"), simple verbs that
begin like a prefix ("смотрит").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from db.text.word_lists import word_list

_PREFIX: Final = (
    r"(?:недо|пере|пред|обо|подо|разо|ото|изо|воз|вос|вы|за|на|об|от|по|под|при|про|раз|рас|со"
    r"|пре|до|из|ис|вз|вс|с|у|о|в)"
)
# Of the first conjugation only stems that no imperfective suffix makes: "вернет", "скажет".
_FIRST: Final = (
    r"(?:[нджшчмсз]|[еи]р|[бв]р|[мп]р|ст|о|ь|р[вж]|[оыи]в|бр|шл|йд|зв|чт|кр|тр|ер|вр|сн|гн)"
    r"(?:ет|ут|ют)"
)
_SECOND: Final = r"(?:[жчшщ](?:ит|ат)|[бвгдзклмнпрстфоуаеяь](?:ит|ят))"
_FORM: Final = re.compile(rf"{_PREFIX}[а-я]*?(?:{_FIRST}|{_SECOND}|даст|дадут)")
# Verbs of motion and position keep their aspect behind a prefix: "приходит", "зависит".
_IMPERFECTIVE: Final = re.compile(
    r".*(?:ход|нос|вод|воз)(?:ит|ят)|(?:зави|нена|пред|про)(?:сит|сят|видит|видят)"
    r"|(?:предсто|отсто|обсто|состо|противосто|насто)(?:ит|ят)|.*леж(?:ит|ат)|содерж(?:ит|ат)"
    r"|выгляд(?:ит|ят)|.*(?:ает|яет|ует|еет|ают|яют|уют|еют)"
)
_PARTICIPLE: Final = re.compile(
    rf"{_PREFIX}(?:бит|лит|вит|шит|жит|брит|нят|жат|чат|мят|пит|гнут|тянут|двинут|кинут|вернут"
    r"|дут|дет)|.*(?:десят|совет|[су]чет|ожит)"
)
# "Вернут" is also "will return"; of the others the participle is rarer than the future.
_STRETCHED: Final = re.compile(
    rf"{_PREFIX}(?:вернут|двинут|кинут|тянут|гнут)|(?:при|пере|прой|зай|най|вый|дой|уй|обой)(?:дут|дет)"
)


@lru_cache(maxsize=1)
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    """Return (what no rule finds, what only looks like a future)."""
    words = word_list("ru", "futures")
    return frozenset(words["futures"]), frozenset(words["others"])


def is_future(word: str) -> bool:
    """Tell whether a Russian word in its plain form is a verb in the simple future."""
    if not word.endswith(("т", "тся")) or len(word) < _SHORTEST:
        return False
    stem = word.removesuffix("ся")
    futures, others = _listed()
    if word in futures or stem in futures:
        return True
    if stem in others or _IMPERFECTIVE.fullmatch(stem):
        return False
    if word == stem and _PARTICIPLE.fullmatch(stem) and not _STRETCHED.fullmatch(stem):
        return False
    return not stem.endswith(("лет", "лёт")) and _FORM.fullmatch(stem) is not None


_SHORTEST: Final = 4
