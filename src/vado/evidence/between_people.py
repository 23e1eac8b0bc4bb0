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

from vado.evidence.cautions import Caution
from vado.evidence.distributions import t_quantile
from vado.evidence.errors import BadModel
from vado.evidence.pairs import Pair
from vado.evidence.searching import smallest
from vado.evidence.values import checked_level

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

FEWEST_PEOPLE = 3
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


@dataclass(frozen=True)
class _Stack:
    """All known days of all people in one column."""

    y: "Array"
    after: "Array"
    person: "Array"
    at: "Array"
    count: int


def between_difference(pairs: Sequence[Pair], *, level: float = 0.95) -> BetweenDifference:
    """The moment estimator for a multiple baseline; improvement is positive. Needs three people.

    Errors: `BadModel` with fewer than three people, or where no day is shared by two of them.
    """
    import numpy as np

    level, stack = checked_level(level), _stacked(pairs)
    y, n, people = stack.y, len(stack.y), stack.count
    cells = np.unique(stack.at * 2 + stack.after, return_inverse=True)[1].astype(float)
    spread_df = n - int(cells.max()) - 1
    if spread_df < 1:
        raise BadModel(reason="no day is shared by two people in the same phase")
    in_cells = _centring(cells)
    variance = float(y @ in_cells @ y) / spread_df
    own = stack.person * 2 + stack.after
    rest = y - _means(y, own)[own.astype(int)]
    size = np.bincount(own.astype(int))
    same, neighbours = float(rest @ rest), _neighbour_products(rest, stack)
    lag1 = neighbours / same + float(((size - 1) / size).sum()) / (n - 2 * people)
    correlated = _correlation(stack, 0.0, lag1)
    within = same / (n - float(np.trace(_projection(own) @ correlated)))
    share = max(0.0, 1 - within / variance)
    total = _correlation(stack, share, lag1)
    product = in_cells @ total
    df = spread_df**2 / float((product * product.T).sum())
    effects = _contrasts(own, people)
    scale = math.sqrt(float(np.trace(effects @ total @ effects.T))) / people
    unadjusted = float((effects @ y).mean()) / math.sqrt(variance)
    method = "moment estimator, multiple baseline"
    return _result(
        pairs, stack, unadjusted, scale, df, lag1, share, level, method, "Hedges, Pustejovsky and Shadish 2013"
    )


def between_difference_reml(pairs: Sequence[Pair], *, level: float = 0.95) -> BetweenDifference:
    """The same difference from a mixed model by REML: random level, AR(1) errors over the true days, equal variances.

    Errors: `BadModel` with fewer than three people.
    """
    import numpy as np

    level, stack = checked_level(level), _stacked(pairs)
    x = np.stack([np.ones(len(stack.y)), stack.after], axis=1)

    def at_lag(lag1: float) -> float:
        return _profile(stack, x, lag1, _best_ratio(stack, x, lag1))

    lag1 = smallest(at_lag, -EDGE, EDGE, GRID, 1e-7)
    ratio = _best_ratio(stack, x, lag1)
    shape = _shape(stack, ratio, lag1)
    inverse = np.linalg.inv(shape)
    information = x.T @ inverse @ x
    beta = np.linalg.solve(information, x.T @ inverse @ stack.y)
    rest = stack.y - x @ beta
    within = float(rest @ inverse @ rest) / (len(stack.y) - 2)
    between = ratio * within
    total = within + between
    df = _satterthwaite(stack, x, within, between, lag1)
    scale = math.sqrt(float(np.linalg.inv(information)[1, 1]) * within / total)
    unadjusted = float(beta[1]) / math.sqrt(total)
    method, source = "REML, random level and AR(1) errors", "Pustejovsky, Hedges and Shadish 2014"
    return _result(pairs, stack, unadjusted, scale, df, lag1, between / total, level, method, source)


def _stacked(pairs: Sequence[Pair]) -> _Stack:
    import numpy as np

    if len(pairs) < FEWEST_PEOPLE:
        raise BadModel(reason="a difference between people needs three people")
    if len({pair.improvement for pair in pairs}) > 1:
        raise BadModel(reason="people with opposite directions of improvement stand on no common axis")
    y = np.concatenate([[*pair.before, *pair.after] for pair in pairs])
    after = np.concatenate([[0.0] * len(pair.before) + [1.0] * len(pair.after) for pair in pairs])
    at = np.concatenate([[*pair.before_at, *pair.after_at] for pair in pairs]).astype(float)
    person = np.repeat(np.arange(len(pairs)), [len(pair.before) + len(pair.after) for pair in pairs]).astype(float)
    return _Stack(y, after, person, at, len(pairs))


