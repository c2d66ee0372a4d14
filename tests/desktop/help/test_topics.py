"""Every topic is whole: it has a title, its links lead somewhere, its keys are true."""

import re
from datetime import date

import pytest

from desktop.actions import MENUS, SPECS, SUBMENUS, words
from desktop.dialogs.typed_time import read_typed
from desktop.help.safe_markdown import links_of
from desktop.help.topics import Topics, actions_html

TOPICS = Topics()
NAMES = TOPICS.names()
NAMED_KEYS = re.compile(r"\*\*((?:Ctrl|Alt|Shift)\+[^*]+|F\d+|[A-Z])\*\*")
IN_WIDGETS = {"Ctrl+Left", "Ctrl+Right", "Shift+Enter"}
"""Keys that a widget handles itself and no action has."""


@pytest.mark.parametrize("name", NAMES)
def test_a_topic_has_a_title_and_text(name: str) -> None:
    topic = TOPICS[name]
    assert topic.text.startswith(f"# {topic.title}\n")
    html = TOPICS.html(name, [])
    assert html.startswith(f"<h1>{topic.title}</h1>".replace("&", "&amp;"))
    assert "<p>" in html


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_topic(name: str) -> None:
    text = TOPICS[name].text
    targets = re.findall(r"\]\(([^)]+)\)", text)
    assert targets == [f"{topic}.md" for topic in links_of(text)]
    for topic in links_of(text):
        assert topic in TOPICS


def test_no_topic_file_is_out_of_reach() -> None:
    import resources

    files = {file.stem for file in resources.path("help", "en").glob("*.md")}
    assert files == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_keys_named_in_a_topic_are_those_of_an_action(name: str) -> None:
    known = {keys for spec in SPECS for keys in spec.keys} | IN_WIDGETS
    for keys in NAMED_KEYS.findall(TOPICS[name].text):
        assert keys in known, f"{keys} in {name}.md"


@pytest.mark.parametrize("name", NAMES)
def test_menu_paths_named_in_a_topic_exist(name: str) -> None:
    for path in re.findall(r"\*\*([^*]+ ▸ [^*]+)\*\*", TOPICS[name].text):
        menu, title = path.split(" ▸ ")
        assert title in _titles(menu), f"{path} in {name}.md"


def _titles(menu: str) -> set[str]:
    """What stands in a menu, as the reader sees it, with and without the ellipsis."""
    texts = {spec.id: spec.text for spec in SPECS}
    found: set[str] = set()
    for _, title, ids in MENUS:
        if title.replace("&", "") == menu:
            for entry in ids:
                inner = SUBMENUS[entry[:-1]][0] if entry.endswith(">") else texts.get(entry, "")
                found.add(words(inner).replace("&", ""))
    return found | {title.rstrip("…") for title in found}


def test_the_keys_topic_lists_every_action() -> None:
    lines = [("Menu", words(spec.text).replace("&", ""), ", ".join(spec.keys)) for spec in SPECS]
    page = TOPICS.html("keys", lines)
    assert "[[actions]]" not in page
    for _, title, keys in lines:
        assert f"<td>{title}</td><td>{keys}</td>" in page


def test_an_action_cannot_write_markup_into_the_page() -> None:
    assert "<img" not in actions_html([("M<img>", "T<img src=//h/x>", "K")])


def test_an_unknown_topic_is_the_index() -> None:
    assert TOPICS["no-such-topic"].name == "index"


def test_words_are_found_whatever_the_accents() -> None:
    assert TOPICS.has("searching", "жанаозен", [])
    assert TOPICS.has("keys", "frobnicate", [("Edit", "Frobnicate", "Ctrl+J")])
    assert not TOPICS.has("sheets", "frobnicate", [("Edit", "Frobnicate", "Ctrl+J")])


def test_times_that_may_be_typed_are_understood_as_the_help_says() -> None:
    rows = re.findall(r"^\| ([^|]*\d[^|]*)\| ?([^|]*)\|$", TOPICS["editing"].text, re.MULTILINE)
    assert len(rows) >= 5
    for typed, exact in rows:
        read = read_typed(typed, day=date(2011, 12, 16))
        assert read is not None, typed
        expected = exact.strip()
        assert not expected or read.edtf == expected
