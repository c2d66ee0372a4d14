"""Texts that pages stumble over: from right to left, very long, odd, missing."""

import pytest

from db.sheets.take_home.html import render
from tests.odd_sheets import NAUGHTY, ODD_CHARACTERS, odd_sheet
from tests.stories.take_home.pages import Told, large, take_home, write

ARABIC = [
    "أطلقت الشرطة النار على العمال في الساحة.",
    "قُتِلَ عُمّالٌ (بحسب النقابة) 15.",
    "أُغلقت المدينة.",
]
HEBREW = ["המשטרה פתחה באש על השובתים.", "שָׁלוֹם, said the witness, ואז חזר.", "העיר נסגרה."]
ENGLISH = ["The police fired.", "He said שלום and left.", "The town was closed."]
EVENTS = [
    Told("إطلاق النار", "2011-12-16T14:00:00", {0: [(1, "أطلقت الشرطة النار")], 1: [(1, "באש")]}),
    Told("Closing — סגירה", "2011-12-17", {1: [(3, "נסגרה")], 2: [(3, "closed"), (2, "שלום")]}),
]
MARKED = "[...document.querySelectorAll('mark.said')].map(m => m.textContent)"
HITS = "[...document.querySelectorAll('.passage mark.hit')].map(m => m.textContent)"


def search(browser, words):
    browser.run("document.querySelector('#top input').focus()")
    browser.run("document.querySelector('#top input').value = ''")
    browser.write(words)
    browser.until("!document.getElementById('found').hasAttribute('aria-busy')")


@pytest.fixture
def from_right(chromium, tmp_path):
    sheet = take_home(
        [ARABIC, HEBREW, ENGLISH], EVENTS, languages=["ar", "", "en"],
        labels=["صحيفة", "עיתון (1)", "Herald"],
    )  # fmt: skip
    chromium.open(write(tmp_path, sheet), "#event-1")
    return chromium


def test_texts_from_right_to_left_read_from_the_right(from_right):
    ways = "[...document.querySelectorAll('.text')].map(t => getComputedStyle(t).direction)"
    assert from_right.run(ways) == ["rtl", "rtl", "ltr"]
    right_of = (
        "[...document.querySelectorAll('.passage')].filter(p => p.dataset.n === '1').map(p => "
        "p.querySelector('.address').getBoundingClientRect().left > "
        "p.querySelector('p').getBoundingClientRect().left)"
    )
    assert from_right.run(right_of) == [True, True, False]
    assert from_right.run(MARKED) == ["أطلقت الشرطة النار", "באש"]


def test_an_address_beside_a_text_from_the_right_stays_whole(from_right):
    shown = "[...document.querySelectorAll('.address button')].map(b => b.textContent)"
    assert from_right.run(shown)[:4] == ["A.1", "A.2", "A.3", "B.1"]
    ways = (
        "[...document.querySelectorAll('.address button')].map(b => getComputedStyle(b).direction)"
    )
    assert set(from_right.run(ways)) == {"ltr"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("عمال", ["عمال", "عُمّالٌ"]),
        ("שלום", ["שָׁלוֹם", "שלום"]),
        ("النقابة", ["النقابة"]),
        ("poli", ["poli"]),
        ("olice", []),
    ],
)
def test_search_finds_words_with_and_without_their_points(from_right, words, found):
    search(from_right, words)
    assert from_right.run(HITS) == found
    results = from_right.run("document.querySelectorAll('#found button').length")
    assert results == len(found)


def test_words_of_an_event_and_words_found_may_overlap(from_right):
    from_right.run("document.querySelectorAll('#events button')[1].click()")
    search(from_right, "town was closed")
    assert from_right.run("document.querySelector('mark.said mark.hit').textContent") == "closed"
    whole = "document.querySelector('mark.said mark.hit').closest('p').textContent"
    assert from_right.run(whole) == ENGLISH[2]


