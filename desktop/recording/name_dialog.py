"""Selected words as a name: another spelling of one that is known, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from db.corpus import Corpus
from db.corpus.names import KINDS, NameFields
from db.records import Change, Name, Spelling
from db.text.folding import fold
from db.text.language import detect_language
from desktop.dialogs.base import Dialog, Form, label
from desktop.dialogs.search_combo import SearchCombo
from desktop.recording.claim_edits import Edit
from desktop.recording.likeness import likeness, script_of
from desktop.session import Session
from desktop.widgets.flow_layout import FlowLayout

SUGGESTED = 0.72


@dataclass(frozen=True, slots=True)
class NameChoice:
    """A spelling for a name of the corpus, or for a new one (`name` None) of a kind."""

    spelling: Spelling
    name: Name | None
    kind: str


class NameDialog(Dialog):
    """The name that is most like the words is suggested; `keep(choice)` keeps what was chosen."""

    TOPIC = "recording"

    def __init__(
        self,
        session: Session,
        words: str,
        around: str,
        keep: Callable[[NameChoice], bool],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent, self.tr("Name"), width=520)
        self._keep = keep
        self._language = detect_language(around)
        self._names = {name.id: name for name in session.corpus.names.all()}
        self.spelling = QLineEdit(" ".join(words.split()), self)
        self.spelling.setAccessibleName(self.tr("Spelling"))
        self.existing = QRadioButton(self.tr("&another spelling of"), self)
        self.new = QRadioButton(self.tr("a &new name, of a"), self)
        self.name = SearchCombo(self.tr("Name"), self)
        self.kinds: dict[str, QRadioButton] = {}
        self.why = label("", kind="secondary")
        self._fill_form()
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Keep"))
        self.spelling.textChanged.connect(self._suggest)
        self.name.currentIndexChanged.connect(self._judge)
        self.existing.toggled.connect(self._judge)
        session.failed.connect(self.say)
        self._writable = not session.corpus.read_only
        self._suggest()
        (self.name if self.existing.isChecked() else self.new).setFocus()

    def _fill_form(self) -> None:
        kinds = QWidget(self)
        kinds.setAccessibleName(self.tr("Kind of name"))
        flow = FlowLayout(kinds, spacing=14)
        for kind in KINDS:
            button = QRadioButton(kind_words(kind), kinds)
            flow.addWidget(button)
            self.kinds[kind] = button
        self.kinds[KINDS[0]].setChecked(True)
        form = Form()
        form.add(self.tr("&Spelling"), self.spelling)
        form.add(self.tr("It is"), self.existing)
        form.add("", self.name)
        form.add("", self.why)
        form.add("", self.new)
        form.add("", kinds)
        self.box.addLayout(form)

    def _suggest(self) -> None:
        """Offer the names, the likest first."""
        typed = self.spelling.text()
        ranked = sorted(
            ((_likest(name, typed), name) for name in self._names.values()),
            key=lambda each: (-each[0], each[1].key),
        )
        self.name.fill([(_title(name), name.id) for _, name in ranked])
        likely = bool(ranked) and ranked[0][0] >= SUGGESTED
        self.existing.setEnabled(bool(ranked))
        (self.existing if likely else self.new).setChecked(True)
        self._judge()

    def _judge(self) -> None:
        typed, chosen = self.spelling.text().strip(), self._chosen()
        existing = self.existing.isChecked()
        self.name.setEnabled(existing)
        for button in self.kinds.values():
            button.setEnabled(not existing)
        known = [n for n in self._names.values() if any(s.text == typed for s in n.spellings)]
        words = ""
        if known:
            words = self.tr("This spelling is known: {name}.").format(name=_title(known[0]))
        elif existing and chosen is not None:
            spellings = ", ".join(s.text for s in chosen.spellings)
            words = self.tr("Known as {spellings}.").format(spellings=spellings)
        self.why.setText(words)
        same = existing and chosen is not None and chosen in known
        self.ok.setEnabled(self._writable and bool(typed) and not same)

    def _chosen(self) -> Name | None:
        chosen = self.name.choice()
        return self._names.get(chosen) if isinstance(chosen, int) else None

    def choice(self) -> NameChoice:
        """What the reader chose."""
        text = " ".join(self.spelling.text().split())
        spelling = Spelling(text, script_of(text), self._language)
        kind = next((k for k, button in self.kinds.items() if button.isChecked()), KINDS[0])
        return NameChoice(spelling, self._chosen() if self.existing.isChecked() else None, kind)

    def accept(self) -> None:
        """Keep the spelling; where it cannot be, stay."""
        self.say("")
        if self.ok.isEnabled() and self._keep(self.choice()):
            super().accept()


def _likest(name: Name, typed: str) -> float:
    folded = fold(typed.strip())
    if any(fold(s.text) == folded for s in name.spellings):
        return 2.0
    return max((likeness(typed, s.text) for s in name.spellings), default=0.0)


def _title(name: Name) -> str:
    first = name.spellings[0].text if name.spellings else name.key
    return f"{first} — {kind_words(name.kind)}"


def kind_words(kind: str) -> str:
    """A kind of name in the reader's words."""
    return {
        "person": QCoreApplication.translate("names", "person"),
        "place": QCoreApplication.translate("names", "place"),
        "body": QCoreApplication.translate("names", "body"),
        "thing": QCoreApplication.translate("names", "thing"),
    }.get(kind, kind)


def naming(choice: NameChoice) -> Edit:
    """The edit that adds a spelling to a name, or a new name."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        name = choice.name
        if name is None:
            return corpus.names.add(NameFields(choice.kind, (choice.spelling,)))
        spellings = (*name.spellings, choice.spelling)
        fields = NameFields(name.kind, spellings, name.note)
        return name.id, corpus.names.change(name.id, fields)

    return do
