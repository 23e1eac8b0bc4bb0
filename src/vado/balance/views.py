"""The pages of the balance: benefits and harms, changing and staying, then and now, how it moved."""

from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from vado.balance.facts import ComesTo
from vado.balance.forms import ComesToForm, SideForm
from vado.balance.items import keep
from vado.balance.pages import (
    fields,
    items_of,
    letters_that_came,
    pans,
    said_it_comes_to,
    shown_words,
    sides_of,
    substances_shown,
    then_page,
)
from vado.balance.rules import of_same_substance
from vado.diary.reading import today_for
from vado.diary.views.addresses import day_in
from vado.people.called import who
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record


@opens(Drawer.REFLECTIONS)
def balance(request: HttpRequest, record: Record, leaf_id: UUID | None = None) -> HttpResponse:
    """Everything, or what belongs to the substance of one item."""
    every, today = items_of(record), today_for(record)
    items = every if leaf_id is None else of_same_substance(every, leaf_id.hex)
    if not items and leaf_id is not None:
        raise Http404
    page = {
        **who(record),
        "pans": pans(items, today),
        "is_empty": not every,
        "of": leaf_id,
        "substances": substances_shown(every, today, leaf_id),
        "days": then_page(items, today, today)["days"],
        "comes_to": said_it_comes_to(record),
        "words_left": shown_words(record),
        "came": letters_that_came(record),
        "form": ComesToForm(initial={"version_id": uuid4()}),
    }
    return render(request, "balance/balance.html", page)


@opens(Drawer.REFLECTIONS)
def then_and_now(request: HttpRequest, record: Record, day: str, other: str) -> HttpResponse:
    then, now = day_in(day), day_in(other)
    if then is None or now is None:
        raise Http404
    items = items_of(record)
    page = {**who(record), **then_page(items, then, now), "then_pans": pans(items, then), "now_pans": pans(items, now)}
    return render(request, "balance/then.html", page)


@require_POST
@opens(Drawer.REFLECTIONS, write=True)
def comes_to(request: HttpRequest, record: Record) -> HttpResponse:
    form = ComesToForm(request.POST)
    if form.is_valid():
        said = ComesTo(words=form.cleaned_data["words"], on=today_for(record))
        keep(record, said, form.cleaned_data["version_id"])
    return redirect("balance:balance")


@opens(Drawer.VOICES)
def sides(request: HttpRequest, record: Record) -> HttpResponse:
    items, today = sides_of(record), today_for(record)
    days = then_page(items, today, today)["days"]
    page = {**who(record), "fields": fields(items, today), "days": days, "form": SideForm()}
    return render(request, "balance/sides.html", page)


@opens(Drawer.VOICES)
def sides_then(request: HttpRequest, record: Record, day: str, other: str) -> HttpResponse:
    then, now = day_in(day), day_in(other)
    if then is None or now is None:
        raise Http404
    items = sides_of(record)
    page: dict[str, Any] = {
        **who(record),
        **then_page(items, then, now),
        "then_fields": fields(items, then),
        "now_fields": fields(items, now),
    }
    return render(request, "balance/sides_then.html", page)
