"""Indices against the words of their papers, counted by hand: ties, zeros, one day, separation, both directions."""

import itertools
import math
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vado.evidence.effect_table import effects
from vado.evidence.nonoverlap import PandWay

Days = list[float]
ODD: list[tuple[Days, Days]] = [
    ([1, 1, 1], [1, 1, 1]), ([0, 0, 3], [0, 0]), ([5], [2]), ([5], [5]), ([5, 6], [1]), ([1, 2, 3, 4], [2, 2, 2, 9]),
    ([0, 0, 0], [0, 1]), ([2, 1, 3], [9, 8, 7]), ([-1, -2], [0, -3, -2]), ([3, 3, 3, 3], [3, 2]), ([0], [0, 0, 0]),
]  # fmt: skip
SIGNS = {"increase": 1, "decrease": -1}


def _nap(a: Days, b: Days) -> float:
    """Parker and Vannest 2009: each day before with each day after, a tie is one half."""
    return sum((y > x) + 0.5 * (y == x) for x in a for y in b) / (len(a) * len(b))


def _kept(a: Days, b: Days) -> int:
    """Parker, Hagan-Burke and Vannest 2007: the most days that can stay so that none overlap, by trying all."""
    best = 0
    for some, others in itertools.product(_subsets(a), _subsets(b)):
        if not some or not others or max(some) < min(others):
            best = max(best, len(some) + len(others))
    return best


def _subsets(days: Days) -> list[tuple[float, ...]]:
    return [some for size in range(len(days) + 1) for some in itertools.combinations(days, size)]


def _by_hand(a: Days, b: Days) -> dict[str, float]:
    whole, pairs = len(a) + len(b), len(a) * len(b)
    trend = sum((y > x) - (y < x) for x, y in itertools.combinations(a, 2))
    middle = statistics.median(a)
    found = {
        "NAP": _nap(a, b),
        "Tau": 2 * _nap(a, b) - 1,
        "PND": sum(y > max(a) for y in b) / len(b),
        "PEM": sum((y > middle) + 0.5 * (y == middle) for y in b) / len(b),
        "PAND": _kept(a, b) / whole,
        "IRD": 1 - (whole - _kept(a, b)) * whole / (2 * pairs),
        "Tau-U": (2 * _nap(a, b) - 1) - trend / pairs,
    }
    if len(a) > 2 and len(set(a)) > 1:
        shrunk = 1 - 3 / (4 * (len(a) - 1) - 1)
        found["SMD"] = shrunk * (statistics.mean(b) - statistics.mean(a)) / statistics.stdev(a)
    return found


FORMS = {"PAND": PandWay.MINIMUM.value, "Tau-U": "A vs. B - Trend A, parker", "SMD": "baseline SD, corrected"}


def _agrees(a: Days, b: Days, direction: str) -> None:
    table = effects(a, b, improvement=direction, scale="other", goal=1)
    sign = SIGNS[direction]
    for name, value in _by_hand([sign * x for x in a], [sign * y for y in b]).items():
        got = next(row for row in table if row.name == name and row.variant == FORMS.get(name, row.variant))
        assert got.estimate == pytest.approx(value, abs=1e-9), (name, got)
    for row in table:
        figures = [one for one in (row.estimate, row.se, row.low, row.high) if one is not None]
        assert all(map(math.isfinite, figures)), row
        assert (row.estimate is None) == (row.why_not is not None)
        assert row.low is None or row.high is None or row.low < row.high, row


def test_flat_phases_give_no_index_an_interval_of_no_width() -> None:
    for before, after in (([1.0] * 3, [0.0] * 8), ([0.0], [1.0] * 25), ([1e-6] * 2, [0.0] * 7), ([3e6], [0.0] * 50)):
        for row in effects(before, after, improvement="decrease", scale="count", goal=2):
            assert row.low is None or row.high is None or row.high - row.low > 1e-9 * abs(row.low), row


@pytest.mark.parametrize("direction", SIGNS)
@pytest.mark.parametrize(("before", "after"), ODD)
def test_odd_cases_are_those_counted_by_hand(before: Days, after: Days, direction: str) -> None:
    _agrees(before, after, direction)


@given(
    st.lists(st.integers(0, 4).map(float), min_size=1, max_size=5),
    st.lists(st.integers(0, 4).map(float), min_size=1, max_size=5),
    st.sampled_from(sorted(SIGNS)),
)
def test_short_days_with_many_ties_are_those_counted_by_hand(before: Days, after: Days, direction: str) -> None:
    _agrees(before, after, direction)


@given(
    st.lists(st.sampled_from([0.0, 0.5, 1.0, 0.25]), min_size=1, max_size=8),
    st.lists(st.sampled_from([0.0, 0.5, 1.0, 0.25]), min_size=1, max_size=8),
    st.sampled_from(sorted(SIGNS)),
)
def test_proportions_at_their_bounds_give_numbers_or_reasons(before: Days, after: Days, direction: str) -> None:
    for row in effects(before, after, improvement=direction, scale="proportion", goal=0.5):
        figures = [one for one in (row.estimate, row.se, row.low, row.high) if one is not None]
        assert all(map(math.isfinite, figures)), row
