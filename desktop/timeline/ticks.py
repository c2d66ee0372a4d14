"""Where the axis is ruled: round times of the clock and calendar of one zone."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from enum import IntEnum
from typing import Final

from db.text.instants import DAY, date_of, day_number, first_instant
from desktop.timeline.scale import EARLIEST, LATEST

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_CYCLE: Final = 400
"""Years after which the calendar repeats itself, to the day of the week."""
_CYCLE_SECONDS: Final = 146_097 * DAY
_YEARS: Final = tuple(digit * 10**power for power in range(10) for digit in (1, 2, 5))


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
        (Unit.YEAR, _YEARS),
    )
    for count in counts
)


@dataclass(frozen=True, slots=True)
class Tick:
    """One ruled time: UTC epoch seconds, what begins there, and the zone's wall clock.

    Where no clock shows the year it is `cycles` of 400 years away from that of `local`.
    """

    time: int
    unit: Unit
    local: datetime
    cycles: int = 0

    @property
    def year(self) -> int:
        """The year, 0 and below for those before our era."""
        return self.local.year + self.cycles * _CYCLE


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
    if step.unit is Unit.YEAR:
        made = (_year_tick(year, zone) for year in _years(year_of(start), year_of(end), step.count))
        return [tick for tick in made if start <= tick.time <= end]
    cycles = _cycles(start, end)
    moved = cycles * _CYCLE_SECONDS
    first, last = local_time(start - moved, zone), local_time(end - moved, zone)
    found = {
        tick.time + moved: replace(tick, time=tick.time + moved, cycles=cycles)
        for wall in _walls(first, last, step)
        for tick in _ticks_at(wall, zone)
    }
    return [found[time] for time in sorted(found) if start <= time <= end]


def year_of(time: float) -> int:
    """Return the year of an instant in UTC, 0 and below for those before our era."""
    return date_of(int(time // DAY))[0]


def _cycles(start: float, end: float) -> int:
    """Return how many times 400 years a view is moved to lie where clocks show the year."""
    if start >= EARLIEST and end <= LATEST:
        return 0
    return (year_of(start) - 800) // _CYCLE if start < EARLIEST else (year_of(end) - 9200) // _CYCLE


def _year_tick(year: int, zone: tzinfo) -> Tick:
    time = first_instant(day_number(year, 1, 1) * DAY, zone)
    cycles = 0 if 1 <= year <= 9999 else (year - 800) // _CYCLE
    return Tick(time, Unit.YEAR, datetime(year - cycles * _CYCLE, 1, 1), cycles)


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
    if step.unit is Unit.MONTH:
        return _months(first, last, step.count)
    if step.unit is Unit.DAY:
        return (wall for wall in _days(first, last) if _ruled(wall, step.count))
    return _clock(first, last, step.seconds // 60)


def _years(first: int, last: int, count: int) -> Iterator[int]:
    """Yield the round years of a span: before our era those that are round in its own count."""
    # One more at either end: the year of a zone begins up to a day before that of UTC.
    for year in range(first - first % count, last + 2, count):
        if year > 0:
            yield year
        elif year < 0 or count >= 5:
            yield year + 1


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
