"""References of a file: which sources they are about, and what they would change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from db.citing.files import Reading, read_file
from db.citing.matching import Match, match
from db.citing.taking_in import Choice, take_in
from db.corpus import Corpus
from db.errors import CorpusError
from db.records import Change, Source
from desktop.citing.reference_tree import ReferenceTree
from desktop.citing.words import format_words
from desktop.dialogs.base import Dialog, label
from desktop.jobs import Cancelled, Job, Jobs, Report
from desktop.recording.claim_edits import Edit
from desktop.session import Session


class _Read(NamedTuple):
    reading: Reading
    matches: list[Match]


class ImportDialog(Dialog):
    """Reads the file as a job, shows a preview, and takes in what is ticked as one edit.

    `jobs` may be given; else the dialog has its own and closes it.
    """

    TOPIC = "citations"

    def __init__(
        self, session: Session, path: Path, parent: QWidget | None, *, jobs: Jobs | None = None
    ) -> None:
        super().__init__(parent, self.tr("Import references"), width=900)
        self._session, self._path = session, path
        self._jobs = jobs if jobs is not None else Jobs(self)
        self._owns_jobs = jobs is None
        self.said = label(self.tr("Reading {name}…").format(name=path.name), parent=self)
        self.tree = ReferenceTree(self)
        self.all_button = QPushButton(self.tr("Tick &all"), self)
        self.none_button = QPushButton(self.tr("Tick &nothing"), self)
        self._lay_out_page()
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Import"))
        self._connect()
        self._judge()
        self._ticket = self._jobs.start(_reading(path, list(session.sources)))

    def _lay_out_page(self) -> None:
        self.box.addWidget(self.said)
        self.box.addWidget(self.tree, 1)
        row = QHBoxLayout()
        for button in (self.all_button, self.none_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.box.addLayout(row)

    def _connect(self) -> None:
        self.tree.ticked_changed.connect(self._judge)
        self.all_button.clicked.connect(self._tick_all)
        self.none_button.clicked.connect(self._tick_nothing)
        self._jobs.done.connect(self._done)
        self._jobs.failed.connect(self._failed)
        self._session.failed.connect(self.say)
        self.finished.connect(self._let_go)

    def _tick_all(self) -> None:
        self.tree.tick_all(True)

    def _tick_nothing(self) -> None:
        self.tree.tick_all(False)

    def _judge(self) -> None:
        chosen = self.tree.choices()
        self.ok.setEnabled(bool(chosen) and not self._session.corpus.read_only)
        for button in (self.all_button, self.none_button):
            button.setEnabled(self.tree.topLevelItemCount() > 0)

    def _done(self, ticket: int, read: object) -> None:
        if ticket != self._ticket or not isinstance(read, _Read):
            return
        self.tree.show_matches(read.matches)
        self.said.setText(self._summary(read))
        self._judge()
        self.tree.setFocus()

    def _summary(self, read: _Read) -> str:
        matched = sum(m.source is not None for m in read.matches)
        count = self.tr("%n reference(s)", None, len(read.matches))
        about = self.tr("%n about a source here", None, matched)
        words = f"{self._path.name}: {format_words(read.reading.format)} · {count}, {about}."
        advice = self.tr(
            "Ticked is what fills an empty field. What would overwrite something, and new "
            "sources, only if you tick it. One step of Undo takes it all back."
        )
        return "\n".join([words, *read.reading.warnings, advice])

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket != self._ticket:
            return
        self.said.setText("")
        if isinstance(error, CorpusError):
            self.say(str(error))

    def accept(self) -> None:
        """Take in what is ticked; where that cannot be, stay."""
        choices = self.tree.choices()
        if not self.ok.isEnabled() or not choices:
            return
        self.say("")
        if self._session.perform(_taking_in(choices)) is not None:
            super().accept()

    def _let_go(self) -> None:
        if self._owns_jobs:
            self._jobs.close()


def _reading(path: Path, sources: Sequence[Source]) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        reading = read_file(path)
        return _Read(reading, match(sources, reading.entries))

    return job


def _taking_in(choices: Sequence[Choice]) -> Edit:
    def do(corpus: Corpus) -> tuple[int, Change]:
        return take_in(corpus, choices)

    return do
