"""Letting somebody in: the one place that decides whether a door opens, and that notes who came."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from vado.record import statements
from vado.record.doors import Actor, DrawerKeys, Purpose, Terms, open_terms, open_wraps
from vado.record.drawers import DrawerSet
from vado.record.errors import NoDoor, WrongKey
from vado.record.facts import Drawer
from vado.record.gate import Gate, open_gate, seal_gate
from vado.record.house_keys import house_key
from vado.record.keyring import Keyring, keyring
from vado.record.models import StoredVisit
from vado.record.statements import DoorRow, RecordRow
from vado.record.visits import Act, Head, Visit, VisitKeys, next_visit


class Admission(NamedTuple):
    """Somebody who is in: the record's row as read, its gate, and what the door gives."""

    row: RecordRow
    gate: Gate
    door_id: UUID
    terms: Terms
    drawers: DrawerSet


def admit(actor: Actor, record_id: UUID, purpose: Purpose, now: dt.datetime, *, lock: bool) -> Admission:
    """Finds the actor's open door for this purpose and its keys; raises `NoDoor`."""
    row, doors = statements.record_with_doors(record_id, actor.id, lock=lock)
    admission = _admitted(row, doors, purpose, now)
    if admission is None and lock and row is not None:
        # PostgreSQL may have waited for the lock with wraps of an older snapshot: look once more, holding it.
        admission = _admitted(*statements.record_with_doors(record_id, actor.id, lock=True), purpose, now)
    if admission is None:
        raise NoDoor
    return admission


def choose(
    row: RecordRow, gate: Gate, doors: Sequence[DoorRow], purpose: Purpose, now: dt.datetime, among: frozenset[int]
) -> Admission | None:
    """The door among these that opens for the purpose at that moment, with the keys of the drawers in `among`.

    Of several the one that may write comes first, then the one with more drawers.
    """
    ring = keyring()
    opening: list[tuple[DoorRow, Terms, DrawerKeys]] = []
    for door in doors:
        opened = _opened(ring, door) if door.id in gate.doors else None
        if opened is None:
            continue
        terms, keys = opened
        if terms.purpose is purpose and terms.is_open(now) and _is_complete(terms, keys, gate, among):
            opening.append((door, terms, keys))
    if not opening:
        return None
    door, terms, keys = max(opening, key=lambda one: (one[1].may_write, len(one[1].drawers)))
    return Admission(row, gate, door.id, terms, DrawerSet(row.id, keys))


def noted(row: RecordRow, gate: Gate, visit: Visit) -> RecordRow:
    """Writes the visit and gives the record's row with the new head of its chain; the caller saves the row."""
    row, stored = with_visit(row, gate, visit)
    statements.insert_visits([stored])
    return row


def with_visit(row: RecordRow, gate: Gate, visit: Visit) -> tuple[RecordRow, StoredVisit]:
    """The record's row after this visit, and the visit's row; nothing is written yet."""
    keys = VisitKeys.of(house_key("visits"))
    stored = next_visit(keys, keys.pseudonym(row.id), Head(row.visits_count, row.visits_head), visit)
    sealed = seal_gate(row.id, stored.n, gate)
    return row._replace(visits_count=stored.n, visits_head=bytes(stored.mac), gate=sealed), stored


def note_refusal(actor: Actor, record_id: UUID, purpose: Purpose, now: dt.datetime) -> None:
    """Writes that somebody was refused, in a transaction of its own, at most twenty an hour for each record."""
    with transaction.atomic():
        row, _doors = statements.record_with_doors(record_id, actor.id, lock=True)
        if row is None:
            return
        gate = open_gate(row.id, row.visits_count, row.gate)
        if gate.may_note_refusal(now):
            visit = Visit(actor=actor.id, act=Act.REFUSED, purpose=purpose, at=now)
            statements.update_records([noted(row, gate.with_refusal(now), visit)])


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


def _admitted(row: RecordRow | None, doors: Sequence[DoorRow], purpose: Purpose, now: dt.datetime) -> Admission | None:
    if row is None:
        return None
    gate = open_gate(row.id, row.visits_count, row.gate)
    return choose(row, gate, doors, purpose, now, frozenset(Drawer))


def _opened(ring: Keyring, door: DoorRow) -> tuple[Terms, DrawerKeys] | None:
    """Terms and keys of a stored door, or None when any part of it was forged, copied or altered."""
    try:
        terms = open_terms(ring, door)
        return terms, open_wraps(ring, door, terms)
    except WrongKey:
        return None


def _is_complete(terms: Terms, keys: DrawerKeys, gate: Gate, among: frozenset[int]) -> bool:
    named = [drawer for drawer in terms.drawers if drawer in among]
    is_whole = all((drawer, 1) in keys and (drawer, gate.generations[drawer]) in keys for drawer in named)
    return is_whole and (terms.purpose is Purpose.OWN or Drawer.OWN not in terms.drawers)


def note_act(actor: Actor, record_id: UUID, act: Act, purpose: Purpose, *, now: dt.datetime) -> None:
    """Writes a visit for an act done about a record without opening it, such as restoring access. Raises `NoDoor`."""
    with transaction.atomic():
        row, _doors = statements.record_with_doors(record_id, actor.id, lock=True)
        if row is None:
            raise NoDoor
        gate = open_gate(row.id, row.visits_count, row.gate)
        statements.update_records([noted(row, gate, Visit(actor=actor.id, act=act, purpose=purpose, at=now))])
