"""The saved sheets of a corpus: choose one, save what is chosen, rename, double or forget one."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from db.corpus import Corpus
from db.records import Change, SavedSheet
from db.sheets.saved import with_title
from db.text.folding import fold
from desktop.session import Session
from desktop.sheets.combos import choose, plain_combo
from desktop.sheets.rename_dialog import RenameDialog

Edit = Callable[[Corpus], tuple[int, Change]]


class SavedBar(QWidget):
    """A combo box of saved sheets by title, Save, and a menu of what else can be done to one."""

    opened = Signal(object)
    """The reader has chosen a saved sheet: its SavedSheet."""
    wanted = Signal()
    """The reader wants to save what is chosen now."""
    renamed = Signal(str)
    """The chosen sheet has another title."""
    refused = Signal(str)
    """Why something was not done."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._undo_from = session.undo_stack.index()
        self.combo = plain_combo(self.tr("Saved sheets"), self)
        self.combo.setToolTip(self.tr("Saved sheets"))
        self.save = QPushButton(self.tr("Sa&ve"), self)
        self.more = QPushButton(self.tr("&More"), self)
        for button in (self.save, self.more):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)
        menu = QMenu(self.more)
        self.rename = self._action(menu, self.tr("&Rename…"), self._rename)
        self.double = self._action(menu, self.tr("Du&plicate"), self._double)
        self.forget = self._action(menu, self.tr("&Delete"), self._forget)
        menu.addSeparator()
        self.undo = self._action(menu, self.tr("&Undo"), self._undo)
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.combo, 1)
        row.addWidget(self.save)
        row.addWidget(self.more)
        self._fill(0)
        self.combo.activated.connect(self._chosen)
        self.save.clicked.connect(self.wanted)

    def _action(self, menu: QMenu, words: str, slot: Callable[[], None]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(slot)
        return action

    def current(self) -> int:
        """The id of the saved sheet that is chosen, 0 = none."""
        return int(self.combo.currentData() or 0)

    def keep(self, title: str, layout: str) -> None:
        """Save choices: over the chosen sheet where it has this title, else as a new one.

        A title that another saved sheet has is refused: two of a name could not be told apart.
        """
        chosen = self._sheet()
        if chosen is not None and _same(chosen.title, title):
            sheet_id = self._session.perform(_changing(chosen.id, title, layout))
        elif complaint := self._complaint(title, but=0):
            self.refused.emit(complaint)
            return
        else:
            sheet_id = self._session.perform(_adding(title, layout))
        self._fill(sheet_id or self.current())

    def _complaint(self, title: str, *, but: int) -> str:
        taken = next((s for s in self._saved() if s.id != but and _same(s.title, title)), None)
        words = self.tr(
            "There is a saved sheet “{title}” already. Choose it to change it, or take another "
            "title."
        )
        return words.format(title=taken.title) if taken else ""

    def _saved(self) -> list[SavedSheet]:
        """All saved sheets, as their titles follow one another for a reader."""
        return sorted(self._session.corpus.sheets.all(), key=_as_counted)

    def _sheet(self) -> SavedSheet | None:
        return next((s for s in self._saved() if s.id == self.current()), None)

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
        can, cannot = self.tr("Keep these choices in the corpus"), self.tr("Only open for reading")
        self.save.setToolTip(can if writable else cannot)
        for action in (self.rename, self.double, self.forget):
            action.setEnabled(writable and self.current() > 0)
        self.undo.setEnabled(self._session.undo_stack.index() > self._undo_from)
        self.more.setEnabled(writable)

    def _chosen(self) -> None:
        self._judge()
        found = self._sheet()
        if found is not None:
            self.opened.emit(found)

    def _rename(self) -> None:
        chosen = self._sheet()
        if chosen is not None:
            dialog = RenameDialog(chosen.title, self._complaint_but_chosen, self)
            if dialog.exec():
                self.rename_to(dialog.chosen())

    def _complaint_but_chosen(self, title: str) -> str:
        return self._complaint(title, but=self.current())

    def rename_to(self, title: str) -> None:
        """Give the chosen sheet another title."""
        chosen = self._sheet()
        if chosen is None:
            return
        edit = _changing(chosen.id, title, with_title(chosen.layout, title))
        if self._session.perform(edit) is not None:
            self._fill(chosen.id)
            self.renamed.emit(title)

    def _double(self) -> None:
        chosen = self._sheet()
        if chosen is None:
            return
        number = 2
        while self._complaint(f"{chosen.title} ({number})", but=0):
            number += 1
        title = f"{chosen.title} ({number})"
        made = self._session.perform(_adding(title, with_title(chosen.layout, title)))
        if made is not None:
            self._fill(made)
            self.renamed.emit(title)

    def _forget(self) -> None:
        if self._session.perform(_forgetting(self.current())) is not None:
            self._fill(0)

    def _undo(self) -> None:
        """Take back the last change that was made here."""
        here = self.current()
        if self._session.undo_stack.index() > self._undo_from:
            self._session.undo()
            self._fill(here)


def _as_counted(sheet: SavedSheet) -> list[tuple[int, str]]:
    """By its title, a 9 before a 10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", fold(sheet.title))
    return [(int(part[:18]), "") if part[0].isdecimal() else (-1, part) for part in parts]


def _same(one: str, other: str) -> bool:
    """Whether two titles are the same to a reader."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


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
