"""An aspect: what claims can be about, what they then say, and the ladders of its words."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from db.corpus import Corpus
from db.corpus.aspects import AspectFields, AspectUses, Renamed
from db.records import Aspect, Change
from desktop.dialogs.base import Dialog, Form, label
from desktop.recording.claim_edits import Edit
from desktop.recording.ladder_tree import LadderTree
from desktop.session import Session
from desktop.widgets.flow_layout import FlowLayout

NO_USES = AspectUses(0, {}, {})

PEOPLE: Final = "people"
"""The unit of heads, which can only be counted."""


class AspectDialog(Dialog):
    """A new aspect, or one that is there; kept as an edit of its own, `made` is its id then.

    `unit` is that of the figure a new one is made for.
    """

    TOPIC = "recording"

    def __init__(
        self,
        session: Session,
        parent: QWidget | None,
        *,
        aspect: Aspect | None = None,
        unit: str = "",
    ) -> None:
        title = self.tr("Edit aspect") if aspect is not None else self.tr("New aspect")
        super().__init__(parent, title, width=560)
        self._session, self._aspect = session, aspect
        self._uses = session.corpus.aspects.uses().get(aspect.id, NO_USES) if aspect else NO_USES
        self.made: int | None = None
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setPlaceholderText(self.tr("deaths, cause, who fired …"))
        self.unit = QLineEdit(self)
        self.unit.setAccessibleName(self.tr("Unit"))
        self.unit.setPlaceholderText(self.tr("people, days, percent …"))
        self.counts = QCheckBox(self.tr("&counts people or things: a part cannot exceed its whole"))
        self.grows = QCheckBox(self.tr("can only &rise while the event goes on"))
        self.choices = LadderTree(self.tr("Choices"), self)
        self.excludes = QCheckBox(self.tr("of two different choices at &most one can hold"))
        self.scopes = LadderTree(self.tr("Scopes"), self)
        self._types: dict[str, QRadioButton] = {}
        self._fill_form()
        self.unit.setText(unit)
        self.counts.setChecked(unit == PEOPLE)
        self._show_aspect()
        self.add_cancel()
        self.ok = self.add_accept(
            self.tr("Sa&ve") if aspect is not None else self.tr("&Add aspect")
        )
        self.ok.setEnabled(not session.corpus.read_only)
        self._show_type()
        session.failed.connect(self.say)
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
        form = Form()
        form.add(self.tr("&Title"), self.title)
        form.add(self.tr("Claims say"), kinds)
        self._unit_name = form.add(self.tr("&Unit"), self.unit)
        marks = QVBoxLayout()
        marks.setSpacing(6)
        for box in (self.counts, self.grows, self.excludes):
            marks.addWidget(box)
        form.add("", marks)
        self._choices_name = form.add(self.tr("Ch&oices"), self.choices)
        form.add(self.tr("&Scopes"), self.scopes)
        self.box.addLayout(form, 1)
        words = self.tr(
            "A scope says whom or what a claim counts. What stands below another word lies within "
            "it: a part of a whole, a narrower word for the same. The same words for every source "
            "make its claims comparable."
        )
        self.box.addWidget(label(words, kind="secondary"))

    def _show_aspect(self) -> None:
        aspect = self._aspect
        self._types[aspect.type if aspect is not None else "number"].setChecked(True)
        if aspect is None:
            return
        self.title.setText(aspect.title)
        self.title.setCursorPosition(0)
        self.unit.setText(aspect.unit)
        for box, on in (
            (self.counts, aspect.counts), (self.grows, aspect.grows),
            (self.excludes, aspect.excludes),
        ):  # fmt: skip
            box.setChecked(on)
        self.scopes.set_words(aspect.scopes, self._uses.scopes)
        self.choices.set_words(aspect.choices, self._uses.choices)
        # Claims hold values of this kind: only words and choices can change places.
        words = ("choice", "text")
        for name, button in self._types.items():
            same = name == aspect.type or (name in words and aspect.type in words)
            button.setEnabled(same or not self._uses.claims)

    def kind(self) -> str:
        """The type chosen."""
        return next((n for n, button in self._types.items() if button.isChecked()), "number")

    def _show_type(self) -> None:
        if len(self._types) < 4 or not hasattr(self, "_choices_name"):
            return
        number, worded = self.kind() == "number", self.kind() in ("choice", "text")
        shown: dict[QWidget, bool] = {
            self._unit_name: number, self.unit: number, self.counts: number, self.grows: number,
            self._choices_name: worded, self.choices: worded,
            self.excludes: self.kind() == "choice",
        }  # fmt: skip
        for widget, on in shown.items():
            widget.setVisible(on)
        name = self.tr("Ch&oices") if self.kind() == "choice" else self.tr("W&ords")
        self._choices_name.setText(name)

    def fields(self) -> AspectFields:
        """What the reader said."""
        number, worded = self.kind() == "number", self.kind() in ("choice", "text")
        return AspectFields(
            title=" ".join(self.title.text().split()),
            type=self.kind(),
            unit=self.unit.text().strip() if number else "",
            counts=number and self.counts.isChecked(),
            grows=number and self.grows.isChecked(),
            excludes=self.kind() == "choice" and self.excludes.isChecked(),
            scopes=self.scopes.words(),
            choices=self.choices.words() if worded else (),
        )

    def accept(self) -> None:
        """Keep the aspect; where it cannot be, say why and stay."""
        self.say("")
        # A word that is still being typed counts.
        self.ok.setFocus()
        aspect_id = self._aspect.id if self._aspect is not None else None
        renamed = Renamed(self.scopes.renamed(), self.choices.renamed())
        self.made = self._session.perform(keeping(aspect_id, self.fields(), renamed))
        if self.made is not None:
            super().accept()


def keeping(aspect_id: int | None, fields: AspectFields, renamed: Renamed) -> Edit:
    """The edit that adds or changes an aspect."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        if aspect_id is None:
            return corpus.aspects.add(fields)
        return aspect_id, corpus.aspects.change(aspect_id, fields, renamed)

    return do
