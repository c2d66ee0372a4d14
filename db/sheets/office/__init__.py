"""Sheets as documents of office programs: one document, written as DOCX and as ODT."""
