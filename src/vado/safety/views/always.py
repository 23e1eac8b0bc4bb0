"""The pages that are always there: no login, no script, nothing about anybody."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation

from vado.people.doorkeeper import public
from vado.safety.cards import all_rows
from vado.safety.numbers import countries_shown
from vado.safety.rows_dangers import DANGER_ROWS
from vado.safety.words_always import ON_THE_PHONE, ON_THE_SIDE
from vado.safety.words_steady import STEPS

LANGUAGES = {"en": ("es", "Español"), "es": ("en", "English")}
COUNTRY_COOKIE = "country"


@public
def page(request: HttpRequest, language: str = "") -> HttpResponse:
    """Danger signs, what to do now, whom to call."""
    chosen = request.COOKIES.get(COUNTRY_COOKIE, "")
    today = timezone.now().date()
    return _always(
        request,
        "page",
        language,
        lambda spoken: {
            "countries": countries_shown(today, spoken, chosen),
            "dangers": DANGER_ROWS,
            "on_the_side": ON_THE_SIDE,
            "on_the_phone": ON_THE_PHONE,
        },
    )


@public
def steady(request: HttpRequest, language: str = "") -> HttpResponse:
    """Steady myself: small things for a hard minute."""
    return _always(request, "steady", language, lambda _spoken: {"steps": STEPS})


@public
def rules(request: HttpRequest, language: str = "") -> HttpResponse:
    """Every rule as a row: what it reads, when it speaks, its text and its source."""
    return _always(request, "rules", language, lambda _spoken: {"rows": all_rows()})


def _always(request: HttpRequest, name: str, language: str, said: Any) -> HttpResponse:
    """One of these pages in the language that its address names, else in that of the browser."""
    spoken = language if language in LANGUAGES else (translation.get_language() or "en")[:2]
    if spoken not in LANGUAGES:
        spoken = "en"
    with translation.override(spoken if language else translation.get_language()):
        shown: Mapping[str, Any] = {**_around(name, spoken), **said(spoken)}
        return render(request, f"safety/{name}.html", dict(shown))


def _around(name: str, spoken: str) -> dict[str, Any]:
    other, other_name = LANGUAGES[spoken]
    return {
        "language": spoken,
        "other_language": other,
        "other_language_name": other_name,
        "other_address": reverse(f"safety:{name}-{other}"),
        "page_address": reverse(f"safety:page-{spoken}"),
        "steady_address": reverse(f"safety:steady-{spoken}"),
        "rules_address": reverse(f"safety:rules-{spoken}"),
    }
