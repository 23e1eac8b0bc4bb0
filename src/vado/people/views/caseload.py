"""The working place of people in a practice: whose doors are open to them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from vado.people.access import purposes_of
from vado.people.arrival import arrival_of
from vado.people.forms import CodeForm
from vado.people.limits import is_within_limit
from vado.record import Drawer, InvitationClosed, accept_invitation, open_many

TRIES, WINDOW_SECONDS = 10, 15 * 60


def caseload(request: HttpRequest) -> HttpResponse:
    """Everybody whose door is open, and the place to enter a code."""
    return render(request, "people/caseload.html", {"people": _people(request), "form": CodeForm()})


def accept(request: HttpRequest) -> HttpResponse:
    """Takes an invitation; a code that is unknown, used or too old gets one and the same answer."""
    form = CodeForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return redirect("people:caseload")
    actor = arrival_of(request).actor
    try:
        if not is_within_limit(request, "accept", str(actor.id), TRIES, WINDOW_SECONDS):
            raise InvitationClosed
        accept_invitation(actor, form.cleaned_data["code"], now=timezone.now())
    except InvitationClosed:
        messages.info(request, _("This code opens nothing. Codes work once, for 48 hours. Ask for a new one."))
    else:
        messages.info(request, _("The door is open. The person sees that you came in, each time."))
    return redirect("people:caseload")


def _people(request: HttpRequest) -> list[dict[str, Any]]:
    now = timezone.now()
    return [
        {"id": record.id, "short": record.id.hex[:4], "drawers": record.drawers}
        for purpose in purposes_of(arrival_of(request).roles)
        for record in open_many(arrival_of(request).actor, purpose, frozenset({Drawer.DIARY}), now=now).records
    ]
