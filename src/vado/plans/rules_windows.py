"""Which days are "then" and which are "now": the person's own beginning against the days just gone."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from vado.plans.facts import PlanSettings
from vado.plans.rules_known import DiaryIndex

FEWEST_RECORDED = 14  # issue: the first 14 to 28 recorded days
MOST_RECORDED = 28
LONGEST = 56  # days [D]: a beginning that goes on for longer is no beginning any more, and a now no now
NOW = 28  # days: four whole weeks, so that each weekday comes four times [D]


class Window(NamedTuple):
    """A stretch of days, both ends included."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def holds(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


def recorded_days(index: DiaryIndex) -> list[dt.date]:
    """The days about whose use something is known, in their order."""
    return sorted(index.uses.keys() | index.statements.keys())


def first_baseline(recorded: Iterable[dt.date]) -> Window | None:
    """From the first recorded day to the 28th; to the 14th at least, and over eight weeks at most."""
    days = list(recorded)[:MOST_RECORDED]
    if len(days) < FEWEST_RECORDED:
        return None
    longest = days[0] + dt.timedelta(days=LONGEST - 1)
    return Window(days[0], max(min(days[-1], longest), days[FEWEST_RECORDED - 1]))


def baseline_of(index: DiaryIndex, settings: PlanSettings) -> Window | None:
    """The days that the person picked, else the first that they recorded."""
    if settings.baseline_first and settings.baseline_last and settings.baseline_first <= settings.baseline_last:
        return Window(settings.baseline_first, settings.baseline_last)
    return first_baseline(recorded_days(index))


def now_window(baseline: Window | None, recorded: Iterable[dt.date], today: dt.date) -> Window | None:
    """The last four weeks with today left out, since it is not over; never a day of the beginning.

    Where too little was written in them they reach back as the beginning reaches on: to the 14th recorded day, and over
    eight weeks at most.
    """
    last = today - dt.timedelta(days=1)
    if baseline is None or baseline.last >= last:
        return None
    since = [day for day in recorded if baseline.last < day <= last]
    enough = (since[-FEWEST_RECORDED:] or [last])[0]
    first = max(min(enough, _back(last, NOW)), _back(last, LONGEST), baseline.last + dt.timedelta(days=1))
    return Window(first, last)


def _back(last: dt.date, days: int) -> dt.date:
    return last - dt.timedelta(days=days - 1)
