"""The WHO's risk drinking levels from mean grams of pure alcohol a day. No level is ever called safe."""

import datetime as dt
import enum
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import NamedTuple

from vado.plans.facts import RiskBasis
from vado.plans.rules_amounts import GRAMS
from vado.plans.rules_conditions import Held

# Witkiewitz et al.: men 1-40, 41-60, 61-100, 101 and more; women 1-20, 21-40, 41-60, 61 and more grams a day [S].
# As half-open cuts, so that no amount falls between two whole numbers [D].
CUTS = {RiskBasis.MEN: (40.0, 60.0, 100.0), RiskBasis.WOMEN: (20.0, 40.0, 60.0)}
SHARE_KNOWN = 0.8  # of the days of the window [D]


class RiskLevel(enum.IntEnum):
    """The levels, so that a change of one or of two can be said."""

    NONE = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    VERY_HIGH = 4


def level_of(grams_a_day: float, basis: RiskBasis) -> RiskLevel:
    """The level of a mean.

    >>> level_of(40.0, RiskBasis.MEN), level_of(40.1, RiskBasis.MEN), level_of(0, RiskBasis.MEN)
    (<RiskLevel.LOW: 1>, <RiskLevel.MEDIUM: 2>, <RiskLevel.NONE: 0>)
    """
    if grams_a_day <= 0:
        return RiskLevel.NONE
    return RiskLevel(1 + sum(grams_a_day > cut for cut in CUTS[basis]))


class MeanGrams(NamedTuple):
    """Grams a day over the known days, dry days among them, and the range that the unknown days allow."""

    mean: float
    least: float
    most: float
    known: int
    days: int


class Risk(NamedTuple):
    """The level of the mean, and the levels that the unknown days allow."""

    level: RiskLevel
    lowest: RiskLevel
    highest: RiskLevel


DayGrams = tuple[float, float] | None  # from the least to the most of one day; None for a day that is not known


def mean_grams(days: Sequence[DayGrams]) -> MeanGrams | None:
    """The mean over the known days; None, "can't tell", where fewer than 80 % of the days are known.

    An unknown day may have been a day without, and at most like the heaviest known one [D].
    """
    known = [day for day in days if day is not None]
    if not known or len(known) < SHARE_KNOWN * len(days):
        return None
    unknown = len(days) - len(known)
    least, most = sum(low for low, _high in known), sum(high for _low, high in known)
    heaviest = max(high for _low, high in known)
    return MeanGrams(
        mean=(least + most) / 2 / len(known),
        least=least / len(days),
        most=(most + unknown * heaviest) / len(days),
        known=len(known),
        days=len(days),
    )


def risk_of(grams: MeanGrams, basis: RiskBasis) -> Risk:
    """The level on one of the two tables."""
    return Risk(level_of(grams.mean, basis), level_of(grams.least, basis), level_of(grams.most, basis))


def grams_by_day(held: Held, days: Sequence[dt.date]) -> list[DayGrams]:
    """Grams of each day; a day with an amount that nobody can turn into grams is not known."""
    sizes, none_on, unsure_on = held.sizes(GRAMS), held.days.none_on, held.days.unsure_on
    found: list[DayGrams] = []
    for on in days:
        grams = sizes.get(on, (0.0, 0.0) if on in none_on else None)
        found.append(grams if grams is not None and isfinite(grams[1]) and on not in unsure_on else None)
    return found


def levels_changed(before: Risk, after: Risk) -> int | None:
    """How many levels lower it is now (negative: higher); None where the unknown days leave it open."""
    if before.lowest is not before.highest or after.lowest is not after.highest:
        return None
    return before.level - after.level


def bases_shown(basis: RiskBasis) -> Mapping[RiskBasis, tuple[float, float, float]]:
    """The tables that the person chose to see."""
    if basis is RiskBasis.BOTH:
        return CUTS
    return {basis: CUTS[basis]} if basis in CUTS else {}
