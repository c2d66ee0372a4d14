"""Combo boxes as sheets use them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.widgets.elided_box import ElidedBox

# Characters around the words that speak of the event, where a passage is not quoted whole.
CONTEXTS: Final = (240, 80)


def plain_combo(name: str, parent: QWidget) -> QComboBox:
    """A combo box whose long words do not make a dialog wider than a small screen."""
    combo = ElidedBox(parent)
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(20)
    return combo


def quoting_combo(parent: QWidget) -> QComboBox:
    """How much of a passage is quoted; its data are the characters around, None = all."""
    combo = plain_combo(QCoreApplication.translate("SheetOptions", "Quoting"), parent)
    combo.addItem(QCoreApplication.translate("SheetOptions", "whole passages"), None)
    around = QCoreApplication.translate("SheetOptions", "{count} characters around the words")
    for context in CONTEXTS:
        combo.addItem(around.format(count=context), context)
    return combo


def choose(combo: QComboBox, data: object) -> None:
    """Choose the item with some data, where there is one."""
    at = combo.findData(data)
    if at >= 0:
        combo.setCurrentIndex(at)
