"""What became of a quotation, and what has changed in a corpus, in words with a sign."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from db.sheets.checking.finding import Verdict
from db.sheets.checking.since import ChangeKind


def verdict_words(verdict: Verdict) -> str:
    """A verdict, told apart by its sign as well."""
    return {
        Verdict.EXACT: QCoreApplication.translate("sheets", "✓ exact"),
        Verdict.ALTERED: QCoreApplication.translate("sheets", "≠ altered"),
        Verdict.MISSING: QCoreApplication.translate("sheets", "– missing"),
        Verdict.SOURCE_CHANGED: QCoreApplication.translate("sheets", "⟳ source changed"),
    }[verdict]


def change_words(kind: ChangeKind) -> str:
    """A change, told apart by its sign as well."""
    return {
        ChangeKind.SOURCE_ADDED: QCoreApplication.translate("sheets", "+ source"),
        ChangeKind.SOURCE_REMOVED: QCoreApplication.translate("sheets", "– source"),
        ChangeKind.SOURCE_CHANGED: QCoreApplication.translate("sheets", "≠ text of a source"),
        ChangeKind.EVENT_ADDED: QCoreApplication.translate("sheets", "+ event"),
        ChangeKind.EVENT_REMOVED: QCoreApplication.translate("sheets", "– event"),
        ChangeKind.EVENT_CHANGED: QCoreApplication.translate("sheets", "≠ event"),
        ChangeKind.CLAIM_ADDED: QCoreApplication.translate("sheets", "+ claim"),
        ChangeKind.CLAIM_REMOVED: QCoreApplication.translate("sheets", "– claim"),
        ChangeKind.CLAIM_CHANGED: QCoreApplication.translate("sheets", "≠ claim"),
        ChangeKind.RELATIONS_CHANGED: QCoreApplication.translate("sheets", "≠ relations"),
    }[kind]
