"""Sheets from the window: exporting them and printing them."""
