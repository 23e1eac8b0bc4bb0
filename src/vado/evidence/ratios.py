"""Ratios in natural units: of means (LRR), of odds (LOR), of medians (LRM)."""

import enum
import math

from vado.evidence.cautions import Caution
from vado.evidence.distributions import binomial_tail, normal_quantile
from vado.evidence.effect import Effect, Index
from vado.evidence.pairs import Moments, Pair
from vado.evidence.scales import Scale, check_scale, truncation
from vado.evidence.values import middle_of

_LRR_SOURCE = "Pustejovsky 2015, 2018"
LRRI = Index(
    "LRR increasing", 0.0, "log of the ratio of phase means, above 0 is better; delta-method error", _LRR_SOURCE
)
LRRD = Index(
    "LRR decreasing", 0.0, "log of the ratio of phase means, below 0 is better; delta-method error", _LRR_SOURCE
)
LOR = Index("LOR", 0.0, "log of the ratio of odds, above 0 is better; delta-method error", "Pustejovsky 2015")
LRM = Index("LRM", 0.0, "log of the ratio of phase medians, above 0 is better", "Bonett and Price 2020")
LARGEST_LOG = 700.0  # its exponential is still a number
WHOLE = {Scale.PROPORTION: 1.0, Scale.PERCENTAGE: 100.0}


class Toward(enum.StrEnum):
    """Which form of the log response ratio: they differ for proportions and percentages."""

    INCREASE = "increase"
    DECREASE = "decrease"


def lrr(
    pair: Pair,
    *,
    scale: Scale | str = Scale.COUNT,
    toward: Toward | str = Toward.DECREASE,
    is_corrected: bool = True,
    observation_length: float | None = None,
    intervals: float | None = None,
    level: float = 0.95,
) -> Effect:
    """Log response ratio. For counts and rates both forms differ only in sign; `percent_change` reads it aloud.

    Zeros: one phase all zero takes a small constant that depends on its length (Pustejovsky 2018), and says so;
    both all zero have no ratio.

    >>> from vado.evidence.pairs import pair
    >>> round(percent_change(lrr(pair([4, 6, 5, 5], [2, 3, 2, 3], improvement="decrease")).estimate))
    -50
    """
    scale, toward = Scale(scale), Toward(toward)
    index = LRRI if toward is Toward.INCREASE else LRRD
    variant = f"{scale.value}, {'corrected' if is_corrected else 'not corrected'}"
    why = _why_no_ratio(pair, scale)
    if why:
        return index.none(pair, why, level=level, variant=variant)
    turned = pair.improvement.value != toward.value
    sides = [_turned(side, WHOLE[scale]) for side in pair.moments] if turned and scale in WHOLE else pair.moments
    constant = truncation(scale, observation_length, intervals)
    a, b = (_truncated(side, constant) for side in sides)
    if min(a.mean, b.mean) <= 0:
        return index.none(pair, Caution.ZERO_MEAN, level=level, variant=variant)
    estimate = _log_mean(b, is_corrected) - _log_mean(a, is_corrected)
    if math.isnan(estimate):  # the correction takes the variance, which one day does not have
        return index.none(pair, Caution.ONE_DAY_PHASE, level=level, variant=variant)
    estimate = -estimate if turned and scale not in WHOLE else estimate
    se = math.sqrt(a.variance / (a.n * a.mean**2) + b.variance / (b.n * b.mean**2))
    told = (Caution.ZERO_MEAN, Caution.LENGTH_MATTERS) if min(side.mean for side in sides) == 0 else ()
    return index.normal(pair, estimate, se, level=level, variant=variant, cautions=told)


def percent_change(log_ratio: float) -> float:
    """A log ratio as the change in percent; infinite beyond what a number holds."""
    return 100 * math.expm1(log_ratio) if log_ratio < LARGEST_LOG else math.inf


