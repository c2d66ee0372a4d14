"""The window: it assembles menus, toolbar, desk and status, and nothing more."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
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
from desktop.memory import Memory
from desktop.messages import Messages
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


class MainWindow(QMainWindow):
    """One window for one corpus, or for none yet."""

    closing = Signal(object)

    def __init__(self, application: Application, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.application = application
        self.theme = theme
        self.settings = settings
        self.desk: Desk | None = None
        self.pages = QStackedWidget(self)
        page = QWidget(self)
        self.box = QVBoxLayout(page)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.box.addWidget(self.pages, 1)
        self.setCentralWidget(page)
        self.setAcceptDrops(True)
        self.messages = Messages(self)
        self.memory = Memory(self)
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
        made.setProperty("help_topic", "corpus-file")
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
        return self.messages.banner

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
        self.pages.addWidget(self.desk)
        self.pages.setCurrentWidget(self.desk)
        session.failed.connect(self.warn)
        self.desk.reading.action_chosen.connect(self._trigger)
        session.undo_stack.indexChanged.connect(self.messages.forget)
        session.undo_stack.indexChanged.connect(self.frame.refresh)
        state = self.memory.follow(self.desk)
        self.memory.take_sizes(state)
        self.desk.begin(state)
        if self.desk.reading.active is not None:
            self.desk.reading.active.pane.setFocus()
        self._title()
        self.later.add(
            *self.frame.first_turns(),
            *self.desk.turns(),
            *self.frame.last_turns(),
            partial(self.memory.take_ways, state),
            self._order_tabs,
        )

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
        self.memory.let_go()
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
        self.messages.warn(sentence)

    def inform(self, sentence: str) -> None:
        """Tell the reader something."""
        self.messages.inform(sentence)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.theme = theme
        self.frame.set_theme(theme)
        self.messages.set_theme(theme)
        if self.desk is not None:
            self.desk.set_theme(theme)

    def _title(self) -> None:
        session = self.session
        if session is None:
            self.setWindowTitle("Triptych")
            return
        mark = self.tr(" (read only)") if session.corpus.read_only else ""
        self.setWindowTitle(f"{session.info.title}{mark} — Triptych")

    def open_help(self, topic: str, over: QWidget | None = None) -> None:
        """Show a help topic; over a dialog, which locks all other windows, in one of its own."""
        self.application.open_help(topic, self, over)

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
        self.memory.keep_place()
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
