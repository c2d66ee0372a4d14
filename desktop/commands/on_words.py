"""What the commands that record something on words have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.commands.group import CommandGroup
from desktop.recording.words import passage_at_hand, reaches_further, words_at_hand

if TYPE_CHECKING:
    from desktop.recording.words import Words


class WordsGroup(CommandGroup):
    """Commands on the words that are selected in a column."""

    def chosen_words(self, *, needed: bool = True) -> Words | None:
        """What is selected, said to the reader where that is only part of the selection."""
        column = self.column
        if column is None or not column.isVisible():
            if not needed:
                return None
            self.window.inform(self.window.tr("Go to the columns first, and select words there."))
            return None
        words = words_at_hand(column)
        if words is not None and reaches_further(column, words):
            sentence = self.window.tr("Only the words in one passage were taken: {address}.")
            self.window.inform(sentence.format(address=words.address))
        return words

    def passage(self) -> Words | None:
        """The passage at hand."""
        return passage_at_hand(self.column) if self.column is not None else None
