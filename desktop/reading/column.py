"""A column: one source's head and its text pane."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.records import Placement, Relation, Source
from desktop.reading.decoration import Mark, MarkProvider, MarkStyle, Silence, Span
from desktop.reading.flow import COMPANION
from desktop.reading.pane import Pane
from desktop.reading.pane_header import PaneHeader
from desktop.reading.prewarmer import Wanted
from desktop.reading.source_text import EditionText
from desktop.theme import Theme

TELLING = (Relation.REPORTS, Relation.DENIES)


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
        self._claims: dict[int, list[Mark]] = {}
        self._found: dict[int, list[Mark]] = {}
        self._hits: MarkProvider | None = None
        self._more: list[MarkProvider] = []
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
        self._hits = None
        self.pane.set_text(shown.text, companion.text if companion else None)

    def show_event(self, placements: list[Placement]) -> None:
        """Mark the passages that speak of the event; the text is not moved."""
        self.spans = self._spans(placements)
        self.first_step = self._telling_step(placements, self.spans)
        self.step = self.first_step if self.spans else 0
        self.pane.set_event(self.spans)

    def show_silence(self, silence: Silence | None) -> None:
        """Put the bar of silence between its neighbours, or take it away."""
        self.pane.set_silence(silence)

    def show_claims(self, marks: dict[int, list[Mark]]) -> None:
        """Underline figures and claims."""
        self._claims = marks
        self._show_marks()

    def show_found(self, places: list[tuple[int, int]]) -> None:
        """Mark words that were searched for in the corpus."""
        self._found = {}
        if self.shown is not None:
            for start, end in places:
                index = self.shown.text.passage_at(start)
                self._found.setdefault(index, []).append(Mark(start, end, MarkStyle.FOUND))
        self._show_marks()

    def show_hits(self, hits: MarkProvider | None) -> None:
        """Mark words that are looked for in this column, in place of those searched for."""
        self._hits = hits
        self._show_marks()

    def add_marks(self, provider: MarkProvider) -> None:
        """Ask one more provider for marks; `repaint_marks` draws them when they change."""
        self._more.append(provider)
        self._show_marks()

    def repaint_marks(self) -> None:
        """Draw again what the providers mark."""
        self.pane.viewport().update()

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
        spans = self._spans(own)
        if not spans:
            return None
        return Wanted(_distinct(spans)[self._telling_step(own, spans) - 1], spans)

    def distinct_passages(self) -> list[int]:
        """The passages of the event, each once, in reading order."""
        return _distinct(self.spans)

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

    def _spans(self, placements: list[Placement]) -> list[Span]:
        if self.shown is None:
            return []
        here = [p for p in placements if p.edition_id == self.shown.edition.id]
        spans = [Span(self.shown.index_of(p.passage), p.start, p.end) for p in here]
        return sorted(s for s in spans if s.passage >= 0)

    def _telling_step(self, placements: list[Placement], spans: list[Span]) -> int:
        """The first step that tells of the event rather than expects it or looks back at it."""
        telling = [p for p in placements if p.relation in TELLING]
        told = {span.passage for span in self._spans(telling)}
        for step, passage in enumerate(_distinct(spans), start=1):
            if passage in told:
                return step
        return 1

    def _show_marks(self) -> None:
        claims, found, hits, more = self._claims, self._found, self._hits, self._more
        if not claims and not found and not more and hits is None:
            self.pane.set_marks()
            return

        def marks(passage: int) -> list[Mark]:
            own = [*claims.get(passage, ())]
            own += hits(passage) if hits is not None else found.get(passage, ())
            for provider in more:
                own += provider(passage)
            return own

        self.pane.set_marks(marks)


def _distinct(spans: list[Span]) -> list[int]:
    return list(dict.fromkeys(span.passage for span in spans))
