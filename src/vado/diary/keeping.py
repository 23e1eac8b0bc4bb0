"""Keeping what a form made: the entry, and apart from it the words that are only the person's."""

from collections.abc import Iterable
from typing import cast
from uuid import UUID, uuid5

import msgspec

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
    """A new version of an entry, following the versions that were seen when the writing began.

    Where another edit was made meanwhile, what either of them keeps for the person alone stays so in both.
    """
    before = mine_of(record, [leaf_id]).get(leaf_id, {})
    meanwhile = {head.version for head in record.heads(leaf_id)} - set(follows)
    apart = _worded(entry, {*mine, *(before if meanwhile else ())})
    leaf = record.put(without_fields(entry, apart), leaf_id=leaf_id, follows=follows, version_id=version_id)
    _take_along(record, leaf, entry, apart - before.keys())
    for field, kept in before.items():
        words = getattr(entry, field) if field in apart else ""
        _keep_field(record, kept, _both(kept.fact.words, words) if meanwhile else words)
    return leaf


def _take_along(record: Record, leaf: Leaf[Entry], entry: Entry, fields: Iterable[str]) -> None:
    """Fields that are only the person's from now on leave every head and every earlier version.

    Of two edits at once each may say something else there: for the person both are kept, one below the other.
    """
    newly = sorted(fields)
    if newly:
        others = [head.fact for head in record.heads(leaf.id) if head.version != leaf.version]
        said = {field: [getattr(one, field) for one in (entry, *others)] for field in newly}
        own = [OnlyMineField(leaf=leaf.id.hex, field=field, words=_both(*words)) for field, words in said.items()]
        record.keep_mine(leaf.id, own, lambda head: without_fields(cast("Entry", head), newly))


def _keep_field(record: Record, kept: Leaf[OnlyMineField], words: str) -> None:
    if not words:
        record.remove(kept.id)
    elif words != kept.fact.words:
        now = msgspec.structs.replace(kept.fact, words=words)
        record.put(now, leaf_id=kept.id, follows=(kept.version,))


def _both(*words: str) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, words)))


def _worded(entry: Entry, fields: Iterable[str]) -> frozenset[str]:
    return frozenset(field for field in fields if getattr(entry, field))


def _own_field(leaf_id: UUID, field: str, entry: Entry) -> OnlyMineField:
    return OnlyMineField(leaf=leaf_id.hex, field=field, words=getattr(entry, field))
