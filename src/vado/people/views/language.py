"""Choosing the language: at once in this browser, and kept for every other device."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.i18n import set_language

from vado.people import actions
from vado.people.models import Account


def choose(request: HttpRequest) -> HttpResponseBase:
    """Django's own switch; whoever is signed in finds the same language at their next sign-in elsewhere."""
    answer = set_language(request)
    chosen = request.POST.get("language", "")
    if isinstance(request.user, Account) and chosen in dict(settings.LANGUAGES):
        actions.keep_language(account=request.user, language=chosen)
    return answer
