"""Login sessions: kept under the hash of the cookie, with their content sealed."""

import datetime as dt
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import msgspec
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction
from django.utils import timezone

from vado.people.models import LoginSession
from vado.record.errors import WrongKey
from vado.record.house_keys import house_key
from vado.record.sealing import seal, unseal


class SessionStore(SessionBase):
    """Django's session, with neither the cookie nor the content readable in the database."""

    def load(self) -> dict[str, Any]:
        row = self._live_row(self.session_key)
        if row is None:
            self._session_key = None
            return {}
        try:
            opened = unseal(house_key("sessions"), bytes(row.sealed), row.cookie_hash.encode())
        except WrongKey:
            self._session_key = None
            return {}
        content: dict[str, Any] = msgspec.json.decode(opened, type=dict[str, Any])
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
        values: dict[str, bytes | dt.datetime] = {
            "sealed": seal(house_key("sessions"), msgspec.json.encode(content), key.encode()),
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
        LoginSession.objects.filter(expires_at__lt=timezone.now()).delete()

    def _live_row(self, session_key: str | None) -> LoginSession | None:
        if session_key is None:
            return None
        return LoginSession.objects.filter(pk=cookie_hash(session_key), expires_at__gt=timezone.now()).first()


def cookie_hash(cookie: str) -> str:
    """Under what a session is found; the cookie has 160 random bits, so a plain hash is enough."""
    return sha256(cookie.encode()).hexdigest()


def _insert(key: str, values: Mapping[str, bytes | dt.datetime]) -> None:
    try:
        with transaction.atomic():
            LoginSession.objects.create(cookie_hash=key, **values)
    except IntegrityError as problem:
        raise CreateError from problem
