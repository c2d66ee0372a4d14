"""Finding commands by a few words of their names, typed in any order and cut short."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the command list; `id` is handed back when it is chosen."""

    id: str
    title: str
    path: str = ""
    """The menu it is in, as the reader sees it: "File", "View › Lenses"."""
    shortcut: str = ""
    """Keys in Qt's portable form: "Ctrl+Shift+P"."""
    enabled: bool = True


def matching(commands: Iterable[Command], query: str) -> list[Command]:
    """Return the commands that answer to every word of `query`, the nearest first.

    A word answers if it begins the title or a word of it, stands inside one or in the path, or has
    its letters in the title in that order. Equal ones keep the order they came in.
    """
    words = _fold(query).split()
    scored = ((_score(command, words), command) for command in commands)
    found = [(score, command) for score, command in scored if score is not None]
    return [command for _, command in sorted(found, key=_distance)]


def _distance(pair: tuple[int, Command]) -> int:
    return pair[0]


def _score(command: Command, words: Sequence[str]) -> int | None:
    """Return how far the command is from the words: 0 is nearest, None does not answer."""
    title, path = _fold(command.title), _fold(command.path)
    total = 0
    for word in words:
        distance = _word_score(word, title, path)
        if distance is None:
            return None
        total += distance
    return total


def _word_score(word: str, title: str, path: str) -> int | None:
    if title.startswith(word):
        return 0
    if any(each.startswith(word) for each in title.split()):
        return 1
    if word in title:
        return 3
    if word in path:
        return 4
    return 7 if _in_order(word, title) else None


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _fold(text: str) -> str:
    # Mnemonic marks and dots of "Open…" are for the eye; ё is typed as е by most.
    return text.replace("&", "").replace("…", "").casefold().replace("ё", "е")
