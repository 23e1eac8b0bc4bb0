"""What I take regularly: a line is added, changed, taken away; and of two versions at once one can be kept."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, Fact, Leaf, LeafError, LeafGone, Record
from vado.safety.facts import AboutMe, Regular, SafetyPlan
from vado.safety.forms_kept import KeptForm
from vado.safety.forms_list import RegularForm
from vado.safety.lines_shown import lines_shown
from vado.safety.reading import safety_of

PAGE_OF: dict[type[Fact], str] = {Regular: "safety:takes", AboutMe: "safety:about", SafetyPlan: "safety:plan"}


@opens(Drawer.SAFETY, write=True)
def takes(request: HttpRequest, record: Record) -> HttpResponse:
    drawer = safety_of(record)
    form = RegularForm(request.POST or None, today=timezone.now().date(), country=drawer.country)
    if request.method == "POST" and form.is_valid() and kept(record, form, form.fact()):
        return redirect("safety:takes")
    page = {
        "form": form,
        "lines": lines_shown(drawer),
        "is_twice": any(line.heads > 1 for line in drawer.regular),
        "missed": drawer.standing.missed_maintenance_doses,
    }
    return render(request, "safety/takes.html", page)


@opens(Drawer.SAFETY, write=True)
def take_change(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    drawer = safety_of(record)
    heads = [leaf for leaf in drawer.regular if leaf.id == leaf_id]
    if not heads and request.method != "POST":  # words for a line that is gone meanwhile become a line of their own
        return redirect("safety:takes")
    form = RegularForm(request.POST or None, today=timezone.now().date(), country=drawer.country, heads=heads)
    if request.method == "POST" and form.is_valid() and kept(record, form, form.fact(), heads):
        return redirect("safety:takes")
    return render(request, "safety/take_change.html", {"form": form})


def kept(record: Record, form: KeptForm, fact: Fact, heads: Sequence[Leaf[Any]] = ()) -> bool:
    """Keeps it and says so; what was meanwhile written elsewhere stays beside it, and nothing that was sent is lost."""
    version_id: UUID = form.cleaned_data["version_id"]
    leaf_id = heads[-1].id if heads else version_id
    try:
        record.put(fact, leaf_id=leaf_id, version_id=version_id, follows=form.followed() if heads else ())
    except (ChangedUnderItsId, LeafGone):
        form.offer_anew()
        return False
    return True


@require_POST
@opens(Drawer.SAFETY, write=True)
def take_away(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    remove_of(record, Regular, leaf_id)
    return redirect("safety:takes")


def remove_of(record: Record, kind: type[Fact], leaf_id: UUID) -> None:
    """Erases a leaf of that kind."""
    try:
        record.heads_of(kind, leaf_id)
        record.remove(leaf_id)
    except LeafError:
        return  # gone already: that is how the person wants it


@require_POST
@opens(Drawer.SAFETY, write=True)
def keep_one(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Of versions written at once the chosen one stands from now on; the others stay as earlier versions."""
    try:
        heads = record.heads(leaf_id)
    except LeafError:
        return redirect("safety:mine")
    page = PAGE_OF.get(type(heads[0].fact))
    if page:
        record.settle(heads, request.POST.get("version", ""))
    return redirect(page or "safety:mine")
