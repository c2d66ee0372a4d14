"""The window: it assembles menus, toolbar, desk and status, and nothing more."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.frame import Frame
from desktop.later import Later
from desktop.session import Session
from desktop.settings import Settings
from desktop.theme import Theme

if TYPE_CHECKING:
    from desktop.actions import Actions
    from desktop.application import Application
    from desktop.commands.handlers import Commands
    from desktop.status import StatusLine
    from desktop.widgets.banner import Banner
    from desktop.widgets.empty_state import EmptyState
    from desktop.widgets.search_field import SearchField

REMEMBERED = ("stacked", "ribbons", "interleave", "show_events", "show_event", "show_timeline",
              "lens_names", "lens_numbers", "lens_hedges", "lens_attributions",
              "lens_passives")  # fmt: skip
MESSAGE_STAYS = 12_000
AUTOSAVE = 2_000
FRAME = 40
"""Room for the window's own title bar, which Qt does not know before it is shown."""


class MainWindow(QMainWindow):
    """One window for one corpus, or for none yet."""

    closing = Signal(object)

    def __init__(self, application: Application, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.application = application
        self.theme = theme
        self.settings = settings
        self.desk: Desk | None = None
        self._message = QTimer(self)
        self._message.setSingleShot(True)
        self._message.setInterval(MESSAGE_STAYS)
        self._message.timeout.connect(self._forget_message)
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE)
        self._autosave.timeout.connect(self._save_state)
        self.pages = QStackedWidget(self)
        page = QWidget(self)
        self.box = QVBoxLayout(page)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addWidget(self.pages, 1)
        self.setCentralWidget(page)
        self.setAcceptDrops(True)
        self.frame = Frame(self)
        self.later = Later(self)
        self._title()

    @cached_property
    def empty(self) -> EmptyState:
        """What stands where no corpus is open."""
        from desktop.widgets.empty_state import EmptyState

        made = EmptyState(
            self.tr("No corpus is open"),
            self.tr("A corpus is one file that holds sources, events and your work on them."),
            [
                (self.tr("Open the Zhanaozen case"), "open_case"),
                (self.tr("Open…"), "open"),
                (self.tr("New corpus…"), "new"),
            ],
        )
        made.chosen.connect(self._trigger)
        self.pages.addWidget(made)
        return made

    # The frame, each part made when it is first asked for

    @property
    def actions_(self) -> Actions:
        """The actions of the window, in its menus."""
        return self.frame.actions

    @property
    def commands(self) -> Commands:
        """What the actions do."""
        return self.frame.commands

    @property
    def status(self) -> StatusLine:
        """The line at the foot."""
        return self.frame.status

    @property
    def banner(self) -> Banner:
        """Where the reader is told what went wrong."""
        return self.frame.banner

    @property
    def search_field(self) -> SearchField:
        """The field at the toolbar's end."""
        return self.frame.search_field

    @property
    def session(self) -> Session | None:
        """The session of the corpus that is open."""
        return self.desk.session if self.desk is not None else None

    def open_session(self, session: Session) -> None:
        """Show a corpus in this window."""
        self.close_session()
        session.setParent(self)
        self.desk = Desk(session, self.theme, self)
        self.desk.reading.set_zoom(self.settings.zoom)
        self.pages.addWidget(self.desk)
        self.pages.setCurrentWidget(self.desk)
        session.failed.connect(self.warn)
        self.desk.reading.action_chosen.connect(self._trigger)
        session.undo_stack.indexChanged.connect(self._undo_changed)
        session.selection.moved.connect(self._autosave.start)
        self.desk.reading.box.arranged.connect(self._autosave.start)
        state = self.settings.corpus_state(session.info.nonce)
        self.desk.begin(state)
        if self.desk.reading.active is not None:
            self.desk.reading.active.pane.setFocus()
        self._title()
        self.later.add(
            *self.frame.first_turns(),
            *self.desk.turns(),
            *self.frame.last_turns(),
            partial(self._take_ways, state),
            self._order_tabs,
        )

    def _take_ways(self, state: dict[str, Any]) -> None:
        """Show what was shown in the ways it was shown, and have the menus say so."""
        for action_id in REMEMBERED:
            if action_id in state.get("ways", {}):
                self.actions_[action_id].setChecked(bool(state["ways"][action_id]))

    def _order_tabs(self) -> None:
        """Have Tab find the parts in one order, whichever was made first."""
        from desktop.widgets.tab_order import visit_in_turn

        if self.desk is not None:
            visit_in_turn([self.frame.toolbar, *self.desk.parts()])

    def close_session(self) -> None:
        """Let go of the corpus; the window stays."""
        if self.desk is None:
            return
        desk, session = self.desk, self.desk.session
        self._remember()
        self._autosave.stop()
        self.desk = None
        self.frame.detach()
        self.pages.setCurrentWidget(self.empty)
        self.pages.removeWidget(desk)
        # What was to be shown in a moment would look into a corpus that is closed.
        for timer in desk.findChildren(QTimer):
            timer.stop()
        desk.deleteLater()
        session.close()
        session.deleteLater()
        self._title()

    def warn(self, sentence: str) -> None:
        """Tell the reader that something went wrong."""
        from desktop.widgets.banner import BannerKind

        self.banner.say(sentence, BannerKind.WARNING)

    def inform(self, sentence: str) -> None:
        """Tell the reader something."""
        from desktop.widgets.banner import BannerKind

        self.banner.say(sentence, BannerKind.INFO)
        self._message.start()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.theme = theme
        self.frame.set_theme(theme)
        if self.desk is not None:
            self.desk.set_theme(theme)

    def restore_place(self) -> None:
        """Put the window where it was, or a comfortable size in the middle of the screen."""
        if self.settings.window:
            place = QByteArray.fromBase64(self.settings.window.encode("ascii"))
            if self.restoreGeometry(place):
                return
        available = self.screen().availableGeometry()
        self.resize(min(1440, available.width()), min(900, available.height() - FRAME))

    def _remember(self) -> None:
        session = self.session
        if session is None or self.desk is None:
            return
        self.later.finish()
        ways = {name: self.actions_[name].isChecked() for name in REMEMBERED}
        self.settings.set_corpus_state(session.info.nonce, {**self.desk.state(), "ways": ways})
        self.settings.zoom = self.desk.reading.zoom

    def _save_state(self) -> None:
        """Keep where the reader is, should the program be ended by force."""
        self._remember()
        self.application.save_settings()

    def _title(self) -> None:
        session = self.session
        if session is None:
            self.setWindowTitle("Triptych")
            return
        mark = self.tr(" (read only)") if session.corpus.read_only else ""
        self.setWindowTitle(f"{session.info.title}{mark} — Triptych")

    def _undo_changed(self) -> None:
        self._forget_message()
        self.refresh()

    def _forget_message(self) -> None:
        self.frame.forget_message()

    def open_help(self, topic: str, over: QWidget | None = None) -> None:
        """Show a help topic; over a dialog, which locks all other windows, in one of its own."""
        self.application.open_help(topic, self, over)

    def toolbar_button(self, action_id: str) -> QWidget | None:
        """The button of an action on the toolbar, None where it has none."""
        return self.frame.toolbar.widgetForAction(self.actions_[action_id])

    def refresh(self) -> None:
        """Enable what can be done now."""
        self.frame.refresh()

    def _trigger(self, action_id: str) -> None:
        self.later.finish()
        self.actions_[action_id].trigger()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the search field the room of the buttons' words in a narrow window."""
        super().resizeEvent(event)
        self.frame.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Have the rest made once this painting, which goes on with the text, is done."""
        super().paintEvent(event)
        self.later.begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what can be opened where nothing is open."""
        super().showEvent(event)
        if self.desk is None:
            self.pages.setCurrentWidget(self.empty)
            self.later.add(*self.frame.first_turns(), *self.frame.last_turns())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the reader was; nothing needs saving."""
        self.later.finish()
        self.settings.bars = self.frame.heights()
        self.settings.window = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.close_session()
        self.closing.emit(self)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a corpus, or add an original."""
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        event.acceptProposedAction()
        self.commands.take_files(files)
