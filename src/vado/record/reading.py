"""Which versions a reader asks for, and how they are found."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any
from uuid import UUID

from vado.record import version_rows
from vado.record.drawers import TIMELESS, DrawerSet, months_between
from vado.record.errors import LeafGone, UnknownLeaf
from vado.record.facts import Drawer, Fact
from vado.record.leaves import Wanted, heads_among
from vado.record.version_rows import VersionRow


def wanted_of(kinds: type[Any] | tuple[type[Any], ...], since: dt.date | None, until: dt.date | None) -> Wanted:
    """What is asked for; `Fact` stands for every kind."""
    asked = kinds if isinstance(kinds, tuple) else (kinds,)
    return Wanted(() if Fact in asked else asked, since, until)


def rows_of(drawers: DrawerSet, wanted: Wanted) -> list[VersionRow]:
    """The heads that may hold what is wanted, in the order they were written."""
    named = _drawers_of(wanted) & drawers.drawers
    months = _months(wanted)
    if months is None:
        return version_rows.heads_of_record(drawers.record_id, named) if named else []
    return rows_by_month([drawers], named, months).get(drawers.record_id, [])


def rows_by_month(
    opened: Sequence[DrawerSet], drawers: frozenset[Drawer], months: Sequence[str]
) -> Mapping[UUID, list[VersionRow]]:
    """The heads in these months, for each record; of a leaf with several heads also those in other months."""
    tokens = [
        one.month_token(drawer, month) for one in opened for drawer in sorted(drawers & one.drawers) for month in months
    ]
    found = version_rows.heads_by_months(tokens)
    of_record = {one.record_id: one for one in opened}
    return {record_id: _with_other_heads(of_record[record_id], rows) for record_id, rows in found.items()}


def rows_since(drawers: DrawerSet, cursor: int) -> tuple[list[VersionRow], list[tuple[UUID, int]]]:
    """The heads written after that place in the order, and the leaves that went after it."""
    rows = version_rows.versions_since(drawers.record_id, drawers.drawers, cursor)
    gone = version_rows.tombstones_since(drawers.record_id, drawers.drawers, cursor)
    return _with_other_heads(drawers, rows), gone


def heads_of(drawers: DrawerSet, leaf_id: UUID) -> list[VersionRow]:
    """The heads of a leaf; raises `LeafGone` or `UnknownLeaf`."""
    rows = version_rows.versions_of_leaves(drawers.record_id, [leaf_id])
    heads = [row for row in heads_among(rows) if row.drawer in drawers.drawers]
    if heads:
        return heads
    if rows or version_rows.tombstones_of(drawers.record_id, [leaf_id]):
        raise LeafGone(leaf_id)
    raise UnknownLeaf(leaf_id)


def _with_other_heads(drawers: DrawerSet, rows: list[VersionRow]) -> list[VersionRow]:
    several = {row.leaf_id for row in rows if row.is_one_of_several}
    if not several:
        return rows
    named = [UUID(bytes=leaf) for leaf in sorted(several)]
    heads = heads_among(version_rows.versions_of_leaves(drawers.record_id, named))
    seen = {row.id for row in rows}
    others = (row for row in heads if row.id not in seen and row.drawer in drawers.drawers)
    return sorted(chain(rows, others), key=lambda row: row.sequence)


def _drawers_of(wanted: Wanted) -> frozenset[Drawer]:
    """A leaf of any kind may stand in "only me"."""
    named = frozenset(kind.drawer for kind in wanted.kinds) if wanted.kinds else frozenset(Drawer)
    return named | {Drawer.OWN}


def _months(wanted: Wanted) -> list[str] | None:
    """The months to open, or None for all of them."""
    if wanted.kinds and all(_is_of_no_day(kind) for kind in wanted.kinds):
        return [TIMELESS]
    if wanted.since is None or wanted.until is None:
        return None
    return months_of(wanted.kinds, wanted.since, wanted.until)


def months_of(kinds: Sequence[type[Fact]], since: dt.date, until: dt.date) -> list[str]:
    """The months in which facts of these kinds may lie; those of no day lie in a month of their own."""
    among = [TIMELESS] if not kinds or any(kind.is_undated_while_open or _is_of_no_day(kind) for kind in kinds) else []
    return [*among, *months_between(since, until)]


def _is_of_no_day(kind: type[Fact]) -> bool:
    return kind.lived is Fact.lived
