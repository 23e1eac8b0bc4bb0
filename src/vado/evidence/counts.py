"""Rates of days and amounts: negative binomial for counts, a hurdle for any use and how much on days of use."""

import math
from dataclasses import dataclass

from vado.evidence.cautions import Caution
from vado.evidence.errors import BadModel
from vado.evidence.likelihoods import Family, Fitted, fit_family, overdispersion
from vado.evidence.long_run import robust_covariance
from vado.evidence.pairs import Pair
from vado.evidence.ratios import percent_change
from vado.evidence.scales import Scale, check_scale
from vado.evidence.terms import (
    CHANGE,
    SLOPE,
    TREND,
    Columns,
    Errors,
    Fit,
    Natural,
    Term,
    columns,
    first_day_after,
    fitted_terms,
    without_change,
)

ROUNDS = 25
ROUNDING = 1e-9  # of the mean: deviations that small are no deviations


def count_regression(
    pair: Pair,
    *,
    has_trend: bool = False,
    has_slope: bool = False,
    has_week: bool = True,
    errors: Errors | str = Errors.ROBUST,
    is_poisson: bool = False,
    level: float = 0.95,
) -> Fit:
    """Counts a day with a log link: negative binomial, or Poisson.

    The coefficient of "level change" is a log rate ratio (`percent_change` reads it); `natural` is in counts a day.
    Errors are robust to serial dependence unless `errors="independent"`. A phase without any count has no rate ratio.

    >>> from vado.evidence.pairs import pair
    >>> days = pair([4, 6, 5, 3, 7, 9, 8] * 4, [2, 3, 1, 2, 3, 5, 5] * 4, improvement="decrease")
    >>> round(percent_change(count_regression(days)["level change"].estimate))
    -50

    Shape: a `Pair` of whole numbers from zero up; `Fit.terms` on the log scale, a day a unit of time.
    Errors: `OutsideScale` below zero; `BadModel` where the days cannot carry the terms.
    Source: McCullagh and Nelder 1989; Hilbe 2011.
    """
    check_scale((*pair.before_days, *pair.after_days), Scale.COUNT)
    if not any(pair.before) or not any(pair.after):
        raise BadModel(reason="a phase without a single count has no rate ratio")
    model = columns(pair, has_trend=has_trend, has_slope=has_slope, has_week=has_week)
    fitted = fit_family(model.x, model.y, Family.POISSON)
    alpha = 0.0
    if not is_poisson:
        if any(value != int(value) for value in model.y):
            raise BadModel(reason="a negative binomial needs whole numbers; for amounts use the hurdle")
        alpha, fitted = _with_overdispersion(model, fitted)
    family = Family.POISSON if alpha == 0 else Family.NEGATIVE_BINOMIAL
    return _as_fit(pair, model, fitted, Errors(errors), level, alpha, family)


def _with_overdispersion(model: Columns, fitted: Fitted) -> tuple[float, Fitted]:
    alpha = overdispersion(model.y, fitted.mean)
    for _round in range(ROUNDS):
        fitted = fit_family(model.x, model.y, Family.NEGATIVE_BINOMIAL, alpha)
        following = overdispersion(model.y, fitted.mean)
        if abs(following - alpha) < 1e-8 * max(alpha, 1e-6):
            break
        alpha = following
    return alpha, fitted


@dataclass(frozen=True)
class Hurdle:
    """Two questions apart: on how many days (odds), and how much on those days (ratio)."""

    any_use: Fit | None
    amount: Fit | None
    why_no_days: str
    why_no_amount: str


def hurdle(
    pair: Pair,
    *,
    has_trend: bool = False,
    has_slope: bool = False,
    has_week: bool = True,
    errors: Errors | str = Errors.ROBUST,
    level: float = 0.95,
) -> Hurdle:
    """Any use by a logistic part, the amount on days of use by a log-linear part with variance as its square.

    Either part may have no answer: with use on
    every day of a phase, or on none, odds run away; that is said, and shares of days speak instead (`change_in_mean`).

    >>> from vado.evidence.pairs import pair
    >>> days = pair([4, 0, 5, 3, 0, 9, 8] * 3, [2, 0, 0, 2, 0, 5, 0] * 3, improvement="decrease")
    >>> parts = hurdle(days, has_week=False)
    >>> round(parts.any_use.natural.without, 2), round(parts.amount.natural.without, 1)
    (0.71, 5.8)

    Shape: a `Pair` from zero up; terms are log odds and log ratios, `natural` shares of days and amounts on such a day.
    Errors: `OutsideScale` below zero; a part that the days cannot carry is None, and says why.
    Source: Mullahy 1986; Manning and Mullahy 2001.
    """
    check_scale((*pair.before_days, *pair.after_days), Scale.COUNT)
    options = {"has_trend": has_trend, "has_slope": has_slope, "has_week": has_week}
    days, why_no_days = _part(_as_days(pair), Family.LOGISTIC, options, Errors(errors), level)
    amount, why_no_amount = _part(_on_days_of_use(pair), Family.AMOUNT, options, Errors(errors), level)
    return Hurdle(days, amount, why_no_days, why_no_amount)


