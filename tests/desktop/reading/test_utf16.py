from hypothesis import given
from hypothesis import strategies as st

from desktop.reading.utf16 import Units


@given(st.text(alphabet=st.sampled_from("aя😀𝔘م\u0301\u200d"), max_size=40))
def test_units_count_as_qt_does_and_lead_back(text: str) -> None:
    units = Units(text)
    for point in range(len(text) + 1):
        unit = units.unit(point)
        assert unit == len(text[:point].encode("utf-16-le")) // 2
        assert units.point(unit) == point


def test_the_middle_of_a_pair_is_its_character() -> None:
    assert Units("a😀b").point(2) == 1
