"""The terms of a model of two phases: level, trend, change, slope, days of the week; and what a fit returns."""

import enum
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.cautions import Caution
from vado.evidence.distributions import t_cdf, t_quantile
from vado.evidence.errors import BadModel
from vado.evidence.pairs import DaysUsed, Pair

if TYPE_CHECKING:
    from numpy import bool_
    from numpy.typing import NDArray

    from vado.evidence.pairs import Array

    Marks = NDArray[bool_]

LEVEL, TREND, CHANGE, SLOPE = "level before", "trend a day", "level change", "slope change a day"
WEEK = 7
ROUNDING = 1e-12  # of an estimate: an error that small is what rounding left of none


class Errors(enum.StrEnum):
    """How serial dependence enters."""

    ROBUST = "robust"
    AR1 = "AR(1)"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class Term:
    """One coefficient with its error and interval; None where the days do not tell."""

    name: str
    estimate: float
    se: float | None
    low: float | None
    high: float | None
    p: float | None


@dataclass(frozen=True)
class Fit:
    """A fitted model. `natural` are the mean of the days after with and without the change, and their difference.

    With a trend on a log or odds scale they are those of the first day after: carried further, such a trend runs away.
    """

    terms: tuple[Term, ...]
    natural: "Natural | None"
    lag1: float | None
    spread: float | None
    df: float
    level: float
    days: DaysUsed
    method: str
    source: str
    cautions: tuple[Caution, ...]

    def __getitem__(self, name: str) -> Term:
        return next(term for term in self.terms if term.name == name)


@dataclass(frozen=True, slots=True)
class Natural:
    """The days after as they were and as the model has them without the change, in the units of the days."""

    without: float
    with_change: float
    difference: float
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Columns:
    """The model matrix, the known days and their places."""

    names: tuple[str, ...]
    x: "Array"
    y: "Array"
    at: "Array"
    is_after: "Marks"


def columns(
    pair: Pair, *, has_trend: bool = True, has_slope: bool = True, has_week: bool = False, closes_gaps: bool = False,
    starts_at: float = 0.0,
) -> Columns:  # fmt: skip
    """The matrix in the coding of Huitema and McKean (2000): the change of level is at the first day after.

    `starts_at` is the time of the first day; days of the week are coded to sum to zero: levels are weekly means.
    Day 1 of the week is Monday where the dates are known, else the weekday of the first day.
    """
    import numpy as np

    m = len(pair.before)
    at = np.array([*pair.before_at, *pair.after_at], dtype=float) - 1
    if closes_gaps:
        at = np.arange(len(at), dtype=float)
    is_after = np.arange(len(at)) >= m
    parts: list[tuple[str, Array]] = [(LEVEL, np.ones(len(at)))]
    if has_trend:
        parts.append((TREND, at + starts_at))
    parts.append((CHANGE, is_after.astype(float)))
    if has_slope:
        first = at[m] if closes_gaps else float(pair.first_after - 1)
        parts.append((SLOPE, np.where(is_after, at - first, 0.0)))
    if has_week:
        parts.extend(_week(at + pair.first_weekday))
    names, matrix = zip(*parts, strict=True)
    x = np.stack(matrix, axis=1)
    if x.shape[0] < x.shape[1] or np.linalg.matrix_rank(x) < x.shape[1]:
        raise BadModel(reason="too few known days for its terms, or terms that cannot be told apart")
    return Columns(tuple(names), x, np.array([*pair.before, *pair.after]), at, is_after)


def _week(at: "Array") -> "list[tuple[str, Array]]":
    """Six columns that sum to zero over the week."""
    place = at.astype(int) % WEEK
    last = (place == WEEK - 1).astype(float)
    return [(f"weekday {day + 1}", (place == day).astype(float) - last) for day in range(WEEK - 1)]


def fitted_terms(
    names: tuple[str, ...], beta: "Array", covariance: "Array", df: float, level: float
) -> tuple[Term, ...]:
    """The coefficients with t intervals; infinite degrees of freedom are normal ones."""
    reach = t_quantile((1 + level) / 2, df) if df > 0 else math.nan
    return tuple(
        _term(name, float(b), float(covariance[i, i]), df, reach)
        for i, (name, b) in enumerate(zip(names, beta, strict=True))
    )


def _term(name: str, estimate: float, variance: float, df: float, reach: float) -> Term:
    if not df > 0 or not math.isfinite(variance) or variance <= (ROUNDING * estimate) ** 2:
        return Term(name, estimate, None, None, None, None)
    se = math.sqrt(variance)
    p = 2 * t_cdf(-abs(estimate / se), df)
    return Term(name, estimate, se, estimate - reach * se, estimate + reach * se, p)


def first_day_after(model: Columns, pair: Pair) -> "Array":
    """The first day after if nothing had changed: a row, or one for each day of the week where the model has them."""
    import numpy as np

    week = [place for place, name in enumerate(model.names) if name.startswith("weekday")]
    rows = np.zeros((WEEK if week else 1, len(model.names)))
    for name, value in ((LEVEL, 1.0), (TREND, pair.first_after - 1.0)):
        if name in model.names:
            rows[:, model.names.index(name)] = value
    if week:
        rows[:, week] = np.vstack([np.eye(WEEK - 1), -np.ones(WEEK - 1)])
    return rows


def without_change(model: Columns) -> "Array":
    """The model matrix of the days after if nothing had changed."""
    import numpy as np

    x: Array = model.x[model.is_after].copy()
    for place, name in enumerate(model.names):
        if name in (CHANGE, SLOPE):
            x[:, place] = np.zeros(len(x))
    return x
