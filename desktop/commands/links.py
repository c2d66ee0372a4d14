"""Links from words to words, and moving the ends of words that something is recorded on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from desktop.commands.on_words import WordsGroup
from desktop.desk import Desk
from desktop.recording.anchor_ends import End
from desktop.recording.anchor_moving import AnchorMoving
from desktop.recording.link_drag import LinkDrag
from desktop.recording.linking import Linking
from desktop.recording.record_marks import RecordMarks
from desktop.recording.words import Words

MOVES = {
    "end_further": (End.END, True),
    "end_back": (End.END, False),
    "start_back": (End.START, False),
    "start_further": (End.START, True),
}


class LinkCommands(WordsGroup):
    """The Claim menu's links, and what is done to the marks in the texts."""

    needs_desk = ("link", "links", *MOVES)
    marks: RecordMarks | None = None
    linking: Linking | None = None
    moving: AnchorMoving | None = None
    _hint = ""

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        moves = {name: partial(self._move_end, *how) for name, how in MOVES.items()}
        return {**moves, "link": self.link, "links": self.links}

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        self.marks = RecordMarks(desk.session, desk.reading)
        self.linking = Linking(desk.session, desk.reading, self.marks)
        self.linking.began.connect(self._link_began)
        self.linking.ended.connect(self._link_ended)
        self.linking.refused.connect(self.window.inform)
        LinkDrag(desk.reading, self.linking)
        self.moving = AnchorMoving(desk.session, desk.reading)
        self.moving.refused.connect(self.window.inform)

    def detach(self) -> None:
        """Work on nothing."""
        self.marks = self.linking = self.moving = None
        super().detach()

    # Links

    def link(self) -> None:
        """Begin a link at the selected words, or join them to those it began at."""
        if self.linking is not None and self.column is not None and self.chosen_words() is not None:
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

            LinksDialog(self.session, self.passage(), self.window).exec()

    # Ends of words

    def _move_end(self, end: End, forward: bool, *_: object) -> None:
        if self.moving is not None and self.column is not None:
            self.moving.step(self.column, end, forward)
