"""The page of whoever keeps a practice: who works here, adding somebody, ending a role. It shows no record."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vado.people import actions
from vado.people.access import ROLE_NAMES, Role
from vado.people.doorkeeper import account_of
from vado.people.forms import AddStaffForm
from vado.people.models import Membership, Practice
from vado.people.staff_names import practice_name, shown_name


def members(request: HttpRequest) -> HttpResponse:
    """Who works in the practice, and in which role."""
    practice = _practice_of(request)
    kept = Membership.objects.filter(practice=practice, is_ended=False)
    shown = [
        {"id": one.pk, "name": shown_name(one), "role": ROLE_NAMES[Role(one.role)], "is_mine": _is_mine(request, one)}
        for one in kept
    ]
    shown.sort(key=lambda one: str(one["name"]).casefold())
    return render(request, "people/members.html", {"practice": practice_name(practice), "members": shown})


def add(request: HttpRequest) -> HttpResponse:
    """An account for somebody who begins to work here; what they need to come in is shown this one time."""
    form = AddStaffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        new = actions.add_staff(
            practice=_practice_of(request), role=Role(said["role"]), name=said["name"], chosen=said["chosen"]
        )
        page = {"name": said["name"], "login": new.login, "code": new.recovery_code}
        return render(request, "people/member_added.html", page)
    return render(request, "people/member_add.html", {"form": form}, status=400 if form.errors else 200)


def end(request: HttpRequest, membership_id: int) -> HttpResponse:
    """Ends a role, once it was asked whether that is meant."""
    found = Membership.objects.filter(pk=membership_id, practice=_practice_of(request), is_ended=False).first()
    if found is None:
        raise Http404
    if _is_mine(request, found):
        messages.info(request, _("Your own role is ended by another manager, so that the practice is never without."))
        return redirect("people:members")
    if request.method == "POST":
        actions.end_role(account=found.account, practice=found.practice, role=Role(found.role))
        messages.info(request, _("The role is ended. From now on it opens nothing."))
        return redirect("people:members")
    page = {"name": shown_name(found), "role": ROLE_NAMES[Role(found.role)]}
    return render(request, "people/member_end.html", page)


def _is_mine(request: HttpRequest, membership: Membership) -> bool:
    return membership.account_id == account_of(request).pk


def _practice_of(request: HttpRequest) -> Practice:
    held = account_of(request).memberships.filter(role=Role.MANAGER, is_ended=False)
    return held.select_related("practice")[0].practice
