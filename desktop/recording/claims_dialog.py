"""Claims in a list: of one passage, of a voice or an aspect, the suggested, the lost, or all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from db.records import Claim
from db.text.folding import fold
from desktop.dialogs.base import label, theme_of
from desktop.dialogs.mention_dialog import shortened
from desktop.reading.source_text import EditionTexts
from desktop.recording.claim_edits import accepting, deleting, resting
from desktop.recording.claim_lines import SUGGESTED, ClaimLine, ClaimLines
from desktop.recording.records_dialog import RecordsDialog
from desktop.recording.words import Words
from desktop.session import Session
from desktop.theme import reading_font
from desktop.widgets.search_field import make_clearable

Open = Callable[[Words, Claim | None, QWidget], None]
MOST_ROWS: Final = 1_000
translate = QCoreApplication.translate


class Shown(NamedTuple):
    """What a list is asked to show: a kind, and the id of the voice or aspect where it needs one.

    The kinds are `here`, `all`, `suggested`, `lost`, `voice` and `aspect`.
    """

    kind: str = "here"
    of: int = 0


class ClaimsDialog(RecordsDialog):
    """`open_claim` opens the form of a claim, or of a new one on words."""

    def __init__(
        self,
        session: Session,
        words: Words | None,
        open_claim: Open,
        parent: QWidget | None,
        *,
        shown: Shown | None = None,
    ) -> None:
        self._words, self._open = words, open_claim
        self._lines: list[ClaimLine] = []
        self._left_out = 0
        self._texts = EditionTexts(session)
        heads = [
            translate("claims", "Where"),
            translate("claims", "Event"),
            translate("claims", "About"),
            translate("claims", "Says"),
            translate("claims", "Whose word"),
        ]
        nothing = translate(
            "claims", "No such claim here. C records a claim on words that are selected."
        )
        super().__init__(session, parent, translate("claims", "Claims"), heads, nothing, width=880)
        self._add_choice(shown or Shown("here" if words is not None else "all"))
        self._add_buttons()
        self.lay_out(self._choice_row, self.quoted)
        self.table.setFocus()

    def _add_choice(self, shown: Shown) -> None:
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Which claims"))
        self.which.setToolTip(self.tr("Which claims"))
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by any word"))
        self.filter.setAccessibleName(self.tr("Filter claims by any word"))
        make_clearable(self.filter)
        self._choice_row = QWidget(self)
        row = QHBoxLayout(self._choice_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.which, 2)
        row.addWidget(self.filter, 3)
        self.quoted = label("", parent=self)
        self.quoted.setFont(reading_font(theme_of(self.parentWidget())))
        choices = self._choices(shown)
        self._kinds = [kind for _, kind in choices]
        self.which.addItems([words for words, _ in choices])
        self.which.setCurrentIndex(self._kinds.index(shown) if shown in self._kinds else 0)
        self.which.currentIndexChanged.connect(self.refill)
        self.filter.textChanged.connect(self.refill)

    def _choices(self, shown: Shown) -> list[tuple[str, Shown]]:
        """What can be chosen to be shown."""
        found: list[tuple[str, Shown]] = []
        corpus = self.session.corpus
        if self._words is not None:
            here = self.tr("In the passage {address}").format(address=self._words.address)
            found.append((here, Shown("here")))
        if shown.kind == "voice":
            name = next((v.name for v in corpus.voices.all() if v.id == shown.of), "")
            found.append((self.tr("On the word of {voice}").format(voice=name), shown))
        elif shown.kind == "aspect":
            title = next((a.title for a in corpus.aspects.all() if a.id == shown.of), "")
            found.append((self.tr("About {aspect}").format(aspect=title), shown))
        found.append((self.tr("Suggested, to be accepted or rejected"), Shown("suggested")))
        found.append((self.tr("Whose words no longer fit the text"), Shown("lost")))
        found.append((self.tr("All"), Shown("all")))
        return found

    def _add_buttons(self) -> None:
        self.accept_button = QPushButton(self.tr("&Accept"), self)
        self.accept_button.setToolTip(self.tr("Take it for your own, so that it is compared (A)"))
        self.rest_button = QPushButton(self.tr("&Put on the selected words"), self)
        for button, do in (
            (self.accept_button, self._accept_claim),
            (self.rest_button, self._rest),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(do)
            self.more_buttons.append(button)
        QShortcut(QKeySequence("A"), self.table).activated.connect(self._accept_claim)
        QShortcut(QKeySequence("R"), self.table).activated.connect(self._reject_claim)
        self.add = self.add_new(self.tr("&New claim…"))
        self.add.setVisible(self._words is not None)
        self.add.clicked.connect(self._add)

    def rows(self) -> list[tuple[str, ...]]:
        """The claims chosen, as far as the filter lets them through."""
        read, shown = ClaimLines(self.session), self._shown()
        words = self._words
        if shown.kind == "here" and words is not None:
            lines = read.here(words)
            self.quoted.setText(shortened(words.shown.text.passage_text(words.passage), 260))
        else:
            lines = [line for line in read.all() if _is_shown(line, shown)]
        self.quoted.setVisible(shown.kind == "here")
        wanted = fold(self.filter.text().strip())
        rows = [(line, read.words(line)) for line in lines]
        kept = [(line, words) for line, words in rows if not wanted or _holds(line, words, wanted)]
        self._left_out = max(0, len(kept) - MOST_ROWS)
        self._lines = [line for line, _ in kept[:MOST_ROWS]]
        return [words for _, words in kept[:MOST_ROWS]]

    def _shown(self) -> Shown:
        return self._kinds[self.which.currentIndex()]

    def tell(self, row: int) -> str:
        """The words that the claim rests on, its note, and what it waits for."""
        line = self._lines[row]
        told = [f"{line.claim.key}: {self._quote(line)}", line.claim.note]
        if line.claim.status == SUGGESTED:
            told.append(self.tr("Suggested: it is in no comparison until it is accepted."))
        if not line.fits:
            told.append(
                self.tr(
                    "Its words no longer stand where they should. The claim was kept: select the "
                    "right words in its source and put it on them."
                )
            )
        if self._left_out:
            told.append(self.tr("%n claim(s) more: filter to see them.", "", self._left_out))
        return "\n".join(filter(None, told))

    def _quote(self, line: ClaimLine) -> str:
        place = line.place
        if place is None or not line.fits:
            return self.tr("no words")
        corpus = self.session.corpus
        return shortened(corpus.editions.words(place.edition_id, place.start, place.end), 240)

    def judge(self, row: int) -> None:
        """A suggestion is accepted or rejected, anything else deleted."""
        line = self._lines[row] if row >= 0 else None
        writable = line is not None and not self.session.corpus.read_only
        suggested = line is not None and line.claim.status == SUGGESTED
        words = self._words
        fitting = (
            words is not None
            and words.selected
            and line is not None
            and words.source.id == line.claim.source_id
        )
        self.accept_button.setVisible(suggested)
        self.accept_button.setEnabled(writable)
        self.rest_button.setVisible(fitting)
        self.rest_button.setEnabled(writable)
        self.delete_button.setText(self.tr("&Reject") if suggested else self.tr("&Delete"))
        self.go_button.setEnabled(line is not None and line.place is not None and line.fits)
        if line is not None and line.place is None:
            self.edit_button.setEnabled(False)

    def edit(self, row: int) -> None:
        """Open the claim's form."""
        line = self._lines[row]
        words = self._words_of(line)
        if words is not None:
            self._open(words, line.claim, self)

    def delete(self, row: int) -> None:
        """Delete the claim, or reject what was only suggested."""
        self.perform(deleting(self._lines[row].claim.id))

    def go(self, row: int) -> bool:
        """Select the claim's words in the text."""
        line = self._lines[row]
        if line.place is None or not line.fits:
            return False
        place = line.place
        self.session.selection.set_event(line.claim.event_id)
        self.session.selection.go_to_words(place.edition_id, place.start, place.end)
        return True

    def _accept_claim(self) -> None:
        line = self._chosen()
        if line is not None and line.claim.status == SUGGESTED and self.accept_button.isEnabled():
            self.perform(accepting(line.claim.id))

    def _reject_claim(self) -> None:
        line = self._chosen()
        if line is not None and line.claim.status == SUGGESTED and self.delete_button.isEnabled():
            self.perform(deleting(line.claim.id))

    def _rest(self) -> None:
        line, words = self._chosen(), self._words
        if line is not None and words is not None:
            self.perform(resting(line.claim, words))

    def _chosen(self) -> ClaimLine | None:
        row = self.row()
        return self._lines[row] if row >= 0 else None

    def _add(self) -> None:
        if self._words is not None:
            self._open(self._words, None, self)

    def _words_of(self, line: ClaimLine) -> Words | None:
        """The claim's words; its whole passage where they no longer fit."""
        place, source = line.place, self.session.source(line.claim.source_id)
        edition = next(
            (e for e in self.session.editions if place and e.id == place.edition_id), None
        )
        if place is None or source is None or edition is None:
            return None
        shown = self._texts.get(edition)
        at = shown.index_of(place.passage)
        start, end = place.start, place.end
        if not line.fits:
            start, end = shown.text.starts[at], shown.text.ends[at]
        return Words(source, shown, at, start, end)


def _is_shown(line: ClaimLine, shown: Shown) -> bool:
    return {
        "suggested": line.claim.status == SUGGESTED,
        "lost": not line.fits,
        "voice": shown.of in line.claim.voices,
        "aspect": shown.of == line.claim.aspect_id,
    }.get(shown.kind, True)


def _holds(line: ClaimLine, words: tuple[str, ...], wanted: str) -> bool:
    said = (line.claim.key, line.claim.scope, line.claim.note, *words)
    return any(wanted in fold(each) for each in said)
