"""The mentions in one passage: to give them another event or relation, or to delete them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidgetItem,
    QWidget,
)

from db.corpus import Corpus
from db.records import Change, Placement, Relation
from desktop.dialogs.base import Dialog, Form, label, theme_of
from desktop.dialogs.mention_dialog import shortened
from desktop.dialogs.relation_choice import RelationChoice, relation_name
from desktop.dialogs.search_combo import SearchCombo
from desktop.reading.source_text import EditionText
from desktop.session import Session
from desktop.theme import reading_font
from desktop.widgets.rows_table import RowsTable


class MentionsDialog(Dialog):
    """Every change is made at once, and can be undone here or later."""

    TOPIC = "editing"

    def __init__(
        self,
        session: Session,
        edition_text: EditionText,
        passage_index: int,
        parent: QWidget | None,
    ) -> None:
        text = edition_text.text
        known = 0 <= passage_index < len(text)
        address = text.addresses[passage_index] if known else ""
        title = self.tr("Mentions in {address}").format(address=address)
        super().__init__(parent, title, width=640)
        self._session, self._shown = session, edition_text
        self._number = edition_text.passages.numbers[passage_index] if known else -1
        self._undo_from = session.undo_stack.index()
        self._mentions: list[Placement] = []
        words = label(shortened(text.passage_text(passage_index), 260) if known else "")
        words.setFont(reading_font(theme_of(parent)))
        self.box.addWidget(words)
        self.table = _Table(self)
        self.box.addWidget(self.table, 1)
        self.empty = label(
            self.tr("No event is marked in this passage. E marks one."), kind="secondary"
        )
        self.box.addWidget(self.empty)
        self.event_choice = SearchCombo(self.tr("Event"), self)
        self.relation_choice = RelationChoice(parent=self)
        self.delete = QPushButton(self.tr("Delete this &mention"), self)
        self.editor = self._editor()
        self.box.addWidget(self.editor)
        self._add_buttons()
        self._connect()
        self.refill()

    def _editor(self) -> QWidget:
        editor = QWidget(self)
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.add(self.tr("&Event"), self.event_choice)
        form.add(self.tr("These words"), self.relation_choice)
        row = QHBoxLayout()
        note = label(self.tr("A mention holds in every edition of its source."), kind="secondary")
        row.addWidget(note, 1)
        row.addWidget(self.delete)
        form.add("", row)
        editor.setLayout(form)
        return editor

    def _add_buttons(self) -> None:
        self.undo = self.add_button(self.tr("&Undo"), QDialogButtonBox.ButtonRole.ResetRole)
        self.done_button = self.add_cancel(self.tr("&Close"))
        self.done_button.setDefault(True)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.event_choice.activated.connect(self._change)
        self.relation_choice.chosen.connect(self._change)
        self.delete.clicked.connect(self._delete)
        self.undo.clicked.connect(self._undo)
        for keys, do in (
            (QKeySequence.StandardKey.Undo, self._undo),
            ("Ctrl+Delete", self._delete),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        QShortcut(QKeySequence("Delete"), self.table).activated.connect(self._delete)
        self._session.changed.connect(self.refill)
        self._session.undo_stack.indexChanged.connect(self._show_undo)
        self._session.failed.connect(self.say)

    def refill(self) -> None:
        """Read the passage's mentions anew."""
        chosen = self.mention()
        edition = self._shown.edition.id
        found = self._session.corpus.mentions.in_edition(edition)
        self._mentions = [m for m in found if m.passage == self._number]
        self.event_choice.fill([(e.title, e.id) for e in self._session.events])
        self.table.fill([self._row(m) for m in self._mentions])
        ids = [m.mention_id for m in self._mentions]
        row = ids.index(chosen.mention_id) if chosen and chosen.mention_id in ids else 0
        if ids:
            self.table.selectRow(row)
        self._show_chosen()

    def mention(self) -> Placement | None:
        """The mention chosen in the table."""
        row = self.table.currentRow()
        return self._mentions[row] if 0 <= row < len(self._mentions) else None

    def _row(self, mention: Placement) -> tuple[str, str, str]:
        event = self._session.events_by_id.get(mention.event_id)
        text = self._shown.text
        words = text.text[mention.start : mention.end]
        at = text.passage_at(mention.start)
        if (mention.start, mention.end) == (text.starts[at], text.ends[at]):
            words = self.tr("the whole passage")
        return (
            event.title if event else "",
            relation_name(mention.relation),
            " ".join(words.split()),
        )

    def _show_chosen(self) -> None:
        mention = self.mention()
        writable = mention is not None and not self._session.corpus.read_only
        self.table.setVisible(bool(self._mentions))
        self.editor.setVisible(mention is not None)
        self.empty.setVisible(mention is None)
        self.editor.setEnabled(writable)
        self._show_undo()
        if mention is not None:
            self.event_choice.choose(mention.event_id)
            self.relation_choice.choose(mention.relation)

    def _show_undo(self) -> None:
        """What was done before this dialog is not for it to undo."""
        self.undo.setEnabled(self._session.undo_stack.index() > self._undo_from)

    def _change(self) -> None:
        mention = self.mention()
        event, relation = self.event_choice.choice(), self.relation_choice.relation()
        if mention is None or not isinstance(event, int):
            return
        if (event, relation) != (mention.event_id, mention.relation):
            self._perform(_changing(mention.mention_id, event, relation))

    def _delete(self) -> None:
        mention = self.mention()
        if mention is not None and self.editor.isEnabled():
            self._perform(_deleting(mention.mention_id))

    def _undo(self) -> None:
        if self.undo.isEnabled():
            self.say("")
            self._session.undo()

    def _perform(self, do: Callable[[Corpus], tuple[int, Change]]) -> None:
        self.say("")
        if self._session.perform(do) is None:
            # It was not made: show again what is true.
            self._show_chosen()


def _changing(
    mention: int, event: int, relation: Relation
) -> Callable[[Corpus], tuple[int, Change]]:
    def do(corpus: Corpus) -> tuple[int, Change]:
        return mention, corpus.mentions.change(mention, event_id=event, relation=relation)

    return do


def _deleting(mention: int) -> Callable[[Corpus], tuple[int, Change]]:
    def do(corpus: Corpus) -> tuple[int, Change]:
        return mention, corpus.mentions.delete([mention])

    return do


class _Table(RowsTable):
    """Rows to choose from, not to edit."""

    def __init__(self, parent: QWidget) -> None:
        heads = [self.tr("Event"), self.tr("How"), self.tr("Words")]
        super().__init__(self.tr("Mentions in this passage"), heads, parent)
        head = self.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def fill(self, rows: list[tuple[str, str, str]]) -> None:
        """Show other rows."""
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                self.setItem(at, column, item)
        self.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 32)
        self.blockSignals(False)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """High enough for its rows, up to eight."""
        return QSize(480, self.height_of(max(2, min(8, self.rowCount()))))

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(240, self.height_of(2))
