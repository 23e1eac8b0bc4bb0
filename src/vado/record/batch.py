"""Taking facts in: look up once, decide each, write all in one insert. One bad fact never sinks the rest."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from vado.record import version_rows
from vado.record.drawers import DrawerSet
from vado.record.encoding import encode_fact
from vado.record.errors import UnfitFact
from vado.record.gate import Gate
from vado.record.version_rows import NewVersion, VersionRow
from vado.record.writing import Outcome, Place, Sent, as_known, new_version, weigh


class Taken(NamedTuple):
    """What became of one fact; `row` is its version, new or the same as before, when it was taken in."""

    place: Place
    row: VersionRow | None = None


class _Known:
    """The versions and tombstones that a batch may meet, kept up to date while it is decided."""

    def __init__(self, record_id: UUID, batch: Sequence[Sent]) -> None:
        leaves = [sent.leaf_id for sent in batch if sent.leaf_id is not None]
        named = [sent.version_id for sent in batch if sent.version_id is not None]
        self._leaves: dict[bytes, list[VersionRow]] = {}
        self._versions: dict[bytes, VersionRow] = {}
        self._buried = version_rows.tombstones_of(record_id, leaves)
        for row in version_rows.versions_of_leaves(record_id, leaves):
            self._leaves.setdefault(row.leaf_id, []).append(row)
            self._versions[row.id] = row
        for row in version_rows.versions_named(record_id, [one for one in named if one.bytes not in self._versions]):
            self._versions[row.id] = row

    def beside(self, sent: Sent) -> list[VersionRow]:
        twin = self._versions.get(sent.version_id.bytes) if sent.version_id else None
        if twin is not None:
            return [twin]
        return self._leaves.get(sent.leaf_id.bytes, []) if sent.leaf_id else []

    def is_buried(self, sent: Sent) -> bool:
        return sent.leaf_id is not None and sent.leaf_id.bytes in self._buried

    def add(self, row: VersionRow) -> None:
        self._leaves.setdefault(row.leaf_id, []).append(row)
        self._versions[row.id] = row


def take_in(drawers: DrawerSet, gate: Gate, sequence: int, batch: Sequence[Sent]) -> tuple[list[Taken], int]:
    """Writes what is to be written; gives what became of each fact, and the next sequence."""
    known = _Known(drawers.record_id, batch)
    taken: list[Taken] = []
    written: list[NewVersion] = []
    for sent in batch:
        one, version = _decided(drawers, gate, sequence + len(written), sent, known)
        taken.append(one)
        if version is not None and one.row is not None:
            known.add(one.row)
            written.append(version)
    _write(drawers.record_id, written)
    version_rows.mark_several(drawers.record_id, [one.row.leaf_id for one in taken if one.row and one.place.heads > 1])
    return taken, sequence + len(written)


def _decided(
    drawers: DrawerSet, gate: Gate, sequence: int, sent: Sent, known: _Known
) -> tuple[Taken, NewVersion | None]:
    try:
        plain = encode_fact(sent.fact)
    except UnfitFact:
        return Taken(Place(Outcome.UNFIT, sent.fact.drawer)), None
    beside = known.beside(sent)
    place = weigh(drawers, sent, plain, beside, is_buried=known.is_buried(sent))
    if place.outcome is Outcome.SAME:
        return Taken(place, beside[0]), None
    if place.outcome.was_refused:
        return Taken(place), None
    version = new_version(drawers, sent, plain, place.drawer, gate.generations[place.drawer], sequence)
    return Taken(place, as_known(version)), version


def _write(record_id: UUID, versions: Sequence[NewVersion]) -> None:
    followed = {version.follows[at : at + 16] for version in versions for at in range(0, len(version.follows), 16)}
    new = [version._replace(is_followed=version.id.bytes in followed) for version in versions]
    version_rows.insert_versions(new)
    version_rows.mark_followed(record_id, [UUID(bytes=one) for one in followed])
