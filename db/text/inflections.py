"""The forms of a verb, made by rule, so that a word list can name it once as "+say".

Only forms by which a sentence says who speaks are made: past and present of the third person.
English: the regular endings with the spelling rules of Quirk et al. (1985, ch. 3), a short list of
irregular verbs, and the progressive.  Russian: the productive classes of the Academy Grammar of
1980 (-ать/-ает, -овать/-ует, -ить/-ит, -нуть/-нул) and a list of the others.  Kazakh: endings by
vowel harmony and voicing of the stem's last sound, as any grammar of Kazakh gives them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ENGLISH: Final = re.compile(r"[a-z]+")
_RUSSIAN: Final = re.compile(r"(\w+?(?:ть|ти|чь))(ся|сь)?")


def verb_forms(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb given by its infinitive, or in Kazakh by its stem.

    The language is told from the letters; a Kazakh stem never ends in "ть".
    """
    if _ENGLISH.fullmatch(verb):
        return tuple(dict.fromkeys(_english(verb)))
    russian = _RUSSIAN.fullmatch(verb)
    if russian:
        return tuple(dict.fromkeys(_russian(russian[1], bool(russian[2]))))
    return tuple(dict.fromkeys(_kazakh(verb)))


_IRREGULAR: Final = {
    "say": "said", "tell": "told", "write": "wrote", "speak": "spoke", "put": "put", "give": "gave",
    "hold": "held", "think": "thought", "know": "knew", "see": "saw", "hear": "heard", "set": "set",
    "find": "found", "make": "made", "understand": "understood", "foresee": "foresaw",
    "swear": "swore", "read": "read", "cast": "cast", "lay": "laid",
}  # fmt: skip
_DOUBLED: Final = frozenset(["admit", "refer", "rebut", "plan", "quip", "blog", "pin"])
_BE: Final = ("is", "are", "was", "were", "been")


def _english(verb: str) -> Iterator[str]:
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    stem = verb[:-1] + "i" if consonant_y else verb
    hissing = verb.endswith(("s", "x", "z", "ch", "sh")) or consonant_y
    doubled = verb + verb[-1] if verb in _DOUBLED else verb
    yield verb
    yield stem + ("es" if hissing else "s")
    past = doubled + ("d" if verb.endswith("e") else "ed")
    yield _IRREGULAR.get(verb, stem + "ed" if consonant_y else past)
    silent = verb.endswith("e") and not verb.endswith(("ee", "oe", "ye"))
    progressive = (verb[:-1] if silent else doubled) + "ing"
    yield from (f"{be} {progressive}" for be in _BE)


# Past and present of what follows no rule; a verb that is none of them goes by its ending.
_RUSSIAN_PAST: Final = {
    "опровергнуть": "опроверг", "отвергнуть": "отверг", "прочесть": "проч", "вести": "ве",
    "привести": "приве", "произнести": "произнес", "найти": "наш", "прийти": "приш",
}  # fmt: skip
_RUSSIAN_PRESENT: Final = {
    "писать": ("пишет", "пишут"), "ждать": ("ждет", "ждут"), "говорить": ("говорит", "говорят"),
    "приводить": ("приводит", "приводят"), "слышать": ("слышит", "слышат"),
    "видеть": ("видит", "видят"), "хотеть": ("хочет", "хотят"), "винить": ("винит", "винят"),
    "грозить": ("грозит", "грозят"), "твердить": ("твердит", "твердят"),
    "просить": ("просит", "просят"), "судить": ("судит", "судят"),
}  # fmt: skip
# What looks like the present of these is their future, in which nobody has spoken yet.  Verbs in
# -ить and -нуть are taken for such unless listed above.
_PERFECTIVE: Final = frozenset([
    "сказать", "рассказать", "написать", "признать", "признаться", "передать", "указать",
    "пообещать", "процитировать", "прокомментировать", "проинформировать", "опубликовать",
    "засвидетельствовать", "пожаловаться", "отрапортовать", "спрогнозировать", "насчитать",
    "отчитаться", "назвать", "обнародовать", "узнать", "услышать", "заподозрить", "поклясться",
    "доказать", "предсказать", "показать", "описать", "выслушать", "рассчитать", "посчитать",
    "обрадоваться", "посетовать", "привести", "произнести", "раскритиковать", "потребовать",
    "выразить", "выступить", "сделать", "дать", "обратить",
])  # fmt: skip


