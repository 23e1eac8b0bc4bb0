"""Words of a form that came after its sign-in had ended: sealed, kept a day, and given back to their writer alone.

Whoever signs out or leaves the page ends their sign-in on purpose: of those nothing is kept.
"""

import re
import secrets
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from uuid import UUID

import msgspec
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import ResolverMatch, reverse

from vado.people.access import Role
from vado.people.models import Account
from vado.people.sign_ins import whose_ended

KEPT_SECONDS = 24 * 60 * 60
MOST_FORMS = 5
MOST_SIGNS = 2_000_000  # a note of the longest kind, and room for what stands beside it
BEFORE = "here_before"  # the cookie of a sign-in that ended, kept while nobody else comes in
MARK = "late_form"  # the field by which a form tells that it is one of these, sent anew
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", MARK})
DONE_AFRESH = frozenset({"people"})  # acts about doors, sign-ins and accounts are never sent later by a stray tap
BUT_KEPT = frozenset({"people:my-days"})
# Ids, dates, numbers, single letters; an emoji alone is somebody's words.
NO_WORDS = re.compile(r"[0-9a-f-]{32,36}|[\d\s!-/:-@\[-`{-~]*|\w", re.IGNORECASE)


class LateForm(msgspec.Struct, frozen=True):
    """A form as it was sent: where to, and every field with its answers."""

    id: str
    to: str
    fields: dict[str, list[str]]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Field and answer, one after the other."""
        return [(name, answer) for name, answers in self.fields.items() for answer in answers]

    @property
    def words(self) -> list[str]:
        """What can be read in it."""
        return readable(self.fields)


class KeepsLateWords:
    """Middleware behind the check of the form's token: a form of an ended sign-in is kept, then the way leads in."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self._answer(request)
        if not isinstance(request.user, Account):
            _remember_ended(request, answer)
        else:
            if BEFORE in request.COOKIES:
                answer.delete_cookie(BEFORE)
            _forget_when_kept(request, request.user.pk, answer)
        return answer

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponseBase | None:
        if request.method != "POST" or isinstance(request.user, Account) or not may_come_late(request.resolver_match):
            return None
        is_kept = keep_for_writer(request, request.get_full_path(), words_of(request.POST))
        return redirect(settings.LOGIN_URL) if is_kept else None


def may_come_late(match: ResolverMatch | None) -> bool:
    """Whether a form to that address is one to keep: what is public, or about doors and accounts, is done afresh."""
    if match is None:
        return False
    is_about_accounts = match.namespace in DONE_AFRESH and match.view_name not in BUT_KEPT
    return bool(getattr(match.func, "login_required", True)) and not is_about_accounts


def words_of(said: QueryDict) -> dict[str, list[str]]:
    """The fields of a form that are kept, each with its answers."""
    return {name: list(map(str, answers)) for name, answers in said.lists() if name not in NEVER_KEPT}


def readable(fields: dict[str, list[str]]) -> list[str]:
    """What can be read in a form, the longest first; ids and numbers tell nobody anything."""
    said = (answer for answers in fields.values() for answer in answers)
    return sorted((answer for answer in said if not NO_WORDS.fullmatch(answer)), key=len, reverse=True)


def keep_for_writer(request: HttpRequest, to: str, fields: dict[str, list[str]]) -> bool:
    """Keeps a form for whoever's sign-in this browser holds or held; whether there was somebody and something."""
    whose = _whose_ended(request)
    return whose is not None and keep_late(whose, to, fields)


def keep_late(account_id: UUID, to: str, fields: dict[str, list[str]]) -> bool:
    """Keeps a form for its writer; whether there was anything in it to keep."""
    size = sum(len(answer) for answers in fields.values() for answer in answers)
    if not size or size > MOST_SIGNS:
        return False
    late = LateForm(secrets.token_hex(8), to, fields)
    _keep(account_id, [*late_forms(account_id), late][-MOST_FORMS:])
    return True


def late_forms(account_id: UUID) -> list[LateForm]:
    """The forms that wait for this account, the first one first."""
    return msgspec.convert(cache.get(_place(account_id), []), list[LateForm])


def forget_late(account_id: UUID, which: str) -> None:
    """Takes one of the forms away."""
    _keep(account_id, [form for form in late_forms(account_id) if form.id != which])


def forget_late_forms(account_id: UUID) -> None:
    """Takes all of them away."""
    _keep(account_id, [])


def _keep(account_id: UUID, forms: list[LateForm]) -> None:
    if forms:
        cache.set(_place(account_id), msgspec.to_builtins(forms), KEPT_SECONDS)
    else:
        cache.delete(_place(account_id))


def home_of(account: Account) -> str:
    """Where somebody comes to who has signed in: words that wait come first."""
    if late_forms(account.pk):
        return reverse("people:late-words")
    if account.own_record_id is not None:
        return reverse("today")
    roles = set(account.memberships.filter(is_ended=False).values_list("role", flat=True))
    return reverse("people:members" if roles == {Role.MANAGER} else "people:caseload")


def _whose_ended(request: HttpRequest) -> UUID | None:
    named = (request.COOKIES.get(name, "") for name in (settings.SESSION_COOKIE_NAME, BEFORE))
    return next((whose for cookie in named if cookie and (whose := whose_ended(cookie))), None)


def _remember_ended(request: HttpRequest, answer: HttpResponse) -> None:
    """The cookie of a sign-in is taken away when it has ended; a form in another window may still be on its way."""
    cookie = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if cookie and whose_ended(cookie):
        secure = bool(settings.SESSION_COOKIE_SECURE)
        answer.set_cookie(BEFORE, cookie, httponly=True, samesite="Lax", secure=secure)


def _forget_when_kept(request: HttpRequest, account_id: UUID, answer: HttpResponse) -> None:
    """A page that sends somebody on has kept what it was sent."""
    if request.method == "POST" and answer.status_code == HTTPStatus.FOUND and MARK in request.POST:
        forget_late(account_id, request.POST[MARK])


def _place(account_id: UUID) -> str:
    return f"late words/{account_id}"
