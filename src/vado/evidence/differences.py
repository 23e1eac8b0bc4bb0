"""Standardised mean differences within one person."""

import enum
import math

from vado.evidence.cautions import Caution
from vado.evidence.effect import Effect, Index
from vado.evidence.pairs import Moments, Pair

SMD = Index(
    "SMD", 0.0, "difference of the phase means over the spread within the person; delta-method error, normal interval",
    "Gingerich 1984; Busk and Serlin 1992; error Pustejovsky 2015; correction Hedges 1981",
)  # fmt: skip


class Spread(enum.StrEnum):
    """By which standard deviation a difference is measured."""

    BASELINE = "baseline"
    POOLED = "pooled"
    AVERAGE = "average"


def smd(
    pair: Pair, *, level: float = 0.95, spread: Spread | str = Spread.BASELINE, is_corrected: bool = True
) -> Effect:
    """Standardised mean difference within one person. Never on the scale of group studies (see `between_people`).

    >>> from vado.evidence.pairs import pair
    >>> round(smd(pair([8, 9, 11, 10], [3, 2, 4], improvement="decrease")).estimate, 2)
    3.66
    """
    spread = Spread(spread)
    variant = f"{spread.value} SD, {'corrected' if is_corrected else 'not corrected'}"
    a, b = pair.moments
    if a.n < 2 or (spread is Spread.AVERAGE and b.n < 2):
        return SMD.none(pair, Caution.ONE_DAY_PHASE, level=level, variant=variant)
    df, variance, means = _spread(a, b, spread)
    if variance == 0:
        why = Caution.FLAT_BASELINE if spread is Spread.BASELINE else Caution.NOTHING_VARIES
        return SMD.none(pair, why, level=level, variant=variant)
    correction = 1 - 3 / (4 * df - 1) if is_corrected else 1.0
    if correction == 0:
        return SMD.none(pair, Caution.TWO_DAY_BASELINE, level=level, variant=variant)
    estimate = pair.sign * correction * (b.mean - a.mean) / math.sqrt(variance)
    se = correction * math.sqrt(means + estimate**2 / (2 * df))
    details = (("sd", math.sqrt(variance)), ("df", float(df)))
    return SMD.normal(pair, estimate, se, level=level, variant=variant, details=details)


def _spread(a: Moments, b: Moments, spread: Spread) -> tuple[int, float, float]:
    """Degrees of freedom, variance, and the sampling variance of the difference in units of it."""
    if spread is Spread.BASELINE:
        return a.n - 1, a.variance, 1 / a.n + (b.variance / (b.n * a.variance) if a.variance else math.nan)
    df = a.n + b.n - 2
    if spread is Spread.AVERAGE:
        return df, (a.variance + b.variance) / 2, 1 / a.n + 1 / b.n
    pooled = sum((side.n - 1) * side.variance for side in (a, b) if side.n > 1) / df
    return df, pooled, 1 / a.n + 1 / b.n
