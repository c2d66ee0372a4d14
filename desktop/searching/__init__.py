"""Searching the corpus and finding words in a column."""
