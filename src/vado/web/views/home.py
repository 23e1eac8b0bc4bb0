"""Home ("Today"): four large choices, and what was written lately."""

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from vado.diary.facts import Anchor, OwnWord
from vado.diary.forms_small import DayStatementForm
from vado.diary.reading import settings_of
from vado.diary.rules_calendar import DAYS_ON_HOME, days_written, seven_days
from vado.diary.rules_entries import ENTRY_TYPES
from vado.diary.rules_when import today_of
from vado.diary.facts import DayStatement
from vado.people.doorkeeper import opens, signed_in
from vado.record import Drawer, Record
from vado.web.rules_today import kept_so_far

WRITTEN_TYPES = (*ENTRY_TYPES, DayStatement)


@opens(Drawer.DIARY, Drawer.PROFILE)
def today(request: HttpRequest, record: Record) -> HttpResponse:
    day = today_of(settings_of(record), timezone.now())
    return render(request, "web/today.html", {"today": day, "greeting": greeting(timezone.now())} | _written(record, day))


@signed_in
def more(request: HttpRequest) -> HttpResponse:
    return render(request, "web/more.html")


def _written(record: Record, day: dt.date) -> dict[str, Any]:
    facts = [leaf.fact for leaf in record.leaves(WRITTEN_TYPES)]
    since = day - dt.timedelta(days=DAYS_ON_HOME)
    lately = [fact for fact in facts if (lived := fact.lived()) and lived.on > since]
    named = [leaf.fact for leaf in record.leaves((OwnWord, Anchor))]
    days = seven_days([*lately, *named], day)
    return {
        "days": days,
        "days_written": days_written(days),
        "kept": kept_so_far(facts),
        "today_view": days[-1],
        "statement_form": DayStatementForm(),
    }
