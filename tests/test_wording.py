"""No sentence of the case's documents stands anywhere in the project.

The documents belong to their authors. Names, figures, times and the titles of works carry over; a
run of seven words does not. Where the documents are not at hand, the test is skipped.
"""

import re
import unicodedata
from collections.abc import Iterator

import pytest

from tests.project import ROOT, texts

WORDS = 7
ORIGINALS = ROOT.parent / "shared" / "originals"
TITLES = (
    "Reports on Oil Workers' Struggle in Kazakhstan",
    "The Massacre Everyone Ignored: Up To 70 Striking Oil Workers Killed In Kazakhstan By "
    "US-Supported Dictator",
    "Kazakhstan plunged into crisis by mass shootings",
    "Kazakhstan: Labor Dispute Dragging Energy Production Down",
    "Chevron Rises To $104 As Kazakhstan Kicks Up Production",
)
Run = tuple[str, ...]


def words(text: str) -> list[str]:
    """The words of a text, folded so that case and typography make no difference."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def runs(text: str) -> Iterator[Run]:
    """Every run of seven words."""
    found = words(text)
    return (tuple(found[i : i + WORDS]) for i in range(len(found) - WORDS + 1))


def without_titles(text: str) -> str:
    """A text with a sign in place of every title, so that no run goes across one."""
    for title in TITLES:
        pattern = r"[\W_]+".join(map(re.escape, words(title)))
        text = re.sub(rf"(?i)\b{pattern}\b", " title0000 ", text)
    return text


def test_no_run_of_seven_words_of_the_documents() -> None:
    documents = sorted(ORIGINALS.glob("*.txt"))
    if not documents:
        pytest.skip("the documents are not at hand")
    known = {run for file in documents for run in runs(file.read_text(encoding="utf-8"))}
    found = [
        f"{name}: {' '.join(run)}"
        for name, text in texts()
        for run in runs(without_titles(text))
        if run in known
    ]
    assert not found
