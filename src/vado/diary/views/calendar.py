"""The month as a calendar of what was written, for the person and through a door; the last seven days."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from vado.diary.calendar_page import (
    AddressOf,
    cells_of,
    days_written_words,
    legend_of,
    weekdays_from,
    weeks_of,
)
from vado.diary.reading_days import facts_between, last_written_day, month_facts
from vado.diary.rules_calendar import (
    DAYS_ON_HOME,
    blank_days,
    days_up_to,
    days_written,
    month_of,
    seven_days,
    week_begins_on,
)
from vado.diary.rules_when import EARLIEST_DAY, today_of
from vado.diary.vocabulary import substance_names
from vado.people.called import who
from vado.people.doorkeeper import opens
from vado.people.facts import DiarySettings
from vado.people.my_days import settings_of
from vado.record import Drawer, Purpose, Record


@opens(Drawer.DIARY)
def days(request: HttpRequest, record: Record, year: int | None = None, month: int | None = None) -> HttpResponse:
    settings = settings_of(record)
    today = today_of(settings, timezone.now())
    first = first_of(year, month, today)
    if year is None and record.purpose is Purpose.RESEARCH:
        first = _last_written_month(record, today) or first
    return render(request, "diary/days.html", month_page(record, settings, first, today))


def first_of(year: int | None, month: int | None, today: dt.date) -> dt.date:
    """The first of the month asked for, or of this one; a month that no diary has does not exist."""
    if year is None or month is None:
        return today.replace(day=1)
    try:
        first = dt.date(year, month, 1)
    except ValueError as problem:
        raise Http404 from problem
    if first < EARLIEST_DAY or first.year > today.year + 1:
        raise Http404
    return first


def month_page(record: Record, settings: DiarySettings, first: dt.date, today: dt.date) -> dict[str, Any]:
    """What the page of a month shows."""
    month = month_of(month_facts(record, first), first, today, week_begins_on(settings.vocabulary))
    last = None if month.days_written else _last_written_month(record, today)
    return {
        "record": record,
        "today": today,
        "month": month.first,
        "weekdays": weekdays_from(week_begins_on(settings.vocabulary)),
        "weeks": weeks_of(month, substance_names(), _address_of_day(record)),
        "legend": legend_of(month.days, month.shapes),
        "days_written": days_written_words(month.days_written),
        "blank_days": len(blank_days(month.days)),
        "before": month.before and _address_of_month(record, month.before),
        "after": month.after and month.after <= today and _address_of_month(record, month.after),
        "month_before": month.before,
        "month_after": month.after,
        "last": last and _address_of_month(record, last),
        "month_last": last,
        **who(record),
    }


def _last_written_month(record: Record, today: dt.date) -> dt.date | None:
    """The first of the last month that has something written. A study ended long ago; its pages begin there."""
    day = last_written_day(record, today)
    return day and day.replace(day=1)


def _address_of_day(record: Record) -> AddressOf:
    """The addresses of days differ in their date alone, so that the route is looked up once."""
    sample = dt.date(2000, 1, 1).isoformat()
    pattern = reverse("me:day", args=[sample]) if record.is_own else reverse("with:day", args=[record.id, sample])
    return lambda day: pattern.replace(sample, day.isoformat())


def _address_of_month(record: Record, first: dt.date) -> str:
    if record.is_own:
        return reverse("me:month", args=[first.year, first.month])
    return reverse("with:month", args=[record.id, first.year, first.month])


def home_parts(record: Record, today: dt.date) -> dict[str, Any]:
    """What `diary/_seven_days.html` shows on the home page."""
    asked = days_up_to(today, DAYS_ON_HOME)
    facts = facts_between(record, asked[0], asked[-1])
    views = seven_days(facts, today)
    cells = cells_of(views, substance_names(), _address_of_day(record))
    return {
        "cells": cells,
        "days_written": days_written_words(days_written(views)),
        "blank_days": len(blank_days(views)),
    }
