"""What a condition answers about a week, and by which version of the plan."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vado.diary.facts import Amount
from vado.plans.conditions import AtMost, Condition, DaysWith, DaysWithout, NotAlone, OnlyBetween, Per
from vado.plans.facts import PlannedOccasion, UsePlan
from vado.plans.occasion_page import outcome_of
from vado.plans.rules_amounts import holdings_of
from vado.plans.rules_held import hold, weeks_begun
from vado.plans.rules_known import index_of, week_of
from vado.plans.rules_outcomes import Outcome
from vado.plans.rules_plans import contradictions, plan_on
from vado.plans.tests.diaries import (
    AS,
    CANT,
    DIFFERENT,
    MONDAY,
    PARTLY,
    cans,
    day,
    nothing,
    of_day,
    of_week,
    unsure,
    use,
)
from vado.record.facts import Fact
from vado.record.lived_day import Lived

T = "t"
TEN = AtMost(token=T, limit=10, unit="can", per=Per.WEEK)
FOUR_WITHOUT = DaysWithout(token=T, days=4)
THREE_WITH = DaysWith(token=T, days=3)
REST = nothing(1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("says", "condition", "written", "answer"),
    [
        ("a week that nobody wrote", TEN, [], CANT),
        ("a whole week within", TEN, [use(0, 10), *REST], AS),
        ("a whole week above", TEN, [use(0, 11), *REST], DIFFERENT),
        ("within, one day missing", TEN, [use(0, 2), *nothing(1, 2, 3, 4, 5)], CANT),
        ("what is written is above already", TEN, [use(0, 11)], DIFFERENT),
        ("an amount that is not known", TEN, [use(0, None), *REST], CANT),
        ("within, and I don't know what else", TEN, [use(0, 2), *unsure(0), *REST], CANT),
        ("four days without, three not written", FOUR_WITHOUT, nothing(0, 1, 2, 3), AS),
        ("three days without, four not written", FOUR_WITHOUT, nothing(0, 1, 2), CANT),
        ("four days with", FOUR_WITHOUT, [use(0), use(1), use(2), use(3), *nothing(4, 5, 6)], DIFFERENT),
        ("three days with, four without", THREE_WITH, [use(0), use(1), use(2), *nothing(3, 4, 5, 6)], AS),
        ("three days with, the others not written", THREE_WITH, [use(0), use(1), use(2)], CANT),
        ("four days with, the others not written", THREE_WITH, [use(0), use(1), use(2), use(3)], DIFFERENT),
        ("days are put together", AtMost(token=T, limit=2, unit="can"), [use(0, 2), use(1, 3), *REST[1:]], PARTLY),
        ("one day different, one missing", AtMost(token=T, limit=2, unit="can"), [use(0, 3), use(1, 1)], PARTLY),
        ("all different", AtMost(token=T, limit=2, unit="can"), [use(n, 3) for n in range(7)], DIFFERENT),
        ("different, or not known", AtMost(token=T, limit=2, unit="can"), [use(n, 3) for n in range(6)], CANT),
    ],
)
def test_a_week(says: str, condition: Condition, written: list[Fact], answer: Outcome) -> None:
    assert of_week(condition, written) is answer, says


@pytest.mark.parametrize(("begins_on", "first"), [(0, dt.date(2026, 11, 23)), (6, dt.date(2026, 11, 22))])
def test_weeks_begin_as_the_person_says(begins_on: int, first: dt.date) -> None:
    assert week_of(dt.date(2026, 11, 25), begins_on) == first


def test_a_week_begun_before_the_plan_is_not_held() -> None:
    assert weeks_begun(day(2), day(20), 0) == [day(7), day(14)]


def plan(version: int, from_on: dt.date, limit: float, *, is_resting: bool = False) -> UsePlan:
    return UsePlan(
        plan="p",
        version=version,
        from_on=from_on,
        is_resting=is_resting,
        substance="cider",
        substance_code="cider",
        conditions=(AtMost(token=T, limit=limit, unit="can"),),
    )


def test_each_day_is_held_against_the_plan_of_that_day() -> None:
    versions = [plan(1, day(0), 4), plan(2, day(3), 2)]
    written = index_of([use(0, 3), use(3, 3)])
    found = hold(versions, T, written, holdings_of((), ""), day(-2), day(6), 0)
    assert found is not None
    assert (found.days[day(0)], found.days[day(3)]) == (AS, DIFFERENT)
    assert day(-1) not in found.days
    assert not found.weeks


def test_a_resting_plan_is_held_against_nothing() -> None:
    versions = [plan(1, day(0), 4), plan(2, day(3), 4, is_resting=True)]
    found = hold(versions, T, index_of([use(4, 9)]), holdings_of((), ""), day(0), day(6), 0)
    assert found is not None
    assert max(found.days) == day(2)
    assert plan_on(versions, day(4)) is None


def test_a_condition_of_no_version_is_not_held() -> None:
    assert hold([plan(1, day(0), 4)], "other", index_of([]), holdings_of((), ""), day(0), day(6), 0) is None


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        (DaysWith(token="a", days=5, at_least=True), DaysWithout(token="b", days=3), True),
        (DaysWith(token="a", days=4, at_least=True), DaysWithout(token="b", days=3), False),
        (DaysWith(token="a", days=2), DaysWithout(token="b", days=3, at_most=True), True),
        (DaysWith(token="a", days=3, at_least=True), DaysWith(token="b", days=2), True),
        (AtMost(token="a", limit=0, unit="can"), DaysWith(token="b", days=1, at_least=True), True),
        (OnlyBetween(token="a", latest=dt.time(18)), OnlyBetween(token="b", earliest=dt.time(20)), True),
        (AtMost(token="a", limit=2, unit="can"), NotAlone(token="b"), False),
    ],
)
def test_conditions_that_cannot_both_be_kept_are_found(one: Condition, other: Condition, contradict: bool) -> None:
    assert bool(contradictions([one, other])) is contradict
    assert bool(contradictions([other, one])) is contradict


AMOUNTS = st.one_of(st.none(), st.integers(0, 6).map(float)).map(cans)
DAYS = st.lists(st.one_of(st.none(), st.lists(AMOUNTS, max_size=3)), min_size=7, max_size=7)
TWO, THREE_A_DAY = AtMost(token=T, limit=2, unit="can"), AtMost(token=T, limit=3, unit="can", per=Per.DAY)
CONDITIONS = st.sampled_from([TEN, FOUR_WITHOUT, THREE_WITH, TWO, THREE_A_DAY])


def written(days: list[list[Amount] | None]) -> list[Fact]:
    facts: list[Fact] = []
    for number, amounts in enumerate(days):
        if amounts is not None:
            facts += [use(number, amount) for amount in amounts] or nothing(number)
    return facts


@given(CONDITIONS, DAYS, DAYS)
def test_whatever_the_unknown_was_a_definite_answer_stays(
    condition: Condition, days: list[list[Amount] | None], truth: list[list[Amount] | None]
) -> None:
    """Unknown amounts and missing days are filled in at random: nothing but "can't tell" may change."""
    filled: list[list[Amount] | None] = []
    for amounts, other in zip(days, truth, strict=True):
        known = [one for one in other or [] if one.least is not None]
        filled.append(known if amounts is None else [one if one.least is not None else cans(2) for one in amounts])
    before = of_week(condition, written(days))
    assert before in (CANT, of_week(condition, written(filled)))


@given(st.lists(AMOUNTS, max_size=3))
def test_a_day_that_nobody_wrote_is_never_different(others: list[Amount]) -> None:
    facts: list[Fact] = [use(1, amount) for amount in others]
    assert of_day(AtMost(token=T, limit=2, unit="can"), facts, 0) is CANT


def test_a_monday_is_a_monday() -> None:
    assert MONDAY.weekday() == 0


def test_a_planned_range_is_kept_up_to_its_upper_end() -> None:
    planned = PlannedOccasion(when=Lived(on=day(0)), substance="cider", substance_code="cider", how_much=cans(2, 3))
    for drunk, outcome in ((3, AS), (4, DIFFERENT), (None, CANT)):
        assert outcome_of(planned, index_of([use(0, drunk)]), holdings_of((), "US")) is outcome
