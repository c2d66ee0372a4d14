"""A take-home page in a real browser, from a file address: by keyboard, by touch width, offline."""

import json

import pytest

from tests.browser import CHROMIUM, Browser

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs chromium (make check-office)")

TITLE = "document.querySelector('#event h2').textContent"
TOPS = (
    "[...document.querySelectorAll('.text')].map(t => { const all = t.querySelectorAll('.here');"
    "const n = parseInt(t.closest('.column').querySelector('.step').textContent) - 1;"
    "return Math.round((all[n] ?? all[0]).getBoundingClientRect().top) })"
)


def known_by(browser: Browser, value: str) -> None:
    browser.run(f"document.getElementById('known').value = {value}")
    browser.run("document.getElementById('known').dispatchEvent(new Event('input'))")
    browser.drawn()


def test_an_event_brings_every_column_to_its_words_at_one_height(browser):
    assert browser.run(TITLE) == "Shooting in Zhanaozen"
    tops = browser.run(TOPS)
    assert None not in tops
    assert max(tops) - min(tops) <= 2


def test_it_is_read_by_keyboard_alone(browser):
    first = browser.run(TITLE)
    browser.key("ArrowDown")
    assert browser.run(TITLE) != first
    browser.key("ArrowUp")
    assert browser.run(TITLE) == first
    steps = "[...document.querySelectorAll('.column .step')].map(s => s.textContent.slice(0, 2))"
    before = browser.run(steps)
    browser.key("n")
    assert browser.run(steps) != before
    browser.key("2")
    assert browser.run("document.activeElement.getAttribute('aria-label')").startswith("B.")
    browser.key("Escape")
    assert browser.run("document.activeElement.closest('#events') !== null")


def test_scrolling_one_column_takes_the_others_along_and_settles(browser):
    tops = "[...document.querySelectorAll('.text')].map(t => t.scrollTop)"
    browser.run("document.querySelector('.text').scrollTop = 0")
    browser.drawn()
    assert max(browser.run(tops)) <= 1
    for _ in range(4):
        browser.run("document.querySelector('.text').scrollTop += 300")
        browser.drawn()
    browser.run("document.querySelector('.text').scrollTop = 1e9")
    browser.drawn()
    ends = "[...document.querySelectorAll('.text')].map(t => t.scrollHeight - t.clientHeight)"
    settled = browser.run(tops)
    gaps = [abs(a - b) for a, b in zip(settled, browser.run(ends), strict=True)]
    assert max(gaps) <= 2
    browser.drawn()
    assert browser.run(tops) == settled


@pytest.mark.parametrize("leader", [0, 1, 2])
def test_from_an_event_the_others_follow_without_a_jump_and_never_backwards(browser, leader):
    tops = "[...document.querySelectorAll('.text')].map(t => t.scrollTop)"
    before = browser.run(tops)
    moved = [0.0] * 3
    for _ in range(15):
        browser.run(f"document.querySelectorAll('.text')[{leader}].scrollTop += 40")
        browser.drawn()
        now = browser.run(tops)
        steps = [after - then for after, then in zip(now, before, strict=True)]
        assert min(steps) >= -1
        assert max(steps) < 450
        moved = [all_ + step for all_, step in zip(moved, steps, strict=True)]
        before = now
    assert moved[leader] > 500
    assert max(moved) > 0


def test_one_spelling_of_a_name_finds_them_all(browser):
    browser.key("/")
    browser.write("жанаозен")
    browser.until("document.querySelectorAll('#found button').length > 10")
    assert "Zhanaozen" in browser.run("document.querySelector('#found p').textContent")
    browser.key("ArrowDown")
    browser.key("Enter")
    assert browser.run("document.activeElement.matches('.passage')")
    assert browser.run("document.activeElement.querySelector('mark.hit') !== null")


def test_known_by_greys_what_came_later(browser):
    later = "document.querySelectorAll('.passage.later').length"
    assert browser.run(later) == 0
    known_by(browser, "0")
    assert browser.run(later) > 100


def test_known_by_says_of_claims_and_columns_that_they_came_later(browser):
    known_by(browser, "0")
    later = "[...document.querySelectorAll('#event .claim.later')].map(c => c.textContent)"
    assert len(browser.run(later)) > 10
    assert all("not yet published at that time" in words for words in browser.run(later))
    assert browser.run("document.querySelectorAll('#event .conflict').length") == 0
    silent = "[...document.querySelectorAll('.silence:not([hidden])')].map(s => s.textContent)"
    assert "not yet published at that time" in browser.run(silent)
    known_by(browser, "1e6")
    assert browser.run(later) == []
    assert browser.run("document.querySelectorAll('#event .conflict').length") > 0


