"""Things to try that may serve the same need."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from vado import catalogue
from vado.people.doorkeeper import signed_in


@signed_in
def strategies(request: HttpRequest, meaning: str = "") -> HttpResponse:
    """For one meaning, or for each of them; in the order of the catalogue, which is no order of worth."""
    language = (get_language() or "en")[:2]
    named = {one.code: one for one in catalogue.meanings()}
    if meaning and meaning not in named:
        raise Http404
    traditions = {one.code: one.names[language] for one in catalogue.traditions()}
    shown = [
        {
            "name": one.names[language],
            "week": one.week[language],
            "not_when": one.not_when[language],
            "tradition": traditions[one.tradition],
        }
        for one in (catalogue.strategies_for(meaning) if meaning else ())
    ]
    page = {
        "meanings": [{"code": one.code, "name": one.names[language]} for one in named.values()],
        "meaning": named[meaning].names[language] if meaning else "",
        "question": named[meaning].questions[language] if meaning else "",
        "leads_to_safety": bool(meaning) and named[meaning].leads_to_safety,
        "strategies": shown,
    }
    return render(request, "meanings/strategies.html", page)
