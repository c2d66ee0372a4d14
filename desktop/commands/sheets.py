"""The Sheet menu: designing, exporting and printing sheets, and what comes back from them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from db.corpus import Corpus
from db.records import Change
from desktop.commands.group import CommandGroup
from desktop.file_questions import ask_file

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.sheets.check_dialog import CheckDialog
    from desktop.sheets.check_report import Checked
    from desktop.sheets.dropped import DroppedFiles


class SheetCommands(CommandGroup):
    """Sheets out, and sheets back."""

    needs_desk = ("export", "print", "check_sheet", "read_notes")

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._checked: tuple[Checked, int] | None = None
        self._dropped: DroppedFiles | None = None

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
        """Check a sheet against the corpus, or go back to the list of the last check."""
        self._open_check()

    def take(self, files: list[Path], others: Callable[[list[Path]], None]) -> None:
        """Check the first sheet among files that were dropped; give the others to `others`."""
        from desktop.sheets.dropped import DroppedFiles

        if self._dropped is None:
            self._dropped = DroppedFiles(self.window)
        if not self._dropped.sort(files, partial(self._taken, files, others)):
            words = QCoreApplication.translate("sheets", "Looking into {name}…")
            self.window.inform(words.format(name=", ".join(file.name for file in files)))

    def _taken(
        self, files: list[Path], others: Callable[[list[Path]], None], sheets: list[Path]
    ) -> None:
        rest = [file for file in files if file not in sheets]
        if rest:
            others(rest)
        if sheets:
            self.check_file(sheets[0])
        if sheets[1:]:
            words = QCoreApplication.translate(
                "sheets", "One sheet is checked at a time. Not checked yet: {names}."
            )
            self.window.warn(words.format(names=", ".join(file.name for file in sheets[1:])))

    def check_file(self, file: Path) -> None:
        """Check a sheet that was dropped on the window."""
        dialog = self._open_check(back=False)
        if dialog is not None:
            dialog.check(file)

    def _open_check(self, *, back: bool = True) -> CheckDialog | None:
        if self.desk is None:
            return None
        from desktop.sheets.check_dialog import CheckDialog

        before = self._checked if back else None
        dialog = CheckDialog(self.desk, self.window, before=before)
        dialog.finished.connect(partial(self._keep, dialog))
        dialog.accepted.connect(partial(self._went, dialog))
        # Not exec: whoever drags a file here waits until the drop is done.
        dialog.open()
        return dialog

    def _keep(self, dialog: CheckDialog, result: int) -> None:
        """Keep what was found, for whoever comes back to it."""
        if dialog.checked is not None:
            self._checked = (dialog.checked, dialog.results.current_number())

    def _went(self, dialog: CheckDialog) -> None:
        chosen = dialog.results.current()
        if chosen is None or dialog.checked is None:
            return
        keys = (
            self.window.actions_["check_sheet"]
            .shortcut()
            .toString(QKeySequence.SequenceFormat.NativeText)
        )
        words = QCoreApplication.translate(
            "sheets", "{address}, as {name} quotes it. {keys} leads back to the list."
        )
        self.window.inform(
            words.format(address=chosen.address, name=dialog.checked.name, keys=keys)
        )

    def detach(self) -> None:
        """Work on nothing; what was found is another corpus's."""
        super().detach()
        self._checked = None
        if self._dropped is not None:
            self._dropped.close()

    def read_notes(self) -> None:
        """Take in the notes of a take-home page."""
        words = QCoreApplication.translate("sheets", "Notes of a take-home page (*.json)")
        title = QCoreApplication.translate("sheets", "Read notes")
        file = ask_file(self.window, title, "", words)
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
        if not merged.lost:
            self.window.inform(words)
            return
        lost = QCoreApplication.translate("sheets", "This corpus has no place for: {notes}")
        shown = [" ".join(each.split())[:80] for each in merged.lost[:5]]
        more = ["…"] if len(merged.lost) > len(shown) else []
        # One sentence after the other would hide the first.
        self.window.warn(f"{words} {lost.format(notes='; '.join(shown + more))}")
