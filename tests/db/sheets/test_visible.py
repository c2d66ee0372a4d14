"""Texts for office programs: only what XML and a page can show, and back to the letter."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from db.sheets.visible import unseen, visible
from tests.odd_sheets import ODD

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


@given(ODD | st.text())
@example("⟨U+0041⟩")
@example("⟨⟨U+27E8⟩⟩\x01")
def test_a_visible_text_holds_nothing_unseen_and_comes_back(words):
    shown = visible(words)
    assert not FORBIDDEN.search(shown)
    assert unseen(shown) == words


def test_letters_of_every_script_stay_as_they_are():
    words = "Жаңаөзен שלום العربية 語 e\u0301 👩\u200d🔬 a\tb\nc “…” — ₸"
    assert visible(words) == words
