"""The scopes of an aspect in a box to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from db.records import Aspect
from desktop.comparing.wording import scope_words


def offer_scopes(box: QComboBox, aspect: Aspect | None) -> None:
    """Offer all scopes or one of the aspect's; the one that was chosen stays where it can."""
    chosen = box.currentData()
    scopes = [scope for scope, _ in aspect.scopes] if aspect else []
    box.blockSignals(True)
    box.clear()
    box.addItem(QCoreApplication.translate("comparing", "All scopes"), None)
    for scope in scopes:
        box.addItem(scope_words(scope), scope)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setEnabled(bool(scopes))
    box.blockSignals(False)
