"""The fields of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from db.corpus.claim_fields import ClaimFields
from db.records import Aspect
from desktop.dialogs.base import Form
from desktop.dialogs.search_combo import SearchCombo
from desktop.dialogs.time_field import TimeField
from desktop.recording.claim_edits import Draft
from desktop.recording.hedge_choice import HedgeChoice
from desktop.recording.value_field import ValueField
from desktop.recording.voice_chain import Link, VoiceChain
from desktop.recording.why import Why
from desktop.session import Session


class ClaimForm(QWidget):
    """Every field can be corrected; `whys` are the lines that say what each was read from."""

    changed = Signal()
    aspect_changed = Signal()
    new_aspect_requested = Signal()
    new_event_requested = Signal()

    def __init__(self, session: Session, day: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._aspects: dict[int, Aspect] = {}
        zone = session.info.zone
        self.event_choice = SearchCombo(self.tr("Event"), self)
        self.event_choice.fill([(e.title, e.id) for e in session.events])
        self.new_event = self._button(self.tr("New event"))
        self.aspect_choice = SearchCombo(self.tr("Aspect"), self)
        self.new_aspect = self._button(self.tr("New aspect"))
        self.value = ValueField(zone, day, self)
        self.scope = SearchCombo(self.tr("Whom or what it counts"), self, free=True)
        self.hedge = HedgeChoice(self)
        self.denied = QCheckBox(self.tr("sa&ys that it is not so"), self)
        self.voices = VoiceChain(session.corpus.voices.all(), self)
        self.as_of = TimeField(
            self, zone=zone, day=day, day_words=self.tr("the event or its report")
        )
        self.note = QLineEdit(self)
        self.note.setAccessibleName(self.tr("Note"))
        self.mention = QCheckBox(self.tr("Also mark the words as s&peaking of this event"), self)
        fields = {
            "aspect": self.aspect_choice, "value": self.value, "scope": self.scope,
            "hedge": self.hedge, "voices": self.voices, "as_of": self.as_of.typed,
        }  # fmt: skip
        self.whys = {name: Why(field, self) for name, field in fields.items()}
        self._lay_out()
        self.refill_aspects()
        self._connect()

    def _button(self, name: str) -> QToolButton:
        """A button beside a list to choose from, for what is not in it yet."""
        button = QToolButton(self)
        button.setText(self.tr("New…"))
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _lay_out(self) -> None:
        self.as_of.typed.setAccessibleName(self.tr("When it held"))
        self.as_of.typed.setPlaceholderText(self.tr("left empty: when it was reported"))
        self.as_of.zone.hide()
        self.as_of.status.hide()
        event, aspect = QHBoxLayout(), QHBoxLayout()
        for line, choice, button in (
            (event, self.event_choice, self.new_event),
            (aspect, self.aspect_choice, self.new_aspect),
        ):
            line.setSpacing(8)
            line.addWidget(choice, 1)
            line.addWidget(button)
        hedge = QHBoxLayout()
        hedge.setSpacing(12)
        hedge.addWidget(self.hedge, 1)
        hedge.addWidget(self.denied)
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(7)
        form.add(self.tr("&Event"), event, self.event_choice)
        self._add(form, self.tr("A&bout"), aspect, "aspect", self.aspect_choice)
        self._add(form, self.tr("Says"), self.value, "value")
        self.scope_name = self._add(form, self.tr("Whom it &counts"), self.scope, "scope")
        self._add(form, self.tr("H&ow sure"), hedge, "hedge", self.hedge)
        self._add(form, self.tr("Whose word"), self.voices, "voices")
        held = QVBoxLayout()
        held.setSpacing(4)
        held.addWidget(self.as_of.typed)
        held.addWidget(self.as_of.understood)
        self.as_of.understood.setMinimumHeight(0)
        self._add(form, self.tr("Hel&d at"), held, "as_of", self.as_of.typed)
        form.add(self.tr("&Note"), self.note)
        form.add("", self.mention)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(form)

    def _add(
        self,
        form: Form,
        name: str,
        field: QWidget | QHBoxLayout | QVBoxLayout,
        why: str,
        buddy: QWidget | None = None,
    ) -> QLabel:
        both = QVBoxLayout()
        both.setSpacing(2)
        if isinstance(field, QWidget):
            both.addWidget(field)
        else:
            both.addLayout(field)
        both.addWidget(self.whys[why].label)
        return form.add(name, both, buddy or (field if isinstance(field, QWidget) else None))

    def _connect(self) -> None:
        self.aspect_choice.currentIndexChanged.connect(self._aspect_chosen)
        self.new_aspect.clicked.connect(self.new_aspect_requested)
        self.new_event.clicked.connect(self.new_event_requested)
        self.hedge.currentIndexChanged.connect(self._tell)
        self.event_choice.currentIndexChanged.connect(self._tell)
        self.denied.toggled.connect(self._tell)
        for signal in (self.value.changed, self.voices.changed, self.as_of.changed):
            signal.connect(self._tell)
        self.scope.editTextChanged.connect(self._tell)
        self.as_of.changed.connect(self._show_held)
        self._show_held()

    def refill_events(self, chosen: int) -> None:
        """Offer the corpus's events anew."""
        self.event_choice.fill([(e.title, e.id) for e in self._session.events], chosen)
        self._tell()

    def refill_aspects(self, chosen: int | None = None) -> None:
        """Offer the corpus's aspects anew."""
        aspects = self._session.corpus.aspects.all()
        self._aspects = {a.id: a for a in aspects}
        wanted = chosen if chosen is not None else self.aspect_choice.choice()
        self.aspect_choice.fill([(a.title, a.id) for a in aspects], wanted)
        self._aspect_chosen()

    def aspect(self) -> Aspect | None:
        """The aspect chosen."""
        chosen = self.aspect_choice.choice()
        return self._aspects.get(chosen) if isinstance(chosen, int) else None

    def choose_type(self, *, figure: bool) -> None:
        """Choose the first aspect about figures, or about none, unless one is chosen."""
        aspect = self.aspect()
        fitting = [a for a in self._aspects.values() if (a.type == "number") == figure]
        if fitting and aspect not in fitting:
            self.aspect_choice.choose(fitting[0].id)
            self._aspect_chosen()

    def _aspect_chosen(self) -> None:
        aspect = self.aspect()
        self.value.set_aspect(aspect)
        units = {a.unit for a in self._aspects.values() if a.unit}
        own = [aspect.unit] if aspect is not None and aspect.unit else []
        line = self.value.figure.unit.lineEdit()
        if line is not None:
            line.setPlaceholderText(aspect.unit if aspect is not None else "")
        self.value.figure.set_units([*own, *sorted(units - set(own)), ""])
        counts = aspect is None or aspect.type == "number"
        name = self.tr("Whom it &counts") if counts else self.tr("Of whom or &what")
        self.scope_name.setText(name)
        scope = self.scope.currentText()
        known = [s for s, _ in aspect.scopes] if aspect is not None else []
        self.scope.fill([(s, s) for s in ["", *known]])
        self.scope.setEditText(scope if scope in known else "")
        self.aspect_changed.emit()
        self._tell()

    def show_claim(self, fields: ClaimFields, chain: Sequence[Link]) -> None:
        """Show what a claim says."""
        self.event_choice.choose(fields.event_id)
        self.aspect_choice.choose(fields.aspect_id)
        self._aspect_chosen()
        self.value.figure.set_figure_of(fields.min, fields.max, fields.vague, fields.unit)
        self.value.set_value(fields.value)
        self.scope.setEditText(fields.scope)
        self.hedge.choose(fields.hedge)
        self.denied.setChecked(fields.polarity == "deny")
        self.voices.set_chain(chain)
        self.as_of.typed.setText(fields.as_of)
        self.note.setText(fields.note)
        self.note.setCursorPosition(0)

    def problem(self) -> str:
        """What is typed and cannot be read; empty where all can be."""
        if self.aspect() is None:
            return self.tr("A claim needs an aspect: what is it about?")
        if self.as_of.time() is None:
            return self.as_of.understood.text()
        return self.value.problem()

    def draft(self, status: str = "accepted") -> Draft:
        """What the form says; `problem` must be empty."""
        event, aspect = self.event_choice.choice(), self.aspect()
        figure, as_of = self.value.read_figure(), self.as_of.time()
        fields = ClaimFields(
            event_id=event if isinstance(event, int) else 0,
            aspect_id=aspect.id if aspect is not None else 0,
            min=figure.min,
            max=figure.max,
            value=self.value.value(),
            vague=figure.vague,
            unit=figure.unit,
            scope=" ".join(self.scope.currentText().split()),
            hedge=self.hedge.hedge(),
            polarity="deny" if self.denied.isChecked() else "affirm",
            as_of=as_of.edtf if as_of is not None else "",
            note=self.note.text().strip(),
            status=status,
        )
        marked = self.mention.isVisibleTo(self) and self.mention.isChecked()
        return Draft(fields, self.voices.chain(), self.value.new_choice(), marked)

    def _show_held(self) -> None:
        # "Without a date" is no remark here: most claims have no time of their own.
        self.as_of.understood.setVisible(bool(self.as_of.typed.text().strip()))

    def _tell(self) -> None:
        self.changed.emit()
