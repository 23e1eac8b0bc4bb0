"""A record on one's own computer: no account to sign in to; an entrance made at the terminal opens it once."""

import datetime as dt
import hashlib
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from vado.people.actions import sign_up
from vado.people.doorkeeper import public
from vado.people.late_words import home_of
from vado.people.models import Account

ENTRANCES = "entrances"
CHOSEN_LOGIN = "own"


def make_entrance(home: Path) -> str:
    """A token that opens the record once; only its hash is kept, in a folder closed to other users."""
    token = secrets.token_urlsafe(32)
    folder = home / ENTRANCES
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _file_of(home, token).touch(mode=0o600)
    return token


def use_entrance(home: Path, token: str) -> bool:
    """Whether this token was still unused; now it is used."""
    try:
        _file_of(home, token).unlink()
    except FileNotFoundError:
        return False
    return True


@public
def enter_alone(request: HttpRequest, token: str) -> HttpResponse:
    """Opens the one record of this computer. Without `vado start` there is nothing here."""
    if not settings.ALONE or not use_entrance(Path(settings.HOME), token):
        raise Http404
    account = the_account(timezone.now())
    begin_session(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(home_of(account))


def the_account(now: dt.datetime) -> Account:
    """The one account of this computer, made on the first visit. It has no passphrase to sign in with."""
    known = Account.objects.filter(own_record_id__isnull=False).first()
    return known or sign_up(chosen=CHOSEN_LOGIN, passphrase=None, now=now).account


def _file_of(home: Path, token: str) -> Path:
    return home / ENTRANCES / hashlib.sha256(token.encode()).hexdigest()
