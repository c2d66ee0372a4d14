"""The axis is ruled at round times of the zone's own clock, also where the clock jumps."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from db.corpus.times import understood
from desktop.timeline.ticks import STEPS, Step, Unit, instants, local_time, step_for, ticks

ZONES = ["Asia/Aqtau", "Europe/Berlin", "Asia/Kolkata", "America/Sao_Paulo", "UTC"]


def berlin(wall: str) -> int:
    aware = datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo("Europe/Berlin"))
    return int(aware.timestamp())


@given(
    st.integers(-4_000_000_000, 8_000_000_000),
    st.sampled_from(STEPS),
    st.integers(1, 12),
    st.sampled_from(ZONES),
)
def test_ticks_are_ordered_in_view_and_far_enough_apart(
    start: int, step: Step, count: int, name: str
) -> None:
    end = start + step.seconds * count
    found = ticks(start, end, step, ZoneInfo(name))
    times = [tick.time for tick in found]
    assert times == sorted(set(times))
    assert all(start <= time <= end for time in times)
    # A clock change may bring two ticks of an hour or a day closer by the hours it skips.
    nearest = min((b - a for a, b in pairwise(times)), default=step.seconds)
    assert nearest >= min(step.seconds, 3600) or nearest >= step.seconds - 2 * 3600


@given(st.integers(-4_000_000_000, 8_000_000_000), st.sampled_from(STEPS), st.sampled_from(ZONES))
def test_every_tick_shows_a_round_time_in_its_zone(start: int, step: Step, name: str) -> None:
    zone = ZoneInfo(name)
    for tick in ticks(start, start + 6 * step.seconds, step, zone):
        assert tick.unit >= step.unit
        if tick.unit < Unit.DAY:
            assert local_time(tick.time, zone) == tick.local
            assert (tick.local.hour * 60 + tick.local.minute) % (step.seconds // 60) == 0


@given(st.floats(0.01, 1e8), st.floats(20, 300))
def test_a_chosen_step_leaves_room_for_its_labels(per_pixel: float, spacing: float) -> None:
    step = step_for(per_pixel, spacing)
    assert step.seconds / per_pixel >= spacing or step is STEPS[-1]


def test_the_skipped_hour_has_no_tick_and_the_repeated_one_two() -> None:
    spring = ticks(
        berlin("2011-03-27T00:30"),
        berlin("2011-03-27T05:30"),
        Step(Unit.HOUR, 1),
        ZoneInfo("Europe/Berlin"),
    )
    assert [tick.local.hour for tick in spring] == [1, 3, 4, 5]
    autumn = ticks(
        berlin("2011-10-30T00:30"),
        berlin("2011-10-30T04:30"),
        Step(Unit.HOUR, 1),
        ZoneInfo("Europe/Berlin"),
    )
    assert [tick.local.hour for tick in autumn] == [1, 2, 2, 3, 4]
    assert all(b.time - a.time == 3600 for a, b in pairwise(autumn))


def test_a_day_without_midnight_begins_where_the_clock_jumps_to() -> None:
    zone = ZoneInfo("America/Sao_Paulo")
    jump = datetime(2011, 10, 16, 3, tzinfo=UTC)
    assert instants(datetime(2011, 10, 16), zone) == []
    start = int((jump - timedelta(days=1)).timestamp())
    days = ticks(start, start + 3 * 86_400, Step(Unit.DAY, 1), zone)
    assert int(jump.timestamp()) in [tick.time for tick in days]


def test_years_that_no_clock_shows_are_ruled_where_they_are() -> None:
    zone = ZoneInfo("Asia/Aqtau")
    found = ticks(-70_000_000_000, 360_000_000_000, Step(Unit.YEAR, 2000), zone)
    assert [tick.year for tick in found] == [1, 2000, 4000, 6000, 8000, 10_000, 12_000]
    old = ticks(understood("-0520", "UTC").earliest, 0, Step(Unit.YEAR, 500), zone)
    assert [tick.year for tick in old] == [-499, 1, 500, 1000, 1500]
    marathon = understood("-0489-09-12", "Asia/Aqtau")
    for step in (Step(Unit.DAY, 1), Step(Unit.HOUR, 6)):
        day = ticks(marathon.earliest, marathon.latest, step, zone)
        assert day[0].time == marathon.earliest
        assert (day[0].year, day[0].local.month, day[0].local.day) == (-489, 9, 12)
