"""Days that are not known: where they are, and what would have to be true of them to change the conclusion.

Missing is never "used" and never zero. The days known stand for the others under missing-at-random; then the others
are moved by a difference until the conclusion turns (delta adjustment: Rubin 1977; Carpenter and Kenward 2013); for
yes/no days the worst and the best case are bounds (Hallgren and Witkiewitz 2013 on why none of these is a default).
"""

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vado.evidence.change import Change, change_in_mean, is_yes_no
from vado.evidence.scales import Improvement
from vado.evidence.values import days, known

WEEK = 7
PARTS = 3


@dataclass(frozen=True, slots=True)
class MissingMap:
    """Missing days out of all days: by phase, by day of the week, by third of each phase.

    `is_dated`: the days of the week go from Monday to Sunday; otherwise they are counted from the first day on.
    """

    by_phase: tuple[tuple[int, int], ...]
    by_weekday: tuple[tuple[int, int], ...]
    by_third: tuple[tuple[tuple[int, int], ...], ...]
    is_dated: bool = False


def missing_map(*phases: Iterable[float | None], starts_on: Sequence[dt.date] | None = None) -> MissingMap:
    """Where days are missing; each figure is (missing, all). With the first date of each phase by true weekdays.

    >>> missing_map([1, None, 2], [None, 3, 4]).by_phase
    ((1, 3), (1, 3))
    >>> missing_map([None], [None, 3], starts_on=[dt.date(2026, 3, 2), dt.date(2026, 3, 9)]).by_weekday[:2]
    ((2, 2), (0, 1))

    Shape: any number of phases, one value a day; figures are days.
    Errors: `NotANumber`, `NotFinite`.
    Source: a count; why it is shown, Hallgren and Witkiewitz 2013.
    """
    sides = [days(phase) for phase in phases]
    lengths = [len(side) for side in sides]
    firsts = [sum(lengths[:at]) for at in range(len(sides))]
    if starts_on is not None:
        firsts = [start.weekday() for start in starts_on]
    weekdays = tuple(
        _count([day for first, side in zip(firsts, sides, strict=True) for day in side[(at - first) % WEEK :: WEEK]])
        for at in range(WEEK)
    )
    thirds = tuple(tuple(_count(part) for part in _parts(side)) for side in sides)
    return MissingMap(tuple(_count(side) for side in sides), weekdays, thirds, starts_on is not None)


def maps_together(maps: Sequence[MissingMap]) -> MissingMap:
    """The maps of several people added up: by phase, by day of the week, by third of each phase.

    True weekdays and weeks counted from a first day are not the same days: mixed, no figures by weekday are given.

    >>> maps_together([missing_map([1, None], [2]), missing_map([1], [None, 3])]).by_phase
    ((1, 3), (1, 3))

    Shape: one map a person, of as many phases each; figures are days.
    Errors: none; without maps the result is empty.
    Source: a count; why it is shown, Hallgren and Witkiewitz 2013.
    """
    if not maps:
        return MissingMap((), (), ())
    is_mixed = len({one.is_dated for one in maps}) > 1
    weekdays = () if is_mixed else tuple(_added(one.by_weekday[at : at + 1] for one in maps) for at in range(WEEK))
    phases = range(len(maps[0].by_phase))
    thirds = tuple(tuple(_added(one.by_third[phase][at : at + 1] for one in maps) for at in range(PARTS))
                   for phase in phases)  # fmt: skip
    by_phase = tuple(_added([one.by_phase[phase]] for one in maps) for phase in phases)
    return MissingMap(by_phase, weekdays, thirds, all(one.is_dated for one in maps))


def _added(counts: Iterable[Iterable[tuple[int, int]]]) -> tuple[int, int]:
    pairs = [pair for each in counts for pair in each]
    return sum(missing for missing, _all in pairs), sum(everything for _missing, everything in pairs)


def _count(values: list[float | None]) -> tuple[int, int]:
    return len(values) - len(known(values)), len(values)


