"""All commands of one window, put together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.commands.appearance import AppearanceCommands
from desktop.commands.citing import CitingCommands
from desktop.commands.claims import ClaimCommands
from desktop.commands.columns import ColumnCommands
from desktop.commands.comparing import CompareCommands
from desktop.commands.editing import EditingCommands
from desktop.commands.events import EventCommands
from desktop.commands.files import FileCommands
from desktop.commands.group import CommandGroup
from desktop.commands.held import HeldCommands
from desktop.commands.helping import HelpCommands
from desktop.commands.lenses import LensCommands
from desktop.commands.links import LinkCommands
from desktop.commands.notes import NoteCommands
from desktop.commands.originals import OriginalCommands
from desktop.commands.searching import SearchCommands
from desktop.commands.sharing import SharingCommands
from desktop.commands.sheets import SheetCommands
from desktop.commands.suggesting import SuggestionCommands
from desktop.commands.text import TextCommands
from desktop.commands.views import ViewCommands

if TYPE_CHECKING:
    from desktop.desk import Desk
    from desktop.main_window import MainWindow

Handler = Callable[..., None]

WRITING = frozenset({
    "new_event", "edit_event", "delete_event", "mention", "silent", "add_original",
    "remove_original", "claim", "suggest", "accept_suggestion", "reject_suggestion", "link",
    "note", "name", "judge", "end_further", "end_back", "start_back", "start_further",
    "cite_import", "read_notes",
})  # fmt: skip
"""The actions that change the corpus, or ask for words that are to be written into it."""


class Commands:
    """What each action does, and when it can."""

    def __init__(self, window: MainWindow) -> None:
        self.files = FileCommands(window)
        self.originals = OriginalCommands(window)
        self.views = ViewCommands(window)
        self.appearance = AppearanceCommands(window)
        self.events = EventCommands(window)
        self.editing = EditingCommands(window)
        self.columns = ColumnCommands(window)
        self.searching = SearchCommands(window)
        self.text = TextCommands(window)
        self.lenses = LensCommands(window)
        self.claims = ClaimCommands(window)
        self.suggesting = SuggestionCommands(window)
        self.links = LinkCommands(window)
        self.notes = NoteCommands(window)
        self.comparing = CompareCommands(window)
        self.held = HeldCommands(window)
        self.citing = CitingCommands(window)
        self.sharing = SharingCommands(window)
        self.sheets = SheetCommands(window)
        self.help = HelpCommands(window)
        self._groups = (
            self.files, self.originals, self.views, self.appearance, self.events, self.editing,
            self.columns, self.searching, self.text, self.lenses, self.claims, self.suggesting,
            self.links, self.notes, self.comparing, self.held, self.citing, self.sharing,
            self.sheets, self.help,
        )  # fmt: skip

    def handlers(self) -> dict[str, Handler]:
        """Every action's id with what it does."""
        found: dict[str, Handler] = {}
        for group in self._groups:
            for action_id, handler in group.handlers().items():
                writes = action_id in WRITING
                found[action_id] = partial(_unless_refused, group, handler) if writes else handler
        return found

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        for group in self._groups:
            group.attach(desk)
        self.refresh()

    def detach(self) -> None:
        """Work on nothing."""
        for group in self._groups:
            group.detach()
        self.refresh()

    def refresh(self) -> None:
        """Enable what can be done now."""
        for group in self._groups:
            group.refresh()

    def take_files(self, files: list[Path]) -> None:
        """Open the corpora among files that were dropped or given, add the originals."""
        self.files.take(files)


def _unless_refused(group: CommandGroup, handler: Handler, *_: object) -> None:
    """Do what writes, unless nothing can be written: nobody types what cannot be kept."""
    if not group.refused():
        handler()


def build(window: MainWindow) -> Commands:
    """The commands of a window."""
    return Commands(window)
