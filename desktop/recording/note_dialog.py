"""A note in the reader's own words, in Markdown: on words, on an event, on a source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from desktop.dialogs.base import Dialog, Form, label, theme_of
from desktop.help.page import HelpPage
from desktop.help.safe_markdown import to_html
from desktop.session import Session
from desktop.widgets.plain import cut_short


class Subject(NamedTuple):
    """Something a note can be on: a table and a row of it; "words" for an anchor to be made."""

    table: str
    row: int
    words: str


class NoteDialog(Dialog):
    """`keep(subject, text)` is called to keep the note; until it does, the dialog stays."""

    TOPIC = "recording"

    def __init__(
        self,
        session: Session,
        subjects: Sequence[Subject],
        keep: Callable[[Subject, str], bool],
        parent: QWidget | None,
        *,
        text: str = "",
    ) -> None:
        super().__init__(parent, self.tr("Edit note") if text else self.tr("New note"), width=600)
        self._keep, self._subjects = keep, list(subjects)
        self._choices: list[QRadioButton] = []
        self._add_subjects()
        self.text = _Text(text, self)
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setPlaceholderText(
            self.tr("Markdown: *emphasis*, **strong**, - lists, > quotations")
        )
        self.page = HelpPage(theme_of(parent), self)
        self.page.setAccessibleName(self.tr("The note as it reads"))
        self.page.document().setDocumentMargin(8)
        self.page.setMinimumHeight(self.text.minimumSizeHint().height())
        self.page.hide()
        self.preview = QCheckBox(self.tr("Show as it &reads"), self)
        self.preview.toggled.connect(self._show_page)
        self.box.addWidget(self.text, 1)
        self.box.addWidget(self.page, 1)
        self.box.addWidget(self.preview)
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Save") if text else self.tr("&Add note"))
        self.ok.setEnabled(not session.corpus.read_only)
        session.failed.connect(self.say)
        self.text.setFocus()

    def _add_subjects(self) -> None:
        if len(self._subjects) == 1:
            self.box.addWidget(label(self._subjects[0].words, kind="secondary"))
            return
        choices = QWidget(self)
        choices.setAccessibleName(self.tr("What the note is on"))
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for number, subject in enumerate(self._subjects):
            button = QRadioButton(cut_short(subject.words, 90).replace("&", "&&"), choices)
            button.setChecked(number == 0)
            column.addWidget(button)
            self._choices.append(button)
        form = Form()
        form.add(self.tr("On"), choices)
        self.box.addLayout(form)

    def subject(self) -> Subject:
        """What the note is on."""
        chosen = (n for n, button in enumerate(self._choices) if button.isChecked())
        return self._subjects[next(chosen, 0)]

    def _show_page(self, on: bool) -> None:
        self.page.show_page(to_html(self.text.toPlainText()))
        self.page.setVisible(on)
        self.text.setVisible(not on)

    def accept(self) -> None:
        """Keep the note; where it cannot be, stay."""
        self.say("")
        if self._keep(self.subject(), self.text.toPlainText().rstrip()):
            super().accept()


class _Text(QPlainTextEdit):
    """A text of some lines; Tab leaves it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """Nine lines."""
        return QSize(360, self.fontMetrics().lineSpacing() * 9 + 16)

    def minimumSizeHint(self) -> QSize:
        """Four lines."""
        return QSize(160, self.fontMetrics().lineSpacing() * 4 + 16)
