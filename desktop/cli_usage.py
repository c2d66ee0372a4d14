"""What is wrong with the words of a command, told in one sentence."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from typing import Final, NoReturn

# What argparse says is wrong, and how we say it.
_SAID: Final[tuple[tuple[str, Callable[[re.Match[str]], str]], ...]] = (
    (r"the following arguments are required: (.+)",
     lambda m: f"{_listed(m[1])} {_are(m[1])} missing"),
    (r"argument COMMAND: invalid choice: (.+?) \(choose from (.+)\)",
     lambda m: f"{_plain(m[1])} is no command; there is {_listed(m[2])}"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)",
     lambda m: f"{m[1]} takes {_listed(m[3], 'or')}, not {_plain(m[2])}"),
    (r"argument (.+?): invalid int value: (.+)",
     lambda m: f"{m[1]} takes a whole number, not {_plain(m[2])}"),
    (r"argument (.+?): expected .*", lambda m: f"{m[1]} needs a value after it"),
    (r"argument (.+?): ignored explicit argument (.+)",
     lambda m: f"{m[1]} takes no value, so not {_plain(m[2])}"),
    (r"argument (.+?): not allowed with argument (.+)",
     lambda m: f"{m[1]} and {m[2]} do not go together"),
    (r"ambiguous option: (.+) could match (.+)",
     lambda m: f"{m[1]} may mean {_listed(m[2], 'or')}"),
    (r"unrecognized arguments: (.+)", lambda m: f"{m[1]} is not understood"),
    (r"argument (.+?): (.+)", lambda m: f"{m[1]} {m[2]}"),
)  # fmt: skip


class UsageError(Exception):
    """A command that is not one, told in one sentence."""


class Parser(argparse.ArgumentParser):
    """Reads a command; what it cannot read it refuses in one sentence."""

    _given: Sequence[str] = ()

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Read what can be read; keeps the words for what may have to be said of them."""
        self._given = sys.argv[1:] if args is None else args
        options, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return options, left

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is; raises UsageError."""
        why = usage_words(message)
        if _may_mean_file(message, self._given):
            why += " (a file whose name begins with - is given as ./-name)"
        raise UsageError(f"{why}; nothing was done, {self.prog} --help tells more.")


def usage_words(message: str) -> str:
    """What argparse says, in our words and without a full stop."""
    for pattern, words in _SAID:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words(match)
    return message.rstrip(".")


def whole_number(least: int) -> Callable[[str], int]:
    """What reads a whole number that is no less than another."""

    def number(text: str) -> int:
        try:
            value = int(text)
        except ValueError:
            value = least - 1
        if value < least:
            wanted = f"takes a whole number from {least}, not {text}"
            raise argparse.ArgumentTypeError(wanted)
        return value

    return number


def _may_mean_file(message: str, given: Sequence[str]) -> bool:
    """Whether a word was taken for options that may have been meant for a file."""
    unread = message.startswith(("the following arguments", "unrecognized"))
    return unread and any(re.match(r"-[^-].*\.\w+$", word) for word in given)


def _are(names: str) -> str:
    return "are" if "," in names else "is"


def _listed(names: str, last: str = "and") -> str:
    every = [_plain(name) for name in names.split(", ")]
    return every[0] if len(every) == 1 else f"{', '.join(every[:-1])} {last} {every[-1]}"


def _plain(name: str) -> str:
    """A name without the quotation marks that Python puts round it."""
    return name[1:-1] if len(name) > 1 and name[0] in "'\"" and name[-1] == name[0] else name