def _parts(side: list[float | None]) -> list[list[float | None]]:
    edges = [round(len(side) * at / PARTS) for at in range(PARTS + 1)]
    return [side[first:end] for first, end in itertools.pairwise(edges)]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The change under several beliefs about the missing days, and where it turns.

    `at_random` takes the known days as they are; `worst` and `best` exist for yes/no days only. `tipping` is the mean
    that the missing days after would need for the interval to reach "no change", with `tipping_estimate` the same for
    the estimate; None where no value can do it, or where there is nothing to turn. All in the units of the change.
    """

    at_random: Change
    worst: Change | None
    best: Change | None
    tipping: float | None
    tipping_estimate: float | None
    can_turn: bool
    curve: tuple[tuple[float, float, float | None, float | None], ...]


def missing_sensitivity(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    improvement: Improvement | str,
    level: float = 0.95,
    smallest: int = 14,
    scale: float = 1.0,
) -> Sensitivity:
    """The change if missing days are like known ones, at its bounds, and the tipping point of the missing days after.

    >>> before, after = [1, 1, 1, 0] * 8, [0, 0, None, 1] * 10
    >>> found = missing_sensitivity(before, after, improvement="decrease", scale=7)
    >>> round(found.at_random.difference, 1), found.can_turn
    (-2.9, True)

    Shape: two sequences of any length; everything in the units of the days times `scale`.
    Errors: `NotANumber`, `NotFinite`, `BadLevel`.
    Source: Rubin 1977; Carpenter and Kenward 2013; Hallgren and Witkiewitz 2013.
    """
    sides = (days(before), days(after))
    is_less_better = Improvement(improvement) is Improvement.DECREASE
    at_random = change_in_mean(*sides, level=level, smallest=smallest, scale=scale)
    worst, best = None, None
    if is_yes_no(sides):
        fills = ((0.0, 1.0), (1.0, 0.0)) if is_less_better else ((1.0, 0.0), (0.0, 1.0))
        worst, best = (
            change_in_mean(*_filled(sides, fill), level=level, smallest=smallest, scale=scale) for fill in fills
        )
    top = scale if is_yes_no(sides) else None
    return Sensitivity(at_random, worst, best, *_turning(at_random, top), _curve(at_random, sides, scale))


def _filled(sides: tuple[list[float | None], list[float | None]], fill: tuple[float, float]) -> list[list[float]]:
    return [[value if day is None else day for day in side] for side, value in zip(sides, fill, strict=True)]


def _turning(change: Change, top: float | None) -> tuple[float | None, float | None, bool]:
    """Which mean of the missing days after brings the nearer limit, and the estimate, to no change."""
    if change.difference is None or change.after is None or not change.missing_after:
        return None, None, False
    share = change.missing_after / (change.missing_after + change.n_after)
    limit = None
    if change.low is not None and change.high is not None and not change.could_be_none:
        limit = change.after - (change.high if change.difference < 0 else change.low) / share
    of_estimate = change.after - change.difference / share
    in_reach = [value is not None and value >= 0 and (top is None or value <= top) for value in (limit, of_estimate)]
    return limit if in_reach[0] else None, of_estimate if in_reach[1] else None, in_reach[0]


def _curve(
    change: Change, sides: tuple[list[float | None], list[float | None]], scale: float
) -> tuple[tuple[float, float, float | None, float | None], ...]:
    """The change with its limits for missing days after from nothing to the most that was seen."""
    if change.difference is None or change.after is None or not change.missing_after:
        return ()
    most = max(max(known(side), default=0.0) for side in sides) * scale
    share = change.missing_after / (change.missing_after + change.n_after)
    points = []
    for at in range(21):
        mean = most * at / 20
        move = share * (mean - change.after)
        low, high = (None if limit is None else limit + move for limit in (change.low, change.high))
        points.append((mean, change.difference + move, low, high))
    return tuple(points)
