"""The parts of a corpus, each imported when it is first asked for: the first text needs four."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from db.corpus.anchors import Anchors
    from db.corpus.aspects import Aspects
    from db.corpus.claims import Claims
    from db.corpus.corpus import Corpus
    from db.corpus.editions import Editions
    from db.corpus.events import Events
    from db.corpus.judgements import Judgements
    from db.corpus.links import Links
    from db.corpus.mentions import Mentions
    from db.corpus.names import Names
    from db.corpus.notes import Notes
    from db.corpus.origins import Origins
    from db.corpus.reviews import Reviews
    from db.corpus.sheets import SavedSheets
    from db.corpus.sources import Sources
    from db.corpus.voices import Voices


class Facets:
    """What a corpus is read and written by: `corpus.events.all()`."""

    @property
    def _whole(self) -> Corpus:
        return cast("Corpus", self)

    @cached_property
    def sources(self) -> Sources:
        """The sources of the corpus."""
        from db.corpus.sources import Sources

        return Sources(self._whole)

    @cached_property
    def editions(self) -> Editions:
        """The editions of the corpus."""
        from db.corpus.editions import Editions

        return Editions(self._whole)

    @cached_property
    def events(self) -> Events:
        """The events of the corpus."""
        from db.corpus.events import Events

        return Events(self._whole)

    @cached_property
    def mentions(self) -> Mentions:
        """The mentions of the corpus."""
        from db.corpus.mentions import Mentions

        return Mentions(self._whole)

    @cached_property
    def claims(self) -> Claims:
        """The claims of the corpus."""
        from db.corpus.claims import Claims

        return Claims(self._whole)

    @cached_property
    def aspects(self) -> Aspects:
        """The aspects of the corpus."""
        from db.corpus.aspects import Aspects

        return Aspects(self._whole)

    @cached_property
    def voices(self) -> Voices:
        """The voices of the corpus."""
        from db.corpus.voices import Voices

        return Voices(self._whole)

    @cached_property
    def names(self) -> Names:
        """The names of the corpus."""
        from db.corpus.names import Names

        return Names(self._whole)

    @cached_property
    def links(self) -> Links:
        """The links of the corpus."""
        from db.corpus.links import Links

        return Links(self._whole)

    @cached_property
    def sheets(self) -> SavedSheets:
        """The saved sheets of the corpus."""
        from db.corpus.sheets import SavedSheets

        return SavedSheets(self._whole)

    @cached_property
    def notes(self) -> Notes:
        """The notes of the corpus."""
        from db.corpus.notes import Notes

        return Notes(self._whole)

    @cached_property
    def anchors(self) -> Anchors:
        """The anchors of the corpus."""
        from db.corpus.anchors import Anchors

        return Anchors(self._whole)

    @cached_property
    def judgements(self) -> Judgements:
        """The judgements of the corpus."""
        from db.corpus.judgements import Judgements

        return Judgements(self._whole)

    @cached_property
    def origins(self) -> Origins:
        """The origins of the corpus."""
        from db.corpus.origins import Origins

        return Origins(self._whole)

    @cached_property
    def reviews(self) -> Reviews:
        """The reviews of the corpus."""
        from db.corpus.reviews import Reviews

        return Reviews(self._whole)
