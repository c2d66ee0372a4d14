"""The web address and the DOI that stand in a source's citation."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import Final

from db.records import Source

_DOI: Final = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|\bdoi:\s?)(10\.\d{4,9}/[^\s<>\"“”«»{}\\^`|]+)", re.I
)
# An address with an odd end is written between angle brackets, as RFC 3986, appendix C, advises.
_ANGLED: Final = re.compile(r"<(https?://[^\s<>\"{}\\^`|]+)>", re.I)
_PLAIN: Final = re.compile(r"https?://[^\s<>\"“”«»{}\\^`|]+", re.I)
_TRAILING: Final = ".,;:!?'’)]}"


def locators(citation: str) -> tuple[str, str]:
    """The first web address that is no DOI, and the first DOI; empty where there is none."""
    doi = _DOI.search(citation)
    found = [m[1] for m in _ANGLED.finditer(citation) if m[1].isprintable()]
    found += [_trimmed(m[0]) for m in _PLAIN.finditer(_ANGLED.sub(" ", citation))]
    url = next((address for address in found if not _DOI.match(address)), "")
    return url, _trimmed(doi[1]) if doi else ""


def located(source: Source) -> str:
    """Where a source is found: its DOI as an address, else its web address, else nothing."""
    url, doi = locators(source.citation)
    return f"https://doi.org/{doi}" if doi else url


def with_locators(citation: str, url: str, doi: str) -> str:
    """A citation that holds an address and a DOI as well; one that does already is as it was."""
    has_url, has_doi = locators(citation)
    wanted = [f"https://doi.org/{doi}"] if doi and not has_doi else []
    wanted += [url] if url and url != has_url else []
    for address in wanted:
        plain = _PLAIN.fullmatch(address) and _trimmed(address) == address
        citation = f"{citation.rstrip()} {address if plain else f'<{address}>'}".strip()
    return citation


def _trimmed(address: str) -> str:
    """An address without the stops of the sentence it stands in; brackets it opens it shuts."""
    # Invisible characters end it as spaces do: no program would keep them.
    address = "".join(takewhile(str.isprintable, address))
    while address and address[-1] in _TRAILING:
        if address[-1] == ")" and address.count("(") >= address.count(")"):
            break
        address = address[:-1]
    return address
