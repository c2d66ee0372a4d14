"""References of a file: which sources they are about, and what they would change."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from db.citing.files import Reading, read_bytes, read_file
from db.citing.matching import Match, match
from db.citing.taking_in import Choice, take_in
from db.corpus import Corpus
from db.errors import CorpusError
from db.records import Change, Source
from desktop.citing.reference_tree import ReferenceTree
from desktop.citing.words import format_words
from desktop.dialogs.base import Dialog, label
from desktop.error_words import error_words, words_of
from desktop.jobs import Cancelled, Job, Jobs, Report
from desktop.recording.claim_edits import Edit
from desktop.session import Session
from desktop.sheets.combos import plain_combo

ENCODINGS: Final = {
    "utf-8": "UTF-8", "cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251",
    "koi8-r": "KOI8-R", "cp1254": "Windows-1254", "mac-roman": "Mac Roman",
}  # fmt: skip


class _Read(NamedTuple):
    """`is_sure`: the file says itself what its bytes mean, by a mark or by being UTF-8."""

    reading: Reading
    matches: list[Match]
    is_sure: bool


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
        self._ticket = 0
        self.said = label(self.tr("Reading {name}…").format(name=path.name), parent=self)
        self.tree = ReferenceTree(self)
        self.all_button = QPushButton(self.tr("Tick &all"), self)
        self.none_button = QPushButton(self.tr("Tick &nothing"), self)
        self.encoding = plain_combo(self.tr("What its characters are written in"), self)
        self.encoding_words = QLabel(self.tr("&Characters"), self)
        self.encoding_words.setBuddy(self.encoding)
        self._lay_out_page()
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Import"))
        self._connect()
        self._judge()
        self._read()

    def _read(self) -> None:
        """Read the file, as it seems to be written or as the reader says."""
        self._jobs.cancel(self._ticket)
        self.say("")
        sources = list(self._session.sources)
        self._ticket = self._jobs.start(
            _reading(self._path, sources, self.encoding.currentData() or "")
        )

    def _lay_out_page(self) -> None:
        self.encoding.addItem(self.tr("as they seem to be"), "")
        for name, words in ENCODINGS.items():
            self.encoding.addItem(words, name)
        self.box.addWidget(self.said)
        line = QHBoxLayout()
        line.addWidget(self.encoding_words)
        line.addWidget(self.encoding)
        line.addStretch(1)
        self.box.addLayout(line)
        self.encoding.hide()
        self.encoding_words.hide()
        self.box.addWidget(self.tree, 1)
        row = QHBoxLayout()
        for button in (self.all_button, self.none_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.box.addLayout(row)

    def _connect(self) -> None:
        self.tree.ticked_changed.connect(self._judge)
        self.encoding.activated.connect(self._read)
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
        if not read.is_sure and self.encoding.isHidden():
            self.encoding.show()
            self.encoding_words.show()
        if not self.encoding.hasFocus():
            self.tree.setFocus()

    def _summary(self, read: _Read) -> str:
        if not read.matches:
            words = self.tr("There is no reference in {name}. Nothing was changed.")
            return words.format(name=self._path.name)
        matched = sum(m.source is not None for m in read.matches)
        count = self.tr("%n reference(s)", None, len(read.matches))
        about = self.tr("%n about a source here", None, matched)
        words = f"{self._path.name}: {format_words(read.reading.format)} · {count}, {about}."
        advice = self.tr(
            "Ticked is what fills an empty field. What would overwrite something, and new "
            "sources, only if you tick it. One step of Undo takes it all back."
        )
        return "\n".join([words, *map(words_of, read.reading.warnings), advice])

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket != self._ticket:
            return
        self.said.setText("")
        self.tree.show_matches([])
        self._judge()
        if isinstance(error, CorpusError):
            self.say(error_words(error))

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


def _reading(path: Path, sources: Sequence[Source], encoding: str) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        reading = read_file(path)
        data = path.read_bytes()
        if encoding:
            text = data.decode(encoding, "replace")
            reading = read_bytes(text.encode("utf-8", "replace"), path.name)
        return _Read(reading, match(sources, reading.entries), _is_sure(data))

    return job


def _is_sure(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _taking_in(choices: Sequence[Choice]) -> Edit:
    def do(corpus: Corpus) -> tuple[int, Change]:
        return take_in(corpus, choices)

    return do
