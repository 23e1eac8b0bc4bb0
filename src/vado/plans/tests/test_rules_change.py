"""Then and now: windows, what is counted, levels of the WHO, counts that grow."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vado.diary.facts import CheckIn, Step, Urge, UrgeEnding
from vado.plans.conditions import DaysWith
from vado.plans.facts import PlanSettings, RiskBasis, UnitHolds
from vado.plans.rules_amounts import holdings_of
from vado.plans.rules_change import Counted, Finding, course_of, findings, measures_of, plan_finding
from vado.plans.rules_growing import days_without, growing
from vado.plans.rules_held import HeldPlan
from vado.plans.rules_known import days_of, index_of
from vado.plans.rules_outcomes import Outcome
from vado.plans.rules_risk import RiskLevel, grams_by_day, level_of, levels_changed, mean_grams, risk_of
from vado.plans.rules_week import typical_week
from vado.plans.rules_windows import Window, baseline_of, first_baseline, now_window
from vado.plans.tests.diaries import day, held, nothing, use
from vado.record.facts import Fact
from vado.record.lived_day import Lived

MEN, WOMEN = RiskBasis.MEN, RiskBasis.WOMEN
THEN, NOW = Window(day(0), day(27)), Window(day(60), day(87))
NOBODY = holdings_of((), "")


@pytest.mark.parametrize(
    ("grams", "basis", "level"),
    [
        (0, MEN, RiskLevel.NONE),
        (0.1, MEN, RiskLevel.LOW),
        (40, MEN, RiskLevel.LOW),
        (40.5, MEN, RiskLevel.MEDIUM),
        (60, MEN, RiskLevel.MEDIUM),
        (60.01, MEN, RiskLevel.HIGH),
        (100, MEN, RiskLevel.HIGH),
        (100.9, MEN, RiskLevel.VERY_HIGH),
        (20, WOMEN, RiskLevel.LOW),
        (20.5, WOMEN, RiskLevel.MEDIUM),
        (40, WOMEN, RiskLevel.MEDIUM),
        (60, WOMEN, RiskLevel.HIGH),
        (60.1, WOMEN, RiskLevel.VERY_HIGH),
    ],
)
def test_levels_have_no_gap_between_whole_grams(grams: float, basis: RiskBasis, level: RiskLevel) -> None:
    assert level_of(grams, basis) is level


def test_four_fifths_of_the_days_are_needed() -> None:
    known = (30.0, 30.0)
    assert mean_grams([known] * 22 + [None] * 6) is None
    told = mean_grams([known] * 23 + [None] * 5)
    assert told is not None
    assert (told.mean, told.known, told.days) == (30, 23, 28)
    assert told.least < 30 == told.most  # unknown days: none at all, or like the heaviest


def test_dry_days_belong_to_the_mean_and_levels_are_compared_when_certain() -> None:
    before, after = mean_grams([(90.0, 90.0), (0.0, 0.0)]), mean_grams([(20.0, 20.0), (0.0, 0.0)])
    assert before is not None
    assert after is not None
    assert before.mean == 45
    assert levels_changed(risk_of(before, MEN), risk_of(after, MEN)) == 1
    assert levels_changed(risk_of(before, WOMEN), risk_of(after, WOMEN)) == 2
    unsure = mean_grams([(90.0, 90.0)] * 8 + [None, None])
    assert unsure is not None
    assert levels_changed(risk_of(unsure, MEN), risk_of(after, MEN)) is None or unsure.least > 60


def test_a_day_that_nobody_can_turn_into_grams_is_not_known() -> None:
    can = UnitHolds(unit="can", substance="cider", substance_code="cider", ml=440, percent=4.5)
    against = held([use(0, 2), *nothing(1), use(3, None)], holdings=holdings_of([can], ""))
    grams = grams_by_day(against, [day(0), day(1), day(2), day(3)])
    assert [pair and round(pair[0], 1) for pair in grams] == [31.2, 0.0, None, None]
    assert grams_by_day(held([use(0, 2)]), [day(0)]) == [None]


@pytest.mark.parametrize(("recorded", "last"), [(13, None), (14, 13), (28, 27), (90, 27)])
def test_the_beginning_is_14_to_28_recorded_days(recorded: int, last: int | None) -> None:
    found = first_baseline([day(number) for number in range(recorded)])
    assert found == (Window(day(0), day(last)) if last is not None else None)


def test_a_beginning_with_gaps_ends_after_eight_weeks() -> None:
    found = first_baseline([day(3 * number) for number in range(28)])
    assert found == Window(day(0), day(55))


def test_now_never_takes_a_day_of_then() -> None:
    daily = [day(number) for number in range(90)]
    assert now_window(Window(day(0), day(20)), daily, day(30)) == Window(day(21), day(29))
    assert now_window(Window(day(0), day(29)), daily, day(30)) is None
    assert now_window(Window(day(0), day(9)), daily, day(90)) == Window(day(62), day(89))


def test_now_reaches_back_where_little_was_written() -> None:
    thirds = [day(number) for number in range(0, 90, 3)]
    assert now_window(Window(day(0), day(9)), thirds, day(90)) == Window(day(48), day(89))
    assert now_window(Window(day(0), day(50)), thirds, day(90)) == Window(day(51), day(89))
    weekly = [day(number) for number in range(0, 200, 7)]
    assert now_window(Window(day(0), day(91)), weekly, day(200)) == Window(day(144), day(199))
    assert now_window(Window(day(0), day(9)), [], day(90)) == Window(day(62), day(89))


def test_the_person_may_pick_the_days() -> None:
    settings = PlanSettings(baseline_first=day(3), baseline_last=day(9))
    assert baseline_of(index_of([]), settings) == Window(day(3), day(9))


def diary(then: list[Fact], now: list[Fact]) -> list[Finding]:
    index = index_of([*then, *now])
    whole = Window(day(0), day(87))
    return findings(measures_of(index, NOBODY, whole, 0), THEN, NOW, whole, 0)


def one_of(found: list[Finding], counted: Counted) -> Finding:
    return next(finding for finding in found if finding.measure.counted is counted)


def test_fewer_days_are_told_with_their_doubt() -> None:
    then: list[Fact] = [use(n, 3) if n % 7 < 5 else nothing(n)[0] for n in range(28)]
    now: list[Fact] = [use(n, 3) if n % 7 < 2 else nothing(n)[0] for n in range(60, 88)]
    change = one_of(diary(then, now), Counted.DAYS).change
    assert (change.before, change.after) == (5, 2)
    assert change.low is not None
    assert change.low < -3 < change.high < 0  # type: ignore[operator]
    assert (change.n_before, change.missing_before) == (28, 0)


def test_missing_days_stay_missing_and_too_few_are_silent() -> None:
    found = diary([use(n, 3) for n in range(10)], [use(n, 3) for n in range(60, 88)])
    change = one_of(found, Counted.DAYS).change
    assert change.is_silent
    assert (change.n_before, change.missing_before) == (10, 18)


def test_replacing_one_by_another_is_seen() -> None:
    then: list[Fact] = [use(n, 2) for n in range(28)]
    now: list[Fact] = [use(n, 2, what="cannabis") for n in range(60, 88)]
    found = diary(then, now)
    by_about = {one.measure.about: one.change for one in found if one.measure.counted is Counted.DAYS}
    assert (by_about["cider"].before, by_about["cider"].after) == (7, 0)
    assert (by_about["cannabis"].before, by_about["cannabis"].after) == (0, 7)
    together = one_of(found, Counted.ANY_DAYS).change
    assert (together.before, together.after) == (7, 7)


def test_an_unknown_amount_is_not_zero() -> None:
    then: list[Fact] = [use(n, 4 if n % 2 else None) for n in range(28)]
    change = one_of(diary(then, [use(n, 4) for n in range(60, 88)]), Counted.AMOUNT_A_WEEK).change
    assert (change.before, change.n_before, change.missing_before) == (28, 14, 14)


def test_the_first_hour_goes_on_past_midnight() -> None:
    then: list[Fact] = [use(n, 1, "02:00") for n in range(28)]
    change = one_of(diary(then, [use(n, 1, "22:00") for n in range(60, 88)]), Counted.FIRST_HOUR).change
    assert (change.before, change.after) == (26 * 60, 22 * 60)


def test_urges_and_check_ins_are_counted_one_by_one() -> None:
    at = [Lived(on=day(n), at=dt.time(19)) for n in (*range(28), *range(60, 88))]
    facts: list[Fact] = [
        Urge(when=when, ending=UrgeEnding.USED if n < 28 else UrgeEnding.WAITED) for n, when in enumerate(at)
    ]
    facts += [CheckIn(when=when, sleep=3 if n < 28 else 6, own_items={"calm": 5}) for n, when in enumerate(at)]
    found = diary(facts, [])
    urges, sleep = one_of(found, Counted.URGES).change, one_of(found, Counted.CHECK_IN).change
    assert (urges.before, urges.after) == (0, 10)
    assert (sleep.before, sleep.after) == (3, 6)
    assert [one.measure.about for one in found if one.measure.counted is Counted.CHECK_IN] == ["sleep", "calm"]


def test_a_week_that_nobody_wrote_is_a_gap_in_the_course() -> None:
    found = diary([use(n, 1) for n in range(28)], [use(n, 1) for n in range(60, 88)])
    values = [point.value for point in one_of(found, Counted.DAYS).course]
    assert None in values
    assert values[0] == 7


@pytest.mark.parametrize("weekday", range(7))
def test_the_week_that_runs_says_nothing_whatever_the_weekday_of_asking(weekday: int) -> None:
    """On most weekdays the running week is known only if it is already different: it would speak when it is bad."""
    asked, last = DaysWith(token="c", days=3), day(90 + weekday)
    weeks = {day(number): Outcome.AS_PLANNED for number in range(0, 90 + weekday + 1, 7)}
    weeks[max(weeks)] = Outcome.DIFFERENT
    over = [on for on in weeks if on <= last - dt.timedelta(days=6)]
    now, whole = Window(last - dt.timedelta(days=27), last), Window(day(0), last)
    found = plan_finding(HeldPlan(asked, {}, weeks), "p.c", now, whole, 0)
    assert found is not None
    assert found.then == Window(day(0), day(27))
    assert found.change.n_after == 4
    assert found.measure.values[-1][0] == over[-1]
    assert found.change.after == (10.0 if over[-1] != max(weeks) else 7.5)


@pytest.mark.parametrize("weekday", range(7))
def test_the_largest_day_of_a_week_is_told_on_every_weekday(weekday: int) -> None:
    last = 90 + weekday
    facts = [use(number, 2) for number in range(last + 1)]
    now = Window(day(last - 27), day(last))
    whole = Window(day(0), now.last)
    found = findings(measures_of(index_of(facts), NOBODY, whole, 0), THEN, now, whole, 0)
    assert not one_of(found, Counted.HEAVIEST).change.is_silent


def test_more_than_a_year_is_drawn_in_four_weeks() -> None:
    measure = measures_of(index_of([use(0, 1)]), NOBODY, Window(day(0), day(1824)), 0)[0]
    assert len(course_of(measure, Window(day(0), day(1824)), 0)) == 66


def test_a_typical_week_is_ones_own_and_names_no_amount() -> None:
    facts: list[Fact] = [use(-7 * back, 4) for back in range(1, 9)]
    facts += [one for back in range(1, 9) for one in nothing(1 - 7 * back)]
    week = typical_week(index_of(facts), day(0))
    assert week[0].words == ("cider",)
    assert week[1].is_without
    assert not week[2].words
    assert not week[2].is_without


@given(st.lists(st.integers(1, 30), unique=True, max_size=20), st.integers(31, 60))
def test_the_count_of_days_without_never_falls(dry: list[int], later: int) -> None:
    before = days_without(days_of(index_of(nothing(*dry)), "cider", "cider"), day(60))
    after = days_without(days_of(index_of([*nothing(*dry), use(later, 9)]), "cider", "cider"), day(60))
    assert after >= before == len(dry)


@given(st.lists(st.integers(0, 60), max_size=30), st.integers(0, 60))
def test_writing_more_makes_no_count_smaller(days: list[int], another: int) -> None:
    steps = [Step(when=Lived(on=day(0)), words="a step")]
    before = growing(index_of([use(n, 1) for n in days]), steps)
    after = growing(index_of([use(n, 1) for n in (*days, another)]), steps)
    assert after.days_written >= before.days_written
    assert (after.steps, after.urges_met) == (1, 0)