def test_signs_in_astral_planes_shift_no_mark(chromium, tmp_path):
    texts = [["👩‍🔬🏗 the crane 𝒇ell e\u0301t𝒆"]]
    sheet = take_home(texts, [Told("Fall", "", {0: [(1, "crane 𝒇ell")]})])
    chromium.open(write(tmp_path, sheet))
    assert chromium.run(MARKED) == ["crane 𝒇ell"]
    search(chromium, "fell été")
    assert chromium.run(HITS) == ["𝒇ell", "e\u0301t𝒆"]


@pytest.fixture(scope="module")
def long_page(tmp_path_factory):
    return write(tmp_path_factory.mktemp("long"), large(20_000, 1_000))


AT = (
    "[...document.querySelectorAll('.passage.here')].map(p => [+p.dataset.n, Math.round("
    "p.getBoundingClientRect().top - p.closest('.text').getBoundingClientRect().top)])"
)


def test_five_megabytes_keep_a_small_page_and_exact_jumps(chromium, long_page):
    chromium.open(long_page, "#event-500")
    rows = "document.querySelectorAll('#events li button')"
    line = chromium.run("document.querySelector('.text').clientHeight / 4")
    for row in (0, 999, 500, 1):
        chromium.run(f"{rows}[{row}].click()")
        chromium.drawn()
        [[number, top]] = chromium.run(AT)
        assert number == 1 + row * 20
        assert top == pytest.approx(line, abs=2)
        assert chromium.run("document.querySelectorAll('#texts *').length") < 6_000


def test_all_of_a_long_text_is_reached_by_scrolling_and_by_keys(chromium, long_page):
    chromium.open(long_page)
    chromium.key("1")
    for key, number in (("End", 20_000), ("ArrowUp", 19_999), ("Home", 1), ("ArrowDown", 2)):
        chromium.key(key)
        assert chromium.run("+document.activeElement.dataset.n") == number
    chromium.run("document.querySelector('.text').scrollTop = 1e9")
    chromium.drawn()
    seen = "[...document.querySelectorAll('.passage')].at(-1)"
    assert chromium.run(f"+{seen}.dataset.n") == 20_000
    chromium.run("document.querySelector('.text').scrollTop -= 40000")
    chromium.drawn()
    middle = "document.elementFromPoint(500, 450).closest('.passage') !== null"
    assert chromium.run(middle)


def test_a_long_text_is_searched_to_its_end(chromium, long_page):
    chromium.open(long_page)
    search(chromium, '"passage 19999 of" crane -ship')
    assert chromium.run("document.querySelectorAll('#found button').length") == 0
    search(chromium, '"passage 19999 of" crane')
    assert chromium.run("document.querySelectorAll('#found button').length") == 1
    chromium.key("ArrowDown")
    chromium.key("Enter")
    assert chromium.run("+document.activeElement.dataset.n") == 19_999
    search(chromium, "harbour")
    assert "19,940" in chromium.run("document.querySelector('#found').lastChild.textContent") or (
        "19940" in chromium.run("document.querySelector('#found').lastChild.textContent")
    )


def test_words_at_the_end_of_a_passage_longer_than_the_screen_are_brought_into_sight(
    chromium, tmp_path
):
    texts = [[f"{'A long way to go. ' * 900} Here the crane {name}."] for name in ("fell", "stood")]
    told = [Told("Fall", "", {0: [(1, "crane fell")], 1: [(1, "crane stood")]})]
    chromium.open(write(tmp_path, take_home(texts, told)))
    tops = "[...document.querySelectorAll('mark.said')].map(m => m.getBoundingClientRect().top)"
    places = chromium.run(tops)
    assert places[0] == pytest.approx(places[1], abs=2)
    assert 100 < places[0] < 500
    chromium.run("document.querySelectorAll('.text').forEach(t => { t.scrollTop = 0 })")
    search(chromium, "stood")
    chromium.key("ArrowDown")
    chromium.key("Enter")
    assert 100 < chromium.run(tops)[1] < 500


