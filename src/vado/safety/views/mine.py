"""My safety: what matters in an emergency, the card, the country."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from vado import catalogue
from vado.people.called import chosen_name
from vado.people.doorkeeper import opens
from vado.record import Drawer, Record
from vado.safety.facts import SafetySettings
from vado.safety.forms_list import AboutMeForm, CountryForm
from vado.safety.lines_shown import about_shown, away_words, lines_shown
from vado.safety.reading import safety_of
from vado.safety.views.always import COUNTRY_COOKIE
from vado.safety.views.taking import kept


@opens(Drawer.SAFETY)
def mine(request: HttpRequest, record: Record) -> HttpResponse:
    drawer = safety_of(record)
    form = CountryForm(initial={"country": drawer.country})
    return render(request, "safety/mine.html", {"drawer": drawer, "country_form": form})


@require_POST
@opens(Drawer.SAFETY, write=True)
def country(request: HttpRequest, record: Record) -> HttpResponse:
    """The person's choice, kept in the record, and in this browser so that the page without a login knows it."""
    form = CountryForm(request.POST)
    answer = redirect("safety:mine")
    if "country" in request.POST and form.is_valid():
        chosen = form.cleaned_data["country"]
        record.put_over(safety_of(record).settings, SafetySettings(country=chosen))
        answer.set_cookie(COUNTRY_COOKIE, chosen, httponly=True, samesite="Lax", secure=request.is_secure())
    return answer


@opens(Drawer.SAFETY, write=True)
def about(request: HttpRequest, record: Record) -> HttpResponse:
    heads = safety_of(record).about
    form = AboutMeForm(request.POST or None, today=timezone.now().date(), heads=heads)
    if request.method == "POST" and form.is_valid() and kept(record, form, form.fact(), heads):
        return redirect("safety:mine")
    page: dict[str, Any] = {"form": form, "versions": [(head, about_shown(head.fact)) for head in heads]}
    return render(request, "safety/about.html", page)


@opens(Drawer.SAFETY)
def card(request: HttpRequest, record: Record) -> HttpResponse:
    """The emergency card, drawn from what was said; nothing is on it that was left open."""
    drawer, today = safety_of(record), timezone.now().date()
    page = {
        "called": drawer.about_me.name or chosen_name(record),
        "lines": lines_shown(drawer),
        "about": drawer.about_me,
        "away": away_words(drawer.standing, today),
        "help": catalogue.help_in(drawer.country),
        "today": today,
    }
    return render(request, "safety/card.html", page)
