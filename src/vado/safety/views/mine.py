"""My safety: the list of what I take, what matters in an emergency, the card, the country."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from vado import catalogue
from vado.people.called import called
from vado.people.doorkeeper import opens
from vado.record import ChangedUnderItsId, Drawer, Fact, Leaf, LeafError, Record
from vado.safety.classes import name_of
from vado.safety.facts import AboutMe, Regular, SafetySettings
from vado.safety.forms_list import AboutMeForm, CountryForm, RegularForm
from vado.safety.reading import SafetyDrawer, safety_of
from vado.safety.views.always import COUNTRY_COOKIE


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
        _put_over(record, SafetySettings(country=chosen), safety_of(record).settings)
        answer.set_cookie(COUNTRY_COOKIE, chosen, httponly=True, samesite="Lax", secure=request.is_secure())
    return answer


@opens(Drawer.SAFETY, write=True)
def takes(request: HttpRequest, record: Record) -> HttpResponse:
    drawer = safety_of(record)
    today = timezone.now().date()
    form = RegularForm(request.POST or None, today=today, country=drawer.country)
    if request.method == "POST" and form.is_valid():
        _put_new(record, form.fact(), form.cleaned_data["version_id"])
        return redirect("safety:takes")
    page = {"form": form, "lines": _lines(drawer), "missed": drawer.standing.missed_maintenance_doses}
    return render(request, "safety/takes.html", page)


@opens(Drawer.SAFETY, write=True)
def about(request: HttpRequest, record: Record) -> HttpResponse:
    before = safety_of(record).about_me
    form = AboutMeForm(request.POST or None, before=before.fact if before else None)
    if request.method == "POST" and form.is_valid():
        _put_over(record, form.fact(), before, form.cleaned_data["version_id"])
        return redirect("safety:mine")
    return render(request, "safety/about.html", {"form": form})


@require_POST
@opens(Drawer.SAFETY, write=True)
def take_away(request: HttpRequest, record: Record, leaf_id: UUID) -> HttpResponse:
    try:
        if isinstance(record.leaf(leaf_id).fact, Regular):
            record.remove(leaf_id)
    except LeafError:
        return redirect("safety:takes")
    return redirect("safety:takes")


@opens(Drawer.SAFETY)
def card(request: HttpRequest, record: Record) -> HttpResponse:
    """The emergency card, drawn from what was said; nothing is on it that was left open."""
    drawer = safety_of(record)
    page = {
        "called": called(record),
        "lines": _lines(drawer),
        "about": drawer.about_me.fact if drawer.about_me else AboutMe(),
        "help": catalogue.help_in(drawer.country),
        "today": timezone.now().date(),
    }
    return render(request, "safety/card.html", page)


def _lines(drawer: SafetyDrawer) -> list[dict[str, Any]]:
    language = (get_language() or "en")[:2]
    return [
        {
            "id": leaf.id,
            "line": leaf.fact,
            "known_as": name_of(leaf.fact.code, language) if leaf.fact.code else "",
            "class_name": _class_name(leaf.fact, language),
        }
        for leaf in drawer.regular
    ]


def _class_name(line: Regular, language: str) -> str:
    return catalogue.class_name(line.class_code, language) if line.class_code else ""


def _put_new(record: Record, fact: Fact, version_id: UUID | None) -> None:
    try:
        record.put(fact, version_id=version_id)
    except ChangedUnderItsId:
        return  # the same form sent twice: the first one is kept


def _put_over(record: Record, fact: Fact, before: Leaf[Any] | None, version_id: UUID | None = None) -> None:
    """One leaf that is written anew: it follows what was there."""
    if before is None:
        _put_new(record, fact, version_id)
    elif before.version != version_id:
        record.put(fact, leaf_id=before.id, follows=(before.version,), version_id=version_id)
