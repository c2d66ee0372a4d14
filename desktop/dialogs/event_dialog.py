"""An event: its title, when and where it happened, what it is part of, a summary."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from db.corpus.events import EventFields
from db.records import Event, Relation, Time
from desktop.dialogs.base import Dialog, Form
from desktop.dialogs.relation_choice import RelationChoice
from desktop.dialogs.search_combo import SearchCombo
from desktop.dialogs.time_field import TimeField
from desktop.session import Session
from desktop.when import display_when


class EventDialog(Dialog):
    """Asks for a new event, or for other words about one.

    `title` are the words that become the new event's first mention; with them the dialog also
    asks how they speak of it. `mention` says otherwise whether there are such words.
    """

    TOPIC = "editing"

    def __init__(
        self,
        session: Session,
        parent: QWidget | None,
        *,
        event: Event | None = None,
        title: str = "",
        mention: bool | None = None,
        relation: Relation = Relation.REPORTS,
    ) -> None:
        words = self.tr("Edit event") if event else self.tr("New event")
        super().__init__(parent, words, width=600)
        self._session, self._event = session, event
        mentions = event is None and (bool(title) if mention is None else mention)
        self.title = self._line(event.title if event else title, self.tr("Title"))
        self.title.setPlaceholderText(self.tr("What is said to have happened, in neutral words"))
        day, whose = self._day()
        self.when = TimeField(
            self, zone=session.info.zone, time=event.happened if event else None,
            day=day, day_words=whose,
        )  # fmt: skip
        self.lasting = QCheckBox(self.tr("It &lasted all that time"), self)
        self.lasting.setAccessibleName(self.tr("It lasted all that time"))
        self.lasting.setToolTip(
            self.tr("Without the tick it happened at some moment within that time.")
        )
        self.lasting.setChecked(event.lasting if event else False)
        self.place = self._line(event.place if event else "", self.tr("Place"))
        self.parent_event = SearchCombo(self.tr("Part of"), self)
        self.parent_event.fill(self._possible_parents(), event.parent_id if event else None)
        self.summary = _Text(event.summary if event else "", self)
        self.relation_choice = RelationChoice(relation, self) if mentions else None
        self._fill_form()
        self.add_cancel()
        self.ok = self.add_accept(self.tr("&Save") if event else self.tr("&Add event"))
        self.title.textChanged.connect(self._judge)
        self.when.changed.connect(self._judge)
        self._judge()
        self.title.selectAll()

    def fields(self) -> EventFields:
        """What the reader said."""
        time = self.when.time() or Time()
        parent = self.parent_event.choice()
        return EventFields(
            title=" ".join(self.title.text().split()),
            when=time.edtf,
            printed=time.printed,
            zone=time.zone,
            zone_status=time.zone_status,
            place=" ".join(self.place.text().split()),
            parent_id=parent if isinstance(parent, int) else None,
            summary=self.summary.toPlainText().strip(),
            lasting=self.lasting.isChecked(),
        )

    def relation(self) -> Relation:
        """How the words that become its first mention speak of it."""
        return self.relation_choice.relation() if self.relation_choice else Relation.REPORTS

    def _line(self, text: str, name: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setAccessibleName(name)
        line.setCursorPosition(0)
        return line

    def _fill_form(self) -> None:
        self.summary.setAccessibleName(self.tr("Summary"))
        self.summary.setPlaceholderText(self.tr("What the sources agree and disagree on; Markdown"))
        form = Form()
        form.add(self.tr("&Title"), self.title)
        form.add(self.tr("&When"), self.when.typed)
        form.add("", self.when.understood)
        form.add("", self.lasting)
        form.add(self.tr("Time &zone"), self.when.zones, self.when.zone)
        form.add(self.tr("&Place"), self.place)
        form.add(self.tr("Part &of"), self.parent_event)
        form.add(self.tr("S&ummary"), self.summary)
        form.setRowStretch(form.rowCount() - 1, 1)
        if self.relation_choice:
            form.add(self.tr("The passage"), self.relation_choice)
        self.box.addLayout(form, 1)

    def _judge(self) -> None:
        """It can be kept once it has a title and its time is understood."""
        has_title = bool(self.title.text().strip())
        self.ok.setEnabled(has_title and self.when.time() is not None)
        self.ok.setToolTip("" if has_title else self.tr("An event needs a title."))

    def _day(self) -> tuple[date | None, str]:
        """The day that stands in for what is not typed, and whose it is."""
        events = self._session.events_by_id
        for event in (self._event, events.get(self._session.selection.event_id or 0)):
            day = _first_day(event.happened) if event else None
            if event and day:
                return day, f"“{event.title}”"
        return None, ""

    def _possible_parents(self) -> list[tuple[str, object]]:
        below = self._below()
        chosen: list[tuple[str, object]] = [(self.tr("nothing larger"), None)]
        for event in self._session.events:
            if event.id not in below:
                when = display_when(event.happened.edtf)
                chosen.append((f"{event.title} — {when}" if when else event.title, event.id))
        return chosen

    def _below(self) -> set[int]:
        """The event itself and all that is part of it."""
        if self._event is None:
            return set()
        found, waiting = {self._event.id}, [self._event.id]
        parts: dict[int, list[int]] = {}
        for event in self._session.events:
            parts.setdefault(event.parent_id or 0, []).append(event.id)
        while waiting:
            new = [i for i in parts.get(waiting.pop(), ()) if i not in found]
            found.update(new)
            waiting += new
        return found


class _Text(QPlainTextEdit):
    """A text of a few lines; Tab leaves it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """Six lines."""
        return QSize(320, self.fontMetrics().lineSpacing() * 6 + 16)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(160, self.fontMetrics().lineSpacing() * 3 + 16)


def _first_day(time: Time) -> date | None:
    """The first date a time names."""
    for end in time.edtf.split("/"):
        try:
            return date.fromisoformat(end[:10])
        except ValueError:
            continue
    return None
