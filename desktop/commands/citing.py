"""References: taken in from a file, given out, copied, and the style they are in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from desktop.commands.group import CommandGroup
from desktop.file_questions import ask_file

if TYPE_CHECKING:
    from desktop.citing.export_dialog import ExportReferencesDialog

STYLES: Final = {
    "cite_short": "short",
    "cite_author_date": "author-date",
    "cite_note": "note",
}
LANGUAGES: Final = {"cite_english": "en", "cite_russian": "ru", "cite_kazakh": "kk"}


class CitingCommands(CommandGroup):
    """The Source menu's Citations."""

    needs_desk = ("cite_import", "cite_export", "cite_copy")

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "cite_import": self.import_file,
            "cite_export": self.export,
            "cite_copy": self.copy,
            **{name: partial(self._set_style, style) for name, style in STYLES.items()},
            **{name: partial(self._set_language, tag) for name, tag in LANGUAGES.items()},
        }

    def refresh(self) -> None:
        """Enable what can be done now, and tick the style chosen."""
        super().refresh()
        settings = self.window.settings
        for name, style in STYLES.items():
            self.set_checked(name, style == settings.citation_style)
        for name, tag in LANGUAGES.items():
            self.set_checked(name, tag == settings.citation_language)

    def import_file(self) -> None:
        """Take in references from a file, after a look at what they would change."""
        session = self.session
        if session is None:
            return
        words = self.window.tr("References (*.json *.ris *.bib *.bibtex *.txt);;All files (*)")
        name = ask_file(self.window, self.window.tr("Import references"), "", words)
        if name:
            from desktop.citing.import_dialog import ImportDialog

            ImportDialog(session, Path(name), self.window).open()

    def export(self) -> None:
        """Write references to sources, or copy them."""
        session = self.session
        if session is None:
            return
        from desktop.citing.export_dialog import ExportReferencesDialog

        language = self.window.settings.citation_language
        dialog = ExportReferencesDialog(session, self.window, language=language)
        dialog.accepted.connect(partial(self._written, dialog))
        dialog.open()

    def _written(self, dialog: ExportReferencesDialog) -> None:
        words = self.window.tr("The references are in {name}.")
        self.window.inform(words.format(name=dialog.written.name))

    def copy(self) -> None:
        """Copy the whole reference of the active column's source."""
        from db.citing.styles import Style, cite

        if self.column is None:
            return
        settings = self.window.settings
        # The short style only names a place in a text.
        style = settings.citation_style
        style = Style.AUTHOR_DATE if style == Style.SHORT else style
        words = cite(self.column.source, style, settings.citation_language)
        QGuiApplication.clipboard().setText(words)
        self.window.status.showMessage(self.window.tr("Reference copied"), 2500)

    def _set_style(self, style: str, on: bool = True) -> None:
        self.window.settings.citation_style = style
        self._settled()

    def _set_language(self, tag: str, on: bool = True) -> None:
        self.window.settings.citation_language = tag
        self._settled()

    def _settled(self) -> None:
        self.window.application.save_settings()
        self.refresh()
