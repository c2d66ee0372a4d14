"""The Kazakh present in -ады, which beside a day that is named is a future.

"Есеп жұма күні жарияланады": the report will be published on Friday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from db.text.tokens import Token

# Not "хабарлады", the past of a stem in -а.
_PRESENT: Final = (
    "ылады", "іледі", "лінеді", "ланады", "ленеді", "йды", "йді", "теді", "реді", "талады",
)  # fmt: skip
# Others that are no past of a stem in -а.
_FUTURES: Final = frozenset(
    ["болады", "шығады", "барады", "қайтады", "ашады", "жабады", "аяқталады"]
)
_WEEKDAYS: Final = ("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі")
_MONTHS: Final = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан",
    "қараша", "желтоқсан",
)  # fmt: skip
_STOPS: Final = (".", "!", ";", "")
_REACH: Final = 12
# Who speaks does so now, whatever day is named.
_NOW: Final = (
    "дейді", "айтады", "хабарлайды", "жазады", "болмайды", "келеді", "мәлімдейді", "істейді",
)  # fmt: skip


def futures(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the verbs that end a clause in which a weekday is named."""
    for index, token in enumerate(tokens):
        after = tokens[index + 1].plain if index + 1 < len(tokens) else ""
        present = token.plain.endswith(_PRESENT) or token.plain in _FUTURES
        if after not in _STOPS or not present or token.plain in _NOW:
            continue
        before = tokens[max(0, index - _REACH) : index]
        if any(_is_day(one.plain) for one in before):
            yield index, index + 1


def _is_day(word: str) -> bool:
    if word.startswith(_MONTHS) and word.endswith(("да", "де", "та", "те")):
        return True
    return any(word == day or word in (f"{day}де", f"{day}да") for day in _WEEKDAYS)
