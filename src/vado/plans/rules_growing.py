"""Counts that only grow: days written, days without, steps, urges met differently, days as planned."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from vado.diary.facts import Step, UrgeEnding
from vado.plans.facts import Aim, Goal, PlanSettings
from vado.plans.rules_known import DiaryIndex, SubstanceDays
from vado.plans.rules_windows import recorded_days

ABSTAINING = frozenset({Aim.STOP, Aim.PAUSE})


class Growing(msgspec.Struct, frozen=True):
    """What has been gathered so far. Writing more never makes any of it smaller, and nothing sets it to zero."""

    days_written: int
    steps: int
    urges_met: int


def growing(index: DiaryIndex, steps: Iterable[Step]) -> Growing:
    """What has been gathered in this diary."""
    met = sum(
        urge.ending in (UrgeEnding.PASSED, UrgeEnding.WAITED, UrgeEnding.USED_LESS)
        for urges in index.urges.values()
        for urge in urges
    )
    return Growing(len(recorded_days(index)), sum(1 for _step in steps), met)


def days_without(days: SubstanceDays, until: dt.date) -> int:
    """The days known to be without, all that there ever were; a use takes none of them away.

    A day that nobody wrote is not among them: it is unknown, and may be written any time.
    """
    return sum(on <= until for on in days.none_on)


def may_count(goal: Goal) -> bool:
    """Whether the count of days without is offered with a goal: to those who chose stopping or pausing."""
    return goal.aim in ABSTAINING


def counts(goal: Goal, settings: PlanSettings) -> bool:
    """Whether the person turned it on for the substance of that goal."""
    return may_count(goal) and key_of(goal) in settings.counts_without


def key_of(goal: Goal) -> str:
    """How the settings name the substance of a goal."""
    return goal.substance_code or goal.substance.strip().casefold()