def lor(
    pair: Pair,
    *,
    scale: Scale | str = Scale.PROPORTION,
    is_corrected: bool = True,
    intervals: float | None = None,
    level: float = 0.95,
) -> Effect:
    """Log odds ratio, for proportions and percentages only."""
    scale = Scale(scale)
    variant = f"{scale.value}, {'corrected' if is_corrected else 'not corrected'}"
    if scale not in WHOLE:
        return LOR.none(pair, Caution.NOT_A_PROPORTION, level=level, variant=variant)
    _check(pair, scale)
    whole = WHOLE[scale]
    sides = [Moments(side.n, side.mean / whole, side.variance / whole**2) for side in pair.moments]
    a, b = (_truncated_both_ways(side, truncation(Scale.PROPORTION, None, intervals)) for side in sides)
    if min(a.mean, b.mean) <= 0 or max(a.mean, b.mean) >= 1:
        return LOR.none(pair, Caution.ZERO_MEAN, level=level, variant=variant)
    estimate = pair.sign * (_log_odds(b, is_corrected) - _log_odds(a, is_corrected))
    if math.isnan(estimate):
        return LOR.none(pair, Caution.ONE_DAY_PHASE, level=level, variant=variant)
    se = math.sqrt(sum(side.variance / (side.n * (side.mean * (1 - side.mean)) ** 2) for side in (a, b)))
    return LOR.normal(pair, estimate, se, level=level, variant=variant)


def lrm(pair: Pair, *, by_delta: bool = False, level: float = 0.95) -> Effect:
    """Log ratio of medians, with the order-statistic error of Bonett and Price (2020), on the log scale or by delta."""
    variant = "delta method" if by_delta else "log scale"
    if min(*pair.before, *pair.after) < 0:
        return LRM.none(pair, Caution.NEGATIVE_VALUES, level=level, variant=variant)
    middles = middle_of(pair.before), middle_of(pair.after)
    if 0 in middles:
        why = Caution.BOTH_ZERO if middles == (0, 0) else Caution.ZERO_MEDIAN
        return LRM.none(pair, why, level=level, variant=variant)
    variances = [variance_of_log_median(values, by_delta) for values in (pair.before, pair.after)]
    estimate = pair.sign * (math.log(middles[1]) - math.log(middles[0]))
    return LRM.normal(pair, estimate, math.sqrt(sum(variances)), level=level, variant=variant)


def _check(pair: Pair, scale: Scale) -> None:
    check_scale((*pair.before_days, *pair.after_days), scale)


def _why_no_ratio(pair: Pair, scale: Scale) -> Caution | None:
    if scale is Scale.OTHER:
        if min(*pair.before, *pair.after) < 0:
            return Caution.NEGATIVE_VALUES
    else:
        _check(pair, scale)
    if not any(pair.before) and not any(pair.after):
        return Caution.BOTH_ZERO
    return None


def _turned(side: Moments, whole: float) -> Moments:
    return Moments(side.n, whole - side.mean, side.variance)


def _truncated(side: Moments, constant: float) -> Moments:
    """A mean not below 1/(2Dn), a variance not below 1/(D^2 n^3) (Pustejovsky 2018)."""
    return Moments(
        side.n, max(side.mean, 1 / (2 * constant * side.n)), max(side.variance, 1 / (constant**2 * side.n**3))
    )


def _truncated_both_ways(side: Moments, constant: float) -> Moments:
    low = _truncated(side, constant)
    return Moments(side.n, min(low.mean, 1 - 1 / (2 * constant * side.n)), low.variance)


def _log_mean(side: Moments, is_corrected: bool) -> float:
    return math.log(side.mean) + (side.variance / (2 * side.n * side.mean**2) if is_corrected else 0.0)


def _log_odds(side: Moments, is_corrected: bool) -> float:
    p = side.mean
    bias = (2 * p - 1) * side.variance / (2 * side.n * (p * (1 - p)) ** 2) if is_corrected else 0.0
    return math.log(p / (1 - p)) - bias


def variance_of_log_median(values: list[float], by_delta: bool) -> float:
    """From two order statistics about sqrt(n) places either side of the middle (Bonett and Price 2020)."""
    n = len(values)
    place = max(round(n / 2 - math.sqrt(n)), 1)
    ordered = sorted(values)
    low, high = ordered[place - 1], ordered[n - place]
    z = normal_quantile(binomial_tail(place, n, 0.5))
    if by_delta:
        return ((high - low) / (2 * z * middle_of(values))) ** 2 if z else math.nan
    return ((math.log(high) - math.log(low)) / (2 * z)) ** 2 if low > 0 and z else math.inf
