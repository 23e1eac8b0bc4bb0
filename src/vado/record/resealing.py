"""Sealing versions anew for another drawer: a leaf that goes to "only me", or comes back."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from vado.record import version_rows
from vado.record.drawers import DrawerSet, month_of
from vado.record.facts import Drawer
from vado.record.leaves import fact_of, plain_of
from vado.record.version_rows import NewVersion, VersionRow


def reseal(drawers: DrawerSet, rows: Sequence[VersionRow], drawer: Drawer, sequences: Iterable[int]) -> None:
    """Writes these versions in that drawer, each in its place of the order; raises `TamperedLeaf`, `NewerShape`."""
    placed = zip(rows, sequences, strict=False)
    version_rows.reseal_versions([_resealed(drawers, row, drawer, at) for row, at in placed if row.drawer != drawer])


def _resealed(drawers: DrawerSet, row: VersionRow, drawer: Drawer, sequence: int) -> NewVersion:
    generation = drawers.current(drawer)
    sealed = drawers.seal_version(drawer, generation, row.leaf_id, row.id, row.follows, plain_of(drawers, row))
    return NewVersion(
        record_id=drawers.record_id,
        id=UUID(bytes=row.id),
        leaf_id=UUID(bytes=row.leaf_id),
        drawer=drawer,
        generation=generation,
        sequence=sequence,
        month=drawers.month_token(drawer, _month_of(drawers, row)),
        follows=row.follows,
        is_followed=row.is_followed,
        sealed=sealed,
    )


def _month_of(drawers: DrawerSet, row: VersionRow) -> str:
    lived = fact_of(drawers, row).lived()
    return month_of(lived.on if lived else None)
