"""Keeping what a form made: the entry, and apart from it the words that are only the person's."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from vado.diary.facts import OnlyMineField
from vado.diary.reading import mine_of
from vado.diary.rules_entries import Entry, without_fields
from vado.record import Drawer, Leaf, Record


def keep_new(record: Record, entry: Entry, version_id: UUID, *, only_mine: bool, mine: Iterable[str]) -> Leaf[Entry]:
    """A new entry. With `only_mine` all of it is kept where no door leads; `mine` names single fields.

    The leaf bears the id of its first version: sent twice, it is found by it.
    """
    apart = _worded(entry, () if only_mine else mine)
    drawer = Drawer.OWN if only_mine else None
    shared = without_fields(entry, apart)
    leaf = record.put(shared, leaf_id=version_id, version_id=version_id, drawer=drawer)
    for field in apart:
        record.put(_own_field(leaf.id, field, entry), version_id=uuid5(version_id, field))
    return leaf


def keep_edit(
    record: Record,
    leaf_id: UUID,
    entry: Entry,
    version_id: UUID | None,
    *,
    follows: tuple[UUID, ...],
    mine: Iterable[str],
) -> Leaf[Entry]:
    """A new version of an entry, following the versions that were seen when the writing began."""
    apart = _worded(entry, mine)
    shared = without_fields(entry, apart)
    before = mine_of(record, [leaf_id]).get(leaf_id, {})
    leaf = record.put(shared, leaf_id=leaf_id, follows=follows, version_id=version_id)
    for number, field in enumerate(sorted(apart - before.keys())):
        own = _own_field(leaf_id, field, entry)
        if number == 0:
            record.keep_mine(leaf_id, shared, own)  # takes every earlier version, which still tells it, along
        else:
            record.put(own)
    for field, kept in before.items():
        _keep_field(record, kept, _own_field(leaf_id, field, entry) if field in apart else None)
    return leaf


def _keep_field(record: Record, kept: Leaf[OnlyMineField], now: OnlyMineField | None) -> None:
    if now is None:
        record.remove(kept.id)
    elif now != kept.fact:
        record.put(now, leaf_id=kept.id, follows=(kept.version,))


def _worded(entry: Entry, fields: Iterable[str]) -> frozenset[str]:
    return frozenset(field for field in fields if getattr(entry, field))


def _own_field(leaf_id: UUID, field: str, entry: Entry) -> OnlyMineField:
    return OnlyMineField(leaf=leaf_id.hex, field=field, words=getattr(entry, field))
