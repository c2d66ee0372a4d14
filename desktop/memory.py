"""What a window remembers: where the reader was in each corpus, and where the window stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QTimer

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.main_window import MainWindow

WAYS = ("stacked", "ribbons", "interleave", "show_events", "show_event", "show_timeline",
        "lens_names", "lens_numbers", "lens_hedges", "lens_attributions",
        "lens_passives")  # fmt: skip
AUTOSAVE = 2_000
FRAME = 40
"""Room for the window's own title bar, which Qt does not know before it is shown."""


class Memory(QObject):
    """Puts into the settings what is to be found again, and gives it back."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE)
        self._autosave.timeout.connect(self._save)

    # In a corpus

    def follow(self, desk: Desk) -> dict[str, Any]:
        """Keep up with where the reader is from now on; returns where that was before."""
        selection, reading = desk.session.selection, desk.reading
        for told in (
            selection.moved, selection.known_by_changed, reading.box.arranged,
            reading.box.resized, reading.zoom_changed, reading.places.scrolled,
        ):  # fmt: skip
            told.connect(self._wait)
        return self._window.settings.corpus_state(desk.session.info.nonce)

    def _wait(self, *_: object) -> None:
        """Save once the reader has come to rest."""
        self._autosave.start()

    def take_sizes(self, state: dict[str, Any]) -> None:
        """Show the text as large as it was, and a window not yet seen where it stood."""
        window, zoom = self._window, state.get("zoom")
        if window.desk is not None:
            usual = window.settings.zoom
            window.desk.reading.set_zoom(zoom if isinstance(zoom, float) else usual)
        if not window.isVisible():
            self._restore(state.get("window"))

    def take_ways(self, state: dict[str, Any]) -> None:
        """Show what was shown in the ways it was shown, and have the menus say so."""
        for action_id in WAYS:
            if action_id in state.get("ways", {}):
                self._window.actions_[action_id].setChecked(bool(state["ways"][action_id]))

    def let_go(self) -> None:
        """Remember the corpus that is about to be closed."""
        self._keep()
        self._autosave.stop()

    def _keep(self) -> None:
        window, desk = self._window, self._window.desk
        if desk is None:
            return
        window.later.finish()
        ways = {name: window.actions_[name].isChecked() for name in WAYS}
        state = {**desk.state(), "ways": ways, "window": self._place()}
        window.settings.set_corpus_state(desk.session.info.nonce, state)
        window.settings.zoom = desk.reading.zoom

    def _save(self) -> None:
        """Keep where the reader is, should the program be ended by force."""
        self._keep()
        self._window.application.save_settings()

    # On the screen

    def restore_place(self) -> None:
        """Put the window where it was, or a comfortable size in the middle of the screen."""
        window = self._window
        if not self._restore(window.settings.window):
            available = window.screen().availableGeometry()
            window.resize(min(1440, available.width()), min(900, available.height() - FRAME))

    def keep_place(self) -> None:
        """Remember where the window stands, and how high its bars are."""
        window = self._window
        window.settings.bars = window.frame.heights()
        window.settings.window = self._place()

    def _place(self) -> str:
        return bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")

    def _restore(self, written: object) -> bool:
        """Put the window where it stood; False where that was not written as Qt writes it."""
        if not isinstance(written, str) or not written.isascii():
            return False
        return self._window.restoreGeometry(QByteArray.fromBase64(written.encode("ascii")))
