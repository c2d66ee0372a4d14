"""What the program remembers, and that nothing in it can stop the program."""

from pathlib import Path

import pytest

from desktop import settings as stored
from desktop.settings import MOST_CORPORA, MOST_RECENT, Settings


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.json"
    settings = Settings()
    settings.theme, settings.zoom = "dark", 1.3
    settings.remember_file(tmp_path / "a.triptych")
    settings.set_corpus_state("n", {"event": "shooting"})
    assert stored.save(settings, file)
    assert stored.load(file).public() == settings.public()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '"x"', '{"theme": 5}', '{"recent": {}}', '{"unknown": 1}', "\0"]
)
def test_a_damaged_file_means_defaults(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(text, encoding="utf-8")
    assert vars(stored.load(file)) == vars(Settings())


@pytest.mark.parametrize("odd", [None, 5, -1.5, "\u1234", [1, "a", None], {"a": []}, True, 10**30])
def test_what_does_not_fit_is_not_taken(odd: object) -> None:
    settings, plain = Settings(), Settings()
    settings.take({"zoom": float("nan"), "recent": [odd, 5], "bars": [odd, "a"]})
    assert vars(settings) == vars(plain)
    state = {"columns": odd, "columns_sizes": odd, "known_by": odd if odd != 5 else "5",
             "sizes": odd, "rows": odd, "ways": odd, "window": odd, "zoom": odd, "event": odd,
             "standing": odd}  # fmt: skip
    settings.set_corpus_state("n", state)
    assert set(settings.corpus_state("n")) <= {"standing", "event"}


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert not stored.save(Settings(), tmp_path / "file" / "settings.json")


def test_recent_files_are_few_newest_first_and_can_be_switched_off(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 5):
        settings.remember_file(tmp_path / f"{number}.triptych")
    settings.remember_file(tmp_path / "7.triptych")
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0].endswith("7.triptych")
    assert len(set(settings.recent)) == MOST_RECENT
    quiet = Settings()
    quiet.remember_recent = False
    quiet.remember_file(tmp_path / "a.triptych")
    assert quiet.recent == []


def test_the_oldest_corpora_are_forgotten() -> None:
    settings = Settings()
    for number in range(MOST_CORPORA + 3):
        settings.set_corpus_state(str(number), {})
    assert len(settings.corpora) == MOST_CORPORA
    assert "0" not in settings.corpora


def test_two_programs_at_once_forget_nothing_of_each_other(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    first = Settings()
    first.set_corpus_state("old", {"event": "a"})
    first.remember_file(tmp_path / "old")
    assert stored.save(first, file)
    one, two = stored.load(file), stored.load(file)
    one.set_corpus_state("old", {"event": "b"})
    one.set_corpus_state("one", {"event": "c"})
    one.remember_file(tmp_path / "one")
    two.set_corpus_state("two", {"event": "d"})
    two.remember_file(tmp_path / "two")
    assert stored.save(one, file) and stored.save(two, file)
    both = stored.load(file)
    assert {n: state["event"] for n, state in both.corpora.items()} == {
        "old": "b", "one": "c", "two": "d"
    }  # fmt: skip
    assert [Path(name).name for name in both.recent] == ["two", "one", "old"]
    two.remember_recent, two.recent = False, []
    assert stored.save(two, file) and stored.load(file).recent == []
