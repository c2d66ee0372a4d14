"""Keeping panes in step: where a follower stands when its leader is scrolled.

Pure functions over positions counted in characters. Between two events that both sources speak
of, a follower's position is interpolated, as three-way merge tools do between equal chunks; the
line on which the two are compared slides through the first and the last screen, so that both
texts begin and end together (after GNOME Meld's filediff).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import exp
from typing import NamedTuple

Anchor = tuple[float, float]
"""One event's place in two texts: characters in the leader, characters in the follower."""


def longest_chain(anchors: Sequence[Anchor], current: Anchor | None = None) -> list[Anchor]:
    """Return the most anchors that rise in both texts, through the current one if given.

    Sources tell events in different orders; what crosses cannot be interpolated. Patience
    sorting, O(n log n).
    """
    if current is None:
        return _longest(anchors)
    leader, follower = current
    before = [a for a in anchors if a[0] < leader and a[1] < follower]
    after = [a for a in anchors if a[0] > leader and a[1] > follower]
    return [*_longest(before), current, *_longest(after)]


def _longest(anchors: Sequence[Anchor]) -> list[Anchor]:
    # Equal leaders fall in the follower, so that at most one of them is taken.
    ordered = sorted(set(anchors), key=_rising)
    tops: list[float] = []
    ends: list[int] = []
    previous = [-1] * len(ordered)
    for index, (_, follower) in enumerate(ordered):
        pile = bisect_left(tops, follower)
        if pile == len(tops):
            tops.append(follower)
            ends.append(index)
        else:
            tops[pile], ends[pile] = follower, index
        previous[index] = ends[pile - 1] if pile else -1
    chain: list[Anchor] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(ordered[index])
        index = previous[index]
    return chain[::-1]


def _rising(anchor: Anchor) -> tuple[float, float]:
    return anchor[0], -anchor[1]


class Course(NamedTuple):
    """A leader's positions against a follower's: straight between knots, never falling."""

    leader: tuple[float, ...]
    follower: tuple[float, ...]

    def at(self, position: float) -> float:
        """Return the follower's position for one of the leader's."""
        last = len(self.leader) - 1
        if position <= self.leader[0]:
            return self.follower[0]
        if position >= self.leader[last]:
            return self.follower[last]
        index = bisect_right(self.leader, position) - 1
        start, end = self.leader[index], self.leader[index + 1]
        low, high = self.follower[index], self.follower[index + 1]
        return min(max(low, low + (high - low) * ((position - start) / (end - start))), high)


def course(
    anchors: Sequence[Anchor],
    leader_length: float,
    follower_length: float,
    current: Anchor | None = None,
) -> Course:
    """Return the course between two texts of the given lengths in characters.

    Before the first and after the last shared event it runs to the texts' ends. An anchor at
    one text's end only would put part of the other out of reach; it is left out unless it is
    the current event's.
    """
    inner = [a for a in anchors if 0 < a[0] < leader_length and 0 < a[1] < follower_length]
    knots = longest_chain(inner, current)
    if not knots or knots[0][0] > 0:
        knots.insert(0, (0.0, 0.0))
    if knots[-1][0] < leader_length:
        knots.append((leader_length, follower_length))
    return Course(tuple(a[0] for a in knots), tuple(a[1] for a in knots))


def sync_line(above: float, below: float, height: float, line: float, edge: float = 0.0) -> float:
    """Return the y on which the leader is compared with its followers.

    above and below are what can still be scrolled, in pixels, line where the y is in the middle
    of a text, edge the space above the first line. The y goes from edge to line while the first
    half screen is scrolled, and on to height - edge during the last.
    """
    reach = max(1.0, height / 2)
    first = min(1.0, max(0.0, above) / reach)
    last = 1.0 - min(1.0, max(0.0, below) / reach)
    return edge + (line - edge) * first + (height - edge - line) * last


def caught_up(
    expected: float, now_expected: float, actual: float, length: float, screen: float
) -> float:
    """Return where a follower stands when its expected position has moved, without a jump.

    actual is where it stood at the expected position, often elsewhere: it was brought to an
    event, or another pane led before. The difference melts away from there, in either direction,
    all but a twentieth of it within a screen (in characters) and the rest at the latest at the
    text's end. It depends on nothing but the two expected positions: whoever scrolls there and
    back finds the follower where it was. It never moves against the reader.
    """
    step = now_expected - expected
    if not step:
        return actual
    ahead = (actual - expected) if step > 0 else (expected - actual)
    left = (length - expected) if step > 0 else expected
    rest = _unmelted(abs(ahead), abs(step), left, max(1.0, screen / 3))
    # A follower past its end waits there until it is expected.
    gained = max(0.0, abs(step) - ahead + (rest if ahead > 0 else -rest))
    return actual + gained if step > 0 else actual - gained


def _unmelted(difference: float, gone: float, left: float, reach: float) -> float:
    """Return what is left of a difference: one for one down to the reach, then ever slower."""
    if gone >= left:
        return 0.0
    at_once = max(0.0, difference - reach)
    slow = exp(-max(0.0, gone - at_once) / reach)
    rest = difference - gone if gone < at_once else min(difference, reach) * slow
    return min(rest, difference * (1 - gone / left))


class Pursuit(NamedTuple):
    """One follower on its course behind a leader; expected and actual are where it began."""

    course: Course
    length: float
    screen: float
    expected: float
    actual: float

    @classmethod
    def begin(
        cls, way: Course, length: float, screen: float, leader: float, follower: float
    ) -> Pursuit:
        """Begin to follow from where leader and follower stand on the sync line."""
        return cls(way, length, screen, way.at(leader), follower)

    def at(self, leader: float) -> float:
        """Return where the follower stands once the leader has come to a position."""
        now = self.course.at(leader)
        return caught_up(self.expected, now, self.actual, self.length, self.screen)
