"""The one way by which a goal or a plan becomes active: past the guards of `safety`, which inform and stand aside."""

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec
from django.utils.translation import gettext as _

from vado.diary.for_safety import recent_days_of
from vado.plans.conditions import AtMost, DaysWith, DaysWithout
from vado.plans.facts import Aim, Goal, GoalStatus, UsePlan
from vado.record import Record
from vado.safety.guarding import Guarding, guarding, with_own_classes
from vado.safety.guards import Change, Intent
from vado.safety.reading import safety_of

CHANGES = {
    Aim.STOP: Change.STOP,
    Aim.PAUSE: Change.PAUSE,
    Aim.LESS: Change.LESS,
    Aim.SAFER: Change.SAFER,
    Aim.KEEP: Change.KEEP,
    Aim.ONLY_SOME: Change.STOP,  # of all that is not named: the guard hears of everything
}
ACTIVE = frozenset({GoalStatus.TRYING, GoalStatus.REACHED})


def intent_of_goal(goal: Goal) -> Intent | None:
    """What a goal means to change, once it is tried; None while it is only thought of, and for a goal about life."""
    if goal.status not in ACTIVE or goal.aim not in CHANGES:
        return None
    if goal.aim is Aim.ONLY_SOME:
        return Intent(Change.STOP, everything=True)
    return _intent(CHANGES[goal.aim], goal.substance_code, goal.substance)


def intent_of_plan(plan: UsePlan) -> Intent | None:
    """What a plan means to change; None while it rests."""
    if plan.is_resting:
        return None
    return _intent(change_of_plan(plan), plan.substance_code, plan.substance)


def change_of_plan(plan: UsePlan) -> Change:
    """None at all, or no day with, is a stop; any other limit or day without may be a fall."""
    if any(_means_none(condition) for condition in plan.conditions):
        return Change.STOP
    limits = (AtMost, DaysWith, DaysWithout)
    return Change.LESS if any(isinstance(condition, limits) for condition in plan.conditions) else Change.SAFER


def _means_none(condition: object) -> bool:
    if isinstance(condition, AtMost):
        return condition.limit == 0
    if isinstance(condition, DaysWith):
        return condition.days == 0 and not condition.at_least
    return isinstance(condition, DaysWithout) and condition.days == 7 and not condition.at_most


def _intent(change: Change, code: str, word: str) -> Intent:
    is_everything = not code and not word.strip()
    own_words = () if code or is_everything else (word.strip(),)
    return Intent(change, (code,) if code else (), own_words=own_words, everything=is_everything)


def guarded(
    record: Record, intent: Intent | None, today: dt.date, sent: Mapping[str, str], also: Iterable[str] = ()
) -> Guarding:
    """What the guards say before it is kept. Ask again on every way in: a forged form is guarded as well."""
    if intent is None:
        return Guarding()
    drawer = safety_of(record)
    named = with_own_classes(intent, drawer)
    # A day on which something else is written tells nothing of this: only "nothing used" does.
    return guarding(named, recent_days_of(record, named.classes(), today), drawer, sent, also)


def with_help(goal: Goal) -> Goal:
    """The goal as it is kept by somebody who chose medical help instead of a sudden end."""
    words = f"{goal.words}\n{slowly()}".strip()
    return msgspec.structs.replace(goal, aim=Aim.LESS, words=words)


def plan_with_help(plan: UsePlan) -> UsePlan:
    """The plan as it is kept by somebody who chose medical help instead of a sudden end."""
    return msgspec.structs.replace(plan, own_sentences=(*plan.own_sentences, slowly()))


def slowly() -> str:
    """The sentence that is added then; it is the person's to change."""
    return _("Not all at once: slowly, with medical help.")
