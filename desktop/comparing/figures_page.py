"""The figures in the middle of the window: a number ladder, and what is shown on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.comparing.choice_bar import ChoiceBar
from desktop.comparing.compared import Compared, Key
from desktop.comparing.figures import Wanted, ladders
from desktop.comparing.ladder_list import LadderList
from desktop.comparing.picture_files import write_picture
from desktop.comparing.scope_choice import offer_scopes
from desktop.file_questions import clean_stem
from desktop.theme import Theme

ALL_EVENTS, THIS_EVENT = 0, 1
AS_OF, REPORTED = 0, 1


class FiguresPage(QWidget):
    """One aspect's figures over this event or all, by scope."""

    failed = Signal(str)
    """A sentence: why a picture could not be written."""
    written = Signal(str)
    """The path of the picture that was written."""

    def __init__(self, compared: Compared, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compared = compared
        self._stale = True
        self.bar = ChoiceBar(self)
        self.aspect_box = self.bar.add_box(self.tr("Aspect"))
        self.event_box = self.bar.add_box(self.tr("Events"))
        self.scope_box = self.bar.add_box(self.tr("Scope"))
        self.order_box = self.bar.add_box(self.tr("Order"))
        self.bar.line.addStretch(1)
        self.save = QPushButton(self.tr("Save picture…"), self)
        self.save.clicked.connect(self.ask_file)
        self.bar.line.addWidget(self.save)
        self.list = LadderList(theme, self)
        self.list.setAccessibleName(self.tr("Number ladder"))
        self.nothing = QLabel(self.tr("No figures: nothing is counted here."), self)
        self.nothing.setMargin(18)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._fill_choices()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._refill_if_shown)
        self.list.chosen.connect(self._go)
        for box in (self.event_box, self.scope_box, self.order_box):
            box.currentIndexChanged.connect(self.refill)
        self.aspect_box.currentIndexChanged.connect(self._aspect_changed)
        compared.changed.connect(self._changed)
        compared.revealed.connect(self._reveal)
        compared.session.selection.event_changed.connect(self._changed)

    def _lay_out(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self.nothing, 1)
        page.addWidget(self.list, 1)

    def _fill_choices(self) -> None:
        self.event_box.addItem(self.tr("All events"), ALL_EVENTS)
        self.event_box.addItem(self.tr("This event"), THIS_EVENT)
        self.event_box.setCurrentIndex(1)
        self.order_box.addItem(self.tr("By as-of time"), AS_OF)
        self.order_box.addItem(self.tr("By report time"), REPORTED)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self.list.set_theme(theme)

    # What is shown

    def wanted(self) -> Wanted:
        """Which figures are wanted."""
        event = self.compared.session.selection.event_id or 0
        return Wanted(
            self.aspect_box.currentData() or 0,
            event if self.event_box.currentData() == THIS_EVENT else 0,
            self.scope_box.currentData(),
            self.order_box.currentData() == REPORTED,
        )

    def refill(self) -> None:
        """Show the figures that are wanted."""
        self._stale = False
        self._fill_aspects()
        wanted = self.wanted()
        found = ladders(self.compared, wanted) if wanted.aspect else []
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        self.save.setEnabled(bool(found))
        self.list.set_ladders(found)

    def _fill_aspects(self) -> None:
        """Offer the aspects with figures; on this event, those it or its parts have come first."""
        chosen = self.aspect_box.currentData()
        event = self.compared.session.selection.event_id or 0
        events = {event, *self.compared.parts(event)}
        numbers = [a for a in self.compared.aspects.values() if a.type == "number"]
        used = {row.aspect_id for row in self.compared.rows}
        here = {row.aspect_id for e in events for row in self.compared.rows_of(e)}
        numbers = [a for a in numbers if a.id in used]
        self.aspect_box.blockSignals(True)
        self.aspect_box.clear()
        for aspect in sorted(numbers, key=lambda a: (a.id not in here, a.ordinal)):
            self.aspect_box.addItem(aspect.title, aspect.id)
        at = self.aspect_box.findData(chosen)
        this_event = self.event_box.currentData() == THIS_EVENT
        self.aspect_box.setCurrentIndex(0 if this_event and chosen not in here else max(0, at))
        self.aspect_box.blockSignals(False)
        self._fill_scopes()

    def _fill_scopes(self) -> None:
        offer_scopes(self.scope_box, self.compared.aspects.get(self.aspect_box.currentData() or 0))

    def _aspect_changed(self) -> None:
        self.scope_box.blockSignals(True)
        self.scope_box.setCurrentIndex(0)
        self.scope_box.blockSignals(False)
        self.refill()

    def _changed(self) -> None:
        self._stale = True
        self._later.start()

    def _refill_if_shown(self) -> None:
        if self._stale and self.isVisible():
            self.refill()

    def _reveal(self, key: Key) -> None:
        aspect = self.compared.aspects.get(key[1])
        if aspect is not None and aspect.type == "number" and self.isVisible():
            self.aspect_box.setCurrentIndex(self.aspect_box.findData(key[1]))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while something else was shown."""
        super().showEvent(event)
        if self._stale:
            self.refill()

    # Going and saving

    def _go(self, claim_id: int) -> None:
        claim = self.compared.claim(claim_id)
        if claim is not None:
            self.compared.session.selection.set_event(claim.event_id)
            self.compared.places.go_to(claim)

    def ask_file(self) -> None:
        """Ask where to save the picture, as SVG or PNG."""
        name = clean_stem(self.aspect_box.currentText(), self.tr("figures"))
        kinds = self.tr("Drawing (*.svg);;Picture (*.png)")
        path, kind = QFileDialog.getSaveFileName(
            self, self.tr("Save picture"), f"{name}.svg", kinds
        )
        if path:
            file = Path(path)
            ending = ".png" if "*.png" in kind else ".svg"
            self.write(file if file.suffix else file.with_suffix(ending))

    def write(self, file: Path) -> None:
        """Write the figures shown to a file."""
        found = ladders(self.compared, self.wanted())
        try:
            write_picture(file, found)
        except OSError as error:
            words = self.tr("{file} could not be written: {reason}. Nothing else was changed.")
            self.failed.emit(words.format(file=file.name, reason=error.strerror or error))
            return
        self.written.emit(str(file))
