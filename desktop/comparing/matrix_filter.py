"""The bar over the matrix: what is shown of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from db.records import Aspect
from desktop.comparing.choice_bar import ChoiceBar
from desktop.comparing.matrix_rows import Filter, Show
from desktop.comparing.scope_choice import offer_scopes
from desktop.comparing.wording import number


class FilterBar(ChoiceBar):
    """Which rows, which aspect, which scope; and how many rows that makes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_box = self.add_box(self.tr("Show"))
        self.aspect_box = self.add_box(self.tr("Aspect"))
        self.scope_box = self.add_box(self.tr("Scope"))
        self.count = self.add_words(2)
        self.note = self.add_words(3)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._aspects: dict[int, Aspect] = {}
        self._fill_show()
        self.set_aspects([])
        self.show_box.currentIndexChanged.connect(self._changed)
        self.aspect_box.currentIndexChanged.connect(self._aspect_changed)
        self.scope_box.currentIndexChanged.connect(self._changed)

    def _fill_show(self) -> None:
        for show, words in (
            (Show.ALL, self.tr("Everything")),
            (Show.CONFLICTS, self.tr("Conflicts")),
            (Show.UPDATES, self.tr("Updates")),
            (Show.NOT_JUDGED, self.tr("Not judged")),
            (Show.OUTDATED, self.tr("Judged before a change")),
            (Show.SILENCES, self.tr("Silences")),
            (Show.NOT_LOOKED, self.tr("Nobody has looked")),
        ):
            self.show_box.addItem(words, show)

    def set_aspects(self, aspects: list[Aspect]) -> None:
        """Offer the aspects that something is claimed of."""
        chosen = self.aspect_box.currentData()
        self._aspects = {a.id: a for a in aspects}
        self.aspect_box.blockSignals(True)
        self.aspect_box.clear()
        self.aspect_box.addItem(self.tr("All aspects"), 0)
        for aspect in aspects:
            self.aspect_box.addItem(aspect.title, aspect.id)
        self.aspect_box.setCurrentIndex(max(0, self.aspect_box.findData(chosen)))
        self.aspect_box.blockSignals(False)
        self._fill_scopes()

    def _fill_scopes(self) -> None:
        offer_scopes(self.scope_box, self._aspects.get(self.aspect_box.currentData() or 0))

    def filter(self) -> Filter:
        """What is wanted now."""
        return Filter(
            Show(self.show_box.currentData()),
            self.aspect_box.currentData() or 0,
            self.scope_box.currentData(),
        )

    def want(self, wanted: Filter) -> None:
        """Set what is wanted; tells it once."""
        for box in (self.show_box, self.aspect_box, self.scope_box):
            box.blockSignals(True)
        self.show_box.setCurrentIndex(self.show_box.findData(wanted.show))
        self.aspect_box.setCurrentIndex(max(0, self.aspect_box.findData(wanted.aspect)))
        for box in (self.show_box, self.aspect_box, self.scope_box):
            box.blockSignals(False)
        self._fill_scopes()
        self.scope_box.setCurrentIndex(max(0, self.scope_box.findData(wanted.scope)))
        self.changed.emit()

    def say_count(self, shown: int, whole: int, *, done: bool) -> None:
        """Say how many rows there are, and that more may come while they are compared."""
        if not done:
            words = self.tr("{shown} of %n row(s), comparing…", None, whole)
        elif shown == whole:
            words = self.tr("%n row(s)", None, whole)
        else:
            words = self.tr("{shown} of %n row(s)", None, whole)
        self.count.setText(words.format(shown=number(shown)))

    def _aspect_changed(self) -> None:
        self._fill_scopes()
        self.changed.emit()

    def _changed(self) -> None:
        self.changed.emit()
