"""Events: going through them, the two clocks, and recording events and mentions."""

from __future__ import annotations

from collections.abc import Callable

from db.corpus import Corpus
from db.corpus.events import EventFields
from db.records import Change, Relation
from desktop.commands.group import CommandGroup
from desktop.desk import Desk
from desktop.reading.column import Column


class EventCommands(CommandGroup):
    """The Event menu."""

    needs_desk = (
        "next_event", "previous_event", "next_passage", "previous_passage", "realign", "play",
        "known_all", "new_event", "mention", "edit_mentions",
    )  # fmt: skip

    def handlers(self) -> dict[str, Callable[..., None]]:
        """Every action of the group with what it does."""
        return {
            "next_event": self.next_event,
            "previous_event": self.previous_event,
            "next_passage": self.next_passage,
            "previous_passage": self.previous_passage,
            "realign": self.realign,
            "back": self.back,
            "forward": self.forward,
            "play": self.play,
            "known_all": self.known_all,
            "new_event": self.new_event,
            "edit_event": self.edit_event,
            "delete_event": self.delete_event,
            "mention": self.mention,
            "edit_mentions": self.edit_mentions,
            "silent": self.settle_silence,
        }

    def attach(self, desk: Desk) -> None:
        """Work on a desk."""
        super().attach(desk)
        desk.session.selection.history_changed.connect(self.refresh)
        desk.session.selection.event_changed.connect(self.refresh)
        desk.session.selection.known_by_changed.connect(self.refresh)
        desk.session.changed.connect(self.refresh)
        desk.timeline.playing_changed.connect(self._playing)
        desk.reading.silence_action.connect(self._settle_in)
        desk.panel.settle_requested.connect(self.settle_source)

    def refresh(self) -> None:
        """Enable what can be done now."""
        super().refresh()
        session = self.session
        selection = session.selection if session is not None else None
        self.set_enabled("back", selection is not None and selection.can_go_back)
        self.set_enabled("forward", selection is not None and selection.can_go_forward)
        chosen = selection is not None and selection.event_id is not None
        for action_id in ("edit_event", "delete_event", "silent"):
            self.set_enabled(action_id, chosen)
        self.set_enabled("known_all", selection is not None and selection.known_by is not None)

    # Going

    def next_event(self) -> None:
        """Go to the next event listed."""
        if self.desk is not None:
            self.desk.events.step(1)

    def previous_event(self) -> None:
        """Go to the event before."""
        if self.desk is not None:
            self.desk.events.step(-1)

    def next_passage(self) -> None:
        """Go to the active column's next passage of this event."""
        if self.column is not None:
            self.column.step_by(1)

    def previous_passage(self) -> None:
        """Go to the active column's passage of this event before."""
        if self.column is not None:
            self.column.step_by(-1)

    def realign(self) -> None:
        """Bring every column to this event."""
        if self.desk is not None:
            self.desk.reading.realign()

    def back(self) -> None:
        """Return to the place before."""
        if self.session is not None:
            self.session.selection.back()

    def forward(self) -> None:
        """Go again to where the reader came back from."""
        if self.session is not None:
            self.session.selection.forward()

    def play(self, on: bool) -> None:
        """Go through the events, one after another."""
        if self.desk is not None and self.desk.timeline.playback.is_playing != on:
            self.desk.timeline.playback.toggle()

    def _playing(self, playing: bool) -> None:
        self.set_checked("play", playing)

    def known_all(self) -> None:
        """Count everything published."""
        if self.session is not None:
            self.session.selection.set_known_by(None)
        self.refresh()

    # Recording

    def new_event(self) -> None:
        """Ask for a new event; the words selected become its first mention."""
        session, column = self.session, self.column
        if session is None:
            return
        from desktop.dialogs.event_dialog import EventDialog

        words = column.pane.selected_text() if column is not None else ""
        dialog = EventDialog(session, self.window, title=" ".join(words.split())[:80])
        if not dialog.exec():
            return
        spans = selected_spans(column) if column is not None else []
        fields = dialog.fields()

        def do(corpus: Corpus) -> tuple[int, Change]:
            with corpus.edit("New event") as pending:
                event, _ = corpus.events.add(fields)
                for edition, start, end in spans:
                    corpus.mentions.add(event, edition, start, end, dialog.relation())
            return event, pending.change

        event = session.perform(do)
        if event is not None:
            session.selection.set_event(event)

    def edit_event(self) -> None:
        """Ask for other words about this event."""
        session = self.session
        if session is None or session.selection.event_id is None:
            return
        from desktop.dialogs.event_dialog import EventDialog

        event = session.selection.event_id
        dialog = EventDialog(session, self.window, event=session.events_by_id[event])
        if dialog.exec():
            self._change_event(event, dialog.fields())

    def _change_event(self, event: int, fields: EventFields) -> None:
        assert self.session is not None
        self.session.perform(lambda corpus: (event, corpus.events.change(event, fields)))

    def delete_event(self) -> None:
        """Delete this event and its mentions; undo brings all of it back."""
        session = self.session
        if session is None or session.selection.event_id is None:
            return
        event = session.events_by_id[session.selection.event_id]
        listed = self.desk.events.model.events() if self.desk is not None else []
        at = listed.index(event.id) if event.id in listed else -1
        neighbour = (
            listed[at + 1] if 0 <= at < len(listed) - 1 else listed[at - 1] if at > 0 else None
        )
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
        if not dialog.exec():
            return
        event, relation = dialog.event(), dialog.relation()
        if event is None:
            self.new_event()
            return
        self._add_mentions(event, spans, relation)
        title = session.events_by_id[event].title
        words = self.window.tr("Marked as a mention of “{event}”").format(event=title)
        self.window.status.showMessage(words, 4000)

    def _add_mentions(
        self, event: int, spans: list[tuple[int, int, int]], relation: Relation
    ) -> None:
        assert self.session is not None

        def do(corpus: Corpus) -> tuple[int, Change]:
            with corpus.edit("Add mention") as pending:
                for edition, start, end in spans:
                    corpus.mentions.add(event, edition, start, end, relation)
            return event, pending.change

        self.session.perform(do)

    def edit_mentions(self) -> None:
        """Show the mentions in the passage at hand, to change or delete them."""
        session, column = self.session, self.column
        if session is None or column is None or column.shown is None:
            return
        from desktop.dialogs.mentions_dialog import MentionsDialog

        at = column.pane.caret_passage()
        MentionsDialog(session, column.shown, at, self.window).exec()

    def settle_silence(self) -> None:
        """Settle why the active column's source is silent on this event."""
        if self.column is not None:
            self.settle_source(self.column.source.id)

    def _settle_in(self, column: Column) -> None:
        self.settle_source(column.source.id)

    def settle_source(self, source: int) -> None:
        """Ask why a source is silent on this event."""
        session = self.session
        if session is None or session.selection.event_id is None:
            return
        from desktop.dialogs.silence_dialog import SilenceDialog

        event = session.selection.event_id
        if source in session.spoken.get(event, ()):
            self.window.inform(self.window.tr("This source speaks of the event."))
            return
        dialog = SilenceDialog(session, event, source, self.window)
        if dialog.exec():
            state, silence = dialog.choice()
            session.perform(
                lambda corpus: (event, corpus.reviews.settle(event, source, state, silence))
            )


def selected_spans(column: Column) -> list[tuple[int, int, int]]:
    """The selection as (edition id, start, end), one for each passage it touches."""
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


def passage_span(column: Column) -> list[tuple[int, int, int]]:
    """The whole passage the reader is at."""
    shown = column.shown
    at = column.pane.caret_passage()
    if shown is None or not 0 <= at < len(shown.text):
        return []
    return [(shown.edition.id, shown.text.starts[at], shown.text.ends[at])]


def _quoted(column: Column, spans: list[tuple[int, int, int]]) -> str:
    edition = column.selected_edition() or column.shown
    assert edition is not None
    return " … ".join(edition.text.text[start:end] for _, start, end in spans)
