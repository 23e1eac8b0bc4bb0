"""Rotating the practice key while people write: a new epoch, then every wrap under it, in short pieces."""

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from vado.record import record_rows
from vado.record.doors import rewrap_door
from vado.record.errors import WrongKey
from vado.record.house_keys import forget_house_keys, unwrap_house_key, wrap_house_key
from vado.record.key_file import read_key_file, replace_key_file, with_new_epoch, with_primary, without_epoch
from vado.record.keyring import Keyring, key_path, keyring
from vado.record.models import HouseKey, StoredDoor, StoredRecord, Wrap
from vado.record.record_rows import DoorRow

PIECE_SECONDS = 0.05

Rest = Callable[[float], object]


class EpochStillNeeded(RuntimeError):
    """Something is still sealed under that epoch; rotate first."""


class Rotation(NamedTuple):
    """What one run did. `unreadable` doors were altered outside Vado and stay as they are."""

    epoch: int
    house_keys: int
    doors: int
    unreadable: int


def rotate(passphrase: str | None = None, rest: Rest = time.sleep) -> Rotation:
    """Seal everything under a new epoch of the practice key, or finish a rotation that was cut off.

    Logins, second factors and login sessions survive: their own keys are only wrapped anew. The old epoch
    stays in the key file, for backups, until `forget_epoch`. Between the pieces `rest` is called with the
    seconds that the last one took, so that writers come in.
    """
    epoch = _epoch_to_reach(passphrase)
    _make_primary(epoch, passphrase)
    house_keys = _rewrap_house_keys(keyring())
    doors = unreadable = 0
    for done, refused in _pieces(keyring(), rest):
        doors, unreadable = doors + done, unreadable + refused
    return Rotation(epoch, house_keys, doors, unreadable)


def is_finished() -> bool:
    """Whether nothing is sealed under another epoch than the primary one."""
    primary = keyring().primary
    return not any(table.objects.exclude(epoch=primary).exists() for table in (HouseKey, StoredDoor))


def forget_epoch(epoch: int, passphrase: str | None = None) -> None:
    """Take an old epoch out of the key file; raises `EpochStillNeeded` while anything opens with it.

    From then on no backup made before the rotation can be opened.
    """
    ring = keyring()
    needed = HouseKey.objects.filter(epoch=epoch).exists() or any(_rewrapped(ring, row) for row in _doors_under(epoch))
    if needed:
        raise EpochStillNeeded(f"epoch {epoch}")
    path = key_path()
    replace_key_file(path, without_epoch(read_key_file(path, passphrase), epoch), passphrase)


def _epoch_to_reach(passphrase: str | None) -> int:
    """The newest epoch where a rotation was cut off; else a fresh one."""
    path = key_path()
    ring = read_key_file(path, passphrase)
    newest = max(ring.epochs)
    if newest != ring.primary or not is_finished():
        return newest
    replace_key_file(path, with_new_epoch(ring), passphrase)
    return newest + 1


def _make_primary(epoch: int, passphrase: str | None) -> None:
    path = key_path()
    ring = read_key_file(path, passphrase)
    if ring.primary != epoch:
        replace_key_file(path, with_primary(ring, epoch), passphrase)


def _rewrap_house_keys(ring: Keyring) -> int:
    with transaction.atomic():
        rows = list(HouseKey.objects.select_for_update().exclude(epoch=ring.primary))
        for row in rows:
            key = unwrap_house_key(ring, row.name, row.epoch, bytes(row.sealed))
            row.epoch, row.sealed = wrap_house_key(ring, row.name, key)
        HouseKey.objects.bulk_update(rows, ["epoch", "sealed"])
    forget_house_keys()
    return len(rows)


def _pieces(ring: Keyring, rest: Rest) -> Iterator[tuple[int, int]]:
    """Doors wrapped anew and refused, in pieces of about 50 ms; records in the order of their ids."""
    waiting = _records_behind(ring)
    while waiting:
        started = time.monotonic()
        with transaction.atomic():
            done, refused = _rewrap_record(ring, waiting.pop())
            while waiting and time.monotonic() - started < PIECE_SECONDS:
                one, other = _rewrap_record(ring, waiting.pop())
                done, refused = done + one, refused + other
        yield done, refused
        rest(time.monotonic() - started)
        # Doors made meanwhile by somebody who still read the old file; forged ones are met only once.
        if not waiting and done:
            waiting = _records_behind(ring)


def _records_behind(ring: Keyring) -> list[UUID]:
    behind = StoredDoor.objects.exclude(epoch=ring.primary).values_list("record_id", flat=True)
    return sorted(set(behind), reverse=True)


def _rewrap_record(ring: Keyring, record_id: UUID) -> tuple[int, int]:
    """The record is held: somebody who rolls its keys meanwhile would wrap under the old epoch."""
    if not StoredRecord.objects.select_for_update().filter(id=record_id).exists():
        return 0, 0
    behind = [row for row in record_rows.doors_of_record(record_id) if row.epoch != ring.primary]
    done = sum(_rewrapped(ring, row, _store) for row in behind)
    return done, len(behind) - done


def _rewrapped(ring: Keyring, row: DoorRow, store: Callable[[DoorRow], None] | None = None) -> bool:
    """Whether the door opens, and with `store` its new row is kept."""
    try:
        new = rewrap_door(ring, row)
    except WrongKey:
        return False
    if store is not None:
        store(new)
    return True


def _store(new: DoorRow) -> None:
    StoredDoor.objects.filter(id=new.id).update(epoch=new.epoch, terms=new.terms)
    Wrap.objects.filter(door_id=new.id).delete()
    record_rows.insert_wraps(new.id, new.wraps)


def _doors_under(epoch: int) -> Iterator[DoorRow]:
    for record_id in StoredDoor.objects.filter(epoch=epoch).values_list("record_id", flat=True).distinct():
        yield from (row for row in record_rows.doors_of_record(record_id) if row.epoch == epoch)
