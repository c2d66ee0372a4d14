"""The word lists of the lenses: where the reader's copies are, and back to those shipped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QLineEdit, QWidget

from desktop.dialogs.base import Dialog, label
from desktop.lenses.lenses import Lenses
from desktop.lenses.reader_lists import LISTS, ListState


class ListsDialog(Dialog):
    """Says what is there and does nothing unasked."""

    def __init__(self, lenses: Lenses, parent: QWidget | None) -> None:
        super().__init__(parent, self.tr("Word lists of the lenses"), width=600)
        self._lenses = lenses
        self.box.addWidget(
            label(
                self.tr(
                    "Lenses mark words that stand in a list. They say nothing about what a "
                    "writer meant, or who is right. Your copies of the lists are plain text "
                    "files, to be changed with any editor; what you save is used at once."
                )
            )
        )
        self.place = QLineEdit(str(lenses.lists.folder), self)
        self.place.setReadOnly(True)
        self.place.setAccessibleName(self.tr("Folder of your copies"))
        self.box.addWidget(label(self.tr("Folder of your copies"), kind="secondary"))
        self.box.addWidget(self.place)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setColumnStretch(3, 1)
        self.box.addLayout(self._grid)
        self.problems = label("", kind="error")
        self.box.addWidget(self.problems)
        role = QDialogButtonBox.ButtonRole
        self.reset = self.add_button(self.tr("&Reset to those shipped"), role.ResetRole)
        self.copies = self.add_button(self.tr("Copy and &open the folder"), role.ActionRole)
        self.add_cancel(self.tr("&Close")).setDefault(True)
        self.reset.clicked.connect(self._reset)
        self.copies.clicked.connect(self._open)
        self.refill()

    def refill(self) -> None:
        """Show what is there now."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        states = list(self._lenses.lists.states())
        for column, name in enumerate(LISTS, start=1):
            self._grid.addWidget(label(_list_words(name), kind="secondary"), 0, column)
        for number, state in enumerate(states):
            row, column = number // len(LISTS) + 1, number % len(LISTS) + 1
            if column == 1:
                self._grid.addWidget(label(_language_words(state.language)), row, 0)
            self._grid.addWidget(label(_state_words(state)), row, column)
        broken = [f"{s.path.parent.name}/{s.path.name}: {s.problem}" for s in states if s.problem]
        sentence = self.tr("Not readable, so the list as shipped is used: {files}")
        self.problems.setText(sentence.format(files="\n".join(broken)) if broken else "")
        self.problems.setVisible(bool(broken))
        self.reset.setEnabled(any(s.is_copied for s in states))

    def _reset(self) -> None:
        self._try(self._lenses.lists.reset)
        self._lenses.renew()
        self.refill()

    def _open(self) -> None:
        self._try(self._lenses.lists.copy_missing)
        self.refill()
        if not self.error.text():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._lenses.lists.folder)))

    def _try(self, do: object) -> None:
        assert callable(do)
        try:
            do()
        except OSError as error:
            words = self.tr("The folder {folder} cannot be written: {reason}. Nothing was lost.")
            self.say(words.format(folder=self._lenses.lists.folder, reason=error.strerror))
        else:
            self.say("")


def _list_words(name: str) -> str:
    return {
        "hedges": QCoreApplication.translate("lenses", "Hedges"),
        "voices": QCoreApplication.translate("lenses", "Attributions"),
        "passives": QCoreApplication.translate("lenses", "Passive and agentless"),
    }[name]


def _language_words(language: str) -> str:
    return {
        "en": QCoreApplication.translate("lenses", "English"),
        "ru": QCoreApplication.translate("lenses", "Russian"),
        "kk": QCoreApplication.translate("lenses", "Kazakh"),
    }[language]


def _state_words(state: ListState) -> str:
    if state.problem:
        return QCoreApplication.translate("lenses", "not readable")
    if state.is_changed:
        return QCoreApplication.translate("lenses", "changed by you")
    if state.is_copied:
        return QCoreApplication.translate("lenses", "copied, not changed")
    return QCoreApplication.translate("lenses", "as shipped")
