"""What the groups of commands have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from desktop.settings import documents_folder

if TYPE_CHECKING:
    from db.corpus import Corpus
    from db.records import Change
    from desktop.desk import Desk
    from desktop.dialogs.base import Dialog
    from desktop.main_window import MainWindow
    from desktop.reading.column import Column
    from desktop.session import Session


class CommandGroup:
    """Commands of one menu; most need a desk to work on."""

    needs_desk: tuple[str, ...] = ()

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.desk: Desk | None = None

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        raise NotImplementedError

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        self.desk = desk

    def detach(self) -> None:
        """Work on nothing."""
        self.desk = None

    def refresh(self) -> None:
        """Enable what can be done now."""
        for action_id in self.needs_desk:
            self.window.actions_[action_id].setEnabled(self.desk is not None)

    @property
    def session(self) -> Session | None:
        """The session worked on."""
        return self.desk.session if self.desk is not None else None

    def refused(self) -> bool:
        """Whether nothing can be changed in what is open; the reader is told why, before typing."""
        why = self.session.why_read_only if self.session is not None else ""
        if why:
            self.window.warn(why)
        return bool(why)

    @property
    def column(self) -> Column | None:
        """The column that commands act on."""
        return self.desk.reading.active if self.desk is not None else None

    def start_folder(self) -> str:
        """Where a question for a file begins."""
        session = self.session
        if session is not None and self.window.settings.remember_recent:
            return str(session.corpus.path.parent)
        return str(documents_folder())

    def open_actions(self, ids: Iterable[str], at: QPoint) -> None:
        """Open a menu of actions at a point of the screen; "-" stands for a line."""
        menu = QMenu(self.window)
        for action_id in ids:
            if action_id == "-":
                menu.addSeparator()
            else:
                menu.addAction(self.window.actions_[action_id])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def set_enabled(self, action_id: str, enabled: bool) -> None:
        """Enable or disable an action."""
        self.window.actions_[action_id].setEnabled(enabled)

    def set_checked(self, action_id: str, checked: bool) -> None:
        """Show an action as on or off without doing it."""
        action = self.window.actions_[action_id]
        action.blockSignals(True)
        action.setChecked(checked)
        action.blockSignals(False)
        # Tool buttons follow `changed`, which was blocked along.
        action.changed.emit()


def keep_by(
    dialog: Dialog, session: Session, do: Callable[[Corpus], tuple[object, Change]]
) -> None:
    """Have a dialog stay open, saying why, until an edit of what was typed is made."""

    def made(corpus: Corpus) -> tuple[bool, Change]:
        return True, do(corpus)[1]

    def keep() -> bool:
        return session.perform(made) is not None

    session.failed.connect(dialog.say)
    dialog.until_kept(keep)
