"""Leaves as they are read: sealed versions opened, typed, and those that would not open named."""

import datetime as dt
import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

import msgspec

from vado.record.drawers import DrawerSet
from vado.record.encoding import decode_fact
from vado.record.errors import LeafError, NewerShape, TamperedLeaf, WrongKey
from vado.record.facts import DRAWERS, Drawer, Fact
from vado.record.version_rows import VersionRow

F = TypeVar("F", bound=Fact)
F_co = TypeVar("F_co", bound=Fact, covariant=True)


class Leaf(msgspec.Struct, Generic[F_co], frozen=True, gc=False):
    """A fact in its place. `heads` above 1: two edits at once, both kept. An edit names `version` in `follows`.

    The ids are kept as bytes and made when they are asked for: most readers of many leaves never do.
    """

    leaf_bytes: bytes
    version_bytes: bytes
    follows_bytes: bytes
    sequence: int
    drawer: Drawer
    fact: F_co
    heads: int = 1
    editable: bool = True

    @property
    def id(self) -> UUID:
        """The leaf's id, the same for all its versions."""
        return UUID(bytes=self.leaf_bytes)

    @property
    def version(self) -> UUID:
        """This version's id."""
        return UUID(bytes=self.version_bytes)

    @property
    def follows(self) -> tuple[UUID, ...]:
        """The versions that this one takes the place of."""
        return ids_in(self.follows_bytes)


class WhyUnreadable(enum.StrEnum):
    """Why a leaf that is there could not be read."""

    TAMPERED = "tampered"
    NEWER_SHAPE = "newer_shape"


class UnreadableLeaf(NamedTuple):
    """A leaf that is there and could not be read; `kind` is known for one that a later Vado wrote."""

    leaf_id: UUID
    reason: WhyUnreadable
    kind: str = ""


class Wanted(NamedTuple):
    """Which facts a reader asks for. No kinds: all of them."""

    kinds: tuple[type[Fact], ...]
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def is_unbounded(self) -> bool:
        """Whether every day fits."""
        return self.since is None and self.until is None

    def fits(self, fact: Fact) -> bool:
        """Whether the fact lies between the days asked for; a fact of no day always does."""
        lived = fact.lived()
        if lived is None:
            return True
        return (self.since is None or self.since <= lived.on) and (self.until is None or lived.on <= self.until)


def opened(
    drawers: DrawerSet, rows: Sequence[VersionRow], wanted: Wanted, unreadable: list[UnreadableLeaf]
) -> Iterator[Leaf[Fact]]:
    """The wanted leaves among these rows; those that would not open are added to `unreadable`."""
    followed = _followed(rows)
    heads = Counter([row.leaf_id for row in rows if row.id not in followed])
    prefixes = tuple(bytes([len(kind.kind)]) + kind.kind.encode() for kind in wanted.kinds)
    for row in rows:
        if row.id in followed:
            continue
        fact = _fact_or_reason(drawers, row, prefixes)
        if isinstance(fact, UnreadableLeaf):
            unreadable.append(fact)
        elif fact is not None and (wanted.is_unbounded or wanted.fits(fact)):
            yield leaf_of(row, fact, heads[row.leaf_id])


def opened_one(drawers: DrawerSet, row: VersionRow, heads: int = 1) -> Leaf[Fact]:
    """The leaf of one row; raises `TamperedLeaf` or `NewerShape`."""
    return leaf_of(row, fact_of(drawers, row), heads)


def plain_of(drawers: DrawerSet, row: VersionRow) -> bytes:
    """The plain bytes of one row; raises `TamperedLeaf`."""
    try:
        return drawers.open_version(row)
    except (WrongKey, KeyError) as problem:
        raise TamperedLeaf(UUID(bytes=row.leaf_id)) from problem


def fact_of(drawers: DrawerSet, row: VersionRow) -> Fact:
    """The fact of one row; raises `TamperedLeaf` or `NewerShape`."""
    return _decoded(row, plain_of(drawers, row))


def leaf_of(row: VersionRow, fact: Fact, heads: int = 1) -> Leaf[Fact]:
    """The leaf made of a row and its fact."""
    return Leaf(
        row.leaf_id,
        row.id,
        row.follows,
        row.sequence,
        DRAWERS[row.drawer],
        fact,
        heads,
    )


def one_head_each(leaves: Iterable[Leaf[F]]) -> list[Leaf[F]]:
    """The newest head of each leaf. Nearly every leaf has one head alone, and its id need not be asked for."""
    everything = list(leaves)
    if all(leaf.heads == 1 for leaf in everything):
        return everything
    newest: dict[UUID, Leaf[F]] = {}
    for leaf in everything:
        known = newest.get(leaf.id)
        if known is None or leaf.sequence > known.sequence:
            newest[leaf.id] = leaf
    return list(newest.values())


def last_written(leaves: Iterable[Leaf[F]]) -> Leaf[F] | None:
    """The one that was written last, of whatever there is one of its kind."""
    return max(leaves, key=lambda leaf: leaf.sequence, default=None)


def ids_in(follows: bytes) -> tuple[UUID, ...]:
    """The ids of the versions that a version follows."""
    return tuple(UUID(bytes=follows[start : start + 16]) for start in range(0, len(follows), 16))


def heads_among(rows: Sequence[VersionRow]) -> list[VersionRow]:
    """The versions that no other one follows, whatever the unsealed flag says."""
    followed = _followed(rows)
    return [row for row in rows if not row.is_followed and row.id not in followed]


def _followed(rows: Sequence[VersionRow]) -> set[bytes]:
    return {row.follows[at : at + 16] for row in rows if row.follows for at in range(0, len(row.follows), 16)}


def _fact_or_reason(drawers: DrawerSet, row: VersionRow, prefixes: tuple[bytes, ...]) -> Fact | UnreadableLeaf | None:
    try:
        plain = plain_of(drawers, row)
        return _decoded(row, plain) if not prefixes or plain.startswith(prefixes) else None
    except NewerShape as newer:
        return UnreadableLeaf(newer.leaf_id, WhyUnreadable.NEWER_SHAPE, newer.kind)
    except LeafError as problem:
        return UnreadableLeaf(problem.leaf_id, WhyUnreadable.TAMPERED)


def _decoded(row: VersionRow, plain: bytes) -> Fact:
    try:
        return decode_fact(row.leaf_id, plain)
    except msgspec.MsgspecError as problem:  # sealed by us, yet no fact: kept and named like a tampered one
        raise TamperedLeaf(UUID(bytes=row.leaf_id)) from problem
