"""Every name of the corpus with its spellings: to find, to correct, to delete."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from db.corpus import Corpus
from db.corpus.names import KINDS, NameFields
from db.records import Change, Name, Spelling
from db.text.language import detect_language
from db.text.romanising import plain_latin
from desktop.dialogs.base import Dialog, Form
from desktop.recording.claim_edits import Edit
from desktop.recording.likeness import script_of
from desktop.recording.merge_dialog import MergeDialog
from desktop.recording.name_dialog import kind_words
from desktop.recording.records_dialog import RecordsDialog
from desktop.session import Session
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.search_field import make_clearable


class NamesDialog(RecordsDialog):
    """Filtered by any spelling, in any script."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        self._names: list[Name] = []
        translate = QCoreApplication.translate
        super().__init__(
            session,
            parent,
            translate("names", "Names"),
            [
                translate("names", "Name"),
                translate("names", "Kind"),
                translate("names", "Other spellings"),
            ],
            translate("names", "No such name. Select a spelling in a text and press Shift+N."),
        )
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by any spelling"))
        self.filter.setAccessibleName(self.tr("Filter names by any spelling"))
        make_clearable(self.filter)
        self.filter.textChanged.connect(self.refill)
        self.go_button.setText(self.tr("&Search the texts"))
        self.merge_button = QPushButton(self.tr("&Make one with…"), self)
        self.merge_button.setAutoDefault(False)
        self.merge_button.clicked.connect(self._merge)
        self.more_buttons.append(self.merge_button)
        self.lay_out(self.filter)
        self.filter.setFocus()

    def rows(self) -> list[tuple[str, ...]]:
        """The names that have the letters looked for in a spelling."""
        wanted = plain_latin(self.filter.text())
        self._names = [
            name
            for name in self.session.corpus.names.all()
            if not wanted or any(wanted in plain_latin(s.text) for s in name.spellings)
        ]
        return [
            (
                _called(name),
                kind_words(name.kind),
                ", ".join(s.text for s in name.spellings[1:]),
            )
            for name in self._names
        ]

    def tell(self, row: int) -> str:
        """What is noted about the name."""
        return self._names[row].note

    def judge(self, row: int) -> None:
        """Two names are needed to make one."""
        super().judge(row)
        several = row >= 0 and len(self.session.corpus.names.all()) > 1
        self.merge_button.setEnabled(several and not self.session.corpus.read_only)

    def _merge(self) -> None:
        row = self.row()
        if row < 0:
            return
        goes = self._names[row]
        others = [(_called(n), n.id) for n in self.session.corpus.names.all() if n.id != goes.id]
        words = self.tr(
            "Its spellings and notes are given to the one that stays; undo takes it back."
        )
        edit = partial(merging, gone_id=goes.id)
        title = self.tr("One name of two")
        MergeDialog(self.session, title, _called(goes), others, words, edit, self).exec()

    def edit(self, row: int) -> None:
        """Open the name's spellings."""
        _NameForm(self.session, self._names[row], self).exec()

    def delete(self, row: int) -> None:
        """Delete the name; the texts stay."""
        name = self._names[row]

        def do(corpus: Corpus) -> tuple[int, Change]:
            return name.id, corpus.names.delete(name.id)

        self.perform(do)

    def go(self, row: int) -> bool:
        """Search the texts for the name: one spelling finds them all."""
        spellings = self._names[row].spellings
        field = getattr(self.parent(), "search_field", None)
        if not spellings or field is None:
            return False
        field.setText(spellings[0].text)
        return True


class _NameForm(Dialog):
    """One name: its kind, its spellings one a line, the first being the one it goes by."""

    TOPIC = "recording"

    def __init__(self, session: Session, name: Name, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Edit name"), width=460)
        self._session, self._name = session, name
        self.spellings = QPlainTextEdit("\n".join(s.text for s in name.spellings), self)
        self.spellings.setAccessibleName(self.tr("Spellings, one in a line"))
        self.spellings.setTabChangesFocus(True)
        self.note = QLineEdit(name.note, self)
        self.note.setAccessibleName(self.tr("Note"))
        kinds = QWidget(self)
        kinds.setAccessibleName(self.tr("Kind of name"))
        flow = FlowLayout(kinds, spacing=14)
        self._kinds = {kind: QRadioButton(kind_words(kind), kinds) for kind in KINDS}
        for kind, button in self._kinds.items():
            button.setChecked(kind == name.kind)
            flow.addWidget(button)
        form = Form()
        form.add(self.tr("&Spellings"), self.spellings)
        form.add(self.tr("Kind"), kinds)
        form.add(self.tr("&Note"), self.note)
        self.box.addLayout(form)
        self.add_cancel()
        self.add_accept(self.tr("Sa&ve"))
        session.failed.connect(self.say)

    def fields(self) -> NameFields:
        """What the reader said; a spelling that is kept keeps its script and language."""
        known = {s.text: s for s in self._name.spellings}
        lines = [" ".join(x.split()) for x in self.spellings.toPlainText().splitlines()]
        spellings = tuple(
            known.get(line, Spelling(line, script_of(line), detect_language(line)))
            for line in lines
            if line
        )
        kind = next(k for k, button in self._kinds.items() if button.isChecked())
        return NameFields(kind, spellings, self.note.text().strip())

    def accept(self) -> None:
        """Keep the name; where it cannot be, stay."""
        self.say("")
        if self._session.perform(_changing(self._name.id, self.fields())) is not None:
            super().accept()


def merging(kept_id: int, gone_id: int) -> Edit:
    """The edit that makes one name of two."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return kept_id, corpus.names.merge(kept_id, gone_id)

    return do


def _called(name: Name) -> str:
    """What a name goes by."""
    return name.spellings[0].text if name.spellings else name.key


def _changing(name_id: int, fields: NameFields) -> Edit:
    def do(corpus: Corpus) -> tuple[int, Change]:
        return name_id, corpus.names.change(name_id, fields)

    return do
