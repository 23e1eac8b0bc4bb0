"""Erasing: the keys and the rows of a record go, its visits stay, and no old backup brings it back."""

import datetime as dt
import logging
import time
from uuid import UUID

from django.db import connection, transaction

from vado.record import ledger, record_rows, version_rows
from vado.record.house_keys import house_key
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
    """Erase again what the ledger names and the database still has, at each start; how much it was.

    Raises `LedgerAltered` when the ledger itself was changed, after all of its sound lines were followed.
    """
    erased = sum(_replayed(entry) for entry in ledger.entries())
    ledger.catch_up()
    if erased:
        scrub_freed_bytes()
    ledger.check_ledger()
    return erased


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


def _replayed(entry: ledger.Erased) -> bool:
    if entry.leaf is None:
        return _replay_record(entry.record)
    return _replay_leaf(entry.record, entry.leaf)


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
