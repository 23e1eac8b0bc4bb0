"""When something does not work: calm pages that say what is safe and what can be done now."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vado.people.doorkeeper import MoreThanALeafHolds
from vado.people.late_words import readable, words_of
from vado.people.models import Account
from vado.record.faults import why_not_written

NOT_KEPT = _("What you have sent is kept nowhere. Here it is, so that you can copy it.")


def _page(request: HttpRequest, status: int, heading: str | Promise, *lines: str | Promise) -> HttpResponse:
    return render(request, "web/mishap.html", {"heading": heading, "lines": lines}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | MoreThanALeafHolds):
        return too_much(request, has_arrived=isinstance(exception, MoreThanALeafHolds))
    return _page(
        request,
        400,
        _("This did not arrive in one piece"),
        _("What you kept before is safe. If you were writing, go back one page: your words are still there."),
    )


def too_much(request: HttpRequest, *, has_arrived: bool = False) -> HttpResponse:
    """What has arrived whole, and was more than one leaf holds, stands on the page; the rest was never taken in."""
    page = {"heading": _("This is more than fits into one entry"), "words": _sent_words(request) if has_arrived else []}
    page["lines"] = [
        NOT_KEPT if page["words"] else _("Nothing is lost. Go back one page: your words are still there."),
        _("Copy them, and keep them in two or more parts."),
    ]
    return render(request, "web/mishap.html", page, status=413)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        _("This form waited too long"),
        _("Nothing is lost. Go back one page: your words are still there."),
        _("Copy them to be safe, load that page anew, and keep them."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(
        request,
        403,
        _("This page is not open to you"),
        _("What you wrote is where you left it."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    page = {"heading": _("There is nothing here"), "words": _sent_words(request)}
    page["lines"] = [
        _("The address may have changed, or a door may have been closed."),
        NOT_KEPT if page["words"] else _("What you wrote is where you left it."),
    ]
    return render(request, "web/mishap.html", page, status=404)


def _sent_words(request: HttpRequest) -> list[str]:
    """What somebody sent to a page that is not there for them any more; without an address no token was looked at."""
    is_sent = request.method == "POST" and request.resolver_match is not None and isinstance(request.user, Account)
    return readable(words_of(request.POST)) if is_sent else []


def broken(request: HttpRequest) -> HttpResponse:
    """Both languages on one page, without database, sign-in or static names: any of these may be what broke."""
    why = why_not_written(sys.exception())
    page = {"words": _words_at_hand(request), "why": why.name if why else ""}
    return HttpResponse(render_to_string("web/broken.html", page), status=500)


def _words_at_hand(request: HttpRequest) -> list[str]:
    """What somebody signed in sent with a token of ours: not every browser brings it when one goes back."""
    has_arrived = getattr(request, "arrival", None) is not None
    is_ours = has_arrived and getattr(request, "csrf_processing_done", False)
    return readable(words_of(request.POST)) if is_ours and request.method == "POST" else []
