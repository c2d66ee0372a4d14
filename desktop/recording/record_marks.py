"""What is recorded on words, marked in the columns: notes, ends of links, a link half made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject

from db.records import Change
from desktop.reading.column import Column
from desktop.reading.decoration import Mark, MarkStyle
from desktop.reading.reading_view import ReadingView
from desktop.reading.ribbon_plan import JoinedWords
from desktop.recording.anchored import Anchored, AnchorPlace, Joined
from desktop.recording.link_words import kind_words, turned_words
from desktop.recording.words import Words
from desktop.session import Session

SIGNS: Final = {
    "contradicts": "≠", "supports": "+", "repeats": "=", "updates": "→", "explains": "i",
}  # fmt: skip
DASHED: Final = "contradicts"


class RecordMarks(QObject):
    """Notes are always marked, the ends of links while ribbons are shown."""

    def __init__(self, session: Session, reading: ReadingView) -> None:
        super().__init__(reading)
        self._session = session
        self._reading = reading
        self._anchored: Anchored | None = None
        self._marks: dict[int, dict[int, list[Mark]]] = {}
        self._pairs: dict[tuple[int, int], list[JoinedWords]] = {}
        self._pending: Words | None = None
        self._known: list[Column] = []
        reading.ribbons.links = self._joined
        reading.ribbons.switched.connect(self._again)
        reading.box.arranged.connect(self._arranged)
        session.changed.connect(self._changed)
        self._arranged()

    @property
    def anchored(self) -> Anchored:
        """The links and notes of the corpus with their places."""
        if self._anchored is None:
            self._anchored = Anchored(self._session.corpus)
        return self._anchored

    def show_pending(self, words: Words | None) -> None:
        """Frame the words that a link is to begin at, or none."""
        self._pending = words
        self._again()

    def _arranged(self) -> None:
        columns = self._reading.columns
        for column in columns:
            if column not in self._known:
                column.marks.add(_Provider(self, column))
        self._known = columns

    def _changed(self, change: Change) -> None:
        if change.touches("link", "note", "anchor", "placement", "edition"):
            self._anchored = None
            self._pairs.clear()
            self._again()

    def _again(self) -> None:
        self._marks.clear()
        for column in self._reading.columns:
            column.marks.repaint()
        self._reading.ribbons.schedule()

    def marks(self, column: Column, passage: int) -> Sequence[Mark]:
        """The marks in a passage of a column."""
        shown = column.shown
        if shown is None or not 0 <= passage < len(shown.text):
            return ()
        edition = shown.edition.id
        if edition not in self._marks:
            self._marks[edition] = self._read(edition)
        return self._marks[edition].get(shown.passages.numbers[passage], ())

    def _read(self, edition: int) -> dict[int, list[Mark]]:
        found: dict[int, list[Mark]] = {}
        for place in self.anchored.note_places(edition):
            mark = Mark(place.start, place.end, MarkStyle.NOTE)
            found.setdefault(place.passage, []).append(mark)
        for place in self.anchored.link_places(edition) if self._reading.ribbons.is_on else ():
            mark = Mark(place.start, place.end, MarkStyle.LINK)
            found.setdefault(place.passage, []).append(mark)
        words = self._pending
        if words is not None and words.edition_id == edition:
            mark = Mark(words.start, words.end, MarkStyle.PENDING)
            found.setdefault(words.number, []).append(mark)
        return found

    def _joined(self, left: Column, right: Column) -> list[JoinedWords]:
        """The links between two columns of which one end at least is in sight."""
        if left.shown is None or right.shown is None:
            return []
        pair = left.shown.edition.id, right.shown.edition.id
        if pair not in self._pairs:
            self._pairs[pair] = [
                JoinedWords(
                    joined.one.start,
                    joined.one.end,
                    joined.other.start,
                    joined.other.end,
                    joined.link.kind == DASHED,
                    SIGNS.get(joined.link.kind, "·"),
                    self._words(joined),
                )
                for joined in self.anchored.joined(*pair)
            ]
        if not self._pairs[pair]:
            return []
        ours, theirs = _in_sight(left), _in_sight(right)
        return [
            j for j in self._pairs[pair]
            if (j.start < ours[1] and ours[0] < j.end)
            or (j.other_start < theirs[1] and theirs[0] < j.other_end)
        ]  # fmt: skip

    def _words(self, joined: Joined) -> str:
        """What joins what, as a sentence, and the note on it."""
        begins = joined.link.a_anchor_id == joined.one.anchor_id
        does = kind_words(joined.link.kind) if begins else turned_words(joined.link.kind)
        said = f"{self._address(joined.one)} {does} {self._address(joined.other)}"
        return "\n".join(filter(None, (said, joined.link.note)))

    def _address(self, place: AnchorPlace) -> str:
        source = self._session.source(place.source_id)
        return f"{source.letter if source else '?'}.{place.passage}"


def _in_sight(column: Column) -> tuple[int, int]:
    """The first and last code point of the passages of a column that are in sight."""
    seen = column.pane.visible_passages()
    if column.shown is None or not seen:
        return 0, 0
    text = column.shown.text
    return text.starts[seen[0]], text.ends[seen[-1]]


class _Provider:
    """Gives a column its marks."""

    def __init__(self, marks: RecordMarks, column: Column) -> None:
        self._marks, self._column = marks, column

    def __call__(self, passage: int) -> Sequence[Mark]:
        return self._marks.marks(self._column, passage)
