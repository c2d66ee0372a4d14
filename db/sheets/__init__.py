"""Sheets: chosen events beside chosen sources, as one model that every format is written from."""
