"""What can be done with any leaf of this room: erase it, keep it for oneself, settle two edits made at once."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.meanings.places import KINDS, place_of_leaf
from vado.people.doorkeeper import heads_or_404, opens
from vado.record import Drawer, Record


@opens(Drawer.REFLECTIONS, Drawer.VOICES, write=True)
def remove(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    heads = heads_or_404(record, KINDS, leaf_id)
    place = place_of_leaf(heads[-1])
    if request.method == "POST":
        record.remove(leaf_id)
        messages.info(request, _("It is erased."))
        return redirect(place.after)
    return render(request, "meanings/remove.html", {"leaf": heads[-1], "place": place})


@require_POST
@opens(Drawer.REFLECTIONS, Drawer.VOICES, write=True)
def keep_mine(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Into the drawer that no door can name, or back from it."""
    heads = heads_or_404(record, KINDS, leaf_id)
    drawer = heads[-1].fact.drawer if heads[-1].drawer is Drawer.OWN else Drawer.OWN
    place = place_of_leaf(record.move(leaf_id, drawer))
    messages.info(
        request,
        _("Only you see it now, and nobody else sees that it exists.")
        if drawer is Drawer.OWN
        else _("It can be seen through doors that you open for it."),
    )
    return redirect(place.address)


@require_POST
@opens(Drawer.REFLECTIONS, Drawer.VOICES, write=True)
def settle(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    """Two edits at once: the chosen one follows both; with "both" the other becomes a leaf of its own."""
    heads = heads_or_404(record, KINDS, leaf_id)
    chosen = record.settle(heads, request.POST.get("version", ""), keeps_all=request.POST.get("keep") == "both")
    return redirect(place_of_leaf(chosen).address)
