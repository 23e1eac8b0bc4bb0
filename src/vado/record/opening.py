"""The only ways in: one record, one record to write in, or the list of all that an actor's doors open."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar, cast
from uuid import UUID

from django.db import transaction

from vado.record import doorkeeping, ledger, record_rows
from vado.record.admission import Admission, admit, choose, note_refusal, noted, visit_of, with_visit
from vado.record.doors import Actor, Consent, Purpose, Terms, seal_door
from vado.record.drawers import DrawerSet
from vado.record.errors import NoDoor, RecordGone
from vado.record.facts import Drawer, Fact
from vado.record.gate import Gate
from vado.record.hold import Hold
from vado.record.keys_in_hand import KeysInHand
from vado.record.leaves import Leaf, opened
from vado.record.reading import months_of, rows_by_month, wanted_of
from vado.record.record import Record
from vado.record.record_rows import RecordRow, VisitRow
from vado.record.sealing import new_key
from vado.record.visits import START_OF_CHAIN, Act, Visit

F = TypeVar("F", bound=Fact)


class FirstDoor(NamedTuple):
    """A door that a record has from its beginning: of somebody who is let in by what stands for a consent."""

    actor: Actor
    drawers: frozenset[Drawer]
    purpose: Purpose
    consent: Consent


def create_record(
    actor: Actor, *, now: dt.datetime, record_id: UUID | None = None, first_door: FirstDoor | None = None
) -> Record:
    """A new record of that actor, with fresh keys for all drawers and the person's own door to them.

    With `first_door` it is brought in from elsewhere: made and opened to its recipient in one visit. A `record_id`
    is given by an import, which finds its records again by it; one that was erased raises `RecordGone`.

    >>> record = create_record(Actor(uuid.uuid4()), now=dt.datetime.now(dt.UTC))  # doctest: +SKIP
    """
    if record_id is not None and ledger.names(record_id):
        raise RecordGone
    house, record_id = KeysInHand(), record_id or uuid.uuid4()
    keys = {(int(drawer), 1): new_key() for drawer in Drawer}
    own = Terms(Purpose.OWN, tuple(Drawer), now)
    doors = [seal_door(house.ring, uuid.uuid4(), record_id, actor.id, own, keys)]
    if first_door is not None:
        terms = doorkeeping.terms_of(first_door.purpose, first_door.drawers, first_door.consent, None, now)
        doors.append(seal_door(house.ring, uuid.uuid4(), record_id, first_door.actor.id, terms, keys))
    gate = Gate(doors=frozenset(door.id for door in doors), generations={int(drawer): 1 for drawer in Drawer})
    gate = gate.with_sign_in(house.gates.mark(actor.sign_in))
    row = RecordRow(record_id, 1, 0, START_OF_CHAIN, b"")
    admission = Admission(house, row, gate, doors[0].id, own, DrawerSet(record_id, keys))
    visit = visit_of(admission, actor, Act.CREATED, now)
    if first_door is not None:
        visit = Visit(actor.id, Act.BROUGHT_IN, first_door.purpose, now, tuple(sorted(first_door.drawers)), doors[1].id)
    with transaction.atomic():
        row, stored = with_visit(house, row, gate, visit)
        record_rows.insert_record(row)
        for door in doors:
            record_rows.insert_door(door)
        record_rows.insert_visits([stored])
    return Record(Hold(actor, admission._replace(row=row), now))


def open_record(actor: Actor, record_id: UUID, purpose: Purpose, *, now: dt.datetime) -> Record:
    """Opens a record for reading: checks the door, unwraps its keys and writes the visit, in one short transaction.

    The person's own openings leave one visit a sign-in. Raises `NoDoor` when no door opens; the refusal is
    written as a visit in a transaction of its own.
    """
    try:
        return _opened(actor, record_id, purpose, now)
    except NoDoor:
        note_refusal(actor, record_id, purpose, now)
        raise


@contextmanager
def open_to_write(actor: Actor, record_id: UUID, purpose: Purpose, *, now: dt.datetime) -> Iterator[Record]:
    """Opens a record and holds it to the end of the block: visit and writes are one commit, or none.

    Raises `NoDoor` like `open_record`.
    """
    is_in = False
    try:
        with transaction.atomic():
            admission = admit(actor, record_id, purpose, now, lock=True)
            is_in = True
            hold = Hold(actor, admission, now)
            with hold.held(admission):
                if not _is_noted(admission, actor):
                    hold.admission = _visited(admission, actor, now)
                yield Record(hold)
    except NoDoor:
        if not is_in:
            note_refusal(actor, record_id, purpose, now)
        raise


class OpenedRecords:
    """The records of a list, opened together."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        self.records = records

    def leaves(
        self, kinds: type[F] | tuple[type[F], ...], *, since: dt.date, until: dt.date
    ) -> dict[UUID, list[Leaf[F]]]:
        """The leaves of these kinds between two days, both included, for each record; read in one statement.

        Facts that belong to no day ignore the dates.
        """
        wanted = wanted_of(kinds, since, until)
        named = frozenset(kind.drawer for kind in wanted.kinds)
        sets = [record._keys for record in self.records]
        rows = rows_by_month(sets, named, months_of(wanted.kinds, since, until))
        return {
            record.id: cast(
                "list[Leaf[F]]", list(opened(record._keys, rows.get(record.id, []), wanted, record._unreadable))
            )
            for record in self.records
        }


