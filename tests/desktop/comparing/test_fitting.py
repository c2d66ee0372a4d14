"""Words that fit into a few lines, and a title that leaves room for what is said."""

import pytest
from PySide6.QtGui import Qt

from db.corpus.events import EventFields
from desktop.comparing.fitting import fitted
from desktop.comparing.lines import Kind, Line, Role, Run
from desktop.comparing.paragraph import isolated
from desktop.widgets.plain import plain_tooltip
from tests.stories.reader import Reader

WIDTH = 240.0


def title_line(reader: Reader) -> Line:
    (line,) = (ln for ln in reader.desk.panel.list.cards.lines if ln.kind is Kind.TITLE)
    return line


@pytest.mark.parametrize(
    "words", ["Long words of many people " * 80, "y" * 2_000, "🜛 خبر طويل " * 200, "a\u0301" * 900]
)
def test_a_title_takes_four_lines_and_is_whole_in_its_tooltip(reader: Reader, words: str) -> None:
    measures = reader.desk.panel.list.painter.measures
    one = measures.height(Line(Kind.TITLE, (Run("a", Role.TITLE),)), WIDTH)
    event = reader.desk.session.selection.event_id or 0
    reader.window.commands.editing.change_event(event, EventFields(words, "2011-12-16"))
    reader.desk.panel.refill()
    line = title_line(reader)
    assert measures.height(line, WIDTH) <= 4 * one
    assert line.spoken == line.tooltip == words.strip()
    shown = fitted(line.spoken, reader.desk.panel.list.painter.type.title, WIDTH, 4)
    assert shown.endswith("…")
    # Qt keeps an Arabic letter joined to what is cut off by a joiner.
    assert line.spoken.startswith(shown[:-1].rstrip("\u200d"))


def test_a_title_that_fits_is_not_touched(reader: Reader) -> None:
    font = reader.desk.panel.list.painter.type.title
    assert fitted("The crane falls", font, WIDTH, 4) == "The crane falls"
    assert title_line(reader).tooltip == ""


def test_a_long_tooltip_is_wrapped_and_its_signs_are_signs() -> None:
    assert plain_tooltip("a & b") == "a & b"
    long = plain_tooltip("a & <b> " * 40)
    assert Qt.mightBeRichText(long)
    assert "&lt;b&gt;" in long and "<b>" not in long


def test_a_place_from_right_to_left_leaves_the_counts_where_they_are(reader: Reader) -> None:
    event = reader.desk.session.selection.event_id or 0
    fields = EventFields("The crane falls", "2011-12-16", place="جاناوزن")
    reader.window.commands.editing.change_event(event, fields)
    reader.desk.panel.refill()
    (line,) = (ln for ln in reader.desk.panel.list.cards.lines if "جاناوزن" in ln.text)
    assert line.text.startswith("\u2068جاناوزن\u2069 · ")
    assert isolated(" (جاناوزن)") == " (\u2068جاناوزن\u2069)", "brackets stay round it"
    assert isolated(" · 4 (جاناوزن)") == " · \u20684 (جاناوزن)\u2069"


def test_the_views_of_the_middle_fit_a_small_window(reader: Reader) -> None:
    for action in ("view_matrix", "view_figures", "view_names"):
        reader.does(action)
        assert reader.window.minimumSizeHint().width() <= 900, action
