"""Frozen records for the words of a corpus: what a row is, once it is read.

Offsets are Unicode code points in the edition's text, ends exclusive. Times are EDTF with their
earliest and latest instant in UTC seconds (None = open).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from db.records.shown import (
    Change,
    CorpusInfo,
    Edition,
    EditionKind,
    Event,
    PassageKind,
    Passages,
    Placement,
    Relation,
    Silence,
    Source,
    Time,
)

if TYPE_CHECKING:
    from db.records.further import (
        Aspect,
        Claim,
        ClaimPlacement,
        ClaimRelation,
        Judgement,
        Link,
        Name,
        Note,
        Origin,
        Report,
        Review,
        SavedSheet,
        Spelling,
        Voice,
    )

__all__ = [
    "Aspect",
    "Change",
    "Claim",
    "ClaimPlacement",
    "ClaimRelation",
    "CorpusInfo",
    "Edition",
    "EditionKind",
    "Event",
    "Judgement",
    "Link",
    "Name",
    "Note",
    "Origin",
    "PassageKind",
    "Passages",
    "Placement",
    "Relation",
    "Report",
    "Review",
    "SavedSheet",
    "Silence",
    "Source",
    "Spelling",
    "Time",
    "Voice",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        # Making a frozen record takes half a millisecond; a start needs a third of them.
        further = import_module("db.records.further")
        if name.startswith("_") or not hasattr(further, name):
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(further, name)
        return found