def open_many(actor: Actor, purpose: Purpose, drawers: Iterable[Drawer], *, now: dt.datetime) -> OpenedRecords:
    """Opens every record that the actor has an open door to, for this purpose, with these drawers of it.

    Each record gets one visit, "listed". A record whose door has not these drawers comes with those it has;
    one without any is left out.
    """
    keys, among = KeysInHand(), frozenset(map(int, drawers))
    with transaction.atomic():
        found = record_rows.records_of_actor(actor.id, among)
        chosen = (choose(keys, row, doors, purpose, now, among) for row, doors in found)
        admissions = [admission for admission in chosen if admission is not None]
        listed = [(one, *_listed(one, actor, now)) for one in admissions]
        record_rows.insert_visits([visit for _admission, _row, visit in listed])
        record_rows.update_records([row for _admission, row, _visit in listed])
    return OpenedRecords(tuple(Record(Hold(actor, one._replace(row=row), now)) for one, row, _visit in listed))


def _listed(admission: Admission, actor: Actor, now: dt.datetime) -> tuple[RecordRow, VisitRow]:
    visit = visit_of(admission, actor, Act.LISTED, now)
    return with_visit(admission.keys, admission.row, admission.gate, visit)


def _opened(actor: Actor, record_id: UUID, purpose: Purpose, now: dt.datetime) -> Record:
    admission = admit(actor, record_id, purpose, now, lock=False)
    if not _is_noted(admission, actor):
        admission = _come_in(admission, actor, now) or _come_in_held(actor, record_id, purpose, now)
    return Record(Hold(actor, admission, now))


def _come_in(before: Admission, actor: Actor, now: dt.datetime) -> Admission | None:
    """Leaves the visit, if nobody came in since the door was looked at: then it is as open as it was seen."""
    gate = _gate_after(before, actor)
    row, visit = with_visit(before.keys, before.row, gate, visit_of(before, actor, Act.OPENED, now))
    with transaction.atomic():
        if not record_rows.move_on(row, before.row.visits_count):
            return None
        record_rows.insert_visits([visit])
    return before._replace(row=row, gate=gate)


def _come_in_held(actor: Actor, record_id: UUID, purpose: Purpose, now: dt.datetime) -> Admission:
    """Looks at the door afresh while the record's row is held, and leaves the visit."""
    with transaction.atomic():
        admission = _visited(admit(actor, record_id, purpose, now, lock=True), actor, now)
        record_rows.update_records([admission.row])
    return admission


def _is_noted(admission: Admission, actor: Actor) -> bool:
    """The person's own openings are one visit a sign-in."""
    is_own = admission.terms.purpose is Purpose.OWN
    return is_own and admission.gate.knows(admission.keys.gates.mark(actor.sign_in))


def _visited(admission: Admission, actor: Actor, now: dt.datetime) -> Admission:
    gate = _gate_after(admission, actor)
    row = noted(admission.keys, admission.row, gate, visit_of(admission, actor, Act.OPENED, now))
    return admission._replace(row=row, gate=gate)


def _gate_after(admission: Admission, actor: Actor) -> Gate:
    if admission.terms.purpose is not Purpose.OWN:
        return admission.gate
    return admission.gate.with_sign_in(admission.keys.gates.mark(actor.sign_in))
