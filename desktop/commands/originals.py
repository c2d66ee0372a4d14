"""Originals: adding to the corpus a text that it describes, and taking it out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db.errors import CorpusError
from db.originals import read_original
from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.error_words import error_words
from desktop.file_questions import ask_files

MOST_TOLD = 3
"""Of more files that were refused only the number is told: a folder may hold many."""


class OriginalCommands(CommandGroup):
    """The originals of the Source menu."""

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {"add_original": self.add_original, "remove_original": self.remove_original}

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        desk.reading.add_original_requested.connect(self.add_original)
        desk.reading.active_changed.connect(self.refresh)
        desk.session.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        column, session = self.column, self.session
        source = column.source.id if column is not None else 0
        awaits = session is not None and any(session.awaits_original(s.id) for s in session.sources)
        self.set_enabled("add_original", awaits)
        held = session is not None and any(
            e.kind == "original" for e in session.editions_of(source)
        )
        self.set_enabled("remove_original", held and self._described())

    def _described(self) -> bool:
        """Whether a digest stays when the original is taken out."""
        column, session = self.column, self.session
        return (
            column is not None
            and session is not None
            and len(session.editions_of(column.source.id)) > 1
        )

    def add_original(self) -> None:
        """Add originals the reader chooses."""
        session = self.session
        if session is None:
            return
        names = ask_files(
            self.window,
            self.window.tr("Add the original"),
            self.start_folder(),
            self.window.tr("Texts (*.txt);;All files (*)"),
        )
        if names:
            self.add([Path(n) for n in names])

    def remove_original(self) -> None:
        """Take the active column's original out; every place in it stays known."""
        column, session = self.column, self.session
        if column is None or session is None:
            return
        for edition in session.editions_of(column.source.id):
            if edition.kind == "original":
                session.remove_original(edition)
                words = self.window.tr("The original of {source} was taken out. Undo puts it back.")
                self.window.inform(words.format(source=column.source.label))
                return

    def add(self, files: list[Path]) -> None:
        """Add files as originals, and say of each what became of it."""
        session = self.session
        assert session is not None
        said: list[str] = []
        refused: list[str] = []
        for file in files:
            try:
                edition, added = session.add_original(
                    file.name, read_original(session.corpus, file)
                )
            except CorpusError as error:
                refused.append(error_words(error))
                continue
            source = session.source(edition.source_id)
            label = source.label if source else edition.source_key
            words = (
                self.window.tr("{file} is the original of {source}; its column shows it now.")
                if added
                else self.window.tr("{file} is the original of {source}, which is there already.")
            )
            said.append(words.format(file=file.name, source=label))
        if refused:
            self.window.warn(" ".join([*refused[:MOST_TOLD], *self._more(refused), *said]))
        elif said:
            self.window.inform(" ".join(said))

    def _more(self, refused: list[str]) -> list[str]:
        more = len(refused) - MOST_TOLD
        return [self.window.tr("%n more file(s) were refused.", None, more)] if more > 0 else []
