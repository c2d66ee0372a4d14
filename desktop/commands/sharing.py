"""A copy to hand on."""

from __future__ import annotations

from collections.abc import Callable

from desktop.commands.group import CommandGroup


class SharingCommands(CommandGroup):
    """The File menu's copy for sharing."""

    needs_desk = ("share",)

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {"share": self.share}

    def share(self) -> None:
        """Ask whom to give another name, and write a copy."""
        session = self.session
        if session is None:
            return
        from desktop.sharing.share_dialog import ShareDialog

        ShareDialog(session, self.window).open()
