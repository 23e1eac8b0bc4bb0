"""The only ways in: one record, one record to write in, or the list of all that an actor's doors open."""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar, cast
from uuid import UUID

from django.db import transaction

from vado.record import statements
from vado.record.admission import Admission, admit, choose, note_refusal, noted, visit_of, with_visit
from vado.record.doors import Actor, Purpose, Terms, seal_door
from vado.record.drawers import DrawerSet, months_between
from vado.record.errors import NoDoor
from vado.record.facts import Drawer, Fact
from vado.record.gate import Gate, open_gate
from vado.record.keyring import keyring
from vado.record.leaves import Leaf, Wanted, opened
from vado.record.record import Record
from vado.record.sealing import new_key
from vado.record.statements import DoorRow, RecordRow, VersionRow
from vado.record.visits import START_OF_CHAIN, Act

F = TypeVar("F", bound=Fact)


def create_record(actor: Actor, *, now: dt.datetime) -> Record:
    """A new record of that actor, with fresh keys for all drawers and the person's own door to them.

    >>> record = create_record(Actor(uuid.uuid4()), now=dt.datetime.now(dt.UTC))  # doctest: +SKIP
    """
    record_id, door_id = uuid.uuid4(), uuid.uuid4()
    keys = {(int(drawer), 1): new_key() for drawer in Drawer}
    terms = Terms(Purpose.OWN, tuple(Drawer), now)
    door = seal_door(keyring(), door_id, record_id, actor.id, terms, keys)
    gate = Gate(doors=frozenset({door_id}), generations={int(drawer): 1 for drawer in Drawer})
    gate = gate.with_sign_in(actor.sign_in)
    row = RecordRow(record_id, 1, 0, START_OF_CHAIN, b"")
    admission = Admission(row, gate, door_id, terms, DrawerSet(record_id, keys))
    with transaction.atomic():
        row, visit = with_visit(row, gate, visit_of(admission, actor, Act.CREATED, now))
        statements.insert_record(row)
        statements.insert_door(door)
        statements.insert_visits([visit])
    return Record(actor, admission._replace(row=row), now)


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
            record = Record(actor, admission, now)
            with record._holding(admission):
                if not _is_noted(admission, actor):
                    record._admission = _visited(admission, actor, now)
                yield record
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
        """The leaves of these kinds between two days, both included, for each record; read in one statement."""
        asked = kinds if isinstance(kinds, tuple) else (kinds,)
        wanted = Wanted(asked, since, until)
        rows = self._rows(wanted, months_between(since, until))
        return {
            record.id: cast(
                "list[Leaf[F]]",
                list(opened(record._admission.drawers, rows.get(record.id, []), wanted, record._unreadable)),
            )
            for record in self.records
        }

    def _rows(self, wanted: Wanted, months: list[str]) -> dict[UUID, list[VersionRow]]:
        tokens = [
            record._admission.drawers.month_token(drawer, month)
            for record in self.records
            for drawer in {kind.drawer for kind in wanted.kinds} & record.drawers
            for month in months
        ]
        gathered: dict[UUID, list[VersionRow]] = {}
        for record_id, row in statements.heads_by_months(tokens):
            gathered.setdefault(record_id, []).append(row)
        return gathered


def open_many(actor: Actor, purpose: Purpose, drawers: Iterable[Drawer], *, now: dt.datetime) -> OpenedRecords:
    """Opens every record that the actor has an open door to, for this purpose, with these drawers of it.

    Each record gets one visit, "listed". A record whose door has not these drawers comes with those it has;
    one without any is left out.
    """
    among = frozenset(map(int, drawers))
    with transaction.atomic():
        found = statements.records_of_actor(actor.id, among)
        chosen = (_chosen(row, doors, purpose, now, among) for row, doors in found)
        admissions = [admission for admission in chosen if admission is not None]
        listed = [
            (admission, *with_visit(admission.row, admission.gate, visit_of(admission, actor, Act.LISTED, now)))
            for admission in admissions
        ]
        statements.insert_visits([visit for _admission, _row, visit in listed])
        statements.update_records([row for _admission, row, _visit in listed])
    return OpenedRecords(tuple(Record(actor, one._replace(row=row), now) for one, row, _visit in listed))


def _chosen(
    row: RecordRow, doors: Sequence[DoorRow], purpose: Purpose, now: dt.datetime, among: frozenset[int]
) -> Admission | None:
    return choose(row, open_gate(row.id, row.visits_count, row.gate), doors, purpose, now, among)


def _opened(actor: Actor, record_id: UUID, purpose: Purpose, now: dt.datetime) -> Record:
    if purpose is Purpose.OWN and actor.sign_in is not None:
        admission = admit(actor, record_id, purpose, now, lock=False)
        if _is_noted(admission, actor):
            return Record(actor, admission, now)
    with transaction.atomic():
        admission = admit(actor, record_id, purpose, now, lock=True)
        admission = _visited(admission, actor, now)
        statements.update_records([admission.row])
    return Record(actor, admission, now)


def _is_noted(admission: Admission, actor: Actor) -> bool:
    """The person's own openings are one visit a sign-in."""
    return admission.terms.purpose is Purpose.OWN and admission.gate.knows(actor.sign_in)


def _visited(admission: Admission, actor: Actor, now: dt.datetime) -> Admission:
    is_own = admission.terms.purpose is Purpose.OWN
    gate = admission.gate.with_sign_in(actor.sign_in) if is_own else admission.gate
    row = noted(admission.row, gate, visit_of(admission, actor, Act.OPENED, now))
    return admission._replace(row=row, gate=gate)
