"""A new aspect: what claims can be about, and what kind of thing they then say."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from db.corpus import Corpus
from db.corpus.aspects import AspectFields
from db.records import Change
from desktop.dialogs.base import Dialog, Form, label
from desktop.session import Session
from desktop.widgets.flow_layout import FlowLayout


class AspectDialog(Dialog):
    """Adds it at once, as an edit of its own; `made` is its id afterwards."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent, self.tr("New aspect"), width=520)
        self._session = session
        self.made: int | None = None
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setPlaceholderText(self.tr("deaths, cause, who fired …"))
        self.unit = QLineEdit(self)
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.setPlaceholderText(self.tr("people, days, percent …"))
        self.counts = QCheckBox(self.tr("&counts people or things: a part cannot exceed its whole"))
        self.choices = QPlainTextEdit(self)
        self.choices.setAccessibleName(self.tr("Choices"))
        self.choices.setPlaceholderText(self.tr("one in a line"))
        self.choices.setTabChangesFocus(True)
        self.choices.setFixedHeight(self.choices.fontMetrics().lineSpacing() * 5 + 16)
        self.excludes = QCheckBox(self.tr("of two different choices at &most one can hold"))
        self._types: dict[str, QRadioButton] = {}
        self._fill_form()
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Add aspect"))
        self._show_type()
        self.title.setFocus()

    def _fill_form(self) -> None:
        kinds = QWidget(self)
        kinds.setAccessibleName(self.tr("What claims about it say"))
        flow = FlowLayout(kinds, spacing=14)
        for name, words in (
            ("number", self.tr("a &figure")),
            ("choice", self.tr("one of some c&hoices")),
            ("text", self.tr("a few &words")),
            ("time", self.tr("a t&ime")),
        ):
            button = QRadioButton(words, kinds)
            button.toggled.connect(self._show_type)
            flow.addWidget(button)
            self._types[name] = button
        self._types["number"].setChecked(True)
        form = Form()
        form.add(self.tr("&Title"), self.title)
        form.add(self.tr("Claims say"), kinds)
        self._unit_name = form.add(self.tr("&Unit"), self.unit)
        form.add("", self.counts)
        self._choices_name = form.add(self.tr("Ch&oices"), self.choices)
        form.add("", self.excludes)
        self.box.addLayout(form)
        words = self.tr("The same words for every source make its claims comparable.")
        self.box.addWidget(label(words, kind="secondary"))

    def kind(self) -> str:
        """The type chosen."""
        return next((n for n, button in self._types.items() if button.isChecked()), "number")

    def _show_type(self) -> None:
        if not self._types or not hasattr(self, "_choices_name"):
            return
        number, choice = self.kind() == "number", self.kind() == "choice"
        of_numbers: list[QWidget] = [self._unit_name, self.unit, self.counts]
        of_choices: list[QWidget] = [self._choices_name, self.choices, self.excludes]
        for widget in of_numbers:
            widget.setVisible(number)
        for widget in of_choices:
            widget.setVisible(choice)

    def fields(self) -> AspectFields:
        """What the reader said."""
        number, choice = self.kind() == "number", self.kind() == "choice"
        lines = [" ".join(line.split()) for line in self.choices.toPlainText().splitlines()]
        return AspectFields(
            title=" ".join(self.title.text().split()),
            type=self.kind(),
            unit=self.unit.text().strip() if number else "",
            counts=number and self.counts.isChecked(),
            excludes=choice and self.excludes.isChecked(),
            choices=tuple((line, "") for line in lines if line) if choice else (),
        )

    def accept(self) -> None:
        """Add the aspect; where it cannot be, say why and stay."""
        fields = self.fields()

        def do(corpus: Corpus) -> tuple[int, Change]:
            return corpus.aspects.add(fields)

        self._session.failed.connect(self.say)
        self.made = self._session.perform(do)
        self._session.failed.disconnect(self.say)
        if self.made is not None:
            super().accept()
