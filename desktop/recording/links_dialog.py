"""The links of one passage, or of all: to go to either end, to edit and to delete them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from db.corpus import Corpus
from db.records import Change, Link
from desktop.dialogs.mention_dialog import shortened
from desktop.recording.anchored import Anchored, AnchorPlace
from desktop.recording.claim_edits import Edit
from desktop.recording.link_dialog import LinkDialog
from desktop.recording.link_words import kind_words, turned_words
from desktop.recording.records_dialog import RecordsDialog
from desktop.recording.words import Words
from desktop.session import Session


class LinksDialog(RecordsDialog):
    """A link is told from the end that stands in the passage at hand."""

    def __init__(self, session: Session, words: Words | None, parent: QWidget | None) -> None:
        self._words = words
        self._rows: list[tuple[Link, AnchorPlace, AnchorPlace, bool]] = []
        translate = QCoreApplication.translate
        super().__init__(
            session,
            parent,
            translate("links", "Links"),
            [
                translate("links", "From"),
                translate("links", "Link"),
                translate("links", "To"),
                translate("links", "Note"),
            ],
            translate(
                "links",
                "No link here. Select words, press L, select words of another source, press L.",
            ),
        )
        address = words.address if words is not None else ""
        self.only_here = QCheckBox(self.tr("Only those of &{address}").format(address=address))
        self.only_here.setChecked(words is not None)
        self.only_here.setVisible(words is not None)
        self.only_here.toggled.connect(self.refill)
        self.lay_out(self.only_here)

    def rows(self) -> list[tuple[str, ...]]:
        """The links, those of the passage told from there."""
        anchored = Anchored(self.session.corpus)
        self._rows = []
        for link in anchored.links:
            ends = self._ends(anchored, link)
            if ends is not None:
                self._rows.append((link, *ends))
        return [
            (
                self._address(one),
                turned_words(link.kind) if turned else kind_words(link.kind),
                self._address(other),
                link.note,
            )
            for link, one, other, turned in self._rows
        ]

    def _ends(self, anchored: Anchored, link: Link) -> tuple[AnchorPlace, AnchorPlace, bool] | None:
        """The two places of a link, the one at hand first; None where it is not to be shown."""
        a, b = anchored.places(link.a_anchor_id), anchored.places(link.b_anchor_id)
        if not a or not b:
            return None
        if not self.only_here.isChecked():
            return self._first(a), self._first(b), False
        for here, there, turned in ((a, b, False), (b, a, True)):
            found = next((place for place in here if self._is_here(place)), None)
            if found is not None:
                return found, self._first(there), turned
        return None

    def _first(self, places: list[AnchorPlace]) -> AnchorPlace:
        """The place in the edition that is read first: the original where it is held."""
        order = [e.id for e in self.session.editions_of(places[0].source_id)]
        return min(places, key=lambda place: order.index(place.edition_id))

    def _is_here(self, place: AnchorPlace) -> bool:
        words = self._words
        return words is not None and (
            (place.edition_id, place.passage) == (words.edition_id, words.number)
        )

    def tell(self, row: int) -> str:
        """The words at both ends."""
        _, one, other, _ = self._rows[row]
        return "\n".join(self._told(place) for place in (one, other))

    def _told(self, place: AnchorPlace) -> str:
        return f"{self._address(place)}: {shortened(self._text(place), 150)}"

    def _text(self, place: AnchorPlace) -> str:
        return self.session.corpus.editions.words(place.edition_id, place.start, place.end)

    def _address(self, place: AnchorPlace) -> str:
        source = self.session.source(place.source_id)
        return f"{source.letter if source else '?'}.{place.passage}"

    def edit(self, row: int) -> None:
        """Ask for another kind and note."""
        link, one, other, turned = self._rows[row]
        ends = (other, one) if turned else (one, other)

        def keep(kind: str, note: str) -> bool:
            return self.perform(changing(link.id, kind, note))

        quoted = tuple((self._address(place), self._text(place)) for place in ends)
        LinkDialog(
            self.session, (quoted[0], quoted[1]), keep, self,
            kind=link.kind, note=link.note, new=False,
        ).exec()  # fmt: skip

    def delete(self, row: int) -> None:
        """Delete the link."""
        self.perform(deleting(self._rows[row][0].id))

    def go(self, row: int) -> bool:
        """Go to the other end."""
        place = self._rows[row][2]
        self.session.selection.go_to_words(place.edition_id, place.start, place.end)
        return True


def changing(link_id: int, kind: str, note: str) -> Edit:
    """The edit that gives a link another kind and note."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return link_id, corpus.links.change(link_id, kind, note)

    return do


def deleting(link_id: int) -> Edit:
    """The edit that deletes a link."""

    def do(corpus: Corpus) -> tuple[int, Change]:
        return link_id, corpus.links.delete([link_id])

    return do
