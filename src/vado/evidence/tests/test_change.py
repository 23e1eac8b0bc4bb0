"""The mean after less the mean before: silence, honest width, and every degenerate diary."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vado.evidence.cautions import Caution
from vado.evidence.change import Change, change_in_mean, score_limits
from vado.evidence.errors import BadLevel, NotANumber, NotFinite

DAYS = st.lists(st.one_of(st.none(), st.integers(0, 12)), min_size=20, max_size=50)
FIVE_DAYS_A_WEEK = [1, 1, 0, 1, 1, 1, 0] * 4
TWO_DAYS_A_WEEK = [0, 1, 0, 0, 1, 0, 0] * 4


def test_days_a_week_come_in_days_a_week() -> None:
    change = change_in_mean(FIVE_DAYS_A_WEEK, TWO_DAYS_A_WEEK, scale=7)
    assert (change.before, change.after, change.difference) == (5, 2, -3)
    assert change.low is not None
    assert change.high is not None
    assert -7 < change.low < -3 < change.high < 0
    assert not change.could_be_none


@pytest.mark.parametrize(
    ("before", "after"), [([], []), ([1], [0]), ([None] * 40, [1] * 40), ([1] * 13, [0] * 40), ([1], [])]
)
def test_too_few_known_days_are_met_with_silence(before: list[int | None], after: list[int | None]) -> None:
    change = change_in_mean(before, after)
    assert change.is_silent
    assert change.why_silent is Caution.TOO_FEW_DAYS
    assert change.before is change.after is change.low is change.high is None
    assert change.n_before + change.missing_before == len(before)


def test_a_lower_minimum_may_be_asked_for_and_one_day_still_has_no_false_precision() -> None:
    change = change_in_mean([1], [0], smallest=1)
    assert change.difference == -1
    assert change.high is not None
    assert change.high > 0


def test_full_separation_of_yes_and_no_keeps_a_width() -> None:
    change = change_in_mean([1] * 30, [0] * 30)
    assert change.low == -1
    assert change.high == pytest.approx(-0.840, abs=0.001)
    assert Caution.NOTHING_VARIES in change.cautions
    assert Caution.DEPENDENCE_UNKNOWN in change.cautions


def test_no_use_on_either_side_is_no_change_with_a_width() -> None:
    change = change_in_mean([0] * 30, [0] * 30)
    assert change.difference == 0
    assert change.low == pytest.approx(-score_limits(0, 30, 1.959963984540054)[1])
    assert change.could_be_none


def test_amounts_that_never_vary_have_no_interval() -> None:
    change = change_in_mean([4.5] * 20, [4.5] * 20)
    assert (change.difference, change.low, change.high) == (0, None, None)
    assert change.cautions[0] is Caution.NOTHING_VARIES
    assert change.could_be_none


def test_amounts_of_which_one_side_never_varies_keep_a_width() -> None:
    change = change_in_mean([3, 5, 4, 6, 2] * 6, [0] * 30)
    assert Caution.ONE_SIDE_FLAT in change.cautions
    assert change.low is not None
    assert change.high is not None
    assert change.low < -4 < change.high


def test_a_missing_day_is_neither_zero_nor_used() -> None:
    whole, gaps = change_in_mean([2, 4] * 20, [1, 3] * 20), change_in_mean([2, 4, None] * 20, [1, 3] * 20)
    assert gaps.before == whole.before
    assert (gaps.missing_before, gaps.missing_after) == (20, 0)
    assert Caution.MISSING_DIFFERS in gaps.cautions


def test_a_weekly_cycle_is_not_taken_for_dependence() -> None:
    weekend = [0, 0, 0, 0, 6, 8, 5]
    week = change_in_mean(weekend * 5, weekend * 5)
    shuffled = weekend * 5
    random.Random(3).shuffle(shuffled)  # noqa: S311
    loose = change_in_mean(shuffled, shuffled)
    assert week.high is not None
    assert loose.high is not None
    assert week.high <= loose.high * 1.01


def test_days_that_come_in_runs_widen_the_interval_and_say_so() -> None:
    runs = ([1] * 12 + [0] * 12) * 2
    loose = [1, 0] * 24
    running, alternating = change_in_mean(runs, runs), change_in_mean(loose, loose)
    assert running.high is not None
    assert alternating.high is not None
    assert running.high > 1.3 * alternating.high
    assert Caution.DAYS_HANG_TOGETHER in running.cautions
    assert running.lag1 is not None
    assert running.lag1_plain is not None
    assert running.lag1 > running.lag1_plain > 0.5


@pytest.mark.parametrize(("lag1", "at_least"), [(0.0, 0.94), (0.2, 0.93), (0.4, 0.90), (0.6, 0.85)])
def test_the_interval_covers_no_change_also_when_days_depend(lag1: float, at_least: float) -> None:
    chance = random.Random(11)  # noqa: S311
    covered = [_covers(_null_series(chance, lag1, 60)) for _diary in range(250)]
    assert sum(covered) / len(covered) >= at_least


def _covers(series: list[float]) -> bool:
    return change_in_mean(series[:30], series[30:]).could_be_none


def _null_series(chance: random.Random, lag1: float, n: int) -> list[float]:
    series = [chance.gauss(0, 1)]
    while len(series) < n:
        series.append(lag1 * series[-1] + math.sqrt(1 - lag1**2) * chance.gauss(0, 1))
    return series


@pytest.mark.parametrize(
    ("value", "error"), [("three", NotANumber), (math.inf, NotFinite), (10**300, NotFinite), (10**400, NotFinite)]
)
def test_what_is_no_number_of_a_day_is_refused_with_its_place(value: object, error: type[Exception]) -> None:
    with pytest.raises(error, match="Day 2 "):
        change_in_mean([1, value], [0, 1])  # type: ignore[list-item]


@pytest.mark.parametrize("level", [0, 1, 95, -0.1, math.nan])
def test_a_level_lies_between_zero_and_one(level: float) -> None:
    with pytest.raises(BadLevel):
        change_in_mean([0, 1], [1, 0], level=level)


@given(DAYS, DAYS)
def test_the_estimate_always_lies_within_its_interval(before: list[int | None], after: list[int | None]) -> None:
    change = change_in_mean(before, after, smallest=2)
    if change.difference is not None and change.low is not None and change.high is not None:
        assert change.low <= change.difference <= change.high


@given(DAYS, DAYS)
def test_changing_places_turns_the_sign(before: list[int | None], after: list[int | None]) -> None:
    there, back = change_in_mean(before, after, smallest=2), change_in_mean(after, before, smallest=2)
    assert _close(there.difference, back.difference, -1)
    assert _close(there.low, back.high, -1)


@given(DAYS, DAYS, st.floats(0.01, 1000))
def test_the_scale_multiplies_everything(before: list[int | None], after: list[int | None], scale: float) -> None:
    plain, scaled = change_in_mean(before, after, smallest=2), change_in_mean(before, after, smallest=2, scale=scale)
    assert all(_close(a, b, scale) for a, b in zip(_figures(scaled), _figures(plain), strict=True))


@given(DAYS, DAYS)
def test_a_higher_level_is_never_narrower(before: list[int | None], after: list[int | None]) -> None:
    usual = change_in_mean(before, after, smallest=2)
    higher = change_in_mean(before, after, smallest=2, level=0.99)
    if usual.low is not None and higher.low is not None:
        assert higher.low <= usual.low


def _figures(change: Change) -> tuple[float | None, ...]:
    return change.before, change.after, change.difference, change.low, change.high


def _close(found: float | None, expected: float | None, factor: float) -> bool:
    if found is None or expected is None:
        return found is expected
    return math.isclose(found, expected * factor, rel_tol=1e-9, abs_tol=1e-9)
