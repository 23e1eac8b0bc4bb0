"""Missing days: where they are, what they could change, and that they are never taken for use."""

import pytest

from vado.evidence.missing import missing_map, missing_sensitivity

BEFORE = [1, 1, 1, 0] * 8
AFTER = [0, 0, None, 1] * 10


def test_the_map_counts_by_phase_weekday_and_third() -> None:
    found = missing_map(BEFORE, AFTER)
    assert found.by_phase == ((0, 32), (10, 40))
    assert sum(missing for missing, _ in found.by_weekday) == 10
    assert sum(days for _, days in found.by_weekday) == 72
    assert [sum(part[0] for part in side) for side in found.by_third] == [0, 10]


def test_worst_and_best_case_hold_the_truth_between_them() -> None:
    found = missing_sensitivity(BEFORE, AFTER, improvement="decrease", scale=7)
    assert found.worst is not None
    assert found.best is not None
    assert found.worst.difference is not None
    assert found.at_random.difference is not None
    assert found.best.difference is not None
    assert found.best.difference <= found.at_random.difference <= found.worst.difference


def test_at_the_tipping_point_the_interval_touches_no_change() -> None:
    found = missing_sensitivity(BEFORE, AFTER, improvement="decrease", scale=7)
    assert found.tipping is not None
    assert found.at_random.high is not None
    assert found.at_random.after is not None
    assert found.at_random.high + 0.25 * (found.tipping - found.at_random.after) == pytest.approx(0)
    assert found.can_turn


def test_few_missing_days_cannot_turn_a_large_change() -> None:
    found = missing_sensitivity([1] * 40, [0] * 39 + [None], improvement="decrease", scale=7)
    assert not found.can_turn
    assert found.tipping is None


def test_without_missing_days_there_is_nothing_to_turn() -> None:
    found = missing_sensitivity(BEFORE, BEFORE, improvement="decrease")
    assert (found.tipping, found.curve) == (None, ())


def test_amounts_have_no_bounds_but_a_tipping_point() -> None:
    found = missing_sensitivity([5, 6, 7, 4] * 8, [2, None, 1, 3] * 8, improvement="decrease")
    assert found.worst is None
    assert found.tipping is not None
    assert len(found.curve) == 21
    assert found.curve[0][1] < found.curve[-1][1]
