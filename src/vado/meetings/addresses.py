"""Addresses of meetings in one's own record and through a door: the same names, mounted twice."""

import datetime as dt

from django.urls import reverse

from vado.diary.calendar_page import AddressOf
from vado.record import Record


def address(record: Record, name: str, *asked: object) -> str:
    """The address of a page of meetings, from where this record was opened."""
    if record.is_own:
        return reverse(f"meetings:{name}", args=asked)
    return reverse(f"with-meetings:{name}", args=[record.id, *asked])


def address_of_day(record: Record) -> AddressOf:
    """The addresses of days differ in their date alone, so that the route is looked up once."""
    sample = dt.date(2000, 1, 1).isoformat()
    pattern = reverse("me:day", args=[sample]) if record.is_own else reverse("with:day", args=[record.id, sample])
    return lambda day: pattern.replace(sample, day.isoformat())
