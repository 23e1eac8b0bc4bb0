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
from vado.people.my_days import MyDaysForm, form_of, keep
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
    """Erases the record and the account, at once and for good."""
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = arrival_of(request).account
        record.erase(now=timezone.now())
        actions.remove_account(account=account)
        logout(request)
        return render(request, "people/erased.html")
    return render(request, "people/erase.html", {"form": form}, status=400 if form.errors else 200)
