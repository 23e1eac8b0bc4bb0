"""A measured figure, its limit, and how it is taken: the median of five rounds."""

import statistics
import time
from collections.abc import Callable

import msgspec

ROUNDS = 5


class Figure(msgspec.Struct, frozen=True):
    """One row of the table. `ok` is None where there is no limit; `measured` tells how it was taken."""

    name: str
    value: float
    unit: str
    limit: float | None
    ok: bool | None
    measured: str = ""


def at_most(name: str, value: float, unit: str, limit: float | None) -> Figure:
    """A figure that is good when it is small."""
    return Figure(name, round(value, 3), unit, limit, None if limit is None else value <= limit)


def at_least(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure that is good when it is large."""
    return Figure(name, round(value, 1), unit, limit, value >= limit)


def cpu_ms(act: Callable[[], object], times: int = 1) -> float:
    """CPU milliseconds of one act: the median of five rounds of `times` acts."""
    act()
    return statistics.median(_round(act, times) for _round_number in range(ROUNDS))


def wall_seconds(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds by the clock, the median of the rounds."""
    taken = []
    for _round_number in range(rounds):
        started = time.perf_counter()
        act()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _round(act: Callable[[], object], times: int) -> float:
    started = time.process_time()
    for _time in range(times):
        act()
    return (time.process_time() - started) / times * 1000
