"""Commands are found by what a hurried reader types."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.matching import Command, matching

COMMANDS = [
    Command("open", "&Open…", "File", "Ctrl+O"),
    Command("solo", "Solo column", "View"),
    Command("next", "Next disagreement", "Event", "F8"),
    Command("names", "Names", "View › Lenses"),
    Command("save", "Сохранить отчёт", "Файл"),
]


def found(query: str) -> list[str]:
    return [command.id for command in matching(COMMANDS, query)]


def test_an_empty_query_finds_everything_in_the_order_given() -> None:
    assert found("  ") == ["open", "solo", "next", "names", "save"]


def test_words_may_be_cut_short_and_in_any_order() -> None:
    assert found("dis ne") == ["next"]


def test_the_menu_may_be_typed_too() -> None:
    assert found("view") == ["solo", "names"]
    assert found("lens nam") == ["names"]


def test_a_command_that_begins_so_comes_before_one_with_such_a_word_and_one_that_holds_it() -> None:
    commands = [Command("1", "Column solo"), Command("2", "Unsolo"), Command("3", "Solo")]
    assert [command.id for command in matching(commands, "solo")] == ["3", "1", "2"]


def test_letters_in_order_find_a_command_last() -> None:
    assert found("nxdsg") == ["next"]


def test_case_mnemonics_and_yo_do_not_matter() -> None:
    assert found("ОТЧЕТ") == ["save"]
    assert found("open") == ["open"]


def test_every_word_must_answer() -> None:
    assert found("next column") == []


@given(st.text(max_size=30))
def test_what_is_found_is_always_part_of_what_there_is(query: str) -> None:
    hits = matching(COMMANDS, query)
    assert len(set(hits)) == len(hits)
    assert set(hits) <= set(COMMANDS)