def test_the_timeline_greys_what_was_not_published_and_dots_doubtful_zones(browser):
    def shapes(kind: str) -> int:
        return browser.run(f"document.querySelectorAll(`.lanes path[{kind}]`).length")

    assert shapes("stroke='var(--muted)'") == 0
    assert shapes("stroke-dasharray='1.6 1.4'") > 0
    known_by(browser, "0")
    assert shapes("stroke='var(--muted)'") > 0
    assert shapes("fill='var(--source-2)'") == 0
    assert "not yet published" not in browser.run("document.querySelector('#found').textContent")
    browser.key("/")
    browser.write("police")
    browser.until("document.querySelectorAll('#found .since').length > 5")


def test_the_list_of_events_is_one_stop_for_tab(browser):
    assert browser.run("document.querySelectorAll('#events li button[tabindex=\"0\"]').length") == 1
    browser.key("Escape")
    browser.key("ArrowDown")
    assert browser.run("document.activeElement.getAttribute('aria-current')") == "true"
    browser.key("Tab")
    assert browser.run("document.activeElement.closest('#events') === null")


def test_every_control_has_a_name_a_screen_reader_says(browser):
    browser.run("document.querySelector('#own-notes button').click()")
    for _ in range(2):
        nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
        controls = {"button", "textbox", "searchbox", "slider", "combobox", "document"}
        names = [
            node.get("name", {}).get("value", "").strip()
            for node in nodes
            if node.get("role", {}).get("value") in controls
        ]
        assert names
        assert [name for name in names if not any(c.isalpha() for c in name)] == []
        browser.key("Escape")


def test_notes_are_kept_saved_and_merged(browser, page):
    browser.run("document.querySelector('#own-notes button').click()")
    browser.write("Ask the class <b>who</b> counted.")
    browser.run("document.querySelector('#sheet .row button').click()")
    browser.drawn()
    shown = "document.querySelector('#own-notes .note').textContent"
    assert "<b>who</b> counted" in browser.run(shown)
    browser.open(page, "#shooting")
    assert "counted" in browser.run(shown)
    stored = browser.run("localStorage.getItem(Object.keys(localStorage)[0])")
    assert json.loads(stored)[0]["on"] == "event/shooting"


def test_escape_keeps_a_note_that_was_being_written(browser):
    browser.run("document.querySelector('#own-notes button').click()")
    browser.write("Half a thought")
    browser.key("Escape")
    shown = "document.querySelector('#own-notes').textContent"
    assert "Half a thought" in browser.run(shown)


@pytest.mark.parametrize("width", [360, 390, 768, 1024])
def test_it_fits_a_narrow_screen(browser, width):
    browser.size(width, 800, mobile=width < 800)
    assert browser.run("document.documentElement.scrollWidth") <= width
    box = "document.querySelector('.column .text').getBoundingClientRect()"
    assert browser.run(f"{box}.height") > 300
    assert browser.run(f"{box}.bottom") <= browser.run(
        "document.getElementById('time').getBoundingClientRect().top + 1"
    )


@pytest.mark.parametrize(
    "attempt",
    [
        "fetch('data:text/plain,x').then(() => 'in', () => 'out')",
        "fetch(location.href).then(() => 'in', () => 'out')",
        "new Promise(r => { const i = new Image(); i.onload = () => r('in');"
        " i.onerror = () => r('out'); i.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' })",
        "new Promise(r => { const f = document.createElement('iframe'); f.src = location.href;"
        " addEventListener('securitypolicyviolation', () => r('out')); document.body.append(f) })",
        "(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); return window.ran ? 'in' : 'out' })()",
        "(() => { document.body.insertAdjacentHTML('beforeend', '<p id=x style=\"color:red\">x');"
        " const p = document.getElementById('x');"
        " return getComputedStyle(p).color === 'rgb(255, 0, 0)' ? 'in' : 'out' })()",
    ],
)
def test_the_page_forbids_itself_everything_else(browser, attempt):
    assert browser.run(attempt) == "out"
    browser.errors.clear()
