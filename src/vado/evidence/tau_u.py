"""Tau-U: at least four different numbers under one name, so each has its own here, and the result says which.

All share Kendall's S between the phases and within each, and differ in what they divide by:
Parker, Vannest, Davis and Sauber 2011 (by the pairs between phases), the "complete" reading of it (tau-b denominators)
and Tarlow's correction (by all pairs used, with a continuity correction). The interval is Fisher's z with n - 3.
Tau-U leaves the range from -1 to 1 in its first form, and controls a trend weakly (Tarlow 2017): read it with care.
"""

import enum
import math
from dataclasses import dataclass

from vado.evidence.cautions import Caution
from vado.evidence.distributions import normal_cdf, normal_quantile
from vado.evidence.effect import Effect, Index
from vado.evidence.kendall import Score, between, variance_of_s, within
from vado.evidence.pairs import Pair

TAU_U = Index(
    "Tau-U", 0.0, "Kendall's S between phases with or without the trends within, over the variant's pairs; Fisher z",
    "Parker, Vannest, Davis and Sauber 2011; Tarlow 2017",
)  # fmt: skip


class Reading(enum.StrEnum):
    """Which published denominator and variance."""

    PARKER = "parker"
    COMPLETE = "complete"
    TARLOW = "tarlow"


class Part(enum.StrEnum):
    """What is put together."""

    PHASES = "A vs. B"
    TREND_A = "Trend A"
    TREND_B = "Trend B"
    LESS_TREND_A = "A vs. B - Trend A"
    AND_TREND_B = "A vs. B + Trend B"
    BOTH = "A vs. B + Trend B - Trend A"


@dataclass(frozen=True, slots=True)
class Parts:
    """The scores of one pair of phases, ready for any variant; here more is more, not better."""

    between: Score
    trend_a: Score
    trend_b: Score

    def score(self, part: Part) -> Score:
        """The score of one part; the trend before is taken off, so its direction is turned."""
        less_a = self.trend_a.turned()
        return {
            Part.PHASES: self.between,
            Part.TREND_A: self.trend_a,
            Part.TREND_B: self.trend_b,
            Part.LESS_TREND_A: self.between + less_a,
            Part.AND_TREND_B: self.between + self.trend_b,
            Part.BOTH: self.between + self.trend_b + less_a,
        }[part]


def tau_u(
    pair: Pair,
    *,
    part: Part | str = Part.LESS_TREND_A,
    reading: Reading | str = Reading.PARKER,
    level: float = 0.95,
) -> Effect:
    """Tau-U in one of its published variants, named in the result; improvement is positive.

    >>> from vado.evidence.pairs import pair
    >>> round(tau_u(pair([2, 3, 5, 3], [4, 5, 5, 7, 6], improvement="increase")).estimate, 2)
    0.65
    """
    part, reading = Part(part), Reading(reading)
    variant = f"{part.value}, {reading.value}"
    if part in (Part.TREND_A, Part.TREND_B) and len(pair.before if part is Part.TREND_A else pair.after) < 2:
        return TAU_U.none(pair, Caution.ONE_DAY_PHASE, level=level, variant=variant)
    scores = _scores(pair)
    score = scores.score(part)
    divisor = _divisor(part, reading, scores)
    details = _counts(score, divisor, part, reading, scores)
    if divisor == 0:
        return TAU_U.none(pair, Caution.NOTHING_VARIES, level=level, variant=variant, details=details)
    estimate = score.s / divisor
    z = _z(score, kendall_variance(pair, part), is_continuous=reading is Reading.TARLOW)
    told = [Caution.INDEPENDENT_DAYS, Caution.TREND_UNCERTAIN]
    limits = _fisher_limits(estimate, _days_in(pair, part), level)
    if limits is None:
        told.append(Caution.NO_INTERVAL)
    se = estimate / z if z else None
    return TAU_U.effect(
        pair, estimate, level=level, variant=variant, se=se, limits=limits, cautions=tuple(told),
        details=(*details, ("Z", z), ("p", 2 * normal_cdf(-abs(z)))),
    )  # fmt: skip


def _counts(score: Score, divisor: float, part: Part, reading: Reading, scores: Parts) -> tuple[tuple[str, float], ...]:
    is_parker = reading is Reading.PARKER and part is Part.LESS_TREND_A
    pairs = scores.between.pairs if is_parker else score.pairs
    counts = {"S": score.s, "pairs": pairs, "pos": score.rising, "neg": score.falling, "ties": score.ties, "D": divisor}
    return tuple((name, float(count)) for name, count in counts.items())


def _scores(pair: Pair) -> Parts:
    a, b = pair.signed
    return Parts(between(pair.comparisons), within(a), within(b))


def _days_in(pair: Pair, part: Part) -> int:
    m, n = len(pair.before), len(pair.after)
    return {Part.TREND_A: m, Part.TREND_B: n}.get(part, m + n)


def _divisor(part: Part, reading: Reading, scores: Parts) -> float:
    score = scores.score(part)
    if reading is not Reading.COMPLETE:
        is_parker = reading is Reading.PARKER and part is Part.LESS_TREND_A
        return float(scores.between.pairs if is_parker else score.pairs)
    if part is Part.PHASES:
        return score.pairs - score.ties / 2
    if part in (Part.TREND_A, Part.TREND_B):
        return math.sqrt((score.pairs - score.ties) * score.pairs)
    everything = scores.score(Part.BOTH)
    return math.sqrt(score.pairs * (everything.pairs - everything.ties))


def kendall_variance(pair: Pair, part: Part) -> float:
    """Kendall's variance of S with ties in the days and in the coding of time that stands for the part."""
    if part is Part.TREND_A:
        return variance_of_s(range(len(pair.before)), pair.before)
    if part is Part.TREND_B:
        return variance_of_s(range(len(pair.after)), pair.after)
    m, n = len(pair.before), len(pair.after)
    goes_on = part in (Part.AND_TREND_B, Part.BOTH)
    falls = part in (Part.LESS_TREND_A, Part.BOTH)
    time = [float(-at) if falls else 0.0 for at in range(m)] + [float(1 + at) if goes_on else 1.0 for at in range(n)]
    return variance_of_s(time, [*pair.before, *pair.after])


def _z(score: Score, variance: float, *, is_continuous: bool) -> float:
    if variance <= 0 or score.s == 0:
        return 0.0
    s = abs(score.s) - 1 if is_continuous else abs(score.s)
    return math.copysign(s / math.sqrt(variance), score.s)


def _fisher_limits(estimate: float, n: int, level: float) -> tuple[float, float] | None:
    """Fisher's z; none where the estimate has no transform or too few days stand behind it."""
    if abs(estimate) >= 1 or n < 4:
        return None
    reach = normal_quantile((1 + level) / 2) / math.sqrt(n - 3)
    z = math.atanh(estimate)
    return math.tanh(z - reach), math.tanh(z + reach)
