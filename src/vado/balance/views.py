"""The balance: benefits and harms, changing and staying, then and now."""

from typing import Any
from uuid import UUID, uuid4

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.balance.facts import BalanceItem, ComesTo, Field, Kind, SideItem, Weight, Whom, WordsLeft
from vado.balance.forms import ComesToForm, ItemForm, SideForm, matters_of
from vado.balance.pages import (
    fields,
    items_of,
    letters_that_came,
    pans,
    said_it_comes_to,
    shown_words,
    sides_of,
    then_page,
    today_for,
    who,
)
from vado.balance.rules import weighed
from vado.diary.views.addresses import day_in
from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, Leaf, LeafError, Record

HERE = (BalanceItem, SideItem, ComesTo, WordsLeft)
WEIGHED = (BalanceItem, SideItem)
AFTER: dict[type, str] = {SideItem: "balance:sides", WordsLeft: "balance:letters"}


@opens(Drawer.REFLECTIONS)
def balance(request: HttpRequest, record: Record) -> HttpResponse:
    items, today = items_of(record), today_for(record)
    page = {
        **who(record),
        "pans": pans(items, today),
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


@opens(Drawer.REFLECTIONS, write=True)
def item_new(request: HttpRequest, record: Record, pan: str) -> HttpResponse:
    if pan not in set(Kind):
        raise Http404
    form = ItemForm(request.POST or None, is_harm=pan == Kind.HARM)
    if request.method == "POST" and form.is_valid():
        weights = (Weight(today_for(record), matters_of(form.cleaned_data)),)
        _keep(record, BalanceItem(pan=Kind(pan), weights=weights, **_said(form)), form.cleaned_data["version_id"])
        return redirect("balance:balance")
    return render(request, "balance/item.html", {"form": form, "pan": pan})


def _said(form: ItemForm) -> dict[str, Any]:
    said = form.cleaned_data
    return {
        "whom": Whom(said["whom"]),
        "words": said["words"],
        "substance": said["substance"],
        "ready": said.get("ready"),
        "next_step": said.get("next_step", ""),
    }


def _keep(record: Record, fact: BalanceItem | SideItem | ComesTo, version_id: UUID) -> None:
    try:
        record.put(fact, leaf_id=version_id, version_id=version_id)
    except ChangedUnderItsId:
        return  # the same form sent twice: the first one is kept


def _leaf(record: Record, leaf_id: UUID) -> Leaf[Any]:
    try:
        leaf: Leaf[Any] = record.leaf(leaf_id)
    except LeafError as problem:
        raise Http404 from problem
    if not isinstance(leaf.fact, HERE):
        raise Http404
    return leaf


@opens(Drawer.REFLECTIONS, Drawer.VOICES, write=True)
def item_change(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    leaf = _leaf(record, leaf_id)
    if not isinstance(leaf.fact, WEIGHED):
        raise Http404
    form = _change_form(request, leaf)
    if request.method == "POST" and form.is_valid():
        said, today = form.cleaned_data, today_for(record)
        weights = weighed(leaf.fact.weights, matters_of(said), today)
        changes = _said(form) if isinstance(form, ItemForm) else {"words": said["words"], "field": Field(said["field"])}
        fact = msgspec.structs.replace(leaf.fact, weights=weights, **changes)
        record.put(fact, leaf_id=leaf_id, follows=form.followed() or (leaf.version,), version_id=said["version_id"])
        return redirect(AFTER.get(type(leaf.fact), "balance:balance"))
    page = {"form": form, "leaf": leaf, "pan": getattr(leaf.fact, "pan", ""), "is_mine": leaf.drawer is Drawer.OWN}
    return render(request, "balance/item.html", page)


def _change_form(request: HttpRequest, leaf: Leaf[Any]) -> ItemForm | SideForm:
    fact = leaf.fact
    matters = fact.weights[-1].matters
    known = {name: getattr(fact, name) for name in fact.__struct_fields__ if name not in {"weights", "until"}}
    initial = {**known, "matters": "" if matters is None else str(matters), "follows": str(leaf.version)}
    if isinstance(fact, SideItem):
        return SideForm(request.POST or None, initial=initial)
    return ItemForm(request.POST or None, is_harm=fact.pan is Kind.HARM, initial=initial)


@require_POST
@opens(Drawer.REFLECTIONS, Drawer.VOICES, write=True)
def item_off(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """No longer on the balance from today; on earlier days it stays. Or erased whole."""
    leaf = _leaf(record, leaf_id)
    if "erase" in request.POST or not isinstance(leaf.fact, WEIGHED):
        record.remove(leaf_id)
    else:
        fact = msgspec.structs.replace(leaf.fact, until=None if leaf.fact.until else today_for(record))
        record.put(fact, leaf_id=leaf_id, follows=(leaf.version,))
    return redirect(AFTER.get(type(leaf.fact), "balance:balance"))


@require_POST
@opens(Drawer.REFLECTIONS, Drawer.VOICES, write=True)
def only_me(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Into the drawer that no door can name, or back from it."""
    leaf = _leaf(record, leaf_id)
    drawer = leaf.fact.drawer if leaf.drawer is Drawer.OWN else Drawer.OWN
    record.move(leaf_id, drawer)
    messages.info(request, _said_of(drawer))
    return redirect(AFTER.get(type(leaf.fact), "balance:balance"))


def _said_of(drawer: Drawer) -> str:
    if drawer is Drawer.OWN:
        return _("Only you see it now, and nobody else sees that it exists.")
    return _("It can be seen through doors that you open for it.")


@require_POST
@opens(Drawer.REFLECTIONS, write=True)
def comes_to(request: HttpRequest, record: Record) -> HttpResponse:
    form = ComesToForm(request.POST)
    if form.is_valid():
        said = ComesTo(words=form.cleaned_data["words"], on=today_for(record))
        _keep(record, said, form.cleaned_data["version_id"])
    return redirect("balance:balance")


@opens(Drawer.VOICES)
def sides(request: HttpRequest, record: Record) -> HttpResponse:
    items, today = sides_of(record), today_for(record)
    days = then_page(items, today, today)["days"]
    page = {**who(record), "fields": fields(items, today), "days": days, "form": SideForm()}
    return render(request, "balance/sides.html", page)


@opens(Drawer.VOICES, write=True)
def side_new(request: HttpRequest, record: Record) -> HttpResponse:
    form = SideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        weights = (Weight(today_for(record), matters_of(said)),)
        fact = SideItem(field=Field(said["field"]), words=said["words"], weights=weights)
        _keep(record, fact, said["version_id"])
        return redirect("balance:sides")
    return render(request, "balance/item.html", {"form": form, "pan": ""})


@opens(Drawer.VOICES)
def sides_then(request: HttpRequest, record: Record, day: str, other: str) -> HttpResponse:
    then, now = day_in(day), day_in(other)
    if then is None or now is None:
        raise Http404
    items = sides_of(record)
    page = {
        **who(record),
        **then_page(items, then, now),
        "then_fields": fields(items, then),
        "now_fields": fields(items, now),
    }
    return render(request, "balance/sides_then.html", page)
