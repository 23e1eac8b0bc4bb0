"""Dates put together here where hundreds stand on one page: Django's own formatting costs more than all else."""

import datetime as dt
import functools

from django.utils.dates import MONTHS_3
from django.utils.translation import get_language


def short_date(day: dt.date) -> str:
    """3 Nov 2026 / 3 nov 2026"""
    return _short_date(day, get_language() or "en")


@functools.lru_cache(maxsize=4096)
def _short_date(day: dt.date, _language: str) -> str:  # the language tells one kept answer from the other
    month = str(MONTHS_3[day.month])
    month = month.capitalize() if _language.startswith("en") else month.lower()
    return f"{day.day} {month} {day.year}"
