"""Sheets as workbooks."""
