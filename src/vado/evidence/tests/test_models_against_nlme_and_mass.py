"""Regressions and counts against R 4.2.2 with nlme 3.1-162 and MASS 7.3-58.2, on one own-made diary of 45 days."""

import math

import numpy as np
import pytest

from vado.evidence.cautions import Caution
from vado.evidence.counts import count_regression, hurdle, rate_change
from vado.evidence.errors import BadModel
from vado.evidence.modelled import Model, models_of
from vado.evidence.pairs import Pair, pair
from vado.evidence.piecewise import regression
from vado.evidence.terms import Errors, Term

DIARY = (
    *(4, 0, 6, 3, 0, 9, 8, 2, 0, 7, 4, 12, 0, 3, 6, 5, 0, 8, 2, 1),
    *(1, 0, 2, 0, 5, 0, 0, 3, 1, 0, 0, 2, 4, 0, 0, 1, 0, 0, 2, 1, 3, 0, 0, 0, 1),
)
UNKNOWN = frozenset({3, 4, 11, 25, 26, 27, 40})


def _diary() -> Pair:
    return pair(DIARY[:20], DIARY[20:], improvement="decrease")


def _with_gaps() -> Pair:
    days = [None if at in UNKNOWN else day for at, day in enumerate(DIARY)]
    return pair(days[:20], days[20:], improvement="decrease")


def _is(term: Term, estimate: float, se: float, rel: float = 1e-6) -> None:
    assert term.estimate == pytest.approx(estimate, rel=rel)
    assert term.se == pytest.approx(se, rel=rel)


@pytest.mark.parametrize(
    ("likelihood", "lag1", "change", "se", "spread"),
    [
        ("REML", -0.1973987849, -2.639508629143, 1.32603597902, 2.599655118),
        ("ML", -0.2672755082, -2.66800884840, 1.25720462730, 2.516702542),
    ],
)
def test_gls_with_ar1_errors_is_that_of_nlme(
    likelihood: str, lag1: float, change: float, se: float, spread: float
) -> None:
    fit = regression(_diary(), has_week=False, errors="AR(1)", likelihood=likelihood)
    _is(fit["level change"], change, se)
    assert fit.lag1 == pytest.approx(lag1, rel=1e-5)
    assert fit.spread == pytest.approx(spread * (1 if likelihood == "REML" else (45 / 41) ** 0.5), rel=0.05)
    assert Caution.DEPENDENCE_UNKNOWN in fit.cautions


def test_gaps_correlate_by_their_length_and_weekdays_are_taken_out() -> None:
    fit = regression(_with_gaps(), has_trend=False, has_slope=False, errors="AR(1)", lag1=0.4)
    _is(fit["level change"], -2.9525341878, 1.2472238074)
    assert fit.days.missing_at == (4, 5, 12, 26, 27, 28, 41)


def test_the_negative_binomial_is_that_of_mass() -> None:
    fit = count_regression(_diary(), has_week=False, errors="independent")
    _is(fit["level before"], 1.386294361, 0.2421312803)
    _is(fit["level change"], -1.347073648, 0.3660480035)
    assert fit.spread == pytest.approx(1 / 1.083950752, rel=1e-5)
    assert fit.natural is not None
    assert fit.natural.difference == pytest.approx(1.04 - 4)
    percent, low, high = rate_change(fit)
    assert low is not None
    assert high is not None
    assert low < percent < high < 0
    trended = count_regression(_diary(), has_week=False, has_trend=True, errors="independent")
    assert trended["level change"].estimate == pytest.approx(-0.97047743088, rel=1e-6)
    assert trended.spread == pytest.approx(1 / 1.095528101, rel=1e-5)


def test_the_hurdle_is_a_logistic_and_a_gamma_part() -> None:
    parts = hurdle(_diary(), has_week=False, errors="independent")
    assert parts.any_use is not None
    assert parts.amount is not None
    _is(parts.any_use["level change"], -1.178654996, 0.6533935085)
    _is(parts.amount["level change"], -0.9007865453, 0.2298678309)


def test_a_trend_of_logs_is_read_on_the_first_day_after_and_does_not_run_away() -> None:
    fit = count_regression(_diary(), has_week=False, has_trend=True, has_slope=True)
    level, trend, change = (fit[name].estimate for name in ("level before", "trend a day", "level change"))
    assert fit.natural is not None
    assert fit.natural.without == pytest.approx(math.exp(level + 20 * trend))
    assert fit.natural.with_change == pytest.approx(math.exp(level + 20 * trend + change))
    steep = pair([5, 8, 3, 9, 12, 15, 20, 22], [2] * 60 + [3, 1] * 20, improvement="decrease")
    for one in models_of(steep, "count"):
        assert one.fit is None or one.fit.natural is None or one.fit.natural.without < 200, one.model


