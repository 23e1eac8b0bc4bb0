"""One condition held against the diary as a page shows it: a mark for each day or each week, and the same in words."""

import datetime as dt
from collections.abc import Mapping, Sequence

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vado.diary.calendar_page import Weekday, date_words, weekdays_from
from vado.diary.vocabulary import Vocabulary
from vado.people.facts import DiarySettings
from vado.plans.conditions import is_of_a_week
from vado.plans.facts import LookBack, PlanSettings, UsePlan
from vado.plans.names import OUTCOME_WORDS
from vado.plans.reading import held_index, holdings, week_starts
from vado.plans.rules_held import HeldPlan, hold
from vado.plans.rules_known import week_of
from vado.plans.rules_outcomes import Outcome
from vado.plans.rules_plans import in_order
from vado.plans.sentences import plain_sentence
from vado.record import Record

WEEKS_OF_DAYS, WEEKS = 4, 12
A_WEEK = dt.timedelta(days=7)
MARKS = {
    Outcome.AS_PLANNED: "as-planned",
    Outcome.PARTLY: "partly",
    Outcome.DIFFERENT: "different",
    Outcome.CANT_TELL: "cant-tell",
}


class HeldMark(msgspec.Struct, frozen=True):
    """One day or one week beside the plan."""

    on: dt.date
    shape: str
    answer: str | Promise
    words: str


class HeldShown(msgspec.Struct, frozen=True, kw_only=True):
    """What the page shows of one condition."""

    token: str
    sentence: str
    is_of_a_week: bool
    weekdays: Sequence[Weekday]
    weeks: Sequence[Sequence[HeldMark | None]]  # rows of days
    marks: Sequence[HeldMark]  # of days or of weeks, in their order
    lately: str
    all_in_all: str
    not_known: str
    look_back: dt.date | None  # the last one that went differently and was not looked back on


def held_shown(
    record: Record,
    versions: Sequence[UsePlan],
    token: str,
    settings: PlanSettings,
    days: DiarySettings,
    vocabulary: Vocabulary,
    today: dt.date,
) -> HeldShown | None:
    """One condition of a plan beside the diary, each day by the plan of that day."""
    first = in_order(versions)[0].from_on
    begins = week_starts(settings, days)
    found = hold(versions, token, held_index(record, days, first, today), holdings(record, days), first, today, begins)
    if found is None:
        return None
    looked_back = [leaf.fact for leaf in record.leaves(LookBack)] if record.is_own else []
    return _shown(found, vocabulary, begins, today, looked_back)


def _shown(
    found: HeldPlan, vocabulary: Vocabulary, begins: int, today: dt.date, looked_back: Sequence[LookBack]
) -> HeldShown:
    of_week = is_of_a_week(found.condition)
    since = week_of(today, begins) - A_WEEK * ((WEEKS if of_week else WEEKS_OF_DAYS) - 1)
    lately = {on: answer for on, answer in found.answers.items() if on >= since}
    marks = [mark_of(on, answer, of_week=of_week) for on, answer in lately.items()]
    return HeldShown(
        token=found.condition.token,
        sentence=plain_sentence(found.condition, vocabulary),
        is_of_a_week=of_week,
        weekdays=weekdays_from(begins),
        weeks=[] if of_week else _rows(marks, since, today),
        marks=marks,
        lately=count_words(lately, of_week=of_week),
        all_in_all=count_words(found.answers, of_week=of_week),
        not_known=not_known_words(lately, of_week=of_week),
        look_back=_to_look_back(lately, looked_back, found.condition.token),
    )


def mark_of(on: dt.date, answer: Outcome, *, of_week: bool) -> HeldMark:
    """One mark with its words."""
    named = _("week of %(day)s") % {"day": date_words(on)} if of_week else date_words(on)
    return HeldMark(on, MARKS[answer], OUTCOME_WORDS[answer], f"{named}: {OUTCOME_WORDS[answer]}")


def _rows(marks: Sequence[HeldMark], since: dt.date, today: dt.date) -> list[list[HeldMark | None]]:
    by_day = {mark.on: mark for mark in marks}
    rows = []
    while since <= today:
        rows.append([by_day.get(since + dt.timedelta(days=step)) for step in range(7)])
        since += A_WEEK
    return rows


def count_words(answers: Mapping[dt.date, Outcome], *, of_week: bool) -> str:
    """18 of 28 days as planned: a count that only grows, of all that could be told."""
    told = [answer for answer in answers.values() if answer is not Outcome.CANT_TELL]
    numbers = {"planned": told.count(Outcome.AS_PLANNED), "of": len(told)}
    if of_week:
        return (
            ngettext("%(planned)d of %(of)d week as planned", "%(planned)d of %(of)d weeks as planned", len(told))
            % numbers
        )
    return (
        ngettext("%(planned)d of %(of)d day as planned", "%(planned)d of %(of)d days as planned", len(told)) % numbers
    )


def not_known_words(answers: Mapping[dt.date, Outcome], *, of_week: bool) -> str:
    """For how many the diary cannot tell."""
    count = sum(answer is Outcome.CANT_TELL for answer in answers.values())
    if not count:
        return ""
    if of_week:
        return ngettext("can't tell for %(count)d week", "can't tell for %(count)d weeks", count) % {"count": count}
    return ngettext("can't tell for %(count)d day", "can't tell for %(count)d days", count) % {"count": count}


def _to_look_back(answers: Mapping[dt.date, Outcome], looked_back: Sequence[LookBack], token: str) -> dt.date | None:
    """The last time that went differently, unless it was looked back on: then nothing is asked again."""
    different = [on for on, answer in answers.items() if answer is Outcome.DIFFERENT]
    if not different:
        return None
    last = max(different)
    is_done = any(one.when.on == last and one.about == token for one in looked_back)
    return None if is_done else last
