"""How two claims relate, as a person judges it against the program's rules; and their origin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from db.comparing.comparison import ComparedPair
from db.comparing.origins import propose_origins
from db.corpus import Corpus
from db.records import Change, ClaimRelation, Origin
from desktop.comparing.compared import Compared
from desktop.comparing.relating import by_weight, later_changes, rule_words
from desktop.comparing.saying_lines import SayingLines
from desktop.comparing.sayings import Saying
from desktop.comparing.wording import relation_name, value_words
from desktop.dialogs.base import Dialog, Form, RadioButton, label
from desktop.widgets.flow_layout import FlowLayout

NOT_SETTLED: Final = ""
LINES_SHOWN: Final = 8
ROOM: Final = 8


class JudgeDialog(Dialog):
    """Lists pairs of claims; asks how the chosen two relate, why, and whether they share an origin.

    `pairs` are those of one event and aspect; `first` is chosen at the start.
    """

    TOPIC = "comparing"

    def __init__(
        self,
        compared: Compared,
        pairs: Sequence[ComparedPair],
        parent: QWidget | None,
        *,
        first: ComparedPair | None = None,
    ) -> None:
        super().__init__(parent, self.tr("Judge how claims relate"), width=640)
        self._compared = compared
        self._pairs = by_weight(pairs)
        self._lines = SayingLines(compared)
        self._origins = self._read_origins()
        self._withdrawn = False
        self.list = QListWidget(self)
        self.one, self.other = label("", selectable=True), label("", selectable=True)
        self.proposal = label("", kind="secondary", selectable=True)
        self.relations = QButtonGroup(self)
        self.reason = QPlainTextEdit(self)
        self.origin = QComboBox(self)
        self.origin_hint = label("", kind="secondary")
        self._say_what_about()
        self._fill_list()
        self._fill_form()
        self.withdraw = self.add_button(
            self.tr("&Withdraw the judgement"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.withdraw.clicked.connect(self._withdraw)
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Judge"))
        self.list.currentRowChanged.connect(self._show)
        self.relations.idClicked.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.origin.currentIndexChanged.connect(self._check)
        at = self._pairs.index(first) if first in self._pairs else 0
        self.list.setCurrentRow(at)
        self._show()
        (self.list if first is None else self.reason).setFocus()

    def _read_origins(self) -> dict[tuple[int, int], Origin]:
        claims = {c.id: c for pair in self._pairs for c in (pair.a, pair.b)}
        found = propose_origins(self._compared.session.corpus, claims.values())
        return {(o.a_id, o.b_id): o for o in found}

    # What is shown

    def _say_what_about(self) -> None:
        claim = self._pairs[0].a
        event = self._compared.session.events_by_id[claim.event_id]
        aspect = self._compared.aspects[claim.aspect_id]
        self.box.addWidget(label(f"{event.title} · {aspect.title}", kind="title"))
        words = self.tr("Both claims stay as they are; only their relation is judged.")
        self.box.addWidget(label(words, kind="secondary"))

    def _fill_list(self) -> None:
        self.list.setAccessibleName(self.tr("Pairs of claims"))
        self.list.setMinimumHeight(self.list.fontMetrics().height() * LINES_SHOWN)
        for pair in self._pairs:
            words = self.tr("{pair}: {relation}").format(
                pair=self._pair_words(pair), relation=relation_name(pair.relation)
            )
            if pair.changed:
                words = self.tr("{words} (judged before a change)").format(words=words)
            elif pair.judgement is not None:
                words = self.tr("{words} (judged)").format(words=words)
            item = QListWidgetItem(words)
            item.setSizeHint(QSize(0, self.list.fontMetrics().height() + ROOM))
            self.list.addItem(item)
        self.box.addWidget(self.list, 1)

    def _pair_words(self, pair: ComparedPair) -> str:
        aspect = self._compared.aspects[pair.a.aspect_id]
        one, other = (
            f"{self._compared.places.address(claim)} {value_words(claim, aspect)}"
            for claim in (pair.a, pair.b)
        )
        return self.tr("{one} and {other}").format(one=one, other=other)

    def _fill_form(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(3)
        for words in (self.one, self.other, self.proposal):
            said.addWidget(words)
        self.box.addLayout(said)
        form = Form()
        form.add(self.tr("In your judgement"), self._relation_buttons())
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText(self.tr("Why, in your own words; others will read it"))
        self.reason.setFixedHeight(self.reason.fontMetrics().height() * 4)
        form.add(self.tr("&Reason"), self.reason)
        self.origin.setAccessibleName(self.tr("Origin"))
        for choice, value in (
            (self.tr("Not settled"), NOT_SETTLED),
            (self.tr("One origin: both rest on the same word or text"), "confirmed"),
            (self.tr("Two origins"), "rejected"),
        ):
            self.origin.addItem(choice, value)
        form.add(self.tr("&Origin"), self.origin)
        form.add("", self.origin_hint)
        self.box.addLayout(form)

    def _relation_buttons(self) -> QWidget:
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=12)
        for number, relation in enumerate(ClaimRelation):
            button = RadioButton(relation_name(relation), self)
            button.setAccessibleName(relation_name(relation))
            self.relations.addButton(button, number)
            flow.addWidget(button)
        return holder

    @property
    def pair(self) -> ComparedPair:
        """The pair that is judged."""
        return self._pairs[max(0, self.list.currentRow())]

    def _show(self) -> None:
        """Show the chosen pair as it now stands."""
        pair = self.pair
        for words, claim in ((self.one, pair.a), (self.other, pair.b)):
            aspect = self._compared.aspects[claim.aspect_id]
            address = self._compared.places.address(claim)
            said = self._lines.spoken(Saying((claim,)), aspect)
            words.setText(f"{address}: {said}" if address not in said else said)
        proposed = self.tr("The program proposes: {relation}. {rule}")
        told = proposed.format(
            relation=relation_name(pair.proposed), rule=rule_words(pair.proposal)
        )
        self.proposal.setText("\n".join((*later_changes(pair), told)))
        relation = pair.relation
        self.relations.setExclusive(False)
        for number, each in enumerate(ClaimRelation):
            self.relations.button(number).setChecked(each is relation)
        self.relations.setExclusive(True)
        self.reason.setPlainText(pair.judgement.reason if pair.judgement else "")
        self.withdraw.setEnabled(pair.judgement is not None)
        self.ok.setText(self.tr("&Judge again") if pair.changed else self.tr("&Judge"))
        self._show_origin()
        self._check()

    def _show_origin(self) -> None:
        known = self._known_origin()
        across = self.pair.a.source_id != self.pair.b.source_id
        self.origin.setEnabled(across)
        state = known.state if known is not None and known.state != "proposed" else NOT_SETTLED
        self.origin.setCurrentIndex(max(0, self.origin.findData(state)))
        hints = {
            "voice": self.tr("Proposed as one origin: both rest on the same voice."),
            "words": self.tr("Proposed as one origin: the passages share a long run of words."),
        }
        none = self.tr("Sources of one origin count once, when you have confirmed it.")
        same = self.tr("Two claims of one source count once anyway.")
        hint = hints.get(known.basis, none) if known else none
        if known is not None and self._was_one_voice(known):
            hint = self.tr("Confirmed as one voice; by now the two rest on different ones.")
        self.origin_hint.setText(hint if across else same)

    def _was_one_voice(self, known: Origin) -> bool:
        """Whether what was confirmed as one voice is none since a claim was changed."""
        same = self._compared.speakers.same_voice(self.pair.a, self.pair.b)
        return known.state == "confirmed" and known.basis == "voice" and not same

    def _known_origin(self) -> Origin | None:
        one, other = sorted((self.pair.a.id, self.pair.b.id))
        return self._origins.get((one, other))

    # What is decided

    def relation(self) -> ClaimRelation | None:
        """The relation chosen, None where none is."""
        number = self.relations.checkedId()
        return list(ClaimRelation)[number] if number >= 0 else None

    def _check(self) -> None:
        """Let the reader judge when there is something to judge, with a reason."""
        judges = self._judges()
        needs_reason = judges and not self.reason.toPlainText().strip()
        self.ok.setEnabled((judges and not needs_reason) or self._settles_origin())
        self.say("")

    def _judges(self) -> bool:
        pair, chosen = self.pair, self.relation()
        reason = self.reason.toPlainText().strip()
        if pair.judgement is None:
            return chosen is not None and (chosen is not pair.relation or bool(reason))
        if pair.changed:
            # To say the same again is to say it of the claims as they are now.
            return chosen is not None
        return chosen is not pair.judgement.relation or reason != pair.judgement.reason

    def _settles_origin(self) -> bool:
        known = self._known_origin()
        state = known.state if known is not None and known.state != "proposed" else NOT_SETTLED
        return self.origin.isEnabled() and self.origin.currentData() != state

    def _withdraw(self) -> None:
        self._withdrawn = True
        self.accept()

    def apply(self, corpus: Corpus) -> tuple[None, Change]:
        """Write what was decided, as one edit."""
        one, other = self.pair.a.id, self.pair.b.id
        if self._withdrawn:
            return None, corpus.judgements.withdraw(one, other)
        with corpus.edit("Judge claims") as pending:
            chosen = self.relation()
            if self._judges() and chosen is not None:
                corpus.judgements.settle(one, other, chosen, self.reason.toPlainText().strip())
            if self._settles_origin():
                self._write_origin(corpus, one, other)
        return None, pending.change

    def _write_origin(self, corpus: Corpus, one: int, other: int) -> None:
        state = self.origin.currentData()
        if state == NOT_SETTLED:
            corpus.origins.withdraw(one, other)
            return
        known = self._known_origin()
        basis = known.basis if known is not None else "reader"
        corpus.origins.settle(one, other, confirmed=state == "confirmed", basis=basis)
