"""References to sources: written in two styles, and exchanged with reference managers."""

from db.citing.styles import Style, cite, cite_passage, references

__all__ = ["Style", "cite", "cite_passage", "references"]
