"""What a sheet shows of each event, what it leaves blank, and in which language."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from db.sheets.choices import Blank, CitationStyle, Order, Part, SheetKind
from db.sheets.requests import SheetRequest
from desktop.desk import Desk
from desktop.dialogs.base import Form, label
from desktop.sheets.check_list import CheckList, CheckModel
from desktop.sheets.combos import choose, plain_combo

_LINES: Final = 5


class ContentChoice(QWidget):
    """Parts, aspects, order, worksheet, citations and language."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.parts = {part: self._box(part_words(part)) for part in Part}
        for part, box in self.parts.items():
            box.setChecked(part is not Part.NOTES)
        aspects = desk.session.corpus.aspects.all()
        self.aspects = CheckModel([(a.id, a.title) for a in aspects], self)
        self.aspects.tick(a.id for a in aspects)
        self.kind = plain_combo(self.tr("Kind of sheet"), self)
        self.order = plain_combo(self.tr("Order of the events"), self)
        self.citations = plain_combo(self.tr("Style of citations"), self)
        self.language = plain_combo(self.tr("Language of the sheet"), self)
        self.blanks = {blank: self._box(blank_words(blank)) for blank in Blank}
        self.blind = self._box(self.tr("Sources as letters only (A, B, C)"))
        self._fill()
        self._lay_out()
        self.aspects.ticked_changed.connect(self.changed)
        for box in (*self.parts.values(), *self.blanks.values(), self.blind):
            box.toggled.connect(self._changed)
        for combo in (self.kind, self.order, self.citations, self.language):
            combo.currentIndexChanged.connect(self._changed)
        self._changed()

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setAccessibleName(words)
        return box

    def _fill(self) -> None:
        self.kind.addItem(self.tr("comparison"), str(SheetKind.COMPARISON))
        self.kind.addItem(self.tr("worksheet for a class"), str(SheetKind.WORKSHEET))
        self.kind.addItem(self.tr("answer key to the worksheet"), str(SheetKind.KEY))
        self.order.addItem(self.tr("as in the list of events"), str(Order.CORPUS))
        self.order.addItem(self.tr("by time"), str(Order.TIME))
        self.citations.addItem(self.tr("author and date"), str(CitationStyle.AUTHOR_DATE))
        self.citations.addItem(self.tr("notes"), str(CitationStyle.NOTE))
        for key, words in (("en", "English"), ("ru", "Русский"), ("kk", "Қазақша")):
            self.language.addItem(words, key)

    def _lay_out(self) -> None:
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.add(self.tr("&Kind"), self.kind)
        blanks = QGridLayout()
        blanks.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.blanks.values()):
            blanks.addWidget(box, at // 2, at % 2)
        self._blank_label = form.add(self.tr("Blank"), blanks)
        form.add("", self.blind)
        form.add(self.tr("&Order"), self.order)
        form.add(self.tr("C&itations"), self.citations)
        form.add(self.tr("&Language"), self.language)
        parts = QGridLayout()
        parts.setContentsMargins(0, 0, 0, 0)
        for at, box in enumerate(self.parts.values()):
            parts.addWidget(box, at // 2, at % 2)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 4, 0, 0)
        page.addWidget(label(self.tr("SHOWING"), kind="section"))
        page.addLayout(parts)
        page.addSpacing(6)
        page.addLayout(form)
        if self.aspects.rowCount():
            self.aspect_list = CheckList(self.aspects, _LINES, self)
            self.aspect_list.setAccessibleName(self.tr("Aspects on the sheet"))
            page.addSpacing(6)
            page.addWidget(label(self.tr("ASPECTS"), kind="section"))
            page.addWidget(self.aspect_list, 1)
        page.addStretch(0)
        stops = (self.kind, *self.blanks.values(), self.blind, self.order, self.citations,
                 self.language)  # fmt: skip
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _changed(self) -> None:
        comparison = self.sheet_kind() is SheetKind.COMPARISON
        for blank, box in self.blanks.items():
            everything = self.blanks[Blank.ALL].isChecked() and blank is not Blank.ALL
            box.setEnabled(not comparison and not everything)
        self._blank_label.setEnabled(not comparison)
        self.citations.setEnabled(self.parts[Part.CITATIONS].isChecked())
        self.changed.emit()

    def sheet_kind(self) -> SheetKind:
        """What the sheet is for."""
        return SheetKind(self.kind.currentData())

    def shown(self) -> frozenset[Part]:
        """The parts that are ticked."""
        return frozenset(part for part, box in self.parts.items() if box.isChecked())

    def left_blank(self) -> frozenset[Blank]:
        """What a worksheet leaves blank; nothing ticked = every cell."""
        if self.blanks[Blank.ALL].isChecked():
            return frozenset({Blank.ALL})
        return frozenset(blank for blank, box in self.blanks.items() if box.isChecked())

    def chosen_aspects(self) -> tuple[int, ...]:
        """The aspects that are ticked; empty = all."""
        ticked = self.aspects.ticked()
        return () if len(ticked) == self.aspects.count else ticked

    def complaint(self) -> str:
        """Why there can be no such sheet; empty where there can."""
        wanted = {Part.FIGURES, Part.RELATIONS, Part.LADDER} & self.shown()
        if wanted and self.aspects.count and not self.aspects.ticked_count:
            return self.tr("Tick an aspect, or show neither claims nor ladders.")
        return ""

    def show_request(self, request: SheetRequest, *, emptied: frozenset[str] = frozenset()) -> None:
        """Tick and choose what a request asks for; of what was emptied nothing is left."""
        for part, box in self.parts.items():
            box.setChecked(part in request.show)
        for blank, box in self.blanks.items():
            box.setChecked(blank in request.blank)
        self.blind.setChecked(request.blind)
        choose(self.kind, str(request.kind))
        choose(self.order, str(request.order))
        choose(self.citations, str(request.citation_style))
        choose(self.language, request.language)
        every = () if "aspects" in emptied else self.aspects.ids
        self.aspects.tick(request.aspects or every)


def part_words(part: Part) -> str:
    """What a part of a sheet is called."""
    return {
        Part.PASSAGES: QCoreApplication.translate("sheets", "passages"),
        Part.FIGURES: QCoreApplication.translate("sheets", "figures and claims"),
        Part.RELATIONS: QCoreApplication.translate("sheets", "how they relate"),
        Part.LADDER: QCoreApplication.translate("sheets", "number ladders"),
        Part.LINKS: QCoreApplication.translate("sheets", "links"),
        Part.NAMES: QCoreApplication.translate("sheets", "names"),
        Part.NOTES: QCoreApplication.translate("sheets", "notes of mine"),
        Part.SILENCES: QCoreApplication.translate("sheets", "silences"),
        Part.CITATIONS: QCoreApplication.translate("sheets", "citations"),
    }[part]


def blank_words(blank: Blank) -> str:
    """What a worksheet leaves blank."""
    return {
        Blank.FIGURES: QCoreApplication.translate("sheets", "figures"),
        Blank.NAMES: QCoreApplication.translate("sheets", "names"),
        Blank.SOURCES: QCoreApplication.translate("sheets", "sources"),
        Blank.ALL: QCoreApplication.translate("sheets", "every cell"),
    }[blank]
