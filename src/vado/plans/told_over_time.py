"""Goals and steps on the time axis of what has changed: what was told first and last. No doubt is computed of it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import accumulate

import msgspec
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vado.diary.dates_shown import short_date
from vado.diary.facts import Step
from vado.plans.facts import Goal, GoalRating
from vado.plans.finding_words import FindingShown, Row, number
from vado.plans.goals_page import title_of
from vado.plans.rules_change import Counted, Measure, Point, course_of
from vado.plans.rules_windows import Window
from vado.record import Leaf, one_head_each

FEWEST_TOLD = 2  # days on which it was told: one answer has no then [D]
LONGEST_NAME = 80
Answer = tuple[dt.date, float]
ASPECTS: dict[str, str | Promise] = {
    "progress": gettext_lazy("%(goal)s: how far along, 0 to 10"),
    "level": gettext_lazy("%(goal)s: on its own levels, −2 to +2"),
    "confidence": gettext_lazy("%(goal)s: how sure, 0 to 10"),
    "importance": gettext_lazy("%(goal)s: how much it matters, 0 to 10"),
}


class Axis(msgspec.Struct, frozen=True):
    """The days that every drawing of a page shows, with then and now, and the day on which weeks begin."""

    then: Window
    now: Window
    whole: Window
    begins_on: int


def goals_told(
    goals: Iterable[Leaf[Goal]], ratings: Iterable[Leaf[GoalRating]], axis: Axis
) -> tuple[list[FindingShown], list[str]]:
    """Each goal by each thing that was told of it on two days or more; beside it what was told once."""
    by_goal: dict[str, list[Leaf[GoalRating]]] = {}
    for leaf in sorted(one_head_each(ratings), key=lambda leaf: (leaf.fact.when.on, leaf.sequence)):
        by_goal.setdefault(leaf.fact.goal, []).append(leaf)
    shown: list[FindingShown] = []
    once: list[str] = []
    for goal in goals:
        for aspect in ASPECTS:
            told = _told(by_goal.get(goal.id.hex, ()), aspect)
            if len(told) >= FEWEST_TOLD:
                shown.append(_goal_shown(goal, aspect, told, axis))
            elif told:
                once.append(_name(goal.fact, aspect))
    return shown, once


def _told(ratings: Iterable[Leaf[GoalRating]], aspect: str) -> list[Answer]:
    """One value a day, the one that was told last."""
    said = {leaf.fact.when.on: getattr(leaf.fact, aspect) for leaf in ratings if getattr(leaf.fact, aspect) is not None}
    return [(on, float(value)) for on, value in said.items()]


def _name(goal: Goal, aspect: str) -> str:
    return str(ASPECTS[aspect]) % {"goal": Truncator(title_of(goal).rstrip(".")).chars(LONGEST_NAME)}


def _goal_shown(goal: Leaf[Goal], aspect: str, told: Sequence[Answer], axis: Axis) -> FindingShown:
    points = course_of(Measure(counted=Counted.GOAL, values=told), axis.whole, axis.begins_on)
    said = _level_words if aspect == "level" else number
    (first_on, first), (last_on, last) = told[0], told[-1]
    named = {"first": said(first), "on": short_date(first_on), "last": said(last), "last_on": short_date(last_on)}
    return FindingShown(
        key=f"{Counted.GOAL}:{goal.id.hex}:{aspect}",
        then=axis.then,
        now=axis.now,
        title=_name(goal.fact, aspect),
        before=said(first),
        after=said(last),
        sentence=_("Told first on %(on)s: %(first)s; last on %(last_on)s: %(last)s.") % named,
        days=ngettext("told on %(count)d day", "told on %(count)d days", len(told)) % {"count": len(told)},
        points=tuple(points),
        rows=tuple(Row(point.on, said(point.value), point.known) for point in points if point.value is not None),
        top=2.0 if aspect == "level" else 10.0,
    )


def _level_words(level: float) -> str:
    sign = "−" if level < 0 else "+" if level > 0 else ""
    return sign + number(abs(level))


def steps_told(steps: Sequence[Step], axis: Axis) -> list[FindingShown]:
    """Steps gathered up to each week, a number that only grows; nothing while they are of one day."""
    if len({step.when.on for step in steps}) < FEWEST_TOLD:
        return []
    first = max(axis.whole.first, min(step.when.on for step in steps))
    values = sorted((max(step.when.on, first), 1.0) for step in steps)
    weeks = course_of(Measure(counted=Counted.STEPS, values=values), axis.whole, axis.begins_on)
    so_far = accumulate(week.known for week in weeks)
    points = [Point(week.on, float(count), week.known) for week, count in zip(weeks, so_far, strict=True)]
    before = sum(step.when.on <= axis.then.last for step in steps)
    named = {"on": short_date(axis.then.last), "before": before, "after": len(steps)}
    shown = FindingShown(
        key=Counted.STEPS,
        then=axis.then,
        now=axis.now,
        title=_("Steps kept, all together"),
        before=number(before),
        after=number(len(steps)),
        sentence=_("By %(on)s there were %(before)d, by now %(after)d. It never falls.") % named,
        days=ngettext("%(count)d step", "%(count)d steps", len(steps)) % {"count": len(steps)},
        points=tuple(points),
        rows=tuple(Row(point.on, number(point.value or 0), point.known) for point in points),
        may_be_step=False,  # a step about steps would count itself
    )
    return [shown]