def _result(
    pairs: Sequence[Pair], stack: _Stack, unadjusted: float, scale: float, df: float, lag1: float, intraclass: float,
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


def _projection(group: "Array") -> "Array":
    """The matrix that replaces each value by the mean of its group."""
    import numpy as np

    places = group.astype(int)
    same = (places[:, None] == places[None, :]).astype(float)
    projected: Array = same / np.bincount(places)[places][:, None]
    return projected


def _centring(group: "Array") -> "Array":
    import numpy as np

    centred: Array = np.eye(len(group)) - _projection(group)
    return centred


def _neighbour_products(rest: "Array", stack: _Stack) -> float:
    """Products of known days that follow each other in one person's series, as the papers take them."""
    same = stack.person[1:] == stack.person[:-1]
    return float((rest[1:] * rest[:-1] * same).sum())


def _correlation(stack: _Stack, share: float, lag1: float) -> "Array":
    """The correlation of all days: shared within a person, falling with the days between."""
    import numpy as np

    same = stack.person[:, None] == stack.person[None, :]
    apart = np.abs(stack.at[:, None] - stack.at[None, :])
    matrix: Array = same * (share + (1 - share) * _power(lag1, apart))
    return matrix


def _power(lag1: float, apart: "Array") -> "Array":
    import numpy as np

    odd = np.where(apart % 2 == 1, math.copysign(1.0, lag1), 1.0)
    powered: Array = np.where(apart == 0, 1.0, odd * abs(lag1) ** apart)
    return powered


def _contrasts(own: "Array", people: int) -> "Array":
    """A row a person: the mean after less the mean before."""
    import numpy as np

    places = own.astype(int)
    weights = 1 / np.bincount(places)[places]
    rows = np.zeros((people, len(own)))
    rows[places // 2, np.arange(len(own))] = np.where(places % 2 == 1, weights, -weights)
    return rows


def _shape(stack: _Stack, ratio: float, lag1: float) -> "Array":
    import numpy as np

    same = stack.person[:, None] == stack.person[None, :]
    apart = np.abs(stack.at[:, None] - stack.at[None, :])
    matrix: Array = same * (ratio + _power(lag1, apart))
    return matrix


def _best_ratio(stack: _Stack, x: "Array", lag1: float) -> float:
    log_ratio = smallest(lambda at: _profile(stack, x, lag1, math.expm1(at)), 0.0, math.log1p(MOST_RATIO**2), 17, 1e-6)
    return math.expm1(log_ratio)


def _profile(stack: _Stack, x: "Array", lag1: float, ratio: float) -> float:
    """-2 log restricted likelihood, the residual variance profiled out; person by person."""
    import numpy as np

    n, p = x.shape
    information, moment, squares, log_size = np.zeros((p, p)), np.zeros(p), 0.0, 0.0
    for person in range(stack.count):
        own = stack.person == person
        apart = np.abs(stack.at[own][:, None] - stack.at[own][None, :])
        factor = np.linalg.cholesky(ratio + _power(lag1, apart))
        white = np.linalg.solve(factor, np.column_stack([x[own], stack.y[own]]))
        information += white[:, :p].T @ white[:, :p]
        moment += white[:, :p].T @ white[:, p]
        squares += float(white[:, p] @ white[:, p])
        log_size += 2 * float(np.log(np.diag(factor)).sum())
    left = squares - float(moment @ np.linalg.solve(information, moment))
    deviance: float = (n - p) * math.log(max(left, 1e-300)) + log_size + float(np.linalg.slogdet(information)[1])
    return deviance


def _satterthwaite(stack: _Stack, x: "Array", within: float, between: float, lag1: float) -> float:
    """Degrees of freedom of the total variance, from the expected information of the three variance parameters."""
    import numpy as np

    same = (stack.person[:, None] == stack.person[None, :]).astype(float)
    apart = np.abs(stack.at[:, None] - stack.at[None, :])
    ar = same * _power(lag1, apart)
    safe = lag1 if abs(lag1) > 1e-8 else 1e-8
    slopes = [ar, within * same * apart * _power(safe, np.maximum(apart - 1, 0)), same]
    inverse = np.linalg.inv(within * ar + between * same)
    weighted = inverse @ x
    kept = inverse - weighted @ np.linalg.solve(x.T @ weighted, weighted.T)
    products = [kept @ slope for slope in slopes]
    information = np.array([[float((a * b.T).sum()) / 2 for b in products] for a in products])
    chosen = np.array([1.0, 0.0, 1.0])
    variance: float = float(chosen @ np.linalg.pinv(information) @ chosen)
    return 2 * (within + between) * (within + between) / variance
