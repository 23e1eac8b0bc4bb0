"""Shift, scale, reversal, ties, order and missing days: what each index keeps."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vado.evidence.effect import Effect
from vado.evidence.effect_table import effects, under_dependence, variance_inflation
from vado.evidence.nonoverlap import nap, pand, pem, pnd, tau
from vado.evidence.pairs import Pair, pair
from vado.evidence.tau_u import Part, tau_u

DAY = st.one_of(st.none(), st.integers(0, 9))
PHASE = st.lists(DAY, min_size=3, max_size=25).filter(lambda days: sum(day is not None for day in days) > 2)
Days = list[int | None]
POWER_OF_TWO = st.integers(-4, 6).map(lambda exponent: 2.0**exponent)  # exact: rounding would make or break a tie


def _pair(before: Days, after: Days, improvement: str = "decrease") -> Pair:
    return pair(before, after, improvement=improvement)


def _same(one: Effect, other: Effect) -> bool:
    values = ((one.estimate, other.estimate), (one.se, other.se), (one.low, other.low), (one.high, other.high))
    return all(a is b if a is None or b is None else math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9) for a, b in values)


@given(PHASE, PHASE, st.integers(1, 5), POWER_OF_TWO)
def test_indices_of_order_know_neither_shift_nor_scale(before: Days, after: Days, shift: int, scale: float) -> None:
    moved = [[None if day is None else (day + shift) * scale for day in days] for days in (before, after)]
    there, here = pair(moved[0], moved[1], improvement="decrease"), _pair(before, after)
    assert all(_same(index(there), index(here)) for index in (nap, tau, pnd, pem, pand, tau_u))


@given(PHASE, PHASE)
def test_turning_the_direction_turns_nap_and_tau(before: Days, after: Days) -> None:
    up, down = nap(_pair(before, after, "increase")), nap(_pair(before, after))
    assert up.estimate == pytest.approx(1 - (down.estimate or 0))
    assert up.low == pytest.approx(1 - (down.high or 0))
    assert tau(_pair(before, after)).estimate == pytest.approx(-(tau(_pair(before, after, "increase")).estimate or 0))


@given(PHASE, PHASE, st.randoms(use_true_random=False))
def test_the_order_within_a_phase_matters_to_trends_only(before: Days, after: Days, chance: object) -> None:
    shuffled = list(before)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert _same(nap(_pair(before, after)), nap(_pair(shuffled, after)))
    one, other = (tau_u(_pair(days, after), part=Part.PHASES) for days in (before, shuffled))
    assert one.estimate == pytest.approx(other.estimate)


@given(PHASE, PHASE)
def test_missing_days_at_the_end_change_only_the_count(before: Days, after: Days) -> None:
    whole = effects(before, after, improvement="decrease", scale="count", goal=1)
    longer = effects(before, [*after, None, None], improvement="decrease", scale="count", goal=1)
    assert all(_same(one, other) for one, other in zip(whole, longer, strict=True))
    assert longer.days.missing_after == whole.days.missing_after + 2


@given(PHASE, PHASE)
def test_every_estimate_lies_in_its_interval_and_every_lack_has_its_reason(before: Days, after: Days) -> None:
    for row in effects(before, after, improvement="decrease", scale="count", goal=1):
        if row.estimate is None:
            assert row.why_not is not None
        elif row.low is not None and row.high is not None:
            assert row.low - 1e-9 <= row.estimate <= row.high + 1e-9


@given(PHASE, PHASE)
def test_more_dependence_never_narrows(before: Days, after: Days) -> None:
    for row in effects(before, after, improvement="decrease", scale="count", goal=1).estimated:
        widths = [e.high - e.low for e in under_dependence(row) if e.high is not None and e.low is not None]
        assert all(a <= b + 1e-12 for a, b in itertools.pairwise(widths))


def test_ties_count_one_half() -> None:
    assert nap(_pair([1, 2, 3], [1, 2, 3])).estimate == 0.5
    assert pem(_pair([2, 2, 2], [2, 2, 2])).estimate == 0.5
    assert pnd(_pair([2, 2, 2], [2, 2, 2])).estimate == 0


def test_the_inflation_of_a_mean_is_that_of_the_sum_of_correlations() -> None:
    n, rho = 12, 0.4
    exact = sum(rho ** abs(i - j) for i in range(n) for j in range(n)) / n
    assert variance_inflation(rho, n) == pytest.approx(exact)
