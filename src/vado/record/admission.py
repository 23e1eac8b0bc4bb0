"""Letting somebody in: the one place that decides whether a door opens, and that notes who came."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from vado.record import record_rows
from vado.record.doors import Actor, DrawerKeys, Purpose, Terms, open_door
from vado.record.drawers import DrawerSet
from vado.record.errors import NoDoor, WrongKey
from vado.record.facts import Drawer
from vado.record.gate import Gate
from vado.record.keys_in_hand import KeysInHand
from vado.record.record_rows import DoorRow, RecordRow, VisitRow
from vado.record.visits import Act, Head, Visit, next_visit


class Admission(NamedTuple):
    """Somebody who is in: the record's row as read, its gate, and what the door gives."""

    keys: KeysInHand
    row: RecordRow
    gate: Gate
    door_id: UUID
    terms: Terms
    drawers: DrawerSet


def admit(actor: Actor, record_id: UUID, purpose: Purpose, now: dt.datetime, *, lock: bool) -> Admission:
    """Finds the actor's open door for this purpose and its keys; raises `NoDoor`."""
    keys = KeysInHand()
    row, doors = record_rows.record_with_doors(record_id, actor.id, lock=lock)
    admission = _admitted(keys, row, doors, purpose, now)
    if admission is None and lock and row is not None:
        # PostgreSQL may have waited for the lock with wraps of an older snapshot: look once more, holding it.
        again = record_rows.record_with_doors(record_id, actor.id, lock=True)
        admission = _admitted(keys, *again, purpose, now)
    if admission is None:
        raise NoDoor
    return admission


def choose(
    keys: KeysInHand,
    row: RecordRow,
    doors: Sequence[DoorRow],
    purpose: Purpose,
    now: dt.datetime,
    among: frozenset[int],
) -> Admission | None:
    """The door among these that opens for the purpose at that moment, with the keys of the drawers in `among`.

    Of several the one that may write comes first, then the one with more drawers.
    """
    gate = keys.gates.open(row.id, row.visits_count, row.gate)
    opening: list[tuple[DoorRow, Terms, DrawerKeys]] = []
    for door in doors:
        opened = _opened(keys, door) if door.id in gate.doors else None
        if opened is None:
            continue
        terms, drawer_keys = opened
        if terms.purpose is purpose and terms.is_open(now) and _is_complete(terms, drawer_keys, gate, among):
            opening.append((door, terms, drawer_keys))
    if not opening:
        return None
    door, terms, drawer_keys = max(opening, key=lambda one: (one[1].may_write, len(one[1].drawers)))
    return Admission(keys, row, gate, door.id, terms, DrawerSet(row.id, drawer_keys))


def noted(keys: KeysInHand, row: RecordRow, gate: Gate, visit: Visit) -> RecordRow:
    """Writes the visit and gives the record's row with the new head of its chain; the caller saves the row."""
    row, stored = with_visit(keys, row, gate, visit)
    record_rows.insert_visits([stored])
    return row


def with_visit(keys: KeysInHand, row: RecordRow, gate: Gate, visit: Visit) -> tuple[RecordRow, VisitRow]:
    """The record's row after this visit, and the visit's row; nothing is written yet."""
    head = Head(row.visits_count, row.visits_head)
    stored = next_visit(keys.visits, keys.visits.pseudonym(row.id), head, visit)
    sealed = keys.gates.seal(row.id, stored.n, gate)
    return row._replace(visits_count=stored.n, visits_head=stored.mac, gate=sealed), stored


def note_refusal(actor: Actor, record_id: UUID, purpose: Purpose, now: dt.datetime) -> None:
    """Writes that somebody was refused, in a transaction of its own, at most twenty an hour for each record."""
    keys = KeysInHand()
    with transaction.atomic():
        row, _doors = record_rows.record_with_doors(record_id, actor.id, lock=True)
        if row is None:
            return
        gate = keys.gates.open(row.id, row.visits_count, row.gate)
        if gate.may_note_refusal(now):
            visit = Visit(actor=actor.id, act=Act.REFUSED, purpose=purpose, at=now)
            record_rows.update_records([noted(keys, row, gate.with_refusal(now), visit)])


def visit_of(admission: Admission, actor: Actor, act: Act, now: dt.datetime) -> Visit:
    """The visit that this admission leaves."""
    return Visit(
        actor=actor.id,
        act=act,
        purpose=admission.terms.purpose,
        at=now,
        drawers=tuple(sorted(admission.drawers.drawers)),
        door=admission.door_id,
    )


def _admitted(
    keys: KeysInHand, row: RecordRow | None, doors: Sequence[DoorRow], purpose: Purpose, now: dt.datetime
) -> Admission | None:
    return None if row is None else choose(keys, row, doors, purpose, now, frozenset(Drawer))


def _opened(keys: KeysInHand, door: DoorRow) -> tuple[Terms, DrawerKeys] | None:
    """Terms and keys of a stored door, or None when any part of it was forged, copied or altered."""
    try:
        return open_door(keys.ring, door)
    except WrongKey:
        return None


def _is_complete(terms: Terms, keys: DrawerKeys, gate: Gate, among: frozenset[int]) -> bool:
    named = [drawer for drawer in terms.drawers if drawer in among]
    is_whole = all((drawer, 1) in keys and (drawer, gate.generations[drawer]) in keys for drawer in named)
    return is_whole and (terms.purpose is Purpose.OWN or Drawer.OWN not in terms.drawers)


def note_act(actor: Actor, record_id: UUID, act: Act, purpose: Purpose, *, now: dt.datetime) -> None:
    """Writes a visit for an act done about a record without opening it, such as restoring access. Raises `NoDoor`."""
    keys = KeysInHand()
    with transaction.atomic():
        row, _doors = record_rows.record_with_doors(record_id, actor.id, lock=True)
        if row is None:
            raise NoDoor
        gate = keys.gates.open(row.id, row.visits_count, row.gate)
        visit = Visit(actor=actor.id, act=act, purpose=purpose, at=now)
        record_rows.update_records([noted(keys, row, gate, visit)])
