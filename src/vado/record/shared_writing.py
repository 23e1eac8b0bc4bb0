"""What may be written through a door that may write: facts of shared writing, and never over anything else.

This is the one place that decides it. Whether a door may write at all stands in its sealed terms.
"""

from collections.abc import Sequence
from uuid import UUID

from vado.record import version_rows
from vado.record.drawers import DrawerSet
from vado.record.encoding import header_of
from vado.record.errors import ReadOnlyDoor
from vado.record.facts import Drawer
from vado.record.leaves import plain_of
from vado.record.version_rows import VersionRow
from vado.record.writing import Sent


def refuse_other_writing(drawers: DrawerSet, record_id: UUID, batch: Sequence[Sent]) -> None:
    """Raises `ReadOnlyDoor` if any fact of the batch is not shared writing, or would stand on a leaf that is not.

    A leaf whose versions lie partly where this door has no key is not touched either: the person took it back.
    """
    if not all(_is_shared(sent) for sent in batch):
        raise ReadOnlyDoor
    kinds: dict[UUID, set[str]] = {}
    for sent in batch:
        if sent.leaf_id is not None:
            kinds.setdefault(sent.leaf_id, set()).add(sent.fact.kind)
    for row in version_rows.versions_of_leaves(record_id, list(kinds)):
        kinds[UUID(bytes=row.leaf_id)].add(_kind_of(drawers, row))
    if any(len(met) > 1 for met in kinds.values()):
        raise ReadOnlyDoor


def _is_shared(sent: Sent) -> bool:
    return sent.fact.is_shared_writing and sent.fact.drawer is not Drawer.OWN and sent.drawer is None


def _kind_of(drawers: DrawerSet, row: VersionRow) -> str:
    """The kind of a version; of one in another drawer nothing is known, and so it fits to no kind."""
    return header_of(plain_of(drawers, row))[0] if row.drawer in drawers.drawers else ""
