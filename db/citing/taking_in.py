"""Taking references into a corpus: what the reader has chosen, in one edit."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from db.citing.entries import Entry, fields_of, source_fields
from db.citing.locators import with_locators
from db.citing.matching import FieldChange, Match
from db.citing.wording import language_tag
from db.corpus import Corpus
from db.corpus.facet import key_from
from db.corpus.sources import SourceFields
from db.records import Change

LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A reference to take in: the changes to make, or a new source where it matches none."""

    match: Match
    changes: tuple[FieldChange, ...] = ()


def take_in(corpus: Corpus, choices: Sequence[Choice]) -> tuple[int, Change]:
    """Make every change chosen and add every new source, as one edit; returns how many sources.

    A source's key and letter stay. Raises InvalidEditError as editing a source does.
    """
    touched = set()
    taken = {source.key for source in corpus.sources.all()}
    with corpus.edit("Import references") as pending:
        for choice in choices:
            source = choice.match.source
            if source is None:
                fields = new_source(choice.match.entry, taken)
                touched.add(corpus.sources.add(fields)[0])
                taken.add(fields.key)
            elif choice.changes:
                # Read anew: an earlier reference of the file may have changed it.
                values = fields_of(corpus.sources.by_key(source.key))
                for change in choice.changes:
                    values |= change.values
                corpus.sources.change(source.id, source_fields(values))
                touched.add(source.id)
    return len(touched), pending.change


def new_source(entry: Entry, taken: Container[str]) -> SourceFields:
    """A reference as a new source, with a label, and a key that is not among those taken."""
    fields = dict(entry.fields)
    if not entry.own:
        fields["citation"] = with_locators(fields.get("citation", ""), entry.url, entry.doi)
        fields["language"] = language_tag(fields.get("language", ""))
    fields["label"] = fields.get("label", "").strip() or label_of(entry)
    wanted = fields.get("key", "").strip()
    if not wanted or wanted in taken:
        fields["key"] = key_from(wanted or fields["label"], taken.__contains__)
    return source_fields(fields)


def label_of(entry: Entry) -> str:
    """A short label where the file has none: who published it, who wrote it, or its title."""
    fields = entry.fields
    names = [fields.get("publisher", ""), *entry.creators, fields.get("title", ""), entry.url]
    words = next((" ".join(name.split()) for name in names if name.strip()), "?")
    return words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"
