"""Erasing: the keys and the rows of a record go, its visits stay, and no old backup brings it back."""

import datetime as dt
import logging
import time
from collections.abc import Iterator
from uuid import UUID

import msgspec
from django.db import connection, transaction
from django.db.models import QuerySet

from vado.record import ledger, record_rows, version_rows
from vado.record.house_keys import house_key
from vado.record.keys_in_hand import KeysInHand
from vado.record.models import (
    StoredDoor,
    StoredInvitation,
    StoredLetterBox,
    StoredRecord,
    Tombstone,
    Version,
    Wrap,
)
from vado.record.visits import Head, Visit, VisitKeys, next_visit

_log = logging.getLogger(__name__)
_CHECKPOINT_TRIES = 5
_ASKED_TOGETHER = 500
_CHECKPOINT_REST_SECONDS = 0.2


def erase_record(record_id: UUID, visit: Visit | None, now: dt.datetime) -> None:
    """Destroy keys, doors and leaves of a record; its visits stay, `visit` as the last of them.

    The ledger is written first: `replay_erasures` finishes at the next start what was cut off.
    """
    ledger.note_record(record_id, now)
    with transaction.atomic():
        _erase_rows(record_id, visit)
    transaction.on_commit(scrub_freed_bytes)


def replay_erasures() -> int:
    """Erase anew what the ledger names and the database still has, before any page is served; how much it was.

    Raises `LedgerAltered` when the ledger itself was changed, after all of its sound lines were followed.
    """
    erased = sum(_replayed(entry) for entry in _revived(list(ledger.entries())))
    ledger.catch_up()
    if erased:
        scrub_freed_bytes()
    ledger.check_ledger()
    return erased


def is_there() -> QuerySet[StoredRecord, UUID]:
    """The ids of all records, for a statement that asks who has none any more."""
    return StoredRecord.objects.values_list("id", flat=True)


def scrub_freed_bytes(tries: int = _CHECKPOINT_TRIES, rest_seconds: float = _CHECKPOINT_REST_SECONDS) -> bool:
    """Take erased bytes out of SQLite's write-ahead log too; False, and a warning, when a reader held it.

    `secure_delete` overwrites the pages; the checkpoint answers busy=1 where it could not empty the log.
    """
    if connection.vendor != "sqlite":
        return True
    for attempt in range(tries):
        if attempt:
            time.sleep(rest_seconds)
        if _checkpoint_was_whole():
            return True
    _log.warning("erased bytes are still in the write-ahead log: a reader held it")
    return False


def _checkpoint_was_whole() -> bool:
    with connection.cursor() as cursor:
        (waited,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute("PRAGMA busy_timeout = 200")
        try:
            busy, _in_log, _moved = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(waited)}")
    return bool(busy == 0)


def _revived(entries: list[ledger.Erased]) -> Iterator[ledger.Erased]:
    """What the database still has of it, asked for many at a time: a long ledger must not hold up a start."""
    for start in range(0, len(entries), _ASKED_TOGETHER):
        piece = entries[start : start + _ASKED_TOGETHER]
        there = _ids_there(piece)
        yield from (entry for entry in piece if (entry.leaf or entry.door or entry.record) in there)


def _ids_there(piece: list[ledger.Erased]) -> set[UUID]:
    records = [entry.record for entry in piece]
    leaves = [entry.leaf for entry in piece if entry.leaf]
    doors = [entry.door for entry in piece if entry.door]
    found = StoredRecord.objects.filter(id__in=records).values_list("id", flat=True)
    written = Version.objects.filter(record_id__in=records, leaf_id__in=leaves).values_list("leaf_id", flat=True)
    boxes = StoredLetterBox.objects.filter(id__in=leaves).values_list("id", flat=True)
    wrapped = Wrap.objects.filter(door_id__in=doors).values_list("door_id", flat=True)
    return {*found, *written, *boxes, *wrapped}


def _replayed(entry: ledger.Erased) -> bool:
    if entry.door is not None:
        return _replay_door(entry.record, entry.door)
    return _replay_leaf(entry.record, entry.leaf) if entry.leaf else _replay_record(entry.record)


def _replay_door(record_id: UUID, door_id: UUID) -> bool:
    """Takes its keys away anew. Nobody holds an older generation who did not hold it before."""
    keys = KeysInHand()
    with transaction.atomic():
        row, _doors = record_rows.record_with_doors(record_id, door_id, lock=True)
        if row is None:
            return False
        gate = keys.gates.open(row.id, row.visits_count, row.gate)
        gate = msgspec.structs.replace(gate, doors=gate.doors - {door_id})
        record_rows.delete_wraps(door_id)
        record_rows.update_records([row._replace(gate=keys.gates.seal(row.id, row.visits_count, gate))])
    return True


def _replay_record(record_id: UUID) -> bool:
    with transaction.atomic():
        is_there = StoredRecord.objects.filter(id=record_id).exists()
        if is_there:
            _erase_rows(record_id, None)
    return is_there


def _replay_leaf(record_id: UUID, leaf_id: UUID) -> bool:
    with transaction.atomic():
        record = StoredRecord.objects.select_for_update().filter(id=record_id).first()
        if StoredLetterBox.objects.filter(record_id=record_id, id=leaf_id).delete()[0]:
            return True
        version = Version.objects.filter(record_id=record_id, leaf_id=leaf_id).first()
        if record is None or version is None:
            return False
        version_rows.delete_versions(record_id, leaf_id)
        version_rows.insert_tombstone(record_id, leaf_id, version.drawer, record.next_sequence)
        StoredRecord.objects.filter(id=record_id).update(next_sequence=record.next_sequence + 1)
    return True


def _erase_rows(record_id: UUID, visit: Visit | None) -> None:
    record = StoredRecord.objects.select_for_update().filter(id=record_id).first()
    if record is not None and visit is not None:
        keys = VisitKeys.of(house_key("visits"))
        head = Head(record.visits_count, bytes(record.visits_head))
        record_rows.insert_visits([next_visit(keys, keys.pseudonym(record_id), head, visit)])
    Wrap.objects.filter(door__record_id=record_id).delete()
    for table in (StoredDoor, StoredInvitation, StoredLetterBox, Version, Tombstone):
        table.objects.filter(record_id=record_id).delete()
    StoredRecord.objects.filter(id=record_id).delete()
