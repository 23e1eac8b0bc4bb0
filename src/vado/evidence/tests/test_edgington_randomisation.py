"""Randomisation tests (Edgington 1975; Onghena 1992): exact, sampled, inverted, marked."""

import itertools
import math

import numpy as np
import pytest

from vado.evidence.cautions import Caution
from vado.evidence.designs import Alternation, Blocks, Design, PhaseChanges, StaggeredStarts, StartPoints, started
from vado.evidence.errors import BadDesign
from vado.evidence.planning import Plan, days_needed, draw_plan, followed
from vado.evidence.randomisation import arrangements_of, randomisation_test
from vado.evidence.statistics_of_arrangements import Statistic, of_labels, of_starts

DESIGNS: tuple[Design, ...] = (
    StartPoints.of(14, at_least=4),
    StartPoints.of(10, 11, at_least=3),
    StaggeredStarts((12, 12, 12), (4, 6, 8)),
    Alternation(8, 4),
    Alternation(8, 4, longest_run=2),
    Blocks(4, 2),
    PhaseChanges(16, at_least=3),
)


def _days(design: Design, seed: int = 3) -> list[list[float | None]]:
    rng = np.random.default_rng(seed)
    cases: list[list[float | None]] = [rng.poisson(4, n).astype(float).tolist() for n in design.lengths]
    cases[0][2] = None
    return cases


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: type(design).__name__)
def test_counts_lists_and_draws_agree(design: Design) -> None:
    listed = list(design.arrangements())
    assert len(listed) == len(set(listed)) == design.count
    rng = np.random.default_rng(1)
    drawn = {design.draw(rng) for _draw in range(40 * design.count)}
    assert drawn == set(listed)
    assert all(design.has(one) for one in listed)
    assert not design.has(tuple((0,) * n for n in design.lengths))


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: type(design).__name__)
@pytest.mark.parametrize("statistic", list(Statistic))
def test_p_is_the_share_of_arrangements_at_least_as_extreme(design: Design, statistic: Statistic) -> None:
    cases = _days(design)
    plan = Plan(design, next(iter(design.arrangements())), was_drawn=True)
    series = [np.array(case, dtype=float) for case in cases]
    found = [
        np.mean([of_labels(one, labels, statistic) for one, labels in zip(series, arrangement, strict=True)])
        for arrangement in design.arrangements()
    ]
    test = randomisation_test(cases, plan, improvement="increase", statistic=statistic, inverts=False)
    assert test.p == sum(value >= found[0] - 1e-9 for value in found) / len(found)
    assert test.is_exact
    assert test.missing == 1


def test_tables_of_starts_are_those_of_single_labels() -> None:
    values = np.array([3, 1, np.nan, 4, 1, 5, 9, 2, 6, 5, np.nan, 5])
    for statistic in Statistic:
        table = of_starts(values, range(2, 13), statistic)
        single = [of_labels(values, started(12, first), statistic) for first in range(2, 13)]
        assert np.allclose(table, single)


def test_a_sampled_p_is_never_zero_and_counts_the_observed_in() -> None:
    """Trap 13."""
    design = StartPoints.of(*[40] * 4, at_least=5)
    plan = Plan(design, tuple(started(40, first) for first in (10, 16, 22, 28)), was_drawn=True)
    cases = [[9.0] * (first - 1) + [0.0] * (41 - first) for first in (10, 16, 22, 28)]
    test = randomisation_test(cases, plan, improvement="decrease", rng=np.random.default_rng(5), inverts=False)
    assert not test.is_exact
    assert test.p >= 1 / 10_001
    assert Caution.SAMPLED in test.cautions
    again = randomisation_test(cases, plan, improvement="decrease", rng=np.random.default_rng(5), inverts=False)
    assert again == test
    with pytest.raises(BadDesign):
        randomisation_test(cases, plan, improvement="decrease")


def test_inversion_finds_a_shift_and_its_interval() -> None:
    rng = np.random.default_rng(8)
    design = StartPoints.of(60, at_least=8)
    plan = draw_plan(design, rng)
    marks = np.array(plan.arrangement[0])
    days = rng.normal(6, 1, 60) - 3 * marks
    test = randomisation_test([days.tolist()], plan, improvement="decrease")
    assert test.low is not None
    assert test.high is not None
    assert test.low < -3 < test.high < 0
    assert test.low < test.estimate < test.high


def test_too_few_arrangements_have_no_interval_and_say_so() -> None:
    design = StartPoints.of(12, at_least=4)
    plan = Plan(design, (started(12, 7),), was_drawn=True)
    test = randomisation_test([[5, 6, 5, 7, 6, 5, 2, 1, 2, 3, 1, 2]], plan, improvement="decrease")
    assert test.smallest_p == 0.2
    assert test.low is None
    assert Caution.FEW_ARRANGEMENTS in test.cautions


@pytest.mark.parametrize("lag1", [0.0, 0.6])
def test_the_level_holds_whatever_the_serial_dependence(lag1: float) -> None:
    rng = np.random.default_rng(17)
    design = StartPoints.of(60, at_least=10)
    rejected = 0
    for _series in range(400):
        noise = rng.normal(size=60)
        for at in range(1, 60):
            noise[at] = lag1 * noise[at - 1] + math.sqrt(1 - lag1**2) * noise[at]
        test = randomisation_test([noise.tolist()], draw_plan(design, rng), improvement="increase", inverts=False)
        rejected += test.p <= 0.05
    assert rejected / 400 <= 0.07


def test_what_was_not_drawn_or_was_changed_is_marked() -> None:
    """Trap 13: a design that was never randomised is marked."""
    design = StartPoints.of(20, at_least=5)
    seen = followed(design, (started(20, 9),))
    assert seen.cautions == (Caution.NOT_RANDOMISED,)
    plan = draw_plan(design, np.random.default_rng(2), seed=2)
    changed = plan.changed((started(20, 12),), "illness")
    assert Caution.PLAN_CHANGED in changed.cautions
    assert changed.changes[0].earlier == plan.arrangement
    test = randomisation_test([[float(day % 3) for day in range(20)]], changed, improvement="decrease", inverts=False)
    assert {Caution.NOT_RANDOMISED, Caution.PLAN_CHANGED} <= set(test.cautions)
    with pytest.raises(BadDesign):
        followed(design, (started(20, 2),))


def test_the_planner_says_beforehand_what_can_be_reached() -> None:
    assert days_needed(0.05, 7) == 33
    assert StartPoints.of(33, at_least=7).smallest_p == 0.05
    assert PhaseChanges(16, at_least=3).count == len(list(itertools.combinations(range(7), 3)))


@pytest.mark.parametrize(
    "make",
    [
        lambda: StartPoints((10,), ((1, 5),)),
        lambda: StartPoints.of(5, at_least=4),
        lambda: StaggeredStarts((9, 9), (4, 4)),
        lambda: Alternation(6, 6),
        lambda: Alternation(10, 9, longest_run=1),
        lambda: Blocks(0),
        lambda: PhaseChanges(8, at_least=3),
        lambda: days_needed(0, 3),
    ],
)
def test_a_design_with_nothing_to_draw_is_refused(make: object) -> None:
    with pytest.raises(BadDesign):
        make()  # type: ignore[operator]


def test_the_whole_distribution_can_be_looked_at() -> None:
    plan = Plan(StartPoints.of(12, at_least=4), (started(12, 7),), was_drawn=True)
    observed, found = arrangements_of([[1.0] * 12], plan, Statistic.MEAN)
    assert observed == 0
    assert len(found) == 5
