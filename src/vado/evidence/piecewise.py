"""Level, trend and slope of two phases by least squares: robust errors by default, AR(1) errors by REML on request."""

import enum
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vado.evidence.cautions import Caution
from vado.evidence.distributions import t_quantile
from vado.evidence.errors import BadModel
from vado.evidence.long_run import robust_covariance
from vado.evidence.pairs import Pair
from vado.evidence.searching import smallest
from vado.evidence.terms import TREND, Columns, Errors, Fit, Natural, columns, fitted_terms, without_change

if TYPE_CHECKING:
    from vado.evidence.pairs import Array

EDGE = 0.98
GRID = 50
ROUNDING = 1e-24  # squares this small beside the days are rounding
SHORT = 50  # days below which one series cannot settle its own autocorrelation (facts: Shadish et al. 2013) [D]


class Likelihood(enum.StrEnum):
    """How an AR(1) correlation is estimated."""

    REML = "REML"
    ML = "ML"


@dataclass(frozen=True)
class Solution:
    """Coefficients, their covariance, residual variance, -2 log likelihood up to a constant."""

    beta: "Array"
    covariance: "Array"
    variance: float
    deviance: float


def regression(
    pair: Pair,
    *,
    has_trend: bool = True,
    has_slope: bool = True,
    has_week: bool = True,
    errors: Errors | str = Errors.ROBUST,
    likelihood: Likelihood | str = Likelihood.REML,
    lag1: float | None = None,
    level: float = 0.95,
) -> Fit:
    """Piecewise regression with the days at their true places.

    `errors="robust"` (default) keeps least squares and takes errors from cosines of the scores, whatever the
    dependence; `"AR(1)"` estimates one correlation by REML or ML, or takes the `lag1` given: fit it under several.
    A single short series cannot settle its own correlation, and says so.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([5, 6, 5, 4, 6, 5, 5] * 4, [2, 3, 2, 2, 3, 2, 1] * 4, improvement="decrease")
    >>> round(regression(days, has_trend=False, has_slope=False)["level change"].estimate, 2)
    -3.0

    Shape: a `Pair`; terms in the units of the days, slopes a day.
    Errors: `BadModel` where the days cannot carry the terms; `BadLevel`.
    Source: Huitema and McKean 2000; Lazarus, Lewis, Stock and Watson 2018.
    """
    model = columns(pair, has_trend=has_trend, has_slope=has_slope, has_week=has_week)
    errors = Errors(errors)
    if errors is Errors.AR1:
        phi = lag1 if lag1 is not None else best_lag1(model, Likelihood(likelihood))
        solved, df = solve(model, phi, Likelihood(likelihood)), float(len(model.y) - len(model.names))
    else:
        solved, df = _least_squares(model, errors)
        phi = None
    return _fit(pair, model, solved, df, errors, phi, level)


def solve(model: Columns, phi: float, likelihood: Likelihood) -> Solution:
    """Generalised least squares at one AR(1) correlation; gaps of g days correlate by phi to the g."""
    import numpy as np

    if not -1 < phi < 1:
        raise BadModel(reason="a lag-1 correlation lies between -1 and 1")
    x, y, log_scale = _whitened(model, phi)
    n, p = x.shape
    q, r = np.linalg.qr(x)
    beta = np.linalg.solve(r, q.T @ y)
    rest = y - x @ beta
    left = float(rest @ rest)
    left = 0.0 if left < ROUNDING * float(y @ y) else left
    inverse = np.linalg.inv(r)
    unscaled = inverse @ inverse.T
    by = n - p if likelihood is Likelihood.REML else n
    scale = left / by if by > 0 else math.nan
    deviance = (by * math.log(left) if left > 0 and by > 0 else -math.inf) + log_scale
    if likelihood is Likelihood.REML:
        deviance += 2 * float(np.log(np.abs(np.diag(r))).sum())
    variance = left / (n - p) if n > p else math.nan
    return Solution(beta, unscaled * variance, scale, deviance)


def _whitened(model: Columns, phi: float) -> "tuple[Array, Array, float]":
    import numpy as np

    gaps = np.diff(model.at)
    rho = np.sign(phi) ** gaps * abs(phi) ** gaps
    scale = np.sqrt(1 - rho**2)
    x, y = model.x.copy(), model.y.copy()
    x[1:] = (model.x[1:] - rho[:, None] * model.x[:-1]) / scale[:, None]
    y[1:] = (model.y[1:] - rho * model.y[:-1]) / scale
    return x, y, 2 * float(np.log(scale).sum())


def best_lag1(model: Columns, likelihood: Likelihood) -> float:
    """The correlation of the greatest (restricted) likelihood."""
    if len(model.y) - len(model.names) < 2:
        raise BadModel(reason="too few days to tell a trend from serial dependence")
    return smallest(lambda phi: solve(model, phi, likelihood).deviance, -EDGE, EDGE, GRID, 1e-9)


def _least_squares(model: Columns, errors: Errors) -> tuple[Solution, float]:
    plain = solve(model, 0.0, Likelihood.REML)
    n, p = model.x.shape
    if errors is Errors.INDEPENDENT or n <= p + 1 or not plain.variance > 0:
        return plain, float(n - p)
    import numpy as np

    rest = model.y - model.x @ plain.beta
    bread = np.asarray(np.linalg.inv(model.x.T @ model.x), dtype=np.float64)
    covariance, count = robust_covariance(model.x * rest[:, None], bread, model.at, p)
    return Solution(plain.beta, covariance, plain.variance, plain.deviance), float(count)


def _fit(
    pair: Pair, model: Columns, solved: Solution, df: float, errors: Errors, phi: float | None, level: float
) -> Fit:
    told = []
    if phi is not None and abs(phi) > EDGE - 0.01:
        told.append(Caution.AT_THE_EDGE)
    if errors is Errors.INDEPENDENT:
        told.append(Caution.INDEPENDENT_DAYS)
    if errors is Errors.AR1 and len(model.y) < SHORT:
        told.append(Caution.DEPENDENCE_UNKNOWN)
    if not solved.variance > 0:
        told.append(Caution.NOTHING_VARIES)
    if TREND in model.names and pair.after_at[-1] > 2 * len(pair.before_days):
        told.append(Caution.TREND_CARRIED_FAR)
    return Fit(
        terms=fitted_terms(model.names, solved.beta, solved.covariance, df, level),
        natural=_natural(model, solved, df, level),
        lag1=phi,
        spread=math.sqrt(solved.variance) if solved.variance > 0 else 0.0,
        df=df,
        level=level,
        days=pair.used,
        method=f"piecewise regression by least squares, {errors.value} errors",
        source="Huitema and McKean 2000; robust errors Lazarus, Lewis, Stock and Watson 2018",
        cautions=tuple(told),
    )


def _natural(model: Columns, solved: Solution, df: float, level: float) -> Natural:
    """The mean of the days after, with the change and without, by the model."""
    import numpy as np

    with_change, without = model.x[model.is_after].mean(axis=0), without_change(model).mean(axis=0)
    weights = with_change - without
    difference = float(weights @ solved.beta)
    variance = float(weights @ solved.covariance @ weights)
    reach = (
        t_quantile((1 + level) / 2, df) * math.sqrt(variance)
        if df > 0 and np.isfinite(variance) and variance > 0
        else None
    )
    return Natural(
        float(without @ solved.beta), float(with_change @ solved.beta), difference,
        None if reach is None else difference - reach, None if reach is None else difference + reach,
    )  # fmt: skip
