"""Saved sheets: what a reader chose for a comparison, to be made again."""

from __future__ import annotations

import time

from db.corpus.facet import Facet
from db.errors import InvalidEditError, said
from db.records import Change, SavedSheet


class SavedSheets(Facet):
    """The saved sheets of a corpus."""

    def all(self) -> list[SavedSheet]:
        """Every saved sheet, oldest first."""
        rows = self._corpus.connection.execute(
            "SELECT id, title, layout, made, changed FROM sheet ORDER BY id"
        )
        return [SavedSheet(*row) for row in rows]

    def add(self, title: str, layout: str) -> tuple[int, Change]:
        """Save a sheet; returns its id. Raises InvalidEditError without a title."""
        with self._corpus.edit("Save sheet") as pending:
            values = {"title": _checked(title), "layout": layout, "made": int(time.time())}
            sheet_id = self._corpus.insert("sheet", values)
        return sheet_id, pending.change

    def change(self, sheet_id: int, title: str, layout: str) -> Change:
        """Save a sheet anew under its id."""
        with self._corpus.edit("Save sheet") as pending:
            values = {"title": _checked(title), "layout": layout, "changed": int(time.time())}
            self._corpus.update("sheet", sheet_id, values)
        return pending.change

    def delete(self, sheet_id: int) -> Change:
        """Forget a saved sheet; nothing that was exported is touched."""
        with self._corpus.edit("Delete sheet") as pending:
            self._corpus.delete("sheet", sheet_id)
        return pending.change


def _checked(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise InvalidEditError(reason=said("A saved sheet needs a title."))
    return words
