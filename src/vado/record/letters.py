"""A box for one letter: somebody without an account leaves words by a code, and the person alone can open them.

Each box has a pair of keys. The one that opens lies sealed under the drawer "only me", which no door can name; the one
that seals lies behind the code, so that whoever holds the database can neither read a letter nor put one there.
"""

import datetime as dt
import uuid
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from django.db import transaction

from vado.record import ledger, record_rows, version_rows
from vado.record.admission import noted
from vado.record.codes import key_behind, lookup_of, new_code
from vado.record.doors import Purpose
from vado.record.errors import InvitationClosed, NoDoor, TamperedLeaf, UnknownLeaf, WrongKey
from vado.record.facts import Drawer
from vado.record.keys_in_hand import KeysInHand
from vado.record.models import StoredLetterBox
from vado.record.sealing import derive, keyed_hash, seal, unseal
from vado.record.visits import Act, Visit

if TYPE_CHECKING:
    from vado.record.record import Record

LETTER_BOX_LASTS = dt.timedelta(days=14)
_CODE_USE = b"vado letter box"


class LetterBox(msgspec.Struct, frozen=True):
    """A box as its person sees it. `asked` is whom they asked; it is empty where the row was altered."""

    id: UUID
    asked: str
    until: dt.datetime | None
    has_letter: bool


class Letter(msgspec.Struct, frozen=True):
    """What somebody left: their words, the name they signed with, and when."""

    words: str
    signed: str
    left_at: dt.datetime


class _Opener(msgspec.Struct, frozen=True):
    """For the person: whom they asked, until when, and the key that opens the letter."""

    asked: str
    until: dt.datetime
    key: bytes


class _Slot(msgspec.Struct, frozen=True, omit_defaults=True):
    """Behind the code: the key that seals, or what tells that it was used and by which sending."""

    until: dt.datetime
    key: bytes = b""
    used_by: bytes = b""


def make_letter_box(record: "Record", asked: str) -> str:
    """The code of a fresh box, good for one letter and for fourteen days; raises `NoDoor` through a door.

    `asked` says whom the person asks, in their own words. Boxes whose time is over are taken away.
    """
    _for_the_person(record)
    code, box_id, pair = new_code(), uuid.uuid4(), X25519PrivateKey.generate()
    until = record.now + LETTER_BOX_LASTS
    with record._hold.writing():
        for old in letter_boxes(record, is_over=True):
            StoredLetterBox.objects.filter(record_id=record.id, id=old.id).delete()
        generation = record._keys.current(Drawer.OWN)
        opener = msgspec.msgpack.encode(_Opener(asked, until, pair.private_bytes_raw()))
        StoredLetterBox.objects.bulk_create(
            [
                StoredLetterBox(
                    id=box_id,
                    record_id=record.id,
                    lookup=lookup_of(code, _CODE_USE),
                    slot=_sealed_slot(code, box_id, record.id, _Slot(until, pair.public_key().public_bytes_raw())),
                    generation=generation,
                    opener=seal(_own_key(record, generation), opener, _bound(b"opener", box_id, record.id)),
                )
            ]
        )
        record._hold.note(Visit(record.actor.id, Act.ASKED_FOR_WORDS, Purpose.OWN, record.now))
    return code


def letter_boxes(record: "Record", *, is_over: bool = False) -> list[LetterBox]:
    """The boxes that hold a letter or still wait for one, or with `is_over` those whose time went by empty.

    Raises `NoDoor` through a door.
    """
    _for_the_person(record)
    shown = [_shown(record, row) for row in StoredLetterBox.objects.filter(record_id=record.id)]
    chosen = (box for box in shown if _went_by_empty(box, record.now) is is_over)
    return sorted(chosen, key=lambda box: (box.until is None, box.until, box.id))


def leave_letter(code: str, words: str, signed: str, *, sending: UUID, now: dt.datetime) -> None:
    """Puts a letter into the box of that code; raises `InvitationClosed`: unknown, used or over, one answer for all.

    Sent twice with the same `sending` it is there one time.
    """
    with transaction.atomic():
        found = StoredLetterBox.objects.filter(lookup=lookup_of(code, _CODE_USE)).first()
        if found is None:
            raise InvitationClosed
        row, _doors = record_rows.record_with_doors(found.record_id, found.id, lock=True)
        # Looked at afresh under the record's lock: that is what makes the code good for one letter.
        box = StoredLetterBox.objects.filter(id=found.id).first()
        if row is None or box is None:
            raise InvitationClosed
        slot = _opened_slot(code, box)
        if slot.used_by == sending.bytes:
            return
        if not slot.key or now >= slot.until:
            raise InvitationClosed
        _fill(code, box, slot, sending, msgspec.msgpack.encode(Letter(words, signed, now)))
        house = KeysInHand()
        gate = house.gates.open(row.id, row.visits_count, row.gate)
        visit = Visit(box.id, Act.WORDS_LEFT, Purpose.OWN, now)
        record_rows.update_records([noted(house, row, gate, visit)])


