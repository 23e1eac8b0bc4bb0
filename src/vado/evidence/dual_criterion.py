"""The conservative dual criterion, and days beyond the trend: rules for looking at a plot."""

import math
from dataclasses import dataclass

from vado.evidence.cautions import Caution
from vado.evidence.distributions import binomial_tail
from vado.evidence.effect import Effect, Index
from vado.evidence.pairs import Pair
from vado.evidence.trend import least_squares

SHIFT = 0.25  # of the standard deviation before: Fisher, Kelley and Lomas 2003
CDC = Index(
    "CDC", None, "share of days after beyond mean line and trend line, each moved by 0.25 SD",
    "Fisher, Kelley and Lomas 2003",
)  # fmt: skip
PET = Index("PET", 0.5, "share of days after beyond the least-squares trend of the days before", "Wolery et al. 2010")


@dataclass(frozen=True, slots=True)
class DualCriterion:
    """How many days after lie beyond both the mean line and the trend line, each moved by a quarter of a SD."""

    beyond: int | None
    days: int
    p: float | None
    cautions: tuple[Caution, ...]
    method: str = "days beyond mean line and trend line, each moved by 0.25 SD; binomial against one half"
    source: str = "Fisher, Kelley and Lomas 2003"


def dual_criterion(pair: Pair) -> DualCriterion:
    """The conservative dual criterion; the binomial p takes days as independent.

    >>> from vado.evidence.pairs import pair
    >>> dual_criterion(pair([8, 9, 7, 8], [3, 2, 4, 3, 2], improvement="decrease")).beyond
    5
    """
    a, _b = pair.moments
    n = len(pair.after)
    if a.n < 2:
        return DualCriterion(None, n, None, (Caution.ONE_DAY_PHASE,))
    slope, intercept = least_squares(pair.before_at, pair.before)
    move = SHIFT * math.sqrt(a.variance)
    beyond = sum(
        pair.sign * (y - a.mean) > move and pair.sign * (y - intercept - slope * at) > move
        for y, at in zip(pair.after, pair.after_at, strict=True)
    )
    return DualCriterion(beyond, n, binomial_tail(beyond, n, 0.5), (Caution.INDEPENDENT_DAYS, Caution.TREND_UNCERTAIN))


def days_on_trend(pair: Pair) -> int:
    """How many days after lie on the projected trend to the last digits."""
    slope, intercept = least_squares(pair.before_at, pair.before)
    return sum(
        abs(y - intercept - slope * at) <= 1e-9 * max(1.0, abs(y))
        for y, at in zip(pair.after, pair.after_at, strict=True)
    )


def beyond_trend(pair: Pair, *, level: float = 0.95) -> Effect:
    """PET: the share of days after beyond the trend of the days before, projected forward."""
    if len(pair.before) < 2:
        return PET.none(pair, Caution.ONE_DAY_PHASE, level=level)
    slope, intercept = least_squares(pair.before_at, pair.before)
    beyond = sum(pair.sign * (y - intercept - slope * at) > 0 for y, at in zip(pair.after, pair.after_at, strict=True))
    told = (Caution.NO_INTERVAL, Caution.TREND_UNCERTAIN)
    p = binomial_tail(beyond, len(pair.after), 0.5)
    return PET.effect(pair, beyond / len(pair.after), level=level, cautions=told, details=(("p", p),))


def share_beyond_both(pair: Pair, *, level: float = 0.95) -> Effect:
    """The conservative dual criterion as a share of the days after, with its binomial p among the details."""
    found = dual_criterion(pair)
    if found.beyond is None or found.p is None:
        return CDC.none(pair, Caution.ONE_DAY_PHASE, level=level)
    told = (Caution.NO_INTERVAL, Caution.TREND_UNCERTAIN)
    return CDC.effect(pair, found.beyond / found.days, level=level, cautions=told, details=(("p", found.p),))
