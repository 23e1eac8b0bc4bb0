"""Home ("Today"): four large choices, and what was written lately."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vado.diary.facts import DayStatement
from vado.diary.forms_small import DayStatementForm
from vado.diary.rules_entries import ENTRY_TYPES
from vado.diary.views.calendar import home_parts
from vado.meetings.offer import offer_of
from vado.meetings.reading import moment
from vado.people.doorkeeper import account_of, opens, signed_in
from vado.people.late_words import home_of
from vado.record import Drawer, Record
from vado.web.places import more_groups
from vado.web.rules_today import kept_so_far
from vado.web.words import GREETINGS

WRITTEN_TYPES = (*ENTRY_TYPES, DayStatement)


@signed_in
def first(request: HttpRequest) -> HttpResponse:
    """A person comes home to their own record, staff to the people who let them in."""
    return redirect(home_of(account_of(request)))


@opens(Drawer.DIARY)
def today(request: HttpRequest, record: Record) -> HttpResponse:
    at = moment(record)
    day = at.today
    shown = home_parts(record, day)
    page: dict[str, Any] = {
        "today": day,
        "greeting": GREETINGS[day.toordinal() % len(GREETINGS)],
        "may_say": not shown["cells"][-1].marks,
        "statement_form": DayStatementForm(),
        "kept": kept_so_far(leaf.fact for leaf in record.leaves(WRITTEN_TYPES)),
        "offer": offer_of(record, at),
        "unreadable": record.unreadable,
    }
    return render(request, "web/today.html", page | shown)


@signed_in
def more(request: HttpRequest) -> HttpResponse:
    """What has no place in the navigation; staff have their settings there."""
    if not getattr(request.user, "own_record_id", None):
        return redirect("people:settings")
    return render(request, "web/more.html", {"groups": more_groups()})
