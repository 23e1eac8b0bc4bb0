"""Puts the arrival on each request, and ends sign-ins that are too old, or of staff who were idle."""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from vado.people.arrival import Arrival
from vado.people.models import Account
from vado.people.sessions import SessionStore
from vado.people.sign_ins import end_sign_ins, kind_of_device, name_of
from vado.people.wishes import wishes_of

STAFF_IDLE_SECONDS = 15 * 60
WHOLE_SECONDS = 12 * 60 * 60  # of anybody, however busy
SEEN_EVERY_SECONDS = 60  # the session is written at most once a minute

Answer = Callable[[HttpRequest], HttpResponse]


def arrivals(answer: Answer) -> Answer:
    """Sets `request.actor`, `request.own_record_id` and `request.arrival` for whoever is signed in."""

    def arrived(request: HttpRequest) -> HttpResponse:
        _set(request, None)
        if isinstance(request.user, Account):
            arrival = Arrival(request.user, _sign_in_of(request))
            if _is_over(request, arrival):
                _end(request, arrival)
            else:
                _set(request, arrival)
                return _in_their_language(request, arrival, answer)
        return answer(request)

    return arrived


def _in_their_language(request: HttpRequest, arrival: Arrival, answer: Answer) -> HttpResponse:
    """At the first page of a sign-in the language of the account comes before that of the browser."""
    wished = wishes_of(arrival.account).language if "language_met" not in request.session else ""
    request.session.setdefault("language_met", True)
    if not wished or wished == translation.get_language():
        return answer(request)
    with translation.override(wished):
        answered = answer(request)
    age, secure = settings.LANGUAGE_COOKIE_AGE, settings.LANGUAGE_COOKIE_SECURE
    if settings.LANGUAGE_COOKIE_NAME not in answered.cookies:
        answered.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, wished, max_age=age, secure=secure, httponly=True, samesite="Lax"
        )
    return answered


def _set(request: HttpRequest, arrival: Arrival | None) -> None:
    request.arrival = arrival  # type: ignore[attr-defined]
    request.actor = arrival and arrival.actor  # type: ignore[attr-defined]
    request.own_record_id = arrival and arrival.own_record_id  # type: ignore[attr-defined]


def _end(request: HttpRequest, arrival: Arrival) -> None:
    """What follows sees nobody signed in: a page leads to the sign-in, words on their way are kept for their writer."""
    end_sign_ins(arrival.account.pk, name=name_of(request.session.session_key))
    request.session = SessionStore()
    request.user = AnonymousUser()


def _sign_in_of(request: HttpRequest) -> str:
    token = request.session.get("sign_in")
    if not isinstance(token, str):
        token = request.session["sign_in"] = secrets.token_hex(16)
        request.session["device"] = kind_of_device(request)
    return token


def _is_over(request: HttpRequest, arrival: Arrival) -> bool:
    now = int(arrival.at.timestamp())
    began = int(request.session.setdefault("began_at", now))
    seen = int(request.session.get("seen_at", now))
    if now - seen >= SEEN_EVERY_SECONDS or "seen_at" not in request.session:
        request.session["seen_at"] = now
    is_idle = now - seen >= STAFF_IDLE_SECONDS and arrival.is_staff
    return now - began >= WHOLE_SECONDS or is_idle
