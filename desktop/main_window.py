"""The window: it assembles menus, toolbar, desk and status, and nothing more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSizePolicy,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.actions import Actions
from desktop.commands import handlers
from desktop.desk import Desk
from desktop.session import Session
from desktop.settings import Settings
from desktop.status import StatusLine
from desktop.theme import Theme
from desktop.widgets.banner import Banner, BannerKind
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.menu_button import menu_button
from desktop.widgets.progress_strip import ProgressStrip
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desktop.application import Application

VIEWS = ("view_read", "view_matrix", "view_figures", "view_names")
TOOLBAR = ("back", "forward", "-", *VIEWS, "-", "only_event", "solo", "stacked", "ribbons",
           "interleave", "-", "lenses>", "add_column", "export")  # fmt: skip
REMEMBERED = ("stacked", "ribbons", "interleave", "show_events", "show_event", "show_timeline",
              "lens_names", "lens_numbers", "lens_hedges", "lens_attributions",
              "lens_passives")  # fmt: skip
MESSAGE_STAYS = 12_000
AUTOSAVE = 2_000
FRAME = 40
"""Room for the window's own title bar, which Qt does not know before it is shown."""
NARROW = 200
"""Characters of width below which the toolbar shows icons only."""
WITH_WORDS = (*VIEWS, "only_event", "add_column", "export")


class MainWindow(QMainWindow):
    """One window for one corpus, or for none yet."""

    closing = Signal(object)

    def __init__(self, application: Application, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.application = application
        self.theme = theme
        self.settings = settings
        self.desk: Desk | None = None
        self._shown = False
        self._message = QTimer(self)
        self._message.setSingleShot(True)
        self._message.setInterval(MESSAGE_STAYS)
        self._message.timeout.connect(self._forget_message)
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(AUTOSAVE)
        self._autosave.timeout.connect(self._save_state)
        self.actions_ = Actions(self)
        self.actions_.set_theme(theme, TOOLBAR)
        self.banner = Banner(theme, self)
        self.progress = ProgressStrip(self)
        self.search_field = SearchField(theme, parent=self)
        self.search_field.setProperty("help_topic", "searching")
        self.pages = QStackedWidget(self)
        self.empty = EmptyState(
            self.tr("No corpus is open"),
            self.tr("A corpus is one file that holds sources, events and your work on them."),
            [
                (self.tr("Open the Zhanaozen case"), "open_case"),
                (self.tr("Open…"), "open"),
                (self.tr("New corpus…"), "new"),
            ],
        )
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.setAcceptDrops(True)
        self._assemble()
        self.commands = handlers.build(self)
        self.actions_.connect(self.commands.handlers())
        self.empty.chosen.connect(self._trigger)
        self.commands.refresh()
        self._title()

    def _assemble(self) -> None:
        self.actions_.fill(self.menuBar())
        self.menuBar().setAccessibleName(self.tr("Menus"))
        self.addToolBar(self._toolbar())
        page = QWidget(self)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.banner)
        box.addWidget(self.progress)
        box.addWidget(self.pages, 1)
        self.pages.addWidget(self.empty)
        self.setCentralWidget(page)

    def _toolbar(self) -> QToolBar:
        bar = QToolBar(self.tr("Toolbar"), self)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for action_id in TOOLBAR:
            if action_id == "-":
                bar.addSeparator()
                continue
            if action_id.endswith(">"):
                bar.addWidget(menu_button(self.actions_.submenus[action_id[:-1]], bar))
                continue
            action = self.actions_[action_id]
            bar.addAction(action)
            button = bar.widgetForAction(action)
            button.setAccessibleName(self.actions_.title(action_id))
            if isinstance(button, QToolButton) and action_id not in WITH_WORDS:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        gap = QWidget(bar)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        self.search_field.setMaximumWidth(360)
        bar.addWidget(self.search_field)
        return bar

    def toolbar_button(self, action_id: str) -> QWidget | None:
        """The button of an action on the toolbar, None where it has none."""
        bar = self.findChild(QToolBar, "toolbar")
        return bar.widgetForAction(self.actions_[action_id]) if bar is not None else None

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
        if state.get("sizes"):
            self.desk.splitter.setSizes(state["sizes"])
            self.desk.shared_by_hand = True
        if "rows" in state:
            self.desk.stack.setSizes(state["rows"])
        self.commands.attach(self.desk)
        self.status.attach(self.desk)
        for action_id in REMEMBERED:
            if action_id in state.get("ways", {}):
                self.actions_[action_id].setChecked(bool(state["ways"][action_id]))
        self._title()

    def close_session(self) -> None:
        """Let go of the corpus; the window stays."""
        if self.desk is None:
            return
        desk, session = self.desk, self.desk.session
        self._remember()
        self._autosave.stop()
        self.desk = None
        self.commands.detach()
        self.status.detach()
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
        self.banner.say(sentence, BannerKind.WARNING)

    def inform(self, sentence: str) -> None:
        """Tell the reader something."""
        self.banner.say(sentence, BannerKind.INFO)
        self._message.start()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.theme = theme
        self.actions_.set_theme(theme)
        self.banner.set_theme(theme)
        self.search_field.set_theme(theme)
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
        self.commands.refresh()

    def _forget_message(self) -> None:
        """Take away what was said about the step before; a warning stays until it is read."""
        if self.banner.isVisible() and self.banner.kind is BannerKind.INFO:
            self.banner.hide()

    def _trigger(self, action_id: str) -> None:
        self.actions_[action_id].trigger()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the search field the room of the buttons' words in a narrow window."""
        super().resizeEvent(event)
        wide = self.width() > NARROW * self.fontMetrics().averageCharWidth()
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if wide
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for action_id in WITH_WORDS:
            button = self.toolbar_button(action_id)
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(style)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icons of the menus once the text is seen."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self._draw_icons)

    def _draw_icons(self) -> None:
        self.actions_.set_theme(self.theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the reader was; nothing needs saving."""
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
