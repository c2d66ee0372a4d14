"""Checking a sheet that was made earlier against a corpus, whoever edited or re-saved it."""
