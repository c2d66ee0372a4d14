"""Making a link: words in one column, then words in another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db.corpus import Corpus
from db.records import Change
from desktop.reading.column import Column
from desktop.reading.pane import Pane
from desktop.reading.reading_view import ReadingView
from desktop.recording.claim_edits import Edit
from desktop.recording.link_dialog import LinkDialog
from desktop.recording.record_marks import RecordMarks
from desktop.recording.words import Words, words_at_hand
from desktop.session import Session

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Linking(QObject):
    """Keeps the first words until there are second ones; Escape lets go of them."""

    began = Signal(object)
    """The first Words are chosen."""
    ended = Signal()
    """The link was made, or given up."""
    refused = Signal(str)
    """A sentence for the reader."""

    def __init__(self, session: Session, reading: ReadingView, marks: RecordMarks) -> None:
        super().__init__(reading)
        self._session, self._reading, self._marks = session, reading, marks
        self._first: Words | None = None
        self._watched: set[Pane] = set()

    @property
    def first(self) -> Words | None:
        """The words that a link is to begin at."""
        return self._first

    def press(self, column: Column) -> None:
        """Take the words at hand as the first ones, or join them to the first ones.

        The same words again give the link up.
        """
        words = words_at_hand(column)
        if words is None:
            return
        if self._first is None:
            self.begin(words)
        elif words == self._first or (
            not words.selected and words.source.id == self._first.source.id
        ):
            self.give_up()
        else:
            self.join(self._first, words)

    def begin(self, words: Words) -> None:
        """Keep the first words of a link and mark them."""
        self._first = words
        self._marks.show_pending(words)
        for column in self._reading.columns:
            if column.pane not in self._watched:
                column.pane.installEventFilter(self)
                self._watched.add(column.pane)
        self.began.emit(words)

    def give_up(self) -> None:
        """Let go of the first words."""
        if self._first is not None:
            self._first = None
            self._marks.show_pending(None)
            self.ended.emit()

    def join(self, one: Words, other: Words) -> None:
        """Ask what the first words do to the second, and keep the link."""
        if one.source.id == other.source.id:
            sentence = self.tr(
                "A link joins words of two sources, and both are in {source}. Select words in "
                "another column and press L, or Escape to give up."
            )
            self.refused.emit(sentence.format(source=one.source.label))
            return

        def keep(kind: str, note: str) -> bool:
            return self._session.perform(linking(one, other, kind, note)) is not None

        ends = (one.address, one.text), (other.address, other.text)
        if LinkDialog(self._session, ends, keep, _window(self._reading)).exec():
            self._reading.set_ribbons(True)
        self.give_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter joins, Escape gives up, as long as there are first words."""
        if (
            self._first is not None
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            column = next((c for c in self._reading.columns if c.pane is watched), None)
            if event.key() == Qt.Key.Key_Escape:
                self.give_up()
                return True
            if event.key() in _ENTER and column is not None:
                self.press(column)
                return True
        return super().eventFilter(watched, event)


def _window(widget: QWidget) -> QWidget:
    return widget.window()


def linking(one: Words, other: Words, kind: str, note: str) -> Edit:
    """The edit that joins words of two sources."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return corpus.links.add(
            (one.edition_id, one.start, one.end),
            (other.edition_id, other.start, other.end),
            kind,
            note,
        )

    return do
