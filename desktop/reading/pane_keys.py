"""What the keys do in a pane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.reading.caret import Step

if TYPE_CHECKING:
    from desktop.reading.pane import Pane

Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_OTHERS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_STEPS: dict[tuple[Key, bool], tuple[Step, bool]] = {
    (Key.Key_Left, False): (Step.LETTER, False),
    (Key.Key_Right, False): (Step.LETTER, True),
    (Key.Key_Left, True): (Step.WORD, False),
    (Key.Key_Right, True): (Step.WORD, True),
    (Key.Key_Up, False): (Step.LINE, False),
    (Key.Key_Down, False): (Step.LINE, True),
    (Key.Key_Home, False): (Step.LINE_END, False),
    (Key.Key_End, False): (Step.LINE_END, True),
    (Key.Key_Home, True): (Step.TEXT_END, False),
    (Key.Key_End, True): (Step.TEXT_END, True),
    (Key.Key_PageUp, False): (Step.PAGE, False),
    (Key.Key_PageDown, False): (Step.PAGE, True),
}


class PaneKeys:
    """Scrolls by keys, or moves the caret where caret browsing is on or Shift is held."""

    def __init__(self, pane: Pane) -> None:
        self._pane = pane

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key and return whether it was one of the pane's."""
        # These are made known in a millisecond: the first text does not wait for the first key.
        from PySide6.QtGui import QKeySequence

        pane = self._pane
        if event.matches(QKeySequence.StandardKey.Copy):
            pane.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            pane.caret.select_all()
            pane.show_choice()
        elif event.modifiers() & _OTHERS:
            return False
        elif event.key() == Key.Key_F7 and not event.modifiers():
            pane.set_caret_mode(not pane.caret_mode)
        elif event.key() == Key.Key_Escape and pane.selection():
            pane.caret.drop()
            pane.show_choice()
        elif pane.painter.marked.action_focused and _is_enter(event):
            pane.silence_action.emit()
        else:
            return self._move(event) or self._scroll(event)
        return True

    def _move(self, event: QKeyEvent) -> bool:
        pane = self._pane
        extend = bool(event.modifiers() & _SHIFT)
        found = _STEPS.get((Key(event.key()), bool(event.modifiers() & _CONTROL)))
        if found is None or not (pane.caret_mode or extend):
            return False
        step, forward = found
        self.bring_caret_into_sight()
        if step in (Step.LETTER, Step.WORD) and pane.caret.runs_left():
            forward = not forward
        before = pane.caret_passage()
        pane.caret.move(step, forward, extend=extend)
        pane.show_choice()
        pane.follow_caret()
        self._say(step, before)
        return True

    def _say(self, step: Step, before: int) -> None:
        pane = self._pane
        words, passage = pane.caret.words_passed(step), pane.caret_passage()
        if passage != before and passage >= 0:
            words = f"{pane.body.text.addresses[passage]}. {words}"
        from desktop.reading.accessible import announce

        announce(pane, words)

    def bring_caret_into_sight(self) -> None:
        """Let a caret that nobody has placed yet begin at the first line in sight."""
        pane = self._pane
        if pane.caret.shown:
            return
        slots = pane.body.flow.slots
        for index, top in pane.scroller.visible():
            if slots[index].passage >= 0 and top + pane.body.head(index) >= 0:
                spot = pane.caret.spot_at(0, top + pane.body.head(index))
                if spot is not None:
                    pane.caret.put(spot, extend=False)
                return

    def _scroll(self, event: QKeyEvent) -> bool:
        pane = self._pane
        if event.modifiers() & _CONTROL and event.key() not in (Key.Key_Home, Key.Key_End):
            return False
        line = pane.body.line_height
        page = max(line, pane.scroller.height - 2 * line)
        back = bool(event.modifiers() & _SHIFT)
        pixels = {
            Key.Key_Up: -line,
            Key.Key_Down: line,
            Key.Key_PageUp: -page,
            Key.Key_PageDown: page,
            Key.Key_Space: -page if back else page,
        }.get(Key(event.key()))
        before = pane.passage_at_line()
        if pixels is not None:
            pane.scroll_by(pixels)
        elif event.key() in (Key.Key_Home, Key.Key_End):
            pane.scroll_to_end(event.key() == Key.Key_End)
        else:
            return False
        self._say_passage(before)
        return True

    def _say_passage(self, before: int) -> None:
        """Read out the passage that has come to the line, if it is another one."""
        from desktop.reading.accessible import announce, passage_words

        now = self._pane.passage_at_line()
        if now != before:
            announce(self._pane, passage_words(self._pane, now))


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Key.Key_Return, Key.Key_Enter, Key.Key_Space)
