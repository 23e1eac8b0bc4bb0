"""Making, accepting and closing doors. Each is done by somebody who holds the keys, and leaves a visit."""

import datetime as dt
import uuid
from collections.abc import Iterable
from uuid import UUID

import msgspec
from django.db import transaction

from vado.record import ledger, record_rows
from vado.record.admission import Admission, noted, visit_of
from vado.record.codes import key_behind, lookup_of, new_code
from vado.record.doors import (
    Actor,
    Consent,
    Door,
    DrawerKeys,
    Purpose,
    Terms,
    door_of,
    open_terms,
    refuse_own_drawer,
    seal_door,
    seal_wraps,
)
from vado.record.errors import InvitationClosed, NoDoor, WrongKey
from vado.record.facts import Drawer
from vado.record.gate import Gate
from vado.record.keyring import keyring
from vado.record.keys_in_hand import KeysInHand
from vado.record.models import StoredInvitation
from vado.record.record_rows import DoorRow, RecordRow
from vado.record.sealing import new_key, seal, unseal
from vado.record.visits import Act, Visit
from vado.record.waiting import told

INVITATION_LASTS = dt.timedelta(hours=48)


class Invitation(msgspec.Struct, frozen=True):
    """What is sealed behind a code: the terms of the door to be, and its keys."""

    terms: Terms
    accepted_until: dt.datetime
    keys: dict[str, bytes]


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Invitation).decode


def invite(admission: Admission, terms: Terms, now: dt.datetime) -> str:
    """Seals the drawer keys behind a fresh code and gives the code."""
    refuse_own_drawer(terms.purpose, terms.drawers)
    code, invitation_id = new_code(), uuid.uuid4()
    named = frozenset(map(int, terms.drawers))
    keys = {f"{d}.{g}": key for (d, g), key in admission.drawers.keys.items() if d in named}
    until = now + INVITATION_LASTS
    plain = _encode(Invitation(terms, until, keys))
    StoredInvitation.objects.bulk_create(
        [
            StoredInvitation(
                id=invitation_id,
                record_id=admission.row.id,
                lookup=lookup_of(code, b"lookup"),
                sealed=seal(
                    key_behind(code, b"vado invitation", invitation_id), plain, _bound(invitation_id, admission.row.id)
                ),
                told=told(invitation_id, admission.row.id, terms, until),
            )
        ]
    )
    return code


def accept_invitation(actor: Actor, code: str, *, now: dt.datetime) -> Door:
    """Makes the door of an invitation; raises `InvitationClosed`."""
    with transaction.atomic():
        found = StoredInvitation.objects.filter(lookup=lookup_of(code, b"lookup")).first()
        if found is None:
            raise InvitationClosed
        row, _doors = record_rows.record_with_doors(found.record_id, actor.id, lock=True)
        # Deleting it under the record's lock is what makes it single-use.
        taken, _by_model = StoredInvitation.objects.filter(id=found.id).delete()
        if row is None or not taken:
            raise InvitationClosed
        invitation = _opened(found, code)
        if now >= invitation.accepted_until:
            raise InvitationClosed
        return _accepted(row, actor, invitation, now)


def close(admission: Admission, actor: Actor, door_id: UUID, now: dt.datetime) -> Admission:
    """Takes a door's keys away and rolls the keys of its drawers; raises `NoDoor` for one that is not live.

    Gives the admission as it is afterwards.
    """
    stored = next((row for row in record_rows.doors_of_record(admission.row.id) if row.id == door_id), None)
    if stored is None or door_id not in admission.gate.doors or door_id == admission.door_id:
        raise NoDoor
    record_rows.delete_wraps(door_id)
    transaction.on_commit(lambda: ledger.note_door(admission.row.id, door_id))
    # An invitation that waits carries the old keys and could not follow the roll.
    StoredInvitation.objects.filter(record_id=admission.row.id).delete()
    gate = msgspec.structs.replace(admission.gate, doors=admission.gate.doors - {door_id})
    gate = roll(admission, gate, _drawers_of(stored))
    visit = visit_of(admission, actor, Act.DOOR_CLOSED, now)
    visit = msgspec.structs.replace(visit, door=door_id, drawers=tuple(sorted(_drawers_of(stored))))
    return admission._replace(row=noted(admission.keys, admission.row, gate, visit), gate=gate)


def roll(admission: Admission, gate: Gate, drawers: Iterable[Drawer]) -> Gate:
    """Gives these drawers a new key generation and wraps it for every live door."""
    new_keys: DrawerKeys = {(drawer, gate.generations[drawer] + 1): new_key() for drawer in drawers}
    ring = admission.keys.ring
    for row in record_rows.doors_of_record(admission.row.id):
        if row.id in gate.doors:
            record_rows.insert_wraps(row.id, seal_wraps(ring, row, open_terms(ring, row), new_keys))
    admission.drawers.keys.update(new_keys)
    return msgspec.structs.replace(gate, generations={**gate.generations, **dict(new_keys.keys())})


def doors_of(admission: Admission, now: dt.datetime) -> list[Door]:
    """Every door there is or was, oldest first; a row that was forged is left out: it opens nothing."""
    ring, found = keyring(), []
    for row in record_rows.doors_of_record(admission.row.id):
        try:
            terms = open_terms(ring, row)
        except WrongKey:
            continue
        found.append(door_of(row, terms, now, is_live=row.id in admission.gate.doors))
    return sorted(found, key=lambda door: door.opens_from)


def terms_of(
    purpose: Purpose,
    drawers: Iterable[Drawer],
    consent: Consent,
    opens_until: dt.datetime | None,
    now: dt.datetime,
    *,
    may_write: bool = False,
) -> Terms:
    """The terms of a door that opens now."""
    return Terms(purpose, tuple(sorted(drawers)), now, opens_until, consent, may_write)


def _accepted(row: RecordRow, actor: Actor, invitation: Invitation, now: dt.datetime) -> Door:
    keys = KeysInHand()
    gate = keys.gates.open(row.id, row.visits_count, row.gate)
    door_id = uuid.uuid4()
    gate = msgspec.structs.replace(gate, doors=gate.doors | {door_id})
    stored = seal_door(keys.ring, door_id, row.id, actor.id, invitation.terms, _keys_in(invitation))
    record_rows.insert_door(stored)
    terms = invitation.terms
    visit = Visit(actor.id, Act.DOOR_OPENED, terms.purpose, now, terms.drawers, door_id)
    record_rows.update_records([noted(keys, row, gate, visit)])
    return door_of(stored, terms, now, is_live=True)


def _opened(found: StoredInvitation, code: str) -> Invitation:
    try:
        key = key_behind(code, b"vado invitation", found.id)
        return _decode(unseal(key, bytes(found.sealed), _bound(found.id, found.record_id)))
    except WrongKey as problem:
        raise InvitationClosed from problem


def _keys_in(invitation: Invitation) -> DrawerKeys:
    named = ((name.partition("."), key) for name, key in invitation.keys.items())
    return {(int(drawer), int(generation)): key for (drawer, _dot, generation), key in named}


def _drawers_of(stored: DoorRow) -> frozenset[Drawer]:
    """By the terms, which are sealed; the wraps alone could have been thinned out by hand."""
    return frozenset(open_terms(keyring(), stored).drawers)


def _bound(invitation_id: UUID, record_id: UUID) -> bytes:
    return b"vado invitation" + invitation_id.bytes + record_id.bytes