def _russian(infinitive: str, reflexive: bool) -> Iterator[str]:
    stem = _RUSSIAN_PAST.get(infinitive)
    if stem:
        masculine = stem + "л" * stem.endswith("е") + "ел" * stem.endswith(("ш", "ч"))
        past = (masculine, *(f"{stem}л{vowel}" for vowel in "аои"))
    else:
        past = tuple(f"{infinitive[:-2]}л{vowel}" for vowel in ("", "а", "о", "и"))
    present = _RUSSIAN_PRESENT.get(infinitive)
    forms = (*past, *(_russian_present(infinitive) if present is None else present))
    for form in forms:
        ending = ("сь" if form[-1] in "аеиоуюя" else "ся") if reflexive else ""
        yield form + ending


def _russian_present(infinitive: str) -> tuple[str, ...]:
    stem = infinitive[:-2]
    if infinitive in _PERFECTIVE or stem.endswith(("и", "ну")):
        return ()
    if stem.endswith("ава"):
        return f"{stem[:-2]}ет", f"{stem[:-2]}ют"
    if stem.endswith(("ова", "ева")) and not stem.endswith(("дозрева", "намерева")):
        vowel = "у" if stem.endswith("ова") else "ю"
        return f"{stem[:-3]}{vowel}ет", f"{stem[:-3]}{vowel}ют"
    return f"{stem}ет", f"{stem}ют"


_BACK: Final = "аоұыуёэюя"
_FRONT: Final = "әеөүіи"
_VOICELESS: Final = "пкқтсшщхцчф"
_AUXILIARIES: Final = (
    "отыр", "жатыр", "тұр", "жүр", "келеді", "берді", "береді", "өтті", "өтеді", "кетті", "қалды",
)  # fmt: skip


def _kazakh(stem: str) -> Iterator[str]:
    vowels = [letter for letter in stem if letter in _BACK + _FRONT]
    back = not vowels or vowels[-1] in _BACK
    open_ = stem[-1] in _BACK + _FRONT
    voiceless = stem[-1] in _VOICELESS
    yield stem + ("т" if voiceless else "д") + ("ы" if back else "і")
    present = ("й" if open_ else ("а" if back else "е")) + ("ды" if back else "ді")
    yield stem + present
    perfect = ("қан" if voiceless else "ған") if back else ("кен" if voiceless else "ген")
    # "деген" joins a name to its noun far more often than it says who speaks.
    if stem != "де":
        yield stem + perfect
        yield stem + perfect + " болатын"
        yield stem + perfect + " еді"
    converb = stem + ("п" if open_ else ("ып" if back else "іп"))
    yield from (f"{converb} {auxiliary}" for auxiliary in _AUXILIARIES)
    yield stem + ("са" if back else "се")
    yield stem + ("уда" if back else "уде")


_VOICED: Final = {"к": "г", "қ": "ғ", "п": "б"}


def kazakh_noun_forms(stem: str) -> tuple[str, ...]:
    """Return a Kazakh noun as a subject: singular, plural, and both with the possessive."""
    vowels = [letter for letter in stem if letter in _BACK + _FRONT]
    vowel = "а" if not vowels or vowels[-1] in _BACK else "е"
    plural = f"{stem}{_plural_consonant(stem[-1])}{vowel}р"
    narrow = "ы" if vowel == "а" else "і"
    owned = stem + "с" + narrow if stem[-1] in _BACK + _FRONT else _softened(stem) + narrow
    return stem, plural, owned, plural + narrow


def _plural_consonant(sound: str) -> str:
    if sound in _VOICELESS + "бвгд":
        return "т"
    return "д" if sound in "зжлмнң" else "л"


def _softened(stem: str) -> str:
    return stem[:-1] + _VOICED.get(stem[-1], stem[-1])
