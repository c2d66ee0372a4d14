"""Where the axis is ruled: round times of the clock and calendar of one zone."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import IntEnum
from typing import Final

from desktop.timeline.scale import EARLIEST, LATEST

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Unit(IntEnum):
    """What a tick is the beginning of, from the finest to the coarsest."""

    MINUTE = 0
    HOUR = 1
    DAY = 2
    MONTH = 3
    YEAR = 4


_SECONDS: Final = {
    Unit.MINUTE: 60,
    Unit.HOUR: 3600,
    Unit.DAY: 86_400,
    # The shortest month and year: ticks may stand further apart, never closer.
    Unit.MONTH: 28 * 86_400,
    Unit.YEAR: 365 * 86_400,
}


@dataclass(frozen=True, slots=True)
class Step:
    """The distance from tick to tick."""

    unit: Unit
    count: int

    @property
    def seconds(self) -> int:
        """The shortest such distance, in seconds."""
        return _SECONDS[self.unit] * self.count


STEPS: Final = tuple(
    Step(unit, count)
    for unit, counts in (
        (Unit.MINUTE, (1, 2, 5, 10, 15, 30)),
        (Unit.HOUR, (1, 2, 3, 6, 12)),
        (Unit.DAY, (1, 2, 5, 10)),
        (Unit.MONTH, (1, 3, 6)),
        (Unit.YEAR, (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)),
    )
    for count in counts
)


@dataclass(frozen=True, slots=True)
class Tick:
    """One ruled time: UTC epoch seconds, what begins there, and the zone's wall clock."""

    time: int
    unit: Unit
    local: datetime


def step_for(seconds_per_pixel: float, spacing: float) -> Step:
    """Return the finest step whose ticks are at least `spacing` pixels apart."""
    wanted = seconds_per_pixel * spacing
    return next((step for step in STEPS if step.seconds >= wanted), STEPS[-1])


def ticks(start: float, end: float, step: Step, zone: tzinfo) -> list[Tick]:
    """Return the ticks in [start, end], epoch seconds, in order.

    An hour that a clock change skips has no tick, one that it repeats has two. A day whose
    midnight is skipped begins where the clock jumps to.
    """
    if end < start:
        return []
    first = local_time(max(start, EARLIEST), zone)
    last = local_time(min(end, LATEST), zone)
    found = {
        tick.time: tick for wall in _walls(first, last, step) for tick in _ticks_at(wall, zone)
    }
    return [found[time] for time in sorted(found) if start <= time <= end]


def local_time(time: float, zone: tzinfo) -> datetime:
    """Return the wall clock of `zone` at that instant, whole seconds, without an offset.

    An instant before or after all that a view may show has the wall clock of its bound.
    """
    time = min(max(time, EARLIEST), LATEST)
    # Unlike fromtimestamp this also works before 1970 on every system.
    moment = (_EPOCH + timedelta(seconds=int(time // 1))).astimezone(zone)
    return moment.replace(tzinfo=None, fold=0)


def is_day_start(wall: datetime) -> bool:
    """Return whether a day begins at that second."""
    return (wall.hour, wall.minute, wall.second) == (0, 0, 0)


def is_day_end(wall: datetime) -> bool:
    """Return whether that is in a day's last minute."""
    return (wall.hour, wall.minute) == (23, 59)


def instants(wall: datetime, zone: tzinfo) -> list[int]:
    """Return the epoch seconds at which the clock of `zone` shows `wall`: none, one or two."""
    aware = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    times = {int((moment - _EPOCH) // timedelta(seconds=1)) for moment in aware}
    return sorted(time for time in times if local_time(time, zone) == wall)


def _ticks_at(wall: datetime, zone: tzinfo) -> list[Tick]:
    unit = _unit(wall)
    times = instants(wall, zone)
    if not times and unit >= Unit.DAY:
        before = wall.replace(tzinfo=zone)
        times = [int((before - _EPOCH) // timedelta(seconds=1))]
    return [Tick(time, unit, wall) for time in times]


def _unit(wall: datetime) -> Unit:
    if wall.minute:
        return Unit.MINUTE
    if wall.hour:
        return Unit.HOUR
    if wall.day > 1:
        return Unit.DAY
    return Unit.MONTH if wall.month > 1 else Unit.YEAR


def _walls(first: datetime, last: datetime, step: Step) -> Iterator[datetime]:
    if step.unit is Unit.YEAR:
        return _years(first, last, step.count)
    if step.unit is Unit.MONTH:
        return _months(first, last, step.count)
    if step.unit is Unit.DAY:
        return (wall for wall in _days(first, last) if _ruled(wall, step.count))
    return _clock(first, last, step.seconds // 60)


def _years(first: datetime, last: datetime, count: int) -> Iterator[datetime]:
    for year in range(first.year - first.year % count, last.year + 1, count):
        if year >= 1:
            yield datetime(year, 1, 1)


def _months(first: datetime, last: datetime, count: int) -> Iterator[datetime]:
    start = first.year * 12 + (first.month - 1) // count * count
    for index in range(start, last.year * 12 + last.month, count):
        yield datetime(index // 12, index % 12 + 1, 1)


def _days(first: datetime, last: datetime) -> Iterator[datetime]:
    day = datetime(first.year, first.month, first.day)
    while day <= last:
        yield day
        day += timedelta(days=1)


def _ruled(wall: datetime, count: int) -> bool:
    # No tick on the last days of a month: it would stand too close to the next first.
    days = monthrange(wall.year, wall.month)[1]
    return (wall.day - 1) % count == 0 and wall.day + count - 1 <= days


def _clock(first: datetime, last: datetime, minutes: int) -> Iterator[datetime]:
    for day in _days(first, last):
        for minute in range(0, 24 * 60, minutes):
            yield day + timedelta(minutes=minute)
