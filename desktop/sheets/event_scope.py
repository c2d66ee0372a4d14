"""Which events a sheet is about: this one, those listed, all, or those ticked."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk import Desk
from desktop.dialogs.base import RadioButton
from desktop.session import Session
from desktop.sheets.check_list import CheckList, CheckModel
from desktop.theme import Theme
from desktop.when import display_when
from desktop.widgets.search_field import SearchField

LINES_SHOWN = 9


class Scope(StrEnum):
    """A choice of events that needs no ticking."""

    THIS = "this"
    LISTED = "listed"
    ALL = "all"
    TICKED = "ticked"


class EventScope(QWidget):
    """Radio buttons for the usual choices; with `ticking` also a list to tick events in."""

    changed = Signal()

    def __init__(
        self, desk: Desk, theme: Theme, scope: Scope, parent: QWidget, *, ticking: bool
    ) -> None:
        super().__init__(parent)
        self._session: Session = desk.session
        self._listed = tuple(desk.events.model.events())
        self._all = tuple(e.id for e in self._session.events)
        self.setAccessibleName(self.tr("Which events"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3)
        self._buttons: dict[Scope, RadioButton] = {}
        self.model = CheckModel([(e.id, self._line(e.id)) for e in self._session.events], self)
        self._add_buttons(ticking=ticking)
        if ticking:
            self._add_list(theme)
        self.choose(scope)

    def events(self) -> tuple[int, ...]:
        """The events chosen, in the corpus's order."""
        current = self._session.selection.event_id
        return {
            Scope.THIS: (current,) if current is not None else (),
            Scope.LISTED: self._listed,
            Scope.ALL: self._all,
            Scope.TICKED: self.model.ticked(),
        }[self.scope()]

    def scope(self) -> Scope:
        """The choice made."""
        return next((s for s, b in self._buttons.items() if b.isChecked()), Scope.ALL)

    def show_events(self, events: tuple[int, ...], *, none: bool = False) -> None:
        """Tick these events; no events = all, unless `none` says that it is none of them."""
        if not events and not none:
            self.choose(Scope.ALL)
            return
        self._buttons[Scope.TICKED].setChecked(True)
        self.model.tick(events)
        self._count()

    def choose(self, scope: Scope) -> None:
        """Make a choice; one that is empty becomes all events."""
        button = self._buttons[scope]
        button = button if button.isEnabled() else self._buttons[Scope.ALL]
        button.setChecked(True)
        self.setFocusProxy(button)
        self._show_ticks()

    def _line(self, event_id: int) -> str:
        event = self._session.events_by_id[event_id]
        when = display_when(event.happened.edtf)
        return f"{event.title} — {when}" if when else event.title

    def _add_buttons(self, *, ticking: bool) -> None:
        event = self._session.events_by_id.get(self._session.selection.event_id or 0)
        words = {
            Scope.THIS: self.tr("&This event: {event}").format(
                event=_short(event.title) if event else "—"
            ),
            Scope.LISTED: self.tr("Those &listed now ({count})").format(count=len(self._listed)),
            Scope.ALL: self.tr("&All events ({count})").format(count=len(self._all)),
        }
        if ticking:
            words[Scope.TICKED] = self._ticked_words()
        for scope, name in words.items():
            button = RadioButton(name, self)
            button.setAccessibleName(_spoken(name))
            button.toggled.connect(self._chosen)
            self._box.addWidget(button)
            self._buttons[scope] = button
        self._buttons[Scope.THIS].setEnabled(event is not None)
        self._buttons[Scope.LISTED].setEnabled(bool(self._listed))

    def _ticked_words(self) -> str:
        return self.tr("Those tic&ked here ({count})").format(count=self.model.ticked_count)

    def _add_list(self, theme: Theme) -> None:
        self.filter = SearchField(theme, parent=self)
        self.filter.setPlaceholderText(self.tr("Filter events"))
        self.filter.setAccessibleName(self.tr("Filter events by words"))
        self.list = CheckList(self.model, LINES_SHOWN, self)
        self.list.setAccessibleName(self.tr("Events on the sheet"))
        self.filter.textChanged.connect(self.model.filter)
        self.filter.dismissed.connect(self.list.setFocus)
        self.model.ticked_changed.connect(self._ticked)
        self._box.addSpacing(3)
        self._box.addWidget(self.filter)
        self._box.addWidget(self.list, 1)
        row = QHBoxLayout()
        for words, tip, slot in (
            (self.tr("Tick all sho&wn"), self.tr("Tick every event in the list"), self._tick),
            (self.tr("&Untick all shown"), self.tr("Tick none of the list"), self._untick),
        ):
            button = QPushButton(words, self)
            button.setAccessibleName(_spoken(words))
            button.setToolTip(tip)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        self._box.addLayout(row)

    def _tick(self) -> None:
        self.model.tick_shown(True)

    def _untick(self) -> None:
        self.model.tick_shown(False)

    def _chosen(self, on: bool) -> None:
        if on:
            self._show_ticks()
            self.changed.emit()

    def _show_ticks(self) -> None:
        """Let the list show what a choice means."""
        if self.scope() is not Scope.TICKED:
            self.model.tick(self.events())
        self._count()

    def _ticked(self) -> None:
        was = self.scope()
        self._buttons[Scope.TICKED].setChecked(True)
        self._count()
        if was is Scope.TICKED:
            self.changed.emit()

    def _count(self) -> None:
        """Say at the choice how many are ticked."""
        if Scope.TICKED in self._buttons:
            words = self._ticked_words()
            self._buttons[Scope.TICKED].setText(words)
            self._buttons[Scope.TICKED].setAccessibleName(_spoken(words))


def _spoken(words: str) -> str:
    """The words of a button without the signs of its mnemonic."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _short(title: str, most: int = 48) -> str:
    cut = title if len(title) <= most else title[: most - 1].rstrip() + "…"
    return cut.replace("&", "&&")
