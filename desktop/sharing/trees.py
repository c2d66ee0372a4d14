"""Two lists to tick: the persons with their pseudonyms, and the forms that may be theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from db.sharing.previewing import FormFound, Preview
from db.sharing.request import Form
from db.text.folding import fold
from desktop.sharing.words import kind_words, where_words
from desktop.widgets.plain import plain_tooltip

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
KEY: Final = int(Qt.ItemDataRole.UserRole)
PSEUDONYM: Final = 1


class _Tree(QTreeWidget):
    """Rows to tick with Space; Return is the dialog's."""

    ticked_changed = Signal()

    def __init__(self, name: str, heads: Sequence[str], lines: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setHeaderLabels(list(heads))
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Return to the dialog."""
        editing = self.state() is QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def rows(self) -> list[QTreeWidgetItem]:
        """Every row."""
        found = (self.topLevelItem(i) for i in range(self.topLevelItemCount()))
        return [row for row in found if row is not None]

    def sizeHint(self) -> QSize:
        """As many lines as it was made for."""
        return QSize(680, (self.fontMetrics().lineSpacing() + 8) * self._lines)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(320, (self.fontMetrics().lineSpacing() + 8) * 3)


class PersonTree(_Tree):
    """Every person of the corpus; the pseudonym is typed into the row (F2)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", (), 7, parent)
        self.setAccessibleName(self.tr("Persons"))
        self.setHeaderLabels([self.tr("Person"), self.tr("Pseudonym"), self.tr("Named")])
        self.setItemDelegate(_Pseudonyms(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.itemChanged.connect(self._changed)

    def show_persons(self, persons: Sequence[tuple[str, str]]) -> None:
        """Show persons by key and name, all ticked."""
        self.blockSignals(True)
        for key, title in persons:
            row = QTreeWidgetItem([title, "", ""])
            row.setData(0, KEY, key)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
            row.setCheckState(0, CHECKED)
            row.setToolTip(0, plain_tooltip(title))
            self.addTopLevelItem(row)
        self.blockSignals(False)
        width = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate((38, 26)):
            self.setColumnWidth(column, width * letters)
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def show_preview(self, preview: Preview) -> None:
        """Show pseudonyms where the reader gave none, and how often each person is named."""
        found = {p.key: (p, c) for p, c in zip(preview.persons, preview.counts, strict=True)}
        self.blockSignals(True)
        for row in self.rows():
            person, count = found.get(str(row.data(0, KEY)), (None, 0))
            row.setText(2, str(count) if person is not None else "")
            if person is not None and not row.data(PSEUDONYM, KEY):
                row.setText(PSEUDONYM, person.pseudonym)
        self.blockSignals(False)

    def set_pseudonyms(self, pseudonyms: dict[str, str]) -> None:
        """Take pseudonyms from a key, by the names' keys."""
        self.blockSignals(True)
        for row in self.rows():
            pseudonym = pseudonyms.get(str(row.data(0, KEY)), "")
            if pseudonym:
                row.setText(PSEUDONYM, pseudonym)
                row.setData(PSEUDONYM, KEY, True)
        self.blockSignals(False)
        self.ticked_changed.emit()

    def filter(self, words: str) -> None:
        """Show the persons whose name or pseudonym has some words; ticks stay."""
        needle = fold(words.strip())
        for row in self.rows():
            texts = (row.text(0), row.text(PSEUDONYM))
            row.setHidden(not any(needle in fold(text) for text in texts))

    def tick_all(self, on: bool) -> None:
        """Tick every person that is shown, or none of them."""
        self.blockSignals(True)
        for row in (each for each in self.rows() if not each.isHidden()):
            row.setCheckState(0, CHECKED if on else UNCHECKED)
        self.blockSignals(False)
        self.viewport().update()
        self.ticked_changed.emit()

    def chosen(self) -> tuple[str, ...]:
        """The keys of the persons ticked."""
        return tuple(str(r.data(0, KEY)) for r in self.rows() if r.checkState(0) is CHECKED)

    def shown(self) -> dict[str, str]:
        """The pseudonyms as they stand, by key."""
        return {str(row.data(0, KEY)): row.text(PSEUDONYM) for row in self.rows()}

    def own(self) -> dict[str, str]:
        """The pseudonyms the reader gave, by key."""
        return {
            str(row.data(0, KEY)): row.text(PSEUDONYM)
            for row in self.rows()
            if row.data(PSEUDONYM, KEY) and row.text(PSEUDONYM).strip()
        }

    def _changed(self, row: QTreeWidgetItem, column: int) -> None:
        if column == PSEUDONYM:
            self.blockSignals(True)
            row.setData(PSEUDONYM, KEY, bool(row.text(PSEUDONYM).strip()))
            self.blockSignals(False)
        self.ticked_changed.emit()


class _Pseudonyms(QStyledItemDelegate):
    """Lets only the pseudonym be typed."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """A field for the pseudonym; F2 in another cell opens it too."""
        if index.column() != PSEUDONYM:
            tree = self.parent()
            assert isinstance(tree, QTreeWidget)
            item = tree.itemFromIndex(index)
            tree.editItem(item, PSEUDONYM)
            return None  # type: ignore[return-value]
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Pseudonym"))
        return editor


class FormTree(_Tree):
    """Forms that the corpus does not list; what is ticked is replaced as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", (), 8, parent)
        self.setAccessibleName(self.tr("Other forms that may be theirs"))
        self.setHeaderLabels(
            [self.tr("Form"), self.tr("Why"), self.tr("Times"), self.tr("Where"), self.tr("Words")]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._forms: list[FormFound] = []
        self._decided: dict[Form, bool] = {}
        self.itemChanged.connect(self._changed)

    def show_forms(self, forms: Sequence[FormFound], names: dict[str, str]) -> None:
        """Show other forms; what the reader has decided stays decided."""
        self._forms = list(forms)
        self.blockSignals(True)
        self.clear()
        for found in forms:
            known = " / ".join(names.get(person, person) for person in found.persons)
            whose = f"{kind_words(found.form.kind)}: {known}"
            where = ", ".join(dict.fromkeys(where_words(place) for place in found.places))
            texts = [found.written, whose, str(found.count), where, found.context]
            row = QTreeWidgetItem([" ".join(text.split()) for text in texts])
            ticked = self._decided.get(found.form, found.is_likely)
            row.setCheckState(0, CHECKED if ticked else UNCHECKED)
            for column, text in enumerate(texts):
                row.setToolTip(column, plain_tooltip(text))
            self.addTopLevelItem(row)
        width = self.fontMetrics().averageCharWidth()
        for column, letters in enumerate((19, 27, 7, 15)):
            self.setColumnWidth(column, width * letters)
        self.blockSignals(False)

    def chosen(self) -> frozenset[Form]:
        """The forms ticked."""
        return frozenset(
            found.form
            for row, found in zip(self.rows(), self._forms, strict=True)
            if row.checkState(0) is CHECKED
        )

    def _changed(self, row: QTreeWidgetItem, column: int) -> None:
        form = self._forms[self.indexOfTopLevelItem(row)].form
        self._decided[form] = row.checkState(0) is CHECKED
        self.ticked_changed.emit()
