"""A corpus that other programs use too: who has it, what they wrote, and opening it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from db.corpus.holding import Holder, writes_seen
from db.errors import CorpusError, CorpusGoneError, CorpusMovedError
from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.session import Session
from desktop.when import display_when
from desktop.widgets.banner import BannerKind

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class HeldCommands(CommandGroup):
    """Says who has the corpus, and opens it again."""

    needs_desk = ("reopen",)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.banner.action_chosen.connect(self._chosen)

    def _chosen(self, action_id: str) -> None:
        """A button of the banner was pressed."""
        if action_id in ("reopen", "save_copy"):
            self.window.actions_[action_id].trigger()

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {"reopen": self.reopen}

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        Elsewhere(desk.session, self.window, desk).moved.connect(self._say_moved)
        if desk.session.corpus.holder is not None:
            # After what else is said of a corpus that was just opened.
            QTimer.singleShot(0, desk, self._say_who)

    def _say_who(self) -> None:
        session = self.session
        holder = session.corpus.holder if session is not None else None
        if session is None or holder is None:
            return
        words = self.window.tr(
            "{file} is open in another Triptych{holder}, so it is open here for reading only. "
            "Close it there and open it again here to change it."
        )
        who = self._who(holder)
        sentence = words.format(file=session.corpus.path.name, holder=f" ({who})" if who else "")
        again = (self.window.tr("Open again"), "reopen")
        self.window.banner.say(sentence, BannerKind.WARNING, [again])

    def _say_moved(self, gone: bool) -> None:
        """Say before anything is changed that it could not be written."""
        session = self.session
        if session is None:
            return
        words = (
            self.window.tr(
                "{file} is not there any more: it was deleted or moved while it was open. Nothing "
                "that is on the screen is lost; save a copy to keep it."
            )
            if gone
            else self.window.tr(
                "{file} was replaced while it was open, so nothing can be changed here. Save a "
                "copy of what is on the screen, or open the file that is there now."
            )
        )
        ways = [(self.window.tr("Save a copy…"), "save_copy")]
        if not gone:
            ways.append((self.window.tr("Open again"), "reopen"))
        sentence = words.format(file=session.corpus.path.name)
        self.window.banner.say(sentence, BannerKind.WARNING, ways)

    def _who(self, holder: Holder) -> str:
        """Who has it and since when, as far as that is known."""
        where = self.window.tr("on this computer") if holder.is_here else holder.host
        since = ""
        if holder.since:
            # By the reader's own clock: this is about two programs, not about the corpus.
            when = datetime.fromtimestamp(holder.since).strftime("%Y-%m-%dT%H:%M")
            since = self.window.tr("since {time}").format(time=display_when(when))
        return ", ".join(filter(None, (holder.user, where, since)))

    def reopen(self) -> None:
        """Close the corpus and open it again in this window, as the file now is."""
        session = self.session
        if session is None:
            return
        path, window = session.corpus.path, self.window
        window.banner.hide()
        window.close_session()
        window.application.open_corpus(path, window)


class Elsewhere(QObject):
    """Shows what happened to the file elsewhere once the reader is back at the window."""

    moved = Signal(bool)
    """The file is no longer the one that was opened; whether none stands there at all."""

    def __init__(self, session: Session, window: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._version = writes_seen(session.corpus.connection)
        self._found: type[CorpusError] | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the window becomes active."""
        if event.type() == QEvent.Type.WindowActivate:
            self._look_at_place()
            version = writes_seen(self._session.corpus.connection)
            if version not in (0, self._version):
                self._version = version
                self._session.look_again()
        return super().eventFilter(watched, event)

    def _look_at_place(self) -> None:
        """Tell that the file was replaced or is gone, each time that happens."""
        before, self._found = self._found, None
        try:
            self._session.corpus.check_place()
        except CorpusMovedError as error:
            self._found = type(error)
            if self._found is not before:
                self.moved.emit(isinstance(error, CorpusGoneError))
