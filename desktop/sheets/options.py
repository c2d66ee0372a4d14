"""How a sheet is to be: its title, sources, format, paper and what is quoted."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from db.records import EditionKind, Time
from db.sheets.choices import Orientation, Paper
from db.sheets.requests import MOST_SOURCES, SheetRequest
from db.text.zones import ZoneStatus
from desktop.desk import Desk
from desktop.dialogs.base import Form
from desktop.dialogs.time_words import instant_words
from desktop.sheets import formats
from desktop.sheets.check_list import CheckList, CheckModel
from desktop.sheets.combos import choose, plain_combo, quoting_combo


class SheetOptions(QWidget):
    """Everything about a sheet but its events."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = desk.session
        self.title = QLineEdit(self._session.info.title, self)
        self.title.setCursorPosition(0)
        shown = [c.source.id for c in desk.reading.columns][:MOST_SOURCES]
        self.sources = CheckModel(self._source_items(shown), self)
        self.sources.tick(shown or [s.id for s in self._session.sources[:MOST_SOURCES]])
        self.format = plain_combo(self.tr("Format"), self)
        self.paper = plain_combo(self.tr("Paper"), self)
        self.known_by = plain_combo(self.tr("Counting"), self)
        self.context = quoting_combo(self)
        self.prefer = plain_combo(self.tr("Quoting from"), self)
        self._fill()
        self._lay_out()
        self.title.textChanged.connect(self.changed)
        self.sources.ticked_changed.connect(self.changed)
        self.format.currentIndexChanged.connect(self._format_changed)
        for combo in (self.paper, self.known_by, self.context, self.prefer):
            combo.currentIndexChanged.connect(self.changed)
        self._format_changed()

    def request(self, events: tuple[int, ...]) -> SheetRequest:
        """What to put on the sheet."""
        paper, orientation = self.paper.currentData()
        return SheetRequest(
            events=events,
            sources=self.sources.ticked(),
            known_by=self.known_by.currentData(),
            title=" ".join(self.title.text().split()),
            context=self.context.currentData(),
            prefer=EditionKind(self.prefer.currentData()),
            paper=Paper(paper),
            orientation=Orientation(orientation),
        )

    def complaint(self) -> str:
        """Why there can be no such sheet; empty where there can."""
        chosen = self.sources.ticked_count
        if not self.sources.count:
            return self.tr("The corpus has no sources yet: there is nothing to compare.")
        if chosen == 0:
            return self.tr("Tick a source.")
        if chosen > MOST_SOURCES:
            return self.tr("A sheet shows at most {most} sources.").format(most=MOST_SOURCES)
        return ""

    def _source_items(self, shown: list[int]) -> list[tuple[int, str]]:
        """The sources as their columns stand, then the others."""
        first = {s.id: s for s in self._session.sources}
        ordered = [first.pop(i) for i in dict.fromkeys(shown) if i in first]
        return [(s.id, f"{s.letter} · {s.label}") for s in [*ordered, *first.values()]]

    def _fill(self) -> None:
        for each in formats.formats():
            self.format.addItem(formats.format_words(each), each)
        usual = formats.usual_paper()
        for paper in (usual, *(p for p in Paper if p is not usual)):
            for orientation in (Orientation.LANDSCAPE, Orientation.PORTRAIT):
                words = formats.paper_words(paper, orientation)
                self.paper.addItem(words, (str(paper), str(orientation)))
        self._fill_known_by()
        self.prefer.addItem(self.tr("originals where held"), str(EditionKind.ORIGINAL))
        self.prefer.addItem(self.tr("digests where there are some"), str(EditionKind.DIGEST))

    def _fill_known_by(self) -> None:
        self.known_by.addItem(self.tr("everything published"), None)
        instant = self._session.selection.known_by
        if instant is None:
            self.known_by.setToolTip(self.tr("The timeline's lower handle sets an earlier limit."))
            return
        self._offer_limit(instant)
        self.known_by.setCurrentIndex(1)

    def _offer_limit(self, instant: int) -> None:
        """Offer to count only what was published by an instant, in UTC seconds."""
        if self.known_by.findData(instant) < 0:
            here = Time(zone=self._session.info.zone, zone_status=ZoneStatus.STATED)
            words = self.tr("what was published by {time}")
            self.known_by.addItem(words.format(time=instant_words(instant, here)), instant)

    def _lay_out(self) -> None:
        self.title.setAccessibleName(self.tr("Title of the sheet"))
        lines = max(2, min(5, self.sources.rowCount()))
        self.source_list = CheckList(self.sources, lines, self)
        self.source_list.setAccessibleName(self.tr("Sources on the sheet"))
        self.source_list.setToolTip(self.tr("Alt with Up or Down moves a source"))
        self.source_list.movable = True
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.add(self.tr("T&itle"), self.title)
        form.add(self.tr("&Sources"), self._movable_sources(), self.source_list)
        form.add(self.tr("&Counting"), self.known_by)
        form.add(self.tr("&Quoting"), self.context)
        if len({e.kind for e in self._session.editions}) > 1:
            form.add(self.tr("f&rom"), self.prefer)
        else:
            self.prefer.hide()
        form.add(self.tr("&Format"), self.format)
        form.add(self.tr("P&aper"), self.paper)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(form)
        box.addStretch(1)
        stops = (self.title, self.source_list, *self.findChildren(QToolButton), self.known_by,
                 self.context, self.prefer, self.format, self.paper)  # fmt: skip
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _movable_sources(self) -> QHBoxLayout:
        """The sources with buttons that move the current one."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.source_list, 1)
        buttons = QVBoxLayout()
        for sign, by, words in (("▲", -1, self.tr("Move up")), ("▼", 1, self.tr("Move down"))):
            button = QToolButton(self)
            button.setText(sign)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(self._up if by < 0 else self._down)
            buttons.addWidget(button)
        buttons.addStretch(1)
        row.addLayout(buttons)
        return row

    def _up(self) -> None:
        self.source_list.move_current(-1)

    def _down(self) -> None:
        self.source_list.move_current(1)

    def show_request(
        self, request: SheetRequest, format: str, *, emptied: frozenset[str] = frozenset()
    ) -> None:
        """Choose what a request asks for; of what was emptied nothing is left."""
        self.title.setText(request.title or self._session.info.title)
        self.sources.order(request.sources)
        every = () if "sources" in emptied else self.sources.ids[:MOST_SOURCES]
        self.sources.tick(request.sources or every)
        choose(self.format, format)
        self._choose_paper(request)
        choose(self.context, request.context)
        choose(self.prefer, str(request.prefer))
        self.known_by.setCurrentIndex(0)
        if request.known_by is not None:
            self._offer_limit(request.known_by)
            choose(self.known_by, request.known_by)

    def _choose_paper(self, request: SheetRequest) -> None:
        for at in range(self.paper.count()):
            if tuple(self.paper.itemData(at)) == (str(request.paper), str(request.orientation)):
                self.paper.setCurrentIndex(at)

    def _format_changed(self) -> None:
        self.paper.setEnabled(self.format.currentData() in formats.PAGED)
        self.changed.emit()
