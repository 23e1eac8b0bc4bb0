"""How the things on the balance, or in the four fields, have moved over the months: each by itself, in a picture and
in sentences. Nothing is added up over them, and no line is drawn for all."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vado.balance.facts import BalanceItem, Field, Kind
from vado.balance.pages import items_of, sides_of
from vado.balance.rules import Item, Stretch, first_day, stretches
from vado.balance.strips import strip
from vado.balance.words import FIELD_NAMES, KIND_NAMES, matters_words
from vado.diary.reading import today_for
from vado.people.called import who
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record


@opens(Drawer.REFLECTIONS)
def balance_over_time(request: HttpRequest, record: Record) -> HttpResponse:
    """Benefits, then harms."""
    items = items_of(record)
    groups = [(KIND_NAMES[pan], _those(items, pan)) for pan in Kind]
    return render(request, "balance/over_time.html", _page(record, items.values(), groups, "balance"))


@opens(Drawer.VOICES)
def sides_over_time(request: HttpRequest, record: Record) -> HttpResponse:
    """Staying and changing, field by field."""
    items = sides_of(record)
    order = (Field.STAY_GOOD, Field.CHANGE_GOOD, Field.STAY_LESS, Field.CHANGE_LESS)
    groups = [(FIELD_NAMES[field], _those(items, field)) for field in order]
    return render(request, "balance/over_time.html", _page(record, items.values(), groups, "sides"))


def _those(items: Mapping[str, Item], place: Kind | Field) -> list[Item]:
    """What lies there, in the order in which it was laid."""
    there = (item for item in items.values() if (item.pan if isinstance(item, BalanceItem) else item.field) is place)
    return sorted(there, key=lambda item: (item.weights[0].on, item.words))


def _page(
    record: Record, items: Iterable[Item], groups: list[tuple[str | Promise, list[Item]]], back: str
) -> dict[str, Any]:
    today = today_for(record)
    first = first_day(items)
    since = first or today
    shown = [{"name": name, "rows": [_row(item, since, today) for item in there]} for name, there in groups]
    return {
        **who(record),
        "groups": shown,
        "since": since,
        "today": today,
        "back": back,
        "is_empty": first_day(items) is None,
    }


def _row(item: Item, since: dt.date, today: dt.date) -> dict[str, Any]:
    pieces = stretches(item, since, today)
    return {
        "words": item.words,
        "picture": strip(pieces, since, today),
        "pieces": [_told(piece, today) for piece in pieces],
        "off": item.until if item.until is not None and item.until <= today else None,
    }


def _told(piece: Stretch, today: dt.date) -> dict[str, Any]:
    words = matters_words(piece.matters, _("nothing said"))
    return {"since": piece.since, "until": piece.until, "goes_on": piece.until >= today, "matters": words}
