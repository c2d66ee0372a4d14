"""The naming table: spellings of known names counted in a text, each with its first place."""

from array import array

from db.comparing.naming import NameCounter
from db.records import Name, PassageKind, Passages, Spelling

TEXTS = (
    "Нурсултан Назарбаев met Nazarbayev in ZHANAOZEN.",
    "Nursultan Nazarbayev's town: Zhanaozen, Жаңаөзен; not Zhanaozenites.",
)


def passages(*texts: str) -> tuple[str, Passages]:
    starts, ends, at = array("q"), array("q"), 0
    for text in texts:
        starts.append(at)
        ends.append(at + len(text))
        at += len(text) + 1
    count = len(texts)
    numbers = array("q", range(1, count + 1))
    found = Passages(numbers=numbers, starts=starts, ends=ends, reports=array("q", [0] * count),
                     kinds=[PassageKind.PARAGRAPH] * count)  # fmt: skip
    return "\n".join(texts) + "\n", found


def name(number: int, *spellings: str) -> Name:
    return Name(number, f"n{number}", "person", "", tuple(Spelling(s, "", "") for s in spellings))


MAN = name(1, "Nursultan Nazarbayev", "Nazarbayev", "Нурсултан Назарбаев")
TOWN = name(2, "Zhanaozen", "Жаңаөзен")


def found(*names: Name, texts: tuple[str, ...] = TEXTS) -> dict[int, list[tuple[str, int, int]]]:
    text, where = passages(*texts)
    counted = NameCounter(names).count(text, where)
    return {n: [(c.spelling, c.count, c.passage) for c in each] for n, each in counted.items()}


def test_the_longest_spelling_counts_once_and_its_first_place_is_kept() -> None:
    assert found(MAN)[1] == [
        ("Нурсултан Назарбаев", 1, 1), ("Nazarbayev", 1, 1), ("Nursultan Nazarbayev", 1, 2),
    ]  # fmt: skip


def test_case_and_genitives_do_not_hide_a_name_but_other_words_do() -> None:
    assert found(TOWN)[2] == [("Zhanaozen", 2, 1), ("Жаңаөзен", 1, 2)]


def test_places_are_offsets_of_the_text() -> None:
    text, where = passages(*TEXTS)
    called = NameCounter([TOWN]).count(text, where)[2][0]
    assert text[called.start : called.end] == "ZHANAOZEN"


def test_a_spelling_that_two_names_share_counts_for_both() -> None:
    assert found(TOWN, name(3, "Zhanaozen", "The town"))[3][0][:2] == ("Zhanaozen", 2)


def test_astral_and_decomposed_letters_keep_offsets_right() -> None:
    text, where = passages("🏗 Жан\u0430\u0306озен and Жанаозен")
    called = NameCounter([name(4, "Жанаозен")]).count(text, where)[4][0]
    assert called.count == 2
    assert text[called.start : called.end] == "Жан\u0430\u0306озен"


def test_names_without_letters_are_passed_over() -> None:
    assert found(name(5, "…", " ")) == {}


def test_what_was_published_later_is_counted_apart() -> None:
    text, where = passages("Zhanaozen strikes.", "Zhanaozen and ZHANAOZEN mourn.")
    called = NameCounter([TOWN]).count(text, where, later={1})[2]
    assert [(c.count, c.passage, c.later) for c in called] == [(1, 1, False), (2, 2, True)]
