"""The help's topics: one Markdown file each, in the order the index names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import resources
from db.text.folding import fold
from desktop.help.safe_markdown import links_of, to_html

INDEX: Final = "index"
KEYS: Final = "keys"
LANGUAGE: Final = "en"
ACTIONS_MARK: Final = "<p>[[actions]]</p>"

ActionText = tuple[str, str, str]
"""Menu, title and keys of an action, as the reader sees them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the help; `text` is its Markdown."""

    name: str
    title: str
    text: str

    def mentions(self, words: str) -> bool:
        """Return whether the topic has these words, whatever the case and the accents."""
        return fold(words) in fold(self.text)


class Topics:
    """All topics in a language; those it lacks are there in English."""

    def __init__(self, language: str = LANGUAGE) -> None:
        self._language = language
        index = self._read(INDEX)
        names = dict.fromkeys([INDEX, *links_of(index.text)])
        self._topics = {name: self._read(name) for name in names}

    def __getitem__(self, name: str) -> Topic:
        """Return a topic, the index for a name that is none."""
        return self._topics.get(name, self._topics[INDEX])

    def __contains__(self, name: object) -> bool:
        return name in self._topics

    def names(self) -> list[str]:
        """Return the name of every topic in order, the index first."""
        return list(self._topics)

    def has(self, name: str, words: str, actions: Sequence[ActionText]) -> bool:
        """Return whether a topic has some words; that of the keys has those of the actions."""
        if self[name].mentions(words):
            return True
        listed = (fold(" ".join(action)) for action in actions)
        return name == KEYS and any(fold(words) in line for line in listed)

    def html(self, name: str, actions: Sequence[ActionText]) -> str:
        """Return a topic's page in safe HTML; the list of keys is written from the actions."""
        page = to_html(self[name].text)
        return page.replace(ACTIONS_MARK, actions_html(actions))

    def _read(self, name: str) -> Topic:
        file = resources.path("help", self._language, f"{name}.md")
        if not file.is_file():
            file = resources.path("help", LANGUAGE, f"{name}.md")
        text = file.read_text(encoding="utf-8")
        return Topic(name, text.split("\n", 1)[0].lstrip("# ").strip(), text)


def actions_html(actions: Sequence[ActionText]) -> str:
    """Return a table for every menu: what each action is called and which keys it has."""
    menus: dict[str, list[ActionText]] = {}
    for action in actions:
        menus.setdefault(action[0], []).append(action)
    return "".join(_menu_html(menu, rows) for menu, rows in menus.items())


def _menu_html(menu: str, rows: Sequence[ActionText]) -> str:
    lines = "".join(
        f"<tr><td>{escape(title)}</td><td>{escape(keys)}</td></tr>" for _, title, keys in rows
    )
    head = f"<h2>{escape(menu)}</h2>" if menu else ""
    return f"{head}<table>{lines}</table>"
