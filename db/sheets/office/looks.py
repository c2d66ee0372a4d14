"""What the styles of an office document look like, the same in every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from db.sheets import palette

Face = dict[str, Any]

SERIF: Final = "IBM Plex Serif"
SANS: Final = "IBM Plex Sans"
# Taken, in this order, where a machine has not the program's own fonts.
FALLBACKS: Final = {
    SERIF: ("Source Serif 4", "Georgia", "Noto Serif", "Liberation Serif"),
    SANS: ("Source Sans 3", "Segoe UI", "Noto Sans", "Liberation Sans"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """A style: its name as shown, its letters (points, #rrggbb), and for paragraphs the rest.

    `size` is in points, or 0 for that of the words around; spaces in points; `level` that of a
    heading. `rule` is a line below to write on. `hang` indents all lines but the first by the
    document's own measure. One that is `whole` is not parted between two pages.
    """

    name: str
    title: str
    face: str = ""
    size: float = 0.0
    weight: str = ""
    italic: bool = False
    colour: str = ""
    above: float = 0.0
    below: float = 0.0
    line: float = 1.0
    next: bool = False
    level: int = 0
    rule: bool = False
    frame: str = ""
    hang: bool = False
    caps: bool = False
    indent: float = 0.0
    underline: str = ""
    whole: bool = False


def paragraph_looks(size: float) -> tuple[Look, ...]:
    """The styles of paragraphs, in a document whose words are of a size in points."""
    ink, muted = _colours()
    small = max(6.2, size - 1.4)
    sans: Face = {"face": SANS, "colour": muted}
    head: Face = {"face": SERIF, "weight": "bold", "colour": ink, "next": True}
    return (
        Look("Standard", "Normal", SERIF, size, colour=ink, below=4, line=1.12),
        Look("Title", "Title", SERIF, 21, "bold", colour=ink, below=5, line=0.98, next=True),
        Look("Kind", "Sheet kind", SANS, 7.5, "bold", colour=muted, below=3, caps=True, next=True),
        Look("Lead", "Sheet extent", size=8, below=5, next=True, **sans),
        Look("Advice", "Sheet note", size=7.5, below=3, **sans),
        Look("Heading1", "heading 1", size=size + 4, above=20, below=2, level=1, **head),
        Look("Heading2", "heading 2", size=size + 2.4, above=14, below=2, level=2, **head),
        Look("Heading3", "heading 3", size=size + 1.4, above=12, below=2, level=3, **head),
        Look("Heading4", "heading 4", size=size + 0.8, above=12, below=2, level=4, **head),
        Look("Moment", "Event", size=small + 0.4, below=5, next=True, **sans),
        Look("Column", "Source", SANS, size, colour=ink, below=1),
        Look("About", "Source about", size=small, below=1, **sans),
        Look("Report", "Report", size=small, above=5, below=2, **sans),
        Look("Quotation", "Passage", SERIF, size, colour=ink, below=4.5, line=1.12, hang=True),
        Look("Silence", "Silence", size=small, above=2, below=4, frame="dashed", **sans),
        Look("Unread", "Not looked at", size=small, above=2, below=4, frame="dotted", **sans),
        Look("Writing", "Line to write on", SANS, 9, colour=muted, above=13, below=2, rule=True),
        Look("Aspect", "Aspect", SANS, size - 0.4, colour=ink, above=2, below=1, next=True),
        Look("Claim", "Claim", SERIF, size, colour=ink, below=3, line=1.05, whole=True),
        Look("Unsaid", "No claim", size=small, below=3, **sans),
        Look("Relation", "Relation", SANS, small + 0.2, colour=ink, below=2.5, line=1.08,
             whole=True),
        Look("Counts", "Relations counted", size=small, below=3, **sans),
        Look("Figure", "Ladder", SANS, small, colour=muted, above=3, below=3),
        Look("Subject", "Links and notes", SANS, small, "bold", colour=muted, above=3, below=2,
             next=True),
        Look("Note", "Note", SERIF, size, colour=ink, below=4, line=1.12),
        Look("NoteItem", "Note list", SERIF, size, colour=ink, below=2, line=1.12, indent=4),
        Look("NoteHead", "Note heading", SERIF, size, "bold", colour=ink, above=3, below=2,
             next=True),
        Look("Use", "Name", SERIF, size, colour=ink, below=2),
        Look("Described", "Source description", SANS, small + 0.2, colour=ink, below=2),
        Look("Reference", "Reference", SANS, 6.4, colour=ink, below=1.5),
        Look("Header", "header", SANS, 7, colour=muted),
        Look("Footer", "footer", SANS, 7, colour=muted),
    )  # fmt: skip


def character_looks(size: float) -> tuple[Look, ...]:
    """The styles of words."""
    ink, muted = _colours()
    small = max(6.0, size - 1.6)
    amber = palette.tokens("light")["disagreement"]
    return (
        Look("Address", "Address", SANS, small, "medium", colour=muted),
        Look("Tag", "Way of speaking", SANS, small, italic=True, colour=muted),
        Look("Around", "Words around", colour=muted),
        Look("Speaks", "Words that speak of the event", colour=ink, underline="single"),
        Look("Answer", "Answer", weight="bold", underline="single"),
        Look("Gap", "Gap", underline="single"),
        Look("Letter", "Letter of a source", SANS, weight="bold"),
        Look("Strong", "Strong", weight="bold"),
        Look("Emphasis", "Emphasis", italic=True),
        Look("Small", "Aside", SANS, small, colour=muted),
        Look("Quoted", "Quoted words", SERIF, colour=muted),
        Look("Doubtful", "Zone not stated", underline="dotted"),
        Look(
            "SmallDoubtful", "Aside, zone not stated", SANS, small, colour=muted, underline="dotted"
        ),
        Look("Conflict", "Conflict", weight="bold", colour=amber),
        Look("Label", "Label", colour=muted),
    )


def _colours() -> tuple[str, str]:
    tokens = palette.tokens("light")
    return tokens["ink"], tokens["muted"]


def hairline() -> str:
    """The colour of thin lines."""
    return palette.tokens("light")["hairline"]
