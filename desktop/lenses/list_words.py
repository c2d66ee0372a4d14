"""What the word lists, their parts and their languages are called."""

from __future__ import annotations

import re
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from db.text.list_files import VAGUE, WordListError
from db.text.word_lists import Table
from desktop.lenses.reader_lists import ListState
from desktop.recording.hedge_choice import hedge_name

_RANGE: Final = re.compile(r"(.+?)\s*=\s*([0-9.]+)\s*(?:–|-|\.\.|…|to)\s*([0-9.]+)")


def list_words(name: str) -> str:
    """What a list is called."""
    return {
        "hedges": QCoreApplication.translate("lenses", "Hedges"),
        "voices": QCoreApplication.translate("lenses", "Attributions and voices"),
        "passives": QCoreApplication.translate("lenses", "Passive and agentless verbs"),
        VAGUE: QCoreApplication.translate("lenses", "Vague figures"),
    }[name]


def language_words(language: str) -> str:
    """What a language is called."""
    return {
        "en": QCoreApplication.translate("lenses", "English"),
        "ru": QCoreApplication.translate("lenses", "Russian"),
        "kk": QCoreApplication.translate("lenses", "Kazakh"),
    }[language]


def group_words(name: str, group: str) -> str:
    """What one list of a file is called; the name in the file where there is no other."""
    known = {
        ("hedges", "none"): QCoreApplication.translate("lenses", "turns that are no hedge"),
        ("voices", "verbs"): QCoreApplication.translate("lenses", "verbs of speaking"),
        ("voices", "before_speaker"): QCoreApplication.translate("lenses", "before a speaker"),
        ("voices", "after_speaker"): QCoreApplication.translate("lenses", "after a speaker"),
        ("voices", "nouns"): QCoreApplication.translate("lenses", "nouns of speakers"),
        ("voices", "generic"): QCoreApplication.translate("lenses", "words that name nobody"),
        ("voices", "passive"): QCoreApplication.translate("lenses", "verbs that make a passive"),
        ("voices", "not_hearers"): QCoreApplication.translate("lenses", "hearers left out"),
        ("passives", "auxiliaries"): QCoreApplication.translate("lenses", "auxiliaries"),
        ("passives", "between"): QCoreApplication.translate("lenses", "between"),
        ("passives", "between_endings"): QCoreApplication.translate("lenses", "between endings"),
        ("passives", "endings"): QCoreApplication.translate("lenses", "endings"),
        ("passives", "participles"): QCoreApplication.translate("lenses", "participles"),
        ("passives", "alone_endings"): QCoreApplication.translate("lenses", "alone endings"),
        ("passives", "alone"): QCoreApplication.translate("lenses", "participles on their own"),
        ("passives", "not_participles"): QCoreApplication.translate("lenses", "no participles"),
        ("passives", "agents"): QCoreApplication.translate("lenses", "words before who acted"),
        ("passives", "agentless"): QCoreApplication.translate("lenses", "turns without an actor"),
        (VAGUE, VAGUE): QCoreApplication.translate("lenses", "words in place of a number"),
    }
    other = hedge_name(group) if name == "hedges" else group.replace("_", " ")
    return known.get((name, group)) or other


def state_words(state: ListState) -> str:
    """Whether a list is the reader's."""
    if state.problem:
        return QCoreApplication.translate("lenses", "yours cannot be used; as shipped instead")
    if state.is_changed:
        return QCoreApplication.translate("lenses", "changed by you")
    return QCoreApplication.translate("lenses", "as shipped")


def lines_of(table: Table, name: str, group: str) -> str:
    """A list as lines to edit: a phrase a line, a vague one with the numbers it stands for."""
    if name != VAGUE:
        return "\n".join(table.get(group, ()))
    return "\n".join(
        f"{phrase} = {_digits(low)}–{_digits(high)}" for phrase, (low, high) in _whole(table)
    )


def _digits(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _whole(table: Table) -> list[tuple[str, tuple[Any, Any]]]:
    return [(phrase, (bounds[0], bounds[1])) for phrase, bounds in table.items()]


def table_with(table: Table, name: str, group: str, text: str) -> dict[str, Any]:
    """A table with other lines in one of its lists; raises WordListError for a line amiss."""
    lines = list(dict.fromkeys(" ".join(x.split()) for x in text.splitlines() if x.strip()))
    if name != VAGUE:
        return {**table, group: lines}
    return dict(_vague(line) for line in lines)


def _vague(line: str) -> tuple[str, list[float]]:
    found = _RANGE.fullmatch(line)
    if found is None:
        words = QCoreApplication.translate(
            "lenses", "“{line}” needs the least and the greatest number, as in: dozens = 24–99."
        )
        raise WordListError(words.format(line=line))
    try:
        return found[1], [_number(found[2]), _number(found[3])]
    except ValueError:
        words = QCoreApplication.translate("lenses", "“{line}”: that is no number.")
        raise WordListError(words.format(line=line)) from None


def _number(text: str) -> float:
    return int(text) if text.isdigit() else float(text)
