"""A plan held against a diary: for an occasion, a lived day, a week, each by the version that held then."""

import datetime as dt
import functools
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from math import inf

import msgspec

from vado.diary.facts import Use
from vado.plans.conditions import AtMost, Condition, DaysWith, DaysWithout, is_of_a_week
from vado.plans.facts import UsePlan
from vado.plans.rules_amounts import Holdings
from vado.plans.rules_conditions import NOT_KNOWN, Held, judge_of
from vado.plans.rules_known import DiaryIndex, days_between, days_of, week_of
from vado.plans.rules_outcomes import CANT_TELL, WHOLE, Outcome, at_least, at_most, together
from vado.plans.rules_plans import condition_of, stretches
from vado.plans.rules_rows import occasions_of

WEEK = 7
NOTHING = (0.0, 0.0)
Week = Callable[[Sequence[dt.date]], int]  # the answer about seven days, as a bit
Bound = Callable[[tuple[float, float], float], int]


class HeldPlan(msgspec.Struct, frozen=True):
    """One condition held: an answer for each day, or for each week by its first day."""

    condition: Condition
    days: Mapping[dt.date, Outcome]
    weeks: Mapping[dt.date, Outcome]

    @property
    def answers(self) -> Mapping[dt.date, Outcome]:
        """What is marked: weeks for a condition on a week, else days. Never both."""
        return self.weeks if is_of_a_week(self.condition) else self.days

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How often each answer was given."""
        return Counter(self.answers.values())


def hold_days(condition: Condition, held: Held, days: Mapping[dt.date, Outcome]) -> dict[dt.date, Outcome]:
    """An answer for each of the `blank_answers`: those with use are asked of the condition's judge."""
    if is_of_a_week(condition):
        return dict.fromkeys(days, Outcome.CANT_TELL)  # a day alone says nothing of a week
    rows = held.rows_on(days)
    answers = dict(days)
    answers.update(zip(rows.on, map(WHOLE.__getitem__, judge_of(condition, held)(rows)), strict=True))
    return answers


def blank_answers(held: Held, days: Iterable[dt.date]) -> dict[dt.date, Outcome]:
    """Before any condition is asked: a day without use is as planned, a day that nobody wrote cannot be told."""
    none_on, planned, unknown = held.days.none_on, Outcome.AS_PLANNED, Outcome.CANT_TELL
    return {on: planned if on in none_on else unknown for on in days}


def hold_occasions(condition: Condition, held: Held, on: dt.date) -> list[tuple[Sequence[Use], Outcome]]:
    """An answer for each occasion of a day, with its entries."""
    occasions, _days = occasions_of(held.rows_on([on]))
    is_asked = not is_of_a_week(condition)
    answers = judge_of(condition, held)(occasions) if is_asked else [CANT_TELL] * len(occasions.on)
    groups = map(occasions.uses.__getitem__, occasions.slices)
    return [(uses, WHOLE[bits]) for uses, bits in zip(groups, answers, strict=True)]


def hold_week(condition: Condition, held: Held, first: dt.date) -> Outcome:
    """The answer for the seven days from that one on."""
    return hold_weeks(condition, held, [first])[first]


def hold_weeks(condition: Condition, held: Held, weeks: Iterable[dt.date]) -> dict[dt.date, Outcome]:
    """An answer for each week, by its first day."""
    if not is_of_a_week(condition):
        return {
            week: together(hold_days(condition, held, blank_answers(held, _days_of_week(week))).values())
            for week in weeks
        }
    answer = _OF_A_WEEK[type(condition)](condition, held)
    return {week: WHOLE[answer(_days_of_week(week))] for week in weeks}


@functools.lru_cache(maxsize=1024)
def _days_of_week(first: dt.date) -> Sequence[dt.date]:
    number = first.toordinal()
    return [dt.date.fromordinal(number + step) for step in range(WEEK)]


def _amount_of_week(condition: AtMost, held: Held) -> Week:
    sizes, unsure_on = held.sizes(condition.unit), held.days.unsure_on
    known = {on: (size[0], inf) if on in unsure_on else size for on, size in sizes.items()}
    known |= dict.fromkeys(held.days.none_on, NOTHING)

    def answer(days: Sequence[dt.date]) -> int:
        least, most = map(sum, zip(*[known.get(on, NOT_KNOWN) for on in days], strict=True))
        return at_most((least, most), condition.limit)

    return answer


def _days_with(condition: DaysWith, held: Held) -> Week:
    bound = at_least if condition.at_least else at_most
    return _counted(held.days.uses, held.days.none_on, bound, condition.days)


def _days_without(condition: DaysWithout, held: Held) -> Week:
    bound = at_most if condition.at_most else at_least
    return _counted(held.days.none_on, held.days.uses, bound, condition.days)


def _counted(wanted: Container[dt.date], other: Container[dt.date], bound: Bound, limit: int) -> Week:
    """How many days it was at least, and at most if every unknown day was one of them."""
    is_wanted, is_other = wanted.__contains__, other.__contains__

    def answer(days: Sequence[dt.date]) -> int:
        return bound((sum(map(is_wanted, days)), WEEK - sum(map(is_other, days))), limit)

    return answer


_OF_A_WEEK: dict[type, Callable[..., Week]] = {
    AtMost: _amount_of_week,
    DaysWith: _days_with,
    DaysWithout: _days_without,
}


def hold(
    versions: Sequence[UsePlan],
    token: str,
    index: DiaryIndex,
    holdings: Holdings,
    first: dt.date,
    last: dt.date,
    week_begins_on: int,
) -> HeldPlan | None:
    """One condition of a plan held against the days between, each by the plan of that day; None if it is in none.

    A week belongs to the version that held on its first day [D]; a week begun before the plan is not held.
    """
    parts = [
        (condition, stretch)
        for stretch in stretches(versions, first, last)
        if (condition := condition_of(stretch.plan, token)) is not None
    ]
    if not parts:
        return None
    days: dict[dt.date, Outcome] = {}
    weeks: dict[dt.date, Outcome] = {}
    for condition, stretch in parts:
        substance = days_of(index, stretch.plan.substance_code, stretch.plan.substance)
        held = Held(substance, holdings)
        if is_of_a_week(condition):
            weeks |= hold_weeks(condition, held, weeks_begun(stretch.first, stretch.last, week_begins_on))
        else:
            days |= hold_days(condition, held, blank_answers(held, days_between(stretch.first, stretch.last)))
    return HeldPlan(parts[-1][0], days, weeks)


def weeks_begun(first: dt.date, last: dt.date, begins_on: int) -> list[dt.date]:
    """The first days of the weeks that begin between two days."""
    begins = week_of(first, begins_on)
    begins = begins if begins >= first else begins + dt.timedelta(days=WEEK)
    return [dt.date.fromordinal(day) for day in range(begins.toordinal(), last.toordinal() + 1, WEEK)]


def hold_plan(plan: UsePlan, index: DiaryIndex, holdings: Holdings, first: dt.date, last: dt.date) -> list[HeldPlan]:
    """Every condition of one version, each by itself: several are never merged into one mark."""
    held = Held(days_of(index, plan.substance_code, plan.substance), holdings)
    days = blank_answers(held, days_between(first, last))
    weeks = weeks_begun(first, last, first.weekday())
    return [
        HeldPlan(one, {}, hold_weeks(one, held, weeks))
        if is_of_a_week(one)
        else HeldPlan(one, hold_days(one, held, days), {})
        for one in plan.conditions
    ]
