"""A figure with its bounds, the word that makes it vague, and its unit."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from db.comparing.said import number
from desktop.dialogs.base import label
from desktop.dialogs.search_combo import SearchCombo
from desktop.recording.figure_words import figure_words

_SPACES: Final = re.compile(r"[\s\u00a0\u2009\u202f'’]")
_THOUSANDS: Final = re.compile(r"[-−]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_NUMBER: Final = re.compile(r"[-−]?[0-9]{1,15}(?:[.,][0-9]{1,9})?")


class Figure(NamedTuple):
    """A figure as the claim keeps it; None bounds are open."""

    min: float | None = None
    max: float | None = None
    vague: str = ""
    unit: str = ""


def read_number(text: str) -> float | None:
    """A number as people type it in any of the three languages; None for an empty field.

    Raises ValueError for what is no number.
    """
    plain = _SPACES.sub("", text)
    if not plain:
        return None
    if _THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _NUMBER.fullmatch(plain):
        raise ValueError(text)
    value = float(plain.replace(",", ".").replace("−", "-"))
    return int(value) if value.is_integer() else value


def plain_number(value: float | None) -> str:
    """A number as `read_number` reads it back in every language; empty for an open end."""
    if value is None:
        return ""
    return number(value).replace(",", "")


class FigureField(QWidget):
    """Least, greatest, word and unit in one row, and below it what they say together."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least = self._line(self.tr("The least it can be"), self.tr("open"), 9)
        self.most = self._line(self.tr("The most it can be"), self.tr("open"), 9)
        self.vague = self._line(self.tr("Word that makes it vague"), self.tr("dozens, about …"), 12)
        self.unit = SearchCombo(self.tr("Unit"), self, free=True)
        self.unit.setMinimumContentsLength(10)
        self.says = label("", kind="secondary", parent=self)
        self._told = True
        self._lay_out()
        self.unit.currentTextChanged.connect(self._tell)
        self._tell()

    def _line(self, name: str, hint: str, letters: int) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setMinimumWidth(line.fontMetrics().averageCharWidth() * letters + 16)
        line.textChanged.connect(self._tell)
        return line

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column, (words, field, stretch) in enumerate(
            (
                (self.tr("at &least"), self.least, 2),
                (self.tr("at &most"), self.most, 2),
                (self.tr("&word"), self.vague, 3),
                (self.tr("&unit"), self.unit, 3),
            )
        ):
            name = label(words, kind="secondary", parent=self)
            name.setWordWrap(False)
            name.setBuddy(field)
            grid.addWidget(name, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
        grid.addWidget(self.says, 2, 0, 1, 4)
        self.setFocusProxy(self.least)

    def set_units(self, units: list[str]) -> None:
        """Offer units without changing the one chosen."""
        now = self.unit.currentText()
        self.unit.fill([(unit, unit) for unit in units])
        self.unit.setEditText(now)

    def set_figure_of(self, least: float | None, most: float | None, vague: str, unit: str) -> None:
        """Show a figure."""
        for line, value in ((self.least, least), (self.most, most)):
            line.setText(plain_number(value))
        self.vague.setText(vague)
        self.unit.setEditText(unit)

    def tell_figure(self, told: bool) -> None:
        """Say below the fields what they say together, or leave it to another line."""
        self._told = told
        self.says.setVisible(told or bool(self.problem()))

    def figure(self) -> Figure:
        """What the fields say; raises ValueError where one is no number."""
        return Figure(
            read_number(self.least.text()),
            read_number(self.most.text()),
            " ".join(self.vague.text().split()),
            " ".join(self.unit.currentText().split()),
        )

    def problem(self) -> str:
        """What is wrong with what is typed; empty where nothing is."""
        for line in (self.least, self.most):
            try:
                read_number(line.text())
            except ValueError:
                return self.tr("“{text}” is not a number.").format(text=line.text())
        return ""

    def _tell(self) -> None:
        problem = self.problem()
        if problem:
            self.says.setText(problem)
        else:
            figure = self.figure()
            words = figure_words(figure.min, figure.max, figure.vague, figure.unit)
            self.says.setText(
                self.tr("Says: {figure}").format(figure=words)
                if words
                else self.tr("One number: put it in both. An open end stays empty.")
            )
        self.says.setVisible(self._told or bool(problem))
        self.least.setAccessibleDescription(self.says.text())
        self.changed.emit()
