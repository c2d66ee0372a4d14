"""Lenses: switching them, their legend, and the word lists they go by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from db.text.word_lists import SHIPPED, WordLists
from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.lenses.legend import LegendBar
from desktop.lenses.lens import Lens, action_id
from desktop.lenses.lenses import Lenses
from desktop.lenses.reader_lists import ReaderLists
from desktop.settings import folder


class LensCommands(CommandGroup):
    """The Lenses menu of View."""

    needs_desk = (*(action_id(lens) for lens in Lens), "lenses_off", "word_lists")
    lenses: Lenses | None = None
    legend: LegendBar | None = None

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        switches = {action_id(lens): _Switch(self, lens) for lens in Lens}
        return {**switches, "lenses_off": self.all_off, "word_lists": self.word_lists}

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        self.lenses = Lenses(desk.session, desk.reading, ReaderLists(folder() / "word_lists"))
        self.lenses.changed.connect(self._show_legend)
        self.lenses.lists_changed.connect(desk.session.read_by)
        # At the start nothing has been compared yet that would have to be compared again.
        desk.session.word_lists = self.lenses.lists.lists
        actions = {lens: self.window.actions_[action_id(lens)] for lens in Lens}
        self.legend = LegendBar(actions, desk.reading)
        self.legend.lists_requested.connect(self.word_lists)
        layout = desk.reading.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.legend)
            layout.setStretchFactor(desk.reading.box, 1)
        for lens in Lens:
            self.set_checked(action_id(lens), False)
        self.refresh()

    def detach(self) -> None:
        """Work on nothing."""
        self.lenses = None
        self.legend = None
        super().detach()

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        self.set_enabled("lenses_off", self.lenses is not None and bool(self.lenses.on))

    def switch(self, lens: Lens, on: bool) -> None:
        """Switch one lens on or off."""
        if self.lenses is not None:
            self.lenses.switch(lens, on)

    def all_off(self) -> None:
        """Switch all lenses off."""
        for lens in Lens:
            self.window.actions_[action_id(lens)].setChecked(False)

    def word_lists_now(self) -> WordLists:
        """The reader's own lists, with what another program has changed in them meanwhile."""
        if self.lenses is None:
            return SHIPPED
        self.lenses.look_again()
        return self.lenses.lists.lists

    def word_lists(self) -> None:
        """Show where the word lists are."""
        if self.lenses is not None:
            from desktop.lenses.lists_dialog import ListsDialog

            ListsDialog(self.lenses.lists, self._renew, self.window).exec()

    def _renew(self) -> None:
        """The lists are the same in every window."""
        if self.lenses is not None:
            self.lenses.renew()
        for window in self.window.application.windows:
            other = window.commands.lenses.lenses
            if other is not None:
                other.look_again()

    def _show_legend(self) -> None:
        if self.lenses is not None and self.legend is not None:
            self.legend.setVisible(bool(self.lenses.on))
            self.set_enabled("lenses_off", bool(self.lenses.on))


class _Switch:
    """What the action of one lens does."""

    def __init__(self, commands: LensCommands, lens: Lens) -> None:
        self._commands = commands
        self._lens = lens

    def __call__(self, on: bool) -> None:
        self._commands.switch(self._lens, on)
