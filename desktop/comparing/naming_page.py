"""The naming table in the middle of the window: what each source calls people, acts and actors."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from db.comparing.naming import Called, NameCounter
from db.records import Source
from desktop.comparing.cards import MOST_SOURCES
from desktop.comparing.choice_bar import ChoiceBar
from desktop.comparing.compared import Compared
from desktop.comparing.grid_view import GridView
from desktop.comparing.lines import Leads, Target
from desktop.comparing.naming_model import NamingModel
from desktop.comparing.naming_rows import CALLING, KINDS, kind_words, naming_rows
from desktop.comparing.wording import known_by_words
from desktop.theme import Theme
from desktop.widgets.search_field import make_clearable

SLICE: Final = 0.03
"""So many seconds are counted at a time, so that the window stays awake."""

Counting = Generator[None, None, dict[int, list[Called]]]


class NamingPage(QWidget):
    """Spellings counted in the texts shown, and the words of claims about acts and actors."""

    def __init__(self, compared: Compared, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compared = compared
        self.model = NamingModel(compared, self)
        self.view = GridView(self.model, theme, self)
        self.view.setAccessibleName(self.tr("Naming table"))
        self.setFocusProxy(self.view)
        self.bar = ChoiceBar(self)
        self.kind_box = self.bar.add_box(self.tr("Kind of name"))
        self.typed = QLineEdit(self)
        self.typed.setPlaceholderText(self.tr("Filter names"))
        self.typed.setAccessibleName(self.tr("Filter names"))
        make_clearable(self.typed)
        self.typed.setMinimumWidth(90)
        self.bar.line.addWidget(self.typed, 2)
        self.note = self.bar.add_words(5)
        self.nothing = QLabel(self)
        self.nothing.setMargin(18)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.nothing.setWordWrap(True)
        self._counts: dict[int, dict[int, list[Called]]] = {}
        self._waiting: list[tuple[Source, int]] = []
        self._counting: tuple[int, Counting] | None = None
        self._counter: NameCounter | None = None
        self._stale = True
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._next_slice)
        self._lay_out()
        self._fill_kinds()
        self.kind_box.currentIndexChanged.connect(self._show_rows)
        self.typed.textChanged.connect(self._show_rows)
        self.view.chosen.connect(self._go)
        compared.changed.connect(self._changed)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.nothing, 1)
        box.addWidget(self.view, 1)

    def _fill_kinds(self) -> None:
        self.kind_box.addItem(self.tr("All names"), "")
        for kind in KINDS:
            self.kind_box.addItem(kind_words(kind), kind)
        for aspect in self.compared.aspects.values():
            if aspect.key in CALLING:
                self.kind_box.addItem(aspect.title, aspect.key)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.view.set_theme(theme)

    # Counting

    def refill(self) -> None:
        """Count anew in the texts that are shown."""
        self._stale = False
        self._counts.clear()
        self._counter = NameCounter(self.compared.session.corpus.names.all())
        self._waiting = [
            (source, edition)
            for source in self.compared.session.sources[:MOST_SOURCES]
            if (edition := self.compared.places.edition(source.id)) is not None
        ]
        self.model.editions = {source.id: edition for source, edition in self._waiting}
        self._counting = None
        self._next_slice()

    def _next_slice(self) -> None:
        """Count for a while; show what there is when a source is done."""
        until = time.monotonic() + SLICE
        while time.monotonic() < until:
            if self._counting is None and not self._start_next():
                self._slices.stop()
                self._show_rows()
                return
            self._count_on()
        self._slices.start()

    def _start_next(self) -> bool:
        if not self._waiting or self._counter is None:
            return False
        source, edition = self._waiting.pop(0)
        corpus = self.compared.session.corpus
        text, passages = corpus.editions.text(edition), corpus.editions.passages(edition)
        later = self._later(edition)
        self._counting = (source.id, self._counter.counting(text, passages, later))
        return True

    def _later(self, edition: int) -> frozenset[int]:
        """The passages that nobody had surely published by the reader's *known by*."""
        session = self.compared.session
        limit = session.selection.known_by
        if limit is None:
            return frozenset()
        since = session.corpus.editions.known_since(edition)
        return frozenset(at for at, known in enumerate(since) if known is None or known > limit)

    def _count_on(self) -> None:
        if self._counting is None:
            return
        source, counting = self._counting
        try:
            next(counting)
        except StopIteration as done:
            self._counts[source] = done.value
            self._counting = None

    # Showing

    def _show_rows(self) -> None:
        rows = naming_rows(
            self.compared, self._counts, self.kind_box.currentData(), self.typed.text()
        )
        sources = self.compared.session.sources[:MOST_SOURCES]
        self.model.set_rows(rows, dict(self._counts), sources)
        none = self.tr("No name is known yet: select words in a column and record a name.")
        unfit = self.tr("No name here is as the boxes above ask for.")
        self.nothing.setText(unfit if self._has_names() else none)
        self.nothing.setVisible(not rows)
        self.view.setVisible(bool(rows))
        counted = self.tr(
            "Counted by the program in the texts shown, as the list of names spells them"
        )
        known = known_by_words(self.compared.session.known_by_words)
        self.note.setText(". ".join(words for words in (known, counted) if words))

    def _has_names(self) -> bool:
        return bool(self.compared.session.corpus.names.all())

    def _go(self, event_id: int, target: Target) -> None:
        selection = self.compared.session.selection
        if event_id:
            selection.set_event(event_id)
        if target.leads is Leads.CLAIM:
            self.compared.places.go_to(target.to)
        elif target.leads is Leads.PLACE:
            selection.go_to_words(*target.to)

    def _changed(self) -> None:
        self._stale = True
        self.model.drop_gone()
        if self.isVisible():
            self.refill()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while something else was shown."""
        super().showEvent(event)
        if self._stale:
            self.refill()
