"""The entries of a month as a list, for somebody who reads through a door."""

import calendar
import datetime as dt
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from vado.diary.calendar_page import statement_words
from vado.diary.facts import DayStatement
from vado.diary.reading import whole, writing_now
from vado.diary.rules_entries import ENTRY_TYPES
from vado.diary.rules_when import today_of
from vado.diary.timeline import moment_of
from vado.diary.views.calendar import first_of
from vado.diary.vocabulary import substance_names
from vado.people.called import who
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record


@opens(Drawer.DIARY)
def entries(request: HttpRequest, record: Record, year: int, month: int) -> HttpResponse:
    writing = writing_now(record, timezone.now())
    first = first_of(year, month, today_of(writing.settings, writing.now))
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    moments = [moment_of(one, writing.vocabulary) for one in whole(record.leaves(ENTRY_TYPES, first, last), record)]
    moments.sort(key=lambda moment: (moment.on, moment.at is not None, moment.at or dt.time()))
    by_day = {on: list(of_day) for on, of_day in groupby(moments, key=lambda moment: moment.on)}
    said = _said(record, first, last)
    page = {
        "month": first,
        "days": [{"on": on, "moments": by_day.get(on, []), "said": said.get(on, [])} for on in sorted(by_day | said)],
        **who(record),
    }
    return render(request, "diary/entries.html", page)


def _said(record: Record, first: dt.date, last: dt.date) -> dict[dt.date, list[str]]:
    said: dict[dt.date, list[str]] = {}
    for leaf in record.leaves(DayStatement, first, last):
        said.setdefault(leaf.fact.when.on, []).append(statement_words(leaf.fact, substance_names()))
    return said
