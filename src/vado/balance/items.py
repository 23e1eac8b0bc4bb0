"""One thing on the balance, or one of the four fields: laid there, changed, taken off, kept for oneself, settled."""

import uuid
from typing import Any
from uuid import UUID

import msgspec
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.balance.facts import BalanceItem, ComesTo, Field, Kind, SideItem, Weight, Whom, WordsLeft
from vado.balance.forms import BeginForm, ItemForm, SideForm, matters_of
from vado.balance.rules import weighed
from vado.diary.reading import today_for
from vado.people.doorkeeper import heads_or_404, opens
from vado.record import ChangedUnderItsId, Drawer, Leaf, LeafError, LeafGone, Record

HERE = (BalanceItem, SideItem, ComesTo, WordsLeft)
WEIGHED = (BalanceItem, SideItem)
AFTER: dict[type, str] = {SideItem: "balance:sides", WordsLeft: "balance:letters"}


def keep(record: Record, fact: BalanceItem | SideItem | ComesTo, version_id: UUID) -> None:
    """A new leaf; the same form sent twice is kept once."""
    try:
        record.put(fact, leaf_id=version_id, version_id=version_id)
    except ChangedUnderItsId:
        return  # the first one is kept


@opens(Drawer.REFLECTIONS, write=True)
def begin(request: HttpRequest, record: Record) -> HttpResponse:
    """A first balance on one page: a line for each part, all of them optional."""
    form = BeginForm(request.POST or None, initial={"version_id": uuid.uuid4()})
    if request.method == "POST" and form.is_valid():
        weights, first = (Weight(today_for(record)),), form.cleaned_data["version_id"]
        for pan, whom, words in form.lines():
            item = BalanceItem(pan=pan, whom=whom, words=words, weights=weights)
            keep(record, item, uuid.uuid5(first, f"{pan} {whom}"))
        return redirect("balance:balance")
    return render(request, "balance/begin.html", {"form": form})


@opens(Drawer.REFLECTIONS, write=True)
def item_new(request: HttpRequest, record: Record, pan: str) -> HttpResponse:
    if pan not in set(Kind):
        raise Http404
    initial = {"substance": _substance_like(record, request.GET.get("like", ""))}
    form = ItemForm(request.POST or None, is_harm=pan == Kind.HARM, initial=initial)
    if request.method == "POST" and form.is_valid():
        weights = (Weight(today_for(record), matters_of(form.cleaned_data)),)
        keep(record, BalanceItem(pan=Kind(pan), weights=weights, **_said(form)), form.cleaned_data["version_id"])
        return redirect("balance:balance")
    return render(request, "balance/item.html", {"form": form, "pan": pan})


def _substance_like(record: Record, said: str) -> str:
    """The substance of another item; its word stands in no address."""
    try:
        fact = record.leaf(UUID(said)).fact
    except (ValueError, LeafError):
        return ""
    return fact.substance if isinstance(fact, BalanceItem) else ""


def _said(form: ItemForm) -> dict[str, Any]:
    said = form.cleaned_data
    return {
        "whom": Whom(said["whom"]),
        "words": said["words"],
        "substance": said["substance"],
        "ready": said.get("ready"),
        "next_step": said.get("next_step", ""),
    }


@opens(Drawer.VOICES, write=True)
def side_new(request: HttpRequest, record: Record) -> HttpResponse:
    form = SideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        weights = (Weight(today_for(record), matters_of(said)),)
        fact = SideItem(field=Field(said["field"]), words=said["words"], weights=weights)
        keep(record, fact, said["version_id"])
        return redirect("balance:sides")
    return render(request, "balance/item.html", {"form": form, "pan": ""})


@opens(Drawer.REFLECTIONS, Drawer.VOICES, write=True)
def item_change(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        heads = record.heads_of(WEIGHED, leaf_id)
    except LeafGone as problem:
        return _gone(request, problem)
    except LeafError as problem:
        raise Http404 from problem
    leaf = heads[-1]
    form = _change_form(request, leaf)
    if request.method == "POST" and form.is_valid():
        said, seen = form.cleaned_data, _seen(form.followed(), heads)
        weights = weighed(seen.fact.weights, matters_of(said), today_for(record))
        changes = _said(form) if isinstance(form, ItemForm) else {"words": said["words"], "field": Field(said["field"])}
        fact = msgspec.structs.replace(seen.fact, weights=weights, **changes)
        record.put(fact, leaf_id=leaf_id, follows=form.followed() or (leaf.version,), version_id=said["version_id"])
        return redirect(AFTER.get(type(leaf.fact), "balance:balance"))
    page = {"form": form, "leaf": leaf, "heads": heads, "pan": getattr(leaf.fact, "pan", "")}
    return render(request, "balance/item.html", {**page, "is_mine": leaf.drawer is Drawer.OWN})


def _seen(followed: tuple[UUID, ...], heads: list[Leaf[Any]]) -> Leaf[Any]:
    """The version that was on the page while it was written; of two heads the other one is not touched."""
    return next((head for head in heads if head.version in followed), heads[-1])


def _gone(request: HttpRequest, problem: LeafGone) -> HttpResponse:
    """Erased on another device meanwhile: what was written is still in the form, and can be laid there anew."""
    pan = request.POST.get("pan", "")
    if request.method != "POST":
        raise Http404 from problem
    is_item = pan in set(Kind)
    form = ItemForm(request.POST, is_harm=pan == Kind.HARM) if is_item else SideForm(request.POST)
    form.add_error(None, str(problem))
    address = reverse("balance:item-new", args=[pan]) if is_item else reverse("balance:side-new")
    return render(request, "balance/item.html", {"form": form, "pan": pan, "send_to": address})


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
    leaf = heads_or_404(record, HERE, leaf_id)[-1]
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
    leaf = heads_or_404(record, HERE, leaf_id)[-1]
    drawer = leaf.fact.drawer if leaf.drawer is Drawer.OWN else Drawer.OWN
    record.move(leaf_id, drawer)
    messages.info(request, _said_of(drawer))
    return redirect(AFTER.get(type(leaf.fact), "balance:balance"))


def _said_of(drawer: Drawer) -> str:
    if drawer is Drawer.OWN:
        return _("Only you see it now, and nobody else sees that it exists.")
    return _("It can be seen through doors that you open for it.")


@require_POST
@opens(Drawer.REFLECTIONS, Drawer.VOICES, write=True)
def settle(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Two edits at once: the chosen one follows both; with "both" the other becomes an item of its own."""
    heads = heads_or_404(record, HERE, leaf_id)
    chosen = record.settle(heads, request.POST.get("version", ""), keeps_all=request.POST.get("keep") == "both")
    return redirect(AFTER.get(type(chosen.fact), "balance:balance"))
