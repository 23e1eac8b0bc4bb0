"""Keeping what a form made. Who wrote it is set here, from who asks."""

from typing import TypeVar
from uuid import UUID

import msgspec

from vado.meetings.reading import writer_of
from vado.record import ChangedUnderItsId, Fact, Leaf, Record
from vado.record.facts import Drawer

F = TypeVar("F", bound=Fact)


def keep_new(record: Record, fact: F, version_id: UUID, drawer: Drawer | None = None) -> None:
    """A new leaf that bears the id of its first version: sent twice it is kept once.

    Raises `ChangedUnderItsId` when the same page was sent before with other words.
    """
    try:
        record.put(_signed(record, fact), leaf_id=version_id, version_id=version_id, drawer=drawer)
    except ChangedUnderItsId:
        if not _is_same_but_for_when(record.leaf(version_id).fact, _signed(record, fact)):
            raise


def keep_edit(record: Record, before: Leaf[F], fact: F, follows: tuple[UUID, ...], version_id: UUID | None) -> None:
    """A new version that follows what was seen; another one written meanwhile stays beside it."""
    record.put(_signed(record, fact), leaf_id=before.id, follows=follows or (before.version,), version_id=version_id)


def _signed(record: Record, fact: F) -> F:
    return msgspec.structs.replace(fact, by=writer_of(record)) if hasattr(fact, "by") else fact


def _is_same_but_for_when(kept: Fact, sent: Fact) -> bool:
    if type(kept) is not type(sent) or not hasattr(sent, "when"):
        return False
    return msgspec.structs.replace(sent, when=getattr(kept, "when", None)) == kept
