"""The one sentence that a person holds against their diary, beside the days of a month. Nothing unless turned on."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

import msgspec

from vado.diary.reading import vocabulary_of
from vado.diary.rules_calendar import days_of_month
from vado.people.my_days import settings_of
from vado.plans.conditions import is_of_a_week
from vado.plans.facts import UsePlan
from vado.plans.held_page import HeldMark, mark_of
from vado.plans.reading import held_index, holdings, plan_settings, plans, week_starts
from vado.plans.rules_held import hold
from vado.plans.sentences import plain_sentence
from vado.record import Record

A_WEEK = dt.timedelta(days=7)
FARTHEST_BACK = dt.timedelta(days=28)  # the longest gap that a sentence can ask for


class HeldMonth(msgspec.Struct, frozen=True):
    """Marks for the days of a month; or, of a sentence about weeks, for the weeks that touch it and for no day."""

    sentence: str
    plan: UUID
    days: dict[dt.date, HeldMark]
    weeks: Sequence[HeldMark]


def held_month(record: Record, month: dt.date, today: dt.date) -> HeldMonth | None:
    """What the person turned on, in the month that begins on that day; None where they turned nothing on.

    Through a door the calendar shows what was written and no more; the page of the plan shows what is held.
    """
    if not record.is_own:
        return None
    settings = plan_settings(record)
    first, last = month - A_WEEK, min(days_of_month(month)[-1], today)
    if not settings.held_plan or last < month:
        return None
    versions: list[UsePlan] = [leaf.fact for leaf in plans(record).get(settings.held_plan, ())]
    diary = settings_of(record)
    index = held_index(record, diary, first - FARTHEST_BACK, last + A_WEEK)
    begins = week_starts(settings, diary)
    found = hold(versions, settings.held_condition, index, holdings(record, diary), first, last, begins)
    if found is None:
        return None
    of_week = is_of_a_week(found.condition)
    marks = {on: mark_of(on, answer, of_week=of_week) for on, answer in found.answers.items() if of_week or on >= month}
    return HeldMonth(
        sentence=plain_sentence(found.condition, vocabulary_of(record, diary)),
        plan=UUID(settings.held_plan),
        days={} if of_week else marks,
        weeks=list(marks.values()) if of_week else [],
    )
