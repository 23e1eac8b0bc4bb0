"""The working place of people in a practice: whose doors are open to them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vado.meetings.people_page import people_of
from vado.people.access import RULES
from vado.people.arrival import arrival_of
from vado.people.doorkeeper import staff
from vado.people.forms import CodeForm


@staff(*(rule.role for rule in RULES))
def caseload(request: HttpRequest) -> HttpResponse:
    """Everybody whose door is open, by their next meeting, and the place to enter a code."""
    return render(request, "meetings/people.html", {"people": people_of(arrival_of(request)), "form": CodeForm()})
