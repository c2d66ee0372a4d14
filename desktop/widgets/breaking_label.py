"""Words of others that may be of any length, in a label."""

from PySide6.QtWidgets import QLabel

from desktop.widgets.plain import breakable


class BreakingLabel(QLabel):
    """A label in which a word of any length is broken where it must be."""

    _whole = ""

    def setText(self, words: str) -> None:
        """Show words."""
        self._whole = words
        super().setText(breakable(words))

    def text(self) -> str:
        """The words as they were given."""
        return self._whole
