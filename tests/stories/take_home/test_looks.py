"""Pages in light and dark, on every width, in forced colours and on paper."""

import base64
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from db.sheets.exporting import export
from db.sheets.requests import SheetRequest
from tests.stories.take_home.contrast import SMALL, TOO_PALE
from tests.stories.take_home.pages import Told, take_home, write

WIDTHS = [(360, 740), (390, 844), (768, 1024), (1280, 800), (1920, 1080)]


def known_by(browser, value):
    browser.run(f"document.getElementById('known').value = {value}")
    browser.run("document.getElementById('known').dispatchEvent(new Event('input'))")
    browser.drawn()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_all_words_are_dark_enough_in_every_state(browser, theme):
    browser.asks("prefers-color-scheme", theme)
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    browser.drawn()
    assert browser.run(TOO_PALE) == []
    known_by(browser, 8)
    assert browser.run(TOO_PALE) == []
    browser.key("/")
    browser.write("police")
    browser.until("document.querySelectorAll('#found button').length > 5")
    assert browser.run(TOO_PALE) == []
    browser.key("Escape")
    silent = (
        "[...document.querySelectorAll('#events li')]"
        ".findIndex(li => li.querySelectorAll('.dot.speaks').length < 3)"
    )
    browser.run(f"document.querySelectorAll('#events li button')[{silent}].click()")
    for opened in ("keys", "about", "notes"):
        button = {"notes": 0, "keys": 1, "about": 3}[opened]
        browser.run(f"document.querySelectorAll('#top > button')[{button}].click()")
        assert browser.run(TOO_PALE) == []
        browser.key("Escape")


def test_the_page_follows_the_system_and_the_reader_may_choose(browser, page):
    paper = "getComputedStyle(document.body).backgroundColor"
    light = browser.run(paper)
    browser.dark()
    dark = browser.run(paper)
    assert light != dark
    browser.run("document.querySelectorAll('#top > button')[2].click()")
    assert browser.run(paper) == light
    browser.open(page)
    assert browser.run(paper) == light
    assert browser.run(TOO_PALE) == []


def test_nothing_moves_where_the_system_asks_for_stillness(browser):
    browser.asks("prefers-reduced-motion", "reduce")
    browser.run("window.moves = 0; Element.prototype.animate = () => { window.moves += 1 }")
    browser.key("/")
    browser.write("police")
    browser.until("document.querySelectorAll('#found button').length > 5")
    browser.key("ArrowDown")
    browser.key("Enter")
    assert browser.run("window.moves") == 0


def differ(seen: list[tuple[bool, str]]) -> bool:
    """Whether what is so never looks like what is not."""
    return not {look for is_, look in seen if is_} & {look for is_, look in seen if not is_}


def test_forced_colours_keep_every_difference(browser):
    browser.asks("forced-colors", "active")
    dots = (
        "[...document.querySelectorAll('#events .dot')].map(d => [d.classList.contains('speaks'),"
        " getComputedStyle(d).backgroundColor])"
    )
    filled = {
        how: {colour for is_, colour in browser.run(dots) if is_ is how} for how in (True, False)
    }
    assert not filled[True] & filled[False]
    bars = (
        "[...document.querySelectorAll('.passage')].map(p => [p.classList.contains('here'),"
        " getComputedStyle(p).borderInlineStartColor])"
    )
    assert differ(browser.run(bars))
    chosen = "getComputedStyle(document.querySelector('#events [aria-current]')).outlineStyle"
    assert browser.run(chosen) == "solid"


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_nothing_is_cut_at_any_width(browser, width, height):
    browser.size(width, height, mobile=width < 800)
    assert browser.run("document.documentElement.scrollWidth") <= width
    beyond = (
        "[...document.querySelectorAll('#top *, #time *, .column h2, .passage p, #event *')]"
        ".filter(n => n.checkVisibility({visibilityProperty: true}) && !n.closest('svg, .ladder,"
        f" #tabs') && n.getBoundingClientRect().left < {width} && n.scrollWidth > n.clientWidth + 2"
        " && n.clientWidth > 0 && getComputedStyle(n).overflowX === 'visible'"
        " && getComputedStyle(n).display !== 'inline').map(n => n.outerHTML.slice(0, 90))"
    )
    for view in (0, 1, -1):
        if width <= 820:
            browser.run(f"[...document.querySelectorAll('#tabs button')].at({view}).click()")
            browser.drawn()
        assert browser.run(beyond) == []


@pytest.mark.parametrize("width", [360, 390, 768])
def test_everything_is_large_enough_for_a_finger(browser, width):
    browser.size(width, 800, mobile=True)
    known_by(browser, 30)
    for view in (0, 1, -1):
        browser.run(f"[...document.querySelectorAll('#tabs button')].at({view}).click()")
        browser.drawn()
        assert browser.run(SMALL) == []
    for button in (0, 3):
        browser.run(f"document.querySelectorAll('#top > button')[{button}].click()")
        assert browser.run(SMALL) == []
        browser.key("Escape")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_other_languages_fit_a_telephone_too(chromium, compiled_case, tmp_path, language):
    file = tmp_path / "page.html"
    request = SheetRequest(date="2026-01-01", language=language)
    export(request, compiled_case, file, "take-home")
    chromium.size(360, 740, mobile=True)
    chromium.open(file, "#shooting")
    assert chromium.run("document.documentElement.scrollWidth") <= 360
    assert chromium.run("document.getElementById('top').offsetHeight") < 110
    assert chromium.run("document.getElementById('tabs').scrollWidth") <= 360
    known_by(chromium, 10)
    assert chromium.run("document.getElementById('known').clientWidth") > 200


