"""What pages read of goals and plans from a record. Rooms above use these and the facts, nothing else of this room."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from vado.diary.facts import CheckIn, DayStatement, Step, Urge, Use
from vado.diary.rules_calendar import week_begins_on
from vado.people.facts import DiarySettings
from vado.people.my_days import settings_of
from vado.plans.facts import (
    Goal,
    GoalRating,
    GoalStatus,
    PlannedOccasion,
    PlanSettings,
    UnitHolds,
    UsePlan,
)
from vado.plans.rules_amounts import Holdings, holdings_of
from vado.plans.rules_known import DiaryIndex, index_of
from vado.plans.rules_plans import in_order, plan_on
from vado.record import Fact, Leaf, Record, last_written, one_head_each

F = TypeVar("F", bound=Fact)
HELD_TYPES = (Use, DayStatement, CheckIn, Urge)
PRESENT = (GoalStatus.THINKING, GoalStatus.TRYING)


def plan_settings(record: Record) -> PlanSettings:
    """What the person has turned on."""
    leaf = plan_settings_leaf(record)
    return leaf.fact if leaf else PlanSettings()


def plan_settings_leaf(record: Record) -> Leaf[PlanSettings] | None:
    """The leaf of it, the newest where two were written at once."""
    return last_written(record.leaves(PlanSettings))


def week_starts(settings: PlanSettings, days: DiarySettings) -> int:
    """The weekday on which this person's weeks begin: as they say, else as in their country."""
    return week_begins_on(days.vocabulary) if settings.week_begins_on is None else settings.week_begins_on


def goals(record: Record) -> list[Leaf[Goal]]:
    """Every goal, those that are thought of or tried first; each group in the order it was written. No rank."""
    leaves = one_head_each(record.leaves(Goal))
    return sorted(leaves, key=lambda leaf: (leaf.fact.status not in PRESENT, leaf.fact.written_on, leaf.id.int))


def present_goals(record: Record) -> list[Leaf[Goal]]:
    """The goals that are thought of or tried now."""
    return [leaf for leaf in goals(record) if leaf.fact.status in PRESENT]


def ratings_of(record: Record, goal: Leaf[Goal]) -> list[Leaf[GoalRating]]:
    """How one goal felt over time, the oldest day first."""
    kept = [leaf for leaf in one_head_each(record.leaves(GoalRating)) if leaf.fact.goal == goal.id.hex]
    return sorted(kept, key=lambda leaf: (leaf.fact.when.on, leaf.sequence))


def plans(record: Record) -> dict[str, list[Leaf[UsePlan]]]:
    """Every plan with all its versions, the first version first."""
    by_plan: dict[str, list[Leaf[UsePlan]]] = {}
    for leaf in one_head_each(record.leaves(UsePlan)):
        by_plan.setdefault(leaf.fact.plan, []).append(leaf)
    return {token: _in_order(versions) for token, versions in by_plan.items()}


def _in_order(versions: list[Leaf[UsePlan]]) -> list[Leaf[UsePlan]]:
    by_fact = {id(leaf.fact): leaf for leaf in sorted(versions, key=lambda leaf: leaf.sequence)}
    return [by_fact[id(fact)] for fact in in_order(leaf.fact for leaf in by_fact.values())]


def plans_on(record: Record, day: dt.date) -> list[UsePlan]:
    """The version of each plan that holds on that day."""
    held = (plan_on((leaf.fact for leaf in versions), day) for versions in plans(record).values())
    return [plan for plan in held if plan is not None]


def planned_occasions(record: Record, since: dt.date, until: dt.date) -> list[Leaf[PlannedOccasion]]:
    """The occasions planned for these days, the next one first."""
    leaves = one_head_each(record.leaves(PlannedOccasion, since, until))
    return sorted(leaves, key=lambda leaf: (leaf.fact.when.on, leaf.fact.when.at or dt.time(), leaf.sequence))


def steps_between(record: Record, since: dt.date, until: dt.date) -> list[Step]:
    """The steps of these days, the oldest first."""
    facts = _facts(record, (Step,), since, until)
    return sorted(facts, key=lambda step: step.when.on)


def held_index(record: Record, days: DiarySettings, since: dt.date, until: dt.date) -> DiaryIndex:
    """The diary of these days, laid out to be held against a plan."""
    return index_of(_facts(record, HELD_TYPES, since, until), days.day_starts_at)


def holdings(record: Record, days: DiarySettings) -> Holdings:
    """What this person's units hold."""
    return holdings_of(_facts(record, (UnitHolds,)), days.vocabulary)


def _facts(
    record: Record, kinds: tuple[type[F], ...], since: dt.date | None = None, until: dt.date | None = None
) -> list[F]:
    leaves: Iterable[Leaf[F]] = record.leaves(kinds, since, until)
    return [leaf.fact for leaf in one_head_each(leaves)]


__all__ = [
    "goals",
    "held_index",
    "holdings",
    "plan_settings",
    "planned_occasions",
    "plans",
    "plans_on",
    "present_goals",
    "ratings_of",
    "settings_of",
    "steps_between",
    "week_starts",
]
