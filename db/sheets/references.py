"""References: the line by which a copy of a quotation can be checked years later.

`A.12 ⟦ticker/digest 3521–3600 #ab12cd34ef56⟧`: the address, the edition, the first and the
character after the last of the words in its text, and the first digits of their SHA-256.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from db.sheets.choices import Part
from db.sheets.claim_model import SheetClaim
from db.sheets.model import Quotation, Sheet

DIGITS: Final = 12
_BREAK: Final = "\u200b"
# Office programs put spaces and line ends where they like, and another dash; in a PDF that one of
# them made, brackets that its font lacks may stand elsewhere; an old encoding has "?" for them.
_CODE: Final = re.compile(
    r"(?P<address>[A-Z]{1,3}\.[0-9]{1,9})\s*[⟦\s]\s*\??(?P<edition>[^\s⟦⟧?]{1,200})\s+"
    r"(?P<start>[0-9]{1,12})\s*[–—?-]\s*(?P<end>[0-9]{1,12})\s*#\s*"
    r"(?P<digits>[0-9a-f]{12})(?![0-9a-f])"
)


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """Where quoted words stand, and a fingerprint of them."""

    edition: str
    start: int
    end: int
    address: str
    digits: str

    @property
    def code(self) -> str:
        """The part in brackets, as printed."""
        return f"⟦{self.edition} {self.start}–{self.end} #{self.digits}⟧"

    def __str__(self) -> str:
        return f"{self.address} {self.code}"


def reference(quotation: Quotation, sha256: str = "") -> Reference:
    """The reference of one quotation; `sha256` is that of its words where it is known."""
    return Reference(
        quotation.edition,
        quotation.start,
        quotation.end,
        quotation.address,
        (sha256 or quotation.sha256)[:DIGITS],
    )


def references(sheet: Sheet) -> list[tuple[str, list[Reference]]]:
    """Every quotation's reference once, by source in the sheet's order, then by place."""
    by_source: dict[str, set[Reference]] = {source.key: set() for source in sheet.sources}
    for row in sheet.rows:
        for cell in row.cells:
            by_source[cell.source].update(reference(q) for q in cell.quotations if q.whole)
            if not sheet.blind and Part.PASSAGES not in sheet.show:
                by_source[cell.source].update(_of_claim(c) for c in cell.claims if not c.gap)
    return [(source, sorted(found)) for source, found in by_source.items() if found]


def _of_claim(claim: SheetClaim) -> Reference:
    """The reference of a claim's words, where these are what is quoted."""
    digits = claim.sha256[:DIGITS]
    return Reference(claim.edition, claim.start, claim.end, claim.address, digits)


def find_references(text: str) -> list[Reference]:
    """The references that stand in a text, whoever re-saved it."""
    return [
        Reference(m["edition"], int(m["start"]), int(m["end"]), m["address"], m["digits"])
        for m in _CODE.finditer(text.replace(_BREAK, ""))
    ]
