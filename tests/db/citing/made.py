"""Sources for the tests of references: plain ones, and any that a reader could have."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from db.corpus.sources import SourceFields
from db.corpus.times import understood
from db.records import Source, Time
from db.text.zones import ZoneStatus

TIMES = (
    "", "2011", "2011-12", "2011-12-17", "2011-12-17T23:59:00", "2011~", "2011-12?", "201X",
    "2011-12-16/2011-12-18", "2011-12-18/..", "[2011-12-16, 2011-12-17]", "2011-21", "-0005",
)  # fmt: skip
ODD = st.sampled_from(
    ["{", "}", "\\", "\n", '"', "@", "%", "#", "&", " and ", ",", "ER  - ", "ש", "\u200f", "𐍈", "🏗",
     "\u2028", "\x1b", "é", "Ө", "$", "~", "^", "_", "'", "``", "--", "TY  - ", "\t", "  ", "}}",
     "@article{x,", "\\textbackslash{}", "\\v{s}", "http://a.b/c_d", "doi:10.1234/x{y}"]
)  # fmt: skip
# What SQLite can hold as text: no lone surrogates, no NUL.
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
WORDS = st.lists(ODD | st.text(LETTERS, max_size=6), max_size=6).map("".join)


def any_fields() -> st.SearchStrategy[SourceFields]:
    """Whatever a source can be said to be."""
    return st.builds(
        SourceFields,
        label=WORDS, key=WORDS, title=WORDS, creators=st.lists(WORDS, max_size=4).map(tuple),
        publisher=WORDS, language=WORDS, place=WORDS, position=WORDS, rights=WORDS,
        citation=WORDS, summary=WORDS, retrieved=st.sampled_from(TIMES) | WORDS,
        published=any_time(),
    )  # fmt: skip


def any_time() -> st.SearchStrategy[Time]:
    """A published time, with or without a zone."""
    return st.builds(
        understood,
        st.sampled_from(TIMES),
        st.sampled_from(["", "UTC", "Asia/Aqtau"]),
        printed=WORDS,
        status=st.sampled_from(list(ZoneStatus)),
        note=WORDS,
    )


def source(**fields: Any) -> Source:
    """A newspaper article, but for the fields given; `published` is EDTF."""
    article = {
        "id": 1, "key": "herald", "letter": "B", "ordinal": 1, "label": "Herald",
        "title": "A crane falls", "creators": ("Anna Berg",), "publisher": "The Harbour Herald",
        "language": "en", "published": "2011-12-17",
    }  # fmt: skip
    values: dict[str, Any] = {**article, **fields}
    if isinstance(values["published"], str):
        values["published"] = Time(values["published"])
    return Source(**values)


def as_source(fields: SourceFields) -> Source:
    """A source that has these fields."""
    values = fields._asdict()
    return Source(1, values.pop("key"), "A", 0, **values)
