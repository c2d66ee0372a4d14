"""The references of a file with what each would change; what is ticked is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from db.citing.matching import FieldChange, Match
from db.citing.taking_in import Choice, label_of
from desktop.citing.words import field_words, match_words
from desktop.widgets.plain import plain_tooltip

MOST_LETTERS = 200
LINES = 12
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ReferenceTree(QTreeWidget):
    """A row for each reference; below one that is about a source, a row for each change.

    Ticked from the beginning is what fills an empty field. What would overwrite something, and
    references that no source here is about, the reader ticks.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matches: list[Match] = []
        self._repeats: set[int] = set()
        heads = [self.tr("Reference"), self.tr("Now"), self.tr("In the file")]
        self.setHeaderLabels(heads)
        self.setAccessibleName(self.tr("References of the file"))
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.itemChanged.connect(self._changed)

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show other references."""
        self.blockSignals(True)
        self.clear()
        self._matches = list(matches)
        self._repeats = _repeats(self._matches)
        self.addTopLevelItems([self._row(n, match) for n, match in enumerate(self._matches)])
        self.expandAll()
        for column, letters in enumerate((34, 30)):
            self.setColumnWidth(column, self.fontMetrics().averageCharWidth() * letters)
        self.blockSignals(False)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _row(self, number: int, match: Match) -> QTreeWidgetItem:
        title = match.entry.fields.get("title", "").strip() or label_of(match.entry)
        words = match_words(match)
        if number in self._repeats and match.source is None:
            words = self.tr("the same as one above")
        row = _item(title, words, self._left(match))
        if match.source is None:
            row.setCheckState(0, _UNCHECKED)
        for change in match.changes:
            child = _item(field_words(change.name), change.now or "—", change.brought)
            fills = not change.overwrites and not match.also
            child.setCheckState(0, _CHECKED if fills else _UNCHECKED)
            row.addChild(child)
        return row

    def _left(self, match: Match) -> str:
        if not match.entry.left:
            return ""
        return self.tr("not kept: {names}").format(names=", ".join(match.entry.left))

    def choices(self) -> list[Choice]:
        """What is ticked."""
        return [choice for choice in self._choices() if choice.changes or not choice.match.source]

    def _choices(self) -> Iterator[Choice]:
        for number, match in enumerate(self._matches):
            row = self.topLevelItem(number)
            if row is None:
                continue
            if match.source is None:
                if row.checkState(0) is _CHECKED:
                    yield Choice(match)
            else:
                yield Choice(match, tuple(_ticked(row, match.changes)))

    def tick_all(self, on: bool) -> None:
        """Tick everything but what the file has twice, or nothing."""
        state = _CHECKED if on else _UNCHECKED
        self.blockSignals(True)
        for number, match in enumerate(self._matches):
            row = self.topLevelItem(number)
            if row is not None and match.source is None:
                row.setCheckState(0, _UNCHECKED if number in self._repeats else state)
            for place in range(len(match.changes)):
                if row is not None and (child := row.child(place)) is not None:
                    child.setCheckState(0, state)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked_changed.emit()

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        self.ticked_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A dozen lines."""
        return QSize(640, (self.fontMetrics().lineSpacing() + 8) * LINES)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(320, (self.fontMetrics().lineSpacing() + 8) * 3)


def _repeats(matches: Sequence[Match]) -> set[int]:
    """The numbers of references that say just what one before them says."""
    seen: set[tuple[object, ...]] = set()
    found = set()
    for number, match in enumerate(matches):
        entry = match.entry
        fields = {name: value for name, value in entry.fields.items() if name != "key"}
        said = (*sorted(fields.items()), entry.url, entry.doi)
        if said in seen:
            found.add(number)
        seen.add(said)
    return found


def _ticked(row: QTreeWidgetItem, changes: Sequence[FieldChange]) -> Iterator[FieldChange]:
    for place, change in enumerate(changes):
        child = row.child(place)
        if child is not None and child.checkState(0) is _CHECKED:
            yield change


def _item(*texts: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([" ".join(text[:MOST_LETTERS].split()) for text in texts])
    for column, text in enumerate(texts):
        item.setToolTip(column, plain_tooltip(text[: MOST_LETTERS * 10]))
    return item
