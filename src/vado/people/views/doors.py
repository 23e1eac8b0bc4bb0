"""Who may come in, who has been here, and the invitation that opens a door."""

import datetime as dt
import itertools
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vado.people.access import DRAWER_NAMES, ROLE_NAMES, Role, rule_for
from vado.people.code_pictures import code_picture
from vado.people.forms import InviteForm
from vado.people.staff_names import names_of
from vado.people.visit_words import act_words
from vado.record import Consent, Door, DoorState, Record, Waiting, take_back, waiting_invitations
from vado.record.visits import Visit


class DoorShown(NamedTuple):
    """A door in plain words."""

    id: UUID
    name: str
    drawers: list[str]
    until: dt.datetime | None
    is_open: bool
    may_write: bool
    agreed: Consent | None


class DayOfVisits(NamedTuple):
    """What happened at the record on one day."""

    on: dt.date
    lines: list[dict[str, Any]]


def doors(request: HttpRequest, record: Record) -> HttpResponse:
    """Who may come in."""
    others = [door for door in record.doors() if not door.is_own]
    names = names_of({door.actor for door in others})
    shown = [_shown(door, names) for door in others if door.state is not DoorState.CLOSED]
    waiting = [_waiting(invitation) for invitation in waiting_invitations(record)]
    return render(request, "people/doors.html", {"doors": shown, "waiting": waiting})


def invite(request: HttpRequest, record: Record) -> HttpResponse:
    """Makes an invitation: what opens, to whom, for what, until when. The code is shown once."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return render(request, "people/invitation.html", _invitation(request, record, form))
    return render(request, "people/invite.html", {"form": form}, status=400 if form.errors else 200)


def close(request: HttpRequest, record: Record, door_id: UUID) -> HttpResponse:
    """Closes a door; from the next request nobody comes in by it."""
    if request.method == "POST":
        record.close_door(door_id, now=timezone.now())
        messages.info(request, _("The door is closed. What was read before cannot be unread; nothing new can be."))
    return redirect("people:doors")


@require_POST
def take_back_invitation(request: HttpRequest, record: Record, invitation_id: UUID) -> HttpResponse:
    """Takes an invitation back before anybody came in by it."""
    if take_back(record, invitation_id):
        messages.info(request, _("The invitation is taken back. Its code opens nothing."))
    else:
        messages.info(request, _("This invitation no longer waits: it was used, or its time is over."))
    return redirect("people:doors")


def visits(request: HttpRequest, record: Record) -> HttpResponse:
    """Who has been here, by day."""
    written = record.visits()
    names = names_of({visit.actor for visit in written})
    days = itertools.groupby(written, key=lambda visit: visit.at.date())
    gathered = [DayOfVisits(on, _lines(request, list(each), names)) for on, each in days]
    return render(request, "people/visits.html", {"days": gathered})


def _lines(request: HttpRequest, visits_of_day: list[Visit], names: dict[UUID, str]) -> list[dict[str, Any]]:
    counted: dict[tuple[str, str, tuple[str, ...]], int] = {}
    for visit in visits_of_day:
        is_mine = visit.actor == getattr(request.user, "pk", None)
        who = gettext("You") if is_mine else names.get(visit.actor, gettext("Somebody without a door"))
        act = str(act_words(visit, is_mine=is_mine))
        key = (who, act, tuple(str(DRAWER_NAMES[each]) for each in _named(visit)))
        counted[key] = counted.get(key, 0) + 1
    return [{"who": who, "act": act, "drawers": drawers, "times": n} for (who, act, drawers), n in counted.items()]


def _named(visit: Visit) -> list[Any]:
    return [drawer for drawer in visit.drawers if drawer in DRAWER_NAMES] if visit.purpose != "own" else []


def _invitation(request: HttpRequest, record: Record, form: InviteForm) -> dict[str, Any]:
    now = timezone.now()
    role = Role(form.cleaned_data["role"])
    rule = rule_for(role)
    if rule is None:
        raise Http404
    drawers = form.cleaned_data["drawers"]
    until = form.until(now)
    consent, may_write = _consent(form, drawers, until, now), form.cleaned_data["may_write"]
    code = record.make_invitation(drawers, rule.purpose, consent, until, now=now, may_write=may_write)
    address = request.build_absolute_uri(reverse("people:caseload"))
    return {"code": code, "picture": code_picture(address, code), "recipient": form.cleaned_data["recipient"]}


def _consent(form: InviteForm, drawers: list[Any], until: dt.datetime, now: dt.datetime) -> Consent:
    return Consent(
        who=form.cleaned_data["signed"],
        recipient=f"{form.cleaned_data['recipient']} ({ROLE_NAMES[Role(form.cleaned_data['role'])]})",
        what="; ".join(_what(form, drawers)),
        purpose=form.cleaned_data["purpose"],
        until=until,
        revocable=gettext(
            "I can close this door at any time, on the page “Who may come in”; "
            "what was read before then cannot be unread."
        ),
        signed_name=form.cleaned_data["signed"],
        signed_at=now,
        language=get_language() or "en",
        shown_by=gettext("Vado, at the place where my record is kept"),
    )


def _what(form: InviteForm, drawers: list[Any]) -> list[str]:
    writing = [gettext("may also write what we both agree")] if form.cleaned_data["may_write"] else []
    return [*(str(DRAWER_NAMES[drawer]) for drawer in drawers), *writing]


def _waiting(invitation: Waiting) -> dict[str, Any]:
    consent, drawers = invitation.terms.consent, invitation.terms.drawers
    return {
        "id": invitation.id,
        "recipient": consent.recipient if consent else "",
        "drawers": [DRAWER_NAMES[drawer] for drawer in drawers if drawer in DRAWER_NAMES],
        "until": invitation.accepted_until,
    }


def _shown(door: Door, names: dict[UUID, str]) -> DoorShown:
    recipient = door.consent.recipient if door.consent else ""
    words = [str(DRAWER_NAMES[drawer]) for drawer in door.drawers if drawer in DRAWER_NAMES]
    name = names.get(door.actor, recipient)
    return DoorShown(door.id, name, words, door.opens_until, door.is_open, door.may_write, door.consent)