@pytest.mark.parametrize("trend", [False, True])
def test_the_range_in_natural_units_is_that_of_the_rate_ratio(trend: bool) -> None:
    """A ratio whose interval leaves out 1 gives a range that leaves out the level without the change."""
    fit = count_regression(_diary(), has_week=False, has_trend=trend, has_slope=trend)
    _percent, low, high = rate_change(fit)
    assert fit.natural is not None
    assert low is not None
    assert high is not None
    assert fit.natural.low == pytest.approx(fit.natural.without * low / 100)
    assert fit.natural.high == pytest.approx(fit.natural.without * high / 100)
    assert fit.natural.without + (fit.natural.low or 0) > 0


def test_each_kind_of_count_has_the_terms_of_the_regression() -> None:
    rng = np.random.default_rng(8)
    days = pair(rng.poisson(1.5, 42).tolist(), rng.poisson(0.8, 49).tolist(), improvement="decrease")
    found = {one.model: one.fit for one in models_of(days, "count")}
    names = {model: [term.name for term in fit.terms] for model, fit in found.items() if fit}
    phases, week = ["level before", "trend a day", "level change", "slope change a day"], range(1, 7)
    assert names[Model.ROBUST] == [*phases, *(f"weekday {day}" for day in week)]
    assert all(names[Model.ROBUST] == names[one] for one in (Model.RATE_TREND, Model.DAYS_TREND, Model.AMOUNT_TREND))


def test_days_that_follow_the_week_alone_are_fitted_without_its_terms() -> None:
    days = pair([1, 2, 0, 3, 0, 2, 4] * 5, [0, 1, 0, 0, 2, 1, 3] * 5, improvement="decrease")
    found = {one.model: one for one in models_of(days, "count")}
    for model, has_week in ((Model.RATE, True), (Model.DAYS, False), (Model.AMOUNT, False)):
        assert found[model].fit is not None
        assert found[model].has_week is has_week


def test_robust_errors_are_never_below_those_of_independent_days() -> None:
    robust, plain = (
        regression(_diary(), has_week=False, errors=errors) for errors in (Errors.ROBUST, Errors.INDEPENDENT)
    )
    for one, other in zip(robust.terms, plain.terms, strict=True):
        assert one.estimate == pytest.approx(other.estimate)
        assert one.se is not None
        assert other.se is not None
        assert one.se > 0.6 * other.se
    assert Caution.INDEPENDENT_DAYS in plain.cautions


def test_what_the_days_cannot_carry_is_refused_or_left_out_with_a_reason() -> None:
    with pytest.raises(BadModel):
        regression(pair([1, 2], [3], improvement="decrease"))
    with pytest.raises(BadModel, match="without a single count"):
        count_regression(pair([0] * 20, [1] * 20, improvement="decrease"))
    with pytest.raises(BadModel, match="whole numbers"):
        count_regression(pair([0.5] * 20, [1] * 20, improvement="decrease"), has_week=False)
    every_day = hurdle(pair([3, 4, 5, 4] * 5, [1, 0, 2, 0] * 5, improvement="decrease"), has_week=False)
    assert every_day.any_use is None
    assert "alike" in every_day.why_no_days
    assert every_day.amount is not None
    none = hurdle(pair([3, 4, 5, 4] * 5, [0] * 20, improvement="decrease"), has_week=False)
    assert none.amount is None
    assert "no day of use" in none.why_no_amount


def test_a_flat_diary_has_no_error_and_says_so() -> None:
    fit = regression(pair([2] * 15, [2] * 15, improvement="decrease"), has_week=False)
    assert Caution.NOTHING_VARIES in fit.cautions
    assert fit["level change"].se is None


@pytest.mark.parametrize(("before", "after"), [([1], [2]), ([2], [3]), ([3, 3, 3], [1, 1, 1]), ([7], [13])])
def test_counts_that_a_model_meets_exactly_have_no_interval_of_no_width(before: list[int], after: list[int]) -> None:
    days = pair(before, after, improvement="decrease")
    for fit in (count_regression(days, has_week=False), hurdle(days, has_week=False).amount):
        assert fit is not None
        assert fit.natural is not None
        assert (fit.natural.low, fit.natural.high) == (None, None)
        assert {term.low for term in fit.terms} == {None}
        assert Caution.NOTHING_VARIES in fit.cautions


def test_the_flat_side_of_counts_has_no_error_of_its_own() -> None:
    fit = count_regression(pair([3] * 20, [0, 1, 2] * 7, improvement="decrease"), has_week=False)
    assert fit["level before"].se is None
    assert fit["level change"].se is not None
