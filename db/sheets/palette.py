"""The look of the sources on a page: the colours of the light theme, and a pattern beside each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import resources

# The order is that of the window's margin bars.
PATTERNS: Final = ("solid", "diagonal", "dots", "dashes", "double", "waves")


@dataclass(frozen=True, slots=True)
class Look:
    """The colour of a source as #rrggbb on light and on dark paper, and its pattern."""

    colour: str
    dark_colour: str
    pattern: str


@lru_cache(maxsize=4)
def tokens(theme: str) -> dict[str, str]:
    """The colours of a theme that are not those of sources."""
    return dict(_theme(theme)["tokens"])


def look(style: int) -> Look:
    """The look of the n-th source; colours come round again, each time with the next pattern."""
    light, dark = (
        [row["colour"] for row in _theme(t)["sources"].values()] for t in ("light", "dark")
    )
    count = len(light)
    return Look(
        light[style % count],
        dark[style % count],
        PATTERNS[(style + style // count) % len(PATTERNS)],
    )


@lru_cache(maxsize=4)
def _theme(name: str) -> dict[str, Any]:
    text = resources.path("themes", f"{name}.json").read_text(encoding="utf-8")
    theme: dict[str, Any] = json.loads(text)
    return theme
