"""Cards are shared by the person's own tap, one by one, and taken back by another."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from vado.people.doorkeeper import opens
from vado.people.readers import readers_of
from vado.record import Drawer, Record
from vado.safety.cards import rows_by_id
from vado.safety.facts import SharedCard
from vado.safety.sharing import shown_of_safety
from vado.safety.views.taking import remove_of


@opens(Drawer.SAFETY)
def shared(request: HttpRequest, record: Record) -> HttpResponse:
    """What I share of my safety, and with whom now."""
    page = {"shown": shown_of_safety(record), "readers": readers_of(record, Drawer.SAFETY), "is_own": True}
    return render(request, "safety/shared.html", page)


@require_POST
@opens(Drawer.SAFETY, write=True)
def share(request: HttpRequest, record: Record) -> HttpResponse:
    """One card, from the page on which the person met it."""
    rule = request.POST.get("rule", "")
    already = {leaf.fact.rule for leaf in record.leaves(SharedCard)}
    if rule in rows_by_id() and rule not in already:
        record.put(SharedCard(rule=rule, on=timezone.now().date()))
    return redirect("safety:shared")


@require_POST
@opens(Drawer.SAFETY, write=True)
def take_back(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """At once: the next look through any door finds nothing."""
    remove_of(record, SharedCard, leaf_id)
    return redirect("safety:shared")
