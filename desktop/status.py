"""The line at the window's foot: what is held, whether it is whole, where the reader is."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from db.records import EditionKind
from desktop.desk import Desk
from desktop.session import Session
from desktop.widgets.elided_label import ElidedLabel


class StatusLine(QStatusBar):
    """Counts on the left, the reader's place on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setAccessibleName(self.tr("Status"))
        # The line is as high as one of its labels; the others come when they say something.
        self._verified = self._label(stretch=0)
        self._session: Session | None = None

    @cached_property
    def _counts(self) -> QLabel:
        return self._label(stretch=0)

    @cached_property
    def _hint(self) -> ElidedLabel:
        # The longest words here would keep a window from becoming narrow.
        label = ElidedLabel("", self)
        self.addWidget(label, 1)
        return label

    @cached_property
    def _place(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.addPermanentWidget(label)
        return label

    def _label(self, *, stretch: int) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.addWidget(label, stretch)
        return label

    def attach(self, desk: Desk) -> None:
        """Follow a desk."""
        self._session = desk.session
        desk.session.changed.connect(self.refill)
        desk.session.selection.event_changed.connect(self._show_place)
        self.refill()

    def detach(self) -> None:
        """Show nothing: the corpus is being closed."""
        self._session = None
        for label in (self._verified, self._counts, self._hint, self._place):
            label.setText("")

    def show_verified(self, words: str) -> None:
        """Show the outcome of the last verification."""
        self._verified.setText(words)

    def refill(self) -> None:
        """Count anew."""
        session = self._session
        if session is None:
            return
        held = [e for e in session.editions if e.kind is not EditionKind.DIGEST]
        parts = [
            self.tr("%n source(s)", None, len(session.sources)),
            self.tr("%n passage(s)", None, _passages(session)),
            self.tr("%n event(s)", None, len(session.events)),
        ]
        self._counts.setText(" · ".join(parts))
        awaited = any(session.awaits_original(s.id) for s in session.sources[:24])
        only_digests = bool(session.editions) and not held
        hint = self.tr("Digests are shown: your own copies of the originals can be added")
        some = self.tr("Some sources are shown as digests")
        self._hint.setText(hint if only_digests and awaited else some if awaited else "")
        self._show_place()

    def _show_place(self) -> None:
        session = self._session
        if session is None:
            return
        at = session.event_order.get(session.selection.event_id or 0)
        if at is None:
            self._place.clear()
            return
        words = self.tr("Event {at} of {count}")
        self._place.setText(words.format(at=at + 1, count=len(session.events)))


def _passages(session: Session) -> int:
    """Passages of the sources, an edition of the same passages not counted twice."""
    row = session.corpus.connection.execute(
        "SELECT count(*) FROM (SELECT DISTINCT e.source_id, p.number FROM passage p "
        "JOIN edition e ON e.id = p.edition_id)"
    ).fetchone()
    return int(row[0])
