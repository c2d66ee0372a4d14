"""Words of a BibTeX field: LaTeX's signs as letters, and letters that LaTeX would take as signs."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ACCENTS: Final = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SIGNS: Final = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
    "textasciicircum": "^", "textquotedbl": '"', "textquotedblleft": "“", "textquotedblright": "”",
    "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "guillemotleft": "«",
    "guillemotright": "»", "quotedblbase": "„", "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ",
    "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "aa": "å", "AA": "Å",
    "textnumero": "№", "copyright": "©", "S": "§", "pounds": "£", "euro": "€", "texteuro": "€",
}  # fmt: skip
_WRITTEN: Final = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", '"': "\\textquotedbl{}",
    **{char: f"\\{char}" for char in "#$%&_"},
}  # fmt: skip
_STYLES: Final = frozenset(
    ("bf", "bfseries", "em", "it", "itshape", "mdseries", "noopsort", "normalfont", "par",
     "protect", "relax", "rm", "sc", "sf", "sl", "tt")
)  # fmt: skip
_LIGATURE: Final = re.compile(r"(-(?=-)|`(?=`)|'(?='))")
_TOKEN: Final = re.compile(
    r"\\(?P<word>[A-Za-z]+)\s*(?P<none>\{\s*\})?"
    r"|\\(?P<sign>[^A-Za-z])|(?P<dashes>-{2,3})|(?P<ticks>``|'')|(?P<plain>[{}~$])"
)


def encoded(words: str) -> str:
    """Words as LaTeX would print them; no brace is left bare, so that braces stay paired."""
    # LaTeX makes one sign of two of these; an empty group between keeps them apart.
    return _LIGATURE.sub(r"\1{}", words.translate(_TABLE))


_TABLE: Final = str.maketrans(_WRITTEN)


def decoded(words: str) -> str:
    """LaTeX as plain words: accents and signs as letters, commands that only style left out.

    Linear in the length; what it does not know it keeps without its backslash.
    """
    made: list[str] = []
    accent, at = "", 0
    for match in _TOKEN.finditer(words):
        accent = _take(made, words[at : match.start()], accent)
        at = match.end()
        new = _accent_of(match, words)
        if new:
            accent = new
            continue
        said = _said(match, words)
        accent = _take(made, said, accent) if said else accent
    _take(made, words[at:], accent)
    return "".join(made)


def _accent_of(match: re.Match[str], words: str) -> str:
    name = match["word"] or match["sign"] or ""
    if name not in _ACCENTS or match["none"]:
        return ""
    # Of letters only a single one is an accent, as in \v{s} and \c c.
    return _ACCENTS[name] if words[match.end() : match.end() + 1].strip() else ""


def _take(made: list[str], words: str, accent: str) -> str:
    """Add words, an accent on the first letter; returns the accent where it is still to be set."""
    if not words:
        return accent
    made.append(unicodedata.normalize("NFC", words[0] + accent) if accent else words[0])
    made.append(words[1:])
    return ""


def _said(match: re.Match[str], words: str) -> str:
    if match["word"]:
        # \emph{x} only styles, \TeX is a word.
        styles = match["word"] in _STYLES or words[match.end() : match.end() + 1] == "{"
        return _SIGNS.get(match["word"], "" if styles else match["word"])
    if match["sign"]:
        return {"\\": " ", "-": "", ",": " ", "/": ""}.get(match["sign"], match["sign"])
    if match["dashes"]:
        return "–" if len(match["dashes"]) == 2 else "—"
    if match["ticks"]:
        return "“" if match["ticks"] == "``" else "”"
    return "\u00a0" if match["plain"] == "~" else ""
