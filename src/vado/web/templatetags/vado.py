"""`{% load vado %}`: icons, marks, the navigation, and dates as people write them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vado.diary.calendar_page import Cell
from vado.people.access import Role
from vado.people.arrival import Arrival
from vado.plans.finding_words import Row
from vado.plans.held_month import HeldMonth, held_month
from vado.plans.rules_change import Point
from vado.plans.rules_windows import Window
from vado.record import Record
from vado.web import course_drawings, day_drawings, drawings
from vado.web.places import PERSON_PLACES, Place, place_of, staff_places

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """`{% icon "days" %}`"""
    return drawings.icon(name)


@register.simple_tag
def mark(shape: str, number: object = "", label: object = "") -> SafeString:
    """`{% mark "triangle" 2 label="joint" %}`"""
    return drawings.mark(shape, "" if number is None else str(number), str(label or ""))


@register.simple_tag
def week_rows(weeks: Iterable[Sequence[Cell | None]], held: HeldMonth | None = None) -> SafeString:
    """`{% week_rows weeks held %}`: the body of a month."""
    return day_drawings.week_rows(weeks, held.days if held else {})


@register.simple_tag
def held_in(record: Record, month: dt.date, today: dt.date) -> HeldMonth | None:
    """`{% held_in record month today as held %}`: the sentence that the person holds against this month, if any."""
    return held_month(record, month, today)


@register.simple_tag
def course(
    points: Sequence[Point], then: Window, now: Window, title: str, words: str, top: float | None = None
) -> SafeString:
    """`{% course finding.points then now title sentence top %}`: the course of one measure."""
    return course_drawings.course(points, then, now, title, words, top)


@register.simple_tag
def table_rows(rows: Iterable[Row]) -> SafeString:
    """`{% table_rows rows %}`: the table behind a drawing."""
    return course_drawings.table_rows(rows)


@register.inclusion_tag("web/_navigation.html", takes_context=True)
def navigation(context: Context) -> dict[str, Any]:
    """The places of whoever is signed in, with the present one marked."""
    request: HttpRequest = context["request"]
    places = PERSON_PLACES if getattr(request.user, "own_record_id", None) else staff_places(_roles_of(request))
    match = request.resolver_match
    return {"places": [_shown(place) for place in places], "current": place_of(match.view_name if match else "")}


def _roles_of(request: HttpRequest) -> frozenset[Role]:
    """Nobody's on a page that broke before anybody arrived."""
    arrival: Arrival | None = getattr(request, "arrival", None)
    return arrival.roles if arrival else frozenset()


def _shown(place: Place) -> dict[str, object]:
    try:
        address = reverse(place.address)
    except NoReverseMatch:
        address = ""
    return {"name": place.name, "words": place.words, "icon": place.icon, "address": address}


def _short_month() -> str:
    """Django's M begins with a capital in every language; Spanish months do not."""
    return "M" if (get_language() or "en").startswith("en") else "b"


@register.filter
def vado_date(value: dt.date | None) -> str:
    """3 Nov 2026 / 3 nov 2026"""
    return date_format(value, f"j {_short_month()} Y") if value else ""


@register.filter
def vado_day(value: dt.date | None) -> str:
    """Monday 23 Nov / lunes 23 nov"""
    return date_format(value, f"l j {_short_month()}") if value else ""


@register.filter
def vado_weekday(value: dt.date | None) -> str:
    """Mon / lun"""
    return date_format(value, "D") if value else ""


@register.filter
def vado_month(value: dt.date | None, beside: dt.date | None = None) -> str:
    """November 2026 / Noviembre 2026, for the head of a page; beside a day of the same year, the month alone."""
    is_told = value and beside and value.year == beside.year
    return capfirst(date_format(value, "F" if is_told else "F Y")) if value else ""


@register.filter
def vado_time(value: dt.time | dt.datetime | None) -> str:
    """07:10, or the words for a time that nobody named."""
    return value.strftime("%H:%M") if value else _("some time that day")
