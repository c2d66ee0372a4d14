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
    return [text[s.start : s.end] for s in Finder(lists.lists, []).find(text, Lens.HEDGES)]


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
    "broken",
    [
        b'unconfirmed = ["mayhap"',
        b"maybe = []",
        b"unconfirmed = [7]",
        b"\xff\xfe",
        b" " * 5_000_000,
    ],
)
def test_a_list_that_cannot_be_used_is_told_and_the_shipped_one_used(
    lists: ReaderLists, broken: bytes
) -> None:
    lists.copy_missing()
    (lists.folder / "en" / "hedges.toml").write_bytes(broken)
    lists.look_again()
    assert hedged(lists, "Allegedly so.") == ["Allegedly"]
    assert [s.language for s in lists.states() if s.problem] == ["en"]


def test_what_cannot_be_used_is_kept_beside_what_is_saved_in_its_place(
    lists: ReaderLists,
) -> None:
    lists.copy_missing()
    file = lists.folder / "en" / "hedges.toml"
    file.write_text("my notes on hedges", encoding="utf-8")
    lists.look_again()
    lists.save("en", "hedges", {"alleged": ["mayhap"]})
    assert hedged(lists, "It was mayhap so.") == ["mayhap"]
    old = file.with_suffix(".old.toml")
    assert old.read_text(encoding="utf-8") == "my notes on hedges"


def test_copies_are_not_written_over(lists: ReaderLists) -> None:
    lists.copy_missing()
    file = lists.folder / "kk" / "passives.toml"
    file.write_text("agentless = []\n", encoding="utf-8")
    lists.copy_missing()
    assert file.read_text(encoding="utf-8") == "agentless = []\n"
