"""A small invented corpus in a session, a window to hang dialogs on, and keys to press."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from db.corpus.events import EventFields
from db.corpus.times import understood
from db.records import Relation
from db.text.zones import ZoneStatus
from desktop.session import Session
from desktop.theme import theme
from tests.builders import ZONE, add_event, harbour, held, span

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """What dialogs ask of the window: its theme, and to say things."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = theme("light")
        self.said: list[str] = []
        self.warned: list[str] = []
        self.helped: list[tuple[str, QWidget | None]] = []

    def inform(self, sentence: str) -> None:
        self.said.append(sentence)

    def warn(self, sentence: str) -> None:
        self.warned.append(sentence)

    def open_help(self, topic: str, over: QWidget | None = None) -> None:
        self.helped.append((topic, over))


def make_session(path: Path) -> Session:
    """Two sources, five events, three mentions; the crane's fall is current."""
    corpus = harbour(path)
    ids = event_ids(corpus)
    crane, inquiry = ids["The crane falls"], ids["The inquiry"]
    corpus.events.change(
        crane,
        EventFields(
            "The crane falls", "2011-12-16/2011-12-16T12:00:00", printed="before noon",
            place="Quay", summary="Who saw it *differs*.",
        ),
    )  # fmt: skip
    add_event(corpus, "A rope breaks", "2011-12-16T11:58:00~", parent_id=crane)
    add_event(corpus, "The port master is asked", parent_id=inquiry)
    add_event(corpus, "Ships wait", "2011-12-20/..")
    herald, digest = held(corpus, "herald/original"), held(corpus, "tower/digest")
    corpus.mentions.add(crane, herald, *span(corpus, herald, "A crane fell at noon"))
    corpus.mentions.add(inquiry, herald, *span(corpus, herald, "three were hurt"), Relation.CONTEXT)
    corpus.mentions.add(crane, digest, *span(corpus, digest, "A fall, two hurt."))
    session = Session(corpus)
    session.selection.set_event(crane)
    return session


def make_desk(session: Session) -> Any:
    """A desk as sheets see it: the herald's column first, the two first events listed."""
    listed = [event.id for event in session.events[:2]]
    columns = [SimpleNamespace(source=source) for source in reversed(session.sources)]
    return SimpleNamespace(
        session=session,
        events=SimpleNamespace(model=SimpleNamespace(events=lambda: listed)),
        reading=SimpleNamespace(columns=columns),
    )


def event_ids(corpus: Any) -> dict[str, int]:
    return {e.title: e.id for e in corpus.events.all()}


def event_named(session: Session, title: str) -> Any:
    return next(e for e in session.events if e.title == title)


def source_named(session: Session, key: str) -> Any:
    return next(s for s in session.sources if s.key == key)


def stamp(edtf: str, printed: str = "", note: str = "") -> Any:
    return understood(edtf, ZONE, printed=printed, status=ZoneStatus.ASSUMED, note=note)


def focused() -> QWidget:
    """Where the next key goes: to what has popped up, else to what has the keyboard."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focused(), key, modifier)


def typed(words: str) -> None:
    """Type words where the keyboard is, in place of what is selected there."""
    QTest.keyClicks(focused(), words)


def words_of(widget: QWidget) -> list[str]:
    """Everything a widget's visible labels say."""
    labels = widget.findChildren(QLabel)
    return [each.text() for each in labels if each.text() and not each.isHidden()]