def test_an_address_leads_to_its_passage_from_the_search_and_from_outside(chromium, long_page):
    chromium.open(long_page, "#A.12345")
    chromium.size(1300, 800)
    assert chromium.run("document.activeElement.getBoundingClientRect().top") > 0
    assert chromium.run("+document.activeElement.dataset.n") == 12_345
    line = "document.activeElement.querySelector('.address button').getClientRects().length"
    tall = "document.activeElement.querySelector('.address button').offsetHeight"
    assert (chromium.run(line), chromium.run(tall) < 30) == (1, True)
    search(chromium, "a 777")
    chromium.key("ArrowDown")
    chromium.key("Enter")
    assert chromium.run("+document.activeElement.dataset.n") == 777


def test_six_columns_stand_side_by_side_and_follow_each_other(chromium, tmp_path):
    chromium.open(write(tmp_path, large(700, 60, 6)), "#event-30")
    places = chromium.run(AT)
    assert len(places) == 6
    assert len({number for number, _ in places}) == 1
    assert max(top for _, top in places) - min(top for _, top in places) <= 2
    wide = "[...document.querySelectorAll('.column')].map(c => c.clientWidth)"
    assert min(chromium.run(wide)) > 200
    chromium.key("6")
    box = "document.activeElement.getBoundingClientRect()"
    assert chromium.run(f"{box}.right <= document.getElementById('event').offsetLeft + 2")


@pytest.mark.parametrize(
    ("texts", "events"),
    [
        ([], []),
        ([], [Told("Alone", "2011-12-16")]),
        ([["One text."]], []),
        ([[]], [Told("No text", "")]),
        ([["One text."]], [Told("One source", "", {0: [(1, "One")]})]),
        ([["A."], []], [Told("One has no text", "2011", {0: [(1, "A")]})]),
    ],
)
def test_whatever_is_missing_the_page_opens_and_every_key_works(chromium, tmp_path, texts, events):
    chromium.open(write(tmp_path, take_home(texts, events)))
    for key in ["j", "k", "n", "1", "ArrowDown", "End", "m", "Escape", "t", "ArrowRight", "p"]:
        chromium.key(key)
    for key in ["e", "b", "ArrowLeft", "?", "Escape", "/"]:
        chromium.key(key)
    chromium.write("text")
    chromium.key("ArrowDown")
    assert chromium.run("document.querySelector('#event').textContent.trim().length") > 0


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>document.body.remove()</script><!-- ]]> ${x} {{ data }}",
        "\u2028\u2029\r\x00\x85\ufeff\u202e\u2066 evil \x1b\x7f",
        "\ud83d alone \udc00",
        "x" * 3_000,
        *NAUGHTY[:4],
        ODD_CHARACTERS,
    ],
)
def test_odd_words_stay_whole_wherever_they_stand(chromium, tmp_path, words):
    chromium.open(write(tmp_path, odd_sheet(words)))
    shown = chromium.run("document.querySelector('#events .title').textContent")
    assert shown.rstrip("\u00a0") == f"E {words}"
    assert chromium.run("document.documentElement.scrollWidth") <= 1440


def test_an_event_of_a_whole_year_is_seen_as_a_stretch(chromium, tmp_path):
    told = [Told("A year", "2011", {0: [(1, "One")]})]
    chromium.open(write(tmp_path, take_home([["One text."]], told)))
    box = "document.querySelector('.lanes > g:nth-child(2)').getBBox()"
    wide = chromium.run("document.querySelector('.lanes').clientWidth")
    assert wide / 2 < chromium.run(f"{box}.width") < wide
    assert chromium.run(f"{box}.x") > 0


def test_odd_passages_stay_whole(chromium, tmp_path):
    texts = [[words or "-" for words in NAUGHTY], ["\x00\u2028\u202e</script>", ODD_CHARACTERS]]
    chromium.open(write(tmp_path, take_home(texts)))
    words = "[...t.querySelectorAll('p')].map(p => p.textContent)"
    assert chromium.run(f"[...document.querySelectorAll('.text')].map(t => {words})") == texts


def test_the_same_sheet_is_the_same_bytes():
    assert render(take_home([ARABIC], EVENTS[:1])) == render(take_home([ARABIC], EVENTS[:1]))
