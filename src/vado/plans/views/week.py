"""The page of a week: the person's own last one or their own typical one in a tap, or new words."""

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.diary.calendar_page import date_words
from vado.diary.forms_entry import Writing
from vado.diary.rules_when import today_of
from vado.diary.views.addresses import day_in
from vado.people.doorkeeper import opens
from vado.plans.facts import WeekPage
from vado.plans.forms_week import WeekForm, week_page
from vado.plans.keeping import kept_or_anew, newest
from vado.plans.planned_safety import guarded_ahead, week_with_care
from vado.plans.reading import held_index, plan_settings, week_starts
from vado.plans.rules_known import week_of
from vado.plans.rules_week import WEEKS_LOOKED_AT, TypicalDay, is_empty, typical_week
from vado.plans.views.shared import now_writing, shown
from vado.record import Drawer, Leaf, Record

A_WEEK = dt.timedelta(days=7)


@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def week(request: HttpRequest, record: Record, day: str | None = None) -> HttpResponse:
    writing = now_writing(record)
    first = _first_of(record, writing, day)
    kept = _page_of(record, first)
    heads = record.heads_of(WeekPage, kept.id) if kept else []
    form = WeekForm(request.POST or None, writing=writing, heads=heads, first=first)
    guard = None
    if request.method == "POST" and form.is_valid():
        page = form.fact()
        guard = guarded_ahead(record, page.days, writing, form.today, request.POST)
        if not guard.holds:
            done = kept_or_anew(
                record, form, week_with_care(page) if guard.wants_help else page, kept.id if kept else None
            )
            if isinstance(done, Leaf):
                return redirect("plans:week-of", first.isoformat())
            form, guard = done, None  # type: ignore[assignment]
    return shown(request, record, "week", _week_page(record, writing, first, kept) | {"form": form, "guard": guard})


def _first_of(record: Record, writing: Writing, day: str | None) -> dt.date:
    on = today_of(writing.settings, writing.now) if day is None else day_in(day)
    if on is None or not dt.date(1900, 1, 8) < on < dt.date(9998, 1, 1):
        raise Http404
    return week_of(on, week_starts(plan_settings(record), writing.settings))


def _page_of(record: Record, first: dt.date) -> Leaf[WeekPage] | None:
    return newest(record, WeekPage, lambda page: page.when.on == first)


def _last_before(record: Record, first: dt.date) -> WeekPage | None:
    pages = [leaf.fact for leaf in record.leaves(WeekPage) if leaf.fact.when.on < first]
    return max(pages, key=lambda page: page.when.on, default=None)


def _week_page(record: Record, writing: Writing, first: dt.date, kept: Leaf[WeekPage] | None) -> dict[str, Any]:
    last = _last_before(record, first)
    return {
        "first": first,
        "last_day": first + A_WEEK - dt.timedelta(days=1),
        "before": first - A_WEEK,
        "after": first + A_WEEK,
        "kept": kept and {"lines": _lines(first, kept.fact.days), "words": kept.fact.words},
        "last": last and {"lines": _lines(first, last.days), "words": last.words},
        "typical": _lines(first, typical_lines(_typical(record, writing, first))),
    }


def _lines(first: dt.date, lines: tuple[str, ...]) -> list[tuple[str, str]]:
    named = [date_words(first + dt.timedelta(days=place)) for place in range(len(lines))]
    return [(day, words) for day, words in zip(named, lines, strict=True) if words]


def _typical(record: Record, writing: Writing, first: dt.date) -> list[TypicalDay]:
    index = held_index(record, writing.settings, first - WEEKS_LOOKED_AT * A_WEEK, first)
    return typical_week(index, first)


def typical_lines(week: list[TypicalDay]) -> tuple[str, ...]:
    """A typical week in words; nothing where there is none."""
    if is_empty(week):
        return ()
    return tuple(", ".join(day.words) or (_("without") if day.is_without else "") for day in week)


@require_POST
@opens(Drawer.PLAN, Drawer.DIARY, write=True)
def week_keep(request: HttpRequest, record: Record, day: str) -> HttpResponse:
    """One tap: this week like the person's last page, or like their weeks usually are."""
    writing = now_writing(record)
    first = _first_of(record, writing, day)
    page = _offered(record, writing, first, request.POST.get("like", ""))
    if page is not None and _page_of(record, first) is None:
        record.put(page)
    return redirect("plans:week-of", first.isoformat())


def _offered(record: Record, writing: Writing, first: dt.date, like: str) -> WeekPage | None:
    zone = writing.settings.zone
    if like == "last" and (last := _last_before(record, first)):
        return week_page(first, last.days, last.words, zone)
    lines = typical_lines(_typical(record, writing, first)) if like == "typical" else ()
    return week_page(first, lines, "", zone) if lines else None


@require_POST
@opens(Drawer.PLAN, write=True)
def week_tear_off(request: HttpRequest, record: Record, day: str) -> HttpResponse:
    """A page may be torn off: it is erased."""
    writing = now_writing(record)
    first = _first_of(record, writing, day)
    pages = {leaf.id for leaf in record.leaves(WeekPage) if leaf.fact.when.on == first}
    for leaf_id in sorted(pages):
        record.remove(leaf_id)
    return redirect("plans:week-of", first.isoformat())
