"""Days between two phases keep their place: trends, weekdays, dependence and the map of missing days use true dates."""

import datetime as dt

import numpy as np
import pytest

from vado.evidence import Entry, Phase, diary, effects, missing_map, models_of, pair, regression
from vado.evidence.baseline_tau import baseline_corrected_tau
from vado.evidence.cautions import Caution
from vado.evidence.dual_criterion import beyond_trend
from vado.evidence.errors import OverlappingPhases, PhasesTurned
from vado.evidence.gradual import gradual_effect
from vado.evidence.missing import maps_together
from vado.evidence.pairs import Pair
from vado.evidence.terms import columns

MONDAY = dt.date(2026, 3, 2)
GAP = 10
BEFORE, AFTER = [1.0, 2, 3, 4, 5, 6, 7, 8], [20.0, 21, 22, 23, 24, 25]
STARTS = (MONDAY, MONDAY + dt.timedelta(days=len(BEFORE) + GAP))


def _apart() -> Pair:
    return pair(BEFORE, AFTER, improvement="increase", starts_on=STARTS)


def _closed() -> Pair:
    return pair(BEFORE, AFTER, improvement="increase")


def _on(at: int) -> dt.date:
    return MONDAY + dt.timedelta(days=at)


def test_a_diary_gives_its_pair_the_dates_and_refuses_phases_turned() -> None:
    at = [*range(8), *range(18, 24)]
    kept = diary(
        [Entry(_on(day), value) for day, value in zip(at, [*BEFORE, *AFTER], strict=True)],
        [Phase("A", _on(0), _on(7)), Phase("B", _on(18), _on(23))],
    )
    days = kept.pair("A", "B", improvement="increase")
    assert days == _apart()
    assert (days.between, days.after_at) == (GAP, [19, 20, 21, 22, 23, 24])
    with pytest.raises(PhasesTurned):
        kept.pair("B", "A", improvement="increase")
    with pytest.raises(OverlappingPhases):
        pair(BEFORE, AFTER, improvement="increase", starts_on=(MONDAY, _on(7)))


def test_a_trend_runs_on_through_the_days_between_the_phases() -> None:
    """The line of the days before, a day a unit, meets day 19 at 19: the days after lie one above it."""
    fit = regression(_apart(), has_week=False)
    assert fit["trend a day"].estimate == pytest.approx(1)
    assert fit["level change"].estimate == pytest.approx(1)
    assert regression(_closed(), has_week=False)["level change"].estimate == pytest.approx(11)
    assert baseline_corrected_tau(_apart()).estimate == 1
    assert beyond_trend(pair(BEFORE, [18.5] * 6, improvement="increase", starts_on=STARTS)).estimate == 0
    assert beyond_trend(pair(BEFORE, [18.5] * 6, improvement="increase")).estimate == 1


def test_a_change_that_builds_up_is_counted_from_the_first_day_after() -> None:
    before, after = [6, 6.2, 5.8, 6, 6.1, 5.9], [4, 3, 2.6, 2.2, 2.1, 2]
    apart = gradual_effect(pair(before, after, improvement="decrease", starts_on=(MONDAY, _on(30))))
    closed = gradual_effect(pair(before, after, improvement="decrease"))
    assert apart.estimate == pytest.approx(closed.estimate)
    assert apart.detail("omega") == pytest.approx(closed.detail("omega"))


def test_weekdays_are_those_of_the_calendar_on_both_sides_of_a_gap() -> None:
    """Saturdays and Sundays two more, 28 days from a Monday, then a gap of ten days: no week is moved by three."""

    def day(at: int, level: float) -> float:
        return level + 2 * (_on(at).weekday() >= 5)

    starts = (MONDAY, _on(38))
    days = pair([day(at, 3) for at in range(28)], [day(at, 1) for at in range(38, 66)], improvement="decrease",
                starts_on=starts)  # fmt: skip
    fit = regression(days, has_trend=False, has_slope=False)
    assert fit["weekday 1"].estimate == pytest.approx(-4 / 7)
    assert fit["weekday 6"].estimate == pytest.approx(2 - 4 / 7)
    assert fit["level change"].estimate == pytest.approx(-2)
    assert fit.spread == pytest.approx(0, abs=1e-9)
    late = pair(days.before_days, days.after_days, improvement="decrease", starts_on=(_on(2), _on(40)))
    assert columns(late, has_week=True).names[4:] == tuple(f"weekday {at}" for at in range(1, 7))
    assert np.array_equal(columns(late, has_week=True).x[5, 4:], [1, 0, 0, 0, 0, 0]), "day 6 from a Wednesday: a Monday"


def test_dependence_does_not_jump_over_the_days_between() -> None:
    """With a gap of 40 days the last day before says nothing of the first after; closed up it would."""
    rng = np.random.default_rng(3)
    noise = rng.normal(size=30).tolist()
    before, after = noise[:15], noise[15:]
    apart = pair(before, after, improvement="decrease", starts_on=(MONDAY, _on(55)))
    two = regression(apart, has_trend=False, has_slope=False, has_week=False, errors="AR(1)", lag1=0.6)
    closed = pair(before, after, improvement="decrease")
    one = regression(closed, has_trend=False, has_slope=False, has_week=False, errors="AR(1)", lag1=0.6)
    at = np.arange(15)
    weights = np.linalg.solve(0.6 ** np.abs(at[:, None] - at), np.ones(15))
    means = [float(weights @ side / weights.sum()) for side in (np.array(before), np.array(after))]
    mean = means[1] - means[0]
    assert two["level change"].estimate == pytest.approx(mean, abs=1e-6)
    assert one["level change"].estimate != pytest.approx(mean, abs=1e-3)


def test_missing_days_by_weekday_are_those_of_the_calendar() -> None:
    """A Monday missing before, and, ten days of gap later, another Monday missing after."""
    found = missing_map([None, *[1.0] * 6], [1.0] * 4 + [None, 1.0], starts_on=(MONDAY, _on(17)))
    assert found.is_dated
    assert found.by_weekday[0] == (2, 2)
    assert sum(missing for missing, _all in found.by_weekday[1:]) == 0
    assert not missing_map([None], [1]).is_dated
    assert maps_together([found, missing_map([None], [1])]).by_weekday == ()
    assert maps_together([found, found]).by_weekday[0] == (4, 4)
    assert pair([None, 1], [2, None], improvement="decrease", starts_on=(MONDAY, _on(9))).used.missing_at == (1, 11)


def test_every_index_and_model_says_the_same_days_whatever_lies_between() -> None:
    table = effects(BEFORE, AFTER, improvement="increase", scale="count", starts_on=STARTS)
    assert table.days.missing_at == ()
    assert table["NAP"].estimate == 1
    assert table["Tau-BC"].estimate == 1
    assert Caution.GAPS_CLOSED not in table["Tau-BC"].cautions
    assert all(one.fit or one.why_not for one in models_of(_apart(), "count"))
