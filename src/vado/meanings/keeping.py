"""Keeping what a page says: sent twice it is kept once, and two edits at once are both kept."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from vado.record import ChangedUnderItsId, Drawer, Fact, Leaf, Record

F = TypeVar("F", bound=Fact)


def keep_new(record: Record, fact: F, version_id: UUID, *, drawer: Drawer | None = None) -> Leaf[F]:
    """A new leaf that bears the id of its first version: sent twice, it is found by it."""
    try:
        return record.put(fact, leaf_id=version_id, version_id=version_id, drawer=drawer)
    except ChangedUnderItsId as known:
        kept: Leaf[F] = record.leaf(known.leaf_id)  # type: ignore[assignment]
        return kept


def keep_change(
    record: Record, leaf_id: UUID, version_id: UUID, *, follows: tuple[UUID, ...], onto: Callable[[F], F]
) -> None:
    """Lays a change onto the newest version where it touches only what nobody else changed meanwhile.

    Otherwise it is laid onto the version that was seen, and both stand beside each other.
    """
    heads: list[Leaf[F]] = record.heads(leaf_id)  # type: ignore[assignment]
    versions: list[Leaf[F]] = record.history(leaf_id) if record.is_own else heads  # type: ignore[assignment]
    if any(one.version == version_id for one in versions):
        return  # the same page sent twice
    newest = heads[-1]
    seen = next((one for one in reversed(versions) if one.version in follows), newest)
    if len(heads) == 1 and _touches_only_its_own(onto, seen.fact, newest.fact):
        seen, follows = newest, (newest.version,)
    record.put(onto(seen.fact), leaf_id=leaf_id, follows=follows or (seen.version,), version_id=version_id)


_WORKED_OUT = {"before"}  # what stood there until today follows from what is changed: it is worked out once more


def _touches_only_its_own(onto: Callable[[F], F], seen: F, newest: F) -> bool:
    """Whether the parts that this change writes stand in the newest version as they stood when they were seen."""
    if seen == newest:
        return True
    written = set(seen.__struct_fields__) - _WORKED_OUT
    changed = {name for name in written if getattr(onto(seen), name) != getattr(seen, name)}
    return all(_same_parts(getattr(onto(seen), name), getattr(seen, name), getattr(newest, name)) for name in changed)


def _same_parts(said: object, seen: object, newest: object) -> bool:
    if isinstance(said, dict) and isinstance(seen, dict) and isinstance(newest, dict):
        written = {key for key in said.keys() | seen.keys() if said.get(key) != seen.get(key)}
        return all(seen.get(key) == newest.get(key) for key in written)
    return seen == newest
