"""The program: its settings, its windows, and how a corpus comes into one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSysInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

import resources
from db.corpus import Corpus
from db.corpus.opening import is_corpus
from db.errors import CorpusError
from desktop import settings as stored
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Settings, data_folder
from desktop.theme import (
    STYLED,
    Theme,
    ThemeWatcher,
    apply_theme,
    load_fonts,
    theme,
    theme_for_system,
)

if TYPE_CHECKING:
    from desktop.help.help_window import HelpWindow

BUNDLED_CASE = "zhanaozen-2011"


def qt_application(name: str) -> QApplication:
    """Qt's own part of the program, in the style that everything is drawn in."""
    # Said here and not to `setStyle`, which answers with a style: five milliseconds to make known.
    made = _kind_of_application()([name, "-style", "Fusion"])
    made.setProperty(STYLED, True)
    return made


def _kind_of_application() -> type[QApplication]:
    """The plain one, or on macOS the one that hears of files asked for."""
    if QSysInfo.kernelType() != "darwin":
        return QApplication
    from desktop.asked_files import AskedApplication

    return AskedApplication


class Application(QObject):
    """Owns the windows and the settings."""

    def __init__(self, qt: QApplication, settings: Settings | None = None) -> None:
        super().__init__()
        self.qt = qt
        qt.setApplicationName("triptych")
        qt.setApplicationDisplayName("Triptych")
        qt.setDesktopFileName("triptych")
        self.settings = settings if settings is not None else stored.load()
        self._translators = install_translations(qt)
        load_fonts()
        self._watcher = ThemeWatcher(qt, self)
        self._watcher.changed.connect(self._system_changed)
        self.theme = self._wanted_theme()
        apply_theme(qt, self.theme)
        self.windows: list[MainWindow] = []
        self._help: HelpWindow | None = None

    def start(self, *files: Path) -> MainWindow:
        """Open the first window: on files, on the last corpus, or on the bundled case."""
        window = self.new_window()
        corpora = [file for file in files if is_corpus(file)]
        for file in corpora:
            self.open_corpus(file, window if window.session is None else None)
        # An original given on the command line needs its corpus open.
        if not corpora and not self._reopen_last(window):
            self.open_bundled_case(window)
        originals = [file for file in files if file not in corpora]
        if originals:
            window.commands.take_files(originals)
        window.show()
        return window

    def take_asked_file(self, name: str) -> None:
        """Open a corpus or add an original the system asks for while the program runs."""
        window = self.windows[-1] if self.windows else self.new_window()
        window.commands.take_files([Path(name)])
        window.show()

    def new_window(self) -> MainWindow:
        """A window without a corpus."""
        window = MainWindow(self, self.theme, self.settings)
        window.memory.restore_place()
        window.closing.connect(self._closing)
        self.windows.append(window)
        return window

    def draw_program_icon(self) -> None:
        """Give the windows their icon: the text comes first."""
        from desktop.icons import program_icon

        if self.qt.windowIcon().isNull():
            self.qt.setWindowIcon(program_icon())

    def open_corpus(self, path: Path, window: MainWindow | None = None) -> bool:
        """Open a corpus in an empty window, else in a new one; says why where it cannot."""
        target = window or self._free_window()
        for other in self.windows:
            if other.session is not None and is_same(other.session.corpus.path, path):
                other.raise_()
                other.activateWindow()
                return True
        try:
            corpus = Corpus.open(path, hold=True)
        except CorpusError as error:
            from desktop.error_words import error_words

            (target or self.windows[-1]).warn(error_words(error))
            return False
        if target is None or target.session is not None:
            target = self.new_window()
            target.open_session(Session(corpus))
            target.show()
        else:
            target.open_session(Session(corpus))
        self.settings.remember_file(path)
        target.later.add(self.save_settings)
        for each in self.windows:
            each.frame.refresh()
        return True

    def open_bundled_case(self, window: MainWindow) -> bool:
        """Open the reader's own copy of the bundled case, made the first time.

        A copy that cannot be opened any more is left as it is, and another is made beside it.
        """
        for path in case_copies():
            if not path.exists():
                from db.packs.cases import compile_case

                try:
                    compile_case(BUNDLED_CASE, path, make_folder=True)
                except CorpusError as error:
                    from desktop.error_words import error_words

                    window.warn(error_words(error))
                    return False
            if self.open_corpus(path, window if window.session is None else None):
                return True
        return False

    def open_help(self, topic: str, window: MainWindow, over: QWidget | None = None) -> None:
        """Show a help topic in the one help window, or in that of a dialog."""
        shown = self._help_window(window) if over is None else self._help_over(over, window)
        shown.open_topic(topic)
        shown.show()
        shown.raise_()
        shown.activateWindow()

    def _help_window(self, window: MainWindow) -> HelpWindow:
        if self._help is None:
            self._help = self._make_help(window)
        return self._help

    def _help_over(self, dialog: QWidget, window: MainWindow) -> HelpWindow:
        """What a dialog does not lock, and what goes with it."""
        from desktop.help.help_window import HelpWindow

        found = dialog.findChild(HelpWindow)
        return found if isinstance(found, HelpWindow) else self._make_help(window, dialog)

    def _make_help(self, window: MainWindow, parent: QWidget | None = None) -> HelpWindow:
        from desktop.help.help_window import HelpWindow

        actions = window.actions_
        lines = [
            (actions.menu_path(i), actions.title(i), actions[i].shortcut().toString())
            for i in actions.ids()
        ]
        return HelpWindow(self.theme, lines, parent=parent)

    def set_theme_choice(self, choice: str) -> None:
        """Take a theme: system, light, dark or contrast."""
        self.settings.theme = choice
        self.save_settings()
        self._take_theme(self._wanted_theme())

    def quit_all(self) -> None:
        """Close every window."""
        for window in list(self.windows):
            window.close()

    def save_settings(self) -> None:
        """Write the settings; a place that cannot be written is no reason to stop."""
        stored.save(self.settings)

    def _reopen_last(self, window: MainWindow) -> bool:
        last = next((Path(p) for p in self.settings.recent if Path(p).is_file()), None)
        return last is not None and self.open_corpus(last, window)

    def _free_window(self) -> MainWindow | None:
        return next((w for w in self.windows if w.session is None), None)

    def _wanted_theme(self) -> Theme:
        system = theme_for_system(self.qt)
        if self.settings.theme == "contrast":
            return theme("contrast-dark" if system.dark else "contrast-light")
        if self.settings.theme in ("light", "dark"):
            return theme(self.settings.theme)
        return system

    def _system_changed(self) -> None:
        self._take_theme(self._wanted_theme())

    def _take_theme(self, wanted: Theme) -> None:
        if wanted.name == self.theme.name:
            return
        self.theme = wanted
        apply_theme(self.qt, wanted)
        for window in self.windows:
            window.set_theme(wanted)
        if self._help is not None:
            self._help.set_theme(wanted)

    def _closing(self, window: MainWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
        if not self.windows and self._help is not None:
            self._help.close()
        self.save_settings()
        QTimer.singleShot(0, window.deleteLater)


def case_copies() -> list[Path]:
    """Where the reader's copy of the bundled case is, and where one is made if that is damaged."""
    names = (BUNDLED_CASE, *(f"{BUNDLED_CASE}-{number}" for number in range(2, 10)))
    return [data_folder() / f"{name}.triptych" for name in names]


def is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, be it by a link."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()


def install_translations(qt: QApplication) -> list[QTranslator]:
    """Load the plurals of English, and the reader's language where there is one."""
    wanted = ["en", QLocale.system().name().split("_")[0]]
    loaded = []
    for language in dict.fromkeys(wanted):
        translator = QTranslator(qt)
        file = resources.path("translations", f"triptych_{language}.qm")
        if file.is_file() and translator.load(str(file)):
            qt.installTranslator(translator)
            loaded.append(translator)
    return loaded
