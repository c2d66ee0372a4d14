"""On whose word: a chain of voices, the one the source quotes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from db.records import Voice
from desktop.dialogs.base import label
from desktop.dialogs.search_combo import SearchCombo

MOST: Final = 6

# A voice of the corpus by its id, or the name of a new one.
Link = int | str


class VoiceChain(QWidget):
    """One row a voice; each chosen from those known, or typed and then new."""

    changed = Signal()

    def __init__(self, voices: Sequence[Voice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("On whose word"))
        self._voices = {v.id: v for v in voices}
        self._rows: list[_Row] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self.own = label(self.tr("the source's own"), parent=self)
        self._add = QToolButton(self)
        self._add.setText(self.tr("+ &voice"))
        self._add.setAccessibleName(self.tr("Add a voice"))
        self._add.setProperty("kind", "quiet")
        self._add.clicked.connect(self._add_empty)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.own)
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._box.addLayout(foot)
        self.setFocusProxy(self._add)
        self._arrange()

    def set_chain(self, chain: Sequence[Link]) -> None:
        """Show a chain, the outermost voice first."""
        for row in list(self._rows):
            self._drop(row)
        for link in chain:
            self._append(link)
        self._arrange()

    def chain(self) -> tuple[Link, ...]:
        """The voices as ids, or as names where they are new; rows left empty count for nothing."""
        links = (row.link() for row in self._rows)
        return tuple(link for link in links if link != "")

    def _append(self, link: Link) -> _Row:
        row = _Row(list(self._voices.values()), link, self)
        row.changed.connect(self._tell)
        row.removed.connect(self._remove)
        self._box.insertWidget(len(self._rows), row)
        self._rows.append(row)
        return row

    def _add_empty(self) -> None:
        row = self._append("")
        self._arrange()
        row.combo.setFocus()

    def _remove(self, row: _Row) -> None:
        self._drop(row)
        self._arrange()
        self._add.setFocus()

    def _drop(self, row: _Row) -> None:
        self._rows.remove(row)
        self._box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        for number, row in enumerate(self._rows):
            row.set_first(number == 0)
        self.own.setVisible(not self._rows)
        self._add.setEnabled(len(self._rows) < MOST)
        self._add.setText(self.tr("+ &voice") if not self._rows else self.tr("+ &voice it quotes"))
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()


class _Row(QWidget):
    """One voice, with the words before it and the button that takes it away."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, voices: Sequence[Voice], link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = {voice.name: voice.id for voice in voices}
        self.before = QLabel(self)
        self.before.setProperty("kind", "secondary")
        self.combo = SearchCombo(self.tr("Voice"), self, free=True)
        self.combo.fill([("", ""), *((v.name, v.id) for v in voices)], link)
        if isinstance(link, str):
            self.combo.setEditText(link)
        self.kind = QLabel(self)
        self.kind.setProperty("kind", "secondary")
        self.drop = QToolButton(self)
        self.drop.setText("×")
        self.drop.setProperty("kind", "quiet")
        self.drop.setAccessibleName(self.tr("Take this voice away"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.before, self.combo, self.kind, self.drop):
            row.addWidget(widget, 1 if widget is self.combo else 0)
        self.combo.editTextChanged.connect(self._typed)
        self.drop.clicked.connect(self._remove)
        self._typed()

    def set_first(self, first: bool) -> None:
        """Say what the voice is to the one above it."""
        self.before.setText(self.tr("says") if first else self.tr("quotes"))

    def link(self) -> Link:
        """The voice's id, or the name typed where no voice has it."""
        typed = " ".join(self.combo.currentText().split())
        return self._names.get(typed, typed)

    def _typed(self) -> None:
        link = self.link()
        self.kind.setText(self.tr("new") if isinstance(link, str) and link else "")
        self.changed.emit()

    def _remove(self) -> None:
        self.removed.emit(self)
