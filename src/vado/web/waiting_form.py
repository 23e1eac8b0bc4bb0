"""A form that comes while the key is locked waits in the page that asks for the passphrase, sealed under a key of this
process: neither the page, nor the database, nor a disk shows a word of it. With the passphrase it becomes a late form.
"""

import base64

import msgspec
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import Resolver404, ResolverMatch, resolve

from vado.people.late_words import keep_for_writer, may_come_late, words_of
from vado.record import WrongKey
from vado.record.sealing import new_key, seal, unseal

FIELD = "waiting"
_BOUND = b"a form that waits for the passphrase"


class _Memory:
    """The key of this process. With it goes what was not kept yet; the page then says so."""

    key = new_key()


class WaitingForm(msgspec.Struct, frozen=True):
    """A form as it was sent: where to, and every field with its answers."""

    to: str
    fields: dict[str, list[str]]


def sealed_form(request: HttpRequest) -> str:
    """What the page carries of the form that was sent; empty where none was, or one that is to be sent afresh."""
    carried = request.POST.get(FIELD, "")
    if carried or FIELD in request.POST or request.method != "POST" or not _may_wait(request):
        return carried
    form = WaitingForm(request.get_full_path(), words_of(request.POST))
    return base64.urlsafe_b64encode(seal(_Memory.key, msgspec.json.encode(form), _BOUND)).decode()


def is_readable(carried: str) -> bool:
    """Whether what a page carries was sealed by this process."""
    return _opened(carried) is not None


def keep_what_waited(request: HttpRequest) -> None:
    """Gives the form to its writer, now that the key can be used."""
    form = _opened(request.POST.get(FIELD, ""))
    if form is not None:
        keep_for_writer(request, form.to, form.fields)


def _opened(carried: str) -> WaitingForm | None:
    try:
        plain = unseal(_Memory.key, base64.urlsafe_b64decode(carried), _BOUND)
    except (WrongKey, ValueError):
        return None
    return msgspec.json.decode(plain, type=WaitingForm)


def _may_wait(request: HttpRequest) -> bool:
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return False
    return bool(words_of(request.POST)) and may_come_late(match) and _is_from_here(request, match)


def _is_from_here(request: HttpRequest, match: ResolverMatch) -> bool:
    """The check of the form's token, which otherwise comes later."""
    check = CsrfViewMiddleware(lambda _request: HttpResponse())
    check.process_request(request)
    return check.process_view(request, match.func, (), {}) is None
