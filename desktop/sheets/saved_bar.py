"""The saved sheets of a corpus: choose one, save what is chosen, forget one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from db.corpus import Corpus
from db.records import Change, SavedSheet
from desktop.session import Session
from desktop.sheets.combos import choose, plain_combo

Edit = Callable[[Corpus], tuple[int, Change]]


class SavedBar(QWidget):
    """A combo box of saved sheets with Save and Delete beside it."""

    opened = Signal(object)
    """The reader has chosen a saved sheet: its SavedSheet."""
    wanted = Signal()
    """The reader wants to save what is chosen now."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.combo = plain_combo(self.tr("Saved sheets"), self)
        self.save = self._button(self.tr("Sa&ve"), self.tr("Keep these choices in the corpus"))
        self.forget = self._button(self.tr("&Delete"), self.tr("Forget the saved sheet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo, 1)
        row.addWidget(self.save)
        row.addWidget(self.forget)
        self._fill(0)
        self.combo.activated.connect(self._chosen)
        self.save.clicked.connect(self.wanted)
        self.forget.clicked.connect(self._forget)

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words.replace("&", ""))
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def current(self) -> int:
        """The id of the saved sheet that is chosen, 0 = none."""
        return int(self.combo.currentData() or 0)

    def keep(self, title: str, layout: str) -> None:
        """Save choices: over the chosen sheet where it has this title, else as a new one."""
        chosen = next((s for s in self._saved() if s.id == self.current()), None)
        if chosen is not None and chosen.title == title:
            sheet_id = chosen.id
            self._session.perform(_changing(sheet_id, title, layout))
        else:
            sheet_id = self._session.perform(_adding(title, layout)) or 0
        self._fill(sheet_id)

    def _saved(self) -> list[SavedSheet]:
        return self._session.corpus.sheets.all()

    def _fill(self, sheet_id: int) -> None:
        saved = self._saved()
        self.combo.clear()
        self.combo.addItem(self.tr("a new sheet") if saved else self.tr("none saved yet"), 0)
        for sheet in saved:
            self.combo.addItem(sheet.title, sheet.id)
        choose(self.combo, sheet_id)
        self.combo.setEnabled(bool(saved))
        self._judge()

    def _judge(self) -> None:
        writable = not self._session.corpus.read_only
        self.save.setEnabled(writable)
        self.forget.setEnabled(writable and self.current() > 0)

    def _chosen(self) -> None:
        self._judge()
        found = next((s for s in self._saved() if s.id == self.current()), None)
        if found is not None:
            self.opened.emit(found)

    def _forget(self) -> None:
        self._session.perform(_forgetting(self.current()))
        self._fill(0)


def _adding(title: str, layout: str) -> Edit:
    def add(corpus: Corpus) -> tuple[int, Change]:
        return corpus.sheets.add(title, layout)

    return add


def _changing(sheet_id: int, title: str, layout: str) -> Edit:
    def change(corpus: Corpus) -> tuple[int, Change]:
        return sheet_id, corpus.sheets.change(sheet_id, title, layout)

    return change


def _forgetting(sheet_id: int) -> Edit:
    def forget(corpus: Corpus) -> tuple[int, Change]:
        return sheet_id, corpus.sheets.delete(sheet_id)

    return forget
