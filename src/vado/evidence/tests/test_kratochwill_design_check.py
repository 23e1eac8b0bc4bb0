"""The design check after Kratochwill and others 2010, 2013: points a phase, attempts at different points in time."""

import datetime as dt

import numpy as np
import pytest

from vado.evidence.design_check import Finding, Runs, Standing, check_design, runs
from vado.evidence.designs import Alternation, Blocks, PhaseChanges
from vado.evidence.errors import EmptyPhase
from vado.evidence.pairs import Pair, pair
from vado.evidence.planning import draw_plan


def _days(before: int, after: int, on: dt.date | None = None) -> Pair:
    starts = None if on is None else (on - dt.timedelta(days=before), on)
    return pair([3] * before, [1] * after, improvement="decrease", starts_on=starts)


def _found(code: str, findings: tuple[Finding, ...]) -> Finding:
    return next(one for one in findings if one.code == code)


@pytest.mark.parametrize(
    ("before", "after", "standing"),
    [
        (5, 5, Standing.MEETS),
        (30, 5, Standing.MEETS),
        (4, 30, Standing.WITH_RESERVATIONS),
        (30, 3, Standing.WITH_RESERVATIONS),
        (2, 30, Standing.NOT_MET),
        (5, 1, Standing.NOT_MET),
    ],
)
def test_points_a_phase_have_three_standings_and_are_to_be_verified(
    before: int, after: int, standing: Standing
) -> None:
    found = _found("points-a-phase", check_design([_days(before, after)]))
    assert (found.standing, found.seen) == (standing, min(before, after))
    assert found.is_met is (standing is not Standing.NOT_MET)
    assert found.is_to_be_verified


def test_a_missing_day_is_no_point() -> None:
    days = pair([3, 3, None, 3, 3], [1] * 5, improvement="decrease")
    assert _found("points-a-phase", check_design([days])).standing is Standing.WITH_RESERVATIONS


def test_abab_of_one_person_is_three_attempts_and_aba_is_two() -> None:
    for word, attempts in (("AB", 1), ("ABA", 2), ("ABAB", 3)):
        labels = [int(letter == "B") for letter in word for _day in range(5)]
        found = check_design([runs(labels, [1.0] * len(labels))])
        assert _found("attempts", found).seen == attempts
        assert _found("attempts", found).is_met is (attempts == 3)
        assert _found("points-a-phase", found).standing is Standing.MEETS


def test_people_who_change_on_one_day_are_one_point_in_time() -> None:
    day = dt.date(2026, 3, 2)
    together = check_design([_days(10, 10, day) for _person in range(3)])
    assert (_found("attempts", together).seen, _found("attempts", together).is_met) == (1, False)
    apart = check_design([_days(10, 10, day + dt.timedelta(days=7 * at)) for at in range(3)])
    assert (_found("attempts", apart).seen, _found("attempts", apart).is_met) == (3, True)
    undated = check_design([_days(8 + at, 10) for at in range(3)])
    assert _found("attempts", undated).is_met


def test_alternating_days_count_the_points_of_each_condition() -> None:
    rng = np.random.default_rng(1)
    for design in (Alternation(12, 6), Blocks(4, 3)):
        plan = draw_plan(design, rng)
        labels = plan.arrangement[0]
        found = check_design([runs(labels, [1.0] * len(labels))], plan)
        assert _found("points-a-phase", found).seen == min(labels.count(0), labels.count(1))
        assert _found("randomised", found).is_met
    plan = draw_plan(PhaseChanges(40, 4), rng)
    found = check_design([runs(plan.arrangement[0], [1.0] * 40)], plan)
    assert _found("attempts", found).seen == 3


def test_what_the_data_cannot_say_is_left_to_a_person() -> None:
    found = check_design([_days(5, 5)])
    assert {one.code for one in found if one.is_met is None} == {"second-observer", "on-purpose"}
    assert check_design([Runs((5, 5), (6,))])[0] == found[0]
    with pytest.raises(EmptyPhase):
        runs([], [])
