"""What a person wants, the plan they make of it, and what they keep of looking back: own words first."""

import datetime as dt
import enum
from typing import Annotated, ClassVar

import msgspec

from vado.diary.facts import Amount, Rating
from vado.plans.conditions import Condition
from vado.record.facts import Drawer, Fact, register
from vado.record.lived_day import Lived

Level = Annotated[int, msgspec.Meta(ge=-2, le=2)]
LEVELS = (-2, -1, 0, 1, 2)


class Aim(enum.StrEnum):
    """What kind of goal it is. None is better than another, and `UNDECIDED` is a complete answer."""

    UNDECIDED = "undecided"
    STOP = "stop"
    PAUSE = "pause"
    LESS = "less"
    SAFER = "safer"
    ONLY_SOME = "only_some"
    KEEP = "keep"
    LIFE = "life"  # a goal with no substance at all


class GoalStatus(enum.StrEnum):
    """Where a goal stands. No status is a failure."""

    THINKING = "thinking"
    TRYING = "trying"
    RESTING = "resting"
    REACHED = "reached"
    LET_GO = "let_go"
    CHANGED_MY_MIND = "changed_my_mind"


@register
class Goal(Fact, frozen=True, kw_only=True):
    """What the person wants, in own words. Nothing but the day it was written is needed."""

    kind: ClassVar[str] = "goal"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    written_on: dt.date
    words: str = ""
    aim: Aim = Aim.UNDECIDED
    substance: str = ""  # the person's word; empty for life as a whole
    substance_code: str = ""
    status: GoalStatus = GoalStatus.THINKING
    why_now: str = ""
    levels: tuple[str, ...] = ()  # five, from -2 to +2, in own words
    review_on: dt.date | None = None


@register
class GoalRating(Fact, frozen=True, kw_only=True):
    """How a goal felt on one day: a leaf of its own, so that nothing is lost when the goal changes."""

    kind: ClassVar[str] = "goal_rating"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    goal: str  # hex id of the leaf of the goal
    when: Lived
    importance: Rating | None = None
    confidence: Rating | None = None
    progress: Rating | None = None
    level: Level | None = None
    words: str = ""

    def lived(self) -> Lived:
        return self.when


@register
class Readiness(Fact, frozen=True, kw_only=True):
    """How ready somebody is about one substance or one harm on one day; never one label for a person."""

    kind: ClassVar[str] = "readiness"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    when: Lived
    about: str  # the person's word for the substance or the harm
    substance_code: str = ""
    is_harm: bool = False
    ready: Rating | None = None
    importance: Rating | None = None
    confidence: Rating | None = None
    words: str = ""

    def lived(self) -> Lived:
        return self.when


@register
class UsePlan(Fact, frozen=True, kw_only=True):
    """One version of the ideal use plan. A new version is a leaf of its own: none erases another.

    `plan` is the same token in all versions of a plan; the newest with `from_on` up to a day holds on that day.
    """

    kind: ClassVar[str] = "use_plan"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    plan: str
    version: int = 1
    from_on: dt.date
    is_resting: bool = False
    substance: str = ""
    substance_code: str = ""
    why_now: str = ""
    wants: str = ""  # what I want from it: benefit is asked before cost
    avoids: str = ""
    conditions: tuple[Condition, ...] = ()
    where: str = ""
    with_whom: str = ""
    never_with: str = ""
    first: str = ""  # what is done before
    route: str = ""
    safety: str = ""
    before: str = ""
    during: str = ""
    after: str = ""
    stop_when: str = ""
    goes_wrong: str = ""
    then_i: str = ""
    know_by: str = ""
    own_sentences: tuple[str, ...] = ()
    importance: Rating | None = None
    confidence: Rating | None = None
    review_on: dt.date | None = None


@register
class PlannedOccasion(Fact, frozen=True, kw_only=True):
    """An occasion thought through beforehand."""

    kind: ClassVar[str] = "planned_occasion"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    when: Lived
    words: str = ""
    substance: str = ""
    substance_code: str = ""
    how_much: Amount = Amount()
    none_at_all: bool = False  # zero is valid and means none
    with_whom: str = ""
    food: str = ""
    way_home: str = ""
    who_is_near: str = ""
    dose_check: str = ""
    naloxone: str = ""
    wants: str = ""

    def lived(self) -> Lived:
        return self.when


@register
class LookBack(Fact, frozen=True, kw_only=True):
    """What somebody says afterwards about an occasion, a day or a week; three questions, then it stops."""

    kind: ClassVar[str] = "look_back"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    when: Lived
    about: str = ""  # hex id of a planned occasion, or the token of a condition
    is_week: bool = False
    remember: str = ""
    gave: str = ""
    keep_or_change: str = ""

    def lived(self) -> Lived:
        return self.when


@register
class WeekPage(Fact, frozen=True, kw_only=True):
    """A week as the person would like it: kept from their own last one, from a typical one, or in new words."""

    kind: ClassVar[str] = "week_page"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    when: Lived  # the first day of the week
    days: tuple[str, ...] = ()  # seven lines, in own words
    words: str = ""

    def lived(self) -> Lived:
        return self.when


class RiskBasis(enum.StrEnum):
    """Which of the WHO's two tables a person wants to see."""

    NEITHER = "neither"
    MEN = "men"
    WOMEN = "women"
    BOTH = "both"


@register
class PlanSettings(Fact, frozen=True, kw_only=True):
    """What the person has turned on. Everything is off until they do."""

    kind: ClassVar[str] = "plan_settings"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    held_plan: str = ""  # the plan and the one condition held against the diary
    held_condition: str = ""
    shows_amounts: bool = False  # whether a sentence may set an amount beside the planned one
    counts_without: tuple[str, ...] = ()  # substances whose days without are counted
    count_rests: bool = False
    week_begins_on: Annotated[int, msgspec.Meta(ge=0, le=6)] | None = None  # None: as in the person's country
    baseline_first: dt.date | None = None  # None: the first recorded days
    baseline_last: dt.date | None = None
    risk_basis: RiskBasis = RiskBasis.NEITHER


@register
class HiddenFinding(Fact, frozen=True, kw_only=True):
    """A finding that the person does not want to see."""

    kind: ClassVar[str] = "hidden_finding"
    drawer: ClassVar[Drawer] = Drawer.PLAN

    finding: str
    hidden_on: dt.date


@register
class UnitHolds(Fact, frozen=True, kw_only=True):
    """What one of the person's units holds and costs, as they say. Without it no gram and no price is computed."""

    kind: ClassVar[str] = "unit_holds"
    drawer: ClassVar[Drawer] = Drawer.DIARY

    substance: str = ""
    substance_code: str = ""
    unit: str
    ml: Annotated[float, msgspec.Meta(gt=0)] | None = None
    percent: Annotated[float, msgspec.Meta(ge=0, le=100)] | None = None
    price: Annotated[float, msgspec.Meta(ge=0)] | None = None
    currency: str = ""
