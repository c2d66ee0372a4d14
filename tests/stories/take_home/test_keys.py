"""The page by keyboard alone, and as a screen reader has it."""

import pytest

from tests.browser import Browser

NOW = "document.activeElement"
TITLE = "document.querySelector('#event h2').textContent"
SHIFT = 8


def press(browser: Browser, *keys: str) -> None:
    for key in keys:
        browser.key(key, f"Key{key.upper()}" if key.isalpha() and len(key) == 1 else "")


def where(browser: Browser) -> str:
    return str(browser.run(f"{NOW}.closest('nav, section.column, aside, footer, header')?.id"))


def stops(browser: Browser) -> list[str]:
    """What Tab stops at, from the first to the last."""
    browser.run("document.activeElement.blur()")
    found = []
    for _ in range(120):
        browser.key("Tab")
        at = browser.run(
            f"{NOW} === document.body ? '' : [{NOW}.closest('#events, .column, #event, #time')"
            f"?.getAttribute('aria-label') ?? 'top',"
            f" {NOW}.getAttribute('role') ?? {NOW}.className ?? ''].join('|')"
        )
        if not at:
            break
        found.append(at)
    return found


def test_tab_stops_once_in_each_list_and_text(browser):
    found = stops(browser)
    assert [stop for stop in found if stop.endswith("|article")] == [
        "A The ticker|article", "B Moscow News|article", "C Campaign Kazakhstan|article",
    ]  # fmt: skip
    assert sum(stop.startswith("Events|") for stop in found) == 2
    assert sum(stop.startswith("Timeline|") for stop in found) == 6


def test_the_focus_is_seen_wherever_it_is(browser):
    browser.run("document.activeElement.blur()")
    for _ in range(40):
        browser.key("Tab")
        outline = browser.run(
            f"getComputedStyle({NOW}).outlineStyle + getComputedStyle({NOW}).outlineWidth"
        )
        assert outline.startswith(("solid2", "auto")), browser.run(f"{NOW}.outerHTML.slice(0, 200)")
        box = browser.run(
            f"(b => [b.left, b.top, b.right, b.bottom])({NOW}.getBoundingClientRect())"
        )
        assert box[2] > 0
        assert box[3] > 0
        assert box[0] < 1440
        assert box[1] < 900


def test_inside_a_text_the_arrows_go_from_passage_to_passage(browser):
    address = f"{NOW}.querySelector('.address').textContent"
    browser.key("1", "Digit1")
    browser.key("Home")
    assert browser.run(address) == "A.1"
    browser.key("ArrowDown")
    assert browser.run(address) == "A.2"
    browser.key("ArrowUp")
    assert browser.run(address) == "A.1"
    browser.key("ArrowRight")
    assert browser.run(address).startswith("B.")
    browser.key("ArrowLeft")
    assert browser.run(address) == "A.1"
    for _ in range(8):
        before = browser.run("document.querySelector('.text').scrollTop")
        browser.key("PageDown")
        assert browser.run("document.querySelector('.text').scrollTop") > before + 300
        assert browser.run(f"{NOW}.getBoundingClientRect().bottom") > 0
    assert browser.run(address) not in ("A.1", "A.2")
    browser.key("End")
    last = browser.run("[...document.querySelectorAll('.text')][0].lastChild.lastChild.dataset.n")
    assert browser.run(address) == f"A.{last}"
    box = f"{NOW}.getBoundingClientRect()"
    assert browser.run(f"{box}.top >= 60 && {box}.bottom <= 800")


def test_a_passage_longer_than_the_screen_is_read_before_the_next(browser):
    browser.size(1280, 360)
    browser.key("3", "Digit3")
    number = f"+{NOW}.dataset.n"
    before = browser.run(number)
    tall = browser.run(f"{NOW}.offsetHeight > {NOW}.closest('.text').clientHeight")
    browser.key("ArrowDown")
    assert tall
    assert browser.run(number) == before
    for _ in range(60):
        browser.key("ArrowDown")
        if browser.run(number) > before:
            break
    assert browser.run(number) == before + 1


@pytest.mark.parametrize("code_only", [False, True])
def test_every_key_of_the_list_does_what_it_says(browser, code_only):
    """Also where the letters are Cyrillic: keys go by their place."""

    def letter(key: str, modifiers: int = 0) -> None:
        shown = {
            "j": "о",
            "k": "л",
            "n": "т",
            "m": "ь",
            "t": "е",
            "p": "з",
            "e": "у",
            "b": "и",
            "f": "а",
        }
        browser.key(shown[key] if code_only else key, f"Key{key.upper()}", modifiers)

    first = browser.run(TITLE)
    letter("j")
    assert browser.run(TITLE) != first
    letter("k")
    assert browser.run(TITLE) == first
    step = "document.querySelector('.step').textContent"
    before = browser.run(step)
    letter("n")
    after = browser.run(step)
    assert after != before
    browser.key("Т" if code_only else "N", "KeyN", SHIFT)
    assert browser.run(step) == before
    letter("t")
    assert browser.run(f"{NOW}.getAttribute('role')") == "slider"
    letter("b")
    assert browser.run(f"{NOW}.id") == "known"
    letter("p")
    assert browser.run(f"{NOW}.tagName") == "H2"
    letter("e")
    assert browser.run(f"{NOW}.getAttribute('aria-current')") == "true"
    letter("f")
    assert browser.run(f"{NOW}.type") == "search"
    browser.key("Escape")
    assert where(browser) == "events"
    letter("m")
    assert browser.run(f"{NOW}.tagName") == "TEXTAREA"


