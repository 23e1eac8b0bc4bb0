"""The between-case standardised mean difference: single-case series on the scale of group trials.

Moment estimator after Hedges, Pustejovsky and Shadish (2013) for multiple baselines, and REML with a random level and
AR(1) errors after Pustejovsky, Hedges and Shadish (2014), both with their small-sample correction and degrees of
freedom. The error carries the uncertainty of its own denominator. Never to be averaged with differences standardised
within one person.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.between_blocks import (
    Stack,
    correlations,
    grams,
    information,
    powers,
    stacked,
    trace_of_projected,
    trace_of_square,
    with_shared_level,
)
from vado.evidence.cautions import Caution
from vado.evidence.distributions import t_quantile
from vado.evidence.errors import BadModel
from vado.evidence.pairs import Pair
from vado.evidence.searching import smallest
from vado.evidence.values import checked_level

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

FEW_DF = 2.001  # below two degrees of freedom a variance does not exist; the papers truncate here
EDGE, GRID, MOST_RATIO = 0.95, 25, 12.0
FEW = 10


@dataclass(frozen=True, slots=True)
class BetweenDifference:
    """A design-comparable difference. `lag1` and `intraclass` are what it was adjusted for."""

    estimate: float
    se: float
    low: float
    high: float
    level: float
    df: float
    unadjusted: float
    lag1: float
    intraclass: float
    people: int
    n: int
    missing: int
    method: str
    source: str
    cautions: tuple[Caution, ...]


def between_difference(pairs: Sequence[Pair], *, level: float = 0.95) -> BetweenDifference:
    """The moment estimator for a multiple baseline; improvement is positive. Needs three people.

    >>> from vado.evidence.pairs import pair
    >>> days = [([6, 5, 7, 6, 5], [3, 2, 3, 4, 2]), ([8, 7, 9, 8, 8], [5, 6, 4, 5, 6]), ([4, 5, 4, 6], [2, 1, 2])]
    >>> pairs = [pair(before, after, improvement="decrease") for before, after in days]
    >>> found = between_difference(pairs)
    >>> found.estimate > 0, found.people
    (True, 3)

    Shape: one `Pair` a person; the estimate is in standard deviations between people.
    Errors: `BadModel` with fewer than three people, or where no day is shared by two of them; `BadLevel`.
    Source: Hedges, Pustejovsky and Shadish 2013.
    """
    import numpy as np

    level, stack = checked_level(level), stacked(pairs)
    y, n, people = stack.y, len(stack.y), stack.count
    cells = np.unique(stack.at * 2 + stack.after, return_inverse=True)[1].astype(float)
    spread_df = n - int(cells.max()) - 1
    if spread_df < 1:
        raise BadModel(reason="no day is shared by two people in the same phase")
    variance = float((y - _means(y, cells)[cells.astype(int)]) @ y) / spread_df
    own = stack.person * 2 + stack.after
    rest = y - _means(y, own)[own.astype(int)]
    size = np.bincount(own.astype(int))
    same, neighbours = float(rest @ rest), _neighbour_products(rest, stack)
    lag1 = neighbours / same + float(((size - 1) / size).sum()) / (n - 2 * people)
    within = same / (n - trace_of_projected(stack, correlations(stack, 0.0, lag1), own))
    share = max(0.0, 1 - within / variance)
    total = correlations(stack, share, lag1)
    df = spread_df**2 / trace_of_square(stack, total, cells)
    contrasts = [_contrast(stack.after[days]) for days in stack.people()]
    scale = math.sqrt(sum(float(one @ block @ one) for one, block in zip(contrasts, total, strict=True))) / people
    changes = [float(one @ y[days]) for one, days in zip(contrasts, stack.people(), strict=True)]
    unadjusted = math.fsum(changes) / people / math.sqrt(variance)
    method = "moment estimator, multiple baseline"
    return _result(
        pairs, stack, unadjusted, scale, df, lag1, share, level, method, "Hedges, Pustejovsky and Shadish 2013"
    )


def between_difference_reml(pairs: Sequence[Pair], *, level: float = 0.95) -> BetweenDifference:
    """The same difference from a mixed model by REML: random level, AR(1) errors over the true days, equal variances.

    >>> from vado.evidence.pairs import pair
    >>> days = [([6, 5, 7, 6, 5], [3, 2, 3, 4, 2]), ([8, 7, 9, 8, 8], [5, 6, 4, 5, 6]), ([4, 5, 4, 6], [2, 1, 2])]
    >>> pairs = [pair(before, after, improvement="decrease") for before, after in days]
    >>> between_difference_reml(pairs).estimate > 0
    True

    Shape: one `Pair` a person; the estimate is in standard deviations between people.
    Errors: `BadModel` with fewer than three people; `BadLevel`.
    Source: Pustejovsky, Hedges and Shadish 2014.
    """
    import numpy as np

    level, stack = checked_level(level), stacked(pairs)
    x = np.stack([np.ones(len(stack.y)), stack.after], axis=1)

    def at_lag(lag1: float) -> float:
        products, log_size = grams(stack, x, lag1)
        return _profile(stack, products, log_size, _best_ratio(stack, products, log_size))

    lag1 = smallest(at_lag, -EDGE, EDGE, GRID, 1e-7)
    products, log_size = grams(stack, x, lag1)
    ratio = _best_ratio(stack, products, log_size)
    summed, _shared = with_shared_level(products, ratio)
    bread, moment = summed[:-1, :-1], summed[:-1, -1]
    beta = np.linalg.solve(bread, moment)
    within = float(summed[-1, -1] - moment @ beta) / (len(stack.y) - x.shape[1])
    between = ratio * within
    total = within + between
    df = _satterthwaite(stack, x, within, between, lag1)
    scale = math.sqrt(float(np.linalg.inv(bread)[1, 1]) * within / total)
    unadjusted = float(beta[1]) / math.sqrt(total)
    method, source = "REML, random level and AR(1) errors", "Pustejovsky, Hedges and Shadish 2014"
    return _result(pairs, stack, unadjusted, scale, df, lag1, between / total, level, method, source)


def _result(
    pairs: Sequence[Pair], stack: Stack, unadjusted: float, scale: float, df: float, lag1: float, intraclass: float,
    level: float, method: str, source: str,
) -> BetweenDifference:  # fmt: skip
    """The small-sample correction and variance of both papers."""
    correction = 1 - 3 / (4 * df - 1)
    sign = pairs[0].sign
    estimate = sign * correction * unadjusted
    kept = max(df, FEW_DF)
    ratio = kept / (kept - 2)
    variance = correction**2 * (scale**2 * ratio + estimate**2 * (ratio - 1 / correction**2))
    se = math.sqrt(max(variance, 0.0))
    reach = t_quantile((1 + level) / 2, df) * se
    told = [Caution.FEW_PEOPLE] if stack.count < FEW else []
    if df < FEW_DF:
        told.append(Caution.AT_THE_EDGE)
    return BetweenDifference(
        estimate, se, estimate - reach, estimate + reach, level, df, sign * unadjusted, lag1, intraclass, stack.count,
        len(stack.y), sum(len(pair.used.missing_at) for pair in pairs), method, source, tuple(told),
    )  # fmt: skip


def _means(y: "Array", group: "Array") -> "Array":
    import numpy as np

    places = group.astype(int)
    means: Array = np.bincount(places, y) / np.bincount(places)
    return means


def _neighbour_products(rest: "Array", stack: Stack) -> float:
    """Products of known days that follow each other in one person's series, as the papers take them.

    The last day before and the first after are neighbours only where the calendar has none between them.
    """
    same = stack.person[1:] == stack.person[:-1]
    near = (stack.after[1:] == stack.after[:-1]) | (stack.at[1:] - stack.at[:-1] == 1)
    return float((rest[1:] * rest[:-1] * (same & near)).sum())


def _contrast(after: "Array") -> "Array":
    """One person's mean after less the mean before, as weights of the days."""
    import numpy as np

    m, n = float((after == 0).sum()), float((after == 1).sum())
    weights: Array = np.where(after == 1, 1 / n, -1 / m)
    return weights


