"""Filling several days: a row for each day, one button, and a way to take it all back."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vado.diary.calendar_page import day_words
from vado.diary.facts import Use
from vado.diary.for_safety import cards_of_filled, note_filled
from vado.diary.forms_entry import Writing
from vado.diary.forms_fill import rows_said, said_by_day, token_said
from vado.diary.keeping import keep_new
from vado.diary.reading import recent_uses, writing_now
from vado.diary.reading_days import facts_between
from vado.diary.rules_calendar import DAYS_IN_A_FILL, day_views, days_up_to, shapes_in
from vado.diary.rules_entries import same_dose
from vado.diary.rules_fill import FilledDay, RowSaid, filled, last_day_asked
from vado.diary.rules_when import EARLIEST_DAY, today_of
from vado.diary.timeline import dose_words
from vado.diary.views.addresses import day_address, day_in
from vado.diary.vocabulary import substance_names
from vado.people.doorkeeper import opens
from vado.people.my_days import settings_of
from vado.record import ChangedUnderItsId, Drawer, Leaf, LeafError, Record

DOSES_IN_A_ROW = 4
FILLED = "diary.filled"  # ids of the leaves of the last fill, kept in the sealed login session


@opens(Drawer.DIARY, write=True)
def fill(request: HttpRequest, record: Record) -> HttpResponse:
    writing = writing_now(record, timezone.now())
    today = today_of(writing.settings, writing.now)
    if request.method != "POST":
        last = last_day_asked(day_in(request.GET.get("until", "")), today)
        return render(request, "diary/fill.html", _fill_page(record, writing, last, today, ()))
    rows = rows_said(request.POST, today, EARLIEST_DAY)
    doses = _doses_named(record, rows)
    if any(row.contradicts_itself or not set(row.doses) <= doses.keys() for row in rows):
        return _asked_back(request, record, writing, rows, today)
    facts = {leaf_id: leaf.fact for leaf_id, leaf in doses.items()}
    kept = _keep(record, filled(rows, facts, today, writing.settings.zone, token_said(request.POST)), doses)
    request.session[FILLED] = [leaf.id.hex for leaf in kept]
    note_filled(record, kept, writing.settings, writing.now)
    return redirect("me:filled")


def _asked_back(
    request: HttpRequest, record: Record, writing: Writing, rows: Sequence[RowSaid], today: dt.date
) -> HttpResponse:
    last = max((row.on for row in rows), default=today)
    page = _fill_page(record, writing, last, today, rows) | {
        "token": token_said(request.POST),
        "is_refused": True,
    }
    return render(request, "diary/fill.html", page, status=422)


def _doses_named(record: Record, rows: Iterable[RowSaid]) -> dict[uuid.UUID, Leaf[Use]]:
    """The earlier uses that the rows name; one that is gone is left out, and the form asks back."""
    doses: dict[uuid.UUID, Leaf[Use]] = {}
    for leaf_id in {dose for row in rows for dose in row.doses}:
        try:
            leaf = record.leaf(leaf_id)
        except LeafError:
            continue  # the form names the day on which it was chosen
        if isinstance(leaf.fact, Use):
            doses[leaf_id] = cast("Leaf[Use]", leaf)
    return doses


def _keep(record: Record, days: Iterable[FilledDay], doses: dict[uuid.UUID, Leaf[Use]]) -> list[Leaf[Any]]:
    kept: list[Leaf[Any]] = []
    for day in days:
        try:
            kept.append(_keep_one(record, day, doses))
        except ChangedUnderItsId as known:  # sent twice, and changed in between: what stands is kept
            kept.append(record.heads(known.leaf_id)[0])
    return kept


def _keep_one(record: Record, day: FilledDay, doses: dict[uuid.UUID, Leaf[Use]]) -> Leaf[Any]:
    if isinstance(day.fact, Use) and day.dose is not None:
        only_mine = doses[day.dose].drawer is Drawer.OWN
        return keep_new(record, day.fact, day.version_id, only_mine=only_mine, mine=())
    return record.put(day.fact, version_id=day.version_id)


def _fill_page(
    record: Record, writing: Writing, last: dt.date, today: dt.date, said: Sequence[RowSaid]
) -> dict[str, Any]:
    asked = days_up_to(last, DAYS_IN_A_FILL)
    facts = facts_between(record, asked[0], last)
    known = said_by_day(said)
    views = day_views(facts, asked, today, shapes_in(facts))
    later = last + dt.timedelta(days=DAYS_IN_A_FILL)
    return {
        "rows": [
            {
                "day": view,
                "said": known.get(view.on, RowSaid(view.on)),
                "words": day_words(view, substance_names()),
                "address": day_address(view.on),
            }
            for view in reversed(views)
        ],
        "doses": _dose_chips(record, writing, today),
        "token": uuid.uuid4(),
        "earlier": asked[0] - dt.timedelta(days=1) if asked[0] > EARLIEST_DAY else None,
        "later": min(later, today) if last < today else None,
        "today": today,
        "unreadable": record.unreadable,
    }


def _dose_chips(record: Record, writing: Writing, today: dt.date) -> list[dict[str, str]]:
    """The person's own distinct doses, each under the id of the use that it comes from."""
    distinct: list[Leaf[Use]] = []
    for leaf in recent_uses(record, today):
        if len(distinct) < DOSES_IN_A_ROW and not any(same_dose(leaf.fact, known.fact) for known in distinct):
            distinct.append(leaf)
    return [{"id": str(leaf.id), "words": dose_words(leaf.fact, writing.vocabulary)} for leaf in distinct]


@opens(Drawer.DIARY)
def filled_days(request: HttpRequest, record: Record) -> HttpResponse:
    ids = [uuid.UUID(leaf_id) for leaf_id in request.session.get(FILLED, ())]
    words = ngettext("%(count)d entry is kept.", "%(count)d entries are kept.", len(ids)) % {"count": len(ids)}
    met = cards_of_filled(record, _still_there(record, ids), settings_of(record), timezone.now())
    page = {"count": len(ids), "words": words, "cards": [card for _leaf, card in met.values()]}
    return render(request, "diary/filled.html", page)


def _still_there(record: Record, ids: Iterable[uuid.UUID]) -> Iterator[Leaf[Any]]:
    for leaf_id in ids:
        try:
            yield record.leaf(leaf_id)
        except LeafError:
            continue  # erased meanwhile by the person: there is nothing left to warn of


@require_POST
@opens(Drawer.DIARY, write=True)
def fill_undo(request: HttpRequest, record: Record) -> HttpResponse:
    for leaf_id in request.session.pop(FILLED, []):
        try:
            record.remove(uuid.UUID(leaf_id))
        except LeafError:
            continue  # erased meanwhile by the person: nothing is left to take back
    messages.info(request, _("These days are as they were before."))
    return redirect("me:fill")
