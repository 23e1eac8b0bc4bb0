"""The statements of the hot paths, written once for SQLite and PostgreSQL. Nothing else speaks SQL at a page's pace.

Only names of columns and places for values are ever put into a statement's text; every value is passed beside it.
"""

# ruff: noqa: S608

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from vado.record.models import StoredVisit

Row = tuple[Any, ...]
Value = Any  # what the driver takes: ids, numbers, bytes


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


class VersionRow(NamedTuple):
    """One stored version, its ids as 16 bytes each."""

    id: bytes
    leaf_id: bytes
    drawer: int
    generation: int
    sequence: int
    follows: bytes
    is_followed: bool
    sealed: bytes


class NewVersion(NamedTuple):
    """One version to be written."""

    record_id: UUID
    id: UUID
    leaf_id: UUID
    drawer: int
    generation: int
    sequence: int
    month: bytes
    follows: bytes
    is_followed: bool
    sealed: bytes


_DOOR_COLUMNS = "d.id, d.record_id, d.actor, d.recipient, d.epoch, d.terms, w.drawer, w.generation, w.sealed"
_RECORD_COLUMNS = "r.id, r.next_sequence, r.visits_count, r.visits_head, r.gate"
_VERSION_COLUMNS = "id, leaf_id, drawer, generation, sequence, follows, is_followed, sealed"


@cache
def is_postgresql() -> bool:
    """Whether the one database is PostgreSQL."""
    return connection.vendor == "postgresql"


def as_stored(value: UUID) -> UUID | str:
    """An id as this database keeps it: native on PostgreSQL, 32 hex digits on SQLite."""
    return value if is_postgresql() else value.hex


