"""The erasure ledger: what was erased or closed, kept outside the database, so that an old backup revives nothing."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import msgspec

from vado.record.house_keys import house_key
from vado.record.models import Tombstone, Version
from vado.record.outside import BoundLines, outside_folder
from vado.record.sealing import derive


class Erased(msgspec.Struct, frozen=True, omit_defaults=True):
    """One erasure: a whole record, one leaf of it, or the keys of a door that was closed. Random ids, nothing else."""

    record: UUID
    leaf: UUID | None = None
    door: UUID | None = None
    at: dt.datetime | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of the record went."""
        return self.leaf is None and self.door is None


class LedgerAltered(RuntimeError):
    """A line of the ledger was changed or removed; `lines` names where."""

    def __init__(self, path: Path, lines: list[int]) -> None:
        super().__init__(f"{path}: altered at line {', '.join(map(str, lines))}")
        self.lines = lines


def ledger_file() -> Path:
    """Where the ledger is."""
    return outside_folder() / "erased.ledger"


def note_record(record_id: UUID, now: dt.datetime) -> None:
    """Written before the erasure begins: one that was cut off is finished at the next start."""
    _lines().add(Erased(record=record_id, at=now))


def note_leaf(record_id: UUID, leaf_id: UUID) -> None:
    """Written after a leaf's removal is committed."""
    _lines().add(Erased(record=record_id, leaf=leaf_id))


def note_door(record_id: UUID, door_id: UUID) -> None:
    """Written after a door's closing is committed."""
    _lines().add(Erased(record=record_id, door=door_id))


def entries() -> Iterator[Erased]:
    """Every sound entry, the oldest first."""
    return (_entry(line.text) for line in _lines().read() if line.is_sound)


def names(record_id: UUID) -> bool:
    """Whether that record was erased, so that nothing may bring it back."""
    return any(entry.record == record_id and entry.is_whole for entry in entries())


def check_ledger() -> None:
    """Raises `LedgerAltered` when a line was changed or removed."""
    broken = [line.number for line in _lines().read() if not line.is_sound]
    if broken:
        raise LedgerAltered(ledger_file(), broken)


def catch_up() -> int:
    """Add the removals that a crash cut off between commit and line; how many there were."""
    known = {(entry.record, entry.leaf) for entry in entries()}
    pairs = Tombstone.objects.values_list("record_id", "leaf_id")
    missing = [pair for pair in pairs if pair not in known and not _lives_on(*pair)]
    for record_id, leaf_id in missing:
        note_leaf(record_id, leaf_id)
    return len(missing)


def _lives_on(record_id: UUID, leaf_id: UUID) -> bool:
    """A leaf that was moved to another drawer leaves a tombstone in the old one and lives on."""
    return Version.objects.filter(record_id=record_id, leaf_id=leaf_id).exists()


def _entry(text: bytes) -> Erased:
    return msgspec.json.decode(text, type=Erased)


def _lines() -> BoundLines:
    return BoundLines(ledger_file(), derive(house_key("visits"), b"vado erasure ledger"))
