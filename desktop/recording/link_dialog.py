"""A link between words of two sources: its kind and a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from db.corpus.links import KINDS
from desktop.dialogs.base import Dialog, Form, label, theme_of
from desktop.dialogs.mention_dialog import shortened
from desktop.recording.link_words import kind_choice, kind_words
from desktop.session import Session
from desktop.theme import reading_font
from desktop.widgets.flow_layout import FlowLayout

# Where words stand, for the reader, and the words themselves.
Quoted = tuple[str, str]


class LinkDialog(Dialog):
    """`keep(kind, note)` is called to keep it; until it does, the dialog stays."""

    TOPIC = "recording"

    def __init__(
        self,
        session: Session,
        ends: tuple[Quoted, Quoted],
        keep: Callable[[str, str], bool],
        parent: QWidget | None,
        *,
        kind: str = KINDS[0],
        note: str = "",
        new: bool = True,
    ) -> None:
        super().__init__(parent, self.tr("New link") if new else self.tr("Edit link"), width=560)
        self._keep = keep
        self._kinds: dict[str, QRadioButton] = {}
        self._quote(*ends[0])
        self._add_kinds(kind)
        self._quote(*ends[1])
        self.note = QLineEdit(note, self)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("why, in a few words"))
        form = Form()
        form.add(self.tr("&Note"), self.note)
        self.box.addLayout(form)
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Link") if new else self.tr("&Save"))
        self.ok.setEnabled(not session.corpus.read_only)
        session.failed.connect(self.say)
        self._kinds[kind].setFocus()

    def _quote(self, place: str, words: str) -> None:
        self.box.addWidget(label(place, kind="secondary"))
        quoted = label(shortened(words), parent=self)
        quoted.setFont(reading_font(theme_of(self.parentWidget())))
        quoted.setAccessibleName(f"{place}: {words}")
        self.box.addWidget(quoted)

    def _add_kinds(self, chosen: str) -> None:
        box = QWidget(self)
        box.setAccessibleName(self.tr("What the first words do to the second"))
        flow = FlowLayout(box, spacing=14)
        flow.setContentsMargins(0, 4, 0, 4)
        for kind in KINDS:
            button = QRadioButton(kind_choice(kind), box)
            button.setAccessibleName(kind_words(kind))
            button.setChecked(kind == chosen)
            flow.addWidget(button)
            self._kinds[kind] = button
        self.box.addWidget(box)

    def kind(self) -> str:
        """The kind chosen."""
        return next(kind for kind, button in self._kinds.items() if button.isChecked())

    def accept(self) -> None:
        """Keep the link; where it cannot be, stay."""
        self.say("")
        if self._keep(self.kind(), " ".join(self.note.text().split())):
            super().accept()