def _best_ratio(stack: Stack, products: "Array", log_size: float) -> float:
    def deviance(at: float) -> float:
        return _profile(stack, products, log_size, math.expm1(at))

    return math.expm1(smallest(deviance, 0.0, math.log1p(MOST_RATIO**2), 17, 1e-6))


def _profile(stack: Stack, products: "Array", log_size: float, ratio: float) -> float:
    """-2 log restricted likelihood, the residual variance profiled out."""
    import numpy as np

    summed, shared = with_shared_level(products, ratio)
    bread, moment = summed[:-1, :-1], summed[:-1, -1]
    left = float(summed[-1, -1] - moment @ np.linalg.solve(bread, moment))
    n, terms = len(stack.y), len(moment)
    size = log_size + shared + float(np.linalg.slogdet(bread)[1])
    return (n - terms) * math.log(max(left, 1e-300)) + size


def _satterthwaite(stack: Stack, x: "Array", within: float, between: float, lag1: float) -> float:
    """Degrees of freedom of the total variance, from the expected information of the three variance parameters."""
    import numpy as np

    safe = lag1 if abs(lag1) > 1e-8 else 1e-8

    def shape(gap: "Array") -> "Array":
        made: Array = within * powers(lag1, gap) + between
        return made

    def slopes(gap: "Array") -> "list[Array]":
        by_lag: Array = within * gap * powers(safe, np.maximum(gap - 1, 0))
        return [powers(lag1, gap), by_lag, np.ones_like(gap)]

    chosen = np.array([1.0, 0.0, 1.0])
    variance: float = float(chosen @ np.linalg.pinv(information(stack, x, shape, slopes)) @ chosen)
    return 2 * (within + between) * (within + between) / variance
