"""Another title for a saved sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.base import Dialog, Form


class RenameDialog(Dialog):
    """Asks for a title; `complaint` says what is wrong with one, or nothing."""

    TOPIC = "sheets"

    def __init__(self, title: str, complaint: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent, self.tr("Rename a saved sheet"), width=420)
        self._complaint = complaint
        self.title = QLineEdit(title, self)
        self.title.setAccessibleName(self.tr("Title of the saved sheet"))
        self.title.selectAll()
        form = Form()
        form.add(self.tr("&Title"), self.title)
        self.box.addLayout(form)
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Rename"))
        self.title.textChanged.connect(self._judge)
        self._judge()

    def chosen(self) -> str:
        """The title typed, its white space in order."""
        return " ".join(self.title.text().split())

    def _judge(self) -> None:
        self.ok.setEnabled(bool(self.chosen()))
        self.say("")

    def accept(self) -> None:
        """Close where the title can be had; else say why not."""
        complaint = self._complaint(self.chosen())
        if complaint:
            self.say(complaint)
        elif self.ok.isEnabled():
            super().accept()
