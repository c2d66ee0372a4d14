"""What stands around the texts of a window: menus, toolbar, progress, status, the commands."""

from __future__ import annotations

from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from desktop.status import StatusLine

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.actions import Actions
    from desktop.commands.handlers import Commands
    from desktop.desk import Desk
    from desktop.later import Turn
    from desktop.main_window import MainWindow
    from desktop.speaking import Speaker
    from desktop.theme import Theme
    from desktop.widgets.progress_strip import ProgressStrip
    from desktop.widgets.search_field import SearchField

VIEWS = ("view_read", "view_matrix", "view_figures", "view_names")
TOOLBAR = ("back", "forward", "-", *VIEWS, "-", "only_event", "solo", "stacked", "ribbons",
           "interleave", "-", "lenses>", "add_column", "export")  # fmt: skip
WITH_WORDS = (*VIEWS, "only_event", "add_column", "export")
NARROW = 200
"""Characters of width below which the toolbar shows icons only."""
TIGHT = 145
"""Characters of width below which the toolbar leaves out what only changes the columns' look."""
SPARED = ("stacked", "ribbons", "interleave")
CRAMPED = 112
"""Characters of width below which only the ways, the views and the search are left."""
SPARED_TOO = ("only_event", "solo", "add_column", "export")
ICON_TURNS = 4
IMPORTED = (
    "desktop.commands.files",
    "desktop.commands.comparing",
    "desktop.commands.editing",
    "desktop.lenses.reader_lists",
    "db.text.quantities",
    "db.text.reading",
    "desktop.lenses.finder",
    "desktop.commands.lenses",
    "desktop.recording.guessing",
    "desktop.commands.claims",
    "desktop.commands.links",
    "desktop.commands.handlers",
    "desktop.speaking",
)
"""What the commands import, a turn for each: none is to take long."""


