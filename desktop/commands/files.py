"""Files: new, open, recent, a copy; and files dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from db.backup import made_aside
from db.corpus import Corpus
from db.corpus.opening import SUFFIX, is_corpus
from db.errors import CorpusError
from db.text.zones import zone_key
from db.verifying import Finding
from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.error_words import error_words, words_of
from desktop.file_questions import ask_file, clean_stem
from desktop.verification import Verification

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

MOST_IN_FOLDER = 200


class FileCommands(CommandGroup):
    """The File menu."""

    needs_desk = ("save_copy", "close", "verify")

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._verification: Verification | None = None
        window.actions_.submenus["recent"].triggered.connect(self._open_recent)

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "new": self.new,
            "open": self.open,
            "open_case": self.open_case,
            "save_copy": self.save_copy,
            "verify": self.verify,
            "close": self.close,
            "quit": self.quit,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        self._verification = Verification(desk.session.corpus.path, self.window)
        self._verification.finished.connect(self._verified)
        self._verification.failed.connect(self._not_verified)
        self._verification.start_soon()

    def detach(self) -> None:
        """Work on nothing."""
        super().detach()
        if self._verification is not None:
            self._verification.close()
            self._verification.deleteLater()
            self._verification = None

    def refresh(self) -> None:
        """Enable what can be done now, and list the recent files."""
        super().refresh()
        self._list_recent()

    def _list_recent(self) -> None:
        menu = self.window.actions_.submenus["recent"]
        menu.clear()
        for path in self.window.settings.recent:
            action = QAction(path.replace("&", "&&"), menu)
            action.setData(path)
            menu.addAction(action)
        menu.addSeparator()
        keep = QAction(self.window.tr("Remember files"), menu)
        keep.setCheckable(True)
        keep.setChecked(self.window.settings.remember_recent)
        keep.triggered.connect(self._remember_files)
        menu.addAction(keep)

    def _open_recent(self, action: QAction) -> None:
        if action.data() is not None:
            self._open(Path(str(action.data())))

    def _remember_files(self, on: bool) -> None:
        settings = self.window.settings
        settings.remember_recent = on
        if not on:
            settings.recent = []
        self.window.application.save_settings()
        self.refresh()

    # Corpora

    def new(self) -> None:
        """Make an empty corpus where the reader says."""
        path = self._ask_target(self.window.tr("New corpus"), self.window.tr("Untitled"))
        if path is None or self._refused(path, None):
            return
        zone = _system_zone()
        try:
            with made_aside(path) as made:
                Corpus.create(made, title=path.stem, zone=zone).close()
        except CorpusError as error:
            self.window.warn(error_words(error))
            return
        self._open(path)

    def open(self) -> None:
        """Open a corpus the reader chooses."""
        words = self.window.tr("Triptych corpus (*.triptych);;All files (*)")
        name = ask_file(self.window, self.window.tr("Open corpus"), self.start_folder(), words)
        if name:
            self._open(Path(name))

    def open_case(self) -> None:
        """Open the reader's copy of the bundled case."""
        self.window.application.open_bundled_case(self.window)

    def save_copy(self) -> None:
        """Write a whole, checked copy."""
        session = self.session
        if session is None:
            return
        stem = session.corpus.path.stem
        words = self.window.tr("{name} copy").format(name=stem)
        path = self._ask_target(self.window.tr("Save a copy"), words)
        if path is None or self._refused(path, session.corpus.path):
            return
        try:
            session.corpus.save_copy(path, overwrite=True)
        except CorpusError as error:
            self.window.warn(error_words(error))
        else:
            self.window.inform(self.window.tr("A copy is in {name}.").format(name=path.name))

    def _refused(self, target: Path, corpus: Path | None) -> bool:
        """Whether a place cannot be written to since a corpus there is open; says so."""
        from desktop.sharing.targets import refusal

        words = refusal(target, corpus)
        if words:
            self.window.warn(words)
        return bool(words)

    def verify(self) -> None:
        """Check every text against its hash and every place against its text."""
        if self._verification is not None:
            self.window.status.show_verified(self.window.tr("verifying…"))
            self._verification.start()

    def _verified(self, bad: list[Finding]) -> None:
        if not bad:
            self.window.status.show_verified("✓ " + self.window.tr("texts verified"))
            return
        self.window.status.show_verified("✗ " + self.window.tr("not as stored"))
        words = self.window.tr("%n check(s) failed", None, len(bad))
        self.window.warn(f"{words} — {bad[0].subject}: {words_of(bad[0].message)}")

    def _not_verified(self, sentence: str) -> None:
        self.window.status.show_verified("✗ " + self.window.tr("not verified"))
        self.window.warn(sentence)

    def close(self) -> None:
        """Close the corpus; the window stays."""
        self.window.close_session()

    def quit(self) -> None:
        """Close every window."""
        self.window.application.quit_all()

    # Dropped on the window

    def take(self, files: list[Path]) -> None:
        """Open the corpora among files, check the sheets, add the others as originals.

        A folder stands for the files in it that are no corpora.
        """
        corpora = [f for f in files if is_corpus(f) and not f.is_dir()]
        others = [each for f in files if f not in corpora for each in _files_in(f)]
        for path in corpora:
            self._open(path)
        if not others:
            return
        if self.session is None:
            names = ", ".join(f.name for f in others)
            words = self.window.tr(
                "{names}: not a corpus. Open a corpus first, then add its originals."
            )
            self.window.warn(words.format(names=names))
        else:
            self.window.commands.sheets.take(others, self.window.commands.originals.add)

    # Asking

    def _open(self, path: Path) -> None:
        window = self.window if self.window.session is None else None
        self.window.application.open_corpus(path, window)

    def _ask_target(self, title: str, words: str) -> Path | None:
        name = clean_stem(words, self.window.tr("Untitled")) + SUFFIX
        chosen, _ = QFileDialog.getSaveFileName(
            self.window,
            title,
            str(Path(self.start_folder()) / name),
            self.window.tr("Triptych corpus (*.triptych)"),
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(SUFFIX)


def _files_in(path: Path) -> list[Path]:
    """A file itself; of a folder the files in it that may be meant."""
    try:
        if not path.is_dir():
            return [path]
        found = islice((f for f in sorted(path.iterdir()) if f.is_file()), MOST_IN_FOLDER)
        return [f for f in found if not f.name.startswith(".") and not is_corpus(f)] or [path]
    except OSError:
        return [path]


def _system_zone() -> str:
    from PySide6.QtCore import QTimeZone

    name = QTimeZone.systemTimeZoneId().toStdString()
    try:
        return zone_key(name)
    except ValueError:
        return "UTC"
