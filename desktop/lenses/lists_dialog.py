"""The word lists: to read, to change, and to put back as they were shipped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.text.list_files import VAGUE, WordListError, remarks
from db.text.word_lists import LANGUAGES
from desktop.dialogs.base import Dialog, Form, label
from desktop.error_words import error_words, words_of
from desktop.lenses.list_words import (
    group_words,
    language_words,
    lines_of,
    list_words,
    state_words,
    table_with,
)
from desktop.lenses.reader_lists import LISTS, ReaderLists, group_names
from desktop.widgets.flow_layout import FlowLayout

Part = tuple[str, str, str]
"""Language, list, and the part of it that is shown."""


class ListsDialog(Dialog):
    """`renew` is called after every list that was kept or put back.

    What was typed and not yet saved is kept while the reader looks at other lists.
    """

    TOPIC = "lenses"

    def __init__(
        self, lists: ReaderLists, renew: Callable[[], None], parent: QWidget | None
    ) -> None:
        super().__init__(parent, self.tr("Word lists"), width=620)
        self._lists, self._renew = lists, renew
        self._typed: dict[Part, str] = {}
        self._warned = False
        self._add_said()
        self.language = self._combo(self.tr("Language"))
        self.list = self._combo(self.tr("List"))
        self.group = self._combo(self.tr("Part of the list"))
        self.remark = label("", kind="secondary")
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName(self.tr("Words of the list, one phrase in a line"))
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * 9)
        self.state = label("", kind="secondary")
        self._fill()
        self._add_buttons()
        self._connect()
        self._list_chosen()
        self.words.setFocus()

    def _add_said(self) -> None:
        said = self.tr(
            "Lenses and the claim form read by these lists. They measure words, not what a writer "
            "meant, and never who is right. One phrase in a line; * is any ending, ... up to three "
            "words between. Yours are kept in {folder}; changing them changes no claim."
        )
        self.box.addWidget(label(said.format(folder=self._lists.folder)))

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        return combo

    def _fill(self) -> None:
        for language in LANGUAGES:
            self.language.addItem(language_words(language), language)
        for name in LISTS:
            self.list.addItem(list_words(name), name)
        row = QGridLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(8)
        row.addWidget(self.language, 0, 0)
        row.addWidget(self.list, 0, 1)
        row.setColumnStretch(1, 1)
        form = Form()
        form.add(self.tr("&List"), row, self.list)
        self.group_name = form.add(self.tr("&Part"), self.group)
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self.remark, self.words, self.state):
            words.addWidget(widget, 1 if widget is self.words else 0)
        form.add(self.tr("&Words"), words, self.words)
        form.setRowStretch(form.rowCount() - 1, 1)
        self.box.addLayout(form, 1)

    def _add_buttons(self) -> None:
        row = QWidget(self)
        flow = FlowLayout(row, spacing=8)
        self.restore = QPushButton(self.tr("&Restore this list"), row)
        self.restore_all = QPushButton(self.tr("Restore &all lists"), row)
        self.folder = QPushButton(self.tr("&Open their folder"), row)
        self.folder.setToolTip(self.tr("Copies the lists into it that are not there yet"))
        for button in (self.restore, self.restore_all, self.folder):
            button.setAutoDefault(False)
            flow.addWidget(button)
        self.box.addWidget(row)
        self.leave = self.add_cancel(self.tr("&Close"))
        self.ok = self.add_accept(self.tr("&Save"))

    def _connect(self) -> None:
        self.language.currentIndexChanged.connect(self._list_chosen)
        self.list.currentIndexChanged.connect(self._list_chosen)
        self.group.currentIndexChanged.connect(self._show)
        self.words.textChanged.connect(self._edited)
        self.restore.clicked.connect(self._restore)
        self.restore_all.clicked.connect(self._restore_all)
        self.folder.clicked.connect(self._open)

    def part(self) -> Part:
        """What is shown."""
        return self.language.currentData(), self.list.currentData(), self.group.currentData()

    def choose(self, language: str, name: str, group: str) -> None:
        """Show another part of a list."""
        self.language.setCurrentIndex(self.language.findData(language))
        self.list.setCurrentIndex(self.list.findData(name))
        self.group.setCurrentIndex(self.group.findData(group))

    def _list_chosen(self) -> None:
        language, name = self.language.currentData(), self.list.currentData()
        before = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        for group in group_names(language, name, self._lists.lists.table(language, name)):
            self.group.addItem(group_words(name, group), group)
        self.group.setCurrentIndex(max(0, self.group.findData(before)))
        self.group.blockSignals(False)
        for widget in (self.group, self.group_name):
            widget.setVisible(self.group.count() > 1)
        self._show()

    def _show(self) -> None:
        language, name, group = self.part()
        source = self._lists.source(language, name)
        self.remark.setText(remarks(source).get(group, "") if name != VAGUE else _vague_remark())
        self.remark.setVisible(bool(self.remark.text()))
        self.words.blockSignals(True)
        self.words.setPlainText(self._typed.get(self.part(), self._kept(self.part())))
        self.words.blockSignals(False)
        self._judge()

    def _kept(self, part: Part) -> str:
        language, name, group = part
        return lines_of(self._lists.lists.table(language, name), name, group)

    def _edited(self) -> None:
        part, text = self.part(), self.words.toPlainText()
        if text == self._kept(part):
            self._typed.pop(part, None)
        else:
            self._typed[part] = text
        self._warned = False
        self._judge()

    def _judge(self) -> None:
        language, name, _ = self.part()
        state = self._lists.state(language, name)
        said = (
            f"{state_words(state)} — {words_of(state.problem)}"
            if state.problem
            else state_words(state)
        )
        unsaved = self.tr("changed, not saved yet")
        self.state.setText(unsaved if self.part() in self._typed else said)
        self.ok.setEnabled(bool(self._typed))
        self.restore.setEnabled(state.is_changed or state.is_copied)
        self.restore_all.setEnabled(any(s.is_changed or s.is_copied for s in self._lists.states()))

    def accept(self) -> None:
        """Keep every list that was changed; one that cannot be used is shown and refused."""
        self.say("")
        for part in list(self._typed):
            if not self._keep(part):
                return
        self._show()
        self.words.setFocus()

    def _keep(self, part: Part) -> bool:
        language, name, group = part
        table = self._lists.lists.table(language, name)
        try:
            # Written once and read again: what is kept is what will be read.
            self._lists.save(language, name, table_with(table, name, group, self._typed[part]))
        except WordListError as error:
            self.choose(*part)
            self.say(self.tr("Not saved. {reason}").format(reason=error_words(error)))
            return False
        except OSError as error:
            self._say_os(error)
            return False
        del self._typed[part]
        self._renew()
        return True

    def _restore(self) -> None:
        language, name, _ = self.part()
        self._typed = {p: t for p, t in self._typed.items() if p[:2] != (language, name)}
        self._try(lambda: self._lists.restore(language, name))

    def _restore_all(self) -> None:
        self._typed.clear()
        self._try(self._lists.reset)

    def _open(self) -> None:
        self._try(self._lists.copy_missing)
        if not self.error.text():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._lists.folder)))

    def _try(self, do: Callable[[], None]) -> None:
        self.say("")
        try:
            do()
        except OSError as error:
            self._say_os(error)
        self._renew()
        self._list_chosen()

    def _say_os(self, error: OSError) -> None:
        words = self.tr("The folder {folder} cannot be written: {reason}. Nothing was lost.")
        self.say(words.format(folder=self._lists.folder, reason=error.strerror))

    def reject(self) -> None:
        """Close; with something not saved only when asked twice."""
        if self._typed and not self._warned:
            self._warned = True
            names = ", ".join(dict.fromkeys(list_words(name) for _, name, _ in self._typed))
            said = self.tr(
                "Not saved yet: {lists}. Save, or close again to leave them as they were."
            )
            self.say(said.format(lists=names))
            return
        super().reject()


def _vague_remark() -> str:
    return QCoreApplication.translate(
        "lenses", "With the least and the greatest number it stands for in comparisons."
    )
