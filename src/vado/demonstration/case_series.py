"""The ten people as a case series: the days before their first plan, and those under the plan as it stands today.

Nothing was drawn, and nobody chose the days after having looked at them: the dates are those of the plans.
"""

import datetime as dt
from dataclasses import dataclass

from vado.demonstration.plans import DAYS_A_MONTH, Told, plans_told
from vado.demonstration.rules import diary_of
from vado.demonstration.stories import Story, stories
from vado.plans.facts import Aim, GoalStatus
from vado.plans.rules_known import DayKnown, days_between, days_of, index_of

LONGEST_PHASE = 84  # twelve weeks on each side [D]
STAYED_DAYS = 28  # something is known of the last four weeks [D]
VALUES = {DayKnown.USED: 1.0, DayKnown.NONE: 0.0, DayKnown.UNKNOWN: None}


@dataclass(frozen=True)
class Case:
    """One of the ten: used or not on each day before and after, None where it is not known."""

    name: str
    aim: Aim
    substance: str
    before: tuple[float | None, ...]
    after: tuple[float | None, ...]
    starts_on: tuple[dt.date, dt.date]
    has_started: bool
    has_stayed: bool
    is_goal_reached: bool


def cases(last_day: dt.date, seed: int) -> tuple[Case, ...]:
    """All ten; a plan of own sentences alone names no day from which something may be counted, and begins no phase."""
    told = plans_told()
    return tuple(_case(story, told[story.code], last_day, seed) for story in stories())


def _case(story: Story, told: Told, last_day: dt.date, seed: int) -> Case:
    goal = told.goals[0]
    plan = next((each for each in told.plans if any(one.conditions for one in each.versions)), None)
    about = plan or goal
    first = last_day - dt.timedelta(days=story.months * DAYS_A_MONTH - 1)
    begins, holds = (plan.versions[0].day, plan.versions[-1].day) if plan else (story.months * DAYS_A_MONTH,) * 2
    known = days_of(index_of(diary_of(story, last_day, seed)), about.substance_code, about.substance)

    def phase(since: int, until: int) -> tuple[float | None, ...]:
        ends = min(first + dt.timedelta(days=until - 1), last_day)
        return tuple(VALUES[known.known(on)] for on in days_between(first + dt.timedelta(days=since), ends))

    earliest = max(begins - LONGEST_PHASE, 0)
    before, after = phase(earliest, begins), phase(holds, holds + LONGEST_PHASE)
    return Case(
        story.name, goal.aim, about.substance, before, after,
        (first + dt.timedelta(days=earliest), first + dt.timedelta(days=holds)),
        has_started=plan is not None,
        has_stayed=any(day is not None for day in after[-STAYED_DAYS:]),
        is_goal_reached=goal.status is GoalStatus.REACHED,
    )  # fmt: skip
