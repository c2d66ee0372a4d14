"""References to the sources, seen as they will be: to copy, or to write to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QPlainTextEdit,
    QWidget,
)

from db.citing.files import ENDINGS, Format, write_text
from db.citing.styles import Style, references
from db.errors import ExportError
from db.sheets.writing import write_whole
from desktop.citing.words import format_words, style_words
from desktop.dialogs.base import Dialog, Form
from desktop.error_words import error_words
from desktop.session import Session
from desktop.settings import documents_folder
from desktop.sheets.check_list import CheckList, CheckModel
from desktop.sheets.formats import file_name

TEXT_ENDING = ".txt"


class ExportReferencesDialog(Dialog):
    """Asks for sources and a form; `language` is that of the words around."""

    TOPIC = "citations"

    def __init__(self, session: Session, parent: QWidget | None, *, language: str = "en") -> None:
        super().__init__(parent, self.tr("Export references"), width=760)
        self._session, self._language = session, language
        self.written = Path()
        items = [(s.id, f"{s.letter} · {s.label}") for s in session.sources]
        self.model = CheckModel(items, self)
        self.model.tick(source.id for source in session.sources)
        self.sources = CheckList(self.model, min(6, max(3, len(items))), self)
        self.sources.setAccessibleName(self.tr("Sources"))
        self.form = QComboBox(self)
        self.form.setAccessibleName(self.tr("Written as"))
        self.shown = QPlainTextEdit(self)
        self.shown.setAccessibleName(self.tr("The references"))
        self._lay_out_page()
        role = QDialogButtonBox.ButtonRole
        self.copy_button = self.add_button(self.tr("&Copy"), role.ActionRole)
        self.add_cancel(self.tr("C&lose"))
        self.ok = self.add_accept(self.tr("&Export…"))
        self.model.ticked_changed.connect(self._show)
        self.form.currentIndexChanged.connect(self._show)
        self.copy_button.clicked.connect(self._copy)
        self._show()
        self.form.setFocus()

    def _lay_out_page(self) -> None:
        for style in (Style.AUTHOR_DATE, Style.NOTE):
            words = self.tr("Words to read: {style}").format(style=style_words(style).lower())
            self.form.addItem(words, style)
        for format in Format:
            self.form.addItem(format_words(format), format)
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        form = Form()
        form.add(self.tr("&Sources"), self.sources)
        form.add(self.tr("&Written as"), self.form)
        form.add(self.tr("&References"), self.shown)
        form.setRowStretch(form.rowCount() - 1, 1)
        self.box.addLayout(form, 1)

    def text(self) -> str:
        """The references as they will be written."""
        chosen = set(self.model.ticked())
        listed = [source for source in self._session.sources if source.id in chosen]
        form = self.form.currentData()
        if form in list(Format):
            return write_text(listed, form)
        words = references(listed, form, self._language)
        return "".join(f"{text}\n" for _, text in words)

    def _show(self) -> None:
        text = self.text()
        self.shown.setPlainText(text)
        for button in (self.ok, self.copy_button):
            button.setEnabled(bool(self.model.ticked()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def accept(self) -> None:
        """Ask where to and write; where that cannot be, say so and stay."""
        if not self.ok.isEnabled():
            return
        form = self.form.currentData()
        ending = ENDINGS.get(form, TEXT_ENDING)
        path = self._ask_file(ending)
        if path is None:
            return
        try:
            # Whole or not at all, and never in the place of a corpus.
            write_whole(path, self.text().encode("utf-8", "replace"))
        except ExportError as error:
            self.say(error_words(error))
            return
        self.written = path
        super().accept()

    def _ask_file(self, ending: str) -> Path | None:
        """Where the references go; Qt asks before anything is written over."""
        words = f"{self.form.currentText()} (*{ending})"
        dialog = QFileDialog(self, self.windowTitle(), str(documents_folder()), words)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending[1:])
        dialog.setFilter(QDir.Filter.AllDirs | QDir.Filter.Files | QDir.Filter.NoDotAndDotDot)
        dialog.selectFile(file_name(self._session.info.title, ending[1:]))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None
