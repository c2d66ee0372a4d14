"""A column: one source's head and its text pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Placement, Source
from desktop.reading.column_marks import ColumnMarks
from desktop.reading.decoration import Silence, Span
from desktop.reading.flow import COMPANION
from desktop.reading.pane import Pane
from desktop.reading.pane_header import PaneHeader
from desktop.reading.prewarmer import Wanted
from desktop.reading.source_text import EditionText
from desktop.reading.steps import distinct, spans_in, telling_step
from desktop.theme import Theme


class Column(QWidget):
    """One source side by side with others; it knows nothing of them."""

    became_active = Signal(object)
    """The reader has clicked into or tabbed to this column."""
    step_changed = Signal(object)
    """The reader has stepped to another passage of the event."""
    step_refused = Signal(object)
    """There is no further passage of the event that way."""
    about_to_scroll = Signal(object)
    scrolled = Signal(object)
    passage_menu_requested = Signal(object, QPoint)
    """A menu on the words is asked for, at a point of the screen."""
    column_menu_requested = Signal(object, QPoint)
    silence_action = Signal(object)
    add_original_requested = Signal(object)
    link_requested = Signal(object)

    def __init__(self, source: Source, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.pinned = False
        self.unlinked = False
        self.shown: EditionText | None = None
        self.companion: EditionText | None = None
        self.spans: list[Span] = []
        self.step = 0
        self.first_step = 1
        self.marks = ColumnMarks(self)
        style = theme.source(source.style)
        self.header = PaneHeader(theme, style, self)
        self.pane = Pane(theme, style, self)
        self.pane.setObjectName(f"pane_{source.key}")
        self.pane.at_hand = self._at_hand
        self.set_source(source)
        self.pane.installEventFilter(self)
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.pane, 1)

    def set_source(self, source: Source) -> None:
        """Take what is said about the source now."""
        self.source = source
        self.pane.setAccessibleName(self.tr("Text of {source}").format(source=source.label))

    def _connect(self) -> None:
        self.header.step_requested.connect(self.step_by)
        self.header.menu_requested.connect(self._ask_menu)
        self.header.link_requested.connect(self._ask_link)
        self.header.add_original_requested.connect(self._ask_original)
        self.pane.about_to_scroll.connect(self._tell_about_to_scroll)
        self.pane.scrolled_by_user.connect(self._tell_scrolled)
        self.pane.silence_action.connect(self._ask_silence)
        self.pane.menu_requested.connect(self._ask_passage_menu)

    def _at_hand(self) -> str:
        from desktop.reading.at_hand import at_hand

        return at_hand(self)

    def _ask_link(self) -> None:
        self.link_requested.emit(self)

    def _ask_original(self) -> None:
        self.add_original_requested.emit(self)

    def _ask_silence(self) -> None:
        self.silence_action.emit(self)

    def _tell_about_to_scroll(self) -> None:
        self.about_to_scroll.emit(self)

    def _tell_scrolled(self) -> None:
        self.scrolled.emit(self)

    def _ask_menu(self, button: QWidget) -> None:
        self.became_active.emit(self)
        below = button.mapToGlobal(QPoint(0, button.height()))
        self.column_menu_requested.emit(self, below)

    def _ask_passage_menu(self, at: QPoint) -> None:
        self.became_active.emit(self)
        self.passage_menu_requested.emit(self, at)

    @property
    def follows(self) -> bool:
        """Whether the column goes where the leader goes."""
        return not (self.pinned or self.unlinked)

    def show_edition(self, shown: EditionText, companion: EditionText | None) -> None:
        """Show an edition, with another interleaved where one is given."""
        self.shown, self.companion = shown, companion
        self.marks.forget_hits()
        self.pane.set_text(shown.text, companion.text if companion else None)

    def show_event(self, placements: list[Placement]) -> None:
        """Mark the passages that speak of the event; the text is not moved."""
        self.spans = spans_in(self.shown, placements)
        self.first_step = telling_step(self.shown, placements, self.spans)
        self.step = self.first_step if self.spans else 0
        self.pane.set_event(self.spans)

    def show_silence(self, silence: Silence | None) -> None:
        """Put the bar of silence between its neighbours, or take it away."""
        self.pane.set_silence(silence)

    def go_to_event(self, *, glide: bool = False) -> None:
        """Bring the event's first passage, or its silence, to the event line."""
        if self.spans:
            self._go_to_step(self.first_step, glide=glide)
        elif self.pane.body.decoration.silence is not None:
            self.pane.scroll_to_silence(glide=glide)

    def step_by(self, steps: int) -> None:
        """Go to the next or previous passage of the event."""
        wanted = self.step + steps
        if 1 <= wanted <= len(self.distinct_passages()):
            self._go_to_step(wanted)
            self.step_changed.emit(self)
        else:
            self.step_refused.emit(self)

    def wanted(self, placements: list[Placement]) -> Wanted | None:
        """What will stand at the event line for an event, None where it is not told here."""
        own = [p for p in placements if p.source_id == self.source.id]
        spans = spans_in(self.shown, own)
        if not spans:
            return None
        return Wanted(distinct(spans)[telling_step(self.shown, own, spans) - 1], spans)

    def distinct_passages(self) -> list[int]:
        """The passages of the event, each once, in reading order."""
        return distinct(self.spans)

    def _go_to_step(self, step: int, *, glide: bool = False) -> None:
        passages = self.distinct_passages()
        if not passages:
            return
        self.step = step
        self.pane.scroll_to_passage(passages[step - 1], glide=glide)

    def selected_edition(self) -> EditionText | None:
        """The edition that the selection is in: the one shown, or its companion."""
        in_companion = self.pane.caret.spot.side == COMPANION
        return self.companion if in_companion and self.companion is not None else self.shown

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and fonts."""
        style = theme.source(self.source.style)
        self.header.set_theme(theme, style)
        self.pane.set_theme(theme, style)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the reader comes to this column."""
        if event.type() == QEvent.Type.FocusIn:
            self.became_active.emit(self)
        return super().eventFilter(watched, event)
