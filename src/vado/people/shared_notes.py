"""Django's cache for notes that all workers share: keys hashed, values sealed, so a stolen file tells no address."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import msgspec
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.utils import timezone

from vado.people.models import SharedNote
from vado.record.house_keys import house_key
from vado.record.sealing import keyed_hash, seal, unseal

NEVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)


class SharedNotes(BaseCache):
    """A cache in the database. It never unpickles: a forged row is refused, not run."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        hashed = self._hashed(key, version)
        note = SharedNote.objects.filter(pk=hashed, expires_at__gt=timezone.now()).first()
        if note is None:
            return default
        return self._value(note)

    def set(
        self, key: Any, value: Any, timeout: float | object | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        hashed = self._hashed(key, version)
        SharedNote.objects.update_or_create(key=hashed, defaults=self._row(hashed, value, timeout))

    def add(
        self, key: Any, value: Any, timeout: float | object | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        hashed = self._hashed(key, version)
        SharedNote.objects.filter(expires_at__lte=timezone.now()).delete()
        _note, is_new = SharedNote.objects.get_or_create(key=hashed, defaults=self._row(hashed, value, timeout))
        return is_new

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Counts under the row's lock; the end of the window stays where it was."""
        hashed = self._hashed(key, version)
        with transaction.atomic():
            note = SharedNote.objects.select_for_update().filter(pk=hashed, expires_at__gt=timezone.now()).first()
            if note is None:
                raise ValueError(key)
            counted: int = self._value(note) + delta
            note.sealed = self._sealed(hashed, counted)
            note.save(update_fields=["sealed"])
        return counted

    def delete(self, key: Any, version: int | None = None) -> bool:
        return bool(SharedNote.objects.filter(pk=self._hashed(key, version)).delete()[0])

    def clear(self) -> None:
        SharedNote.objects.all().delete()

    def _hashed(self, key: Any, version: int | None) -> str:
        return keyed_hash(house_key("addresses"), self.make_key(key, version).encode()).hex()

    def _row(self, hashed: str, value: Any, timeout: float | object | None) -> Mapping[str, Any]:
        seconds: float | None = self.get_backend_timeout(timeout)  # type: ignore[attr-defined,arg-type,unused-ignore]
        expires_at = NEVER if seconds is None else dt.datetime.fromtimestamp(seconds, dt.UTC)
        return {
            "sealed": self._sealed(hashed, value),
            "expires_at": expires_at,
        }

    @staticmethod
    def _sealed(hashed: str, value: Any) -> bytes:
        return seal(house_key("addresses"), msgspec.json.encode(value), hashed.encode())

    @staticmethod
    def _value(note: SharedNote) -> Any:
        return msgspec.json.decode(unseal(house_key("addresses"), bytes(note.sealed), note.key.encode()))
