"""One claim: what words say about an event, how surely, and on whose word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from db.records import Claim, Time
from db.text.word_lists import SHIPPED, WordLists
from desktop.dialogs.base import Dialog, Form, label, theme_of
from desktop.dialogs.mention_dialog import shortened
from desktop.dialogs.search_combo import SearchCombo
from desktop.dialogs.time_words import time_words
from desktop.recording.claim_edits import Draft, fields_of, problem
from desktop.recording.claim_filling import Filling
from desktop.recording.claim_form import ClaimForm
from desktop.recording.figure_words import figure_words
from desktop.recording.guessing import AspectGuesser
from desktop.recording.proposal import Proposal, propose
from desktop.recording.words import Words
from desktop.session import Session
from desktop.theme import reading_font

MOST_QUOTED = 320


class ClaimDialog(Dialog):
    """Begins with what is read from the words, or with a claim; `keep` is called to keep it.

    `keep` makes the edit and tells whether it was made; until it is, the dialog stays.
    """

    TOPIC = "recording"

    def __init__(
        self,
        session: Session,
        words: Words,
        guesser: AspectGuesser,
        keep: Callable[[Draft], bool],
        parent: QWidget | None,
        *,
        claim: Claim | None = None,
        lists: WordLists = SHIPPED,
    ) -> None:
        title = self.tr("Edit claim {key}").format(key=claim.key) if claim else self.tr("New claim")
        super().__init__(parent, title, width=660)
        self._session, self._words, self._claim, self._keep = session, words, claim, keep
        reported = words.reported(session)
        self.form = ClaimForm(session, first_day(reported), self)
        self._add_words(reported)
        self.figures = SearchCombo(self.tr("Figure read in the words"), self)
        self._figures_row = QWidget(self)
        self._proposal: Proposal | None = None
        self._filling: Filling | None = None
        self.box.addWidget(self._figures_row)
        self.box.addWidget(self.form, 1)
        if claim is None:
            self._propose(guesser, reported, lists)
        else:
            self._figures_row.hide()
            self.form.mention.hide()
            self.form.show_claim(fields_of(claim), claim.voices)
        self._add_buttons()
        self.form.event_choice.currentIndexChanged.connect(self._offer_mention)
        self.form.new_aspect_requested.connect(self._new_aspect)
        self.form.new_event_requested.connect(self._new_event)
        session.failed.connect(self.say)

    def _add_words(self, reported: Time) -> None:
        quoted = label(shortened(self._words.text, MOST_QUOTED), parent=self)
        quoted.setFont(reading_font(theme_of(self.parentWidget())))
        quoted.setAccessibleName(self.tr("The words: {words}").format(words=self._words.text))
        self.box.addWidget(quoted)
        when = time_words(reported) if reported else ""
        place = f"{self._words.source.label} · {self._words.address}"
        said = self.tr("reported {time}").format(time=when) if when else ""
        self.box.addWidget(label(" · ".join(filter(None, (place, said))), kind="secondary"))

    def _propose(self, guesser: AspectGuesser, reported: Time, lists: WordLists) -> None:
        session, day = self._session, first_day(reported)
        voices = session.corpus.voices.all()
        used = self._voices_here()
        self._proposal = propose(self._words, voices, used, day.year if day else None, lists)
        self.form.event_choice.choose(session.selection.event_id)
        self._filling = Filling(self.form, self._proposal, self._words.text, guesser)
        figures = self._proposal.figures
        self._filling.fill(figures[0] if figures else None)
        self._offer_figures()
        self._offer_mention()

    def _voices_here(self) -> set[int]:
        """Who is quoted in the passage by other claims."""
        claims = {c.id: c.voices for c in self._session.corpus.claims.all()}
        placed = self._session.corpus.claims.placements(self._words.edition_id)
        here = (p.claim_id for p in placed if p.passage == self._words.number)
        return {voice for claim_id in here for voice in claims[claim_id]}

    def _offer_figures(self) -> None:
        """Where the words hold several figures, one claim is made of one of them."""
        assert self._proposal is not None
        figures = self._proposal.figures
        self._figures_row.setVisible(len(figures) > 1)
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.add(self.tr("&Figure"), self.figures)
        self._figures_row.setLayout(form)
        lines = [
            (f"“{f.words}” — {figure_words(f.min, f.max, f.vague, f.unit)}", number)
            for number, f in enumerate(figures)
        ]
        self.figures.fill([*lines, (self.tr("none of these: not about a figure"), None)], 0)
        self.figures.currentIndexChanged.connect(self._figure_chosen)

    def _figure_chosen(self) -> None:
        if self._filling is not None and self._proposal is not None:
            number = self.figures.choice()
            chosen = self._proposal.figures[number] if isinstance(number, int) else None
            self._filling.fill(chosen)

    def _offer_mention(self) -> None:
        """A claim on words that do not yet speak of its event would stand where nobody looks."""
        if self._claim is None:
            event = self.form.event_choice.choice()
            self.form.mention.setVisible(event not in self._events_here())
            self.form.mention.setChecked(True)

    def _events_here(self) -> set[int]:
        placed = self._session.corpus.mentions.in_edition(self._words.edition_id)
        return {m.event_id for m in placed if m.passage == self._words.number}

    def _add_buttons(self) -> None:
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Save") if self._claim else self.tr("&Record claim"))
        self.ok.setEnabled(not self._session.corpus.read_only)

    def _new_event(self) -> None:
        from desktop.dialogs.event_dialog import EventDialog

        choice = self.form.event_choice
        typed = choice.currentText() if choice.findText(choice.currentText()) < 0 else ""
        dialog = EventDialog(self._session, self, title=typed, mention=False)
        made: list[int] = []

        def keep() -> bool:
            event = self._session.perform(lambda corpus: corpus.events.add(dialog.fields()))
            made.extend([event] if event is not None else [])
            return event is not None

        self._session.failed.connect(dialog.say)
        dialog.until_kept(keep)
        if dialog.exec() and made:
            self.form.refill_events(made[-1])
            self._offer_mention()
            choice.setFocus()

    def _new_aspect(self) -> None:
        from desktop.recording.aspect_dialog import AspectDialog

        unit = self.form.value.figure.unit.currentText().strip()
        dialog = AspectDialog(self._session, self, unit=unit)
        if dialog.exec() and dialog.made is not None:
            self.form.refill_aspects(dialog.made)
            self.form.aspect_choice.setFocus()

    def draft(self) -> Draft:
        """What the form says."""
        return self.form.draft(self._claim.status if self._claim else "accepted")

    def accept(self) -> None:
        """Keep the claim; where it cannot be, say why and stay."""
        sentence = self.form.problem()
        if not sentence:
            sentence = problem(self._session.corpus, self.draft(), self._words.source.id)
        self.say(sentence)
        if not sentence and self._keep(self.draft()):
            super().accept()


def first_day(time: Time) -> date | None:
    """The first date a time names."""
    for end in time.edtf.split("/"):
        try:
            return date.fromisoformat(end[:10])
        except ValueError:
            continue
    return None
