"""How the person's days are counted, and the end of a record."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from vado.people import actions
from vado.people.arrival import arrival_of
from vado.people.forms import EraseForm
from vado.people.my_days import MyDaysForm, form_of, keep, settings_of
from vado.people.rules_erasure import BACKUP_DAYS, Erasure, RecordKind, erasure_of
from vado.record import Record


def settings(request: HttpRequest) -> HttpResponse:
    """What can be set, and what leaving the page does and does not do."""
    return render(request, "people/settings.html")


def my_days(request: HttpRequest, record: Record) -> HttpResponse:
    """Name, zone, when the day begins, and whose words for substances."""
    form = MyDaysForm(request.POST) if request.method == "POST" else form_of(record)
    if request.method == "POST" and form.is_valid():
        keep(record, form)
        messages.info(request, _("Kept."))
        return redirect("people:settings")
    return render(request, "people/my_days.html", {"form": form}, status=400 if form.errors else 200)


def erase(request: HttpRequest, record: Record) -> HttpResponse:
    """The first of two steps: what is erased, what stays, and the copy that can be taken before."""
    return render(request, "people/erase.html", {"told": told_of(record), "backup_days": BACKUP_DAYS})


def erase_now(request: HttpRequest, record: Record) -> HttpResponse:
    """The second step: erases the record and the account, at once and for good, and says what became of each."""
    form = EraseForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/erase_now.html", {"form": form}, status=400 if form.errors else 200)
    told, account = told_of(record), arrival_of(request).account
    record.erase(now=timezone.now())
    actions.remove_account(account=account)
    logout(request)
    return render(request, "people/erased.html", {"told": told, "backup_days": BACKUP_DAYS, "at": timezone.now()})


def told_of(record: Record) -> list[Erasure]:
    """The answer for each record of this person. What a practice keeps about its care has records of its own."""
    return [erasure_of(RecordKind.OWN, settings_of(record).vocabulary, record.now.date())]
