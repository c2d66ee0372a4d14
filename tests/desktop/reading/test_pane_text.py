from desktop.reading.pane_text import EMPTY_TEXT, PaneText


def test_an_offset_belongs_to_the_passage_it_stands_in_or_after(make_text) -> None:
    text: PaneText = make_text(("one", "two words", "three"))
    assert [text.passage_at(text.text.index(w)) for w in ("one", "words", "three")] == [0, 1, 2]
    assert text.passage_at(text.ends[0]) == 0
    assert text.passage_at(text.starts[1] - 1) == 0
    assert text.passage_at(10**6) == 2
    assert text.passage_text(1) == "two words"


def test_an_offset_in_nothing_belongs_nowhere() -> None:
    assert EMPTY_TEXT.passage_at(0) == -1
