"""Doors: who may open which drawers, for what, from when until when, with the consent; and the keys they carry."""

import datetime as dt
import enum
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

import msgspec

from vado.record.errors import IncompleteConsent, OwnDrawerClosed
from vado.record.facts import Drawer
from vado.record.keyring import Keyring
from vado.record.sealing import derive, seal, seal_exactly, unseal, unseal_exactly
from vado.record.statements import DoorRow

PRACTICE = 1  # the recipient kind today; 2 is kept for a user's own key


class Actor(NamedTuple):
    """Who asks: the id of an account, and the token of this sign-in."""

    id: UUID
    sign_in: str | None = None


class Purpose(enum.StrEnum):
    """What a record is opened for."""

    OWN = "own"
    CARE = "care"
    GROUP = "group"
    SUPERVISION = "supervision"
    RESEARCH = "research"
    RESTORE = "restore"
    JOB = "job"


class Consent(msgspec.Struct, frozen=True, kw_only=True):
    """Every element of a valid consent. One cannot be made with an element missing: it raises `IncompleteConsent`.

    `until` None means until it is taken back. `purpose` is in the person's words.
    """

    who: str
    recipient: str
    what: str
    purpose: str
    until: dt.datetime | None
    revocable: str
    signed_name: str
    signed_at: dt.datetime
    language: str

    def __post_init__(self) -> None:
        words = ("who", "recipient", "what", "purpose", "revocable", "signed_name", "language")
        missing = tuple(name for name in words if not str(getattr(self, name)).strip())
        if missing:
            raise IncompleteConsent(missing)


class DoorState(enum.StrEnum):
    """Whether a door opens now, and if not, why."""

    OPEN = "open"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    CLOSED = "closed"


class Terms(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is sealed in a door."""

    purpose: Purpose
    drawers: tuple[Drawer, ...]
    opens_from: dt.datetime
    opens_until: dt.datetime | None = None
    consent: Consent | None = None
    may_write: bool = False

    def is_open(self, now: dt.datetime) -> bool:
        """Whether the door's time has come and is not over."""
        return self.opens_from <= now and (self.opens_until is None or now < self.opens_until)


class Door(msgspec.Struct, frozen=True):
    """A door as the person sees it."""

    id: UUID
    actor: UUID
    purpose: Purpose
    drawers: tuple[Drawer, ...]
    opens_from: dt.datetime
    opens_until: dt.datetime | None
    consent: Consent | None
    state: DoorState
    may_write: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is the person's own door."""
        return self.purpose is Purpose.OWN

    @property
    def is_open(self) -> bool:
        """Whether it opens now."""
        return self.state is DoorState.OPEN


DrawerKeys = dict[tuple[int, int], bytes]  # (drawer, generation) -> key

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Terms).decode


def refuse_own_drawer(purpose: Purpose, drawers: Iterable[Drawer]) -> None:
    """Raises `OwnDrawerClosed` for any door but the person's that names the drawer "only me"."""
    if purpose is not Purpose.OWN and Drawer.OWN in drawers:
        raise OwnDrawerClosed


def seal_door(ring: Keyring, door_id: UUID, record_id: UUID, actor: UUID, terms: Terms, keys: DrawerKeys) -> DoorRow:
    """The row of a door that carries these drawer keys, under the primary practice key."""
    refuse_own_drawer(terms.purpose, terms.drawers)
    key = _door_key(ring, ring.primary, door_id)
    sealed = seal(key, _encode(terms), _door_bound(door_id, record_id, actor, PRACTICE))
    row = DoorRow(door_id, record_id, actor, PRACTICE, ring.primary, sealed, ())
    return row._replace(wraps=seal_wraps(ring, row, terms, keys))


def seal_wraps(
    ring: Keyring, row: DoorRow, terms: Terms, keys: Mapping[tuple[int, int], bytes]
) -> tuple[tuple[int, int, bytes], ...]:
    """The wraps of these keys for that door; only the drawers it names."""
    key = _door_key(ring, row.epoch, row.id)
    named = frozenset(map(int, terms.drawers))
    return tuple(
        (drawer, generation, seal_exactly(key, plain, _wrap_bound(row, terms, drawer, generation)))
        for (drawer, generation), plain in sorted(keys.items())
        if drawer in named
    )


def open_terms(ring: Keyring, row: DoorRow) -> Terms:
    """The terms of a stored door; raises `WrongKey` when any part of the row was altered or copied."""
    bound = _door_bound(row.id, row.record_id, row.actor, row.recipient)
    return _decode(unseal(_door_key(ring, row.epoch, row.id), row.terms, bound))


def open_wraps(ring: Keyring, row: DoorRow, terms: Terms) -> DrawerKeys:
    """The drawer keys that a door carries; raises `WrongKey` when a wrap was altered, copied or moved."""
    key = _door_key(ring, row.epoch, row.id)
    return {
        (drawer, generation): unseal_exactly(key, sealed, _wrap_bound(row, terms, drawer, generation))
        for drawer, generation, sealed in row.wraps
    }


def rewrap_door(ring: Keyring, row: DoorRow) -> DoorRow:
    """The same door under the primary practice key, for a rotation."""
    terms = open_terms(ring, row)
    return seal_door(ring, row.id, row.record_id, row.actor, terms, open_wraps(ring, row, terms))


def door_of(row: DoorRow, terms: Terms, now: dt.datetime, *, is_live: bool) -> Door:
    """The door as the person sees it at that moment."""
    return Door(
        id=row.id,
        actor=row.actor,
        purpose=terms.purpose,
        drawers=terms.drawers,
        opens_from=terms.opens_from,
        opens_until=terms.opens_until,
        consent=terms.consent,
        state=_state(terms, now, is_live),
        may_write=terms.may_write,
    )


def _state(terms: Terms, now: dt.datetime, is_live: bool) -> DoorState:
    if not is_live:
        return DoorState.CLOSED
    if terms.is_open(now):
        return DoorState.OPEN
    return DoorState.NOT_YET if now < terms.opens_from else DoorState.EXPIRED


def _door_key(ring: Keyring, epoch: int, door_id: UUID) -> bytes:
    return derive(ring.key(epoch), b"vado door" + door_id.bytes)


def _door_bound(door_id: UUID, record_id: UUID, actor: UUID, recipient: int) -> bytes:
    return b"vado terms" + door_id.bytes + record_id.bytes + actor.bytes + recipient.to_bytes(2)


def _wrap_bound(row: DoorRow, terms: Terms, drawer: int, generation: int) -> bytes:
    until = terms.opens_until.isoformat() if terms.opens_until else ""
    times = f"|{terms.purpose}|{terms.opens_from.isoformat()}|{until}".encode()
    place = drawer.to_bytes(2) + generation.to_bytes(4)
    return b"vado wrap" + row.id.bytes + row.record_id.bytes + place + row.actor.bytes + times
