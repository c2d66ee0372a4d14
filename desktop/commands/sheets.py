"""The Sheet menu: designing, exporting and printing sheets, and what comes back from them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from db.corpus import Corpus
from db.records import Change
from desktop.commands.group import CommandGroup


class SheetCommands(CommandGroup):
    """Sheets out, and sheets back."""

    needs_desk = ("export", "print", "check_sheet", "read_notes")

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "export": self.export,
            "print": self.print,
            "check_sheet": self.check,
            "read_notes": self.read_notes,
        }

    def export(self) -> None:
        """Ask what to put on a sheet, and write it."""
        if self.desk is not None:
            from desktop.sheets.export_dialog import ExportDialog

            ExportDialog(self.desk, self.window).exec()

    def print(self) -> None:
        """Ask what to print, and print it."""
        if self.desk is not None:
            from desktop.sheets.printing import print_sheet

            print_sheet(self.desk, self.window)

    def check(self) -> None:
        """Check a sheet against the corpus."""
        if self.desk is not None:
            from desktop.sheets.check_dialog import CheckDialog

            CheckDialog(self.desk, self.window).exec()

    def check_file(self, file: Path) -> None:
        """Check a sheet that was dropped on the window."""
        if self.desk is not None:
            from desktop.sheets.check_dialog import CheckDialog

            dialog = CheckDialog(self.desk, self.window)
            dialog.check(file)
            # Not exec: whoever drags the file waits until the drop is done.
            dialog.open()

    def read_notes(self) -> None:
        """Take in the notes of a take-home page."""
        words = QCoreApplication.translate("sheets", "Notes of a take-home page (*.json)")
        title = QCoreApplication.translate("sheets", "Read notes")
        file, _ = QFileDialog.getOpenFileName(self.window, title, "", words)
        if file:
            self.merge_notes(Path(file))

    def merge_notes(self, file: Path) -> None:
        """Take in the notes of a file, as one edit that can be undone."""
        from db.sheets.take_home.notes import MergedNotes, merge_notes

        if self.session is None:
            return

        def merge(corpus: Corpus) -> tuple[MergedNotes, Change]:
            merged = merge_notes(corpus, file)
            return merged, merged.change or Change("Read notes", {}, ())

        merged = self.session.perform(merge)
        if merged is None:
            return
        words = QCoreApplication.translate("sheets", "%n note(s) added.", None, merged.added)
        if merged.known:
            known = QCoreApplication.translate(
                "sheets", "%n stood there already.", None, merged.known
            )
            words = f"{words} {known}"
        self.window.inform(words)
        if merged.lost:
            lost = QCoreApplication.translate(
                "sheets", "This corpus has no place for: {notes}"
            ).format(notes="; ".join(merged.lost))
            self.window.warn(lost)