def test_the_timeline_goes_through_the_events_in_the_order_of_time(browser):
    press(browser, "t")
    browser.key("Home")
    times = []
    for _ in range(10):
        times.append(browser.run(f"{NOW}.getAttribute('aria-valuetext')"))
        browser.key("ArrowRight")
    assert len(set(times)) == 10
    assert browser.run(f"+{NOW}.getAttribute('aria-valuenow')") == 11
    assert browser.run("document.querySelector('#said').textContent") != ""


def test_the_keys_are_shown_and_single_letters_can_be_switched_off(browser, page):
    browser.key("?", "Slash", SHIFT)
    shown = browser.run("document.querySelector('#sheet').textContent")
    for words in ("next and previous event", "write a note", "known by", "search"):
        assert words in shown
    browser.run("document.querySelector('#sheet input').click()")
    browser.key("Escape")
    browser.open(page, "#shooting")
    before = browser.run(TITLE)
    press(browser, "j")
    browser.key("1", "Digit1")
    assert browser.run(TITLE) == before
    assert browser.run(f"{NOW}.tagName") == "BODY"
    browser.key("?", "Slash", SHIFT)
    assert browser.run("document.querySelector('#sheet').open")


def test_columns_need_not_follow_each_other(browser):
    tops = "[...document.querySelectorAll('.text')].map(t => t.scrollTop)"
    browser.key("?", "Slash", SHIFT)
    browser.run("document.querySelectorAll('#sheet input')[1].click()")
    browser.key("Escape")
    before = browser.run(tops)
    browser.run("document.querySelector('.text').scrollTop += 700")
    browser.drawn()
    after = browser.run(tops)
    assert after[0] != before[0]
    assert after[1:] == before[1:]


def test_the_list_and_the_panel_make_room_for_columns_and_come_back(browser, page):
    wide = "document.getElementById('texts').clientWidth"
    before = browser.run(wide)
    browser.key("?", "Slash", SHIFT)
    for at in (2, 3):
        browser.run(f"document.querySelectorAll('#sheet input')[{at}].click()")
    browser.key("Escape")
    assert browser.run(wide) == 1440
    browser.open(page, "#shooting")
    assert browser.run(wide) == 1440
    browser.key("Tab")
    assert browser.run(f"{NOW}.checkVisibility({{visibilityProperty: true}})")
    browser.run(f"{NOW}.blur()")
    press(browser, "e")
    assert where(browser) == "events"
    press(browser, "p")
    assert browser.run(wide) == before


def test_the_address_keeps_the_event(browser, page):
    press(browser, "j")
    title = browser.run(TITLE)
    browser.until("location.hash !== '#shooting'")
    browser.open(page, browser.run("location.hash"))
    assert browser.run(TITLE) == title
    browser.run("location.hash = '#shooting'")
    browser.until(f"{TITLE} === 'Shooting in Zhanaozen'")


@pytest.mark.parametrize(
    "doing",
    [
        "document.querySelector('#own-notes button').click()",
        "document.querySelectorAll('#top > button')[0].click()",
        "document.querySelectorAll('#top > button')[1].click()",
        "document.querySelectorAll('#top > button')[3].click()",
        "document.querySelector('.passage.here .address button').click()",
    ],
)
def test_the_focus_comes_back_from_every_dialog(browser, doing):
    browser.run(doing.replace(".click()", ".focus()"))
    browser.run(doing)
    browser.write("Some words")
    browser.key("Escape")
    assert not browser.run("document.querySelector('#sheet').open")
    assert browser.run(f"{NOW} !== document.body && {NOW}.checkVisibility()")


def test_the_focus_stays_in_the_panel_while_events_and_known_by_change(browser):
    browser.run("document.querySelector('#event .claim button').focus()")
    for key in ("j", "j", "k"):
        press(browser, key)
        assert browser.run(f"document.getElementById('event').contains({NOW})")
    browser.run("document.getElementById('known').value = 10")
    browser.run("document.getElementById('known').dispatchEvent(new Event('input'))")
    browser.drawn()
    assert browser.run(f"document.getElementById('event').contains({NOW})")


def test_a_note_written_and_deleted_by_keyboard_leaves_the_focus_where_it_was(browser):
    browser.key("2", "Digit2")
    address = browser.run(f"{NOW}.dataset.n")
    browser.key("Enter")
    browser.write("By keyboard")
    browser.key("Tab")
    browser.key("Tab")
    browser.key("Enter")
    assert browser.run(f"{NOW}.dataset.n") == address
    assert "✎" in browser.run(f"{NOW}.querySelector('.address').textContent")
    assert "My notes" in browser.run(f"{NOW}.getAttribute('aria-label')")


def test_a_screen_reader_has_places_names_and_news(browser):
    nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
    roles = {}
    for node in nodes:
        role = node.get("role", {}).get("value")
        roles.setdefault(role, []).append(node.get("name", {}).get("value", ""))
    assert "Events" in roles["navigation"]
    assert roles["feed"] == [
        "Text of A The ticker", "Text of B Moscow News", "Text of C Campaign Kazakhstan",
    ]  # fmt: skip
    assert any(name.startswith("A.11, speaks of this event") for name in roles["article"])
    assert {"Happened", "Known by"} <= set(roles["slider"])
    assert "This event" in roles["complementary"]
    said = "document.getElementById('said').textContent"
    assert browser.run(said).startswith("Shooting in Zhanaozen. 16 Dec 2011")
    silent = (
        "[...document.querySelectorAll('#events li')].findIndex(li => li.textContent"
        ".startsWith('Yurt'))"
    )
    browser.run(f"document.querySelectorAll('#events li button')[{silent}].click()")
    assert "Moscow News: " in browser.run(said)
