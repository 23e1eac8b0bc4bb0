"""Headers that keep pages out of caches, and powers that no page of Vado needs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponse]

HELP = "/safety/"  # nothing of these pages is about anybody
PERMISSIONS = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"


def quiet_pages(answer: Answer) -> Answer:
    """Pages are not stored anywhere; static files, which name nobody, set their own header."""

    def quiet(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        return response

    return quiet


def help_first(answer: Answer) -> Answer:
    """The pages that are always there are answered before sign-in, key and database are asked for anything.

    They stay there while the key is locked and when the database is gone; no cookie but language and country is read.
    """

    def helping(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"} or not request.path_info.startswith(HELP):
            return answer(request)
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return answer(request)
        with translation.override(translation.get_language_from_request(request)):
            request.resolver_match = match
            given: HttpResponse = match.func(request, *match.args, **match.kwargs)
            return given

    return helping
