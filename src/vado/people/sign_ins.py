"""The sign-ins of one account: a list that tells its owner enough to know them, and the end of any of them."""

import datetime as dt
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest
from django.utils import timezone

from vado.people.models import LoginSession
from vado.people.sessions import (
    ENDED_IS_KNOWN_FOR,
    SessionStore,
    content_of,
    cookie_hash,
    owner_of,
    sealed_content,
)

IN_USE = dt.timedelta(minutes=2)
PHONE, COMPUTER = "phone", "computer"


class SignIn(NamedTuple):
    """One sign-in: no address and no agent, only what its owner needs to know it by."""

    name: str  # of its row; it signs nobody in
    began_at: dt.datetime | None
    seen_at: dt.datetime | None
    device: str

    @property
    def is_in_use(self) -> bool:
        """Whether a page was asked for within the last few minutes."""
        return self.seen_at is not None and timezone.now() - self.seen_at < IN_USE


def kind_of_device(request: HttpRequest) -> str:
    """A phone or a computer: more is not asked and not kept."""
    return PHONE if "Mobi" in request.headers.get("User-Agent", "") else COMPUTER


def sign_ins_of(account_id: UUID) -> list[SignIn]:
    """The sign-ins of an account that last, the one last used first."""
    rows = LoginSession.objects.filter(owner=owner_of(account_id), expires_at__gt=timezone.now())
    found = (_shown(row, content) for row in rows if (content := content_of(row)) is not None)
    return sorted(found, key=lambda one: one.seen_at or one.began_at or dt.datetime.min.replace(tzinfo=dt.UTC))[::-1]


def name_of(session_key: str | None) -> str:
    """The name of the sign-in of that cookie."""
    return cookie_hash(session_key) if session_key else ""


def end_sign_ins(account_id: UUID, *, name: str | None = None, but: str = "") -> int:
    """Ends one sign-in of an account, or all of them but one; gives how many.

    What they held is gone. Whose they were stays known for a day, so that words on their way are not lost.
    """
    rows = LoginSession.objects.filter(owner=owner_of(account_id), expires_at__gt=timezone.now()).exclude(pk=but)
    ended = list(rows if name is None else rows.filter(pk=name))
    for row in ended:
        row.sealed = sealed_content(row.cookie_hash, {SESSION_KEY: str(account_id)})
        row.expires_at = timezone.now()
        row.save(update_fields=["sealed", "expires_at"])
    return len(ended)


def forget_sign_in(session_key: str | None) -> None:
    """The sign-in of that cookie is gone, with nothing to know it by; no key is needed."""
    SessionStore(session_key).delete()


def whose_ended(session_key: str) -> UUID | None:
    """The account of a sign-in that ended by itself or from elsewhere within the last day."""
    since = timezone.now() - ENDED_IS_KNOWN_FOR
    row = LoginSession.objects.filter(pk=cookie_hash(session_key), expires_at__gt=since).first()
    content = content_of(row) if row is not None else None
    return UUID(content[SESSION_KEY]) if content and SESSION_KEY in content else None


def _shown(row: LoginSession, content: dict[str, Any]) -> SignIn:
    return SignIn(row.cookie_hash, _moment(content, "began_at"), _moment(content, "seen_at"), content.get("device", ""))


def _moment(content: dict[str, Any], name: str) -> dt.datetime | None:
    seconds = content.get(name)
    return dt.datetime.fromtimestamp(seconds, dt.UTC) if isinstance(seconds, int) else None
