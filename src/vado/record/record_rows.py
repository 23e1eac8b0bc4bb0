"""The rows of records, doors, wraps and visits, as the hot paths read and write them."""

# ruff: noqa: S608

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from vado.record.database import Row, as_stored, as_uuid, fetch, locking, places, run, run_many


class RecordRow(NamedTuple):
    """The record's own row."""

    id: UUID
    next_sequence: int
    visits_count: int
    visits_head: bytes
    gate: bytes


class DoorRow(NamedTuple):
    """One stored door with its wraps as (drawer, generation, sealed)."""

    id: UUID
    record_id: UUID
    actor: UUID
    recipient: int
    epoch: int
    terms: bytes
    wraps: tuple[tuple[int, int, bytes], ...]


class VisitRow(NamedTuple):
    """One visit of a chain, to be written."""

    pseudonym: UUID
    n: int
    sealed: bytes
    mac: bytes


_DOOR_COLUMNS = "d.id, d.record_id, d.actor, d.recipient, d.epoch, d.terms, w.drawer, w.generation, w.sealed"
_RECORD_COLUMNS = "r.id, r.next_sequence, r.visits_count, r.visits_head, r.gate"


def record_with_doors(record_id: UUID, actor: UUID, *, lock: bool) -> tuple[RecordRow | None, list[DoorRow]]:
    """The record's row and every stored door of that actor with its wraps, in one statement."""
    sql = (
        f"SELECT {_RECORD_COLUMNS}, {_DOOR_COLUMNS} FROM record_record r "
        "LEFT JOIN record_door d ON d.record_id = r.id AND d.actor = %s "
        "LEFT JOIN record_wrap w ON w.door_id = d.id WHERE r.id = %s"
    )
    rows = fetch(locking(sql, "r") if lock else sql, [as_stored(actor), as_stored(record_id)])
    return (_record_row(rows[0][:5]) if rows else None), _doors([row[5:] for row in rows])


def records_of_actor(actor: UUID, drawers: Iterable[int]) -> list[tuple[RecordRow, list[DoorRow]]]:
    """Every record that actor has a stored door to, locked in the order of ids, with the wraps of these drawers."""
    wanted = sorted(drawers)
    sql = (
        f"SELECT {_RECORD_COLUMNS}, {_DOOR_COLUMNS} FROM record_record r "
        "JOIN record_door d ON d.record_id = r.id "
        f"JOIN record_wrap w ON w.door_id = d.id AND w.drawer IN ({places(wanted)}) "
        "WHERE d.actor = %s ORDER BY r.id"
    )
    rows = fetch(locking(sql, "r"), [*wanted, as_stored(actor)])
    gathered: dict[UUID | str, list[Row]] = {}
    for row in rows:
        gathered.setdefault(row[0], []).append(row)
    return [(_record_row(group[0][:5]), _doors([row[5:] for row in group])) for group in gathered.values()]


def doors_of_record(record_id: UUID) -> list[DoorRow]:
    """Every stored door of a record, closed ones too (they have no wraps)."""
    sql = (
        f"SELECT {_DOOR_COLUMNS} FROM record_door d LEFT JOIN record_wrap w ON w.door_id = d.id WHERE d.record_id = %s"
    )
    return _doors(fetch(sql, [as_stored(record_id)]))


def insert_record(row: RecordRow) -> None:
    """Write a new record's row."""
    run(
        "INSERT INTO record_record (id, next_sequence, visits_count, visits_head, gate) VALUES (%s, %s, %s, %s, %s)",
        [as_stored(row.id), row.next_sequence, row.visits_count, row.visits_head, row.gate],
    )


def update_records(rows: Sequence[RecordRow]) -> None:
    """Write what changed in the rows of records that are held."""
    run_many(
        "UPDATE record_record SET next_sequence = %s, visits_count = %s, visits_head = %s, gate = %s WHERE id = %s",
        [(row.next_sequence, row.visits_count, row.visits_head, row.gate, as_stored(row.id)) for row in rows],
    )


def move_on(row: RecordRow, visits_before: int) -> bool:
    """Write the new end of the chain, if nobody came in since the record was read; whether it was written.

    Every change of doors, keys or sign-ins leaves a visit and seals the gate anew, so the count tells it.
    """
    changed = run(
        "UPDATE record_record SET visits_count = %s, visits_head = %s, gate = %s WHERE id = %s AND visits_count = %s",
        [row.visits_count, row.visits_head, row.gate, as_stored(row.id), visits_before],
    )
    return changed == 1


def insert_visits(visits: Sequence[VisitRow]) -> None:
    """Write visits; a number that is taken fails, so a chain never forks."""
    run_many(
        "INSERT INTO record_visit (pseudonym, n, sealed, mac) VALUES (%s, %s, %s, %s)",
        [(as_stored(visit.pseudonym), visit.n, visit.sealed, visit.mac) for visit in visits],
    )


def insert_door(door: DoorRow) -> None:
    """Write a door with its wraps."""
    run(
        "INSERT INTO record_door (id, record_id, actor, recipient, epoch, terms) VALUES (%s, %s, %s, %s, %s, %s)",
        [*map(as_stored, (door.id, door.record_id, door.actor)), door.recipient, door.epoch, door.terms],
    )
    insert_wraps(door.id, door.wraps)


def insert_wraps(door_id: UUID, wraps: Iterable[tuple[int, int, bytes]]) -> None:
    """Write wraps of a door."""
    run_many(
        "INSERT INTO record_wrap (door_id, drawer, generation, sealed) VALUES (%s, %s, %s, %s)",
        [(as_stored(door_id), *wrap) for wrap in wraps],
    )


def delete_wraps(door_id: UUID) -> None:
    """Take a door's keys away."""
    run("DELETE FROM record_wrap WHERE door_id = %s", [as_stored(door_id)])


def _record_row(row: Row) -> RecordRow:
    return RecordRow(as_uuid(row[0]), row[1], row[2], bytes(row[3]), bytes(row[4]))


def _doors(rows: Sequence[Row]) -> list[DoorRow]:
    gathered: dict[Any, tuple[Row, list[tuple[int, int, bytes]]]] = {}
    for row in rows:
        if row[0] is None:
            continue
        _first, wraps = gathered.setdefault(row[0], (row, []))
        if row[6] is not None:
            wraps.append((row[6], row[7], bytes(row[8])))
    return [
        DoorRow(
            as_uuid(first[0]),
            as_uuid(first[1]),
            as_uuid(first[2]),
            first[3],
            first[4],
            bytes(first[5]),
            tuple(wraps),
        )
        for first, wraps in gathered.values()
    ]
