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
from vado.record.record_rows import DoorRow
from vado.record.sealing import Sealer, derive

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
    shown_by: str = "Vado"  # who may disclose; doors that were opened before this was asked have it too

    def __post_init__(self) -> None:
        words = ("who", "recipient", "what", "purpose", "revocable", "signed_name", "language", "shown_by")
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
    row = DoorRow(door_id, record_id, actor, PRACTICE, ring.primary, b"", ())
    sealer = _door_sealer(ring, row)
    row = row._replace(terms=sealer.seal(_encode(terms), _terms_bound(row)))
    return row._replace(wraps=_wraps(sealer, row, terms, keys))


def seal_wraps(
    ring: Keyring, row: DoorRow, terms: Terms, keys: Mapping[tuple[int, int], bytes]
) -> tuple[tuple[int, int, bytes], ...]:
    """The wraps of these keys for that door; only the drawers it names."""
    return _wraps(_door_sealer(ring, row), row, terms, keys)


def open_door(ring: Keyring, row: DoorRow) -> tuple[Terms, DrawerKeys]:
    """Terms and drawer keys of a stored door; raises `WrongKey` when any part of it was altered, copied or moved."""
    sealer = _door_sealer(ring, row)
    terms = _decode(sealer.unseal(row.terms, _terms_bound(row)))
    before, after = _wraps_bound(row, terms)
    return terms, {
        (drawer, generation): sealer.unseal_exactly(sealed, before + _place(drawer, generation) + after)
        for drawer, generation, sealed in row.wraps
    }


def open_terms(ring: Keyring, row: DoorRow) -> Terms:
    """The terms alone; raises `WrongKey`."""
    return _decode(_door_sealer(ring, row).unseal(row.terms, _terms_bound(row)))


def rewrap_door(ring: Keyring, row: DoorRow) -> DoorRow:
    """The same door under the primary practice key, for a rotation."""
    terms, keys = open_door(ring, row)
    return seal_door(ring, row.id, row.record_id, row.actor, terms, keys)


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


def _wraps(
    sealer: Sealer, row: DoorRow, terms: Terms, keys: Mapping[tuple[int, int], bytes]
) -> tuple[tuple[int, int, bytes], ...]:
    named, (before, after) = frozenset(map(int, terms.drawers)), _wraps_bound(row, terms)
    return tuple(
        (drawer, generation, sealer.seal_exactly(plain, before + _place(drawer, generation) + after))
        for (drawer, generation), plain in sorted(keys.items())
        if drawer in named
    )


def _door_sealer(ring: Keyring, row: DoorRow) -> Sealer:
    return Sealer(derive(ring.key(row.epoch), b"vado door" + row.id.bytes))


def _terms_bound(row: DoorRow) -> bytes:
    return b"vado terms" + row.id.bytes + row.record_id.bytes + row.actor.bytes + row.recipient.to_bytes(2)


def _wraps_bound(row: DoorRow, terms: Terms) -> tuple[bytes, bytes]:
    """What is bound into each wrap, before and after its own place."""
    until = terms.opens_until.isoformat() if terms.opens_until else ""
    times = f"|{terms.purpose}|{terms.opens_from.isoformat()}|{until}".encode()
    return b"vado wrap" + row.id.bytes + row.record_id.bytes, row.actor.bytes + times


def _place(drawer: int, generation: int) -> bytes:
    return drawer.to_bytes(2) + generation.to_bytes(4)