class Frame(QObject):
    """Makes each part when it is first asked for: by a turn after the first text, or before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._commands: Commands | None = None
        self._desk: Desk | None = None
        self._icons_drawn = False
        self._places: list[QAction] = []
        self._lenses: QAction
        self.status = StatusLine(window)
        window.setStatusBar(self.status)
        self.toolbar = QToolBar(window.tr("Toolbar"), window)
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setProperty("help_topic", "reading")
        self.toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        window.addToolBar(self.toolbar)
        window.menuBar().setAccessibleName(window.tr("Menus"))
        self._keep_room(window.settings.bars)

    def _keep_room(self, heights: list[int]) -> None:
        """Give the bars the height they had, that the text does not move when they are filled."""
        if len(heights) == 2 and all(isinstance(height, int) for height in heights):
            self._window.menuBar().setMinimumHeight(heights[0])
            self.toolbar.setMinimumHeight(heights[1])
        else:
            self.fill_toolbar()

    def heights(self) -> list[int]:
        """How high the menus and the toolbar are, to be remembered."""
        return [self._window.menuBar().height(), self.toolbar.height()]

    # The parts

    @cached_property
    def actions(self) -> Actions:
        """The actions, in their menus."""
        from desktop.actions import Actions

        made = Actions(self._window)
        made.fill(self._window.menuBar())
        self._window.menuBar().setMinimumHeight(0)
        return made

    @cached_property
    def search_field(self) -> SearchField:
        """The field at the toolbar's end."""
        from desktop.widgets.search_field import SearchField

        made = SearchField(self._window.theme, parent=self._window)
        made.setProperty("help_topic", "searching")
        made.setMaximumWidth(360)
        return made

    @cached_property
    def speaker(self) -> Speaker:
        """What tells a screen reader of what has changed."""
        from desktop.speaking import Speaker

        return Speaker(self._window)

    @cached_property
    def progress(self) -> ProgressStrip:
        """How far long work is, below the banner."""
        from desktop.widgets.progress_strip import ProgressStrip

        made = ProgressStrip(self._window)
        self._window.box.insertWidget(self._window.box.count() - 1, made)
        return made

    @property
    def commands(self) -> Commands:
        """What the actions do, at work on the desk that is open."""
        if self._commands is None:
            from desktop.commands import handlers

            self._commands = handlers.build(self._window)
            self.actions.connect(self._commands.handlers())
            self.speaker.watch(self.actions)
            self._commands.refresh()
        desk = self._window.desk
        if desk is not None and self._desk is not desk:
            self._desk = desk
            self._commands.attach(desk)
            self.status.attach(desk)
            self.speaker.attach(desk)
        return self._commands

    def detach(self) -> None:
        """Let go of the desk."""
        if self._commands is not None and self._desk is not None:
            self._desk = None
            self._commands.detach()
            self.status.detach()
            self.speaker.detach()

    def refresh(self) -> None:
        """Enable what can be done now."""
        if self._commands is not None:
            self._commands.refresh()

    # Filling the toolbar

    def fill_toolbar(self) -> None:
        """Put the buttons and the search field on the toolbar, once."""
        if self.is_toolbar_filled:
            return
        from desktop.widgets.menu_button import menu_button

        bar = self.toolbar
        self.actions.set_theme(self._window.theme, TOOLBAR)
        for action_id in TOOLBAR:
            if action_id == "-":
                bar.addSeparator()
            elif action_id.endswith(">"):
                button = menu_button(self.actions.submenus[action_id[:-1]], bar)
                button.setProperty("help_topic", action_id[:-1])
                self._lenses = bar.addWidget(button)
            else:
                self._add_button(action_id)
        gap = QWidget(bar)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(gap)
        bar.addWidget(self.search_field)
        self._places = bar.actions()
        bar.setMinimumHeight(0)
        self.fit()

    @property
    def is_toolbar_filled(self) -> bool:
        """Whether the toolbar has its buttons."""
        return bool(self.toolbar.actions())

    def _add_button(self, action_id: str) -> None:
        action = self.actions[action_id]
        self.toolbar.addAction(action)
        self._dress(action_id)

    def _dress(self, action_id: str) -> None:
        button = self.toolbar.widgetForAction(self.actions[action_id])
        button.setAccessibleName(self.actions.title(action_id))
        if isinstance(button, QToolButton) and action_id not in WITH_WORDS:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def toolbar_button(self, action_id: str) -> QWidget | None:
        """The button of an action on the toolbar, None where it has none."""
        return self.toolbar.widgetForAction(self.actions[action_id])

    def fit(self) -> None:
        """Give the search field the room of the buttons' words in a narrow window."""
        if not self.is_toolbar_filled:
            return
        window = self._window
        unit = window.fontMetrics().averageCharWidth()
        is_cramped = window.width() < CRAMPED * unit
        self._spare(SPARED, window.width() < TIGHT * unit)
        self._spare(SPARED_TOO, is_cramped)
        self._lenses.setVisible(not is_cramped)
        wide = window.width() > NARROW * unit
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            if wide
            else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        for action_id in WITH_WORDS:
            button = self.toolbar.widgetForAction(self.actions[action_id])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(style)

    def _spare(self, spared: tuple[str, ...], is_narrow: bool) -> None:
        """Leave some buttons to the menus where the search field would not be seen beside them."""
        bar = self.toolbar
        for action_id in spared:
            action = self.actions[action_id]
            if is_narrow:
                bar.removeAction(action)
            elif action not in bar.actions():
                bar.insertAction(self._next_on_bar(action), action)
                self._dress(action_id)

    def _next_on_bar(self, action: QAction) -> QAction:
        """What follows an action's place on the toolbar: the search field at the latest."""
        shown = self.toolbar.actions()
        after = self._places[self._places.index(action) + 1 :]
        return next((each for each in after if each in shown), shown[-1])

    # By and by

    def first_turns(self) -> list[Turn]:
        """What makes that which is seen first."""
        return [partial(import_module, "desktop.actions"), self._make_actions, self.fill_toolbar]

    def last_turns(self) -> list[Turn]:
        """What makes the rest, one after another."""
        imports = (partial(import_module, name) for name in IMPORTED)
        icons = (
            [] if self._icons_drawn else [partial(self._draw_icons, n) for n in range(ICON_TURNS)]
        )
        return [*imports, self._make_commands, *icons, self._window.application.draw_program_icon]

    def _make_commands(self) -> None:
        _ = self.commands

    def _make_actions(self) -> None:
        _ = self.actions

    def _draw_icons(self, turn: int) -> None:
        """Draw a part of the menus' icons; the toolbar has drawn its own."""
        rest = [name for name in self.actions.ids() if name not in TOOLBAR]
        self.actions.set_theme(self._window.theme, rest[turn::ICON_TURNS])
        self._icons_drawn = True

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        made = self.__dict__
        if "actions" in made:
            self.actions.set_theme(theme)
        if "search_field" in made:
            self.search_field.set_theme(theme)
