"""On whose word: a chain of voices, the one the source quotes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.corpus.voices import VoiceFields
from db.records import Voice
from desktop.dialogs.base import label
from desktop.dialogs.search_combo import SearchCombo
from desktop.recording.first_hand import HandField, KindField

MOST: Final = 6

# A voice of the corpus by its id, or a new one.
Link = int | VoiceFields


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

    def set_chain(self, chain: Sequence[Link | str]) -> None:
        """Show a chain, the outermost voice first; a name alone is that of a new voice."""
        for row in list(self._rows):
            self._drop(row)
        for link in chain:
            self._append(link)
        self._arrange()

    def chain(self) -> tuple[Link, ...]:
        """The voices, ids or what is said of new ones; rows left empty count for nothing."""
        links = (row.link() for row in self._rows)
        return tuple(link for link in links if link is not None)

    def _append(self, link: Link | str) -> _Row:
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
    """One voice, with the words before it and the button that takes it away.

    Of a new voice its kind and how near it was can be said at once; left alone, that is not known.
    """

    changed = Signal()
    removed = Signal(object)

    def __init__(self, voices: Sequence[Voice], link: Link | str, parent: QWidget) -> None:
        super().__init__(parent)
        self._names = {voice.name: voice.id for voice in voices}
        self.before = QLabel(self)
        self.before.setProperty("kind", "secondary")
        self.combo = SearchCombo(QCoreApplication.translate("voices", "Voice"), self, free=True)
        self.drop = QToolButton(self)
        self.drop.setText("×")
        self.drop.setProperty("kind", "quiet")
        self.drop.setAccessibleName(self.tr("Take this voice away"))
        self.kind, self.hand = KindField(voices, self), HandField(self)
        self._new = QWidget(self)
        self._lay_out()
        self._show(voices, link)
        self.combo.editTextChanged.connect(self._typed)
        self.kind.editTextChanged.connect(self._tell)
        self.hand.currentIndexChanged.connect(self._tell)
        self.drop.clicked.connect(self._remove)
        self._typed()

    def _lay_out(self) -> None:
        new = QHBoxLayout(self._new)
        new.setContentsMargins(0, 0, 0, 0)
        new.setSpacing(8)
        said = QLabel(self.tr("new, a"), self)
        said.setProperty("kind", "secondary")
        for words in (said, self.before):
            words.setTextFormat(Qt.TextFormat.PlainText)
        new.addWidget(said)
        new.addWidget(self.kind, 3)
        new.addWidget(self.hand, 2)
        line = self.kind.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("kind not known"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for column, widget in enumerate((self.before, self.combo, self.drop)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self._new, 1, 1)
        grid.setColumnStretch(1, 1)

    def _show(self, voices: Sequence[Voice], link: Link | str) -> None:
        fields = link if isinstance(link, VoiceFields) else None
        chosen = link if isinstance(link, int) else None
        self.combo.fill([("", ""), *((v.name, v.id) for v in voices)], chosen)
        if fields is not None:
            self.combo.setEditText(fields.name)
            self.kind.setEditText(fields.kind)
            self.hand.choose(fields.first_hand)
        elif isinstance(link, str):
            self.combo.setEditText(link)

    def set_first(self, first: bool) -> None:
        """Say what the voice is to the one above it."""
        self.before.setText(self.tr("says") if first else self.tr("quotes"))

    def link(self) -> Link | None:
        """The voice's id, or what is said of a new one where no voice has the name."""
        typed = " ".join(self.combo.currentText().split())
        if not typed:
            return None
        known = self._names.get(typed)
        if known is not None:
            return known
        return VoiceFields(typed, kind=self.kind.kind(), first_hand=self.hand.hand())

    def _typed(self) -> None:
        self._new.setVisible(isinstance(self.link(), VoiceFields))
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()

    def _remove(self) -> None:
        self.removed.emit(self)
