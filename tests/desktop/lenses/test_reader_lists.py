"""Word lists: the reader's copies count, broken ones do no harm, and all can be put back."""

from pathlib import Path

import pytest

from desktop.lenses.finder import Finder
from desktop.lenses.lens import Lens
from desktop.lenses.reader_lists import ReaderLists


@pytest.fixture
def lists(tmp_path: Path) -> ReaderLists:
    return ReaderLists(tmp_path / "word_lists")


def hedged(lists: ReaderLists, text: str) -> list[str]:
    return [text[s.start : s.end] for s in Finder(lists, []).find(text, Lens.HEDGES)]


def test_a_word_the_reader_adds_is_seen_and_gone_again_after_a_reset(lists: ReaderLists) -> None:
    text = "It was mayhap so."
    assert hedged(lists, text) == []
    lists.copy_missing()
    file = lists.folder / "en" / "hedges.toml"
    file.write_text('unconfirmed = ["mayhap"]\n', encoding="utf-8")
    assert lists.look_again()
    assert hedged(lists, text) == ["mayhap"]
    assert [s.name for s in lists.states() if s.is_changed] == ["hedges"]
    lists.reset()
    assert hedged(lists, text) == []
    assert not any(s.is_copied for s in lists.states())
    assert "mayhap" in (lists.folder / "en" / "hedges.old.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "broken", ['unconfirmed = ["mayhap"', "unconfirmed = [[", "\0", "x" * 1_100_000]
)
def test_a_list_that_cannot_be_read_is_told_and_the_shipped_one_used(
    lists: ReaderLists, broken: str
) -> None:
    lists.copy_missing()
    (lists.folder / "en" / "hedges.toml").write_text(broken, encoding="utf-8")
    lists.look_again()
    assert hedged(lists, "Allegedly so.") == ["Allegedly"]
    assert [s.language for s in lists.states() if s.problem] == ["en"]


def test_what_is_no_word_in_a_list_is_passed_over(lists: ReaderLists) -> None:
    lists.copy_missing()
    file = lists.folder / "en" / "hedges.toml"
    file.write_text('alleged = ["mayhap", 7, "", "…", ["x"]]\nother = 3\n', encoding="utf-8")
    lists.look_again()
    assert hedged(lists, "It was mayhap so.") == ["mayhap"]


def test_copies_are_not_written_over(lists: ReaderLists) -> None:
    lists.copy_missing()
    file = lists.folder / "kk" / "passives.toml"
    file.write_text("agentless = []\n", encoding="utf-8")
    lists.copy_missing()
    assert file.read_text(encoding="utf-8") == "agentless = []\n"