def take_letter(record: "Record", box_id: UUID) -> Letter:
    """Opens a letter and takes its box away. Raises `UnknownLeaf`, `TamperedLeaf`, and `NoDoor` through a door.

    Whoever wants to keep it puts it into the record in the same transaction.
    """
    _for_the_person(record)
    with record._hold.writing():
        box = StoredLetterBox.objects.filter(record_id=record.id, id=box_id).exclude(letter=b"").first()
        if box is None:
            raise UnknownLeaf(box_id)
        try:
            letter = _opened_letter(_opened_opener(record, box), box)
        except WrongKey as problem:
            raise TamperedLeaf(box_id) from problem
        _take_away(record, box_id)
        return letter


def drop_letter_box(record: "Record", box_id: UUID) -> bool:
    """Takes a box away with whatever lies in it, unopened; False when it is no longer there."""
    _for_the_person(record)
    with record._hold.writing():
        return _take_away(record, box_id)


def _take_away(record: "Record", box_id: UUID) -> bool:
    taken, _by_model = StoredLetterBox.objects.filter(record_id=record.id, id=box_id).delete()
    if taken:  # like a leaf: an old backup that is put back must not bring the letter again
        version_rows.insert_tombstone(record.id, box_id, Drawer.OWN, record._hold.take_sequences(1))
        transaction.on_commit(lambda: ledger.note_leaf(record.id, box_id))
    return bool(taken)


def _fill(code: str, box: StoredLetterBox, slot: _Slot, sending: UUID, plain: bytes) -> None:
    """Seals to the box's key, which is forgotten here: with the same code nothing more can be put in."""
    once, box_key = X25519PrivateKey.generate(), X25519PublicKey.from_public_bytes(slot.key)
    once_public = once.public_key().public_bytes_raw()
    key = _letter_key(once.exchange(box_key), once_public, slot.key)
    letter = once_public + seal(key, plain, _bound(b"letter", box.id, box.record_id))
    used = _sealed_slot(code, box.id, box.record_id, _Slot(slot.until, used_by=sending.bytes))
    StoredLetterBox.objects.filter(id=box.id).update(letter=letter, slot=used)


def _opened_letter(opener: _Opener, box: StoredLetterBox) -> Letter:
    once_public, sealed = bytes(box.letter[:32]), bytes(box.letter[32:])
    own = X25519PrivateKey.from_private_bytes(opener.key)
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(once_public))
    except ValueError as problem:  # not a key: too short, or one that gives the same to everybody
        raise WrongKey from problem
    key = _letter_key(shared, once_public, own.public_key().public_bytes_raw())
    plain = unseal(key, sealed, _bound(b"letter", box.id, box.record_id))
    return msgspec.msgpack.decode(plain, type=Letter)


def _letter_key(shared: bytes, once_public: bytes, box_public: bytes) -> bytes:
    """HKDF (RFC 5869), extract before expand since a shared point is not uniform; both public keys are bound in."""
    return derive(keyed_hash(b"vado letter", shared), once_public + box_public)


def _shown(record: "Record", row: StoredLetterBox) -> LetterBox:
    has_letter = bool(row.letter)
    try:
        opener = _opened_opener(record, row)
    except WrongKey:
        return LetterBox(row.id, "", None, has_letter)
    return LetterBox(row.id, opener.asked, opener.until, has_letter)


def _went_by_empty(box: LetterBox, now: dt.datetime) -> bool:
    return not box.has_letter and box.until is not None and box.until <= now


def _opened_opener(record: "Record", row: StoredLetterBox) -> _Opener:
    key = _own_key(record, row.generation)
    return msgspec.msgpack.decode(
        unseal(key, bytes(row.opener), _bound(b"opener", row.id, row.record_id)), type=_Opener
    )


def _own_key(record: "Record", generation: int) -> bytes:
    key = record._keys.keys.get((Drawer.OWN, generation))
    if key is None:
        raise WrongKey
    return derive(key, b"vado letter boxes" + record.id.bytes)


def _sealed_slot(code: str, box_id: UUID, record_id: UUID, slot: _Slot) -> bytes:
    key = key_behind(code, _CODE_USE, box_id)
    return seal(key, msgspec.msgpack.encode(slot), _bound(b"slot", box_id, record_id))


def _opened_slot(code: str, box: StoredLetterBox) -> _Slot:
    try:
        plain = unseal(key_behind(code, _CODE_USE, box.id), bytes(box.slot), _bound(b"slot", box.id, box.record_id))
    except WrongKey as problem:
        raise InvitationClosed from problem
    return msgspec.msgpack.decode(plain, type=_Slot)


def _bound(part: bytes, box_id: UUID, record_id: UUID) -> bytes:
    return b"vado letter box " + part + box_id.bytes + record_id.bytes


def _for_the_person(record: "Record") -> None:
    if not record.is_own:
        raise NoDoor
