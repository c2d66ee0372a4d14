"""When something happened: typed freely, understood while it is typed, in a zone."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from db.corpus.times import understood
from db.errors import InvalidEditError
from db.records import Time
from db.text.zones import ZoneError, ZoneStatus, zone_key
from desktop.dialogs.base import label, set_kind
from desktop.dialogs.search_combo import SearchCombo
from desktop.dialogs.time_words import bounds_words, status_words, time_words
from desktop.dialogs.typed_time import TypedTime, read_typed, typed_form
from desktop.error_words import error_words


class TimeField(QObject):
    """The widgets for one time: `typed`, `understood` below it, and a row `zones`.

    `day` stands in for what is left out; `day_words` says whose day that is.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        *,
        zone: str,
        time: Time | None = None,
        day: date | None = None,
        day_words: str = "",
    ) -> None:
        super().__init__(parent)
        self._day, self._day_words = day, day_words
        self._before = time or Time()
        self._first_text = typed_form(time.edtf) if time else ""
        self.typed = QLineEdit(self._first_text, parent)
        self.typed.setPlaceholderText(self.tr("16 Dec 2011, before 14:52"))
        self.typed.setAccessibleName(self.tr("When it happened"))
        self.understood = label("", kind="secondary", parent=parent)
        # Two lines at least, so that the form does not jump while one types.
        self.understood.setMinimumHeight(round(parent.fontMetrics().lineSpacing() * 2.2))
        self.understood.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.zone = _zone_combo(time.zone if time and time.zone else zone, parent)
        self.status = QComboBox(parent)
        self.status.setAccessibleName(self.tr("How the time zone is known"))
        for status in (ZoneStatus.ASSUMED, ZoneStatus.STATED, ZoneStatus.UNKNOWN):
            self.status.addItem(status_words(status), status)
        known = time.zone_status if time and time.edtf else ZoneStatus.ASSUMED
        self.status.setCurrentIndex(self.status.findData(known))
        self.zones = QHBoxLayout()
        self.zones.setSpacing(8)
        self.zones.addWidget(self.zone, 1)
        self.zones.addWidget(self.status)
        self._read: TypedTime | None = None
        self._time: Time | None = Time()
        for signal in (
            self.typed.textChanged, self.zone.currentTextChanged, self.status.currentIndexChanged,
        ):  # fmt: skip
            signal.connect(self._look_again)
        self._look_again()

    def time(self) -> Time | None:
        """The time as understood, None where it is not; an empty one where none is typed."""
        return self._time

    def _look_again(self) -> None:
        text = self.typed.text().strip()
        unchanged = text == self._first_text and bool(self._before.edtf)
        self._read = TypedTime(self._before.edtf) if unchanged else read_typed(text, day=self._day)
        stated = self._read is not None and bool(self._read.zone)
        self.zone.setEnabled(not stated and self._status() is not ZoneStatus.UNKNOWN)
        self.status.setEnabled(not stated)
        self._time, sentence = self._understand(text)
        self._show(sentence)
        self.changed.emit()

    def _status(self) -> ZoneStatus:
        return ZoneStatus(self.status.currentData())

    def _understand(self, text: str) -> tuple[Time | None, str]:
        """The time, and what to say where there is none."""
        try:
            zone, status = zone_key(self.zone.currentText()), self._status()
        except ZoneError as error:
            return None, error_words(error)
        if not text:
            return Time(zone=zone, zone_status=status), self.tr("Without a date.")
        read = self._read
        if read is None:
            return None, self.tr(
                "Not understood. Write it as 16 Dec 2011 14:52, before 14:52, 16–18 Dec 2011, "
                "about May 2011, 2011-12, or in EDTF."
            )
        if read.zone:
            zone, status = read.zone, ZoneStatus.STATED
        try:
            return understood(read.edtf, zone, printed=self._printed(text), status=status), ""
        except InvalidEditError as error:
            return None, error_words(error)

    def _printed(self, text: str) -> str:
        """What was printed stays where the time does; else it is what the reader typed."""
        if text == self._first_text:
            return self._before.printed
        return "" if self._read is not None and self._read.edtf == text else text

    def _show(self, sentence: str) -> None:
        time = self._time
        set_kind(self.understood, "" if time is None else "secondary")
        if time is not None and time.edtf:
            words = self.tr("Understood as: {time}").format(time=time_words(time))
            sentence = "\n".join(filter(None, [words, bounds_words(time), self._remark()]))
        self.understood.setText(sentence)
        self.typed.setAccessibleDescription(sentence)

    def _remark(self) -> str:
        """What was not typed, or could be read otherwise."""
        read = self._read
        if read is None:
            return ""
        if read.other:
            other = typed_form(read.other)
            return self.tr("It could also be {time}: write the month as a word.").format(time=other)
        if read.assumed == "day":
            return self.tr("The day is that of {whose}.").format(whose=self._day_words)
        if read.assumed == "year":
            return self.tr("The year is that of {whose}.").format(whose=self._day_words)
        return ""


def _zone_combo(zone: str, parent: QWidget) -> SearchCombo:
    combo = SearchCombo(QCoreApplication.translate("TimeField", "Time zone"), parent, free=True)
    names = [zone, *(name for name in _zone_names() if name != zone)]
    combo.fill([(name, name) for name in names], zone)
    return combo


@lru_cache(maxsize=1)
def _zone_names() -> tuple[str, ...]:
    """Places, not the database's links and abbreviations."""
    aside = ("Etc/", "posix/", "right/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")
    names = (n for n in available_timezones() if "/" in n and not n.startswith(aside))
    return ("UTC", *sorted(names))
