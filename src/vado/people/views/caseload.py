"""Coming in by the code of an invitation, and giving back access with the person present."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from vado.people import actions
from vado.people.arrival import arrival_of
from vado.people.forms import CodeForm, PresentForm
from vado.people.limits import is_within_limit
from vado.record import (
    Act,
    InvitationClosed,
    Purpose,
    Record,
    accept_invitation,
    note_act,
)

TRIES, WINDOW_SECONDS = 10, 15 * 60


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


def restore(request: HttpRequest, record: Record) -> HttpResponse:
    """Gives a person back their access, with them present: a new recovery code, and a visit that says so."""
    if record.purpose is not Purpose.CARE:
        raise Http404
    form = PresentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = actions.restore_access(record_id=record.id)
        note_act(record.actor, record.id, Act.RESTORED, Purpose.RESTORE, now=record.now)
        return render(request, "people/restore.html", {"code": code})
    return render(request, "people/restore.html", {"form": form}, status=400 if form.errors else 200)
