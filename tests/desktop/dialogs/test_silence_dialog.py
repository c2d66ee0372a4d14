"""A silence is settled by what the reader found; what the dates show is said beside it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.corpus.sources import SourceFields
from db.records import Silence
from desktop.dialogs.silence_dialog import CHOICES, SilenceDialog
from desktop.reading.silence_words import silence_words
from desktop.session import Session
from tests.builders import HERALD, add_edition
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import (
    ALT,
    KEY,
    Window,
    event_named,
    press,
    source_named,
    stamp,
    typed,
    words_of,
)

Open = Callable[..., SilenceDialog]


@pytest.fixture
def open_for(session: Session, window: Window, show: Show) -> Open:
    def opening(title: str = "Ships wait", source: str = "herald") -> SilenceDialog:
        event = event_named(session, title).id
        dialog = SilenceDialog(session, event, source_named(session, source).id, window)
        show(dialog)
        return dialog

    return opening


def settle(session: Session, dialog: SilenceDialog) -> None:
    """What the window does with the choice."""
    event, source = event_named(session, "Ships wait").id, source_named(session, "herald").id
    state, silence = dialog.choice()
    reason = dialog.reason()
    session.perform(
        lambda corpus: (event, corpus.reviews.settle(event, source, state, silence, reason))
    )


def kind(session: Session) -> Silence | None:
    event, source = event_named(session, "Ships wait").id, source_named(session, "herald").id
    return session.silences.kind(event, source)


def test_at_first_nobody_has_looked(open_for: Open) -> None:
    dialog = open_for()
    press(KEY.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.choice() == ("not-looked", None)


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        (KEY.Key_N, ("not-looked", None)),
        (KEY.Key_S, ("silent", None)),
        (KEY.Key_C, ("silent", Silence.SILENT)),
        (KEY.Key_O, ("silent", Silence.OUT_OF_SCOPE)),
        (KEY.Key_P, ("silent", Silence.NOT_PUBLISHED)),
        (KEY.Key_F, ("silent", Silence.NO_FIGURE)),
    ],
)
def test_each_choice_has_a_key(open_for: Open, key: KEY, choice: tuple[str, object]) -> None:
    dialog = open_for()
    press(key, ALT)
    press(KEY.Key_Return)
    assert dialog.choice() == choice


def test_arrows_go_from_choice_to_choice(open_for: Open) -> None:
    dialog = open_for()
    for choice in CHOICES[1:]:
        press(KEY.Key_Down)
        assert dialog.choice() == choice


def test_a_silence_that_is_settled_can_be_undone(
    open_for: Open, session: Session, qtbot: QtBot
) -> None:
    dialog = open_for()
    press(KEY.Key_O, ALT)
    press(KEY.Key_Return)
    settle(session, dialog)
    assert kind(session) is Silence.OUT_OF_SCOPE
    session.undo_stack.undo()
    assert kind(session) is Silence.NOT_LOOKED


def test_what_was_settled_before_is_shown(open_for: Open, session: Session) -> None:
    first = open_for()
    press(KEY.Key_F, ALT)
    press(KEY.Key_R, ALT)
    typed("  only in a  caption ")
    press(KEY.Key_Return)
    settle(session, first)
    again = open_for()
    assert again.choice() == ("silent", Silence.NO_FIGURE)
    assert again.reason() == "only in a caption"


def test_what_the_dates_show_is_said(open_for: Open, session: Session) -> None:
    fields = SourceFields(label="Letter", key="letter", published=stamp("2011-12-17T10:00:00"))
    letter, _ = session.corpus.sources.add(fields)
    edition = add_edition(session.corpus, letter, HERALD)
    session.corpus.mentions.add(event_named(session, "The crane falls").id, edition, 0, 7)
    session.announce(session.corpus.events.put_before(
        event_named(session, "A rope breaks").id, event_named(session, "The inquiry").id
    ))  # fmt: skip
    dialog = open_for("The inquiry", "letter")
    said = "\n".join(words_of(dialog))
    assert dialog.derived() is Silence.NOT_PUBLISHED
    assert f"From the dates: {silence_words(Silence.NOT_PUBLISHED)}" in said
    assert "The event: 19 Dec 2011 (Asia/Aqtau, assumed)." in said
    assert "events from 16 Dec 2011, 00:00 to 16 Dec 2011, 12:00" in said
    assert "It was last published by 17 Dec 2011, 10:00." in said


def test_what_is_not_known_is_said_too(open_for: Open) -> None:
    said = "\n".join(words_of(open_for()))
    assert "When it was last published is not known." in said
    assert "The event: after 20 Dec 2011" in said


def test_escape_settles_nothing(open_for: Open) -> None:
    dialog = open_for()
    press(KEY.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
