"""Puts the arrival on each request, and ends login sessions of staff that are idle or old."""

import secrets
from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from vado.people.arrival import Arrival
from vado.people.models import Account

STAFF_IDLE_SECONDS = 15 * 60
STAFF_WHOLE_SECONDS = 12 * 60 * 60
SEEN_EVERY_SECONDS = 60  # the session is written at most once a minute

Answer = Callable[[HttpRequest], HttpResponse]


def arrivals(answer: Answer) -> Answer:
    """Sets `request.actor`, `request.own_record_id` and `request.arrival` for whoever is signed in."""

    def arrived(request: HttpRequest) -> HttpResponse:
        _set(request, None)
        if isinstance(request.user, Account):
            arrival = Arrival(request.user, _sign_in_of(request))
            if arrival.is_staff and _is_over(request, arrival):
                logout(request)
                return redirect("people:sign-in")
            _set(request, arrival)
        return answer(request)

    return arrived


def _set(request: HttpRequest, arrival: Arrival | None) -> None:
    request.arrival = arrival  # type: ignore[attr-defined]
    request.actor = arrival and arrival.actor  # type: ignore[attr-defined]
    request.own_record_id = arrival and arrival.own_record_id  # type: ignore[attr-defined]


def _sign_in_of(request: HttpRequest) -> str:
    token = request.session.get("sign_in")
    if not isinstance(token, str):
        token = request.session["sign_in"] = secrets.token_hex(16)
    return token


def _is_over(request: HttpRequest, arrival: Arrival) -> bool:
    now = int(arrival.at.timestamp())
    began = int(request.session.setdefault("began_at", now))
    seen = int(request.session.get("seen_at", now))
    if now - seen >= SEEN_EVERY_SECONDS or "seen_at" not in request.session:
        request.session["seen_at"] = now
    return now - began >= STAFF_WHOLE_SECONDS or now - seen >= STAFF_IDLE_SECONDS
