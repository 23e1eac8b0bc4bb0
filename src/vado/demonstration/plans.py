"""Goals and plans of the demonstration's people: their own words, versions that followed one another, how it felt."""

import datetime as dt
import functools
from importlib import resources
from typing import Annotated
from uuid import uuid4

import msgspec

from vado.demonstration.stories import Story
from vado.plans.conditions import Condition
from vado.plans.facts import (
    Aim,
    Goal,
    GoalRating,
    GoalStatus,
    PlannedOccasion,
    PlanSettings,
    Readiness,
    UnitHolds,
    UsePlan,
    WeekPage,
)
from vado.plans.rules_known import week_of
from vado.record.lived_day import Lived
from vado.record.writing import Sent

DAYS_A_MONTH = 30
Rated = Annotated[tuple[int, int | None, int | None, int | None], msgspec.Meta(description="day, matters, sure, along")]


class GoalTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A goal, with the days of the story on which it was felt after."""

    day: int
    words: str
    aim: Aim
    status: GoalStatus
    substance: str = ""
    substance_code: str = ""
    why_now: str = ""
    levels: tuple[str, ...] = ()
    ratings: tuple[Rated, ...] = ()


class VersionTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of a plan."""

    day: int
    conditions: tuple[Condition, ...] = ()
    is_resting: bool = False
    wants: str = ""
    avoids: str = ""
    where: str = ""
    with_whom: str = ""
    safety: str = ""
    before: str = ""
    after: str = ""
    goes_wrong: str = ""
    then_i: str = ""
    own_sentences: tuple[str, ...] = ()
    confidence: int | None = None


class PlanTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A plan with its versions; `held` is the sentence that the person holds against the diary."""

    substance: str
    substance_code: str
    versions: tuple[VersionTold, ...]
    held: str = ""


class ReadyTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Readiness about one thing."""

    day: int
    about: str
    ready: int
    is_harm: bool = False
    substance_code: str = ""


class OccasionTold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An occasion; `in_days` counts from today and may lie behind."""

    in_days: int
    words: str
    substance: str = ""
    substance_code: str = ""
    with_whom: str = ""
    food: str = ""
    way_home: str = ""
    who_is_near: str = ""
    dose_check: str = ""
    naloxone: str = ""


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one person wants and planned."""

    code: str
    goals: tuple[GoalTold, ...]
    plans: tuple[PlanTold, ...] = ()
    readiness: tuple[ReadyTold, ...] = ()
    occasions: tuple[OccasionTold, ...] = ()
    holds: tuple[UnitHolds, ...] = ()
    week: tuple[str, ...] = ()


@functools.cache
def plans_told() -> dict[str, Told]:
    """By the code of the story."""
    folder = resources.files("vado.demonstration") / "stories" / "plans"
    files = sorted((each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name)
    told = (msgspec.toml.decode(each.read_bytes(), type=Told) for each in files)
    return {each.code: each for each in told}


def plans_of(story: Story, last_day: dt.date) -> list[Sent]:
    """What that person kept of goals and plans up to that day."""
    told = plans_told().get(story.code)
    if told is None:
        return []
    on = _Days(last_day - dt.timedelta(days=story.months * DAYS_A_MONTH - 1), last_day, story.zone)
    kept = [each for goal in told.goals for each in _goal(goal, on)]
    plans = [_versions(plan, on) for plan in told.plans]
    kept += [Sent(version) for versions in plans for version in versions]
    kept += [Sent(_readiness(each, on)) for each in told.readiness]
    kept += [Sent(_occasion(each, on)) for each in told.occasions]
    kept += [Sent(each) for each in told.holds]
    held = [PlanSettings(held_plan=plan[0].plan, held_condition=each.held) for plan, each in _held(plans, told.plans)]
    kept += [Sent(each) for each in held[:1]]
    if told.week:
        kept.append(Sent(WeekPage(when=Lived(on=week_of(last_day, 0), zone=story.zone), days=told.week)))
    return kept


class _Days(msgspec.Struct, frozen=True):
    """From a day of the story to a day of the calendar."""

    first: dt.date
    last: dt.date
    zone: str

    def on(self, day: int) -> dt.date:
        return min(self.first + dt.timedelta(days=day), self.last)

    def lived(self, day: int) -> Lived:
        return Lived(on=self.on(day), zone=self.zone)


def _held(plans: list[list[UsePlan]], told: tuple[PlanTold, ...]) -> list[tuple[list[UsePlan], PlanTold]]:
    return [(versions, each) for versions, each in zip(plans, told, strict=True) if each.held]


def _goal(told: GoalTold, days: _Days) -> list[Sent]:
    leaf_id = uuid4()
    goal = Goal(
        written_on=days.on(told.day),
        words=told.words,
        aim=told.aim,
        status=told.status,
        substance=told.substance,
        substance_code=told.substance_code,
        why_now=told.why_now,
        levels=told.levels,
    )
    ratings = [
        GoalRating(goal=leaf_id.hex, when=days.lived(day), importance=matters, confidence=sure, progress=along)
        for day, matters, sure, along in told.ratings
    ]
    return [Sent(goal, leaf_id, leaf_id), *(Sent(rating) for rating in ratings)]


def _versions(told: PlanTold, days: _Days) -> list[UsePlan]:
    plan = uuid4().hex
    return [
        UsePlan(
            plan=plan,
            version=number,
            from_on=days.on(version.day),
            substance=told.substance,
            substance_code=told.substance_code,
            **{name: getattr(version, name) for name in version.__struct_fields__ if name != "day"},
        )
        for number, version in enumerate(told.versions, start=1)
    ]


def _readiness(told: ReadyTold, days: _Days) -> Readiness:
    return Readiness(
        when=days.lived(told.day),
        about=told.about,
        substance_code=told.substance_code,
        is_harm=told.is_harm,
        ready=told.ready,
    )


def _occasion(told: OccasionTold, days: _Days) -> PlannedOccasion:
    words = {name: getattr(told, name) for name in told.__struct_fields__ if name != "in_days"}
    on = days.last + dt.timedelta(days=1 + told.in_days)
    return PlannedOccasion(when=Lived(on=on, at=dt.time(20, 30), zone=days.zone), **words)
