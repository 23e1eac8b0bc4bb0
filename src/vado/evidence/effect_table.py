"""Every index that applies to two phases, in one table; and why the others do not."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vado.evidence.baseline_tau import TAU_BC, Form, baseline_corrected_tau
from vado.evidence.cautions import Caution
from vado.evidence.change import missing_cautions
from vado.evidence.dependence import lag1, lag1_corrected
from vado.evidence.differences import Spread, smd
from vado.evidence.dual_criterion import beyond_trend, share_beyond_both
from vado.evidence.effect import Effect
from vado.evidence.errors import BadGoal, TooManyDays
from vado.evidence.goal import percent_of_goal
from vado.evidence.gradual import gradual_effect
from vado.evidence.nonoverlap import NAP, TAU, PandWay, ird, nap, newcombe_limits, pand, pem, pnd, tau
from vado.evidence.pairs import DaysUsed, Pair, pair
from vado.evidence.ratios import Toward, lor, lrm, lrr
from vado.evidence.scales import Improvement, Scale, check_scale
from vado.evidence.tau_u import Part, Reading, tau_u
from vado.evidence.values import LARGEST, checked_level

RESEMBLANCES = (0.0, 0.2, 0.4)  # facts: print the interval under these at the least


MOST_KNOWN = 4_000  # eleven years: tables of days by days take 0.25 GB there, and grow with the square [D]


@dataclass(frozen=True)
class Effects:
    """The table: indices with an estimate, indices without one, and what holds for all of them."""

    rows: tuple[Effect, ...]
    days: DaysUsed
    improvement: Improvement
    scale: Scale
    lag1: float | None
    lag1_plain: float | None
    cautions: tuple[Caution, ...]

    @property
    def estimated(self) -> tuple[Effect, ...]:
        """The indices that exist for these days."""
        return tuple(row for row in self.rows if row.estimate is not None)

    @property
    def not_estimated(self) -> tuple[Effect, ...]:
        """The indices that do not; each says why."""
        return tuple(row for row in self.rows if row.estimate is None)

    def __getitem__(self, name: str) -> Effect:
        return next(row for row in self.rows if row.name == name)

    def __iter__(self) -> Iterator[Effect]:
        return iter(self.rows)


def effects(
    before: Iterable[float | None],
    after: Iterable[float | None],
    *,
    improvement: Improvement | str,
    scale: Scale | str,
    goal: float | None = None,
    intervals: float | None = None,
    observation_length: float | None = None,
    starts_on: tuple[dt.date, dt.date] | None = None,
    level: float = 0.95,
) -> Effects:
    """All indices that apply. One value a day, None where a day is not known; direction and scale are always said.

    `starts_on` is the first date of each phase: with it days between the phases keep their place in every trend.

    >>> table = effects([5, 4, 6, 5, 5], [2, 3, 1, 2, 2], improvement="decrease", scale="count")
    >>> table["NAP"].estimate, table["LOR"].why_not.value
    (1.0, 'not-a-proportion')

    Shape: two sequences of any length; each index in its own units. Source: named in each row.
    Errors: those of `pair`; `OutsideScale` for a value that its scale does not have; `TooManyDays` beyond 4,000.
    """
    days, scale = pair(before, after, improvement=improvement, starts_on=starts_on), Scale(scale)
    _check_days(days, scale, goal)
    level = checked_level(level)
    rows = (
        *_overlaps(days, level),
        *_taus(days, level),
        *(smd(days, spread=spread, level=level) for spread in (Spread.BASELINE, Spread.POOLED)),
        *_ratios(days, scale, intervals, observation_length, level),
        lrm(days, level=level),
        percent_of_goal(days, goal, level=level),
        gradual_effect(days, level=level),
    )
    sides, used, plain = (days.before_days, days.after_days), days.used, lag1((days.before_days, days.after_days))
    told = (Caution.MANY_INDICES, *missing_cautions(sides))
    corrected = None if plain is None else lag1_corrected(plain, used.n_before + used.n_after)
    return Effects(rows, used, days.improvement, scale, corrected, plain, told)


_PARTS = (Part.PHASES, Part.LESS_TREND_A, Part.AND_TREND_B, Part.BOTH)
_TAU_US = tuple((part, reading) for reading in Reading for part in _PARTS)  # each published variant by its name


def _ratios(
    days: Pair, scale: Scale, intervals: float | None, observation_length: float | None, level: float
) -> tuple[Effect, ...]:
    toward = Toward(days.improvement.value)
    return (
        lrr(days, scale=scale, toward=toward, intervals=intervals, observation_length=observation_length, level=level),
        lor(days, scale=scale, intervals=intervals, level=level),
    )


def _check_days(days: Pair, scale: Scale, goal: float | None) -> None:
    check_scale((*days.before_days, *days.after_days), scale)
    if (known := len(days.before) + len(days.after)) > MOST_KNOWN:
        raise TooManyDays(days=known, limit=MOST_KNOWN)
    if goal is not None and not abs(goal) <= LARGEST:
        raise BadGoal(value=goal)


def _taus(days: Pair, level: float) -> tuple[Effect, ...]:
    variants = (tau_u(days, part=part, reading=reading, level=level) for part, reading in _TAU_US)
    return (*variants, *(baseline_corrected_tau(days, form=form, level=level) for form in Form))


def _overlaps(days: Pair, level: float) -> tuple[Effect, ...]:
    return (
        nap(days, level=level),
        tau(days, level=level),
        pnd(days, level=level),
        pem(days, level=level),
        *(pand(days, way=way, level=level) for way in PandWay),
        ird(days, level=level),
        beyond_trend(days, level=level),
        share_beyond_both(days, level=level),
    )


def variance_inflation(rho: float, n: int) -> float:
    """By how much AR(1) dependence widens the variance of a mean of n days (Bayley and Hammersley 1946).

    >>> round(variance_inflation(0.4, 1000), 2)
    2.33
    """
    return (1 + rho) / (1 - rho) - 2 * rho * (1 - rho**n) / (n * (1 - rho) ** 2)


def under_dependence(effect: Effect, resemblances: Iterable[float] = RESEMBLANCES) -> tuple[Effect, ...]:
    """The same estimate with its interval if neighbouring days correlated by these amounts.

    A stated approximation: the number of days is replaced by the effective number. Indices without an interval stay.

    >>> table = effects([5, 4, 6, 5, 5], [2, 3, 1, 2, 2], improvement="decrease", scale="count")
    >>> [round(one.low, 2) for one in under_dependence(table["NAP"])]
    [0.64, 0.56, 0.46]

    Shape: one effect, lag-1 correlations between -1 and 1. Errors: none.
    Source: Bayley and Hammersley 1946; Newcombe 2006.
    """
    return tuple(_under(effect, rho) for rho in resemblances)


def _under(effect: Effect, rho: float) -> Effect:
    if effect.estimate is None or effect.low is None or effect.high is None:
        return effect
    m, n = effect.days.n_before, effect.days.n_after
    variant = f"{effect.variant}, lag-1 {rho:g}".lstrip(", ")
    by_before, by_after = variance_inflation(rho, m), variance_inflation(rho, n)
    shared = (by_before * n + by_after * m) / (m + n)
    se = None if effect.se is None else effect.se * math.sqrt(shared)
    if effect.name in (NAP.name, TAU.name, TAU_BC.name):
        share = effect.estimate if effect.name == NAP.name else (effect.estimate + 1) / 2
        low, high = newcombe_limits(share, max(m / by_before, 1.0), max(n / by_after, 1.0), effect.level)
        limits = (low, high) if effect.name == NAP.name else (2 * low - 1, 2 * high - 1)
    else:
        middle = (effect.low + effect.high) / 2
        half = (effect.high - effect.low) / 2 * math.sqrt(shared)
        limits = (middle - half, middle + half)
    told = tuple(caution for caution in effect.cautions if rho == 0 or caution is not Caution.INDEPENDENT_DAYS)
    return replace(effect, variant=variant, se=se, low=limits[0], high=limits[1], cautions=told)
