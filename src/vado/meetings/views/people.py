"""The working place of people in a practice: whose doors are open to them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vado.meetings.people_page import people_of
from vado.people.access import RULES, Role
from vado.people.arrival import arrival_of
from vado.people.doorkeeper import staff
from vado.people.forms import CodeForm
from vado.people.staff_names import practices_where


@staff(*(rule.role for rule in RULES))
def caseload(request: HttpRequest) -> HttpResponse:
    """Everybody whose door is open, by their next meeting, and the place to enter a code."""
    arrival = arrival_of(request)
    studies = practices_where(arrival.account.pk, Role.RESEARCHER) if arrival.roles == {Role.RESEARCHER} else []
    page = {"people": people_of(arrival), "form": CodeForm(), "study": ", ".join(studies)}
    return render(request, "meetings/people.html", page)