def _part(pair: Pair, family: Family, options: dict[str, bool], errors: Errors, level: float) -> tuple[Fit | None, str]:
    if not pair.before or not pair.after:
        return None, "one phase has no day of use"
    if family is Family.LOGISTIC and (len(set(pair.before)) == 1 or len(set(pair.after)) == 1):
        return None, "in one phase all days are alike: shares of days, not odds"
    try:
        model = columns(pair, **options)
    except BadModel as problem:
        return None, str(problem.values["reason"])
    fitted = fit_family(model.x, model.y, family)
    if not fitted.has_settled:
        return None, "the fit did not settle: the terms separate days with and without use"
    return _as_fit(pair, model, fitted, errors, level, None, family), ""


def _as_days(pair: Pair) -> Pair:
    """Whether there was any."""
    return pair.like(
        (None if day is None else float(day > 0) for day in pair.before_days),
        (None if day is None else float(day > 0) for day in pair.after_days),
    )


def _on_days_of_use(pair: Pair) -> Pair:
    """The amounts on days of use; other days keep their places and are left out."""
    return pair.like((day or None for day in pair.before_days), (day or None for day in pair.after_days))


def _as_fit(
    pair: Pair, model: Columns, fitted: Fitted, errors: Errors, level: float, alpha: float | None, family: Family
) -> Fit:
    if errors is Errors.AR1:
        raise BadModel(reason="counts take robust or independent errors")
    if errors is Errors.ROBUST:
        covariance, count = robust_covariance(fitted.scores, fitted.bread, model.at, model.x.shape[1])
        df = float(count)
    else:
        covariance, df = fitted.bread * _dispersion(model, fitted, family), math.inf
    told = [] if fitted.has_settled else [Caution.NOT_CONVERGED]
    if errors is Errors.ROBUST and _fits_every_day(model, fitted):
        covariance = covariance * 0.0  # robust errors live on deviations: without any there is no error, not a tiny one
        told.append(Caution.NOTHING_VARIES)
    if errors is Errors.INDEPENDENT:
        told.append(Caution.INDEPENDENT_DAYS)
    terms = fitted_terms(model.names, fitted.beta, covariance, df, level)
    change = next(term for term in terms if term.name == CHANGE)
    return Fit(
        terms=terms,
        natural=_natural(pair, model, fitted, change, family),
        lag1=None,
        spread=alpha,
        df=df,
        level=level,
        days=pair.used,
        method=f"{family.value} regression, {errors.value} errors",
        source="McCullagh and Nelder 1989; Hilbe 2011; robust errors Lazarus, Lewis, Stock and Watson 2018",
        cautions=tuple(told),
    )


def _fits_every_day(model: Columns, fitted: Fitted) -> bool:
    return bool((abs(model.y - fitted.mean) <= ROUNDING * fitted.mean).all())


def _dispersion(model: Columns, fitted: Fitted, family: Family) -> float:
    """1 where the family fixes it; for amounts the mean squared relative deviation."""
    if family is not Family.AMOUNT:
        return 1.0
    relative = (model.y - fitted.mean) / fitted.mean
    return float(relative @ relative) / max(len(model.y) - len(model.names), 1)


def _natural(pair: Pair, model: Columns, fitted: Fitted, change: Term, family: Family) -> Natural:
    """Mean a day with and without the change; the limits are those of the change itself, so both tell one story.

    A trend of logs or odds carried on for weeks runs away: with one, both are those of the first day after.
    """
    import numpy as np

    has_lines = not {TREND, SLOPE}.isdisjoint(model.names)
    rows = first_day_after(model, pair) if has_lines else without_change(model)

    def mean_of(change: float) -> float:
        eta = np.clip(rows @ fitted.beta + change, -30, 30)
        return float((1 / (1 + np.exp(-eta)) if family is Family.LOGISTIC else np.exp(eta)).mean())

    without = mean_of(0.0)
    low, high = (None if limit is None else mean_of(limit) - without for limit in (change.low, change.high))
    with_change = mean_of(change.estimate)
    return Natural(without, with_change, with_change - without, low, high)


def rate_change(fit: Fit) -> tuple[float, float | None, float | None]:
    """The change of level in percent, with its limits."""
    term = fit[CHANGE]
    low, high = (None if limit is None else percent_change(limit) for limit in (term.low, term.high))
    return percent_change(term.estimate), low, high
