"""Invitations that wait: what they would open, told to the person alone, and taking one back."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from vado.record.doors import Terms
from vado.record.errors import NoDoor, WrongKey
from vado.record.house_keys import house_key
from vado.record.models import StoredInvitation
from vado.record.sealing import derive, seal, unseal

if TYPE_CHECKING:
    from vado.record.record import Record


class Waiting(msgspec.Struct, frozen=True):
    """An invitation that nobody has accepted yet. It holds no key: only its code opens anything."""

    id: UUID
    terms: Terms
    accepted_until: dt.datetime


def told(invitation_id: UUID, record_id: UUID, terms: Terms, accepted_until: dt.datetime) -> bytes:
    """What stands sealed beside an invitation, for its person's page."""
    plain = msgspec.msgpack.encode(Waiting(invitation_id, terms, accepted_until))
    return seal(_key(record_id), plain, _bound(invitation_id))


def waiting_invitations(record: "Record") -> list[Waiting]:
    """The invitations of this record that can still be accepted, oldest first; raises `NoDoor` through a door."""
    if not record.is_own:
        raise NoDoor
    rows = StoredInvitation.objects.filter(record_id=record.id).exclude(told=b"")
    opened = (found for row in rows if (found := _opened(row)) is not None)
    return sorted((one for one in opened if one.accepted_until > record.now), key=lambda one: one.accepted_until)


def take_back(record: "Record", invitation_id: UUID) -> bool:
    """Takes an invitation back, so that its code opens nothing; False when it is no longer there."""
    if not record.is_own:
        raise NoDoor
    taken, _by_model = StoredInvitation.objects.filter(record_id=record.id, id=invitation_id).delete()
    return bool(taken)


def _opened(row: StoredInvitation) -> Waiting | None:
    try:
        return msgspec.msgpack.decode(unseal(_key(row.record_id), bytes(row.told), _bound(row.id)), type=Waiting)
    except WrongKey:  # altered: its code ends by itself
        return None


def _key(record_id: UUID) -> bytes:
    return derive(house_key("invitations"), b"vado waiting" + record_id.bytes)


def _bound(invitation_id: UUID) -> bytes:
    return b"vado waiting" + invitation_id.bytes