def _as_uuid(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(hex=value)


def _id_reader() -> Callable[[Any], bytes]:
    return (lambda value: value.bytes) if is_postgresql() else bytes.fromhex


def _fetch(sql: str, values: Sequence[Value]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[Row] = cursor.fetchall()
        return rows


def _run(sql: str, values: Sequence[Value]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def _run_many(sql: str, rows: Sequence[Sequence[Value]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)


def record_with_doors(record_id: UUID, actor: UUID, *, lock: bool) -> tuple[RecordRow | None, list[DoorRow]]:
    """The record's row and every stored door of that actor with its wraps, in one statement."""
    sql = (
        f"SELECT {_RECORD_COLUMNS}, {_DOOR_COLUMNS} FROM record_record r "
        "LEFT JOIN record_door d ON d.record_id = r.id AND d.actor = %s "
        "LEFT JOIN record_wrap w ON w.door_id = d.id WHERE r.id = %s"
    )
    rows = _fetch(_locking(sql, "r") if lock else sql, [as_stored(actor), as_stored(record_id)])
    return (_record_row(rows[0][:5]) if rows else None), _doors([row[5:] for row in rows])


def records_of_actor(actor: UUID, drawers: Iterable[int]) -> list[tuple[RecordRow, list[DoorRow]]]:
    """Every record that actor has a stored door to, locked in the order of ids, with the wraps of these drawers."""
    wanted = sorted(drawers)
    sql = (
        f"SELECT {_RECORD_COLUMNS}, {_DOOR_COLUMNS} FROM record_record r "
        "JOIN record_door d ON d.record_id = r.id "
        f"JOIN record_wrap w ON w.door_id = d.id AND w.drawer IN ({_places(wanted)}) "
        "WHERE d.actor = %s ORDER BY r.id"
    )
    rows = _fetch(_locking(sql, "r"), [*wanted, as_stored(actor)])
    gathered: dict[UUID | str, list[Row]] = {}
    for row in rows:
        gathered.setdefault(row[0], []).append(row)
    return [(_record_row(group[0][:5]), _doors([row[5:] for row in group])) for group in gathered.values()]


def doors_of_record(record_id: UUID) -> list[DoorRow]:
    """Every stored door of a record, closed ones too (they have no wraps)."""
    sql = (
        f"SELECT {_DOOR_COLUMNS} FROM record_door d LEFT JOIN record_wrap w ON w.door_id = d.id WHERE d.record_id = %s"
    )
    return _doors(_fetch(sql, [as_stored(record_id)]))


def insert_record(row: RecordRow) -> None:
    """Write a new record's row."""
    _run(
        "INSERT INTO record_record (id, next_sequence, visits_count, visits_head, gate) VALUES (%s, %s, %s, %s, %s)",
        [as_stored(row.id), row.next_sequence, row.visits_count, row.visits_head, row.gate],
    )


def update_records(rows: Sequence[RecordRow]) -> None:
    """Write what changed in the rows of records that are held."""
    _run_many(
        "UPDATE record_record SET next_sequence = %s, visits_count = %s, visits_head = %s, gate = %s WHERE id = %s",
        [(row.next_sequence, row.visits_count, row.visits_head, row.gate, as_stored(row.id)) for row in rows],
    )


def insert_visits(visits: Sequence[StoredVisit]) -> None:
    """Write visits; a number that is taken fails, so a chain never forks."""
    _run_many(
        "INSERT INTO record_visit (pseudonym, n, sealed, mac) VALUES (%s, %s, %s, %s)",
        [(as_stored(visit.pseudonym), visit.n, visit.sealed, visit.mac) for visit in visits],
    )


def insert_door(door: DoorRow) -> None:
    """Write a door with its wraps."""
    _run(
        "INSERT INTO record_door (id, record_id, actor, recipient, epoch, terms) VALUES (%s, %s, %s, %s, %s, %s)",
        [*map(as_stored, (door.id, door.record_id, door.actor)), door.recipient, door.epoch, door.terms],
    )
    insert_wraps(door.id, door.wraps)


def insert_wraps(door_id: UUID, wraps: Iterable[tuple[int, int, bytes]]) -> None:
    """Write wraps of a door."""
    _run_many(
        "INSERT INTO record_wrap (door_id, drawer, generation, sealed) VALUES (%s, %s, %s, %s)",
        [(as_stored(door_id), *wrap) for wrap in wraps],
    )


def delete_wraps(door_id: UUID) -> None:
    """Take a door's keys away."""
    _run("DELETE FROM record_wrap WHERE door_id = %s", [as_stored(door_id)])


def insert_versions(versions: Sequence[NewVersion]) -> None:
    """Write new versions, in one batch."""
    _run_many(
        "INSERT INTO record_version (record_id, id, leaf_id, drawer, generation, sequence, month, follows, "
        "is_followed, sealed) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [(*map(as_stored, version[:3]), *version[3:]) for version in versions],
    )


def mark_followed(record_id: UUID, versions: Iterable[UUID]) -> None:
    """Later versions name these ones: they are heads no more."""
    stored = [as_stored(version) for version in versions]
    if stored:
        _run(
            f"UPDATE record_version SET is_followed = %s WHERE record_id = %s AND id IN ({_places(stored)})",
            [True, as_stored(record_id), *stored],
        )


def heads_by_months(months: Sequence[bytes]) -> list[tuple[UUID, VersionRow]]:
    """Versions that nothing follows, in these months (of any records: a month's token is of one record and drawer)."""
    if not months:
        return []
    sql = (
        f"SELECT {_VERSION_COLUMNS}, record_id FROM record_version "
        f"WHERE month IN ({_places(months)}) AND NOT is_followed ORDER BY record_id, sequence"
    )
    return [(_as_uuid(row[8]), _version_row(read_id, row)) for read_id, row in _with_reader(_fetch(sql, months))]


def heads_of_record(record_id: UUID, drawers: Iterable[int]) -> list[VersionRow]:
    """Versions that nothing follows, in these drawers, in the order they were written."""
    wanted = sorted(drawers)
    sql = (
        f"SELECT {_VERSION_COLUMNS} FROM record_version WHERE record_id = %s "
        f"AND drawer IN ({_places(wanted)}) AND NOT is_followed ORDER BY sequence"
    )
    return _versions(_fetch(sql, [as_stored(record_id), *wanted]))


def versions_since(record_id: UUID, drawers: Iterable[int], cursor: int) -> list[VersionRow]:
    """Heads that were written after that sequence."""
    wanted = sorted(drawers)
    sql = (
        f"SELECT {_VERSION_COLUMNS} FROM record_version WHERE record_id = %s AND sequence > %s "
        f"AND drawer IN ({_places(wanted)}) AND NOT is_followed ORDER BY sequence"
    )
    return _versions(_fetch(sql, [as_stored(record_id), cursor, *wanted]))


def versions_of_leaves(record_id: UUID, leaves: Sequence[UUID]) -> list[VersionRow]:
    """All versions of these leaves, oldest first."""
    return _versions_where("leaf_id", record_id, leaves)


def versions_named(record_id: UUID, versions: Sequence[UUID]) -> list[VersionRow]:
    """The versions with these ids."""
    return _versions_where("id", record_id, versions)


def tombstones_of(record_id: UUID, leaves: Sequence[UUID]) -> dict[bytes, int]:
    """The drawer of the tombstone of each of these leaves that has one."""
    if not leaves:
        return {}
    found: dict[bytes, int] = {}
    read_id = _id_reader()
    for some in _pieces([as_stored(leaf) for leaf in leaves]):
        sql = f"SELECT leaf_id, drawer FROM record_tombstone WHERE record_id = %s AND leaf_id IN ({_places(some)})"
        found.update({read_id(leaf): drawer for leaf, drawer in _fetch(sql, [as_stored(record_id), *some])})
    return found


def tombstones_since(record_id: UUID, drawers: Iterable[int], cursor: int) -> list[tuple[UUID, int]]:
    """Leaves that left these drawers after that sequence, with the sequence of each."""
    wanted = sorted(drawers)
    sql = (
        "SELECT leaf_id, sequence FROM record_tombstone WHERE record_id = %s AND sequence > %s "
        f"AND drawer IN ({_places(wanted)}) ORDER BY sequence"
    )
    return [(_as_uuid(leaf), seq) for leaf, seq in _fetch(sql, [as_stored(record_id), cursor, *wanted])]


def insert_tombstone(record_id: UUID, leaf_id: UUID, drawer: int, sequence: int) -> None:
    """Say that the leaf is no longer in that drawer; an older tombstone of it gives way."""
    delete_tombstone(record_id, leaf_id)
    _run(
        "INSERT INTO record_tombstone (record_id, leaf_id, drawer, sequence) VALUES (%s, %s, %s, %s)",
        [as_stored(record_id), as_stored(leaf_id), drawer, sequence],
    )


def delete_tombstone(record_id: UUID, leaf_id: UUID) -> None:
    """The leaf came back to its drawer."""
    _run(
        "DELETE FROM record_tombstone WHERE record_id = %s AND leaf_id = %s",
        [as_stored(record_id), as_stored(leaf_id)],
    )


def delete_versions(record_id: UUID, leaf_id: UUID) -> None:
    """Take every version of a leaf away."""
    _run(
        "DELETE FROM record_version WHERE record_id = %s AND leaf_id = %s",
        [as_stored(record_id), as_stored(leaf_id)],
    )


def reseal_versions(versions: Sequence[NewVersion]) -> None:
    """Write versions that were sealed anew, in another drawer or under another key."""
    _run_many(
        "UPDATE record_version SET drawer = %s, generation = %s, sequence = %s, month = %s, sealed = %s "
        "WHERE record_id = %s AND id = %s",
        [
            (new.drawer, new.generation, new.sequence, new.month, new.sealed, *map(as_stored, new[:2]))
            for new in versions
        ],
    )


def _versions_where(column: str, record_id: UUID, ids: Sequence[UUID]) -> list[VersionRow]:
    found: list[VersionRow] = []
    for some in _pieces([as_stored(one) for one in ids]):
        sql = (
            f"SELECT {_VERSION_COLUMNS} FROM record_version "
            f"WHERE record_id = %s AND {column} IN ({_places(some)}) ORDER BY sequence"
        )
        found.extend(_versions(_fetch(sql, [as_stored(record_id), *some])))
    return found


def _pieces(values: Sequence[object], size: int = 5_000) -> Iterable[Sequence[object]]:
    return (values[start : start + size] for start in range(0, len(values), size))


def _places(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values)) or "NULL"


def _locking(sql: str, alias: str) -> str:
    """SQLite's IMMEDIATE transaction holds the one write lock already."""
    return f"{sql} FOR UPDATE OF {alias}" if is_postgresql() else sql


def _record_row(row: Row) -> RecordRow:
    return RecordRow(_as_uuid(row[0]), row[1], row[2], bytes(row[3]), bytes(row[4]))


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
            _as_uuid(first[0]),
            _as_uuid(first[1]),
            _as_uuid(first[2]),
            first[3],
            first[4],
            bytes(first[5]),
            tuple(wraps),
        )
        for first, wraps in gathered.values()
    ]


def _with_reader(rows: Sequence[Row]) -> Iterable[tuple[Callable[[Any], bytes], Row]]:
    read_id = _id_reader()
    return ((read_id, row) for row in rows)


def _version_row(read_id: Callable[[Any], bytes], row: Row) -> VersionRow:
    return VersionRow(read_id(row[0]), read_id(row[1]), row[2], row[3], row[4], bytes(row[5]), bool(row[6]), row[7])


def _versions(rows: Sequence[Row]) -> list[VersionRow]:
    return [_version_row(read_id, row) for read_id, row in _with_reader(rows)]
