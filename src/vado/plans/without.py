"""The count of days without: turned on by the person, never falling, and laid aside whenever they like."""

import msgspec
from django.utils.translation import ngettext

from vado.diary.facts import DayStatement, Use
from vado.diary.forms_entry import Writing
from vado.diary.rules_when import today_of
from vado.plans.facts import Goal, PlanSettings
from vado.plans.rules_growing import counts, days_without
from vado.plans.rules_known import days_of, index_of
from vado.record import Drawer, Record, one_head_each


def without_words(record: Record, goal: Goal, settings: PlanSettings, writing: Writing) -> str:
    """How many days without there have been; nothing where the person did not turn it on."""
    if not counts(goal, settings) or Drawer.DIARY not in record.drawers:
        return ""
    leaves = one_head_each(record.leaves((Use, DayStatement)))
    index = index_of((leaf.fact for leaf in leaves), writing.settings.day_starts_at)
    days = days_of(index, goal.substance_code, goal.substance)
    count = days_without(days, today_of(writing.settings, writing.now))
    return ngettext("%(count)d day without, all in all", "%(count)d days without, all in all", count) % {"count": count}


def switched(settings: PlanSettings, key: str) -> PlanSettings:
    """The count of that substance turned on, or laid aside."""
    counted = settings.counts_without
    now = tuple(one for one in counted if one != key) if key in counted else (*counted, key)
    return msgspec.structs.replace(settings, counts_without=now)
