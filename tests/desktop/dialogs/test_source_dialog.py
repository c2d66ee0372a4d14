"""Everything known of a source is there to read and to copy."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from db.corpus.sources import SourceFields
from db.records import EditionKind, Time
from desktop.dialogs.source_dialog import SourceDialog, language_words
from desktop.session import Session
from tests.builders import TOWER, TOWER_DIGEST, add_edition
from tests.desktop.conftest import Show
from tests.desktop.dialogs.world import KEY, Window, press, source_named, stamp, words_of

Open = Callable[[str], SourceDialog]


@pytest.fixture
def open_for(session: Session, window: Window, show: Show) -> Open:
    fields = SourceFields(
        label="The ticker", key="ticker", title="Harbour <b>live</b>",
        creators=("R. Tower", "A. Second"), publisher="Tower & Sons", language="ru",
        place="Port", position="Writes for the dockers.", rights="All with the authors.",
        citation="Tower, “Harbour live”, 2011.", summary="Two notices. It is **not** dated.",
        retrieved="2012-01-05",
        published=stamp("2011-12-16T15:30:00", "15:30", "The day follows from the text."),
    )  # fmt: skip
    source, _ = session.corpus.sources.add(fields)
    add_edition(session.corpus, source, TOWER, awaited=True)
    add_edition(session.corpus, source, TOWER_DIGEST, EditionKind.DIGEST)
    session.corpus.sources.add_report(
        source, 1, "Smoke", "R. Tower", stamp("2011-12-16T14:10:00", "14:10", "No day is printed.")
    )
    session.corpus.sources.add_report(source, 2, "A denial", "", Time())
    session.announce(session.corpus.events.delete(session.events[-1].id))

    def opening(key: str) -> SourceDialog:
        dialog = SourceDialog(session, source_named(session, key), window)
        show(dialog)
        return dialog

    return opening


def test_all_that_is_known_is_shown(open_for: Open) -> None:
    said = "\n".join(words_of(open_for("ticker")))
    for words in (
        "C · The ticker", "Harbour <b>live</b>", "R. Tower\nA. Second", "Tower & Sons",
        "Russian (ru)", "printed as “15:30”",
        "understood as 16 Dec 2011, 15:30 (Asia/Aqtau, assumed)",
        "The day follows from the text.", "5 Jan 2012", "Port", "Writes for the dockers.",
        "All with the authors.", "Tower, “Harbour live”, 2011.", "Two notices. It is not dated.",
    ):  # fmt: skip
        assert words in said


def test_texts_that_are_held_and_awaited_are_told_apart(open_for: Open, session: Session) -> None:
    said = words_of(open_for("ticker"))
    editions = [e for e in session.corpus.editions.all(held_only=False) if e.source_key == "ticker"]
    for edition, state in zip(editions, ("not held: it can be added", "held"), strict=True):
        shown = next(words for words in said if edition.sha256 in words)
        assert shown.startswith(f"{state} · {edition.characters} characters")


def test_reports_stand_in_a_table_with_what_was_printed_and_understood(open_for: Open) -> None:
    table = open_for("ticker").reports
    cells = [[table.item(r, c).text() for c in range(4)] for r in range(table.rowCount())]
    assert cells == [
        ["1", "Smoke", "14:10", "16 Dec 2011, 14:10 (Asia/Aqtau, assumed)"],
        ["2", "A denial", "—", "—"],
    ]


def test_a_reports_note_is_read_by_keyboard(open_for: Open) -> None:
    dialog = open_for("ticker")
    dialog.reports.setFocus()
    press(KEY.Key_Down)
    dialog.reports.selectRow(0)
    assert "No day is printed." in dialog.reports.note.text()
    assert "By R. Tower" in dialog.reports.note.text()
    press(KEY.Key_Down)
    assert "No day is printed." not in dialog.reports.note.text()


def test_every_value_can_be_selected_with_mouse_and_keyboard(open_for: Open) -> None:
    labels = open_for("ticker").findChildren(QLabel)
    value = next(each for each in labels if each.text() == "Tower & Sons")
    flags = Qt.TextInteractionFlag
    assert value.textInteractionFlags() & flags.TextSelectableByMouse
    assert value.textInteractionFlags() & flags.TextSelectableByKeyboard
    assert value.textFormat() is Qt.TextFormat.PlainText


def test_what_is_not_known_has_no_empty_row(open_for: Open) -> None:
    said = words_of(open_for("herald"))
    assert "Publisher" not in said
    assert "Citation" not in said
    assert "no date printed" in said


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_Return])
def test_it_closes_by_keyboard(open_for: Open, key: KEY) -> None:
    dialog = open_for("herald")
    press(key)
    assert not dialog.isVisible()


def test_languages_are_named_where_they_have_a_name() -> None:
    assert language_words("kk") == "Kazakh (kk)"
    assert language_words("xx-made-up") == "xx-made-up"
    assert language_words("") == ""
