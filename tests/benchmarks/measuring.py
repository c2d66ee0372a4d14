"""Measuring a subject against a reference, sample by sample, in the same process.

The two are interleaved so that whatever else the machine does falls on both; ratios are of process
time. Ten samples warm up and are dropped. A run is void where the reference itself is too uneven.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

WARM_UPS = 10
SAMPLES = 200
UNEVEN = 2.2

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Times:
    """Percentiles of a series, in milliseconds of process time."""

    p50: float
    p95: float

    @classmethod
    def of(cls, series: list[float]) -> Times:
        """The percentiles of a series in seconds."""
        ordered = sorted(series)
        last = len(ordered) - 1
        return cls(1000 * ordered[last // 2], 1000 * ordered[round(last * 0.95)])


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table: a ratio, what it is to reach, and the times behind it."""

    name: str
    ratio: float
    reach: float
    subject: str
    reference: str
    void: bool = False

    @property
    def reached(self) -> bool:
        """Whether the ratio is what was to be reached."""
        return self.ratio <= self.reach

    def as_json(self) -> dict[str, Any]:
        """The line as plain values."""
        return {**asdict(self), "reached": self.reached}


def interleaved(reference: Work, subject: Work, samples: int = SAMPLES) -> tuple[Times, Times]:
    """Time two works alternately; returns the reference's and the subject's percentiles."""
    series: tuple[list[float], list[float]] = ([], [])
    for number in range(samples + WARM_UPS):
        for times, work in zip(series, (reference, subject), strict=True):
            start = time.process_time()
            work()
            spent = time.process_time() - start
            if number >= WARM_UPS:
                times.append(spent)
    return Times.of(series[0]), Times.of(series[1])


def result(
    name: str, reach: float, reference: Times, subject: Times, *, tail: bool = False
) -> Result:
    """A line from two series: the median's ratio, or the subject's p95 to the median."""
    top = subject.p95 if tail else subject.p50
    return Result(
        name,
        top / reference.p50,
        reach,
        f"{subject.p50:.2f}/{subject.p95:.2f} ms",
        f"{reference.p50:.2f}/{reference.p95:.2f} ms",
        reference.p95 / reference.p50 > UNEVEN,
    )


def once(work: Work) -> float:
    """Seconds of process time for one piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def resident() -> int:
    """Bytes of memory this process holds now; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as handle:  # noqa: PTH123
            return int(handle.read().split()[1]) * 4096
    except OSError:
        return 0
