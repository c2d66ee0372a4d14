"""The take-home page: its data, its style and its script in one file, sealed by their hashes.

The page's own Content-Security-Policy lets run what is in it and nothing else, and lets it reach
no address. Data stand as JSON in which no character can end the element around them.
"""

from __future__ import annotations

import base64
import json
import re
from hashlib import sha256
from html import escape
from typing import Final

import resources
from db.errors import InvalidEditError, said
from db.sheets import palette
from db.sheets.choices import SheetKind
from db.sheets.model import Sheet
from db.sheets.take_home.data import page_data
from db.sheets.wording import words_of

_FACES: Final = (
    ("Plex Serif", 400, "IBMPlexSerif-Regular.ttf"),
    ("Plex Serif", 600, "IBMPlexSerif-SemiBold.ttf"),
    ("Plex Sans", 400, "IBMPlexSans-Regular.ttf"),
    ("Plex Sans", 600, "IBMPlexSans-SemiBold.ttf"),
)
_UNSAFE: Final = re.compile("[<>&\u2028\u2029\r\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_TOKENS: Final = (
    "paper", "panel", "selection", "hover", "ink", "muted", "hairline", "outline", "accent",
    "accent_tint", "disagreement",
)  # fmt: skip


def render(sheet: Sheet) -> bytes:
    """The page in UTF-8; raises InvalidEditError for a worksheet, whose gaps it would fill."""
    if sheet.kind is not SheetKind.COMPARISON or sheet.blind:
        raise InvalidEditError(
            reason=said("A take-home shows whole texts, so it cannot be a worksheet or blind.")
        )
    script, style = _script(), _style()
    words = words_of(sheet)
    page = _part("page.html")
    for name, value in {
        "language": escape(sheet.language),
        "title": escape(sheet.title or words.kind(sheet)),
        "without": escape(words.table("take_home")["without"]),
        "policy": _policy(script, style),
        "style": style,
        "data": _json(page_data(sheet)),
        "words": _json(dict(words.table("take_home"))),
        "script": script,
    }.items():
        page = page.replace("{{ " + name + " }}", value)
    return page.encode("utf-8", "replace")


def _part(name: str) -> str:
    return resources.path("sheets", "take-home", name).read_text(encoding="utf-8")


def _script() -> str:
    """The parts of the script in their order, closed off from everything else."""
    folder = resources.path("sheets", "take-home", "script")
    parts = [part.read_text(encoding="utf-8") for part in sorted(folder.glob("*.js"))]
    return '"use strict";(() => {\n' + "\n".join(parts) + "})();\n"


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(part: str) -> str:
    return "sha256-" + base64.b64encode(sha256(part.encode()).digest()).decode()


def _json(value: object) -> str:
    """JSON that cannot end a script element, begin a comment in it, or fail to be UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _style() -> str:
    faces = "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{_font(name)})}}\n"
        for family, weight, name in _FACES
    )
    return faces + _tokens(":root", "light") + _dark() + _part("style.css")


def _font(name: str) -> str:
    return base64.b64encode(resources.path("fonts", name).read_bytes()).decode()


def _tokens(selector: str, theme: str) -> str:
    colours = palette.tokens(theme)
    values = "".join(f"--{name.replace('_', '-')}:{colours[name]};" for name in _TOKENS)
    return f"{selector}{{{values}}}\n"


def _dark() -> str:
    """Dark where the system asks for it or the reader does; what is printed stays light."""
    by_system = _tokens(":root:not([data-theme=light])", "dark")
    by_reader = _tokens(":root[data-theme=dark]", "dark")
    return (
        f"@media screen and (prefers-color-scheme:dark){{{by_system}}}\n"
        f"@media screen{{{by_reader}}}\n"
    )
