"""Recording what the reader finds: events, mentions, reviews of silences."""

from __future__ import annotations

from collections.abc import Callable

from db.corpus import Corpus
from db.corpus.events import EventFields
from db.records import Change, Relation
from desktop.commands.group import CommandGroup, keep_by
from desktop.desk import Desk
from desktop.reading.column import Column

Span = tuple[int, int, int]
"""Words of an edition: its id, start, end."""


class EditingCommands(CommandGroup):
    """The second half of the Event menu."""

    needs_desk = ("new_event", "mention", "edit_mentions")

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "new_event": self.new_event,
            "edit_event": self.edit_event,
            "delete_event": self.delete_event,
            "mention": self.mention,
            "edit_mentions": self.edit_mentions,
            "silent": self.review_silence,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        desk.session.selection.event_changed.connect(self.refresh)
        desk.reading.silence_action.connect(self._review_column)
        desk.panel.settle_requested.connect(self.review_source)

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        session = self.session
        chosen = session is not None and session.selection.event_id is not None
        for action_id in ("edit_event", "delete_event", "silent"):
            self.set_enabled(action_id, chosen)

    def new_event(self) -> None:
        """Ask for a new event; the words selected become its first mention."""
        spans = selected_spans(self.column) if self.column is not None else []
        event = self._ask_new_event(spans)
        if event is not None and self.session is not None:
            self.session.selection.set_event(event)

    def _ask_new_event(
        self, spans: list[Span], relation: Relation = Relation.REPORTS
    ) -> int | None:
        session, column = self.session, self.column
        if session is None:
            return None
        from desktop.dialogs.event_dialog import EventDialog

        words = _quoted(column, spans) if column is not None and spans else ""
        title = " ".join(words.split())[:80]
        dialog = EventDialog(
            session, self.window, title=title, mention=bool(spans), relation=relation
        )
        made: list[int] = []

        def do(corpus: Corpus) -> tuple[int, Change]:
            with corpus.edit("New event") as pending:
                event, _ = corpus.events.add(dialog.fields())
                for edition, start, end in spans:
                    corpus.mentions.add(event, edition, start, end, dialog.relation())
            made.append(event)
            return event, pending.change

        keep_by(dialog, session, do)
        return made[-1] if dialog.exec() and made else None

    def edit_event(self) -> None:
        """Ask for other words about this event."""
        session = self.session
        if session is None or session.selection.event_id is None:
            return
        from desktop.dialogs.event_dialog import EventDialog

        event = session.selection.event_id
        dialog = EventDialog(session, self.window, event=session.events_by_id[event])
        keep_by(
            dialog, session, lambda corpus: (event, corpus.events.change(event, dialog.fields()))
        )
        dialog.exec()

    def change_event(self, event: int, fields: EventFields) -> None:
        """Replace what is said about an event."""
        assert self.session is not None
        self.session.perform(lambda corpus: (event, corpus.events.change(event, fields)))

    def delete_event(self) -> None:
        """Delete this event and its mentions; undo brings all of it back."""
        session = self.session
        if session is None or session.selection.event_id is None:
            return
        event = session.events_by_id[session.selection.event_id]
        neighbour = self._neighbour(event.id)
        done = session.perform(lambda corpus: (event.id, corpus.events.delete(event.id)))
        if done is not None:
            session.selection.set_event(neighbour)
            words = self.window.tr("“{event}” was deleted with its mentions. Undo brings it back.")
            self.window.inform(words.format(event=event.title))

    def _neighbour(self, event: int) -> int | None:
        """The event listed after one, else the one before."""
        listed = self.desk.events.model.events() if self.desk is not None else []
        if event not in listed or len(listed) < 2:
            return None
        at = listed.index(event)
        return listed[at + 1] if at + 1 < len(listed) else listed[at - 1]

    def mention(self) -> None:
        """Say which event the selected words, or the passage at hand, speak of."""
        session, column = self.session, self.column
        if session is None or column is None:
            return
        spans = selected_spans(column) or passage_span(column)
        if not spans:
            return
        from desktop.dialogs.mention_dialog import MentionDialog

        dialog = MentionDialog(session, self.window, words=_quoted(column, spans))

        def keep() -> bool:
            event = dialog.event_id()
            return event is None or self.add_mentions(event, spans, dialog.relation())

        session.failed.connect(dialog.say)
        dialog.until_kept(keep)
        if not dialog.exec():
            return
        event = dialog.event_id()
        if event is None:
            event = self._ask_new_event(spans, dialog.relation())
        if event in session.events_by_id:
            title = session.events_by_id[event].title
            words = self.window.tr("Marked as a mention of “{event}”").format(event=title)
            self.window.status.showMessage(words, 4000)

    def add_mentions(self, event: int, spans: list[Span], relation: Relation) -> bool:
        """Record that words speak of an event, as one edit, and tell whether it was made."""
        assert self.session is not None

        def do(corpus: Corpus) -> tuple[int, Change]:
            with corpus.edit("Add mention") as pending:
                for edition, start, end in spans:
                    corpus.mentions.add(event, edition, start, end, relation)
            return event, pending.change

        return self.session.perform(do) is not None

    def edit_mentions(self) -> None:
        """Show the mentions in the passage at hand, to change or delete them."""
        session, column = self.session, self.column
        if session is None or column is None or column.shown is None:
            return
        from desktop.dialogs.mentions_dialog import MentionsDialog

        at = column.pane.caret_passage()
        MentionsDialog(session, column.shown, at, self.window).exec()

    def review_silence(self) -> None:
        """Say why the active column's source is silent on this event."""
        if self.column is not None:
            self.review_source(self.column.source.id)

    def _review_column(self, column: Column) -> None:
        self.review_source(column.source.id)

    def review_source(self, source: int) -> None:
        """Ask why a source is silent on this event."""
        session = self.session
        if session is None or session.selection.event_id is None or self.refused():
            return
        from desktop.dialogs.silence_dialog import SilenceDialog

        event = session.selection.event_id
        if source in session.spoken.get(event, ()):
            known = session.source(source)
            words = self.window.tr("{source} speaks of this event: there is no silence to review.")
            self.window.inform(words.format(source=known.label if known else ""))
            return
        dialog = SilenceDialog(session, event, source, self.window)

        def settle(corpus: Corpus) -> tuple[int, Change]:
            state, silence = dialog.choice()
            return event, corpus.reviews.settle(event, source, state, silence, dialog.reason())

        keep_by(dialog, session, settle)
        dialog.exec()


def selected_spans(column: Column) -> list[Span]:
    """The selection of a column, one span for each passage it touches."""
    chosen = column.pane.selection()
    edition = column.selected_edition()
    if chosen is None or edition is None:
        return []
    text = edition.text
    start, end = chosen
    spans = []
    for passage in range(text.passage_at(start), text.passage_at(max(start, end - 1)) + 1):
        first, last = max(start, text.starts[passage]), min(end, text.ends[passage])
        if first < last:
            spans.append((edition.edition.id, first, last))
    return spans


def passage_span(column: Column) -> list[Span]:
    """The whole passage the reader is at."""
    shown = column.shown
    at = column.pane.caret_passage()
    if shown is None or not 0 <= at < len(shown.text):
        return []
    return [(shown.edition.id, shown.text.starts[at], shown.text.ends[at])]


def _quoted(column: Column, spans: list[Span]) -> str:
    edition = column.selected_edition() or column.shown
    assert edition is not None
    return " … ".join(edition.text.text[start:end] for _, start, end in spans)
