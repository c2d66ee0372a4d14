"""Why a source is silent on an event: what the dates show, and what the reader has found."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from db.comparing.silence import SILENT_STATE, Coverage, Span, coverage_of, derive_silence
from db.records import Event, Review, Silence, Time
from db.text.zones import ZoneStatus
from desktop.dialogs.base import Dialog, Form, RadioButton, label
from desktop.dialogs.time_words import instant_words, time_words
from desktop.reading.silence_words import silence_words
from desktop.session import Session

NOT_LOOKED: Final = "not-looked"
Choice = tuple[str, Silence | None]

CHOICES: Final[tuple[Choice, ...]] = (
    (NOT_LOOKED, None),
    (SILENT_STATE, None),
    (SILENT_STATE, Silence.SILENT),
    (SILENT_STATE, Silence.OUT_OF_SCOPE),
    (SILENT_STATE, Silence.NOT_PUBLISHED),
    (SILENT_STATE, Silence.NO_FIGURE),
)


class SilenceDialog(Dialog):
    """Asks what the reader found where a source has no passage on an event."""

    TOPIC = "silences"

    def __init__(
        self, session: Session, event_id: int, source_id: int, parent: QWidget | None
    ) -> None:
        super().__init__(parent, self.tr("Review a silence"), width=560)
        self._session = session
        self._event = session.events_by_id[event_id]
        self._source = source_id
        self._coverage = self._covered()
        self._group = QButtonGroup(self)
        self._say_what_about()
        for number, choice in enumerate(CHOICES):
            self.box.addLayout(self._option(number, choice))
        self.reason_line = QLineEdit(self._review().reason, self)
        self.reason_line.setAccessibleName(self.tr("Reason"))
        self.reason_line.setPlaceholderText(self.tr("In your own words, if need be"))
        form = Form()
        form.add(self.tr("&Reason"), self.reason_line)
        self.box.addLayout(form)
        self.box.addStretch(1)
        self.add_cancel()
        self.add_accept(self.tr("Sa&ve"))
        settled = (self._review().state, self._review().silence)
        at = CHOICES.index(settled) if settled in CHOICES else 0
        button = self._group.button(at)
        button.setChecked(True)
        button.setFocus()

    def choice(self) -> Choice:
        """The review's state, and which silence where the reader says so."""
        return CHOICES[self._group.checkedId()]

    def reason(self) -> str:
        """The reader's own words on why."""
        return " ".join(self.reason_line.text().split())

    def derived(self) -> Silence:
        """Which silence the dates alone show."""
        review = Review(self._event.id, self._source, SILENT_STATE, None, "")
        return derive_silence(_span(self._event), self._coverage, review)

    def _review(self) -> Review:
        """What was settled before."""
        for review in self._session.corpus.reviews.all():
            if (review.event_id, review.source_id) == (self._event.id, self._source):
                return review
        return Review(self._event.id, self._source, NOT_LOOKED, None, "")

    def _covered(self) -> Coverage:
        source = self._session.source(self._source)
        assert source is not None
        spoken = self._session.spoken
        return coverage_of(
            source,
            self._session.corpus.sources.reports(self._source),
            (e for e in self._session.events if self._source in spoken.get(e.id, ())),
        )

    def _say_what_about(self) -> None:
        source = self._session.source(self._source)
        name = f"{source.letter} · {source.label}" if source else ""
        self.box.addWidget(label(self._event.title, kind="title"))
        words = self.tr("{source} has no passage on this event.").format(source=name)
        self.box.addWidget(label(words))
        self.box.addWidget(label("\n".join(self._evidence()), kind="secondary"))
        self.box.addSpacing(4)

    def _evidence(self) -> list[str]:
        """What the dates show, one sentence a line."""
        when = time_words(self._event.happened) or self.tr("no date")
        said = [self.tr("The event: {when}.").format(when=when)]
        said.append(self._reach(self._coverage.events))
        if self._coverage.last_published is None:
            said.append(self.tr("When it was last published is not known."))
        else:
            last = self._instant(self._coverage.last_published)
            said.append(self.tr("It was last published by {last}.").format(last=last))
        return said

    def _reach(self, span: Span | None) -> str:
        if span is None:
            return self.tr("The source speaks of no event that has a date.")
        first, last = self._instant(span.earliest), self._instant(span.latest)
        words = {
            (True, True): self.tr("The source speaks of events from {first} to {last}."),
            (True, False): self.tr("The source speaks of events from {first} on."),
            (False, True): self.tr("The source speaks of events up to {last}."),
            (False, False): self.tr("The source speaks of events without a first and a last date."),
        }[span.earliest is not None, span.latest is not None]
        return words.format(first=first, last=last)

    def _instant(self, instant: int | None) -> str:
        here = Time(zone=self._session.info.zone, zone_status=ZoneStatus.STATED)
        return instant_words(instant, here)

    def _option(self, number: int, choice: Choice) -> QVBoxLayout:
        name, explanation = self._words(choice)
        button = RadioButton(name, self)
        button.setAccessibleName(name.replace("&", ""))
        button.setAccessibleDescription(explanation)
        self._group.addButton(button, number)
        words = label(explanation, kind="secondary")
        words.setContentsMargins(27, 0, 0, 0)
        box = QVBoxLayout()
        box.setSpacing(1)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(words)
        return box

    def _words(self, choice: Choice) -> tuple[str, str]:
        derived = self.tr("From the dates: {silence}").format(silence=silence_words(self.derived()))
        return {
            (NOT_LOOKED, None): (
                self.tr("&Not looked at yet"),
                self.tr("Nobody has read this source for the event; nothing is concluded."),
            ),
            (SILENT_STATE, None): (self.tr("&Silent; the dates say which silence"), derived),
            (SILENT_STATE, Silence.SILENT): (
                self.tr("Silent, though it &covers the neighbours"),
                self.tr("It tells what came before and after, and leaves this out."),
            ),
            (SILENT_STATE, Silence.OUT_OF_SCOPE): (
                self.tr("&Outside the text's scope"),
                self.tr("It speaks of other days, places or matters."),
            ),
            (SILENT_STATE, Silence.NOT_PUBLISHED): (
                self.tr("Not yet &published at that time"),
                self.tr("Its last words are older than the event."),
            ),
            (SILENT_STATE, Silence.NO_FIGURE): (
                self.tr("Names the event, gives no &figure"),
                self.tr("It refers to the event without the number that others give."),
            ),
        }[choice]


def _span(event: Event) -> Span:
    return Span(event.happened.earliest, event.happened.latest)
