"""What the corpus says of the current event, beside the columns."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.records import Event, Placement, Source
from db.text.display import display_when
from db.text.zones import ZoneStatus
from desktop.events.event_rows import presence_of
from desktop.patterns import paint_dot
from desktop.reading.silence_words import silence_name
from desktop.session import Session
from desktop.theme import SECONDARY_PIXELS, Presence, Theme, interface_font, reading_font
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.link_button import LinkButton

MOST_ADDRESSES = 24
PAUSE = 40


class EventPanel(QScrollArea):
    """Title, time, place and summary, and where each source speaks of the event."""

    settle_requested = Signal(object)
    """The reader wants to settle why a source (its id) is silent."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.setObjectName("event_panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("This event"))
        # The text comes first: this panel follows when the reader stays for a moment.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.refill)
        session.changed.connect(self._later.start)
        session.selection.event_changed.connect(self._later.start)
        session.selection.known_by_changed.connect(self._later.start)
        self._later.start()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        self._theme = theme
        self.refill()

    def refill(self) -> None:
        """Show the event that is current now."""
        page = QWidget(self)
        page.setObjectName("event_page")
        self._box = QVBoxLayout(page)
        self._box.setContentsMargins(14, 12, 14, 16)
        self._box.setSpacing(6)
        event = self._session.events_by_id.get(self._session.selection.event_id or 0)
        if event is None:
            self._label(self.tr("No event is chosen."), muted=True)
        else:
            self._fill(event)
        self._box.addStretch(1)
        self.setWidget(page)

    def _fill(self, event: Event) -> None:
        self._label(event.title, large=True)
        self._label(self._time_words(event), muted=True)
        if event.place:
            self._label(event.place, muted=True)
        parent = self._session.events_by_id.get(event.parent_id or 0)
        if parent is not None:
            self._label(self.tr("Part of"), muted=True)
            self._go_button(parent.title, parent.id)
        self._box.addSpacing(6)
        places = self._session.corpus.mentions.of_event(event.id)
        for source in self._session.sources[:24]:
            self._source_row(event, source, [p for p in places if p.source_id == source.id])
        if event.summary:
            self._box.addSpacing(8)
            self._label(plain(event.summary))
        children = [e for e in self._session.events if e.parent_id == event.id]
        if children:
            self._box.addSpacing(8)
            self._label(self.tr("Its parts"), muted=True)
            for child in children:
                self._go_button(child.title, child.id)

    def _time_words(self, event: Event) -> str:
        when = display_when(event.happened.edtf) or self.tr("Time not known")
        if event.happened.zone_status is ZoneStatus.ASSUMED and event.happened.edtf:
            zone = event.happened.zone or self._session.info.zone
            return self.tr("{when} · {zone} time, assumed").format(when=when, zone=zone)
        return when

    def _source_row(self, event: Event, source: Source, places: list[Placement]) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(8)
        kind = self._session.silences.kind(event.id, source.id)
        dot = _Dot(self._theme, source, presence_of(kind), row)
        line.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        box = QVBoxLayout()
        box.setSpacing(1)
        name = QLabel(f"{source.letter} · {source.label}", row)
        name.setTextFormat(Qt.TextFormat.PlainText)
        box.addWidget(name)
        if kind is None:
            box.addWidget(self._addresses(source, places))
        else:
            button = self._silence(source, silence_name(kind))
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        line.addLayout(box, 1)
        self._box.addWidget(row)

    def _addresses(self, source: Source, places: list[Placement]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=4)
        editions = self._session.editions_of(source.id)
        shown = [p for p in places if editions and p.edition_id == editions[0].id]
        seen: dict[int, Placement] = {}
        for place in shown:
            seen.setdefault(place.passage, place)
        for number, place in list(seen.items())[:MOST_ADDRESSES]:
            address = f"{source.letter}.{number}"
            button = LinkButton(address, place, holder)
            words = self.tr("Go to {address}").format(address=address)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.chosen.connect(self._go_to_words)
            flow.addWidget(button)
        return holder

    def _go_to_words(self, place: Placement) -> None:
        self._session.selection.go_to_words(place.edition_id, place.start, place.end)

    def _silence(self, source: Source, words: str) -> QWidget:
        button = LinkButton(words, source.id)
        tip = self.tr("Settle why {source} is silent").format(source=source.label)
        button.setToolTip(tip)
        button.setAccessibleName(f"{source.label}: {words}. {tip}")
        button.chosen.connect(self.settle_requested)
        return button

    def _go_button(self, words: str, event: int) -> None:
        button = LinkButton(words, event)
        button.chosen.connect(self._session.selection.set_event)
        self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _label(self, words: str, *, large: bool = False, muted: bool = False) -> None:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if large:
            font = reading_font(self._theme, 17)
            font.setWeight(font.Weight.DemiBold)
            label.setFont(font)
        elif muted:
            label.setFont(interface_font(self._theme, SECONDARY_PIXELS))
            colours = label.palette()
            colours.setColor(label.foregroundRole(), self._theme.muted)
            label.setPalette(colours)
        self._box.addWidget(label)


class _Dot(QWidget):
    """The presence mark of a source, as in the event list."""

    def __init__(self, theme: Theme, source: Source, presence: Presence, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = theme.source(source.style)
        self._presence = presence
        self.setFixedSize(12, 18)
        self.setAccessibleName(source.letter)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_dot(painter, QPointF(6, 10), 4, self._style, self._presence)


def plain(markdown: str) -> str:
    """Markdown without its signs: summaries are shown as plain text."""
    return markdown.replace("*", "").replace("`", "")
