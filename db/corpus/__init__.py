"""The corpus: one SQLite file that holds everything a reader works with."""

from db.corpus.corpus import Corpus

__all__ = ["Corpus"]
