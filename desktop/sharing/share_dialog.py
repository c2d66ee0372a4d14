"""Whom to give another name in a copy, and what to look at before it is written."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QWidget

from db.errors import CorpusError
from db.sharing.building import Shared, share
from db.sharing.keys import KeyRow, pseudonym_in, read_key, write_key
from db.sharing.previewing import Preview, preview
from db.sharing.request import ShareRequest, SharingCancelledError
from desktop.dialogs.base import Dialog, label, theme_of
from desktop.error_words import error_words
from desktop.file_questions import ask_file, clean_stem
from desktop.jobs import Cancelled, Job, Jobs, Report
from desktop.session import Session
from desktop.settings import documents_folder
from desktop.sharing.targets import refusal
from desktop.sharing.trees import FormTree, PersonTree
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.progress_strip import ProgressStrip
from desktop.widgets.search_field import SearchField

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

DAY = 24 * 60 * 60
FEW = 12
"""So many persons need no filter."""


class ShareDialog(Dialog):
    """Looks through the corpus as a job whenever other persons are ticked; writes as another.

    `jobs` may be given; else the dialog has its own and closes it.
    """

    TOPIC = "sharing"

    def __init__(self, session: Session, window: MainWindow, *, jobs: Jobs | None = None) -> None:
        super().__init__(window, self.tr("Save a copy for sharing"), width=940)
        self._session, self._window = session, window
        self._jobs = jobs if jobs is not None else Jobs(self)
        self._owns_jobs = jobs is None
        self._looking = self._writing = 0
        self._target, self._key = Path(), Path()
        self._kept: list[KeyRow] = []
        self.names = {
            n.key: n.spellings[0].text if n.spellings else n.key
            for n in session.corpus.names.all()
            if n.kind == "person"
        }
        self.filter = SearchField(theme_of(window), parent=self)
        self.filter.setPlaceholderText(self.tr("Filter persons"))
        self.filter.setAccessibleName(self.tr("Filter persons by name or pseudonym"))
        self.persons = PersonTree(self)
        self.forms = FormTree(self)
        self.told = label("", kind="secondary", parent=self)
        self.all_button = QPushButton(self.tr("Tick &all"), self)
        self.none_button = QPushButton(self.tr("Tick n&obody"), self)
        self.key_button = QPushButton(self.tr("Pseudonyms from a &key…"), self)
        self.keep_key = QCheckBox(self.tr("Also &write the key: who is who"), self)
        self.strip = ProgressStrip(self)
        self._lay_out_page()
        self.cancel = self.add_cancel()
        self.ok = self.add_accept(self.tr("&Save…"))
        self._connect()
        self.persons.show_persons(list(self.names.items()))
        self._look()
        self.persons.setFocus()

    def _lay_out_page(self) -> None:
        self.box.addWidget(
            label(
                self.tr(
                    "The persons ticked get another name everywhere in the copy: in texts, names, "
                    "claims, notes and sources. F2 changes a pseudonym. This corpus stays as it is."
                )
            )
        )
        self.box.addWidget(label(self.tr("PERSONS"), kind="section"))
        self.box.addWidget(self.filter)
        self.box.addWidget(self.persons, 1)
        self.filter.setVisible(len(self.names) > FEW)
        # Large text has no room for all of them in a line.
        keys = QWidget(self)
        flow = FlowLayout(keys, spacing=10)
        for button in (self.all_button, self.none_button, self.key_button):
            button.setAutoDefault(False)
            flow.addWidget(button)
        flow.addWidget(self.keep_key)
        self.box.addWidget(keys)
        self.box.addWidget(label(self.tr("FORMS THAT MAY BE THEIRS"), kind="section"))
        self.box.addWidget(self.forms, 1)
        self.box.addWidget(self.told)
        self.foot.insertWidget(1, self.strip)

    def _connect(self) -> None:
        self.persons.ticked_changed.connect(self._look)
        self.filter.textChanged.connect(self.persons.filter)
        self.filter.dismissed.connect(self.persons.setFocus)
        self.key_button.clicked.connect(self._open_key)
        self.all_button.clicked.connect(self._tick_all)
        self.none_button.clicked.connect(self._tick_nobody)
        for signal, slot in (
            (self._jobs.progress, self._progressed),
            (self._jobs.done, self._done),
            (self._jobs.failed, self._failed),
        ):
            signal.connect(slot)
        self.finished.connect(self._let_go)

    def _tick_all(self) -> None:
        self.persons.tick_all(True)

    def _tick_nobody(self) -> None:
        self.persons.tick_all(False)

    @property
    def _fields(self) -> tuple[QWidget, ...]:
        buttons = (self.all_button, self.none_button, self.key_button)
        return (self.filter, self.persons, self.forms, *buttons, self.keep_key)

    def request(self) -> ShareRequest:
        """What the reader asks for."""
        return ShareRequest(
            persons=self.persons.chosen(),
            pseudonyms=self.persons.shown(),
            forms=self.forms.chosen(),
            day=int(datetime.now(UTC).timestamp()) // DAY * DAY,
        )

    # Looking

    def _look(self) -> None:
        """Look through the corpus for the persons ticked."""
        self.say("")
        self.ok.setEnabled(False)
        self._jobs.cancel(self._looking)
        chosen = self.persons.chosen()
        if not chosen:
            self._looking = 0
            self.forms.show_forms((), {})
            self.told.setText(self.tr("Tick a person.") if self.names else self._no_persons())
            return
        request = ShareRequest(persons=chosen, pseudonyms=self.persons.own())
        self.told.setText(self.tr("Looking through the texts…"))
        self._looking = self._jobs.start(_looking(self._session.corpus.path, request))

    def _no_persons(self) -> str:
        return self.tr(
            "The corpus has no names of persons yet. Select a name in a text and press Shift+N."
        )

    def _looked(self, found: Preview) -> None:
        self._looking = 0
        self.persons.show_preview(found)
        self.forms.show_forms(found.forms, self.names)
        words = self.tr(
            "Nicknames and descriptions cannot be found by a program: read the copy before you "
            "hand it on."
        )
        if found.awaited:
            awaits = self.tr("Whoever has the text of %n awaited original(s) can add it again.",
                             None, len(found.awaited))  # fmt: skip
            words = f"{words} {awaits}"
        self.told.setText(words)
        self.ok.setEnabled(True)

    def _open_key(self) -> None:
        name = ask_file(
            self, self.tr("Key to an earlier copy"), str(documents_folder()),
            self.tr("Keys (*.json);;All files (*)"),
        )  # fmt: skip
        if name:
            self.take_key(Path(name))

    def take_key(self, path: Path) -> None:
        """Use the pseudonyms of a key."""
        try:
            self._kept = read_key(path)
        except CorpusError as error:
            self.say(error_words(error))
            return
        names = self._session.corpus.names.all()
        self.persons.set_pseudonyms(
            {n.key: pseudonym_in(self._kept, n.key, [s.text for s in n.spellings]) for n in names}
        )

    # Writing

    def accept(self) -> None:
        """Ask where to, and write; the dialog closes when that is done."""
        if not self.ok.isEnabled():
            return
        stem = self._session.corpus.path.stem
        target = self._ask(
            self.windowTitle(), self.tr("{name} to share").format(name=stem), "triptych"
        )
        if target is None:
            return
        refused = refusal(target, self._session.corpus.path)
        if refused:
            self.say(refused)
            return
        if self.keep_key.isChecked():
            name = self.tr("{name} key").format(name=stem)
            key = self._ask(self.tr("The key: who is who"), name, "json")
            if key is None:
                return
            self._key = key
        self._write(target)

    def _ask(self, title: str, name: str, ending: str) -> Path | None:
        """Where a file goes; Qt asks before anything is written over."""
        folder = str(documents_folder())
        dialog = QFileDialog(self, title, folder, f"{ending} (*.{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setFilter(QDir.Filter.AllDirs | QDir.Filter.Files | QDir.Filter.NoDotAndDotDot)
        dialog.selectFile(f"{clean_stem(name, title)}.{ending}")
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def _write(self, target: Path) -> None:
        self._target = target
        self.say("")
        self.ok.setEnabled(False)
        for widget in self._fields:
            widget.setEnabled(False)
        self.strip.start(self._writing_words(), can_cancel=False)
        self.cancel.setText(self.tr("Stop"))
        self._writing = self._jobs.start(
            _writing(self._session.corpus.path, target, self.request())
        )
        self.cancel.setFocus()

    def _writing_words(self) -> str:
        return self.tr("Writing {name}…").format(name=self._target.name)

    def _progressed(self, ticket: int, done: int, total: int) -> None:
        if ticket == self._writing:
            self.strip.report(self._writing_words(), done, total)

    def _done(self, ticket: int, value: object) -> None:
        if ticket == self._looking and isinstance(value, Preview):
            self._looked(value)
        elif ticket == self._writing and isinstance(value, Shared):
            self._written(value)

    def _written(self, made: Shared) -> None:
        self._stop()
        words = self.tr("The copy is in {name}: %n person(s) under another name.", None,
                        len(made.persons))  # fmt: skip
        checked = self.tr("It was read through: no listed spelling of theirs is left in it.")
        words = f"{words.format(name=self._target.name)} {checked}"
        complaint = self._write_key(made)
        if complaint:
            self._window.warn(f"{words} {complaint}")
        else:
            self._window.inform(words)
        super().accept()

    def _write_key(self, made: Shared) -> str:
        """Write who is who where that is wanted; returns why it could not be."""
        if not self.keep_key.isChecked():
            return ""
        try:
            rows = [KeyRow(p.key, p.spellings, p.pseudonym) for p in made.persons]
            write_key(self._key, rows, self._kept)
        except CorpusError as error:
            return error_words(error)
        return ""

    def _failed(self, ticket: int, error: Exception) -> None:
        if ticket not in (self._looking, self._writing):
            return
        was_writing = ticket == self._writing
        self._looking = 0
        if was_writing:
            self._stop()
        if isinstance(error, SharingCancelledError):
            self._window.inform(error_words(error))
        elif isinstance(error, CorpusError):
            self.told.setText("")
            self.say(error_words(error))

    def _stop(self) -> None:
        """Nothing is written any more: the page can be used again."""
        self._writing = 0
        self.strip.finish()
        for widget in self._fields:
            widget.setEnabled(True)
        self.cancel.setEnabled(True)
        self.cancel.setText(self.tr("Cancel"))
        self.ok.setEnabled(True)

    def reject(self) -> None:
        """Stop the writing, else close."""
        if self._writing:
            self.cancel.setEnabled(False)
            self._jobs.cancel(self._writing)
        else:
            super().reject()

    def _let_go(self) -> None:
        if self._owns_jobs:
            self._jobs.close()


def _looking(path: Path, request: ShareRequest) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        return preview(path, request, report, cancelled)

    return job


def _writing(path: Path, target: Path, request: ShareRequest) -> Job:
    def job(report: Report, cancelled: Cancelled) -> object:
        return share(path, target, request, report, cancelled, overwrite=True)

    return job