def test_a_telephone_shows_a_column_that_is_swiped_to_the_next_at_the_same_event(browser):
    browser.size(390, 844, mobile=True)
    tab = "document.querySelector('#tabs [aria-pressed=true]').textContent"
    assert browser.run(tab) == "A"
    browser.send("Emulation.setTouchEmulationEnabled", enabled=True)
    browser.swipe((340, 400), (60, 405))
    browser.until(f"{tab} === 'B' && document.getElementById('texts').scrollLeft === 390")
    seen = (
        "(() => { const t = document.querySelectorAll('.text')[1], b = t.getBoundingClientRect();"
        "return [...t.querySelectorAll('.here')].some(p => { const r = p.getBoundingClientRect();"
        "return r.bottom > b.top && r.top < b.bottom && r.left >= 0 && r.right <= 391 }) })()"
    )
    assert browser.run(seen)
    tops = "[...document.querySelectorAll('.text')].map(t => t.scrollTop)"
    before = browser.run(tops)
    browser.swipe((200, 600), (200, 300))
    browser.until(f"{tops}[1] > {before[1]} + 200")
    assert browser.run(tops)[0] >= before[0]
    assert browser.run(tab) == "B"
    title = "document.querySelector('#event h2').textContent"
    before = browser.run(title)
    browser.run("document.querySelector('.now-row button:last-child').click()")
    assert browser.run(title) != before
    assert browser.run("document.querySelector('.now').textContent") == browser.run(title)


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_the_chosen_event_is_in_sight_in_the_list_after_every_change_of_size(
    browser, width, height
):
    browser.size(width, height, mobile=width < 800)
    if width <= 820:
        browser.run("document.querySelector('#tabs button').click()")
    browser.drawn()
    row = "document.querySelector('#events [aria-current]').getBoundingClientRect()"
    box = "document.querySelector('#events ol').getBoundingClientRect()"
    assert browser.run(f"{row}.top >= {box}.top - 1 && {row}.bottom <= {box}.bottom + 1")


def test_turning_the_telephone_keeps_the_place(browser):
    browser.size(390, 844, mobile=True)
    browser.run("document.querySelector('.text').scrollTop += 1500")
    browser.drawn()
    at = (
        "(t => [...t.querySelectorAll('.passage')].find(p => p.getBoundingClientRect().bottom >"
        " t.getBoundingClientRect().top + t.clientHeight / 4).dataset.n)"
        "(document.querySelector('.text'))"
    )
    before = browser.run(at)
    browser.size(844, 390, mobile=True)
    browser.drawn()
    assert abs(int(browser.run(at)) - int(before)) <= 1


@pytest.mark.parametrize(("width", "height"), [(844, 390), (320, 256)])
def test_on_its_side_or_enlarged_four_times_there_is_room_for_the_text(browser, width, height):
    browser.size(width, height, mobile=True)
    browser.drawn()
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run("document.querySelector('.text').clientHeight") > height * 0.4
    assert browser.run("document.querySelector('#tabs').scrollWidth") <= width


def test_long_words_and_titles_break_and_stay_whole(chromium, tmp_path):
    word = "Zhanaozenskie" * 30
    told = [Told(word, "2011-12-16", {0: [(1, word)]})]
    sheet = take_home([[f"{word} and more"]], told, labels=[word], title=word)
    file = write(tmp_path, sheet)
    for width, height in WIDTHS:
        chromium.size(width, height, mobile=width < 800)
        chromium.open(file)
        assert chromium.run("document.documentElement.scrollWidth") <= width
        assert chromium.run("document.querySelector('.text').clientHeight") > height * 0.4


def printed(browser, folder: Path) -> str:
    """The words of the page as it is printed."""
    pdf = browser.send("Page.printToPDF", preferCSSPageSize=True)["data"]
    file = folder / "page.pdf"
    file.write_bytes(base64.b64decode(pdf))
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return text.stdout.decode()


def test_printing_gives_the_event_with_what_each_source_says(browser, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    browser.dark()
    words = printed(browser, tmp_path)
    data = json.loads(browser.run("document.getElementById('data').textContent"))
    assert "Shooting in Zhanaozen" in words
    for source in data["sources"]:
        assert source["label"] in words
    assert "Who did it" in words
    assert "Find an event" not in words
    assert words.count("\f") <= 8
    browser.run("document.body.toggleAttribute('data-whole', true)")
    whole = printed(browser, tmp_path)
    assert len(whole) > 2 * len(words)


def test_printing_a_long_text_gives_all_that_speaks_of_the_event(chromium, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext")
    text = [f"Passage {n} waits." for n in range(1, 5_001)]
    said = {0: [(n, text[n - 1]) for n in (10, 2_500, 4_990)]}
    chromium.open(write(tmp_path, take_home([text], [Told("Far apart", "2011", said)])))
    words = printed(chromium, tmp_path)
    assert [n for n in (10, 11, 2_500, 4_990) if f"Passage {n} waits" in words] == [
        10,
        2_500,
        4_990,
    ]
    assert words.count("\f") == 1
