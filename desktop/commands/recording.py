"""Recording: claims, links, notes and names on the words that are selected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from db.records import Change, Claim
from db.text.word_lists import SHIPPED, WordLists
from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.recording.anchor_ends import End
from desktop.recording.anchor_moving import AnchorMoving
from desktop.recording.claim_edits import Draft, correcting, recording
from desktop.recording.guessing import AspectGuesser
from desktop.recording.link_drag import LinkDrag
from desktop.recording.linking import Linking
from desktop.recording.note_subjects import note_subjects
from desktop.recording.record_marks import RecordMarks
from desktop.recording.source_notes import SourceNotes
from desktop.recording.suggestions import Suggestions
from desktop.recording.words import Words, passage_at_hand, reaches_further, words_at_hand

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.recording.claims_dialog import Shown
    from desktop.session import Session


MOVES = {
    "end_further": (End.END, True),
    "end_back": (End.END, False),
    "start_back": (End.START, False),
    "start_further": (End.START, True),
}


class RecordingCommands(CommandGroup):
    """The Claim menu's part that records."""

    _hint = ""

    needs_desk = (
        "claim", "claims", "all_claims", "suggestions", "accept_suggestion", "reject_suggestion",
        "suggest",
        "next_suggestion", "voices", "aspects", "link", "links", "note", "notes", "name", "names",
        *MOVES,
    )  # fmt: skip

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._guesser: AspectGuesser | None = None
        self.marks: RecordMarks | None = None
        self.linking: Linking | None = None
        self.moving: AnchorMoving | None = None
        self.strip: Suggestions | None = None

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        moves = {name: partial(self._move_end, *how) for name, how in MOVES.items()}
        return {
            **moves,
            "claim": self.claim,
            "claims": self.claims,
            "all_claims": self.all_claims,
            "suggestions": self.suggestions,
            "suggest": self.suggest,
            "voices": self.voices,
            "aspects": self.aspects,
            "accept_suggestion": partial(self._suggested, "accept"),
            "reject_suggestion": partial(self._suggested, "reject"),
            "next_suggestion": partial(self._suggested, "step"),
            "link": self.link,
            "links": self.links,
            "note": self.note,
            "notes": self.notes,
            "name": self.name,
            "names": self.names,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        self._guesser = None
        desk.session.changed.connect(self._changed)
        self.marks = RecordMarks(desk.session, desk.reading)
        self.linking = Linking(desk.session, desk.reading, self.marks)
        self.linking.began.connect(self._link_began)
        self.linking.ended.connect(self._link_ended)
        self.linking.refused.connect(self.window.inform)
        LinkDrag(desk.reading, self.linking)
        SourceNotes(desk.session, desk.reading).pressed.connect(self.open_notes)
        desk.events.notes_requested.connect(self.open_notes)
        desk.panel.notes_requested.connect(self.open_notes)
        self.moving = AnchorMoving(desk.session, desk.reading)
        self.moving.refused.connect(self.window.inform)
        self.strip = Suggestions(desk.session, desk.panel)
        self.strip.list_requested.connect(self.suggestions)
        panel = desk.panel.layout()
        if isinstance(panel, QVBoxLayout):
            panel.setDirection(QVBoxLayout.Direction.BottomToTop)
            panel.addWidget(self.strip)

    def detach(self) -> None:
        """Work on nothing."""
        self.marks = self.linking = self.moving = self.strip = None
        super().detach()

    def _changed(self, change: Change) -> None:
        if change.touches("claim", "aspect", "placement", "edition"):
            self._guesser = None

    # Claims

    def claim(self) -> None:
        """Record what the selected words, or the passage at hand, say about an event."""
        words = self._words()
        if words is not None:
            self.open_claim(words, None, self.window)

    def _words(self, *, needed: bool = True) -> Words | None:
        """What is selected, said to the reader where that is only part of the selection."""
        column = self.column
        if column is None or not column.isVisible():
            if not needed:
                return None
            self.window.inform(self.window.tr("Go to the columns first, and select words there."))
            return None
        words = words_at_hand(column)
        if words is not None and reaches_further(column, words):
            sentence = self.window.tr("Only the words in one passage were taken: {address}.")
            self.window.inform(sentence.format(address=words.address))
        return words

    def _passage(self) -> Words | None:
        return passage_at_hand(self.column) if self.column is not None else None

    def open_claim(self, words: Words, claim: Claim | None, parent: QWidget) -> None:
        """Open the form of a claim, or of a new one on words."""
        session = self.session
        if session is None:
            return
        from desktop.recording.claim_dialog import ClaimDialog

        guesser = self._guessing(session)

        def keep(draft: Draft) -> bool:
            edit = recording(words, draft) if claim is None else correcting(claim.id, draft)
            made = session.perform(edit) is not None
            if made:
                done = self.window.tr("Claim on {address} kept").format(address=words.address)
                self.window.status.showMessage(done, 2500)
            return made

        ClaimDialog(
            session, words, guesser, keep, parent, claim=claim, lists=self._word_lists()
        ).exec()

    def _word_lists(self) -> WordLists:
        """The reader's own lists, with what another program has changed in them meanwhile."""
        lenses = self.window.commands.lenses.lenses
        if lenses is None:
            return SHIPPED
        lenses.look_again()
        return lenses.lists.lists

    def claims(self) -> None:
        """Show the claims in the passage at hand."""
        if self._passage() is not None:
            self._list_claims("here")

    def all_claims(self) -> None:
        """Show every claim."""
        self._list_claims("all")

    def suggestions(self) -> None:
        """Show the claims that are only suggested."""
        self._list_claims("suggested")

    def _list_claims(self, kind: str) -> None:
        if self.session is None:
            return
        from desktop.recording.claims_dialog import Shown

        self._open_claims(Shown(kind), self.window)

    def _open_claims(self, shown: Shown, parent: QWidget) -> bool:
        """Show a list of claims; True where the reader went to the words of one."""
        assert self.session is not None
        from desktop.recording.claims_dialog import ClaimsDialog

        words = words_at_hand(self.column) if self.column is not None else None
        dialog = ClaimsDialog(self.session, words, self.open_claim, parent, shown=shown)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def voices(self) -> None:
        """Show who is quoted."""
        if self.session is not None:
            from desktop.recording.voices_dialog import VoicesDialog

            VoicesDialog(self.session, self._open_claims, self.window).exec()

    def aspects(self) -> None:
        """Show what claims are about."""
        if self.session is not None:
            from desktop.recording.aspects_dialog import AspectsDialog

            AspectsDialog(self.session, self._open_claims, self.window).exec()

    def suggest(self) -> None:
        """Suggest claims on figures of this event that nothing is claimed of yet."""
        session = self.session
        event = session.selection.event_id if session is not None else None
        if session is None or event is None:
            return
        from desktop.recording.suggesting import Suggester, suggesting

        found = Suggester(session, self._guessing(session), self._word_lists()).of_event(event)
        if not found:
            words = self.window.tr("Every figure in the passages of this event is claimed.")
            self.window.inform(words)
        elif session.perform(suggesting(found)) is not None:
            words = self.window.tr("%n claim(s) suggested beside the text.", "", len(found))
            self.window.inform(words)

    def _guessing(self, session: Session) -> AspectGuesser:
        if self._guesser is None:
            self._guesser = AspectGuesser(session.corpus)
        return self._guesser

    def _suggested(self, do: str, *_: object) -> None:
        """Accept or reject the suggestion that the panel of this event shows, or step on."""
        strip = self.strip
        if strip is None or strip.current() is None:
            self.window.inform(self.window.tr("No claim is suggested for this event."))
            return
        {"accept": strip.accept, "reject": strip.reject, "step": strip.step}[do]()

    # Links

    def link(self) -> None:
        """Begin a link at the selected words, or join them to those it began at."""
        if self.linking is not None and self.column is not None and self._words() is not None:
            self.linking.press(self.column)

    def _link_began(self, words: Words) -> None:
        sentence = self.window.tr(
            "Link from {address}: select words in another column and press L or Enter. "
            "Escape gives up."
        )
        self._hint = sentence.format(address=words.address)
        self.window.inform(self._hint)

    def _link_ended(self) -> None:
        if self.window.banner.text() == self._hint:
            self.window.banner.hide()

    def links(self) -> None:
        """Show the links of the passage at hand."""
        if self.session is not None:
            from desktop.recording.links_dialog import LinksDialog

            LinksDialog(self.session, self._passage(), self.window).exec()

    # Notes

    def note(self) -> None:
        """Write a note on the selected words, on the event or on the source."""
        session = self.session
        if session is None:
            return
        from desktop.recording.note_dialog import NoteDialog
        from desktop.recording.notes_dialog import adding

        words = self._words(needed=False)
        subjects = note_subjects(session, words)
        if subjects:
            NoteDialog(
                session,
                subjects,
                lambda subject, text: session.perform(adding(subject, words, text)) is not None,
                self.window,
            ).exec()

    def notes(self) -> None:
        """Show the notes."""
        if self.session is not None:
            from desktop.recording.notes_dialog import NotesDialog

            NotesDialog(self.session, self._passage(), self.window).exec()

    def open_notes(self, table: str, row: int) -> None:
        """Open the note on a row of a table, or the list of them where there are several."""
        if self.session is not None:
            from desktop.recording.note_opening import notes_on

            notes_on(self.session, table, row, self.window).exec()

    # Names

    def name(self) -> None:
        """Keep the selected words as a spelling of a name."""
        session, words = self.session, self._words()
        if session is None or words is None:
            return
        if not words.selected:
            self.window.inform(self.window.tr("Select the name in a text first."))
            return
        from desktop.recording.name_dialog import NameDialog, naming

        around = words.shown.text.passage_text(words.passage)
        NameDialog(
            session,
            words.text,
            around,
            lambda choice: session.perform(naming(choice)) is not None,
            self.window,
        ).exec()

    def names(self) -> None:
        """Show every name with its spellings."""
        if self.session is not None:
            from desktop.recording.names_dialog import NamesDialog

            NamesDialog(self.session, self.window).exec()

    # Ends of words

    def _move_end(self, end: End, forward: bool, *_: object) -> None:
        if self.moving is not None and self.column is not None:
            self.moving.step(self.column, end, forward)
