"""The bar over the matrix: what is shown of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QWidget

from db.records import Aspect
from desktop.comparing.matrix_rows import Filter, Show


class FilterBar(QFrame):
    """Which rows, which aspect, which scope; and how many rows that makes."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.show_box = self._box(self.tr("Show"))
        self.aspect_box = self._box(self.tr("Aspect"))
        self.scope_box = self._box(self.tr("Scope"))
        self._aspects: dict[int, Aspect] = {}
        self.count = QLabel(self)
        self.count.setProperty("kind", "secondary")
        self.note = QLabel(self)
        self.note.setProperty("kind", "secondary")
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 6, 10, 6)
        line.setSpacing(8)
        for box in (self.show_box, self.aspect_box, self.scope_box):
            line.addWidget(box)
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.note)
        self._fill_show()
        self.set_aspects([])
        self.show_box.currentIndexChanged.connect(self._changed)
        self.aspect_box.currentIndexChanged.connect(self._aspect_changed)
        self.scope_box.currentIndexChanged.connect(self._changed)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        return box

    def _fill_show(self) -> None:
        for show, words in (
            (Show.ALL, self.tr("Everything")),
            (Show.CONFLICTS, self.tr("Conflicts")),
            (Show.UPDATES, self.tr("Updates")),
            (Show.NOT_JUDGED, self.tr("Not judged")),
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
        chosen = self.scope_box.currentData()
        aspect = self._aspects.get(self.aspect_box.currentData() or 0)
        scopes = [scope for scope, _ in aspect.scopes] if aspect else []
        self.scope_box.blockSignals(True)
        self.scope_box.clear()
        self.scope_box.addItem(self.tr("All scopes"), None)
        for scope in scopes:
            self.scope_box.addItem(scope, scope)
        self.scope_box.setCurrentIndex(max(0, self.scope_box.findData(chosen)))
        self.scope_box.setEnabled(bool(scopes))
        self.scope_box.blockSignals(False)

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
            words = self.tr("{shown} of {whole} rows, comparing…")
        elif shown == whole:
            words = self.tr("{whole} rows")
        else:
            words = self.tr("{shown} of {whole} rows")
        self.count.setText(words.format(shown=shown, whole=whole))

    def _aspect_changed(self) -> None:
        self._fill_scopes()
        self.changed.emit()

    def _changed(self) -> None:
        self.changed.emit()
