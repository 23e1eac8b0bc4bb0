"""Where a page of the diary leads next."""

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from vado.diary.rules_entries import Question
from vado.record import Leaf


def day_address(day: dt.date, **asked: object) -> str:
    """The person's own page of a day."""
    query = urlencode({name: str(value) for name, value in asked.items() if value})
    return reverse("me:day", args=[day.isoformat()]) + (f"?{query}" if query else "")


def after_keeping(leaf: Leaf[Any], ask: Question | None = None) -> str:
    """The day of an entry that was kept, with its thanks and the next question."""
    return day_address(leaf.fact.when.on, kept=leaf.id.hex, ask=ask)


def day_in(said: str) -> dt.date | None:
    """A day as an address spells it, or None where it names none."""
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        return None
