"""Erasing an entry, and the short while in which it can be put back.

What was erased waits in the login session, which is sealed and ends with the visit; the record keeps nothing.
"""

import datetime as dt
from collections.abc import MutableMapping
from typing import Any
from uuid import UUID

import msgspec

from vado.diary.facts import OnlyMineField
from vado.diary.reading import mine_of
from vado.record import Drawer, Leaf, Record
from vado.record.facts import Fact, fact_type_of

PLACE = "diary.removed"
PUT_BACK_WITHIN = dt.timedelta(minutes=30)


class Removed(msgspec.Struct):
    """One erased entry: every version that stood, and the words that were only the person's."""

    record: str
    removed_at: dt.datetime
    kind: str
    heads: list[msgspec.Raw]
    only_mine: bool
    mine: dict[str, str]


def remove_entry(record: Record, leaf_id: UUID, session: MutableMapping[str, Any], now: dt.datetime) -> None:
    """Erases an entry and its single fields; the session remembers it for half an hour."""
    heads = record.heads(leaf_id)
    mine = mine_of(record, [leaf_id]).get(leaf_id, {})
    for kept in mine.values():
        record.remove(kept.id)
    record.remove(leaf_id)
    session[PLACE] = msgspec.json.encode(_removed(record, heads, mine, now)).decode()


def _removed(record: Record, heads: list[Leaf[Any]], mine: dict[str, Leaf[OnlyMineField]], now: dt.datetime) -> Removed:
    return Removed(
        record=record.id.hex,
        removed_at=now,
        kind=heads[0].fact.kind,
        heads=[msgspec.Raw(msgspec.json.encode(head.fact)) for head in heads],
        only_mine=heads[0].drawer is Drawer.OWN,
        mine={field: kept.fact.words for field, kept in mine.items()},
    )


def removed_lately(record: Record, session: MutableMapping[str, Any], now: dt.datetime) -> Removed | None:
    """What can still be put back into this record."""
    if PLACE not in session:
        return None
    removed = msgspec.json.decode(session[PLACE], type=Removed)
    is_fresh = now - removed.removed_at <= PUT_BACK_WITHIN
    return removed if is_fresh and removed.record == record.id.hex else None


def put_back(record: Record, session: MutableMapping[str, Any], now: dt.datetime) -> Leaf[Any] | None:
    """The erased entry as a new leaf; None when the time for it is over."""
    removed = removed_lately(record, session, now)
    if removed is None:
        return None
    leaves = [_put_head(record, removed, head) for head in removed.heads]
    for field, words in removed.mine.items():
        record.put(OnlyMineField(leaf=leaves[0].id.hex, field=field, words=words))
    del session[PLACE]
    return leaves[0]


def _put_head(record: Record, removed: Removed, head: msgspec.Raw) -> Leaf[Any]:
    fact_type = fact_type_of(removed.kind) or Fact
    return record.put(msgspec.json.decode(head, type=fact_type), drawer=Drawer.OWN if removed.only_mine else None)
