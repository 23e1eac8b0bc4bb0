"""The versions of a plan, and what can be said of its conditions before anything is held against them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from vado.plans.conditions import AtMost, Condition, DaysWith, DaysWithout, OnlyBetween
from vado.plans.facts import UsePlan


def in_order(versions: Iterable[UsePlan]) -> list[UsePlan]:
    """The versions of one plan, the first one first; of two with one number the later written stays behind."""
    return sorted(versions, key=lambda version: (version.from_on, version.version))


def plan_on(versions: Iterable[UsePlan], day: dt.date) -> UsePlan | None:
    """The version that held on that day; None before the first one and while the plan rests."""
    known = [version for version in in_order(versions) if version.from_on <= day]
    return known[-1] if known and not known[-1].is_resting else None


class Stretch(NamedTuple):
    """Days on which one version holds, both included."""

    plan: UsePlan
    first: dt.date
    last: dt.date


def stretches(versions: Iterable[UsePlan], first: dt.date, last: dt.date) -> list[Stretch]:
    """From when to when each version holds between two days. A version replaced on its own day holds on none."""
    ordered = in_order(versions)
    found = []
    for version, following in zip(ordered, [*ordered[1:], None], strict=True):
        begins = max(first, version.from_on)
        ends = min(last, following.from_on - dt.timedelta(days=1)) if following else last
        if begins <= ends and not version.is_resting:
            found.append(Stretch(version, begins, ends))
    return found


def condition_of(plan: UsePlan, token: str) -> Condition | None:
    """The condition with that token, in this version."""
    return next((one for one in plan.conditions if one.token == token), None)


def contradictions(conditions: Sequence[Condition]) -> list[tuple[Condition, Condition]]:
    """Pairs that cannot both be kept. They are named to the person, and both stay."""
    return [(one, other) for one, other in combinations(conditions, 2) if _contradict(one, other)]


def _contradict(one: Condition, other: Condition) -> bool:
    return any(rule(*pair) for pair in ((one, other), (other, one)) for rule in _RULES)


def _more_days_than_a_week(one: Condition, other: Condition) -> bool:
    """At least five days with and at least three days without are more than seven."""
    is_pair = isinstance(one, DaysWith) and one.at_least and isinstance(other, DaysWithout) and not other.at_most
    return is_pair and one.days + other.days > 7  # type: ignore[union-attr]


def _fewer_days_than_a_week(one: Condition, other: Condition) -> bool:
    """At most two days with and at most three days without leave two days out."""
    is_pair = isinstance(one, DaysWith) and not one.at_least and isinstance(other, DaysWithout) and other.at_most
    return is_pair and one.days + other.days < 7  # type: ignore[union-attr]


def _at_least_above_at_most(one: Condition, other: Condition) -> bool:
    if isinstance(one, DaysWith) and isinstance(other, DaysWith):
        return one.at_least and not other.at_least and one.days > other.days
    if isinstance(one, DaysWithout) and isinstance(other, DaysWithout):
        return not one.at_most and other.at_most and one.days > other.days
    return False


def _none_and_some(one: Condition, other: Condition) -> bool:
    """None at all, and at least one day with."""
    is_none = isinstance(one, AtMost) and one.limit == 0
    return is_none and isinstance(other, DaysWith) and other.at_least and other.days > 0


def _hours_apart(one: Condition, other: Condition) -> bool:
    if not (isinstance(one, OnlyBetween) and isinstance(other, OnlyBetween)):
        return False
    if one.latest is None or other.earliest is None or one.earliest or other.latest:
        return False
    return one.latest < other.earliest


_RULES = (
    _more_days_than_a_week,
    _fewer_days_than_a_week,
    _at_least_above_at_most,
    _none_and_some,
    _hours_apart,
)


def next_version(before: UsePlan | None) -> int:
    """The number of the version after this one."""
    return before.version + 1 if before else 1
