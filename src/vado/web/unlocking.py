"""With a passphrase on the key file: nothing is readable until it is given, nor after a while of rest."""

import logging
import threading
import time
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation

from vado.people.old_copies import erase_what_came_back
from vado.people.sign_ins import forget_sign_in
from vado.people.views.accounts import left
from vado.record.anchors import write_anchor_if_due
from vado.record.errors import KeyFileLocked, WrongPassphrase
from vado.record.keyring import keyring, lock, unlock
from vado.record.ledger import LedgerAltered
from vado.web.alone import make_entrance
from vado.web.middleware import Answer
from vado.web.waiting_form import FIELD, is_readable, keep_what_waited, sealed_form

_log = logging.getLogger(__name__)
REST_SECONDS = 10 * 60
LOOK_EVERY_SECONDS = 15


class Rest:
    """How long no page was asked for."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """A page is asked for now."""
        self._since = time.monotonic()

    def is_over(self) -> bool:
        """Whether the key has waited long enough to be dropped."""
        return time.monotonic() - self._since > REST_SECONDS


_rest = Rest()
_one_at_a_time = threading.Lock()


def locked_until_opened(answer: Answer) -> Answer:
    """Middleware of `vado start`: shows the passphrase page instead of any other while the key is locked."""
    if settings.ALONE:
        threading.Thread(target=_lock_when_idle, daemon=True).start()

    def opened(request: HttpRequest) -> HttpResponse:
        if not settings.ALONE or is_open():
            _rest.begin()
            return answer(request)
        return _answer_locked(request)

    return opened


def is_open() -> bool:
    """Whether the key can be used now."""
    try:
        keyring()
    except KeyFileLocked:
        return False
    return True


def _answer_locked(request: HttpRequest) -> HttpResponse:
    with translation.override(translation.get_language_from_request(request)):
        if request.method == "POST" and request.path == reverse("people:leave"):
            return _leave(request)
        return _ask(request)


def _leave(request: HttpRequest) -> HttpResponse:
    """Quick exit needs no key: the sign-in is found by the hash of its cookie."""
    forget_sign_in(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    return left(request)


def _ask(request: HttpRequest) -> HttpResponse:
    waiting = sealed_form(request)
    is_gone = bool(waiting) and not is_readable(waiting)
    passphrase = request.POST.get("passphrase", "") if FIELD in request.POST and not is_gone else ""
    if passphrase and _opens(passphrase):
        _erase_first()
        write_anchor_if_due(timezone.now())
        keep_what_waited(request)
        return redirect(reverse("enter-alone", args=[make_entrance(Path(settings.HOME))]))
    page = {"is_wrong": bool(passphrase), "is_gone": is_gone, "waiting": "" if is_gone else waiting, "field": FIELD}
    return render(request, "web/unlock.html", page, status=401)


def _erase_first() -> None:
    """What `serve` does before it answers waits here for the key."""
    try:
        erase_what_came_back()
    except LedgerAltered as problem:
        _log.warning("%s", problem)


def _opens(passphrase: str) -> bool:
    """One try at a time: each takes 128 MiB for a while, which also slows down guessing."""
    with _one_at_a_time:
        try:
            unlock(passphrase)
        except WrongPassphrase:
            return False
    _rest.begin()
    return True


def _lock_when_idle() -> None:
    while True:
        time.sleep(LOOK_EVERY_SECONDS)
        if _rest.is_over():
            lock()
