"""What a claim says: a figure, a time, one of some choices, or a few words, as its aspect asks."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from db.records import Aspect
from desktop.dialogs.base import label
from desktop.dialogs.search_combo import SearchCombo
from desktop.dialogs.time_field import TimeField
from desktop.recording.figure_field import Figure, FigureField


class ValueField(QWidget):
    """Shows one kind of field at a time; what was typed in the others is kept meanwhile."""

    changed = Signal()

    def __init__(self, zone: str, day: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aspect: Aspect | None = None
        self.figure = FigureField(self)
        self.choice = SearchCombo(self.tr("What it says"), self, free=True)
        self.text = QLineEdit(self)
        self.text.setAccessibleName(self.tr("What it says"))
        self.text.setPlaceholderText(self.tr("in a few words, the same for every source"))
        self.time = TimeField(
            self, zone=zone, day=day, day_words=self.tr("the event or its report")
        )
        self.time.typed.setAccessibleName(self.tr("The time it says"))
        self.new = label("", kind="secondary", parent=self)
        self._times = QWidget(self)
        self._lay_out()
        self.figure.changed.connect(self._tell)
        self.choice.editTextChanged.connect(self._tell)
        self.text.textChanged.connect(self._tell)
        self.time.changed.connect(self._tell)

    def _lay_out(self) -> None:
        times = QVBoxLayout(self._times)
        times.setContentsMargins(0, 0, 0, 0)
        times.setSpacing(4)
        times.addWidget(self.time.typed)
        times.addWidget(self.time.understood)
        # A claim's time is kept without a zone of its own: it is read in the corpus's.
        self.time.zone.hide()
        self.time.status.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        for widget in (self.figure, self.choice, self.text, self._times, self.new):
            box.addWidget(widget)

    def set_aspect(self, aspect: Aspect | None) -> None:
        """Ask for what claims of an aspect say."""
        self._aspect = aspect
        kind = aspect.type if aspect is not None else "number"
        self.figure.setVisible(kind == "number")
        self.choice.setVisible(kind == "choice")
        self.text.setVisible(kind == "text")
        self._times.setVisible(kind == "time")
        if aspect is not None and kind == "choice":
            now = self.choice.currentText()
            self.choice.fill([(choice, choice) for choice, _ in aspect.choices])
            self.choice.setEditText(now if now in self._choices() else "")
        self.setFocusProxy(
            {"choice": self.choice, "text": self.text, "time": self.time.typed}.get(
                kind, self.figure
            )
        )
        self._tell()

    def set_value(self, value: str) -> None:
        """Show a choice, a text or a time."""
        self.choice.setEditText(value)
        self.text.setText(value)
        self.text.setCursorPosition(0)
        self.time.typed.setText(value)

    @property
    def kind(self) -> str:
        """The type of the aspect asked for."""
        return self._aspect.type if self._aspect is not None else "number"

    def read_figure(self) -> Figure:
        """The figure; raises ValueError where a field is no number."""
        return self.figure.figure() if self.kind == "number" else Figure()

    def value(self) -> str:
        """The choice, the text, or the time in EDTF."""
        if self.kind == "choice":
            return " ".join(self.choice.currentText().split())
        if self.kind == "text":
            return " ".join(self.text.text().split())
        time = self.time.time() if self.kind == "time" else None
        return time.edtf if time is not None else ""

    def new_choice(self) -> str:
        """The choice typed that the aspect does not have yet; empty where it has it."""
        value = self.value() if self.kind == "choice" else ""
        return value if value not in self._choices() else ""

    def problem(self) -> str:
        """What is wrong with what is typed; empty where nothing is."""
        if self.kind == "number":
            return self.figure.problem()
        if self.kind == "time" and self.time.time() is None:
            return self.time.understood.text()
        return ""

    def _choices(self) -> list[str]:
        return [choice for choice, _ in self._aspect.choices] if self._aspect is not None else []

    def _tell(self) -> None:
        new = self.new_choice()
        words = self.tr("A new choice: “{choice}” will be offered for every source.")
        self.new.setText(words.format(choice=new) if new else "")
        self.new.setVisible(bool(new))
        self.changed.emit()
