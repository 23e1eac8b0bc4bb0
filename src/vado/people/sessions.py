"""Login sessions: kept under the hash of the cookie, with their content sealed.

An account finds its own sessions by a keyed hash; who that is cannot be told from the table.
"""

import datetime as dt
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction
from django.utils import timezone

from vado.people.models import LoginSession
from vado.record.errors import WrongKey
from vado.record.house_keys import house_key
from vado.record.sealing import keyed_hash, seal, unseal

# Every request reads its session: a statement written once costs a third of one that is put together each time.
KEPT = "SELECT * FROM people_login_session WHERE cookie_hash = %s"
ENDED_IS_KNOWN_FOR = dt.timedelta(days=1)  # so long a form that comes too late can still be given back to its writer


class SessionStore(SessionBase):
    """Django's session, with neither the cookie nor the content readable in the database."""

    def load(self) -> dict[str, Any]:
        row = self._live_row(self.session_key)
        content = None if row is None else content_of(row)
        if content is None:
            self._session_key = None
            return {}
        return content

    def exists(self, session_key: str) -> bool:
        return LoginSession.objects.filter(pk=cookie_hash(session_key)).exists()

    def create(self) -> None:
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            return self.create()
        content = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        key = cookie_hash(self.session_key)
        values: dict[str, Any] = {
            "sealed": sealed_content(key, content),
            "owner": owner_of(content[SESSION_KEY]) if SESSION_KEY in content else "",
            "expires_at": self.get_expiry_date(),
        }
        if must_create:
            return _insert(key, values)
        # An ended session is not revived by a page that was still under way.
        if not LoginSession.objects.filter(pk=key).update(**values):
            raise UpdateError
        return None

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            LoginSession.objects.filter(pk=cookie_hash(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        LoginSession.objects.filter(expires_at__lt=timezone.now() - ENDED_IS_KNOWN_FOR).delete()

    def _live_row(self, session_key: str | None) -> LoginSession | None:
        if session_key is None:
            return None
        row = next(iter(LoginSession.objects.raw(KEPT, [cookie_hash(session_key)])), None)
        return row if row and row.expires_at > timezone.now() else None


def sealed_content(key: str, content: Mapping[str, Any]) -> bytes:
    """The content of a session, sealed and bound to its row."""
    return seal(house_key("sessions"), msgspec.json.encode(content), key.encode())


def content_of(row: LoginSession) -> dict[str, Any] | None:
    """What a session holds; None for a row that was forged or moved."""
    try:
        opened = unseal(house_key("sessions"), bytes(row.sealed), row.cookie_hash.encode())
    except WrongKey:
        return None
    return msgspec.json.decode(opened, type=dict[str, Any])


def owner_of(account_id: UUID | str) -> str:
    """Under what an account finds its own sessions."""
    return keyed_hash(house_key("sessions"), b"owner" + UUID(str(account_id)).bytes).hex()


def cookie_hash(cookie: str) -> str:
    """Under what a session is found; the cookie has 160 random bits, so a plain hash is enough."""
    return sha256(cookie.encode()).hexdigest()


def _insert(key: str, values: Mapping[str, Any]) -> None:
    SessionStore.clear_expired()
    try:
        with transaction.atomic():
            LoginSession.objects.create(cookie_hash=key, **values)
    except IntegrityError as problem:
        raise CreateError from problem
