"""The rows of versions and tombstones, as the hot paths read and write them."""

# ruff: noqa: S608

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from vado.record.database import Row, as_stored, as_uuid, fetch, id_reader, is_postgresql, pieces, places, run, run_many


class VersionRow(NamedTuple):
    """One stored version, its ids as 16 bytes each."""

    id: bytes
    leaf_id: bytes
    drawer: int
    generation: int
    sequence: int
    follows: bytes
    is_followed: bool
    is_one_of_several: bool
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
    is_one_of_several: bool = False  # known when all is written: see `mark_several`


_VERSION_COLUMNS = "id, leaf_id, drawer, generation, sequence, follows, is_followed, is_one_of_several, sealed"


def insert_versions(versions: Sequence[NewVersion]) -> None:
    """Write new versions, in one batch."""
    run_many(
        "INSERT INTO record_version (record_id, id, leaf_id, drawer, generation, sequence, month, follows, "
        "is_followed, sealed, is_one_of_several) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        [(*map(as_stored, version[:3]), *version[3:]) for version in versions],
    )


def mark_followed(record_id: UUID, versions: Iterable[UUID]) -> None:
    """Later versions name these ones: they are heads no more."""
    stored = [as_stored(version) for version in versions]
    if stored:
        run(
            f"UPDATE record_version SET is_followed = %s WHERE record_id = %s AND id IN ({places(stored)})",
            [True, as_stored(record_id), *stored],
        )


def mark_several(record_id: UUID, leaves: Sequence[bytes]) -> None:
    """These leaves have more heads than one: a reader of one month is to know of a head in another."""
    stored = [as_stored(UUID(bytes=leaf)) for leaf in leaves]
    if stored:
        run(
            "UPDATE record_version SET is_one_of_several = %s WHERE record_id = %s AND NOT is_followed "
            f"AND leaf_id IN ({places(stored)})",
            [True, as_stored(record_id), *stored],
        )


def heads_by_months(months: Sequence[bytes]) -> dict[UUID, list[VersionRow]]:
    """Versions that nothing follows, in these months (of any records: a month's token is of one record and drawer)."""
    if not months:
        return {}
    sql = (
        f"SELECT {_VERSION_COLUMNS}, record_id FROM record_version "
        f"WHERE month IN ({places(months)}) AND NOT is_followed ORDER BY record_id, sequence"
    )
    of_each = groupby(fetch(sql, months), key=itemgetter(9))
    return {as_uuid(record_id): _versions(rows) for record_id, rows in of_each}


def heads_of_record(record_id: UUID, drawers: Iterable[int]) -> list[VersionRow]:
    """Versions that nothing follows, in these drawers, in the order they were written."""
    wanted = sorted(drawers)
    sql = (
        f"SELECT {_VERSION_COLUMNS} FROM record_version WHERE record_id = %s "
        f"AND drawer IN ({places(wanted)}) AND NOT is_followed ORDER BY sequence"
    )
    return _versions(fetch(sql, [as_stored(record_id), *wanted]))


def versions_since(record_id: UUID, drawers: Iterable[int], cursor: int) -> list[VersionRow]:
    """Heads that were written after that sequence."""
    wanted = sorted(drawers)
    sql = (
        f"SELECT {_VERSION_COLUMNS} FROM record_version WHERE record_id = %s AND sequence > %s "
        f"AND drawer IN ({places(wanted)}) AND NOT is_followed ORDER BY sequence"
    )
    return _versions(fetch(sql, [as_stored(record_id), cursor, *wanted]))


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
    read_id = id_reader()
    for some in pieces([as_stored(leaf) for leaf in leaves]):
        sql = f"SELECT leaf_id, drawer FROM record_tombstone WHERE record_id = %s AND leaf_id IN ({places(some)})"
        found.update({read_id(leaf): drawer for leaf, drawer in fetch(sql, [as_stored(record_id), *some])})
    return found


def tombstones_since(record_id: UUID, drawers: Iterable[int], cursor: int) -> list[tuple[UUID, int]]:
    """Leaves that left these drawers after that sequence, with the sequence of each."""
    wanted = sorted(drawers)
    sql = (
        "SELECT leaf_id, sequence FROM record_tombstone WHERE record_id = %s AND sequence > %s "
        f"AND drawer IN ({places(wanted)}) ORDER BY sequence"
    )
    return [(as_uuid(leaf), seq) for leaf, seq in fetch(sql, [as_stored(record_id), cursor, *wanted])]


def insert_tombstone(record_id: UUID, leaf_id: UUID, drawer: int, sequence: int) -> None:
    """Say that the leaf is no longer in that drawer; an older tombstone of it gives way."""
    delete_tombstone(record_id, leaf_id)
    run(
        "INSERT INTO record_tombstone (record_id, leaf_id, drawer, sequence) VALUES (%s, %s, %s, %s)",
        [as_stored(record_id), as_stored(leaf_id), drawer, sequence],
    )


def delete_tombstone(record_id: UUID, leaf_id: UUID) -> None:
    """The leaf came back to its drawer."""
    run(
        "DELETE FROM record_tombstone WHERE record_id = %s AND leaf_id = %s",
        [as_stored(record_id), as_stored(leaf_id)],
    )


def delete_versions(record_id: UUID, leaf_id: UUID) -> None:
    """Take every version of a leaf away."""
    run(
        "DELETE FROM record_version WHERE record_id = %s AND leaf_id = %s",
        [as_stored(record_id), as_stored(leaf_id)],
    )


def reseal_versions(versions: Sequence[NewVersion]) -> None:
    """Write versions that were sealed anew, in another drawer or under another key."""
    run_many(
        "UPDATE record_version SET drawer = %s, generation = %s, sequence = %s, month = %s, sealed = %s "
        "WHERE record_id = %s AND id = %s",
        [
            (new.drawer, new.generation, new.sequence, new.month, new.sealed, *map(as_stored, new[:2]))
            for new in versions
        ],
    )


def _versions_where(column: str, record_id: UUID, ids: Sequence[UUID]) -> list[VersionRow]:
    found: list[VersionRow] = []
    for some in pieces([as_stored(one) for one in ids]):
        sql = (
            f"SELECT {_VERSION_COLUMNS} FROM record_version "
            f"WHERE record_id = %s AND {column} IN ({places(some)}) ORDER BY sequence"
        )
        found.extend(_versions(fetch(sql, [as_stored(record_id), *some])))
    return found


def _versions(rows: Iterable[Row]) -> list[VersionRow]:
    """Only what the driver gives in another type is converted: this runs for every leaf of a page."""
    if is_postgresql():
        return [VersionRow(row[0].bytes, row[1].bytes, *row[2:9]) for row in rows]
    unhex = bytes.fromhex
    return [VersionRow(unhex(row[0]), unhex(row[1]), *row[2:9]) for row in rows]
